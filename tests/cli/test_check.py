"""``confusables check``: names in, reports and exit codes out."""

from __future__ import annotations

import bz2
import csv
import json
import os
import random
import re

import pytest

CLEAR = "zxqvkjwpt.com"


def test_a_warning_is_code_1_and_says_what_who_and_why(cli, basket) -> None:
    done = cli("check", "lepanierbleu.ca", "--corpus", basket)
    assert (done.code, done.err) == (1, "")
    first = done.out.splitlines()[0]
    assert first.startswith("lepanierbleu.ca: WARNING — one existing name")
    assert "monpanierbleu.com" in done.out
    assert "[le]panierbleu.[ca]" in done.out
    assert "[mon]panierbleu.[com]" in done.out
    assert "le → mon before “panierbleu”" in done.out
    assert "Not searched:" in done.out
    assert "trademark and company registers" in done.out


def test_nothing_found_is_code_0(cli, basket) -> None:
    done = cli("check", CLEAR, "--corpus", basket)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{CLEAR}: NONE FOUND")


def test_fail_on_and_thresholds_move_the_code(cli, basket) -> None:
    ask = ("check", "lepanierbleu.ca", "--corpus", basket)
    assert cli(*ask, "--warn-at", "1", "--review-at", "0").code == 0
    assert cli(*ask, "--warn-at", "1", "--review-at", "0", "--fail-on", "review").code == 1
    assert cli(*ask, "--warn-at", "0", "--review-at", "0").code == 1


def test_a_low_threshold_of_warnings_shows_all_of_them(cli, basket) -> None:
    """A warning is never less probable than a review."""
    ask = ("check", "windmil.net", "--corpus", basket, "--format", "json")
    found = json.loads(cli(*ask, "--warn-at", "0").out)
    assert found["thresholds"] == {"warn": 0, "review": 0}
    assert found["collisions"]
    assert {c["level"] for c in found["collisions"]} == {"warn"}


def test_json_is_one_object_and_that_of_the_interface(cli, basket) -> None:
    done = cli("check", "lepanierbleu.ca", "--corpus", basket, "--format", "json")
    found = json.loads(done.out)
    assert found["schema"] == "confusables/1"
    assert set(found) >= {
        "schema", "made", "thresholds", "name", "level", "existing", "collisions", "own",
        "accepted", "suggestions", "coverage",
    }  # fmt: skip
    assert found["level"] == "warn"
    assert found["name"]["markets"] == ["CA"]
    assert found["existing"] is None
    (hit,) = found["collisions"]
    assert (hit["domain"], hit["level"], hit["kind"]) == ("monpanierbleu.com", "warn", "determiner")
    assert hit["prior_bits"] + sum(t["bits"] for t in hit["terms"]) == pytest.approx(hit["bits"])
    assert found["coverage"]["lookups"] == {"asked": 0, "unknown": 0}
    assert found["coverage"]["corpora"][0]["names"] == 3


def test_json_of_several_names_is_an_array_in_their_order(cli, basket) -> None:
    done = cli("check", "a..b", "lepanierbleu.ca", CLEAR, "--corpus", basket, "--format", "json")
    assert done.code == 65
    bad, warned, clear = json.loads(done.out)
    assert set(bad) == {"schema", "input", "error"}
    assert bad["input"] == "a..b"
    assert (warned["level"], clear["level"]) == ("warn", "none-found")


def test_json_of_one_unusable_name_is_one_object(cli, basket) -> None:
    done = cli("check", "..", "--corpus", basket, "--format", "json")
    assert done.code == 65
    assert json.loads(done.out)["input"] == ".."
    assert len(done.err.splitlines()) == 1


def test_names_from_standard_input_are_told_by_line_and_the_rest_is_done(cli, basket) -> None:
    names = b"lepanierbleu.ca\n\n  \nbad name..\r\nuser:pw@host\n\xff.com\nzxqvkjwpt.com"
    done = cli("check", "-", "--corpus", basket, "--format", "jsonl", stdin=names)
    assert done.code == 65
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [row.get("level", "error") for row in rows] == [
        "warn", "error", "error", "error", "none-found",
    ]  # fmt: skip
    assert [line.split(" ")[2] for line in done.err.splitlines()] == ["-:4:", "-:5:", "-:6:"]
    assert "not UTF-8" in done.err


def test_no_names_on_standard_input_is_an_empty_array(cli, basket) -> None:
    done = cli("check", "-", "--corpus", basket, "--format", "json")
    assert (done.code, json.loads(done.out)) == (0, [])


def test_a_byte_order_mark_is_no_part_of_a_name(cli, basket) -> None:
    done = cli("check", "-", "--corpus", basket, stdin="\ufefflepanierbleu.ca\n".encode())
    assert (done.code, done.err) == (1, "")


def test_own_names_stand_apart_and_do_not_count(cli, basket, tmp_path) -> None:
    (tmp_path / "mine.txt").write_text("# ours\nmonpanierbleu.com\n", "utf-8")
    ask = ("check", "lepanierbleu.ca", "--corpus", basket, "--mine", "mine.txt")
    assert cli(*ask).code == 0
    found = json.loads(cli(*ask, "--format", "json").out)
    assert (found["level"], found["collisions"]) == ("none-found", [])
    (own,) = found["own"]
    assert (own["domain"], own["why"]) == ("monpanierbleu.com", "on your own list")


def test_accepted_names_stand_apart_with_their_reason(cli, basket, tmp_path) -> None:
    rows = "name,reason,date\nmonpanierbleu.com,agreed with them,2026-01-31\n"
    (tmp_path / "known.csv").write_text(rows, "utf-8")
    ask = ("check", "lepanierbleu.ca", "--corpus", basket, "--exceptions", "known.csv")
    done = cli(*ask, "--format", "json")
    assert done.code == 0
    (accepted,) = json.loads(done.out)["accepted"]
    assert "agreed with them" in accepted["why"]
    assert "2026-01-31" in accepted["why"]


def test_bad_rows_of_own_and_accepted_names_are_told_and_the_rest_used(
    cli, basket, tmp_path
) -> None:
    (tmp_path / "mine.txt").write_text("..\nlandscape.fr\n", "utf-8")
    (tmp_path / "known.csv").write_text(
        "name,reason,date\nx.com,why\nx.com,why,soon\n..,why,2026-01-31\n"
        "monpanierbleu.com,known,2026-01-31\n",
        "utf-8",
    )
    done = cli(
        "check", "lepanierbleu.ca", "--corpus", basket, "--mine", "mine.txt",
        "--exceptions", "known.csv", "--format", "json",
    )  # fmt: skip
    assert done.code == 65
    assert [re.search(r"\S+:\d+:", line)[0] for line in done.err.splitlines()] == [
        "mine.txt:1:", "known.csv:2:", "known.csv:3:", "known.csv:4:",
    ]  # fmt: skip
    assert json.loads(done.out)["accepted"][0]["domain"] == "monpanierbleu.com"


def test_exceptions_have_partial_dates_and_the_columns_of_their_header(
    cli, basket, tmp_path
) -> None:
    (tmp_path / "known.csv").write_text("Date,Name,Reason\n2026-10,monpanierbleu.com,agreed\n")
    ask = ("check", "lepanierbleu.ca", "--corpus", basket, "--exceptions", "known.csv")
    done = cli(*ask)
    assert (done.code, done.err) == (0, "")
    assert "monpanierbleu.com — accepted: agreed (2026-10)" in done.out
    for wrong in ("20261001", "2026-W01", "2026-10-01-01", "2026-13"):
        (tmp_path / "known.csv").write_text(f"monpanierbleu.com,agreed,{wrong}\n")
        assert (done := cli(*ask)).code == 65
        assert f"known.csv:1: '{wrong}' is no date" in done.err


@pytest.mark.parametrize("option", ["--mine", "--exceptions"])
def test_of_very_many_bad_rows_the_first_are_told(cli, basket, tmp_path, option) -> None:
    (tmp_path / "wrong").write_text("a..b\n" * 300 + "\n")
    done = cli("check", "lepanierbleu.ca", "--corpus", basket, option, "wrong")
    told = done.err.splitlines()
    assert (done.code, len(told)) == (65, 6)
    assert told[0].startswith("confusables: error: wrong:1: ")
    assert told[-1] == "confusables: error: wrong: 295 more rows not usable"


def test_an_empty_row_of_accepted_names_names_its_line(cli, basket, tmp_path) -> None:
    (tmp_path / "known.csv").write_text("\n,,\nmonpanierbleu.com,known,2026-01-31\n", "utf-8")
    done = cli("check", "lepanierbleu.ca", "--corpus", basket, "--exceptions", "known.csv")
    assert done.code == 65
    assert [re.search(r"\S+:\d+:", line)[0] for line in done.err.splitlines()] == ["known.csv:2:"]


def test_a_cell_of_accepted_names_that_is_too_long(cli, basket, tmp_path) -> None:
    rows = f"name,reason,date\n{'a' * 140_000},x,2026-01-31\nmonpanierbleu.com,known,2026-01-31\n"
    (tmp_path / "known.csv").write_text(rows, "utf-8")
    done = cli("check", "lepanierbleu.ca", "--corpus", basket, "--exceptions", "known.csv",
               "--format", "json")  # fmt: skip
    assert done.code == 65
    assert done.err == "confusables: error: known.csv:2: not a row of name, reason, date\n"
    assert json.loads(done.out)["accepted"][0]["domain"] == "monpanierbleu.com"


def test_the_owner_of_a_list_is_the_users_own(cli, tmp_path) -> None:
    (tmp_path / "a.csv").write_text("domain,owner\nmonpanierbleu.com,Les Paniers SARL\n", "utf-8")
    ask = ("check", "lepanierbleu.ca", "--corpus", "a.csv", "--owner", "les paniers sarl")
    found = json.loads(cli(*ask, "--format", "json").out)
    assert [c["domain"] for c in found["own"]] == ["monpanierbleu.com"]


def test_a_bad_row_of_a_list_is_told_and_the_rest_searched(cli, tmp_path) -> None:
    (tmp_path / "list.txt").write_text("a..b\nmonpanierbleu.com\n", "utf-8")
    done = cli("check", "lepanierbleu.ca", "--corpus", "list.txt")
    assert done.code == 65
    assert "list.txt:1: " in done.err
    assert "monpanierbleu.com" in done.out


def test_rows_that_failed_at_the_build_are_not_told_again(cli, tmp_path) -> None:
    (tmp_path / "list.txt").write_text("a..b\nmonpanierbleu.com\n", "utf-8")
    assert cli("corpus", "build", "built.corpus", "list.txt").code == 65
    done = cli("check", "lepanierbleu.ca", "--corpus", "built.corpus")
    assert (done.code, done.err) == (1, "")


def test_corpora_are_searched_together(cli, basket, tmp_path) -> None:
    (tmp_path / "b.txt").write_text("lapanierbleu.net\n", "utf-8")
    done = cli(
        "check", "lepanierbleu.ca", "--corpus", basket, "--corpus", "b.txt", "--format", "json"
    )
    found = json.loads(done.out)
    assert {c["domain"] for c in found["collisions"]} == {"monpanierbleu.com", "lapanierbleu.net"}
    assert [c["name"] for c in found["coverage"]["corpora"]] == ["list.txt", "b.txt"]


def test_shipped_names_the_shipped_corpus_beside_others(cli, basket) -> None:
    done = cli("check", CLEAR, "--corpus", "shipped", "--corpus", basket, "--format", "json")
    corpora = json.loads(done.out)["coverage"]["corpora"]
    assert [c["name"] for c in corpora] == ["shipped", "list.txt"]


def test_the_very_domain_is_existing_and_no_collision(cli, basket) -> None:
    done = cli("check", "monpanierbleu.com", "--corpus", basket, "--format", "json")
    found = json.loads(done.out)
    assert (done.code, found["existing"]["domain"]) == (0, "monpanierbleu.com")
    assert found["collisions"] == []


def test_a_brand_meets_its_label_under_any_suffix(cli, basket) -> None:
    done = cli("check", "Mon Panier bleu", "--corpus", basket, "--format", "json")
    (hit,) = json.loads(done.out)["collisions"]
    assert (done.code, hit["kind"]) == (1, "same-label")


def test_intended_endings_and_markets_of_a_brand(cli, basket) -> None:
    done = cli(
        "check", "Le Panier bleu", "--corpus", basket, "--suffix", "ca, .QUEBEC", "--market", "ca",
        "--format", "json",
    )  # fmt: skip
    found = json.loads(done.out)
    assert found["name"]["markets"] == ["CA"]
    assert {s["domain"].partition(".")[2] for s in found["suggestions"]} >= {"ca", "quebec"}


def test_limit_counts_collisions(cli, tmp_path) -> None:
    (tmp_path / "many.txt").write_text(
        "".join(f"{d}panierbleu.com\n" for d in ("mon", "ton", "la", "ma", "un")), "utf-8"
    )
    ask = ("check", "lepanierbleu.ca", "--corpus", "many.txt", "--format", "json")
    every = json.loads(cli(*ask).out)["collisions"]
    assert len(every) == 5
    assert json.loads(cli(*ask, "--limit", "2").out)["collisions"] == every[:2]
    assert [c["probability"] for c in every] == sorted(
        (c["probability"] for c in every), reverse=True
    )


def test_a_low_least_probability_shows_what_is_below(cli, basket) -> None:
    ask = ("check", "windmil.net", "--corpus", basket, "--format", "json")
    low = json.loads(cli(*ask, "--min-probability", "0", "--warn-at", "1", "--review-at", "1").out)
    assert [c["level"] for c in low["collisions"]][:1] == ["below"]
    assert low["level"] == "none-found"


def test_explain_shows_bits_that_add_up(cli, basket) -> None:
    out = cli("check", "lepanierbleu.ca", "--corpus", basket, "--explain").out
    assert "before any evidence" in out
    assert "together, in bits" in out


def test_output_is_written_whole_and_standard_output_stays_empty(cli, basket, tmp_path) -> None:
    done = cli("check", "lepanierbleu.ca", "--corpus", basket, "--output", "report.txt")
    assert (done.code, done.out) == (1, "")
    assert "monpanierbleu.com" in (tmp_path / "report.txt").read_text("utf-8")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["list.txt", "report.txt"]


def test_a_failure_leaves_the_old_output_as_it_was(cli, basket, tmp_path, monkeypatch) -> None:
    (tmp_path / "report.txt").write_text("old", "utf-8")
    import confusables.checker

    def broken(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(confusables.checker.Checker, "check", broken)
    done = cli("check", "lepanierbleu.ca", "--corpus", basket, "--output", "report.txt")
    assert done.code == 70
    assert (tmp_path / "report.txt").read_text("utf-8") == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["list.txt", "report.txt"]


def test_the_same_input_gives_the_same_bytes(cli, basket) -> None:
    ask = ("check", "lepanierbleu.ca", CLEAR, "--corpus", basket, "--format", "json")

    def without_times(out: str) -> str:
        return re.sub(r'"at": "[^"]+"', "", out)

    assert without_times(cli(*ask).out) == without_times(cli(*ask).out)
    text = ("check", "lepanierbleu.ca", "--corpus", basket)
    assert cli(*text).out == cli(*text).out


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "x.com", "--no-such-option"),
        ("check", "x.com", "--market", "XX"),
        ("check", "x.com", "--market", "\udcff"),
        ("check", "x.com", "--limit", "0"),
        ("check", "x.com", "--limit", "many"),
        ("check", "x.com", "--warn-at", "2"),
        ("check", "x.com", "--warn-at", "nan"),
        ("check", "x.com", "--min-probability", "nan"),
        ("check", "x.com", "--warn-at", "0.1", "--review-at", "0.5"),
        ("check", "x.com", "--review-at", "0.99"),
        ("check", "x.com", "--suffix", "zz..,com"),
        ("check", "x.com", "--suffix", "***"),
        ("check", "x.com", "--suffix", "a"),
        ("check", "x.com", "--suffix", "exemple.ca"),
        ("check", "x.com", "--suffix", "a.b.ca"),
        ("check", "x.com", "--fail-on", "never"),
        ("check", "x.com", "--format", "xml"),
        ("check", "x.com", "--lang", "tlh"),
        ("check", "x.com", "--output", "."),
    ],
)
def test_wrong_usage_is_code_2_and_one_clear_line(cli, arguments) -> None:
    done = cli(*arguments)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert done.err.startswith("confusables: usage: ")


@pytest.mark.parametrize("name", ["", "..", "a..fr", "user:pw@host", "192.0.2.1", "\udcff.com"])
def test_an_unusable_name_is_code_65_and_one_clear_line(cli, basket, name) -> None:
    done = cli("check", name, "--corpus", basket)
    assert (done.code, done.out) == (65, "")
    assert len(done.err.splitlines()) == 1
    assert done.err.rstrip("\n").isprintable()


@pytest.mark.parametrize("option", ["--corpus", "--mine", "--exceptions"])
def test_a_file_that_cannot_be_read_is_code_66(cli, basket, option) -> None:
    done = cli("check", "x.com", option, "no-such-file")
    assert (done.code, done.out) == (66, "")
    assert len(done.err.splitlines()) == 1
    assert "no-such-file" in done.err


def test_a_corpus_that_is_none_is_code_66(cli, tmp_path) -> None:
    (tmp_path / "bytes").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "empty").write_bytes(b"")
    for path in ("bytes", "empty", "."):
        done = cli("check", "x.com", "--corpus", path)
        assert (done.code, done.out, len(done.err.splitlines())) == (66, "", 1)


def test_a_file_of_the_users_that_cannot_be_read_is_code_66(cli, basket, tmp_path) -> None:
    for option in ("--mine", "--exceptions"):
        done = cli("check", "a.fr", "--corpus", basket, option, str(tmp_path))
        assert done.code == 66
        assert "cannot be read" in done.err


def test_a_list_in_utf_16_is_told_once(cli, basket, tmp_path) -> None:
    (tmp_path / "wide.txt").write_text("a.fr\nb.fr\n", "utf-16")
    for arguments in (
        ("check", "a.fr", "--corpus", basket, "--mine", "wide.txt"),
        ("screen", "wide.txt", "--corpus", basket),
        ("compare", "--pairs", "wide.txt"),
    ):
        done = cli(*arguments)
        assert done.code == 66
        assert done.err.count("in UTF-16; save it in UTF-8") == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"a.fr\nb.fr\n\0\1\2\n", "a binary file, not a list of names"),
        (random.Random(7).randbytes(5000), "a binary file, not a list of names"),
        ("a.fr\nb.fr\n".encode("utf-32"), "in UTF-32; save it in UTF-8"),
        (
            bz2.compress(b"a.fr\n" * 9),
            "packed as bz2, which is not read: gzip, zip, xz and zstd are",
        ),
    ],
)
def test_what_is_no_text_is_no_list_of_names(cli, basket, tmp_path, content, told) -> None:
    (tmp_path / "list.bin").write_bytes(content)
    (tmp_path / "out").write_text("kept", "utf-8")
    corpus = ("--corpus", basket)
    for arguments in (
        ("check", "a.fr", *corpus, "--mine", "list.bin"),
        ("check", "a.fr", *corpus, "--exceptions", "list.bin"),
        ("check", "-", *corpus),
        ("screen", "list.bin", *corpus, "--output", "out"),
        ("screen", "-", *corpus),
        ("watch", "list.bin", basket, *corpus, "--state", "state"),
        ("watch", "-", basket, *corpus, "--state", "state"),
        ("compare", "--pairs", "list.bin"),
        ("compare", "--pairs", "-"),
    ):
        done = cli(*arguments, stdin=content)
        path = "standard input" if "-" in arguments else "list.bin"
        assert (done.code, done.out) == (66, "")
        assert done.err == f"confusables: error: {path}: {told}\n"
    assert (tmp_path / "out").read_text("utf-8") == "kept"


@pytest.mark.parametrize(
    "arguments",
    [
        *(("check", "a.fr", f"--{option}", "") for option in
          ("suffix", "owner", "corpus", "mine", "exceptions", "output")),
        ("check", "a.fr", "--suffix", " , "),
        ("check", "a.fr", "--owner", " "),
        ("compare", "--pairs", ""),
        ("screen", ""),
        ("watch", "", "list.txt", "--state", "state"),
        ("watch", "list.txt", "", "--state", "state"),
        ("watch", "list.txt", "list.txt", "--state", ""),
        ("corpus", "build", "", "list.txt"),
        ("corpus", "build", "out.corpus", ""),
        ("corpus", "info", ""),
    ],
)  # fmt: skip
def test_what_is_given_empty_is_wrong_usage(cli, basket, arguments) -> None:
    done = cli(*arguments)
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert "an empty text names nothing" in done.err
    assert "un texte vide ne nomme rien" in cli(*arguments, "--lang", "fr").err


def test_a_pipe_is_no_corpus(cli, basket, tmp_path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for arguments in (
        ("check", "a.fr", "--corpus", "pipe"),
        ("corpus", "build", "out.corpus", "pipe"),
    ):
        done = cli(*arguments)
        assert done.code == 66
        assert "a pipe, which cannot be read twice" in done.err


def test_a_dash_is_standard_output_too(cli, basket, tmp_path) -> None:
    shown = cli("check", "lepanierbleu.ca", "--corpus", basket)
    assert cli("check", "lepanierbleu.ca", "--corpus", basket, "--output", "-") == shown
    assert not (tmp_path / "-").exists()


def test_csv_says_that_the_name_itself_is_registered(cli, basket) -> None:
    done = cli("check", "windmill.org", "qwxz.ca", "--corpus", basket, "--format", "csv")
    header, first, second = list(csv.reader(done.out.splitlines()))
    assert len(header) == len(first) == len(second)
    column = header.index("existing")
    assert (first[column], second[column]) == ("windmill.org", "")


def test_half_characters_are_written_out(cli, basket) -> None:
    done = cli("check", "-", "--corpus", basket, "--format", "jsonl", stdin=b"\xe9t\xe9.fr\n")
    assert done.code == 65
    (shown,) = map(json.loads, done.out.splitlines())
    assert shown["input"].encode() == rb"\udce9t\udce9.fr"


def test_an_ending_with_a_blank_inside_is_none(cli, basket) -> None:
    assert cli("check", "brontiq", "--corpus", basket, "--suffix", "a b").code == 2
    assert cli("check", "brontiq", "--corpus", basket, "--suffix", "ca, gouv.qc.ca").code == 0


def test_lists_of_ones_own_that_say_more_than_is_taken_are_told(cli, basket, tmp_path) -> None:
    (tmp_path / "mine.txt").write_text("shop.example.com\nwww.example.org\nhttps://a.ca/b\n")
    (tmp_path / "known.csv").write_text("blog.example.com,agreed,2026-01-31\n")
    done = cli(
        "check", "shop.gandi.net", "gandi.fr", "--corpus", basket, "--mine", "mine.txt",
        "--exceptions", "known.csv", "--choose",
    )  # fmt: skip
    assert "mine.txt: 2 rows say more than a registrable name; that alone was taken" in done.err
    assert "known.csv: one row says more" in done.err
    assert done.out.startswith("Only gandi.net was compared. Left aside: the subdomain “shop”.\n")

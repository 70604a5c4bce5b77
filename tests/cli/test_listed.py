"""Lists of names that commands are given, which all of them read in one way."""

from __future__ import annotations

import gzip
import json
import os
import threading

import pytest

from confusables import Corpus


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "lepanierbleu.ca", "--mine", "pipe"),
        ("screen", "pipe"),
        ("watch", "pipe", "list.txt", "--state", "state.json"),
    ],
)
def test_a_list_of_names_may_come_by_a_pipe(cli, basket, tmp_path, arguments) -> None:
    os.mkfifo(tmp_path / "pipe")
    written = threading.Thread(
        target=(tmp_path / "pipe").write_text, args=("# ours\na..b\nx.ca\n",)
    )
    written.start()
    done = cli(*arguments, "--corpus", basket)
    written.join()
    assert done.code == 65
    assert done.err.startswith("confusables: error: pipe:2: an empty label between two dots")


def test_own_names_may_be_any_list_of_names(cli, basket, tmp_path) -> None:
    rows = "owner,domain\nus,monpanierbleu.com\nus,a..b\n"
    (tmp_path / "mine.csv.gz").write_bytes(gzip.compress(rows.encode()))
    done = cli("check", "lepanierbleu.ca", "--corpus", basket, "--mine", "mine.csv.gz",
               "--format", "json")  # fmt: skip
    assert done.code == 65
    assert done.err.startswith("confusables: error: mine.csv.gz:3: an empty label")
    assert [own["domain"] for own in json.loads(done.out)["own"]] == ["monpanierbleu.com"]


def test_remarks_among_names_on_standard_input_do_not_count(cli, basket) -> None:
    done = cli(
        "check", "-", "--corpus", basket, "--format", "csv", stdin=b"# ours\n\n zxqzxq.org\n"
    )
    assert (done.code, done.err) == (0, "")
    assert [line.partition(",")[0] for line in done.out.splitlines()] == ["input", "zxqzxq.org"]


OVERLONG = b"x" * 3_000_000
TOLD = "2: a line of more than 65,536 bytes"


@pytest.mark.parametrize("packed", [False, True])
def test_a_line_that_is_longer_than_any_row_is_told_and_the_rest_is_used(
    cli, basket, tmp_path, packed
) -> None:
    rows = b"lepanierbleu.ca\n" + OVERLONG + b"\nzxqzxq.org\n"
    (tmp_path / "list").write_bytes(gzip.compress(rows) if packed else rows)
    screened = cli("screen", "list", "--corpus", basket)
    assert screened.code == 65
    assert screened.err.startswith(f"confusables: error: list:{TOLD}\n")
    names = [json.loads(line)["name"] for line in screened.out.splitlines()]
    assert names == ["lepanierbleu.ca", "", "zxqzxq.org"]
    built = cli("corpus", "build", "list.corpus", "list")
    assert built.code == 65
    assert f"list:{TOLD}\n" in built.err
    assert len(Corpus.load(tmp_path / "list.corpus")) == 2


def test_standard_input_and_pairs_have_no_longer_lines_either(cli, basket) -> None:
    rows = b"zxqzxq.org\n" + OVERLONG + b"\nlepanierbleu.ca\n"
    checked = cli("check", "-", "--corpus", basket, "--format", "jsonl", stdin=rows)
    assert checked.code == 65
    assert checked.err == f"confusables: error: -:{TOLD}\n"
    assert [bool(json.loads(line).get("error")) for line in checked.out.splitlines()] == [
        False, True, False,
    ]  # fmt: skip
    pairs = b"a.com\tb.com\n" + OVERLONG + b"\tb.com\nlepanierbleu.ca\tmonpanierbleu.com\n"
    compared = cli("compare", "--pairs", "-", stdin=pairs)
    assert compared.code == 65
    assert compared.err == f"confusables: error: -:{TOLD}\n"
    _, wrong, right = map(json.loads, compared.out.splitlines())
    assert wrong == {"a": "", "b": "", "error": TOLD.partition(" ")[2]}
    assert right["level"] == "warn"

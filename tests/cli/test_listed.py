"""Lists of names that commands are given, which all of them read in one way."""

from __future__ import annotations

import gzip
import json
import os
import threading

import pytest


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

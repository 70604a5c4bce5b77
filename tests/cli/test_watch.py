"""``confusables watch``: what is new, once, whatever days come twice, late or not at all."""

from __future__ import annotations

import gzip
import json
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

command = import_module("confusables.cli.watch")  # the module, not the command of its name


@pytest.fixture
def day(cli, tmp_path):
    """Run a day: what is newly registered, and the portfolio; the rows that it tells."""
    (tmp_path / "all.txt").write_text("monpanierbleu.com\nwindmill.org\n")
    (tmp_path / "mine.txt").write_text("lepanierbleu.ca\nzxqzxq.org\n")

    def run(new: str, *more: str, code: int | None = None, mine: str | None = None) -> list[dict]:
        if mine is not None:
            (tmp_path / "mine.txt").write_text(mine)
        (tmp_path / "new.txt").write_text(new)
        given = ("mine.txt", "new.txt", "--state", "state.json", "--corpus", "all.txt")
        done = cli("watch", *given, "--format", "jsonl", *more)
        assert code is None or done.code == code, done.err
        return [json.loads(line) for line in done.out.splitlines()]

    return run


def _told(rows: list[dict]) -> list[tuple[str, str, str]]:
    return [(row["name"], row["domain"], row["way"]) for row in rows]


FIRST = [("lepanierbleu.ca", "monpanierbleu.com", "in-corpus")]


def test_both_ways_and_each_once(day) -> None:
    rows = day("tonpanierbleu.fr\nelsewhere.net\n", code=1)
    assert list(rows[0]) == [
        "name", "domain", "probability", "bits", "kind", "level", "also", "way",
    ]  # fmt: skip
    assert _told(rows) == [("lepanierbleu.ca", "tonpanierbleu.fr", "new-registration"), *FIRST]
    assert day("tonpanierbleu.fr\nelsewhere.net\n", code=0) == []
    assert _told(day("elsewhere.net\nlapanierbleu.ca\n", code=1)) == [
        ("lepanierbleu.ca", "lapanierbleu.ca", "new-registration")
    ]


def test_a_quiet_day_and_a_day_that_comes_late(day) -> None:
    assert _told(day("")) == FIRST
    assert day("\n\n", code=0) == []
    third = _told(day("lepanierbleue.com\n"))
    second = _told(day("lespanierbleu.com\n"))
    both = _told(day("lepanierbleue.com\nlespanierbleu.com\n"))
    assert [domain for _, domain, _ in third + second] == ["lepanierbleue.com", "lespanierbleu.com"]
    assert both == []


def test_another_ending_of_a_name_that_was_told(day) -> None:
    day("tonpanierbleu.fr\n")
    (row,) = day("tonpanierbleu.fr\ntonpanierbleu.ca\ntonpanierbleu.org\n", code=1)
    assert (row["domain"], row["also"]) == ("tonpanierbleu.ca", ["tonpanierbleu.org"])
    (row,) = day("tonpanierbleu.ca\ntonpanierbleu.net\n", code=1)
    assert (row["domain"], row["also"]) == ("tonpanierbleu.net", [])


def test_standard_input_may_be_either_list(day, cli, tmp_path) -> None:
    day("")
    given = ("--state", "state.json", "--corpus", "all.txt", "--format", "jsonl")
    done = cli("watch", "mine.txt", "-", *given, stdin=b"tonpanierbleu.fr\na..b\n")
    assert (done.code, json.loads(done.out)["domain"]) == (65, "tonpanierbleu.fr")
    assert done.err.startswith("confusables: error: -:2: ")
    assert cli("watch", "mine.txt", "-", *given, stdin=b"\n").code == 0
    done = cli("watch", "mine.txt", "-", *given, stdin=b"\0\1\2")
    assert (done.code, done.err) == (
        66,
        "confusables: error: standard input: a binary file, not a list of names\n",
    )
    assert cli("watch", "-", "new.txt", *given, stdin=b"lepanierbleu.ca\n").code == 0
    assert cli("watch", "-", "-", *given).code == 2


def test_one_is_said_as_one(cli, day, tmp_path) -> None:
    day("")
    (tmp_path / "one.txt").write_text("zxqzxq.org\n")
    done = cli("watch", "one.txt", "new.txt", "--state", "state.json", "--corpus", "all.txt")
    assert done.err.startswith("confusables: done: one name watched: ")


def test_a_name_that_is_new_in_the_portfolio_is_put_to_all(day) -> None:
    day("")
    rows = day("", mine="lepanierbleu.ca\nzxqzxq.org\nwindmills.com\n")
    assert _told(rows) == [("windmills.com", "windmill.org", "in-corpus")]


def test_a_name_that_left_the_portfolio_is_forgotten_and_a_new_one_when_it_returns(
    day, tmp_path
) -> None:
    both = (tmp_path / "mine.txt").read_text()
    assert _told(day("tonpanierbleu.fr\n"))[1:] == FIRST
    assert day("", mine="zxqzxq.org\n", code=0) == []
    held = json.loads((tmp_path / "state.json").read_text())
    assert list(held["names"]) == ["zxqzxq.org"]
    assert _told(day("", mine=both.upper())) == [("LEPANIERBLEU.CA", *FIRST[0][1:])]
    assert day("", mine=both, code=0) == []


def test_a_corpus_that_has_grown_tells_of_the_days_that_were_missed(day, tmp_path) -> None:
    day("")
    (tmp_path / "all.txt").write_text("monpanierbleu.com\nwindmill.org\ntonpanierbleu.fr\n")
    assert _told(day("")) == [("lepanierbleu.ca", "tonpanierbleu.fr", "in-corpus")]


def test_my_own_names_are_not_told(day) -> None:
    assert _told(day("lepanierbleu.com\n", mine="lepanierbleu.ca\nlepanierbleu.com\n")) == [
        (name, "monpanierbleu.com", "in-corpus") for name in ("lepanierbleu.ca", "lepanierbleu.com")
    ]


def test_a_report_for_people(cli, day, tmp_path) -> None:
    day("", code=1)
    (tmp_path / "new.txt").write_text("tonpanierbleu.fr\ntonpanierbleu.be\n")
    done = cli(
        "watch", "mine.txt", "new.txt", "--state", "state.json", "--corpus", "all.txt",
        "--output", "report.txt",
    )  # fmt: skip
    text = (tmp_path / "report.txt").read_text()
    assert done.code == 1
    assert text.startswith("WARNING: tonpanierbleu.")
    assert "newly registered, may be taken for lepanierbleu.ca (" in text
    assert "le → ton before “panierbleu”" in text
    assert "2 names watched: 1 new to warn of, 0 to review" in done.err


@pytest.mark.parametrize("output", [(), ("--output", "report")])
def test_what_could_not_be_delivered_is_told_by_the_next_run(
    day, cli, tmp_path, monkeypatch, output
) -> None:
    whole = command.output_file

    def breaks(path: Path | None):
        raise OSError("no room")

    monkeypatch.setattr(command, "output_file", breaks)
    day("tonpanierbleu.fr\n", *output, code=70)
    monkeypatch.setattr(command, "output_file", whole)
    rows = day("lapanierbleu.ca\n", *output)
    if output:
        rows = [json.loads(line) for line in (tmp_path / "report").read_text().splitlines()]
    assert [row["domain"] for row in rows] == [
        "tonpanierbleu.fr", "monpanierbleu.com", "lapanierbleu.ca",
    ]  # fmt: skip
    assert day("tonpanierbleu.fr\nlapanierbleu.ca\n", *output) == []


def test_a_report_that_was_delivered_before_the_end_is_not_told_again(
    day, tmp_path, monkeypatch
) -> None:
    saved = command.State.save
    calls: list[None] = []

    def once(self, path) -> None:
        calls.append(None)
        if len(calls) == 2:
            raise KeyboardInterrupt
        saved(self, path)

    monkeypatch.setattr(command.State, "save", once)
    day("tonpanierbleu.fr\n", "--output", "report", code=130)
    monkeypatch.setattr(command.State, "save", saved)
    first = (tmp_path / "report").read_text()
    assert "tonpanierbleu.fr" in first
    assert day("tonpanierbleu.fr\n", code=0) == []


def test_a_state_of_another_version_or_of_none_is_said(day, cli, tmp_path) -> None:
    deep = "[" * 100_000
    for content in (
        deep,
        '{"confusables-watch": 2}',
        "[]",
        "{}",
        "no JSON",
        '{"confusables-watch": 1}',
    ):
        (tmp_path / "state.json").write_text(content)
        day("", code=66)
        assert (tmp_path / "state.json").read_text() == content


def test_two_runs_at_once_do_not_share_a_state(day, tmp_path) -> None:
    fcntl = pytest.importorskip("fcntl")
    with (tmp_path / ".state.json.lock").open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        day("", code=66)
    day("", code=1)


def test_unusable_rows_are_told_and_the_rest_goes_on(cli, day, tmp_path) -> None:
    rows = day("tonpanierbleu.fr\n..\n", code=65, mine="bad name..\nlepanierbleu.ca\n")
    assert len(rows) == 2
    day("", "--corpus", "no-such.corpus", code=66)
    assert cli("watch", "mine.txt", "no-such.txt", "--state", "state.json").code == 66
    assert cli("watch", "mine.txt", "new.txt").code == 2


@pytest.mark.parametrize(
    "pending", [0, "x", {"output": 5, "digest": "", "news": [{}]}, {"output": 5}]
)
def test_a_state_of_something_else_is_told(day, cli, tmp_path, pending) -> None:
    day("")
    state = tmp_path / "state.json"
    news = [{"name": "a.fr", "level": "warn", "domain": "b.fr", "probability": 0.9, "bits": 3.0,
             "kind": "typing", "also": [], "way": "in-corpus",
             "says": {"template": "x", "values": {}}}]  # fmt: skip
    if isinstance(pending, dict) and "news" in pending:
        pending = {**pending, "news": news}
    held = json.dumps({**json.loads(state.read_text()), "pending": pending})
    state.write_text(held)
    done = cli("watch", "mine.txt", "new.txt", "--state", "state.json", "--corpus", "all.txt")
    assert (done.code, done.err) == (
        66,
        "confusables: error: state.json: not the state of a watch\n",
    )
    assert state.read_text() == held


def test_a_quiet_day_in_a_packed_list(cli, tmp_path) -> None:
    (tmp_path / "mine.txt").write_text("lepanierbleu.ca\n", "utf-8")
    (tmp_path / "day.gz").write_bytes(gzip.compress(b""))
    done = cli("watch", "mine.txt", "day.gz", "--state", "state.json", "--corpus", "mine.txt")
    assert (done.code, done.out) == (0, "")


def test_names_that_say_more_than_is_watched_are_told(cli, tmp_path) -> None:
    (tmp_path / "mine.txt").write_text("shop.example.com\nwww.example.org\n")
    (tmp_path / "new.txt").write_text("")
    done = cli("watch", "mine.txt", "new.txt", "--state", "state.json")
    assert "note: mine.txt: one row says more than a registrable name" in done.err

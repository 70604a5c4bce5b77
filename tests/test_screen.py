"""Screening: the answers of check, name by name, in order, on one core or several."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from dataclasses import replace
from itertools import count, islice
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from names_made import any_text, brands, domains

from confusables import Checker, Corpus, InvalidName, Level
from confusables.screen import Row, in_order, rows, rows_of

if TYPE_CHECKING:
    from pathlib import Path

    from confusables.report import Report

OLD = (
    "monpanierbleu.com", "gandi.net", "gandi.fr", "windmill.org", "lapetiteboutique.fr",
    "bénéteau.com", "rapid.space", "bluebasket.com", "hotel24.de", "shopcloud.com",
    "painduquartier.fr", "ouest-job.com",
)  # fmt: skip
NEW = [
    "lepanierbleu.ca", "ghandi.net", "zxqzxq.org", "beneteau.fr", "rapidspace.com",
    "Petite Boutique",
]  # fmt: skip


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    path = tmp_path_factory.mktemp("corpus") / "list.txt"
    path.write_text("\n".join(OLD), "utf-8")
    return Corpus.load(path)


@pytest.fixture(scope="module")
def checker(corpus: Corpus) -> Checker:
    return Checker(corpus)


def _same(one: Report, other: Report) -> bool:
    return replace(one, made=other.made) == other


@given(texts=st.lists(st.one_of(domains, brands, any_text), max_size=4))
def test_rows_are_what_check_says_of_each_name(checker: Checker, texts: list[str]) -> None:
    for text in texts:
        found = rows(checker, text)
        if found[0].error is not None:
            with pytest.raises(InvalidName) as problem:
                checker.check(text)
            assert found == (Row(text, error=str(problem.value)),)
            continue
        report = checker.check(text)
        assert found == rows_of(report, text)
        assert [(r.domain, r.probability, r.bits, r.kind, r.level) for r in found if r.kind] == [
            (c.domain, c.probability, c.bits, c.kind, c.level) for c in report.collisions
        ]
        assert found[0].level == report.level
        assert [Row.from_dict(json.loads(json.dumps(r.to_dict()))) for r in found] == list(found)


@settings(max_examples=8, phases=[Phase.generate])
@given(texts=st.lists(st.one_of(domains, brands), min_size=40, max_size=80))
def test_several_processes_give_the_reports_of_check_in_order(
    checker: Checker, texts: list[str]
) -> None:
    expected, bad = [], []
    for text in texts:
        try:
            expected.append(checker.check(text))
        except InvalidName:
            bad.append(text)
    told: list[str] = []
    found = list(checker.screen(texts, unusable=lambda text, _: told.append(text), workers=2))
    assert told == bad
    assert [r.name for r in found] == [r.name for r in expected]
    assert all(map(_same, found, expected))


def test_what_a_report_may_be_asked_for_is_there_after_the_journey(checker: Checker) -> None:
    report = next(iter(checker.screen(NEW * 20, workers=2)))
    direct = checker.check(NEW[0])
    assert report.to_dict() == {**direct.to_dict(), "made": report.to_dict()["made"]}
    assert report.suggestions
    assert report.collisions[0].advice


def test_suggestions_are_not_made_where_nobody_asks(
    checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made(*_: object) -> None:
        raise AssertionError("suggestions were made")

    monkeypatch.setattr("confusables.checker.suggestions", made)
    assert next(checker.screen(NEW)).level == Level.WARN
    assert len(list(checker.screen(NEW * 20, workers=2))) == 120
    assert rows(checker, NEW[0])[0].domain == "monpanierbleu.com"


def test_an_unusable_name_raises_where_nobody_is_told(checker: Checker) -> None:
    for names in (["gandi.net", ".."], ["gandi.net", ".."] * 40):
        found = checker.screen(names, workers=2)
        assert next(found).name.ascii == "gandi.net"
        with pytest.raises(InvalidName):
            list(found)


def test_names_are_taken_as_they_are_needed(checker: Checker) -> None:
    taken = count()
    endless = (f"panier{next(taken)}.com" for _ in count())
    found = in_order(checker, endless, rows, 2)
    assert [r[0].name for r in islice(found, 100)] == [f"panier{n}.com" for n in range(100)]
    found.close()
    assert next(taken) < 100 + 2 * 16 * (2 * 4 + 1)


def test_a_process_with_threads_does_not_fork(checker: Checker) -> None:
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        pids = set(in_order(checker, NEW * 10, _pid, 2))
    finally:
        stop.set()
        other.join()
    assert pids == {os.getpid()}
    here, *elsewhere = in_order(checker, NEW * 10, _pid, 2)
    assert here == os.getpid()  # the first, so that the tables are read once for all
    assert os.getpid() not in elsewhere


def _pid(checker: Checker, text: str) -> int:
    return os.getpid()


def test_a_brand_without_a_domain_is_named(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("domain,name,country\n,Mon Panier bleu,FR\n", "utf-8")
    (row,) = rows(Checker(Corpus.load(path)), "lepanierbleu.ca")
    assert row.to_dict() == {
        "name": "lepanierbleu.ca", "domain": None, "probability": row.probability,
        "bits": row.bits, "kind": "determiner", "level": "warn", "also": [],
        "brand": "Mon Panier bleu",
    }  # fmt: skip


def test_threads_and_forked_processes_share_a_checker(checker: Checker) -> None:
    expected = [rows(checker, name) for name in NEW]
    found: list[list[tuple[Row, ...]]] = []

    def run() -> None:
        found.append([rows(checker, name) for name in NEW])

    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 8
    assert list(in_order(checker, NEW * 10, rows, 3)) == expected * 10


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_fork_in_the_midst_of_checks_does_not_hang(checker: Checker) -> None:
    stop = threading.Event()

    def run() -> None:
        while not stop.is_set():
            rows(checker, NEW[0])

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    try:
        for _ in range(20):
            if not (child := os.fork()):
                code = 1
                try:  # whatever is raised: the child is not to go on with the tests
                    code = 0 if rows(checker, NEW[0])[0].level == Level.WARN else 1
                finally:
                    os._exit(code)
            until = time.monotonic() + 30
            while not (done := os.waitpid(child, os.WNOHANG))[0] and time.monotonic() < until:
                time.sleep(0.005)
            if not done[0]:
                os.kill(child, signal.SIGKILL)
            assert done[0], "the child waits for a lock that nobody holds"
            assert os.waitstatus_to_exitcode(done[1]) == 0
    finally:
        stop.set()
        for thread in threads:
            thread.join()

"""The cache of answers, and faults 55 to 58."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from contextlib import closing
from dataclasses import replace

import guard
import pytest
from lookups.loopback import NOT_FOUND, http, registry, say

from confusables.lookups import Lookup
from confusables.lookups.cache import Cache, default_cache_path
from confusables.model import Answer, Country, Heard, Reason, Verdict

NAME = "exemple.test"
FOUND = Answer(
    Verdict.REGISTERED,
    Reason.FOUND,
    "rdap",
    "2026-01-02T03:04:05Z",
    registrar="Example",
    holder="Exemple SA",
    created="2001-02-03",
    statuses=("ok",),
    countries=(Country("FR", "registrant"),),
    dns=("delegated",),
    heard=(Heard("rdap", Verdict.REGISTERED, Reason.FOUND),),
)
ABSENT = Answer(Verdict.NO_RECORD, Reason.NO_RECORD, "rdap", "2026-01-02T03:04:05Z")


class Clock:
    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def cache(tmp_path, clock) -> Cache:
    return Cache(tmp_path / "deep" / "answers.sqlite", clock)


def test_an_answer_comes_back_whole(cache) -> None:
    cache.put(NAME, FOUND)
    assert cache.get(NAME) == FOUND
    assert cache.get("autre.test") is None


def test_positives_live_a_day_and_negatives_an_hour(cache, clock) -> None:
    cache.put(NAME, FOUND)
    cache.put("absent.test", ABSENT)
    clock.now += 3599
    assert cache.get("absent.test") == ABSENT
    clock.now += 2
    assert cache.get("absent.test") is None
    assert cache.get(NAME) == FOUND
    clock.now += 24 * 3600
    assert cache.get(NAME) is None


def test_unknowns_are_not_kept(cache) -> None:
    cache.put(NAME, Answer(Verdict.UNKNOWN, Reason.THROTTLED, "rdap"))
    assert cache.get(NAME) is None


def test_the_file_does_not_show_what_was_asked_and_is_its_owners(cache) -> None:
    cache.put("tres-secret.test", FOUND)
    assert b"tres-secret" not in cache.path.read_bytes()
    assert stat.S_IMODE(cache.path.stat().st_mode) == 0o600


def test_the_words_of_a_server_are_not_kept(tmp_path, serve, whole) -> None:
    said = b'{"errorCode": 404, "title": "Domain tres-secret.test was not found"}'
    server = serve(say(http(said, 404)))
    path = tmp_path / "a.sqlite"
    more = {"rdap": {"test": server.url}, "allow_loopback": True, "witness": False, "cache": path}
    for note in ("Domain tres-secret.test was not found", None):
        with Lookup(**more) as lookup:
            answer = lookup.ask("tres-secret.test")
        assert (answer.verdict, answer.reason, answer.note) == ("no-record", "no-record", note)
        assert (answer.source, answer.at is None) == ("rdap", False)
    assert server.connections == 1
    assert not any(b"tres-secret" in file.read_bytes().lower() for file in tmp_path.iterdir())


def test_what_repeats_the_name_is_not_kept_and_our_own_notes_are(cache) -> None:
    for more in (
        {"holder": "Très-Secret.TEST SA"},
        {"registrar": "xn--trs-secret-06a.test"},
        {"statuses": ("très-secret.test is paid",)},
    ):
        cache.put("xn--trs-secret-06a.test", replace(FOUND, **more))
        assert cache.get("xn--trs-secret-06a.test") is None
    cache.put(NAME, replace(FOUND, note="partial"))
    assert cache.get(NAME).note == "partial"


def test_what_expired_leaves_no_trace(cache, clock) -> None:
    cache.put(NAME, replace(FOUND, holder="Nom Rare"))
    assert b"Nom Rare" in cache.path.read_bytes()
    clock.now += 25 * 3600
    cache.put("autre.test", FOUND)
    assert b"Nom Rare" not in cache.path.read_bytes()


def test_requests_are_counted_by_day(cache, clock) -> None:
    assert [cache.count("afnic") for _ in range(3)] == [1, 2, 3]
    assert cache.count("denic") == 1
    clock.now += 24 * 3600
    assert cache.count("afnic") == 1


@pytest.mark.parametrize("damage", ["corrupt", "full", "folder"])
def test_fault_55_cache_that_cannot_be_used(tmp_path, serve, whole, damage, caplog) -> None:
    path = tmp_path / "answers.sqlite"
    if damage == "corrupt":
        path.write_bytes(b"no database" * 1000)
    elif damage == "folder":
        path.mkdir()
    else:
        path = type(path)("/dev/full")
    server = serve(registry)
    with (
        caplog.at_level(logging.WARNING, logger="confusables"),
        Lookup(rdap={"test": server.url}, allow_loopback=True, cache=path, witness=False) as lookup,
    ):
        assert lookup.ask(NAME).verdict == "registered"
        assert lookup.ask("noexemple.test").verdict == "no-record"
    assert NAME not in caplog.text


def test_fault_55_cache_of_a_read_only_file(tmp_path, monkeypatch) -> None:
    cache = Cache(tmp_path / "answers.sqlite")
    cache.put(NAME, FOUND)
    connect = sqlite3.connect

    def read_only(path, **more):
        return connect(f"file:{path}?mode=ro", uri=True, **more)

    monkeypatch.setattr(sqlite3, "connect", read_only)
    cache.put("autre.test", FOUND)
    assert cache.get("autre.test") is None


@pytest.mark.parametrize("at", ["connect", "executescript", "execute"])
def test_fault_55_each_step_may_fail(tmp_path, monkeypatch, at) -> None:
    cache = Cache(tmp_path / "answers.sqlite")
    real = sqlite3.connect

    class Failing(sqlite3.Connection):
        def executescript(self, *a):
            if at == "executescript":
                raise sqlite3.OperationalError("disk I/O error")
            return super().executescript(*a)

        def execute(self, *a):
            if at == "execute":
                raise sqlite3.OperationalError("database or disk is full")
            return super().execute(*a)

    def connect(path, **more):
        if at == "connect":
            raise sqlite3.OperationalError("unable to open database file")
        return real(path, factory=Failing, **more)

    monkeypatch.setattr(sqlite3, "connect", connect)
    cache.put(NAME, FOUND)
    assert cache.get(NAME) is None
    assert cache.count("x") == 1


WRITER = """
import sys
import threading
import time
from confusables.lookups.cache import Cache
from confusables.model import Answer, Reason, Verdict
cache = Cache(sys.argv[1])
for i in range(100):
    cache.put(f"{sys.argv[2]}{i}.test", Answer(Verdict.REGISTERED, Reason.FOUND, "rdap"))
    cache.count("afnic")
"""


def test_fault_56_two_processes_on_one_cache(tmp_path) -> None:
    path = tmp_path / "answers.sqlite"
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), letter], env=guard.child_environment()
        )
        for letter in "ab"
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    cache = Cache(path)
    assert all(cache.get(f"{letter}{i}.test") for letter in "ab" for i in range(100))
    assert cache.count("afnic") == 201


@pytest.mark.parametrize(
    "body",
    [
        "null",
        "[]",
        "{",
        "[" * 5000,
        json.dumps({"version": 1, "key": "another", "answer": {"verdict": "no-record"}}),
        json.dumps({"version": 1, "key": "KEY", "answer": {"verdict": "free"}}),
        json.dumps({"version": 1, "key": "KEY", "answer": {"verdict": "registered"}}),
        json.dumps({"version": 9, "key": "KEY", "answer": {"verdict": "registered"}}),
        json.dumps({"version": 1, "key": "KEY", "answer": {"verdict": "registered", "reason": 5}}),
    ],
)
def test_fault_57_poisoned_rows(cache, body) -> None:
    cache.put(NAME, FOUND)
    with closing(sqlite3.connect(cache.path)) as base, base:
        key = base.execute("SELECT key FROM answers").fetchone()[0]
        base.execute("UPDATE answers SET body = ?", (body.replace("KEY", key),))
    assert cache.get(NAME) is None


@pytest.mark.parametrize("field", ["holder", "registrar", "statuses", "countries", "heard", "at"])
def test_fault_57_fields_of_a_wrong_type(cache, field) -> None:
    cache.put(NAME, FOUND)
    with closing(sqlite3.connect(cache.path)) as base, base:
        body = json.loads(base.execute("SELECT body FROM answers").fetchone()[0])
        body["answer"][field] = [[7]]
        base.execute("UPDATE answers SET body = ?", (json.dumps(body),))
    assert cache.get(NAME) is None


def test_fault_57_a_text_that_is_not_clean(cache) -> None:
    cache.put(NAME, replace(FOUND, holder="Exemple\x1b[31m SA"))
    assert cache.get(NAME) is None


def test_fault_57_a_row_of_another_name(cache) -> None:
    cache.put(NAME, ABSENT)
    with closing(sqlite3.connect(cache.path)) as base, base:
        moved = base.execute("SELECT made, body FROM answers").fetchone()
        cache.put("autre.test", FOUND)
        base.execute("UPDATE answers SET made = ?, body = ?", moved)
    assert cache.get("autre.test") is None


def test_fault_58_clock_that_jumps_back(cache, clock) -> None:
    cache.put(NAME, FOUND)
    clock.now -= 10
    assert cache.get(NAME) is None
    clock.now += 10
    assert cache.get(NAME) == FOUND


def test_the_default_path_is_the_users(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    assert default_cache_path() == tmp_path / "domain-confusables" / "answers.sqlite"


def test_a_kept_answer_is_not_asked_again(tmp_path, serve, whole) -> None:
    server = serve(registry)
    more = {"rdap": {"test": server.url}, "allow_loopback": True, "witness": False}
    for _ in range(2):
        with Lookup(cache=tmp_path / "a.sqlite", **more) as lookup:
            assert lookup.ask(NAME).verdict == "registered"
    assert server.connections == 1
    with Lookup(**more) as lookup:
        lookup.ask(NAME)
    assert server.connections == 2


def test_fault_56_another_process_that_does_not_let_go(tmp_path, serve, bounded) -> None:
    path = tmp_path / "answers.sqlite"
    Cache(path).put("autre.test", FOUND)
    silent = serve(lambda conn, request: silent.pause(10))
    with closing(sqlite3.connect(path)) as base:
        base.execute("BEGIN EXCLUSIVE")
        answer = bounded(NAME, rdap={"test": silent.url}, cache=path)  # within its half second
    assert answer.reason == "timeout"


def test_a_cache_that_was_let_go_is_waited_for_again(tmp_path, monkeypatch) -> None:
    cache = Cache(tmp_path / "answers.sqlite")
    cache.put(NAME, FOUND)
    with closing(sqlite3.connect(cache.path)) as base:
        base.execute("BEGIN EXCLUSIVE")
        assert cache.get(NAME) is None
        begun = time.monotonic()
        assert [cache.get(NAME) for _ in range(5)] == [None] * 5
        assert time.monotonic() - begun < 0.9, "five waits take a second"
    monkeypatch.setattr("confusables.lookups.cache._PATIENCE", 30.0)  # beyond any delay of a timer
    assert cache.get(NAME) == FOUND
    base = sqlite3.connect(cache.path, check_same_thread=False)
    base.execute("BEGIN EXCLUSIVE")
    timer = threading.Timer(0.1, base.close)
    timer.start()
    assert cache.get(NAME) == FOUND
    timer.join()


def test_threads_of_one_process_do_not_lock_one_another_out(tmp_path, caplog) -> None:
    cache = Cache(tmp_path / "answers.sqlite")

    def count(operator: str) -> None:
        for _ in range(20):
            cache.count(operator)

    threads = [threading.Thread(target=count, args=(f"op{n}",)) for n in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [cache.count(f"op{n}") for n in range(16)] == [21] * 16
    assert "cannot be used" not in caplog.text


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_thread_that_a_fork_left_out_blocks_nobody(tmp_path) -> None:
    cache = Cache(tmp_path / "answers.sqlite")
    cache.put(NAME, FOUND)
    cache._turns.acquire()  # as a thread does that is at work when the process is forked
    child = os.fork()
    if not child:
        code = 1
        try:  # whatever is raised: the child is not to go on with the tests
            begun = time.monotonic()
            code = 0 if cache.get(NAME) == FOUND and time.monotonic() - begun < 4 else 1
        finally:
            os._exit(code)
    assert os.waitpid(child, 0)[1] == 0


def _changed(cache: Cache, **fields: object) -> None:
    """Write other fields into the one row that there is."""
    with closing(sqlite3.connect(cache.path)) as base, base:
        body = json.loads(base.execute("SELECT body FROM answers").fetchone()[0])
        body["answer"].update(fields)
        base.execute("UPDATE answers SET body = ?", (json.dumps(body),))


@pytest.mark.parametrize(
    "fields",
    [
        {"reason": "timeout"},
        {"reason": "no-record"},
        {"source": "oracle"},
        {"source": None},
        {"at": "yesterday"},
        {"at": "2026-01-02T03:04:05+02:00"},
        {"created": "2026-02-30"},
        {"expires": "soon"},
        {"note": "free"},
        {"dns": ["somewhere"]},
        {"countries": [["XX", "registrant"]]},
        {"countries": [["FR", "a friend"]]},
        {"heard": [["rdap", "registered", "timeout"]]},
        {"heard": [["rdap", "unknown", "found"]]},
        {"heard": [["rdap", "unknown", "timeout"]]},
        {"heard": [["oracle", "registered", "found"]]},
    ],
)
def test_fault_57_a_row_that_contradicts_itself_is_none(cache, fields) -> None:
    cache.put(NAME, FOUND)
    _changed(cache)
    assert cache.get(NAME) == FOUND
    _changed(cache, **fields)
    assert cache.get(NAME) is None


@pytest.mark.parametrize(
    "fields",
    [
        {"reason": "timeout"},
        {"reason": "found"},
        {"holder": "Exemple SA"},
        {"created": "2001-02-03"},
        {"statuses": ["ok"]},
        {"dns": ["delegated"]},
        {"heard": [["rdap", "no-record", "no-record"], ["dns", "registered", "found"]]},
    ],
)
def test_fault_57_a_no_record_that_tells_of_a_record_is_none(cache, fields) -> None:
    cache.put(NAME, replace(ABSENT, dns=("not-delegated",)))
    _changed(cache)
    assert cache.get(NAME).verdict == "no-record"
    _changed(cache, **fields)
    assert cache.get(NAME) is None


def test_an_answer_of_other_servers_is_not_ones_own(tmp_path, serve) -> None:
    """What one server said is not told as the word of another, nor under other trust."""
    liar, honest = serve(lambda c, r: c.sendall(http(NOT_FOUND, 404))), serve(registry)
    more = {"allow_loopback": True, "witness": False, "cache": tmp_path / "a.sqlite"}

    def ask(server, **other: object) -> str:
        with Lookup(rdap={"test": server.url}, **{**more, **other}) as lookup:
            return lookup.ask(NAME).verdict

    assert [ask(liar), ask(honest), ask(liar), ask(honest)] == ["no-record", "registered"] * 2
    assert (liar.connections, honest.connections) == (1, 1)
    for other in (
        {"verify": str(tmp_path / "ca.pem")},
        {"whois": {"test": "127.0.0.1:1"}},
        {"proxies": {"all": honest.url}},
        {"witness": True},
        {"dns": "127.0.0.1:1"},
    ):
        before = honest.connections
        ask(honest, **other)
        ask(honest, **other)
        assert honest.connections == before + 1, other


def test_a_cache_of_the_version_before_holds_nothing(cache) -> None:
    cache.put(NAME, FOUND)
    plain = hashlib.sha256(NAME.encode()).hexdigest()
    with closing(sqlite3.connect(cache.path)) as base, base:
        body = json.loads(base.execute("SELECT body FROM answers").fetchone()[0]) | {"key": plain}
        base.execute("UPDATE answers SET key = ?, body = ?", (plain, json.dumps(body)))
    assert cache.get(NAME) is None

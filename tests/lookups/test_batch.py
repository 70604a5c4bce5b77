"""Many questions at once: one request in flight an operator, and fault 59 (interruption)."""

from __future__ import annotations

import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing

import guard
import pytest
from lookups.loopback import domain_object, http, path_of, registry, say

from confusables.lookups import Lookup


class Counting:
    """A registry that counts the requests in flight, and tells from when to when each was."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.now, self.most, self.lock = seconds, 0, 0, threading.Lock()
        self.spans: list[tuple[float, float]] = []

    def __call__(self, conn, request) -> None:
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        begun = time.monotonic()
        time.sleep(self.seconds)
        with self.lock:
            self.now -= 1
            self.spans.append((begun, time.monotonic()))
        registry(conn, request)


def test_one_in_flight_an_operator_and_operators_side_by_side(serve, whole) -> None:
    scripts = [Counting(0.05) for _ in range(4)]
    servers = [serve(script) for script in scripts]
    rdap = {f"t{i}": server.url for i, server in enumerate(servers)}
    names = [f"{label}{i}.t{i % 4}" for i in range(40) for label in ("a",)]
    with Lookup(rdap=rdap, allow_loopback=True, witness=False) as lookup:
        answers = dict(lookup.ask_all(names))
    assert set(answers) == set(names)
    assert {answer.verdict for answer in answers.values()} == {"registered"}
    assert [script.most for script in scripts] == [1, 1, 1, 1]
    first, *others = scripts
    theirs = [span for other in others for span in other.spans]
    assert any(a < d and c < b for a, b in first.spans for c, d in theirs), "one after the other"


def test_progress_and_bad_names(serve, whole) -> None:
    server = serve(registry)
    seen: list[int] = []
    with Lookup(rdap={"test": server.url}, allow_loopback=True, witness=False) as lookup:
        names = ["a.test", "no.test", "a b", "x.sans-service"]
        answers = dict(lookup.ask_all(names, progress=seen.append))
    assert seen == [1, 2, 3, 4]
    assert [answers[name].verdict for name in names] == [
        "registered",
        "no-record",
        "unknown",
        "unknown",
    ]


def test_domains_are_taken_as_they_are_needed(serve, whole) -> None:
    server = serve(registry)
    taken = 0

    def endless():
        nonlocal taken
        while True:
            taken += 1
            yield f"a{taken}.test"

    with Lookup(rdap={"test": server.url}, allow_loopback=True, witness=False) as lookup:
        answers = lookup.ask_all(endless())
        for _ in range(5):
            next(answers)
        answers.close()
    assert taken <= 600


def test_leaving_the_iterator_ends_what_is_under_way(serve, whole) -> None:
    silent = serve(lambda conn, request: silent.pause(20))
    quick = serve(registry)
    rdap = {"slow": silent.url, "test": quick.url}
    with Lookup(timeout=15, rdap=rdap, allow_loopback=True, witness=False) as lookup:
        answers = lookup.ask_all(["a.slow", "a.test"])
        assert next(answers)[0] == "a.test"
        begun = time.monotonic()
        answers.close()
        assert time.monotonic() - begun < 8, "it waits for the silent one"
        assert lookup.ask("b.test").verdict == "registered"


def test_a_registry_that_registers_every_name(serve, whole) -> None:
    every = serve(lambda conn, request: conn.sendall(http(domain_object(path_of(request)))))
    some = serve(registry)

    def honest(conn, request):
        name = path_of(request)
        registry(conn, request if name == "a.some" else request.replace(b"/domain/", b"/domain/no"))

    some.script = honest
    with Lookup(
        rdap={"every": every.url, "some": some.url}, allow_loopback=True, witness=False
    ) as lookup:
        answers = dict(lookup.ask_all(["a.every", "b.every", "a.some"], siblings=True))
    assert [answers[name].verdict for name in ("a.every", "b.every")] == ["unknown"] * 2
    assert answers["a.some"].verdict == "registered"


PROGRAM = """
import sys
from confusables.lookups import Lookup
url, cache, phase, whois = sys.argv[1:]
suffix = "clear" if phase == "clear" else "test"
with Lookup(timeout=20, rdap={"test": url}, whois={"clear": whois}, allow_loopback=True,
            cache=cache) as lookup:
    print("ready", flush=True)
    if phase == "one":
        lookup.ask("silent.test")
    else:
        for name, answer in lookup.ask_all(f"{phase}{i}.{suffix}" for i in range(10_000)):
            print(name, flush=True)
"""


@pytest.mark.parametrize("phase", ["one", "silent", "a", "clear"])
def test_fault_59_interruption_in_each_phase(tmp_path, serve, phase) -> None:
    def script(conn, request):
        if b"silent" in request:
            server.pause(30)
        elif request:
            registry(conn, request)

    server = serve(script)
    record = b"Domain Name: %s\r\nCreated: 2001-02-03\r\n"
    clear = serve(lambda conn, request: conn.sendall(record % request.strip()), end=b"\r\n")
    path = tmp_path / "answers.sqlite"
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, server.url, str(path), phase, clear.address],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=guard.child_environment(),
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    time.sleep(0.6)
    begun = time.monotonic()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert time.monotonic() - begun < 8.0, "it waits for what is under way"
    assert process.returncode in {-signal.SIGINT, 1, 130}
    children = subprocess.run(
        ["/bin/ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, check=False
    )
    assert children.stdout == b""
    if path.exists():
        with closing(sqlite3.connect(path)) as base:
            assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_throttled_operator_is_not_asked_on(serve, whole) -> None:
    server = serve(say(http(b"{}", 429, {"Retry-After": "3600"})))
    with Lookup(rdap={"test": server.url}, allow_loopback=True, witness=False) as lookup:
        answers = dict(lookup.ask_all(f"a{i}.test" for i in range(20)))
    assert {answer.reason for answer in answers.values()} == {"throttled"}
    assert server.connections == 1


@pytest.mark.parametrize("fails", ["a socket", "its guard"])
def test_every_domain_gets_an_answer_whatever_fails(serve, whole, monkeypatch, fails) -> None:
    def none(*_: object, **__: object) -> socket.socket:
        raise OSError(24, "Too many open files")

    server = serve(registry)
    with Lookup(rdap={"test": server.url}, allow_loopback=True, witness=False) as lookup:
        assert lookup.ask("a.test").verdict == "registered"
        with monkeypatch.context() as patch:
            if fails == "a socket":
                patch.setattr(socket, "socket", none)
            else:
                patch.setattr(socket.socket, "dup", none)
            answers = dict(lookup.ask_all(["b.test", "c.test"]))
    assert set(answers) == {"b.test", "c.test"}
    assert {(a.verdict, a.reason) for a in answers.values()} == {("unknown", "refused")}


def test_without_a_thread_left_the_callers_own_asks(serve, whole, monkeypatch) -> None:
    server = serve(registry)
    start = threading.Thread.start

    def full(thread: threading.Thread) -> None:
        if thread.name.startswith("confusables-lookup"):
            raise RuntimeError("can't start new thread")
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", full)
    with Lookup(rdap={"test": server.url}, allow_loopback=True, witness=False) as lookup:
        answers = dict(lookup.ask_all(["a.test", "no.test"]))
    assert {name: a.verdict for name, a in answers.items()} == {
        "a.test": "registered",
        "no.test": "no-record",
    }


def test_without_a_thread_for_the_guard_the_answer_is_unknown(serve, whole, monkeypatch) -> None:
    def full(thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with Lookup(rdap={"test": serve(registry).url}, allow_loopback=True, witness=False) as lookup:
        monkeypatch.setattr(threading.Timer, "start", full)
        answer = lookup.ask("a.test")
    assert (answer.verdict, answer.reason) == ("unknown", "refused")

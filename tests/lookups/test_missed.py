"""A host that does not answer is left alone for a while, and costs no more of the user's time."""

from __future__ import annotations

import os
import socket
import threading
import time

import pytest
from lookups.loopback import domain_object, http, path_of, registry, say

from confusables.lookups import Lookup, manners
from confusables.lookups.manners import MOST_MISSED, Manners
from confusables.lookups.net import Failure
from confusables.model import Reason

NAMES = [f"a{i}.test" for i in range(23)]


@pytest.fixture
def dead():
    """A socket that listens and never answers; its address, and how many connected."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
        listener.setblocking(False)

        def count() -> int:
            taken = []
            while True:
                try:
                    taken.append(listener.accept()[0])
                except BlockingIOError:
                    break
            for one in taken:
                one.close()
            return len(taken)

        yield f"127.0.0.1:{listener.getsockname()[1]}", count


def lookup(**more: object) -> Lookup:
    return Lookup(**{"timeout": 0.5, "allow_loopback": True, "witness": False, **more})


@pytest.mark.parametrize("how", ["rdap", "whois"])
def test_a_dead_host_costs_two_timeouts_and_not_one_a_name(dead, whole, how) -> None:
    at, connected = dead
    with lookup(**{how: {"test": f"http://{at}/" if how == "rdap" else at}}) as asking:
        begun = time.monotonic()
        answers = dict(asking.ask_all(NAMES))
        assert time.monotonic() - begun < 5, "23 names of half a second each"
    assert set(answers) == set(NAMES)
    assert {(a.verdict, a.reason, a.source) for a in answers.values()} == {
        ("unknown", "timeout", how)
    }
    assert connected() == MOST_MISSED


def test_a_host_that_takes_no_connection(whole) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    resolved: list[str] = []

    def resolver(host: str, port: int) -> list[str]:
        resolved.append(host)
        return ["127.0.0.1"]

    with lookup(rdap={"test": f"http://rdap.test:{port}/"}, resolver=resolver) as asking:
        answers = [asking.ask(name) for name in NAMES]
    assert {(a.verdict, a.reason, a.note) for a in answers} == {
        ("unknown", "refused", "connection refused")
    }
    assert len(resolved) <= 2 * MOST_MISSED


def test_the_other_source_is_asked_all_the_same(dead, serve, whole) -> None:
    at, connected = dead
    record = b"Domain Name: %s\r\nRegistrar: Example\r\nCreated: 2001-02-03\r\n"
    whois = serve(lambda conn, request: conn.sendall(record % request.strip()), end=b"\r\n")
    with lookup(rdap={"test": f"http://{at}/"}, whois={"test": whois.address}) as asking:
        answers = [asking.ask(name) for name in NAMES[:5]]
    assert {(a.verdict, a.source) for a in answers} == {("registered", "whois")}
    assert [heard.reason for heard in answers[-1].heard] == ["timeout", "found"]
    assert connected() == MOST_MISSED


def test_an_answer_ends_it_and_so_does_time(serve, whole, monkeypatch) -> None:
    def script(conn, request):
        if path_of(request).startswith("silent"):
            server.pause(2)
        else:
            registry(conn, request)

    server = serve(script)
    with lookup(rdap={"test": server.url}) as asking:
        told = [asking.ask(f"{name}.test").verdict for name in ("silent1", "a", "silent2", "b")]
        assert told == ["unknown", "registered"] * 2
        monkeypatch.setattr(manners, "LEFT_ALONE", 1.0)
        assert [asking.ask(f"silent{i}.test").reason for i in (3, 4)] == ["timeout"] * 2
        asked = len(server.requests)
        assert asking.ask("c.test").reason == "timeout"
        assert len(server.requests) == asked
        time.sleep(1.1)
        assert asking.ask("silent5.test").reason == "timeout", "one miss more"
        assert asking.ask("d.test").reason == "timeout"
        assert len(server.requests) == asked + 1
        time.sleep(1.1)
        assert [asking.ask(f"{name}.test").verdict for name in ("e", "f")] == ["registered"] * 2


def test_a_host_that_answers_what_cannot_be_used_is_asked_on(serve, whole) -> None:
    server = serve(say(http(b"x", 500)))
    with lookup(rdap={"test": server.url}, timeout=2) as asking:
        assert {asking.ask(name).reason for name in NAMES[:5]} == {"malformed"}
    assert server.connections == 5


def test_what_is_cut_off_is_no_miss(serve, whole) -> None:
    silent = serve(lambda conn, request: silent.pause(20))
    with lookup(rdap={"test": silent.url}, timeout=15) as asking:
        for name in NAMES[:3]:
            threading.Timer(0.3, asking.interrupt).start()
            assert asking.ask(name).verdict == "unknown"
        silent.script = lambda conn, request: conn.sendall(http(domain_object(path_of(request))))
        assert asking.ask(NAMES[4]).verdict == "registered"


def test_threads_ask_it_no_more_often(dead, whole) -> None:
    at, connected = dead
    answers: list[object] = []
    with lookup(rdap={"test": f"http://{at}/"}) as asking:
        threads = [
            threading.Thread(target=lambda n=name: answers.append(asking.ask(n).reason))
            for name in NAMES
        ]
        begun = time.monotonic()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert time.monotonic() - begun < 8
    assert answers == ["timeout"] * len(NAMES)
    assert connected() == MOST_MISSED


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_process_that_was_forked_knows_it(dead) -> None:
    at, connected = dead
    with lookup(rdap={"test": f"http://{at}/"}) as asking:
        for name in NAMES[:2]:
            asking.ask(name)
        with asking._live.manners._lock:  # as held by a thread that the fork leaves out
            child = os.fork()
        if not child:
            code = 1
            try:  # whatever is raised: the child is not to go on with the tests
                code = 0 if asking.ask(NAMES[2]).reason == "timeout" else 2
            finally:
                os._exit(code)
        assert os.waitpid(child, 0)[1] == 0
    assert connected() == MOST_MISSED


def test_hosts_are_counted_apart() -> None:
    told = Manners()
    for _ in range(MOST_MISSED):
        with pytest.raises(Failure), told.asking("a", 0.0):
            raise Failure(Reason.TIMEOUT)
    with pytest.raises(Failure) as failure, told.turn("x", 100.0, None, "a"):
        pass
    assert failure.value.reason is Reason.TIMEOUT
    for host in ("b", ""):
        with told.turn("x", 100.0, None, host):
            pass

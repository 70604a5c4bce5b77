"""Addresses judged, names resolved once, connections that can be ended."""

from __future__ import annotations

import socket
import threading
import time

import pytest
from lookups.loopback import say

from confusables.lookups.net import Failure, Network, Wires, judge, split_host
from confusables.model import Reason


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",  # noqa: S104 (not bound to)
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.8.8.8",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.2.1",
        "192.168.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:8.8.8.8",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001::1",
        "2001:db8::1",
        "fc00::1",
        "fe80::1",
        "fe80::1%eth0",
        "ff02::1",
        "localhost",
        "",
        "1",
    ],
)
def test_addresses_that_are_refused(address) -> None:
    assert not judge(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "193.0.6.139", "2a00:1450:4007::1"])
def test_addresses_of_the_internet(address) -> None:
    assert judge(address)
    assert judge(address, allow_loopback=True)


def test_loopback_where_it_is_allowed() -> None:
    assert judge("127.0.0.3", allow_loopback=True)
    assert judge("::1", allow_loopback=True)
    assert not judge("10.0.0.1", allow_loopback=True)
    assert not judge("::ffff:127.0.0.1", allow_loopback=True)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("whois.example", ("whois.example", 43)),
        ("127.0.0.1:4343", ("127.0.0.1", 4343)),
        ("[::1]:4343", ("::1", 4343)),
        ("[::1]", ("::1", 43)),
    ],
)
def test_host_and_port(text, parts) -> None:
    assert split_host(text, 43) == parts


@pytest.mark.parametrize(
    "text", ["", ":43", "a:0", "a:99999", "a:x", "a b", "a/b", "u@h", "[::1", "[::1]x"]
)
def test_host_and_port_that_are_none(text) -> None:
    with pytest.raises(ValueError, match="not a host and port"):
        split_host(text, 43)


def test_one_refused_address_refuses_the_host() -> None:
    network = Network(resolver=lambda host, port: ["8.8.8.8", "10.0.0.1"])
    with pytest.raises(Failure) as failure:
        network.addresses("host.test", 443, time.monotonic() + 1)
    assert (failure.value.reason, failure.value.note) == (Reason.REFUSED, "address refused")


def test_a_name_that_does_not_resolve() -> None:
    def resolver(host: str, port: int) -> list[str]:
        raise socket.gaierror("no")

    with pytest.raises(Failure) as failure:
        Network(resolver=resolver).addresses("host.test", 443, time.monotonic() + 1)
    assert failure.value.reason is Reason.REFUSED


def test_a_resolver_that_hangs_is_not_waited_for() -> None:
    free = threading.Event()

    def resolver(host: str, port: int) -> list[str]:
        free.wait(30)
        return []

    begun = time.monotonic()
    with pytest.raises(Failure) as failure:
        Network(resolver=resolver).addresses("host.test", 443, begun + 0.2)
    assert failure.value.reason is Reason.TIMEOUT
    assert time.monotonic() - begun < 10
    free.set()


def test_a_connection_is_ended_at_its_deadline_and_on_close() -> None:
    for close in (False, True):
        wires = Wires()
        a, b = socket.socketpair()
        with a, b, wires.hold(a, time.monotonic() + (0.2 if not close else 30)) as held:
            if close:
                threading.Timer(0.2, wires.close).start()
            begun = time.monotonic()
            assert a.recv(1) == b""
            assert time.monotonic() - begun < 10
            assert held.ended
    with socket.socket() as late, wires.hold(late, time.monotonic() + 30) as held:
        assert held.ended


def test_cut_lets_later_connections_live() -> None:
    wires = Wires()
    a, b = socket.socketpair()
    with a, b:
        wires.cut()
        with wires.hold(a, time.monotonic() + 5) as held:
            b.sendall(b"x")
            assert a.recv(1) == b"x"
            assert not held.ended
            wires.cut()
            assert held.ended


def test_a_family_that_this_machine_does_not_speak_is_passed_over(serve, monkeypatch) -> None:
    real = socket.socket

    def spoken(family: int = -1, *more: int, **options: int) -> socket.socket:
        if family == socket.AF_INET6:
            raise OSError(97, "Address family not supported by protocol")
        return real(family, *more, **options)

    server = serve(say(b""))
    network = Network(allow_loopback=True, resolver=lambda host, port: ["::1", "127.0.0.1"])
    monkeypatch.setattr(socket, "socket", spoken)
    with network.connect("host.test", server.port, time.monotonic() + 2) as sock:
        assert sock.getpeername() == ("127.0.0.1", server.port)

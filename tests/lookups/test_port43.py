"""The client for port 43, and an independent one at the same server."""

from __future__ import annotations

import shutil
import subprocess
import time

import pytest
from lookups.loopback import say

from confusables.lookups.net import Failure, Network, Wires
from confusables.lookups.port43 import Port43
from confusables.model import Reason


@pytest.fixture
def client() -> Port43:
    return Port43(Network(allow_loopback=True), Wires())


def ask(client: Port43, server, domain: str, query: str = "NAME") -> bytes:
    return client.ask(server.host, server.port, query, domain, time.monotonic() + 2)


def test_one_line_is_sent(serve, client) -> None:
    server = serve(say(b"No match\r\n"), end=b"\r\n")
    assert ask(client, server, "exemple.test") == b"No match\r\n"
    assert ask(client, server, "exemple.test", "-T dn,ace NAME") == b"No match\r\n"
    assert server.requests == [b"exemple.test\r\n", b"-T dn,ace exemple.test\r\n"]


@pytest.mark.parametrize("domain", ["a\r\nb.test", "-h.test", "a b.test", "é.test", "", "a" * 300])
def test_nothing_else_is_sent(serve, client, domain) -> None:
    server = serve(say(b""), end=b"\r\n")
    with pytest.raises(Failure) as failure:
        ask(client, server, domain)
    assert failure.value.reason is Reason.INVALID_NAME
    assert server.connections == 0


def test_debians_whois_reads_the_same_server(serve, client) -> None:
    record = b"Domain Name: exemple.test\r\nRegistrar: Example\r\nCreation Date: 2001-02-03\r\n"
    server = serve(say(record), end=b"\r\n")
    program = shutil.which("whois") or "/usr/bin/whois"
    done = subprocess.run(
        [program, "-h", server.host, "-p", str(server.port), "exemple.test"],
        capture_output=True,
        timeout=20,
        check=False,
    )
    ours = ask(client, server, "exemple.test")
    assert ours == record
    assert [line.strip() for line in done.stdout.splitlines() if line.strip()] == record.split(
        b"\r\n"
    )[:-1]
    assert server.requests[0].strip() == server.requests[1].strip() == b"exemple.test"

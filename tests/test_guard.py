"""The guard against the network itself."""

from __future__ import annotations

import socket
import subprocess
import sys

import guard
import pytest


@pytest.mark.parametrize(
    "leave",
    [
        lambda: socket.create_connection(("192.0.2.1", 9), timeout=0.1),
        lambda: socket.getaddrinfo("example.com", 80),
        lambda: socket.gethostbyname("example.com"),
        lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"", ("192.0.2.1", 9)),
        lambda: socket.socket().connect_ex(("192.0.2.1", 9)),
    ],
)
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_leaving_is_refused_and_remembered(leave) -> None:
    with pytest.raises(guard.NetworkForbidden):
        leave()
    assert len(guard.refused) == 1
    guard.refused.clear()


def test_loopback_is_allowed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()
    socket.getaddrinfo("localhost", 80)
    assert guard.refused == []


def test_child_processes_are_guarded() -> None:
    code = "import socket; socket.getaddrinfo('example.com', 80)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=False,
        env=guard.child_environment(),
    )
    assert b"NetworkForbidden" in done.stderr

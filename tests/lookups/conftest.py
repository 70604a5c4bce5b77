"""What the tests of lookups share: servers, a lookup of loopback, and a watch over what is left."""

from __future__ import annotations

import gc
import os
import resource
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lookups.loopback import Script, Server

from confusables.lookups import Lookup
from confusables.model import Answer, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MARGIN = 0.5
TIMEOUT = 1.5
MEMORY = 32 * 1024


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Start a server that ends with the test."""
    servers: list[Server] = []

    def start(script: Script, **more: object) -> Server:
        servers.append(Server(script, **more))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def canary(serve) -> Server:
    """A server on another loopback address that must get no connection."""
    return serve(lambda conn, request: None, host="127.0.0.3")


@pytest.fixture
def whole(canary) -> Iterator[None]:
    """Nothing is left behind: no thread, file descriptor or child; no connection to the canary."""
    threads, handles = _threads(), _handles()
    yield
    gc.collect()
    for _ in range(100):
        if not _threads() - threads and _handles() <= handles:
            break
        time.sleep(0.02)
    assert not _threads() - threads
    assert _handles() <= handles
    assert canary.connections == 0


def _threads() -> set[str]:
    return {t.name for t in threading.enumerate() if t.name.startswith("confusables")}


def _handles() -> int:
    """Open file descriptors of sockets and pipes that are not a test server's."""
    folder = Path("/proc/self/fd")
    count = 0
    for entry in folder.iterdir():
        try:
            count += os.readlink(entry).startswith(("pipe:", "anon_inode"))
        except OSError:
            continue
    return count


@pytest.fixture
def bounded(whole) -> Callable[..., Answer]:
    """Ask; the answer must come in time, without growth of memory, and never as a no-record."""

    def ask(domain: str, *, allowed: tuple[str, ...] = ("unknown",), **more: object) -> Answer:
        timeout = float(more.pop("timeout", TIMEOUT))
        more.setdefault("allow_loopback", True)
        more.setdefault("witness", False)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        with Lookup(timeout=timeout, **more) as lookup:
            begun = time.monotonic()
            answer = lookup.ask(domain)
            took = time.monotonic() - begun
        assert took <= timeout + MARGIN
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MEMORY
        assert answer.verdict in allowed, answer
        if "no-record" not in allowed:
            assert answer.verdict is not Verdict.NO_RECORD
        return answer

    return ask

"""What the tests of lookups share: servers, a lookup of loopback, and a watch over what is left."""

from __future__ import annotations

import gc
import os
import socket
import threading
import time
from contextlib import suppress
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
MEMORY = 32 * 1024  # kB
SERVED = 20  # time-out of the test servers' own connections


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
    """Nothing is left behind: no thread, socket, pipe or child; no connection to the canary."""
    before = _left()
    yield
    for _ in range(100):
        gc.collect()
        if not (left := _left() - before):
            break
        time.sleep(0.02)
    assert not left
    assert canary.connections == 0


def _left() -> set[str]:
    """What a lookup might leave: its threads, connections it made, pipes, child processes."""
    found = {t.name for t in threading.enumerate() if t.name.startswith("confusables")}
    for thing in gc.get_objects():
        if isinstance(thing, socket.socket) and thing.fileno() != -1:
            with suppress(OSError):
                if thing.getpeername() and thing.gettimeout() != SERVED:
                    found.add(f"connection {thing.fileno()}")
    for entry in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            if os.readlink(entry).startswith("pipe:"):
                found.add(f"pipe {entry.name}")
    for children in Path("/proc/self/task").glob("*/children"):
        with suppress(OSError):
            found |= {f"child {pid}" for pid in children.read_text().split()}
    return found


def _memory(*, peak: bool = False) -> int:
    """Kilobytes in use now (from here on, the peak is counted anew), or at most since then."""
    if not peak:
        Path("/proc/self/clear_refs").write_text("5")
    name = "VmHWM:" if peak else "VmRSS:"
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))


@pytest.fixture
def bounded(whole) -> Callable[..., Answer]:
    """Ask; the answer must come in time, without growth of memory, and never as a no-record."""

    def ask(domain: str, *, allowed: tuple[str, ...] = ("unknown",), **more: object) -> Answer:
        timeout = float(more.pop("timeout", TIMEOUT))
        more.setdefault("allow_loopback", True)
        more.setdefault("witness", False)
        before = _memory()
        with Lookup(timeout=timeout, **more) as lookup:
            begun = time.monotonic()
            answer = lookup.ask(domain)
            took = time.monotonic() - begun
        assert took <= timeout + MARGIN
        assert _memory(peak=True) - before < MEMORY
        assert answer.verdict in allowed, answer
        if "no-record" not in allowed:
            assert answer.verdict is not Verdict.NO_RECORD
        return answer

    return ask

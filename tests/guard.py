"""No test reaches the network: connections and name resolution other than loopback are refused.

The guard is an audit hook of the interpreter, below every library, so that nothing that patches or
catches around it gets through; what it refused is kept, and fails the test even where the code
under test swallowed the refusal. ``sitecustomize/`` puts the same guard into child processes.
"""

from __future__ import annotations

import ipaddress
import os
import sys
from pathlib import Path

__all__ = ["NetworkForbidden", "child_environment", "install", "refused"]

_HERE = Path(__file__).resolve().parent

refused: list[str] = []
_installed: list[bool] = []

# Position of the address or host among the arguments of each event.
_EVENTS = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.gethostbyaddr": 0,
    "socket.getnameinfo": 0,
}


class NetworkForbidden(RuntimeError):
    """A test tried to leave this machine."""


def install() -> None:
    """Guard this process from now on; a second call changes nothing."""
    if not _installed:
        _installed.append(True)
        sys.addaudithook(_audit)


def _audit(event: str, arguments: tuple[object, ...]) -> None:
    at = _EVENTS.get(event)
    if at is None or at >= len(arguments):
        return
    address = arguments[at]
    host = address[0] if isinstance(address, tuple) and address else address
    if not _stays_here(host, whole=address):
        refused.append(f"{event} {address!r}")
        raise NetworkForbidden(f"{event} {address!r}")


def _stays_here(host: object, whole: object) -> bool:
    if host is None:
        return True
    if isinstance(host, bytes | bytearray):
        host = bytes(host).decode("ascii", "replace")
    if not isinstance(host, str):
        return False
    if host in ("", "localhost"):
        return True
    if host.startswith(("/", "\0")) and not isinstance(whole, tuple):
        return True  # a socket of this machine
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def child_environment(more: dict[str, str] | None = None) -> dict[str, str]:
    """The environment of a child process that the guard watches."""
    keep = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    paths = [str(_HERE / "sitecustomize"), os.environ.get("PYTHONPATH", "")]
    return keep | {"PYTHONPATH": os.pathsep.join(filter(None, paths))} | (more or {})

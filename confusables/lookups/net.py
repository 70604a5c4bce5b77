"""Sockets: names resolved once, addresses judged, connections that another thread can end."""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from confusables.model import Reason

__all__ = [
    "Failure",
    "Held",
    "Network",
    "Resolver",
    "Wires",
    "judge",
    "place",
    "resolve",
    "split_host",
]

_MAX_ADDRESSES = 4
_CARRYING = tuple(  # addresses of IPv4 inside: NAT64, NAT64 of a site, 6to4, Teredo
    ipaddress.ip_network(net)
    for net in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")
)

Resolver = Callable[[str, int], list[str]]
"""Host and port to addresses, in order of preference; OSError where there are none."""


class Failure(Exception):
    """A question that got no usable reply, and why; ``again`` where one more try may help."""

    def __init__(self, reason: Reason, note: str | None = None, *, again: bool = False) -> None:
        super().__init__(reason.value if note is None else f"{reason.value}: {note}")
        self.reason = reason
        self.note = note
        self.again = again


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, by the system's resolver."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[4][0]) for address in found))


def judge(address: str, *, allow_loopback: bool = False) -> bool:
    """Whether an address may be connected to: a global unicast one (or loopback, if allowed).

    Addresses that carry another one inside (mapped, translated, tunnelled) are refused: what lies
    behind them cannot be told.
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None or any(ip in net for net in _CARRYING):
            return False
        if "%" in address:
            return False
    if ip.is_loopback:
        return allow_loopback
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def split_host(text: str, default_port: int) -> tuple[str, int]:
    """``host``, ``host:port`` or ``[v6]:port`` as host and port; ValueError for anything else."""
    if text.startswith("["):
        host, found, rest = text[1:].partition("]")
        port = rest.removeprefix(":") if rest else ""
        if not found or (rest and not rest.startswith(":")):
            raise ValueError(f"not a host and port: {text!r}")
    else:
        host, _, port = text.partition(":")
    number = default_port
    if port:
        number = int(port) if port.isdecimal() and len(port) < 6 else 0
    if not host or any(c.isspace() or c in "/@?#" for c in host) or not 0 < number < 65536:
        raise ValueError(f"not a host and port: {text!r}")
    return host, number


def place(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of an http or https address without user information; else Failure."""
    try:
        parts = urlsplit(url)
        stated = {"http": 80, "https": 443}.get(parts.scheme, 0)
        port = stated if parts.port is None else parts.port
        host = (parts.hostname or "").rstrip(".")
    except ValueError as error:
        raise Failure(Reason.REFUSED, "address refused") from error
    if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc or not port:
        raise Failure(Reason.REFUSED, "address refused")
    return parts.scheme, host, port


@dataclass(slots=True, eq=False)
class Held:
    """A connection under guard; ``ended`` tells whether the guard ended it."""

    socket: socket.socket
    ended: bool = False


class Wires:
    """The open connections of a lookup: each is ended at its deadline, all of them on ``close``.

    A read that is under way returns at once when its connection is shut down, whatever layer
    (TLS, HTTP) waits for bytes; that is why the deadline does not depend on the reader.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: set[Held] = set()
        self._closed = False

    @contextmanager
    def hold(self, sock: socket.socket, deadline: float) -> Iterator[Held]:
        """Guard the connection until the block ends, at most until the monotonic deadline."""
        with closing(sock.dup()) as own:
            held = Held(own)
            timer = threading.Timer(max(0.0, deadline - time.monotonic()), _end, (held,))
            timer.daemon = True
            timer.start()
            with self._lock:
                closed = self._closed
                self._held.add(held)
            if closed:
                _end(held)
            try:
                yield held
            finally:
                timer.cancel()
                timer.join()
                with self._lock:
                    self._held.discard(held)
                    own.close()

    def close(self) -> None:
        """End every connection, and every later one at once."""
        with self._lock:
            self._closed = True
            for held in self._held:
                _end(held)

    def cut(self) -> None:
        """End the connections that are open now."""
        with self._lock:
            for held in self._held:
                _end(held)


def _end(held: Held) -> None:
    held.ended = True
    with suppress(OSError):
        held.socket.shutdown(socket.SHUT_RDWR)


@dataclass(frozen=True, slots=True)
class Network:
    """How connections are made."""

    allow_loopback: bool = False
    resolver: Resolver = resolve

    def addresses(
        self, host: str, port: int, deadline: float, *, anywhere: bool = False
    ) -> list[str]:
        """The addresses of a host, resolved once; Failure where one of them may not be asked.

        ``anywhere``: the user named the host for this machine's own use (a proxy), so that it may
        stand at any address.
        """
        try:
            literal = str(ipaddress.ip_address(host))
        except ValueError:
            found = self._resolved(host, port, deadline)
        else:
            found = [literal]
        if not found:
            raise Failure(Reason.REFUSED, "the server's name does not resolve")
        judged = (judge(address, allow_loopback=self.allow_loopback) for address in found)
        if not (anywhere or all(judged)):
            raise Failure(Reason.REFUSED, "address refused")
        return found[:_MAX_ADDRESSES]

    def connect(self, host: str, port: int, deadline: float) -> socket.socket:
        """A connection to the host, at an address that was judged; Failure where there is none."""
        return self.reach(self.addresses(host, port, deadline), port, deadline)

    def reach(self, addresses: list[str], port: int, deadline: float) -> socket.socket:
        """The same to addresses of ``addresses``: whoever asks more of them than it does must
        connect to those, for a resolver may tell others the next time."""
        refused: OSError | None = None
        for address in addresses:
            left = deadline - time.monotonic()
            if left <= 0:
                raise Failure(Reason.TIMEOUT)
            family = socket.AF_INET6 if ":" in address else socket.AF_INET
            try:
                sock = socket.socket(family, socket.SOCK_STREAM)
            except OSError as error:  # of a family that this machine does not speak, say
                refused = error
                continue
            try:
                sock.settimeout(left)
                sock.connect((address, port))
            except TimeoutError:
                sock.close()
                raise Failure(Reason.TIMEOUT, again=False) from None
            except OSError as error:
                sock.close()
                refused = error
            except BaseException:
                sock.close()
                raise
            else:
                return sock
        raise Failure(Reason.REFUSED, "connection refused", again=True) from refused

    def _resolved(self, host: str, port: int, deadline: float) -> list[str]:
        """The resolver's answer, in time: it cannot be interrupted, so it runs beside."""
        answer: list[list[str]] = []
        done = threading.Event()

        def ask() -> None:
            with suppress(OSError, UnicodeError):
                answer.append(self.resolver(host, port))
            done.set()

        threading.Thread(target=ask, name="confusables-resolve", daemon=True).start()
        if not done.wait(max(0.0, deadline - time.monotonic())):
            raise Failure(Reason.TIMEOUT, "the server's name was not resolved in time")
        return answer[0] if answer else []

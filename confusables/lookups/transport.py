"""HTTP: one hardened road over requests.

requests promises neither a total time nor a size, follows redirects and reads .netrc; so each hop
is sent through an adapter of its own, on a connection made and guarded here, and its body is read
and decoded under a cap.
"""

from __future__ import annotations

import http.client
import ssl
import time
import zlib
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from confusables.lookups.named import proxy_for, proxy_place
from confusables.lookups.net import Failure, Held, Network, Wires, place
from confusables.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from socket import socket

__all__ = ["Reply", "Transport"]

MAX_HOPS = 3
_CHUNK = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_AGENT = "domain-confusables"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server replied in the end; ``url`` is the address that did, ``kind`` the media
    type."""

    status: int
    body: bytes
    url: str
    retry_after: str | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Transport:
    """GET over http and https.

    ``allowed`` are the (scheme, host, port) to which a redirect may lead. ``verify`` is True or a
    file of certificate authorities. ``proxies`` are those that the user named (``named.py``): a
    proxy resolves the host's name, and may stand at any address.
    """

    network: Network
    wires: Wires
    allowed: frozenset[tuple[str, str, int]]
    verify: bool | str = True
    max_bytes: int = 1024 * 1024
    proxies: Mapping[str, str] = field(default_factory=dict, repr=False)

    def get(self, url: str, deadline: float, accept: str = "application/rdap+json") -> Reply:
        """The reply, after at most three redirects to allowed places, or Failure."""
        for _ in range(MAX_HOPS + 1):
            where = place(url)
            reply, location = self._hop(url, where, deadline, accept)
            if location is None:
                return reply
            url = self._next(url, where, location)
        raise Failure(Reason.REFUSED, "redirect refused")

    def _next(self, url: str, where: tuple[str, str, int], location: str) -> str:
        """Where a redirect leads, if it may."""
        try:
            target = urljoin(url, location)
            there = place(target)
        except (ValueError, Failure) as error:
            raise Failure(Reason.REFUSED, "redirect refused") from error
        if there not in self.allowed or (where[0] == "https" and there[0] != "https"):
            raise Failure(Reason.REFUSED, "redirect refused")
        return target

    def _hop(
        self, url: str, where: tuple[str, str, int], deadline: float, accept: str
    ) -> tuple[Reply, str | None]:
        """One request; the reply, and where it redirects to."""
        proxy = proxy_for(self.proxies, *where[:2])
        through = {where[0]: proxy} if proxy else {}
        sock = self._connect(where, deadline, proxy)
        with closing(sock), self.wires.hold(sock, deadline) as held:
            try:
                found = self._exchange(url, sock, deadline, accept, through)
            except Failure as failure:
                if held.ended:
                    raise Failure(Reason.TIMEOUT) from failure
                raise
            except (
                requests.RequestException,
                urllib3.exceptions.HTTPError,
                http.client.HTTPException,
                OSError,
                ValueError,
            ) as error:
                raise _failure(error, held) from error
            if held.ended:
                raise Failure(Reason.TIMEOUT)  # what was read may be half of it
            return found

    def _connect(self, to: tuple[str, str, int], deadline: float, proxy: str | None) -> socket:
        """A connection, to the proxy where there is one; plain http is for servers on this machine,
        where the caller allowed them, and for proxies."""
        if proxy:
            _, host, port = proxy_place(proxy)
            found = self.network.addresses(host, port, deadline, anywhere=True)
            return self.network.reach(found, port, deadline)
        scheme, host, port = to
        addresses = self.network.addresses(host, port, deadline)
        if scheme == "http":
            local = all(address.startswith("127.") or address == "::1" for address in addresses)
            if not (self.network.allow_loopback and local):
                raise Failure(Reason.REFUSED, "plain http refused")
        return self.network.reach(addresses, port, deadline)

    def _exchange(
        self, url: str, sock: socket, deadline: float, accept: str, proxies: dict[str, str]
    ) -> tuple[Reply, str | None]:
        prepared = requests.Request(
            "GET",
            url,
            headers={
                "Accept": f"{accept}, application/json;q=0.8",
                "Accept-Encoding": "identity",
                "Connection": "close",
                "User-Agent": _AGENT,
            },
        ).prepare()
        left = max(0.05, deadline - time.monotonic())
        with closing(_Adapter(sock)) as adapter:
            response = adapter.send(
                prepared,
                stream=True,
                timeout=(left, left),
                verify=self.verify,
                proxies=proxies,
            )
            with closing(response):
                status, headers = response.status_code, response.headers
                location = headers.get("Location") if status in _REDIRECTS else None
                body = b"" if location else self._body(response)
        kind = headers.get("Content-Type", "").partition(";")[0].strip().casefold()
        return Reply(status, body, url, headers.get("Retry-After"), kind), location

    def _body(self, response: requests.Response) -> bytes:
        """The decoded body, never more of it than the cap."""
        coding = response.headers.get("Content-Encoding", "").strip().casefold()
        if coding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
            raise Failure(Reason.MALFORMED, "content encoding refused")
        parts, size = [], 0
        for part in _plain(_raw(response), coding, self.max_bytes + 1):
            size += len(part)
            if size > self.max_bytes:
                raise Failure(Reason.TOO_BIG)
            parts.append(part)
        return b"".join(parts)


def _raw(response: requests.Response) -> Iterator[bytes]:
    """The bytes as they came; what the server states of the length must hold."""
    while part := response.raw.read(_CHUNK, decode_content=False):
        yield part


def _plain(parts: Iterator[bytes], coding: str, cap: int) -> Iterator[bytes]:
    """The parts without their encoding, in pieces that stay small whatever they expand to."""
    if coding in {"", "identity"}:
        yield from parts
        return
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 32)
    for part in parts:
        rest, total = part, 0
        while rest and total < cap:
            try:
                piece = inflate.decompress(rest, _CHUNK)
            except zlib.error as error:
                raise Failure(Reason.MALFORMED, "content encoding broken") from error
            yield piece
            total += len(piece)
            rest = inflate.unconsumed_tail
            if inflate.unused_data:
                raise Failure(Reason.MALFORMED, "content encoding broken")
    if not inflate.eof:
        raise Failure(Reason.MALFORMED, "content encoding broken")


class _Adapter(HTTPAdapter):
    """An adapter that sends one request over a connection that exists already."""

    def __init__(self, sock: socket) -> None:
        self._socks = [sock]
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0)

    def _take(self) -> socket:
        if not self._socks:
            raise Failure(Reason.REFUSED, "connection refused")
        return self._socks.pop()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Make the pool manager, with connections that do not dial."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _pools(self._take)

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
        """Make the manager for a proxy, with connections that do not dial."""
        manager = super().proxy_manager_for(*args, **kwargs)
        manager.pool_classes_by_scheme = _pools(self._take)
        return manager


def _pools(take: Any) -> dict[str, type[HTTPConnectionPool]]:
    """Pools whose connections take what was connected before."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket:
            return take()  # type: ignore[no-any-return]  # untyped there

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket:
            return take()  # type: ignore[no-any-return]  # untyped there

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _failure(error: BaseException, held: Held) -> Failure:
    """Why the exchange failed, from the chain of errors behind the one raised."""
    if held.ended:
        return Failure(Reason.TIMEOUT)
    chain = list(_chain(error))
    kinds: tuple[tuple[Reason, tuple[type[BaseException], ...]], ...] = (
        (Reason.TLS, (ssl.SSLError, ssl.CertificateError)),
        (Reason.TIMEOUT, (TimeoutError, requests.Timeout)),
        (Reason.MALFORMED, (http.client.IncompleteRead, urllib3.exceptions.IncompleteRead)),
        (Reason.REFUSED, (ConnectionError,)),
        (Reason.MALFORMED, (http.client.HTTPException, urllib3.exceptions.HTTPError, ValueError)),
    )
    for reason, types in kinds:
        if any(isinstance(part, types) for part in chain):
            return Failure(reason)
    return Failure(Reason.REFUSED)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, its causes, and errors that it carries as arguments."""
    todo, seen = [error], 0
    while todo and seen < 30:
        seen += 1
        found = todo.pop()
        yield found
        following = (
            found.__cause__,
            found.__context__,
            getattr(found, "reason", None),
            *found.args,
        )
        todo += [part for part in following if isinstance(part, BaseException)]

"""The registries' servers that are asked, within their manners: RDAP and port 43."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from confusables.lookups.answers import unknown
from confusables.lookups.manners import Manners, Patience, retry_after
from confusables.lookups.net import Failure, split_host
from confusables.lookups.rdap import read_rdap
from confusables.lookups.registries import fitting, is_under, registry
from confusables.lookups.whois import decoded, read_whois
from confusables.lookups.witness import Witness, second
from confusables.model import Answer, Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from confusables.lookups.port43 import Port43
    from confusables.lookups.transport import Reply, Transport

__all__ = ["OWN_RATE", "Rdap", "Target", "Whois"]

OWN_RATE = 50.0
"""Requests a second for servers that the user named."""
RDAP_RATE = 2.0
_AGAIN = frozenset({502, 503, 504})
_MOST_PATIENCE = 5.0
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True)
class Target:
    """A server for a domain: whose budget it spends, and how fast it may be asked."""

    address: str
    operator: str
    rate: float
    daily: int | None


def private(domain: str) -> bool:
    """Whether the domain stands under a private suffix, of which no top level's registry knows."""
    from confusables.names import registrable

    return registrable(domain)[1]


@dataclass(frozen=True, slots=True)
class Rdap:
    """RDAP servers: those that the user named by suffix, else those of the bootstrap."""

    transport: Transport
    manners: Manners
    bootstrap: Mapping[str, str]
    own: Mapping[str, str]
    masked: frozenset[str] = frozenset()
    name: str = "rdap"

    def target(self, domain: str) -> Target | None:
        """The server to ask, or None. ``masked`` suffixes have none but those that were named."""
        if found := fitting(domain, self.own):
            return Target(found, f"own:{found}", OWN_RATE, None)
        if is_under(domain, self.masked) or private(domain):
            return None
        base = self.bootstrap.get(domain.rpartition(".")[2])
        if base is None:
            return None
        known = registry(domain)
        host = base.split("/")[2]
        return Target(base, known.operator or host, max(known.rate, RDAP_RATE), known.daily)

    def ask(self, domain: str, patience: Patience, share: float = 1.0) -> Answer:
        """Ask while the patience lasts, from when our turn has come; never raises."""
        target = self.target(domain)
        if target is None:
            return unknown(Reason.NO_SERVICE, "rdap")
        host = target.address.split("/")[2]
        turn = self.manners.turn(target.operator, target.rate, target.daily, host)
        try:
            with (
                turn,
                patience.spend(share) as deadline,
                self.manners.asking(host, deadline),
            ):
                reply = self._reply(target, domain, deadline)
        except Failure as failure:
            return unknown(failure.reason, "rdap", failure.note)
        return self._read(target, domain, reply)

    def _reply(self, target: Target, domain: str, deadline: float) -> Reply:
        """The reply; one more try after a failed connection or a server out of order."""
        url = _question(target, domain)
        try:
            reply = self.transport.get(url, deadline)
        except Failure as failure:
            if not failure.again or deadline - time.monotonic() < 1.0:
                raise
            self.manners.pause(0.2)
            return self.transport.get(url, deadline)
        if reply.status in _AGAIN:
            wait = retry_after(reply.retry_after, default=0.5)
            if wait <= min(_MOST_PATIENCE, deadline - time.monotonic() - 0.5):
                self.manners.pause(wait)
                return self.transport.get(url, deadline)
        return reply

    def _read(self, target: Target, domain: str, reply: Reply) -> Answer:
        answer = read_rdap(domain, reply.status, reply.body)
        if reply.status in {429, 503} or answer.reason is Reason.THROTTLED:
            self.manners.quiet(target.operator, retry_after(reply.retry_after))
        if reply.status == 404 and reply.url != _question(target, domain):
            # A redirect may lead to another server, to a path of nothing, to another name.
            return unknown(Reason.UNRECOGNISED, "rdap", "not the address that was asked")
        if reply.status == 404 and reply.kind in _PAGES:
            return unknown(Reason.UNRECOGNISED, "rdap")  # a page for people, whatever is in it
        return answer


def _question(target: Target, domain: str) -> str:
    return f"{target.address}domain/{domain}"


@dataclass(frozen=True, slots=True)
class Whois:
    """Port 43: the servers that the user named by suffix, else those of our table."""

    client: Port43
    manners: Manners
    own: Mapping[str, str]
    masked: frozenset[str] = frozenset()
    witness: Witness | None = None
    closed: bool = False
    name: str = "whois"

    def target(self, domain: str) -> Target | None:
        """The server to ask, or None. ``masked`` suffixes have none but those that were named."""
        if self.closed:
            return None
        if found := fitting(domain, self.own):
            return Target(found, f"own:{found}", OWN_RATE, None)
        known = registry(domain)
        if known.server is None or is_under(domain, self.masked):
            return None
        if private(domain) and "." not in known.suffix:
            return None
        return Target(known.server, known.operator, known.rate, known.daily)

    def ask(self, domain: str, patience: Patience, share: float = 1.0) -> Answer:
        """Ask while the patience lasts, from when our turn has come; never raises."""
        target = self.target(domain)
        if target is None:
            return unknown(Reason.NO_SERVICE, "whois")
        known = registry(domain)
        host, port = split_host(target.address, 43)
        at = f"{host}:{port}"
        turn = self.manners.turn(target.operator, target.rate, target.daily, at)
        try:
            with (
                turn,
                patience.spend(share) as deadline,
                self.manners.asking(at, deadline),
            ):
                reply = self._reply(host, port, known.query, domain, deadline)
        except Failure as failure:
            return unknown(failure.reason, "whois", failure.note)
        answer = read_whois(domain, reply)
        if answer.reason is Reason.THROTTLED:
            self.manners.quiet(target.operator, retry_after(None))
        if self.witness is None or answer.reason not in {Reason.FOUND, Reason.UNRECOGNISED}:
            return answer
        if answer.registrar is not None or not reply.strip():
            return answer
        text = decoded(reply, known.charset)
        with patience.spend() as deadline:
            heard = self.witness.ask(domain, text, deadline + 0.2 - time.monotonic())
        return second(domain, text, answer, heard)

    def _reply(self, host: str, port: int, query: str, domain: str, deadline: float) -> bytes:
        try:
            return self.client.ask(host, port, query, domain, deadline)
        except Failure as failure:
            if not failure.again or deadline - time.monotonic() < 1.0:
                raise
            self.manners.pause(0.2)
            return self.client.ask(host, port, query, domain, deadline)

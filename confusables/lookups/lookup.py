"""Lookup: ask who holds a domain, and never call an unknown free."""

from __future__ import annotations

import logging
import os
import threading
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple, Self

from confusables.lookups import bootstrap, named
from confusables.lookups.answers import a_label, unknown
from confusables.lookups.batch import asked_all
from confusables.lookups.cache import Cache
from confusables.lookups.manners import Manners, Patience
from confusables.lookups.net import Network, Resolver, Wires, place, resolve, split_host
from confusables.lookups.registries import is_under, registry
from confusables.lookups.servers import Rdap, Target, Whois
from confusables.lookups.witness import Witness
from confusables.model import Answer, Heard, Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from confusables.lookups.dns import Dns

__all__ = ["Lookup", "Told"]

_log = logging.getLogger("confusables")
MAX_TIMEOUT = 24 * 3600
_FINAL = frozenset({Reason.RESERVED, Reason.BLOCKED, Reason.INVALID_NAME, Reason.THROTTLED})
_DNS_LEAST = 0.4
_RDAP_SHARE = 0.6
"""How much of the time RDAP may use where port 43 can be asked after it."""


class Told(NamedTuple):
    """A host that would be told domains: how (rdap, whois, dns), how many, and whether in clear."""

    host: str
    how: str
    domains: int
    in_clear: bool


@dataclass(slots=True)
class _Live:
    """What a lookup has at work in one process."""

    stop: threading.Event
    manners: Manners
    wires: Wires
    dns: Dns | None
    lock: threading.Lock = field(default_factory=threading.Lock)
    sources: tuple[Rdap, Whois, Dns | None] | None = None
    witness: Witness | None = None


class Lookup:
    """Asks registries about domains: RDAP first, then port 43; DNS beside them where wanted.

    A host that was too late, or took no connection, twice in a row is left alone for a minute: what
    would be asked there is unknown at once, for the same reason. An answer ends that.

    ``timeout``: seconds a domain, over all that is asked about it, waiting for turns left out; at
    most a day.
    ``rdap``: base address by suffix, ``whois``: ``host:port`` by suffix; a suffix named in either
    is asked at the named servers only. ``allow_loopback``: loopback addresses, and plain http to
    them, are allowed. ``cache``: a file that keeps answers. ``accept_terms``: suffixes whose
    registry's terms forbid automated questions and that are asked all the same (named servers need
    none). ``dns``: ``"system"`` or servers (``host:port``); None asks none. ``proxies``: proxy by
    scheme (``http``, ``https``, ``all``) or by scheme and host, at any address; port 43 and DNS,
    which would go around it, and hosts for which none is named are then not asked. ``verify``:
    True, or a file of certificate authorities. ``witness``: whether python-whois is heard, in a
    process of its own.

    Safe for threads, and in a process that was forked. Close it, or use it in ``with``: that ends
    its process and connections.
    """

    def __init__(
        self,
        timeout: float = 10.0,
        *,
        rdap: Mapping[str, str] | None = None,
        whois: Mapping[str, str] | None = None,
        allow_loopback: bool = False,
        cache: str | Path | None = None,
        accept_terms: Iterable[str] = (),
        dns: str | Sequence[str] | None = None,
        proxies: Mapping[str, str] | None = None,
        verify: bool | str = True,
        witness: bool = True,
        resolver: Resolver = resolve,
    ) -> None:
        if isinstance(timeout, bool) or not isinstance(timeout, int | float):
            raise TypeError(f"timeout is a number of seconds, not {timeout!r}")
        if not 0 < timeout <= MAX_TIMEOUT:
            raise ValueError(f"timeout must be above 0 and at most {MAX_TIMEOUT} seconds")
        self.timeout = timeout
        self._own_rdap = {s: named.base(url) for s, url in named.by_suffix("rdap", rdap).items()}
        self._own_whois = {s: named.server(h) for s, h in named.by_suffix("whois", whois).items()}
        self._accepted = named.suffixes("accept_terms", accept_terms)
        self._network = Network(allow_loopback, resolver)
        self._proxies = named.proxies_of(proxies)
        self._verify = verify
        self._wants_witness = witness
        self._cache = Cache(cache, trust=self._trust(dns)) if cache is not None else None
        self._resolvers = dns if not self._proxies else None
        self._lives = {os.getpid(): self._begun(None)}

    @property
    def _live(self) -> _Live:
        """What is at work in this process: a fork leaves locks held by threads that it left out,
        and connections and a witness that are its parent's."""
        live = self._lives.get(os.getpid())
        if live is not None:
            return live
        begun = self._begun(next(reversed(self._lives.values())))
        return self._lives.setdefault(os.getpid(), begun)  # of two threads the first one's

    def _begun(self, before: _Live | None) -> _Live:
        stop = threading.Event()
        manners = Manners(self._cache.count if self._cache else None, stop)
        if before is not None:
            manners.go_on_from(before.manners)
            if before.stop.is_set():
                stop.set()
        dns = _dns(self._resolvers) if self._resolvers is not None else None
        return _Live(stop, manners, Wires(), dns)

    def _trust(self, dns: str | Sequence[str] | None) -> str:
        """Whom this lookup hears and believes, as a text: answers are kept under it."""
        resolver = self._network.resolver
        proxies = {key: named.proxy_place(url) for key, url in self._proxies.items()}
        verified = self._verify
        if isinstance(verified, str):
            verified = os.path.abspath(verified)
        told = (
            sorted(self._own_rdap.items()),
            sorted(self._own_whois.items()),
            verified,
            dns if dns is None or isinstance(dns, str) else list(dns),
            sorted(proxies.items()),
            self._network.allow_loopback,
            self._wants_witness,
            None if resolver is resolve else repr(resolver),
        )
        return repr(told)

    def __enter__(self) -> Self:
        """The lookup itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """End what is under way, and the process of the witness. What was asked until then and has
        no answer is unknown; what is asked from then on raises RuntimeError."""
        live = self._live
        live.stop.set()
        live.manners.interrupt()
        live.wires.close()
        if live.witness is not None:
            live.witness.close()

    def interrupt(self) -> None:
        """Cut off what is under way; the lookup can be used again."""
        self._live.manners.interrupt()
        self._live.wires.cut()

    def ask(self, domain: str) -> Answer:
        """What is known of the domain (registrable name, any form). Never raises for any text;
        RuntimeError where the lookup is closed."""
        self._check_open()
        return self.answer(domain)

    def _check_open(self) -> None:
        if self._live.stop.is_set():
            raise RuntimeError("the lookup is closed")

    def answer(self, domain: str) -> Answer:
        """As ``ask``; where the lookup was closed since the question was put, unknown."""
        if self._live.stop.is_set():
            return unknown(Reason.REFUSED)
        try:
            return self._kept_or_asked(domain)
        except Exception as error:  # noqa: BLE001 - what failed here leaves the name unknown
            _log.warning("a question could not be asked: %s", type(error).__name__)
            return unknown(Reason.REFUSED, note="this machine could not ask")

    def _kept_or_asked(self, domain: str) -> Answer:
        asked = self._asked_for(domain)
        if asked is None:
            return unknown(Reason.INVALID_NAME)
        cache = None if registry(asked).terms else self._cache  # such terms forbid to store, too
        if cache is not None and (kept := cache.get(asked)):
            return kept
        answer = self._asked(asked)
        if cache is not None:
            cache.put(asked, answer)
        return answer

    def ask_all(
        self,
        domains: Iterable[str],
        progress: Callable[[int], None] | None = None,
        *,
        siblings: bool = False,
    ) -> Iterator[tuple[str, Answer]]:
        """The domains and their answers as they come, operators side by side, one request each.

        ``progress`` is called with the number of answers so far. ``siblings``: after the first
        "registered" under a suffix a random name is asked there as well; where that is registered
        too, the suffix registers every name, and a "registered" under it is unknown. Leaving the
        iterator ends what is under way. RuntimeError where the lookup is closed.
        """
        self._check_open()
        return asked_all(self, domains, progress, siblings=siblings)

    def told(self, domains: Iterable[str]) -> tuple[Told, ...]:
        """Who would be told, in the worst case, if these domains were asked about; asks nobody."""
        rdap, whois, dns = self._built()
        counts: dict[tuple[str, str, bool], int] = {}
        for domain in domains:
            asked = self._asked_for(domain)
            if asked is None:
                continue
            hosts = []
            if not self._forbidden(asked):
                for source in (rdap, whois):
                    if target := source.target(asked):
                        hosts.append(_host(target, source.name))
            if dns is not None:
                hosts.append((dns.servers, "dns", True))
            for host in hosts:
                counts[host] = counts.get(host, 0) + 1
        return tuple(Told(host, how, n, clear) for (host, how, clear), n in sorted(counts.items()))

    def operator(self, domain: str) -> str:
        """Whose turn a question about the domain takes; empty where nobody would be asked."""
        asked = self._asked_for(domain)
        if asked is None or self._forbidden(asked):
            return ""
        rdap, whois, _ = self._built()
        target = rdap.target(asked) or whois.target(asked)
        return target.operator if target else ""

    def _asked_for(self, domain: str) -> str | None:
        """The name to ask about, as A-labels: the registrable one, unless its server was named."""
        asked = a_label(domain)
        if asked is None or is_under(asked, self._own_rdap.keys() | self._own_whois.keys()):
            return asked
        from confusables.names import registrable

        return registrable(asked)[0]

    def _asked(self, asked: str) -> Answer:
        """What the sources say, in the order of trust, and what follows from it together."""
        rdap, whois, dns = self._built()
        patience = Patience(self.timeout)
        answers: list[Answer] = []
        if self._forbidden(asked):
            answers.append(
                unknown(Reason.TERMS, note=f"needs --accept-terms {registry(asked).suffix}")
            )
        else:
            answers += self._registries(asked, patience, rdap, whois)
        if dns is not None and not self._live.stop.is_set():
            patience.left = max(patience.left, _DNS_LEAST)
            answers.append(dns.ask(asked, patience))
        if not answers and self._live.stop.is_set():
            return unknown(Reason.REFUSED)
        return _together(answers)

    def _registries(self, asked: str, patience: Patience, rdap: Rdap, whois: Whois) -> list[Answer]:
        """What RDAP says, and where that is nothing, port 43."""
        answers: list[Answer] = []
        share = 1.0 if whois.target(asked) is None else _RDAP_SHARE
        for source, part in ((rdap, share), (whois, 1.0)):
            if source.target(asked) is None or patience.left <= 0 or self._live.stop.is_set():
                continue
            answers.append(source.ask(asked, patience, part))
            if answers[-1].verdict is not Verdict.UNKNOWN or answers[-1].reason in _FINAL:
                break
        return answers

    def _forbidden(self, asked: str) -> bool:
        """Whether the registry's terms forbid to ask, and the user has not accepted that: a server
        that the user named is not the registry's."""
        allowed = self._accepted | self._own_rdap.keys() | self._own_whois.keys()
        return registry(asked).terms and not is_under(asked, allowed)

    def _built(self) -> tuple[Rdap, Whois, Dns | None]:
        """The sources, made on first use: what they import is not needed offline."""
        live = self._live
        with live.lock:
            if live.sources is None:
                live.sources = self._build(live)
            return live.sources

    def _build(self, live: _Live) -> tuple[Rdap, Whois, Dns | None]:
        from confusables.lookups.port43 import Port43
        from confusables.lookups.transport import Transport

        servers = bootstrap.load().servers
        bases = {*servers.values(), *self._own_rdap.values()}
        transport = Transport(
            self._network,
            live.wires,
            frozenset(place(base) for base in bases),
            verify=self._verify,
            proxies=self._proxies,
        )
        masked = frozenset({*self._own_rdap, *self._own_whois})
        if self._wants_witness:
            live.witness = Witness()
        whois = Whois(
            Port43(self._network, live.wires),
            live.manners,
            self._own_whois,
            masked,
            live.witness,
            closed=bool(self._proxies),
        )
        rdap = Rdap(transport, live.manners, servers, self._own_rdap, masked)
        return rdap, whois, live.dns


def _together(answers: list[Answer]) -> Answer:
    """One answer of all: any valid positive counts; else what the registry said; DNS beside."""
    if not answers:
        return unknown(Reason.NO_SERVICE)
    facts = tuple(fact for answer in answers for fact in answer.dns)
    heard = tuple(Heard(a.source, a.verdict, a.reason) for a in answers if a.source)
    told = [a for a in answers if a.verdict is not Verdict.UNKNOWN]
    positive = [a for a in told if a.verdict is Verdict.REGISTERED]
    spoken = [a for a in answers if a.reason is not Reason.NO_SERVICE]
    chosen = (positive or told or spoken or answers)[0]
    return replace(chosen, dns=facts, heard=heard if len(heard) > 1 else ())


def _dns(servers: str | Sequence[str]) -> Dns:
    """The resolvers, made at once, so that a wrong setting or a missing extra is said at once."""
    from confusables.lookups.dns import Dns

    return Dns(servers)


def _host(target: Target, how: str) -> tuple[str, str, bool]:
    if how == "whois":
        return split_host(target.address, 43)[0], how, True
    from urllib.parse import urlsplit

    parts = urlsplit(target.address)
    return parts.hostname or "", how, parts.scheme == "http"

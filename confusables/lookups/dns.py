"""DNS: whether a name is delegated, and whether it is alive. A fact beside the registry's word.

That a name is not delegated says nothing: held, new and server-less registrations look the same.
Needs dnspython (the extra ``dns``).
"""

from __future__ import annotations

import secrets
import string
import threading
import time
from dataclasses import dataclass, replace
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

from confusables.errors import MissingExtra
from confusables.lookups.answers import moment, unknown
from confusables.lookups.net import split_host
from confusables.model import Answer, Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dns.resolver import Resolver

    from confusables.lookups.manners import Patience

__all__ = ["Dns", "random_label"]


@dataclass(frozen=True, slots=True)
class _Heard:
    """What a question about one type got: the reason is None where there was a clean reply."""

    found: bool = False
    delegated: bool = False
    values: tuple[str, ...] = ()
    reason: Reason | None = None
    missing: bool = False


def random_label() -> str:
    """A label that nobody has registered: twenty random letters."""
    return "".join(secrets.choice(string.ascii_lowercase) for _ in range(20))


class Dns:
    """The domain name system, asked through resolvers (``system`` or ``host:port`` each)."""

    name = "dns"

    def __init__(self, servers: str | Sequence[str] = "system") -> None:
        self.servers = servers if isinstance(servers, str) else ", ".join(servers)
        self._resolver = _resolver(servers)
        self._lock = threading.Lock()
        self._wildcards: dict[str, bool] = {}

    def ask(self, domain: str, patience: Patience, share: float = 1.0) -> Answer:
        """Registered where the parent delegates the name, unless it does so for any name."""
        with patience.spend(share) as deadline:
            return self._judged(domain, deadline)

    def _judged(self, domain: str, deadline: float) -> Answer:
        suffix = domain.partition(".")[2]
        heard = self._question(domain, "NS", deadline)
        if heard.reason is not None:
            return unknown(heard.reason, "dns")
        if heard.missing:
            answer = unknown(Reason.NOT_DELEGATED, "dns")
            return replace(answer, dns=("not-delegated",))
        if self.is_wildcard(suffix, deadline) is not False:
            return replace(unknown(Reason.UNRECOGNISED, "dns"), dns=("wildcard-suffix",))
        facts = self._alive(domain, deadline)
        if not heard.delegated:
            return replace(unknown(Reason.UNRECOGNISED, "dns"), dns=facts)
        answer = Answer(Verdict.REGISTERED, Reason.FOUND, "dns", moment())
        return replace(answer, dns=("delegated", *facts))

    def is_wildcard(self, suffix: str, deadline: float) -> bool | None:
        """Whether the suffix answers for a random name; None where that was not learned."""
        with self._lock:
            if suffix in self._wildcards:
                return self._wildcards[suffix]
        sibling = f"{random_label()}.{suffix}"
        heard = [self._question(sibling, kind, deadline) for kind in ("NS", "A")]
        if any(one.found or one.delegated for one in heard):
            answer = True
        elif all(one.missing for one in heard):
            answer = False
        else:
            return None
        with self._lock:
            self._wildcards[suffix] = answer
        return answer

    def _alive(self, domain: str, deadline: float) -> tuple[str, ...]:
        """What shows life: an address, mail, or the word that no mail is taken."""
        facts = []
        if any(self._question(domain, kind, deadline).found for kind in ("A", "AAAA")):
            facts.append("address")
        mail = self._question(domain, "MX", deadline)
        if mail.found:
            facts.append("no-mail" if mail.values == ("0 .",) else "mail")
        return tuple(facts)

    def _question(self, domain: str, kind: str, deadline: float) -> _Heard:
        import dns.exception
        import dns.rdatatype
        import dns.resolver

        left = deadline - time.monotonic()
        if left <= 0:
            return _Heard(reason=Reason.TIMEOUT)
        try:
            reply = self._resolver.resolve(
                f"{domain}.", kind, search=False, lifetime=left, raise_on_no_answer=False
            )
        except dns.resolver.NXDOMAIN:
            return _Heard(missing=True)
        except dns.resolver.NoNameservers as error:
            return _Heard(reason=_refusal(error))
        except dns.exception.Timeout:
            return _Heard(reason=Reason.TIMEOUT)
        except (dns.exception.DNSException, ValueError):
            return _Heard(reason=Reason.MALFORMED)
        except OSError:
            return _Heard(reason=Reason.REFUSED)
        values = tuple(str(value) for value in reply.rrset) if reply.rrset is not None else ()
        return _Heard(found=bool(values), delegated=_delegated(reply, domain), values=values)


def _delegated(reply: Any, domain: str) -> bool:
    """Whether the reply shows the name as the apex of a zone: NS or SOA at that very name."""
    import dns.name
    import dns.rdatatype

    apex = dns.name.from_text(f"{domain}.")
    kinds = (dns.rdatatype.NS, dns.rdatatype.SOA)
    sections = (*reply.response.answer, *reply.response.authority)
    return any(rrset.name == apex and rrset.rdtype in kinds for rrset in sections)


def _refusal(error: Any) -> Reason:
    """Why no server gave an answer: refused, broken, or out of reach."""
    import dns.rcode

    replies = [part[4] for part in error.kwargs.get("errors", ()) if len(part) > 4]
    codes = {reply.rcode() for reply in replies if reply is not None}
    if dns.rcode.REFUSED in codes:
        return Reason.REFUSED
    return Reason.MALFORMED if codes else Reason.REFUSED


def _resolver(servers: str | Sequence[str]) -> Resolver:
    """The resolver to ask; MissingExtra without dnspython."""
    try:
        import dns.nameserver
        import dns.resolver
    except ImportError as error:
        raise MissingExtra("asking the domain name system", "dns") from error
    if servers == "system":
        try:
            resolver = dns.resolver.Resolver()
        except dns.resolver.NoResolverConfiguration as error:
            raise ValueError("this system has no resolver configured") from error
    else:
        resolver = dns.resolver.Resolver(configure=False)
        listed = [servers] if isinstance(servers, str) else servers
        places = [split_host(server, 53) for server in listed]
        resolver.nameservers = [
            dns.nameserver.Do53Nameserver(str(ip_address(host)), port) for host, port in places
        ]
    resolver.search, resolver.domain = [], dns.name.root
    return resolver

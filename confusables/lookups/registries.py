"""What is known of each registry: its servers, its manners, and the lines that its replies use.

The facts stand in ``tables/whois.toml`` and ``tables/rdap.tsv``; this module reads them once.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from confusables.errors import TablesError
from confusables.lookups.fields import Keys
from confusables.tables import open_table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

__all__ = ["KINDS", "Lines", "Registry", "any_lines", "fitting", "is_under", "keys", "registry"]

T = TypeVar("T")

KINDS = ("not_found", "throttled", "reserved", "blocked", "invalid", "beside", "taken")

_LABEL = r"[^\s.\"'“”«»<>()\[\],:;!?]"
_NAME = r"[\"'“«<\[(]?(?P<name>(?:LABEL{1,63}\.){1,12}LABEL{2,63})[\"'”»>\])]?[,.]?".replace(
    "LABEL", _LABEL
)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one registry (or of any), by what they say, as patterns over whole lines.

    ``beside`` are those that stand beside "no record" and tell nothing of the name, ``taken`` those
    that are no refusal beside a statement of a record. ``held`` are no lines but the states that
    only a registration has (``statuses.words``).
    """

    not_found: tuple[re.Pattern[str], ...] = ()
    throttled: tuple[re.Pattern[str], ...] = ()
    reserved: tuple[re.Pattern[str], ...] = ()
    blocked: tuple[re.Pattern[str], ...] = ()
    invalid: tuple[re.Pattern[str], ...] = ()
    beside: tuple[re.Pattern[str], ...] = ()
    taken: tuple[re.Pattern[str], ...] = ()
    held: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Registry:
    """What is known of the registry of one suffix (A-labels); nothing is known of most.

    ``operator`` names whose budget of requests a question spends. ``rate`` is requests a second,
    ``daily`` requests a day. ``created`` is False where no creation date is published.
    """

    suffix: str = ""
    operator: str = ""
    server: str | None = None
    query: str = "NAME"
    charset: str = "utf-8"
    day_first: bool | None = None
    created: bool = True
    terms: bool = False
    eligibility: str | None = None
    rate: float = 1.0
    daily: int = 1000
    lines: Lines = field(default_factory=Lines)


def registry(domain: str) -> Registry:
    """The registry of the longest suffix of the domain that the table knows."""
    return fitting(domain, _table()) or Registry(suffix=domain.rpartition(".")[2])


def suffixes(domain: str) -> Iterator[str]:
    """What stands after each point of a domain, the longest first."""
    rest = domain
    while "." in rest:
        rest = rest.partition(".")[2]
        yield rest


def fitting(domain: str, table: Mapping[str, T]) -> T | None:
    """What a table has for the longest suffix of the domain that is in it; None without one."""
    return next((table[suffix] for suffix in suffixes(domain) if suffix in table), None)


def is_under(domain: str, listed: Collection[str]) -> bool:
    """Whether a suffix of the domain is among some."""
    return any(suffix in listed for suffix in suffixes(domain))


@cache
def any_lines() -> Lines:
    """Lines of software that many registries run."""
    return _lines(_read()["any"])


@cache
def keys() -> Keys:
    """How replies call what they state."""
    return Keys(**{name: frozenset(words) for name, words in _read()["keys"].items()})


@cache
def _table() -> Mapping[str, Registry]:
    table = {}
    for entry in _read()["registry"]:
        lines = _lines(entry)
        servers = entry.get("servers", {})
        for suffix in entry["suffixes"]:
            server = servers.get(suffix, entry.get("server"))
            table[suffix] = Registry(
                suffix=suffix,
                operator=entry.get("operator") or server or suffix,
                server=server,
                query=entry.get("query", "NAME"),
                charset=entry.get("charset", "utf-8"),
                day_first=entry.get("day_first"),
                created=entry.get("created", True),
                terms=entry.get("terms", False),
                eligibility=entry.get("eligibility"),
                rate=float(entry.get("rate", 1.0)),
                daily=int(entry.get("daily", 1000)),
                lines=lines,
            )
    return table


def _lines(entry: Mapping[str, Any]) -> Lines:
    patterns = {kind: tuple(_compiled(p) for p in entry.get(kind, ())) for kind in KINDS}
    return Lines(**patterns, held=frozenset(entry.get("held", ())))


def _compiled(pattern: str) -> re.Pattern[str]:
    first, *more = pattern.split("NAME")
    unnamed = _NAME.replace("?P<name>", "?:")
    return re.compile(
        first + "".join((_NAME if i == 0 else unnamed) + p for i, p in enumerate(more))
    )


@cache
def _read() -> dict[str, Any]:
    try:
        return tomllib.loads(open_table("whois.toml").decode("utf-8"))
    except ValueError as error:
        raise TablesError(f"whois.toml: {error}") from error

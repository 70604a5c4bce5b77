"""Which domains have one owner, by the shipped table of owner groups, and what names no owner."""

from __future__ import annotations

import re
from functools import cache

from confusables.tables import open_table

__all__ = ["groups_of", "is_proxy", "is_withheld"]

_PROXY = re.compile(r"privacy|proxy|whois\s*guard|\banonym|\bregistrant of\b", re.IGNORECASE)

_REDACTED = re.compile(
    r"redacted|withheld|not disclosed|non-?disclosed|not shown|hidden|masked|private\s*person|"
    r"private registration|data protected|statutory masking|gdpr|non[ -]public|@|^\W*$|"
    r"^(n/?a|none|null|nil|unknown|not applicable|person|individual|private|personal|self|"
    r"no organi[sz]ation)\W*$",
    re.IGNORECASE,
)


@cache
def _groups() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for line in open_table("owners.tsv").decode().splitlines():
        if not line.startswith("#"):
            group, owner, domains = line.split("\t")
            for domain in domains.split():
                found.setdefault(domain, {})[group] = owner
    return found


def groups_of(domain: str) -> dict[str, str]:
    """The groups that a registrable domain belongs to: id to the owner's name."""
    return _groups().get(domain, {})


def is_withheld(text: str) -> bool:
    """Whether what stands for an owner says that it is withheld, or says nothing."""
    return bool(_REDACTED.search(text))


def is_proxy(text: str) -> bool:
    """Whether what stands for an owner is a service that stands before many."""
    return bool(_PROXY.search(text))

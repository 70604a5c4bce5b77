"""Which domains have one owner, by the shipped table of owner groups."""

from __future__ import annotations

from functools import cache

from confusables.tables import open_table

__all__ = ["groups_of"]


@cache
def _groups() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for line in open_table("owners.tsv").decode().splitlines():
        if not line.startswith("#"):
            group, owner, _, domains = line.split("\t")
            for domain in domains.split():
                found.setdefault(domain, {})[group] = owner
    return found


def groups_of(domain: str) -> dict[str, str]:
    """The groups that a registrable domain belongs to: id to the owner's name."""
    return _groups().get(domain, {})

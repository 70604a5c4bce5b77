"""``owners.tsv``: which domains have one owner.

A line is ``id  owner  domains``, tab-separated; domains are joined by a space, sorted. The id is a
number within this file only. The first line begins with ``#``. A domain may stand in more than one
group where two sources disagree.

Taken are:

- the groups of ``owner-groups`` (nsi-wikidata, 2factorauth, apple-shared-credentials,
  related-website-sets, third-party-web, universities) without swot-same-name, where common names
  of schools make false owners;
- ``brands``: the official websites of one Wikidata entity, left out where four or more entities
  give the same one (a website that several brands of a group share says nothing of the others);
- ``ror``: organisations of one name that the registry tells apart by their country in brackets
  alone, with one label under several suffixes (abbvie.co.jp, abbvie.com.au).

Two groups become one where they share a domain and their owner has one name, or where one holds
all domains of the other. A domain that eight or more groups still share (consensu.org, under which
many firms have a page) is taken out of all. An owner that a source gives as a domain is called
what the shipped records call that domain, if they do.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from steps import Inputs, Step, rows
from steps.records import BRANDS, RECORDS, ROR, branches, brands, clean, records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GROUPS = "sources/owner-groups.tsv.gz"

_ORDER = (
    "nsi-wikidata",
    "brands",
    "ror",
    "universities",
    "third-party-web",
    "2factorauth",
    "apple-shared-credentials",
    "related-website-sets",
)
"""Whose name of an owner is taken first; a source that is not here is left out."""

_SHARED = 4
_COMMON = 8


@dataclass(slots=True)
class _Group:
    owner: str
    sources: set[str]
    domains: set[str]

    @property
    def rank(self) -> tuple[int, str]:
        return min(_ORDER.index(source) for source in self.sources), self.owner


def _stated(inputs: Inputs) -> Iterator[_Group]:
    for source, owner, _, domains in rows(inputs[GROUPS], 4):
        if source in _ORDER:
            yield _Group(clean(owner), {source}, set(domains.split()))
    entities = list(brands(inputs[BRANDS]))
    shared = Counter(domain for _, domains, _ in entities for domain in domains)
    for label, domains, _ in entities:
        yield _Group(label, {"brands"}, {d for d in domains if shared[d] < _SHARED})
    labels: dict[tuple[str, str], set[str]] = {}
    for name, domain in branches(inputs[ROR]):
        labels.setdefault((name, domain.partition(".")[0]), set()).add(domain)
    for (name, _), found in labels.items():
        yield _Group(name, {"ror"}, found)


def _merge(groups: Iterable[_Group]) -> list[_Group]:
    """Groups of one owner joined; the larger and better named one takes in the other."""
    kept: list[_Group] = []
    holding: dict[str, list[_Group]] = {}
    for group in sorted(groups, key=lambda g: (-len(g.domains), g.rank, sorted(g.domains))):
        host = next((old for old in _touching(group, holding) if _same(group, old)), None)
        if host is None:
            host = group
            kept.append(group)
        else:
            host.owner = min(host, group, key=lambda g: g.rank).owner
            host.sources |= group.sources
            host.domains |= group.domains
        for domain in group.domains:
            if all(old is not host for old in holding.setdefault(domain, [])):
                holding[domain].append(host)
    return kept


def _touching(group: _Group, holding: dict[str, list[_Group]]) -> Iterator[_Group]:
    for domain in sorted(group.domains):
        yield from holding.get(domain, ())


def _same(new: _Group, old: _Group) -> bool:
    return new.owner.casefold() == old.owner.casefold() or new.domains <= old.domains


def _build(inputs: Inputs) -> bytes:
    names = {record.domain: record.name for record in records(inputs)}
    groups = [group for group in _stated(inputs) if len(group.domains) > 1 and group.owner]
    for group in groups:
        if group.owner in group.domains:
            group.owner = names.get(group.owner) or group.owner
    merged = _merge(groups)
    held = Counter(domain for group in merged for domain in group.domains)
    for group in merged:
        group.domains = {domain for domain in group.domains if held[domain] < _COMMON}
    merged = [group for group in merged if len(group.domains) > 1]
    merged.sort(key=lambda g: (g.owner.casefold(), g.owner, sorted(g.domains)))
    lines = ["#id\towner\tdomains"]
    for number, group in enumerate(merged, 1):
        lines.append(f"{number}\t{group.owner}\t{' '.join(sorted(group.domains))}")
    return ("\n".join(lines) + "\n").encode("utf-8")


STEP = Step("owners.tsv", (GROUPS, *RECORDS), _build)

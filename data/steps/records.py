"""The registrations that ship: brands, online services, research organisations and the documented
cases, joined.

``records(inputs)`` gives them once each, sorted by domain, those without a domain last by name;
the step that writes the corpus file takes ``INPUTS`` and calls it. Nothing is written here.

What is taken from each source:

- ``brands``: label and official websites of a Wikidata entity, and the countries of its index.
  ``001`` is the world and says no country; ``fx`` is metropolitan France; a code that ISO 3166
  does not assign to a country (el, ja, ra) is left out.
- ``services``: name and domains of a service that people sign in to, which says no owner, and the
  countries that it is for where its list names them, but not those that it is not for.
- ``ror``: website, country and name of an organisation. Where the name ends in the name of that
  very country in brackets, which the registry adds to tell branches apart, the brackets go.
- ``cases``: see ``data/cases.csv``; a row whose ``searched`` is ``no`` is documentation only.

Rules where several records name one domain:

- order: a case first; then names that are spelled as the label or begin with its words (Google,
  ETH Zurich, Massachusetts Institute of Technology); then sites that are the domain itself before
  those of a subdomain; then brands; then governments, funders, schools and firms before units of
  any other type, and services last; then those with a Wikidata entry, the shorter name, the
  alphabet. A parent is mostly the one that its domain spells, and written shorter than its units.
- tenants: of four or more on one domain, only those that its label spells are kept, if any: the
  others are units of it or have a page there (a school's on google.com).
- hosts (``HOSTS``), where anybody may have a page: nobody who has one holds the domain, and it
  stands without a name unless its label spells one (a network's article on wikipedia.org).
- name: of the first in that order. Owners: the first four (``OWNERS``), one spelling each.
- countries and sources: the union of those kept, sorted.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections import Counter
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

import idna

from confusables.fold import fold
from steps import Inputs, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "INPUTS",
    "OWNERS",
    "RECORDS",
    "Record",
    "as_of",
    "branches",
    "brands",
    "cases",
    "records",
]

BRANDS = "sources/brands-wikidata-nsi.tsv.gz"
SERVICES = "sources/services-2factorauth.tsv.gz"
ROR = "sources/ror-organisations.tsv.gz"
CASES = "cases.csv"
PINS = "sources.toml"
RECORDS = (BRANDS, SERVICES, ROR, CASES)
"""What ``records`` reads."""

INPUTS = (*RECORDS, PINS)
"""What ``records`` and ``as_of`` read."""

OWNERS = 4
"""So many owners are kept of a domain that more share."""

_ISO = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR "
    "BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ "
    "EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW "
    "GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY "
    "KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV "
    "MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY "
    "QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG "
    "TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA "
    "ZM ZW"
)
_COUNTRIES = frozenset(_ISO.split())
"""ISO 3166-1 alpha-2, and XK, which it reserves for users and everybody uses for Kosovo."""

_REGIONS = {"FX": "FR", "IC": "ES"}
"""Parts of a country that have a reserved code: metropolitan France, the Canary Islands."""

_PARENTS = frozenset({"government", "funder", "education", "company"})
"""The types of the organisations that most often own the domain that their units share."""

_SHARED = 4
"""From so many names on one domain on, those that its label does not spell are tenants."""

HOSTS = frozenset({
    "archive.org", "business.site", "e-monsite.com", "edublogs.org", "github.com", "hypotheses.org",
    "imweb.me", "jimdo.com", "jimdofree.com", "jimdoweb.com", "securesite.jp", "siteindices.com",
    "siterate.org", "squarespace.com", "tripod.com", "webnode.pt", "weebly.com", "wikipedia.org",
    "wixsite.com", "wordpress.com",
})  # fmt: skip
"""Domains of which the sources state pages of their users."""

_SMALL = 3
"""Words of up to so many letters (de, of, the) have no part in initials; nor are there fewer."""

_WORDS = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"(.*\S) \(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Record:
    """An existing name as its sources state it: a ``confusables.model.Registration``."""

    domain: str | None
    name: str
    owners: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    since: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Claim:
    """What one source says of one domain; ``rank`` orders the claims on a domain."""

    domain: str | None
    name: str
    owner: str
    countries: tuple[str, ...]
    source: str
    rank: tuple[int, ...]
    since: str | None = None

    @property
    def spelled(self) -> bool:
        """Whether the label of the domain spells the name, its first words or its initials."""
        if not self.domain or not self.name:
            return False
        label = self.domain.partition(".")[0].replace("-", "")
        words = _WORDS.findall(fold(self.name))
        if label in accumulate(words):
            return True
        initials = "".join(word[0] for word in words if len(word) > _SMALL)
        return len(label) >= _SMALL and initials.startswith(label)

    @property
    def order(self) -> tuple[object, ...]:
        return (self.source != "cases", not self.spelled, *self.rank, len(self.owner), self.owner)


def country(code: str) -> str | None:
    """The country of a code as the sources write it; None where it is none."""
    code = _REGIONS.get(code.upper(), code.upper())
    return code if code in _COUNTRIES else None


def brands(content: bytes) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Label, domains and countries of every brand."""
    for _, label, domains, codes, _, _, _ in rows(content, 7):
        known = {found for code in codes.split() if (found := country(code))}
        yield clean(label), tuple(a_label(d) for d in domains.split()), tuple(sorted(known))


def clean(name: str) -> str:
    """A name on one line, without the sign that separates several values in a table."""
    return " ".join(name.replace("|", "/").split())


def a_label(domain: str) -> str:
    """The domain as A-labels; the two lists have a few in Unicode among their A-labels."""
    return domain if domain.isascii() else idna.encode(domain).decode("ascii")


def _brand_claims(content: bytes) -> Iterator[_Claim]:
    for label, domains, codes in brands(content):
        for domain in domains:
            yield _Claim(domain, label, label, codes, "brands", (0, 0, 0, 0))


def _service_claims(content: bytes) -> Iterator[_Claim]:
    for domains, stated, regions, _ in rows(content, 4):
        known = {found for code in regions.split() if (found := country(code))}
        name = clean(stated)
        for domain in domains.split():
            yield _Claim(a_label(domain), name, "", tuple(sorted(known)), "services", (2, 0, 0, 0))


def _ror_claims(content: bytes) -> Iterator[_Claim]:
    found = list(rows(content, 8))
    marks = _branch_marks((row[1], row[2]) for row in found)
    for domain, code, stated, types, wikidata, _, host, _ in found:
        name = _unmarked(stated, marks.get(code))
        codes = tuple(filter(None, [country(code)]))
        unit = _PARENTS.isdisjoint(types.split("/"))
        rank = (int(bool(host)), 1, int(unit), int(not wikidata))
        yield _Claim(a_label(domain), name, name, codes, "ror", rank)


def branches(content: bytes) -> Iterator[tuple[str, str]]:
    """Name and domain of every organisation that the registry marks as a branch in a country."""
    found = list(rows(content, 8))
    marks = _branch_marks((row[1], row[2]) for row in found)
    for domain, code, stated, *_ in found:
        name = _unmarked(stated, marks.get(code))
        if name != clean(stated):
            yield name, a_label(domain)


def _unmarked(stated: str, mark: str | None) -> str:
    end = _BRACKETS.fullmatch(stated)
    return clean(end[1] if end and end[2] == mark else stated)


def _branch_marks(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The name of each country as the registry writes it: what its names most often end in."""
    ends: dict[str, Counter[str]] = {}
    for code, name in names:
        if mark := _BRACKETS.fullmatch(name):
            ends.setdefault(code, Counter())[mark[2]] += 1
    most = {code: min(found, key=lambda end: (-found[end], end)) for code, found in ends.items()}
    return {code: end for code, end in most.items() if ends[code][end] > 1}


def cases(content: bytes) -> Iterator[dict[str, str]]:
    """The rows of ``cases.csv`` by column."""
    yield from csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))


def _case_claims(content: bytes) -> Iterator[_Claim]:
    for row in cases(content):
        if row["searched"] == "yes":
            yield _Claim(
                row["domain"] or None,
                row["name"],
                row["owner"],
                tuple(filter(None, [row["country"]])),
                "cases",
                (int(not row["owner"]),),
                row["since"] or None,
            )


def _join(claims: list[_Claim]) -> Record:
    """One record of all that is said of one domain, or of one name that has none."""
    if len(claims) >= _SHARED:
        claims = [claim for claim in claims if claim.spelled] or claims
    if claims[0].domain in HOSTS:
        claims = [
            claim if claim.spelled else replace(claim, name="", owner="", countries=())
            for claim in claims
        ]
    claims = sorted(claims, key=lambda claim: claim.order)
    owners: dict[str, str] = {}
    for claim in claims:
        if claim.owner:
            owners.setdefault(claim.owner.casefold(), claim.owner)
    return Record(
        claims[0].domain,
        next((claim.name for claim in claims if claim.name), ""),
        tuple(owners.values())[:OWNERS],
        tuple(sorted({code for claim in claims for code in claim.countries})),
        min((claim.since for claim in claims if claim.since), default=None),
        tuple(sorted({claim.source for claim in claims})),
    )


def records(inputs: Inputs) -> list[Record]:
    """Every registration that ships, in the order of its domain; cases without one at the end."""
    domains: dict[str, list[_Claim]] = {}
    names: dict[str, list[_Claim]] = {}
    for claim in (
        *_case_claims(inputs[CASES]),
        *_brand_claims(inputs[BRANDS]),
        *_service_claims(inputs[SERVICES]),
        *_ror_claims(inputs[ROR]),
    ):
        if claim.domain:
            domains.setdefault(claim.domain, []).append(claim)
        else:
            names.setdefault(claim.name, []).append(claim)
    return [_join(domains[domain]) for domain in sorted(domains)] + [
        _join(names[name]) for name in sorted(names)
    ]


def as_of(inputs: Inputs) -> dict[str, str]:
    """The date of the state of each source, by the name it has in ``Record.sources``."""
    pins = tomllib.loads(inputs[PINS].decode("utf-8"))
    dates = {
        "brands": pins[BRANDS.removeprefix("sources/")]["date"],
        "services": pins[SERVICES.removeprefix("sources/")]["date"],
        "ror": pins[ROR.removeprefix("sources/")]["date"],
    }
    return dates | {"cases": max(row["published"] for row in cases(inputs[CASES]))}

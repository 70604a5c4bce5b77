"""Named columns of a list: which name says what, and a row made an entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from confusables.readers.text import Entry, is_date

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Columns", "entry", "named"]

Columns = dict[str, list[int]]

# What a list may say, and the columns that say it, in English and as other languages have it: of
# several, the first that has a value counts.
_COLUMNS = {
    "domain": (
        "domain", "domains", "url", "website", "hostname", "host", "domaine", "domaines", "dominio",
        "domínio", "domein",
    ),
    "name": ("name", "brand", "label", "nom", "nombre", "nome", "naam"),
    "countries": ("country", "countries", "pays", "land", "país", "pais", "paese"),
    "owners": (
        "owner", "owners", "organisation", "organization", "titulaire", "inhaber", "titular",
        "titolare", "houder",
    ),
    "since": ("since", "created", "depuis", "seit", "desde", "dal", "sinds"),
}  # fmt: skip
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_COUNTRY = re.compile(r"[A-Za-z]{2}")


def named(header: Sequence[str]) -> Columns:
    """Where in a row each thing is said, in the order of preference; other columns are left out.

    Empty where the header names neither a domain nor a name.
    """
    titles = [title.strip().lower() for title in header]
    found = {
        says: [at for title in of_it for at, other in enumerate(titles) if other == title]
        for says, of_it in _COLUMNS.items()
    }
    return found if found["domain"] or found["name"] else {}


def entry(line: int, cells: Sequence[str], columns: Columns) -> Entry:
    """The entry of a row, by what the columns say."""
    row = {
        says: next((cells[at] for at in places if cells[at]), "")
        for says, places in columns.items()
    }
    domain, name = row["domain"], row["name"]
    if not domain and not name:
        return Entry(line, "", problem="neither a domain nor a name")
    since = row["since"]
    if since and not (_DATE.fullmatch(since) and is_date(since)):
        return Entry(line, domain, problem=f"since is {since!r}, not a date such as 2017-06")
    countries = _several(row["countries"])
    if bad := [c for c in countries if not _COUNTRY.fullmatch(c)]:
        return Entry(line, domain, problem=f"country is {bad[0]!r}, not two letters such as FR")
    owners = _several(row["owners"])
    return Entry(line, domain, name, owners, tuple(c.upper() for c in countries), since)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.strip() for item in cell.split("|") if item.strip()))

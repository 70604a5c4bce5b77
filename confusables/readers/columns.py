"""Named columns of a list: which name says what, and a row made an entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from confusables.readers.text import Entry, is_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["entry", "named"]

_COLUMNS = {
    "domain": "domain", "domains": "domain", "host": "domain", "website": "domain",
    "name": "name", "brand": "name", "label": "name",
    "country": "countries", "countries": "countries",
    "owner": "owners", "owners": "owners", "organisation": "owners", "organization": "owners",
    "since": "since", "created": "since",
}  # fmt: skip
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_COUNTRY = re.compile(r"[A-Za-z]{2}")


def named(header: Sequence[str]) -> list[str]:
    """What each column of a header says, empty for those that are passed over."""
    return [_COLUMNS.get(name.strip().lower(), "") for name in header]


def entry(line: int, row: Mapping[str, str]) -> Entry:
    """The entry of a row, by what the columns say."""
    domain, name = row.get("domain", ""), row.get("name", "")
    if not domain and not name:
        return Entry(line, "", problem="neither a domain nor a name")
    since = row.get("since", "")
    if since and not (_DATE.fullmatch(since) and is_date(since)):
        return Entry(line, domain, problem=f"since is {since!r}, not a date such as 2017-06")
    countries = _several(row.get("countries", ""))
    if bad := [c for c in countries if not _COUNTRY.fullmatch(c)]:
        return Entry(line, domain, problem=f"country is {bad[0]!r}, not two letters such as FR")
    owners = _several(row.get("owners", ""))
    return Entry(line, domain, name, owners, tuple(c.upper() for c in countries), since)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.strip() for item in cell.split("|") if item.strip()))

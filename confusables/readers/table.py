"""CSV or TSV with named columns: domain, and any of name, country, owner, since.

The header names the columns in any order and any case; several countries or owners in one cell
are parted by ``|``. Other columns are passed over.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from confusables.errors import ListError
from confusables.readers.text import Entry, Reader, lines

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

__all__ = ["READER"]

_COLUMNS = {
    "domain": "domain", "domains": "domain", "host": "domain", "website": "domain",
    "name": "name", "brand": "name", "label": "name",
    "country": "countries", "countries": "countries",
    "owner": "owners", "owners": "owners", "organisation": "owners", "organization": "owners",
    "since": "since", "created": "since",
}  # fmt: skip
_SEPARATORS = "\t,;"
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_COUNTRY = re.compile(r"[A-Za-z]{2}")


def knows(head: bytes) -> bool:
    """A first line that names a column ``domain`` or ``name`` among several."""
    first = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace")
    separator = _separator(first)
    if not separator:
        return False
    return bool({"domain", "name"} & set(_header(first, separator)))


def entries(file: io.BufferedReader, path: str) -> Iterator[Entry]:
    """One entry a row; raises ListError for a header without a domain or name column."""
    numbered = lines(file, path)
    _, first = next(numbered, (1, ""))
    separator = _separator(first or "") or ","
    columns = _header(first or "", separator)
    if not {"domain", "name"} & set(columns):
        raise ListError("no column called domain or name in the header", path=path, line=1)
    for number, line in numbered:
        if line is None:
            yield Entry(number, "", problem="not UTF-8")
        elif line.strip():
            yield _entry(number, next(csv.reader([line], delimiter=separator)), columns)


def _separator(first: str) -> str:
    return max(_SEPARATORS, key=first.count) if any(s in first for s in _SEPARATORS) else ""


def _header(first: str, separator: str) -> list[str]:
    names = next(csv.reader([first.lstrip("#")], delimiter=separator), [])
    return [_COLUMNS.get(name.strip().lower(), "") for name in names]


def _entry(number: int, cells: list[str], columns: list[str]) -> Entry:
    if len(cells) != len(columns):
        problem = f"{len(cells)} columns, the header has {len(columns)}"
        return Entry(number, "", problem=problem)
    row = {column: cell.strip() for column, cell in zip(columns, cells, strict=True) if column}
    domain, name = row.get("domain", ""), row.get("name", "")
    if not domain and not name:
        return Entry(number, "", problem="neither a domain nor a name")
    since = row.get("since", "")
    if since and not _DATE.fullmatch(since):
        return Entry(number, domain, problem=f"since is {since!r}, not a date such as 2017-06")
    countries = _several(row.get("countries", ""))
    if bad := [c for c in countries if not _COUNTRY.fullmatch(c)]:
        return Entry(number, domain, problem=f"country is {bad[0]!r}, not two letters such as FR")
    owners = _several(row.get("owners", ""))
    return Entry(number, domain, name, owners, tuple(c.upper() for c in countries), since)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.strip() for item in cell.split("|") if item.strip()))


READER = Reader("table", knows, entries)

"""The names under .fr as AFNIC publishes them: a CSV with semicolons, or a zip of one.

Columns are found by their names, whose order has changed over the years; old files are in
ISO-8859-1, new ones in UTF-8; dates are DD-MM-YYYY. Withdrawn names, which the list keeps, are
left out. Of the holder its country and type are kept, nothing that tells a person.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from confusables.errors import ListError
from confusables.fold import letters
from confusables.readers.text import Entry, Reader, decoded_lines, first_line, is_date

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

__all__ = ["READER"]

_DATE = re.compile(r"(\d\d)-(\d\d)-(\d{4})(?: .*)?|(\d{4})-(\d\d)-(\d\d)(?:[ T].*)?")
_NEEDED = {
    "domain": "Nom de domaine",
    "country": "Pays titulaire",
    "since": "Date de création",
    "withdrawn": "Date de retrait du WHOIS",
}
_HOLDERS = {"ORG": "organisation", "ORGANISATION": "organisation", "PM": "organisation",
            "PERSON": "person", "PERSONNE": "person", "PP": "person"}  # fmt: skip


def knows(head: bytes) -> bool:
    """A header of semicolons that names the domain in French."""
    return "domain" in _header(first_line(head))


def entries(file: io.BufferedReader, path: str) -> Iterator[Entry]:
    """One entry a name that is not withdrawn; raises ListError for a header that lacks a column."""
    numbered = decoded_lines(file, path)
    start, first = next(((n, line) for n, line, _ in numbered if line.strip()), (1, ""))
    columns = _header(first)
    if missing := [name for column, name in _NEEDED.items() if column not in columns]:
        wanted = ", ".join(f"“{name}”" for name in missing)
        raise ListError(f"no column called {wanted} in the header", path=path, line=start)
    width = len(first.split(";"))
    for number, line, problem in numbered:
        if problem:
            yield Entry(number, "", problem=problem)
            continue
        if not line.strip():
            continue
        cells = _cells(line)
        if len(cells) != width:
            yield Entry(number, "", problem=f"{len(cells)} columns, the header has {width}")
        elif not cells[columns["withdrawn"]].strip():
            yield _entry(number, cells, columns)


def _entry(number: int, cells: list[str], columns: dict[str, int]) -> Entry:
    domain, stated = cells[columns["domain"]].strip(), cells[columns["since"]].strip()
    found = _DATE.fullmatch(stated)
    if stated and not found:
        return Entry(number, domain, problem=f"created {stated!r}, not a date as DD-MM-YYYY")
    since = ""
    if found:
        day, month, year = found.groups()[:3] if found[1] else found.groups()[5:2:-1]
        since = f"{year}-{month}-{day}"
        if not is_date(since):
            return Entry(number, domain, problem=f"created {stated!r}, a day that there was not")
    country = cells[columns["country"]].strip().upper()
    holder = cells[columns["holder"]].strip().upper() if "holder" in columns else ""
    countries = (country,) if len(country) == 2 and country.isascii() and country.isalpha() else ()
    return Entry(number, domain, countries=countries, since=since, holder=_HOLDERS.get(holder, ""))


def _cells(line: str) -> list[str]:
    if '"' not in line:
        return line.split(";")
    try:
        return next(csv.reader([line], delimiter=";"), [])
    except csv.Error:
        return []


def _header(first: str) -> dict[str, int]:
    """Where each column that counts stands; broken accents are read over."""
    found: dict[str, int] = {}
    for at, name in enumerate(_cells(first)):
        plain = letters(name.replace("\ufffd", "e"))
        column = (
            "domain" if plain == "nomdedomaine"
            else "withdrawn" if "retrait" in plain
            else "since" if "creation" in plain
            else "country" if plain.startswith("pays") and "titulaire" in plain
            else "holder" if plain.startswith("type") and "titulaire" in plain
            else ""
        )  # fmt: skip
        if column:
            found.setdefault(column, at)
    return found


READER = Reader("afnic", knows, entries, of_registry=True)

"""CSV or TSV with named columns: domain, and any of name, country, owner, since.

The header names the columns in any order and any case; several countries or owners in one cell
are parted by ``|``. Other columns are passed over.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from confusables.errors import ListError
from confusables.readers.columns import entry, named
from confusables.readers.text import Entry, Reader, first_line, lines

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

__all__ = ["READER"]

_SEPARATORS = "\t,;"


def knows(head: bytes) -> bool:
    """A first line that names a column ``domain`` or ``name`` among several."""
    first = first_line(head)
    separator = _separator(first)
    return bool(separator) and bool({"domain", "name"} & set(_header(first, separator)))


def entries(file: io.BufferedReader, path: str) -> Iterator[Entry]:
    """One entry a row; raises ListError for a header without a domain or name column."""
    numbered = lines(file, path)
    start, first = next(((n, text) for n, text in numbered if text != ""), (1, ""))
    separator = _separator(first or "") or ","
    columns = _header(first or "", separator)
    if not {"domain", "name"} & set(columns):
        raise ListError("no column called domain or name in the header", path=path, line=start)
    for number, line in numbered:
        if line is None:
            yield Entry(number, "", problem="not UTF-8")
        elif line.strip():
            yield _entry(number, line, separator, columns)


def _separator(first: str) -> str:
    return max(_SEPARATORS, key=first.count) if any(s in first for s in _SEPARATORS) else ""


def _header(first: str, separator: str) -> list[str]:
    try:
        return named(next(csv.reader([first.lstrip("#")], delimiter=separator), []))
    except csv.Error:
        return []


def _entry(number: int, line: str, separator: str, columns: list[str]) -> Entry:
    try:
        cells = next(csv.reader([line], delimiter=separator), [])
    except csv.Error as error:
        return Entry(number, "", problem=str(error))
    if len(cells) != len(columns):
        problem = f"{len(cells)} columns, the header has {len(columns)}"
        return Entry(number, "", problem=problem)
    named_cells = zip(columns, cells, strict=True)
    return entry(number, {column: cell.strip() for column, cell in named_cells if column})


READER = Reader("table", knows, entries)

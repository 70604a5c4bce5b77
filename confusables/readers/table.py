"""CSV or TSV with named columns: domain, and any of name, country, owner, since.

The header names the columns in any order and any case, and remarks (#) may stand before it; several
countries or owners in one cell are parted by ``|``. Where several columns say one thing (domain,
website), the first of them that has a value counts; others are passed over. A single column called
name is a plain list with a title, of domains or brands.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, NamedTuple

from confusables.errors import ListError
from confusables.readers.columns import Columns, entry, named
from confusables.readers.text import Entry, Reader, overlong, raw_lines

if TYPE_CHECKING:
    import io
    from collections.abc import Iterable, Iterator

__all__ = ["READER"]

_SEPARATORS = "\t,;"
_TRIED = 100
_TITLE = re.compile(r"[^\W\d][\w #()/-]*")


class _Header(NamedTuple):
    """The titles of the columns, what parts them, and where each thing is said."""

    titles: list[str]
    separator: str
    columns: Columns


def knows(head: bytes) -> bool:
    """A header that names a domain or a name, or other titles above rows of as many cells."""
    lines = head.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    # The last may be cut in the middle.
    numbered = iter(enumerate(lines[:-1][:_TRIED] if len(lines) > 1 else lines))
    _, (titles, separator, columns) = _header(numbered)
    if columns or len(titles) < 2:
        return bool(columns)
    rows = (_cells(raw.decode("utf-8", "replace"), separator) for _, raw in numbered if raw.strip())
    return all(map(_TITLE.fullmatch, titles)) and {len(row) for row in rows} == {len(titles)}


def entries(file: io.BufferedReader, path: str) -> Iterator[Entry]:
    """One entry a row; raises ListError for a header without a domain or name column."""
    numbered = raw_lines(file, path)
    start, (titles, separator, columns) = _header(numbered)
    if not columns:
        raise ListError("no column called domain or name in the header", path=path, line=start)
    either = len(titles) == 1 and not columns["domain"]
    for line, cells, problem in _rows(numbered, start, separator):
        if problem is None and len(cells) != len(titles):
            problem = f"{len(cells)} columns, the header has {len(titles)}"
        if problem is not None:
            yield Entry(line, "", problem=problem)
            continue
        found = entry(line, [cell.strip() for cell in cells], columns)
        yield found._replace(domain=found.name, name="", either=True) if either else found


def _header(numbered: Iterable[tuple[int, bytes | None]]) -> tuple[int, _Header]:
    """The header and its line: the first that is neither empty nor a remark.

    What begins with # is a header, too, where it names a column among several.
    """
    at = 1
    for at, raw in numbered:
        if raw is None:
            continue
        text = raw.decode("utf-8", "replace").strip("\r\n")
        separator = max(_SEPARATORS, key=text.count)
        titles = _cells(text.lstrip("#"), separator)
        columns, remark = named(titles), text.startswith("#")
        if text.strip() and (not remark or (columns and len(titles) > 1)):
            return at, _Header(titles, separator, columns)
    return at, _Header([], ",", {})


def _cells(line: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return []


def _rows(
    numbered: Iterator[tuple[int, bytes | None]], start: int, separator: str
) -> Iterator[tuple[int, list[str], str | None]]:
    """Each row with the line where it begins, and what is wrong with it.

    Quotes are taken strictly: those that are never closed would hide the rows behind them.
    """
    last = start
    broken: str | None = None

    def fed() -> Iterator[str]:
        nonlocal last, broken
        for number, raw in numbered:
            last = number
            if raw is None:
                broken = overlong(number).problem
                yield "\n"
                continue
            try:
                yield raw.decode("utf-8")
            except UnicodeDecodeError:
                broken = "not UTF-8"
                yield raw.decode("utf-8", "surrogateescape")

    reader = csv.reader(fed(), delimiter=separator, strict=True)
    while True:
        line, broken, problem = last + 1, None, None
        try:
            cells = next(reader, None)
        except csv.Error:
            problem = "quotes or line ends that a table does not have"
            if last > line:
                problem = f"quotes that do not enclose a cell, up to line {last}"
            cells = []
        if cells is None:
            return
        problem = broken or problem
        if problem or any(map(str.strip, cells)) or len(cells) > 1:
            yield line, cells, problem


READER = Reader("table", knows, entries)

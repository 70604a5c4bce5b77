"""The Majestic Million: a header that names GlobalRank and Domain among other columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables.errors import ListError
from confusables.readers.text import Entry, Line, Reader, first_line, rows

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

__all__ = ["READER"]


def knows(head: bytes) -> bool:
    """A header that names a global rank."""
    return "globalrank" in first_line(head).lower().split(",")


def entries(file: io.BufferedReader, path: str) -> Iterator[Entry]:
    """One entry a row; raises ListError for a header without a column Domain."""
    numbered = rows(file, path)
    start, first, _ = next(numbered, Line(1, ""))
    header = [name.strip().lower() for name in first.split(",")]
    if "domain" not in header:
        raise ListError("no column called Domain in the header", path=path, line=start)
    at = header.index("domain")
    for number, line, problem in numbered:
        cells = line.split(",")
        if problem:
            yield Entry(number, "", problem=problem)
        elif len(cells) == len(header) and cells[at].strip():
            yield Entry(number, cells[at])
        else:
            problem = f"{len(cells)} columns, the header has {len(header)}"
            yield Entry(number, "", problem=problem if len(cells) != len(header) else "no domain")


READER = Reader("majestic", knows, entries, of_popular=True)

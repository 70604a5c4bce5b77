"""The Chrome UX Report's lists of popular sites: ``origin,rank``, the rank a magnitude.

Origins (https://www.example.com) become registrable names when a corpus is built.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from confusables.readers.text import Entry, Reader, first_line, rows

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

__all__ = ["READER"]

_ROW = re.compile(r"(https?://[^,\s/]+)/?(?:,\d+)?", re.IGNORECASE)
_HEADER = re.compile(r"origin(,.*)?", re.IGNORECASE)


def knows(head: bytes) -> bool:
    """A header that begins with origin, or a first line of an origin and its magnitude."""
    first = first_line(head).strip()
    return _HEADER.fullmatch(first) is not None or ("," in first and bool(_ROW.fullmatch(first)))


def entries(file: io.BufferedReader, path: str) -> Iterator[Entry]:
    """One entry an origin."""
    for number, line, problem in rows(file, path):
        found = _ROW.fullmatch(line)
        if found:
            yield Entry(number, found[1])
        elif problem:
            yield Entry(number, "", problem=problem)
        elif not _HEADER.fullmatch(line):
            yield Entry(number, "", problem="not of the form origin,rank")


READER = Reader("crux", knows, entries, of_popular=True)

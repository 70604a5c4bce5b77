"""Popularity lists without a header, as Tranco and Umbrella publish them: ``rank,domain``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from confusables.readers.text import Entry, Reader, first_line, rows

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

__all__ = ["READER"]

_ROW = re.compile(r"\d+,[^,\s]+")


def knows(head: bytes) -> bool:
    """A first line of a rank and a name."""
    return _ROW.fullmatch(first_line(head)) is not None


def entries(file: io.BufferedReader, path: str) -> Iterator[Entry]:
    """One entry a row."""
    for number, line, problem in rows(file, path):
        rank, comma, domain = line.partition(",")
        if comma and rank.isdecimal() and domain.strip():
            yield Entry(number, domain)
        elif problem:
            yield Entry(number, "", problem=problem)
        else:
            yield Entry(number, "", problem="not of the form rank,domain")


READER = Reader("ranked", knows, entries, of_popular=True)

"""Zones as ICANN's Centralized Zone Data Service hands them out, mostly packed with gzip.

One record a line with one tab between its five parts, in full names and lower case, the SOA first
and once more at the end. Names one label below the apex that have NS records are registrations,
each taken once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from confusables.readers.text import Entry, Reader, first_line, lines
from confusables.readers.zone import Delegations

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

__all__ = ["READER"]

_SOA = re.compile(r"([^\s.]\S*\.)\t\d+\tin\tsoa\t.*", re.IGNORECASE)


def knows(head: bytes) -> bool:
    """A first record that is the SOA, its parts between tabs."""
    return _SOA.fullmatch(first_line(head)) is not None


def entries(file: io.BufferedReader, path: str) -> Iterator[Entry]:
    """One entry a delegated name, at the first of its records that stand together."""
    zone, number = Delegations(path), 0
    for number, line, problem in lines(file, path):
        if problem:
            yield Entry(number, "", problem=problem)
            continue
        parts = line.split("\t", 4)
        if len(parts) == 5:
            domain = zone.owner(number, parts[0], parts[3].lower())
            if domain:
                yield Entry(number, domain)
        elif line.strip():
            problem = f"{len(parts)} parts between tabs, a record has 5"
            yield Entry(number, "", problem=problem)
    if not zone.closed:
        yield Entry(number, "", problem="the zone ends without its SOA record: it is truncated")


READER = Reader("czds", knows, entries, of_registry=True)

"""A plain list: one domain, host, URL or brand a line; empty lines and # remarks do not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables.readers.text import Entry, Reader, rows

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

__all__ = ["READER"]

_TRIED = 100
_LONGEST = 300
_OTHER = frozenset(b'<>{}[]"=|\\;')


def knows(head: bytes) -> bool:
    """Text of lines that may be names, at least half of them: the last reader to be asked."""
    tried = [line for line in head.split(b"\n")[:_TRIED] if line.strip() and line[:1] != b"#"]
    odd = sum(len(line) > _LONGEST or not _OTHER.isdisjoint(line) for line in tried)
    return bool(head.strip()) and 2 * odd <= len(tried)


def entries(file: io.BufferedReader, path: str) -> Iterator[Entry]:
    """One entry a line."""
    for number, line, problem in rows(file, path):
        yield Entry(number, line, problem=problem, either=problem is None)


READER = Reader("plain", knows, entries)

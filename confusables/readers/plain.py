"""A plain list: one domain, host or URL a line; empty lines and # comments do not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables.readers.text import Entry, Reader, lines

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
    for number, line in lines(file, path):
        if line is None:
            yield Entry(number, "", problem="not UTF-8")
        elif (text := line.strip()) and not text.startswith("#"):
            yield Entry(number, text)


READER = Reader("plain", knows, entries)

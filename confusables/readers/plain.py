"""A plain list: one domain, host or URL a line; empty lines and # comments do not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables.readers.text import Entry, Reader, lines

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

__all__ = ["READER"]


def knows(head: bytes) -> bool:
    """Any text will do: the last reader to be asked."""
    return bool(head.strip())


def entries(file: io.BufferedReader, path: str) -> Iterator[Entry]:
    """One entry a line."""
    for number, line in lines(file, path):
        if line is None:
            yield Entry(number, "", problem="not UTF-8")
        elif (text := line.strip()) and not text.startswith("#"):
            yield Entry(number, text)


READER = Reader("plain", knows, entries)

"""The lists that a corpus is built from, one format a file, chosen by what the file holds.

A reader is a module object with a name, a test of the first bytes, and a function that yields
entries; a new one is a file and a line in ``READERS``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables.errors import ListError
from confusables.readers import plain, table
from confusables.readers.text import Entry, Reader, open_list

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["READERS", "Entry", "Reader", "choose", "read"]

READERS: tuple[Reader, ...] = (table.READER, plain.READER)

_HEAD = 1 << 16


def choose(path: Path, head: bytes, forced: str | None = None) -> Reader:
    """The reader for a list; raises ListError for one that none of them knows."""
    if forced is not None:
        for reader in READERS:
            if reader.name == forced:
                return reader
        names = ", ".join(reader.name for reader in READERS)
        raise ListError(f"no format {forced!r}; there are: {names}", path=str(path))
    if b"\0" in head:
        raise ListError("a binary file, not a list of names", path=str(path))
    for reader in READERS:
        if reader.knows(head):
            return reader
    raise ListError("not a list that any reader knows", path=str(path))


def read(path: Path, forced: str | None = None) -> Iterator[Entry]:
    """The entries of a list, one a row; raises ListError where it cannot be read at all."""
    with open_list(path) as file:
        head = file.peek(_HEAD)[:_HEAD]
        reader = choose(path, head, forced)
        yield from reader.entries(file, str(path))

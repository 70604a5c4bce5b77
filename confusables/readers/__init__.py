"""The lists that a corpus is built from, one format a file, chosen by what the file holds.

A reader is a module object with a name, a test of the first bytes, and a function that yields
entries; a new one is a file and a line in ``READERS``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from confusables.errors import ListError
from confusables.readers import afnic, arrow, crux, czds, majestic, master, plain, ranked, table
from confusables.readers.packed import open_list
from confusables.readers.text import Entry, Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = [
    "POPULAR",
    "READERS",
    "REGISTRIES",
    "Entry",
    "Reader",
    "choose",
    "format_of",
    "read",
    "refuse_binary",
]

READERS: tuple[Reader, ...] = (
    arrow.PARQUET,
    arrow.ARROW,
    afnic.READER,
    majestic.READER,
    crux.READER,
    table.READER,
    ranked.READER,
    czds.READER,
    master.READER,
    plain.READER,
)
"""In the order of asking: the first that knows a file reads it."""
REGISTRIES = frozenset(reader.name for reader in READERS if reader.of_registry)
"""The formats in which registries publish the names that they hold."""
POPULAR = frozenset(reader.name for reader in READERS if reader.of_popular)
"""The formats of lists of popular names."""

_TOLD = 4096  # rows between two reports
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_UTF_32 = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
_BZ2 = re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)")  # a block, or the end of an empty one


def choose(path: Path, head: bytes, forced: str | None = None) -> Reader:
    """The reader for a list; raises ListError for one that none of them knows."""
    if forced is not None:
        for reader in READERS:
            if reader.name == forced:
                return reader
        names = ", ".join(reader.name for reader in READERS)
        raise ListError(f"no format {forced!r}; there are: {names}", path=str(path))
    if not head.strip():
        raise ListError("empty, a list of names is expected", path=str(path))
    for reader in READERS:
        if reader.binary and reader.knows(head):
            return reader
    refuse_binary(head, str(path))
    if _ends_in_cr(head):
        raise ListError("lines end in CR alone, a list has LF or CR LF", path=str(path))
    for reader in READERS:
        if reader.knows(head):
            return reader
    raise ListError("not a list that any reader knows", path=str(path))


def refuse_binary(head: bytes, path: str) -> None:
    """Raises ListError where the beginning of a file is no text in UTF-8, and says what it is."""
    if head.startswith(_UTF_32):
        raise ListError("in UTF-32; save it in UTF-8", path=path)
    if head.startswith(_UTF_16):
        raise ListError("in UTF-16; save it in UTF-8", path=path)
    if _BZ2.match(head):
        raise ListError("packed as bz2, which is not read: gzip, zip, xz and zstd are", path=path)
    if b"\0" in head:
        raise ListError("a binary file, not a list of names", path=path)


def format_of(path: Path, forced: str | None = None) -> str:
    """The name of the reader of a list; raises ListError where it cannot be read at all."""
    with open_list(path) as opened:
        return choose(path, opened.head, forced).name


def _ends_in_cr(head: bytes) -> bool:
    return b"\r" in head.strip() and b"\n" not in head and b"\0" not in head


def read(
    path: Path, forced: str | None = None, told: Callable[[int], None] | None = None
) -> Iterator[Entry]:
    """The entries of a list, one a row; raises ListError where it cannot be read at all.

    ``told`` is told now and then how many bytes of the file were read.
    """
    with open_list(path) as opened:
        reader = choose(path, opened.head, forced)
        for count, entry in enumerate(reader.entries(opened.file, str(path))):
            yield entry
            if told and not count % _TOLD:
                told(opened.done)

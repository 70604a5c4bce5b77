"""The steps that turn the inputs under ``data/`` into the tables that ship, one file a table.

A step is pure: the same inputs give the same bytes on every machine and on every Python from
3.11. So it reads nothing but its inputs (no clock, network, environment, other files), walks no
set or directory without sorting, writes UTF-8 with ``\\n``, compresses nothing (zlib's and xz's
output differs between their builds; a wheel is compressed anyway) and asks ``unicodedata``
nothing that depends on the Unicode version of the running Python.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

__all__ = ["Inputs", "Step", "lines", "rows"]

Inputs = Mapping[str, bytes]
"""The bytes of a step's inputs by the names it asked for."""


@dataclass(frozen=True, slots=True)
class Step:
    """One table: what it is made of, and how.

    ``name`` is the table's file name in ``confusables/tables/``. ``inputs`` are paths relative to
    ``data/``: what lies in ``sources/`` is somebody else's work, pinned in ``sources.toml`` by its
    digest; anything else (``cases.csv``) is written here and needs no pin. ``tables/NAME`` is the
    result of a step registered earlier. ``build`` maps the inputs' bytes to the table's.
    """

    name: str
    inputs: tuple[str, ...]
    build: Callable[[Inputs], bytes]


def _numbered(content: bytes) -> Iterator[tuple[int, str]]:
    if content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    for number, line in enumerate(content.decode("utf-8").split("\n"), 1):
        if line:
            yield number, line.removesuffix("\r")


def lines(content: bytes) -> Iterator[str]:
    """The lines of a UTF-8 text, plain or gzipped, without line ends and without empty lines."""
    return (line for _, line in _numbered(content))


def rows(content: bytes, columns: int) -> Iterator[list[str]]:
    """The rows of a tab-separated table, plain or gzipped; a line that begins with # is left out.

    Raises ValueError, with the line and how it begins, where a row has another number of columns.
    """
    for number, line in _numbered(content):
        if line.startswith("#"):
            continue
        row = line.split("\t")
        if len(row) != columns:
            raise ValueError(
                f"line {number}, {line[:24]!r}: {len(row)} columns, not {columns}, divided by tabs"
            )
        yield row

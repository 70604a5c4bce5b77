"""The rows of ``data/concepts.tsv`` as they are written: what ``concepts.py`` and ``vocabulary.py``
read alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steps import lines

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["meanings"]


def meanings(content: bytes) -> Iterator[tuple[int, dict[str, list[list[str]]]]]:
    """Each concept with its words by language: those of one place together, the usual ones first.

    Raises ValueError for a number that stands twice and for a row of too many cells or too few.
    """
    header: list[str] = []
    seen: set[int] = set()
    for line in lines(content):
        row = line.split("\t")
        if line.startswith("#"):
            header = header or row
            continue
        number = int(row[0])
        if number in seen or len(row) != len(header):
            raise ValueError(f"concept {number}: twice, or {len(row)} cells, not {len(header)}")
        seen.add(number)
        yield number, dict(zip(header[1:], map(_written, row[1:]), strict=True))


def _written(cell: str) -> list[list[str]]:
    return [[word.strip() for word in group.split("/")] for group in cell.split(",")]

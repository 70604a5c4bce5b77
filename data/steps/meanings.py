"""The rows of ``data/concepts.tsv`` as they are written: what ``concepts.py`` and ``vocabulary.py``
read alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables.languages import by_code
from steps import lines
from steps.spelled import own_word

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["meanings"]


def meanings(content: bytes) -> Iterator[tuple[int, dict[str, list[list[str]]]]]:
    """Each concept with its words by language: those of one place together, the usual ones first.

    Raises ValueError for a column of no language, a number that is none or stands twice, a row of
    too many cells or too few, and what is no word.
    """
    header: list[str] = []
    seen: set[str] = set()
    for line in lines(content):
        row = line.split("\t")
        if line.startswith("#"):
            header = header or _header(row)
            continue
        if not row[0].isdecimal() or row[0] in seen:
            stands = "stands twice" if row[0] in seen else "is no number"
            raise ValueError(f"{row[0]!r} at the beginning of a row {stands}")
        if len(row) != len(header):
            raise ValueError(
                f"concept {row[0]} has {len(row)} cells and the first line {len(header)}: "
                "a tab stands before each, the empty ones too"
            )
        seen.add(row[0])
        cells = zip(header[1:], row[1:], strict=True)
        yield int(row[0]), {code: _written(cell, code, row[0]) for code, cell in cells}


def _header(row: list[str]) -> list[str]:
    if unknown := [code for code in row[1:] if by_code(code) is None]:
        raise ValueError(f"columns of {', '.join(unknown)}, no language of LANGUAGES")
    return row


def _written(cell: str, code: str, number: str) -> list[list[str]]:
    try:
        groups = [group.split("/") for group in cell.split(",")] if cell else []
        return [[own_word(word.strip(), code) for word in group] for group in groups]
    except ValueError as error:
        raise ValueError(f"concept {number}: {error}") from error

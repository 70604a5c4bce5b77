"""Collisions as rows of CSV that a spreadsheet cannot take for formulas."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from confusables.clean import clean, defuse
from confusables.names import shown
from confusables.report.words import say
from confusables.results import because

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from confusables.report import Report

__all__ = ["HEADER", "write_header", "write_report", "write_unusable"]

_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[-+]?\d+)?")

HEADER = (
    "input", "level", "domain", "unicode", "name", "collision_level", "probability", "bits", "kind",
    "because", "owners", "countries", "since", "also", "overlap", "first", "advice", "error",
    "lookup", "lookup_reason", "existing", "compared",
)  # fmt: skip


def write_header(out: TextIO) -> None:
    """The names of the columns."""
    csv.writer(out, lineterminator="\n").writerow(HEADER)


def write_report(found: Report, out: TextIO, lang: str) -> None:
    """One row a collision; one row without a domain for a name that has none."""
    rows: list[tuple[str, ...]] = []
    for c in found.collisions:
        held_by, answer = c.registration, c.lookup
        rows.append(
            (
                c.domain or "", clean(c.unicode), clean(c.name or ""), str(c.level),
                repr(c.probability), repr(c.bits), str(c.kind),
                clean(say(because(c.terms, c.kind), lang)),
                _list("; ", held_by.owners), _list(" ", held_by.countries), held_by.since or "",
                _list(" ", (r.domain or r.name or "" for r in c.also)),
                str(c.market.overlap) if c.market else "", str(c.first.who) if c.first else "",
                _list(" ", (str(a.action) for a in c.advice)), "",
                str(answer.verdict) if answer else "", str(answer.reason) if answer else "",
            )
        )  # fmt: skip
    held = found.existing
    existing = clean(held.domain or held.name or found.name.unicode) if held else ""
    compared = clean(shown(found.name))
    for row in rows or [("",) * (len(HEADER) - 4)]:
        _row(out, clean(found.name.input), str(found.level), *row, existing, compared)


def write_unusable(text: str, problem: str, out: TextIO) -> None:
    """What stands in the place of a name that cannot be used."""
    _row(out, clean(text), *("",) * (HEADER.index("error") - 1), clean(problem))


def _list(mark: str, parts: Iterable[str]) -> str:
    """All of a list in one cell: each part may be cut, the list is not."""
    return mark.join(map(clean, parts))


def _row(out: TextIO, *cells: str) -> None:
    """A row of cells, clean already; those that are left out are empty."""
    safe = [cell if _NUMBER.fullmatch(cell) else defuse(cell) for cell in cells]
    safe += [""] * (len(HEADER) - len(safe))
    csv.writer(out, lineterminator="\n").writerow(safe)

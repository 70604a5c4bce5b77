"""Candidate names side by side: plain data for JSON, and a table for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from rich.console import Group
from rich.table import Table
from rich.text import Text

from confusables.clean import whole
from confusables.model import Level, Says
from confusables.report.data import SCHEMA
from confusables.report.remarks import of_endings, remarks
from confusables.report.sentences import of_visits, reservation, tone
from confusables.report.terminal import STYLE
from confusables.report.words import join, level_name, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from confusables.market import Candidate
    from confusables.report.sentences import Unusable

__all__ = ["Standing", "data", "reserved", "standing", "text", "verdict"]


class Standing(NamedTuple):
    """How a candidate stands: in a word, the level in whose colour, and the reasons beside it."""

    word: str
    tone: Level
    reasons: str


def data(
    candidates: Sequence[Candidate], unusable: Sequence[Unusable], lang: str
) -> dict[str, Any]:
    """The object that ``check --choose --format json`` prints; unusable names stand last."""
    shown = [_candidate(c, lang) for c in candidates]
    shown += [{"name": whole(u.text), "error": u.problem, "reports": []} for u in unusable]
    return {"schema": SCHEMA, "candidates": shown}


def _candidate(found: Candidate, lang: str) -> dict[str, Any]:
    worst = found.worst
    return {
        "name": found.name,
        "level": str(found.report.level),
        # Never false: nobody is asked about a name under study.
        "registered": True if found.report.existing or found.report.taken else None,
        "worst": None
        if worst is None
        else {
            "domain": worst.domain,
            "name": worst.name,
            "probability": worst.probability,
            "level": str(worst.level),
        },
        "stray_share": _three(found.stray_share),
        "stray_visits": _three(found.stray_visits),
        "reasons": [say(reason, lang) for reason in found.reasons],
        "reports": [found.report.to_dict(lang)],
    }


def _three(values: tuple[float, float, float] | None) -> dict[str, float] | None:
    if values is None:
        return None
    return dict(zip(("low", "middle", "high"), values, strict=True))


def verdict(candidates: Sequence[Candidate], lang: str) -> str:
    """Which candidates are clear, or which is the least likely to be mistaken."""
    clear = [
        c.name
        for c in candidates
        if c.report.level == Level.NONE_FOUND and c.report.existing is None and not c.report.taken
    ]
    if clear:
        return say(Says("Clear, in what was searched: {names}.", {"names": ", ".join(clear)}), lang)
    least = Says(
        "None of them is clear; {name} is the least likely to be mistaken.",
        {"name": candidates[0].name},
    )
    return say(least, lang)


def standing(found: Candidate, lang: str) -> Standing:
    """How a candidate stands; one that is registered itself is not said to be clear."""
    level, colour = found.report.level, tone(found.report)
    itself = say(Says("registered already"), lang)
    word = level_name(level, lang) if colour == level else itself
    reasons = (told for reason in found.reasons if (told := say(reason, lang)) != word)
    return Standing(word, colour, join(reasons, lang))


def reserved(candidates: Sequence[Candidate], lang: str) -> str:
    """What "none found" does not say; empty where no candidate is said to be so."""
    none = any(found.report.level == Level.NONE_FOUND for found in candidates)
    return reservation(lang) if none else ""


def _told_first(found: Candidate, lang: str) -> list[str]:
    """How a candidate was read, and which of its endings nobody knows."""
    return [*remarks(found.report.name, lang), *of_endings(found.report, lang)]


def text(candidates: Sequence[Candidate], lang: str) -> Group:
    """The candidates in order of preference, for a rich console: the preferred one first."""
    if not candidates:
        return Group()
    told = [line for c in candidates for line in _told_first(c, lang)]
    aside = [Text(line) for line in dict.fromkeys(told)]
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(max_width=30, overflow="fold")
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for number, found in enumerate(candidates, 1):
        word, colour, reasons = standing(found, lang)
        level = Text(word, STYLE[colour])
        table.add_row(f"{number}.", Text(found.name, "bold"), level, Text(reasons))
    visits = next(filter(None, (of_visits(c.report, lang) for c in candidates)), "")
    last = [Text(told, "dim") for told in (visits, reserved(candidates, lang)) if told]
    last = [Text(), *last] if last else []
    return Group(*aside, Text(verdict(candidates, lang), "bold"), Text(), table, *last)

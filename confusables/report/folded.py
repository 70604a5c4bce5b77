"""Weak reviews that one word makes, told together.

A word may stand in dozens of existing names (trail: cartrail, paytrail, trailpoint). The first two
are told like all others; the rest are one paragraph, which keeps a report as long as what it has to
say. JSON, CSV and ``--explain`` have each of them whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from confusables.model import Level, Says
from confusables.report.sentences import named
from confusables.report.words import percent, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from confusables.results import Collision

__all__ = ["Told", "told_together"]

_WEAK = 0.1  # a review below this probability is one of many
_WHOLE = 2  # of one word that are told like all others
_FEW = 2  # that are not worth a paragraph
# What a sentence of a signal calls the word in common.
_WORD = {"affix": "rest", "shared-word": "word"}


class Told(NamedTuple):
    """The collisions that are told one by one, each with its place, and a paragraph a word."""

    alone: list[tuple[int, Collision]]
    together: list[str]


def told_together(collisions: Sequence[Collision], lang: str, *, explain: bool) -> Told:
    """Which collisions are told one by one and which in a paragraph; all alone with ``explain``."""
    by_word: dict[str, list[tuple[int, Collision]]] = {}
    for place, collision in enumerate(collisions, 1):
        if not explain and (word := _word(collision)):
            by_word.setdefault(word, []).append((place, collision))
    groups = {word: found[_WHOLE:] for word, found in by_word.items()}
    groups = {word: found for word, found in groups.items() if len(found) > _FEW}
    folded = {place for found in groups.values() for place, _ in found}
    alone = [(at, one) for at, one in enumerate(collisions, 1) if at not in folded]
    return Told(alone, [_paragraph(word, found, lang) for word, found in groups.items()])


def _word(collision: Collision) -> str:
    """The word that makes a weak review; empty for any other collision."""
    weak = collision.level == Level.REVIEW and collision.probability < _WEAK
    if not weak or collision.lookup or not collision.terms:
        return ""
    first = collision.terms[0]
    return first.says.values.get(_WORD.get(first.signal, ""), "")


def _paragraph(word: str, found: Sequence[tuple[int, Collision]], lang: str) -> str:
    most = max(collision.probability for _, collision in found)
    values = {
        "count": str(len(found)),
        "word": word,
        "percent": percent(most, lang),
        "names": ", ".join(named(collision) for _, collision in found),
    }
    says = Says(
        "{count} more names hold “{word}” beside other words, to review at {percent} at most:"
        " {names}",
        values,
    )
    return say(says, lang)

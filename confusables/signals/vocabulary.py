"""Vocabulary: two known words that differ are two words; an unknown one beside a known is a slip.

``blogger`` and ``blogher`` are one letter apart and nobody's spelling error; ``requests`` and
``reqeusts`` are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables import words
from confusables.model import Evidence, Family, Says, Signal

if TYPE_CHECKING:
    from confusables.views import View

__all__ = ["SIGNAL"]


def unknown_words(view: View) -> frozenset[str]:
    """The words of the best reading that no language knows."""
    return frozenset(w for w in view.readings[0].words if not words.known(w))


def compare(new: View, old: View) -> Evidence | None:
    """What the words that only one of the names has are: all known, or known on one side only."""
    if new.base == old.base:
        return None
    mine, theirs = set(new.readings[0].core), set(old.readings[0].core)
    only_mine, only_theirs = mine - theirs, theirs - mine
    if not only_mine or not only_theirs:
        return None
    known = all(map(words.known, only_mine)), all(map(words.known, only_theirs))
    values = {"mine": " ".join(sorted(only_mine)), "theirs": " ".join(sorted(only_theirs))}
    if all(known):
        says = Says("{mine} and {theirs} are two different words", values)
        return Evidence(Family.WORDS, "vocabulary", "both-known", says)
    if any(known):
        says = Says("of {mine} and {theirs} only one is a word", values)
        return Evidence(Family.WORDS, "vocabulary", "one-known", says)
    return None


SIGNAL = Signal("vocabulary", Family.WORDS, compare)

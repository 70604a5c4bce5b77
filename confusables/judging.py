"""A pair judged: what every signal finds, and the score of it."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from confusables.respelled import for_pair
from confusables.score import score
from confusables.signals import SIGNALS
from confusables.spelling import as_typed, explained, lowered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confusables.model import Evidence, Signal
    from confusables.score import Score
    from confusables.views import View

__all__ = ["evidence", "judge"]

_BY_SUFFIX = tuple(signal for signal in SIGNALS if signal.by_suffix)
_BY_LABEL = tuple(signal for signal in SIGNALS if not signal.by_suffix)
_bits = attrgetter("bits")


def judge(new: View, old: View) -> Score:
    """The score of a pair: what every signal finds, added up.

    Higher likeness never costs bits: where a name beside another word, whose letters then count no
    more, would make less of the pair than a lesser step with them, that one counts. A name is
    compared as it may be spelled otherwise too, where the other one has it so in part.
    """
    found = _scored(new, old)
    for made, change in for_pair(new, old):
        found = _respelled(found, (made, old), (new, made), change)
    for made, change in for_pair(old, new):
        found = _respelled(found, (new, made), (made, old), change)
    if new.name.unicode.isascii() and not new.name.written[1:]:
        return found
    return replace(found, terms=as_typed(found.terms, new.name))


def _respelled(
    best: Score, pair: tuple[View, View], spelled: tuple[View, View], change: Evidence | None
) -> Score:
    """The better of a score and that of a pair one of which is spelled otherwise: no more than that
    of the spelling, so that two changes are never likelier than one of them."""
    found = _scored(*pair, change)
    if found.bits <= best.bits:
        return best
    if change and (over := found.bits - _scored(*spelled).bits) > 0.0:
        step = next(term.bits for term in found.terms if term.family == change.family)
        found = _scored(*pair, replace(change, scale=1.0 - over / step))
    return max(best, found, key=_bits)


def _scored(new: View, old: View, change: Evidence | None = None) -> Score:
    signs = _signs(new, old)
    if change:
        signs = (*signs, change)
    found = score(explained(signs))
    if lesser := lowered(signs):
        found = max(found, score(explained(lesser)), key=_bits)
    return found


def evidence(new: View, old: View) -> list[Evidence]:
    """What every signal finds between two names."""
    return explained(_signs(new, old))


def _signs(new: View, old: View) -> tuple[Evidence, ...]:
    met = old.met.get(new)
    if met is None:
        met = old.met[new] = _found(_BY_LABEL, new, old)
    return (*met, *_found(_BY_SUFFIX, new, old))


def _found(signals: Iterable[Signal[View]], new: View, old: View) -> tuple[Evidence, ...]:
    return tuple(e for signal in signals if (e := signal.compare(new, old)) is not None)

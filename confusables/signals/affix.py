"""Affix: a generic word beside the distinctive one: ovh and ovhcloud, gandi and mygandi."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from confusables import words
from confusables.affixes import affixes
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confusables.views import View

__all__ = ["SIGNAL"]

_SHORTEST, _LONGEST = 3, 15


class Stripped(NamedTuple):
    """A name without one generic word at an end of it."""

    affix: str
    rest: str


def stripped(view: View) -> tuple[Stripped, ...]:
    """Every way to take one generic word, the longest that fits, off an end of the name."""
    base = view.base
    found = []
    for size in range(min(_LONGEST, len(base) - _SHORTEST), 1, -1):
        if words.is_generic(base[:size]):
            found.append(Stripped(base[:size], base[size:]))
        if words.is_generic(base[-size:]):
            found.append(Stripped(base[-size:], base[:-size]))
    return tuple(found)


def compare(new: View, old: View) -> Evidence | None:
    """The same distinctive part with a generic word added, dropped or swapped."""
    if new.base == old.base:
        return None
    mine, theirs = stripped(new), stripped(old)
    for affix, rest in mine:
        if rest == old.base:
            return _found("added", affix, "", rest)
    for affix, rest in theirs:
        if rest == new.base:
            return _found("added", "", affix, rest)
    swaps = [(m, t) for m in mine for t in theirs if m.rest == t.rest]
    if swaps:
        m, t = max(swaps, key=lambda pair: len(pair[0].rest))
        return _found("swapped", m.affix, t.affix, m.rest)
    return None


def _found(level: str, mine: str, theirs: str, rest: str) -> Evidence:
    if mine and theirs:
        says = Says(
            "“{rest}” with {theirs} in place of {mine}, words that tell little apart",
            {"rest": rest, "mine": mine, "theirs": theirs},
        )
    else:
        says = Says(
            "“{rest}” with or without “{affix}”, a word that tells little apart",
            {"rest": rest, "affix": mine or theirs},
        )
    return Evidence(Family.WORDS, "affix", level, says, Kind.AFFIX, _distinctive(rest))


def _distinctive(rest: str) -> float:
    """0 to 1: how much of a name the rest is; an everyday word is little of one."""
    bits = words.rarity(rest)
    return max(0.0, min(1.0, (bits - 6) / 14))


def keys(view: View) -> Iterable[str]:
    """The name without its generic word."""
    for _, rest in stripped(view):
        yield f"p:{rest}"


def variants(view: View) -> Iterable[Variant]:
    """The generic words that stand most often at either end, and the name without its own."""
    for _, rest in stripped(view):
        yield Variant(rest, 0.3)
    if len(view.base) < _SHORTEST:
        return
    for side, affix, share in affixes():
        made = affix + view.base if side == "prefix" else view.base + affix
        if len(made) <= 63 and 1 < len(affix) <= _LONGEST and words.is_generic(affix):
            yield Variant(made, 0.2 * share)


SIGNAL = Signal("affix", Family.WORDS, compare, keys, variants)

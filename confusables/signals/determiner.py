"""Determiner: an article or possessive swapped, added or dropped: le, mon, ma petite, the, my."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from confusables import words
from confusables.affixes import prefix_share
from confusables.languages import LANGUAGES, by_code
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant
from confusables.views import stands_before

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confusables.model import Language
    from confusables.views import Bare, View

__all__ = ["SIGNAL"]

# Two letters begin many names by chance (sa in salon): that much of their counted share is no
# determiner (judged; about the share of a pair of letters that is no word).
_BY_CHANCE, _RARELY = 0.12, 0.005
_LEAST = 0.1  # for a possessive that is seldom counted: who remembers one takes one
_SELDOM = 0.02  # of another gender
_HARDLY = 0.01  # for a determiner that names hardly have: this, their
_UNSURE = 0.5  # where nothing tells the gender and number of the name
_OURS = ("my", "your", "our")
_BEFORE_VOWELS = frozenset({"an", "cet"})


def compare(new: View, old: View) -> Evidence | None:
    """The rest is the same, the determiner before it is not."""
    if new.base == old.base:
        return None
    mine = {bare.rest: bare.determiner for bare in new.bares}
    if old.base not in mine and not old.base.endswith((new.base, *mine)):
        return None
    theirs = {bare.rest: bare.determiner for bare in old.bares}
    shared = sorted(mine.keys() & theirs.keys(), key=len)
    if shared:
        rest = shared[-1]
        return _found("swapped", mine[rest], theirs[rest], rest)
    if new.base in theirs:
        return _found("added", "", theirs[new.base], new.base)
    if old.base in mine:
        return _found("added", mine[old.base], "", old.base)
    return None


def _found(level: str, mine: str, theirs: str, rest: str) -> Evidence:
    if mine and theirs:
        says = Says(
            "{mine} → {theirs} before “{rest}”", {"mine": mine, "theirs": theirs, "rest": rest}
        )
    elif theirs:
        says = Says("“{theirs}” put before “{rest}”", {"theirs": theirs, "rest": rest})
    else:
        says = Says("“{mine}” left out before “{rest}”", {"mine": mine, "rest": rest})
    scale = min(1.0, 0.5 + words.rarity(rest) / 32)
    return Evidence(Family.WORDS, "determiner", level, says, Kind.DETERMINER, scale)


def keys(view: View) -> Iterable[str]:
    """The name without its determiner."""
    for bare in view.bares:
        yield f"p:{bare.rest}"


def variants(view: View) -> Iterable[Variant]:
    """The rest alone, and behind each other determiner of the language that reads the name."""
    rests = {b.rest: b.determiner for b in view.bares if _plain(view, b)} or {view.base: ""}
    languages = [language for language in LANGUAGES if language.code == _spoken(view)]
    for rest, own in rests.items():
        if own:
            yield Variant(rest, 0.6)
        for language in languages if rest.isascii() else ():
            agreeing = _agreeing(language, own)
            for other in sorted(language.determiners):
                made = other + rest
                if other in _BEFORE_VOWELS and rest[0] not in "aeiouyh":
                    continue
                if other != own and len(made) <= 63 and stands_before(other, rest):
                    share = _share(language.code, other) * (1.0 if own else _UNSURE)
                    yield Variant(made, share if other in agreeing else min(share, _SELDOM))


def _plain(view: View, bare: Bare) -> bool:
    """Whether a reader sees the determiner: none in monoprix, whose rest is no word."""
    return view.reads(bare.determiner) or bool(words.known(bare.rest))


def _spoken(view: View) -> str:
    """The language whose determiners come to mind; English for a name that none reads."""
    return view.own.language if view.own.language != "und" else "en"


def _agreeing(language: Language, own: str) -> frozenset[str]:
    """The determiners that a name may have instead of its own, gender and number kept."""
    if not own or not language.agreeing:
        return language.determiners
    return frozenset().union(*(group for group in language.agreeing if own in group))


@cache
def _share(code: str, determiner: str) -> float:
    """How often a determiner stands before a name; short ones less, whose letters do by chance."""
    language, share = by_code(code), prefix_share(determiner)
    if len(determiner) == 2:
        share = max(_RARELY, share - _BY_CHANCE)
    ours = language and any(determiner in language.possessives[whose] for whose in _OURS)
    return max(_LEAST if ours else _HARDLY, 2 * min(0.4, share))


SIGNAL = Signal("determiner", Family.WORDS, compare, keys, variants)

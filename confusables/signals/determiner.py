"""Determiner: an article or possessive swapped, added or dropped: le, mon, ma petite, the, my."""

from __future__ import annotations

import re
from functools import cache
from itertools import product, takewhile
from typing import TYPE_CHECKING

from confusables import words
from confusables.affixes import prefix_share
from confusables.determiners import stands_before
from confusables.languages import LANGUAGES, by_code
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confusables.determiners import Bare
    from confusables.model import Language
    from confusables.views import View

__all__ = ["SIGNAL"]

# Two letters begin many names by chance (sa in salon): that much of their counted share is no
# determiner (judged; about the share of a pair of letters that is no word).
_BY_CHANCE, _RARELY = 0.12, 0.005
_INSIDE = 0.85  # of the bits, where the name does not begin with it
_LEAST = 0.1  # for a possessive that is seldom counted: who remembers one takes one
_SELDOM = 0.02  # of another gender
_HARDLY = 0.01  # for a determiner that names hardly have: this, their
_UNSURE = 0.5  # where nothing tells the gender and number of the name
_OURS = ("my", "your", "our")
_BEFORE_VOWELS = frozenset({"an", "cet"})
_ELIDED = re.compile(r"(?<=\bl)$")  # as it is written: l’orange, de l’art


def compare(new: View, old: View) -> Evidence | None:
    """The rest is the same, the determiner before it is not."""
    if new.base == old.base:
        return None
    mine = {bare.rest: bare.determiner for bare in new.bares}
    if old.base not in mine and not old.base.endswith((new.base, *mine)):
        return _inside(new, old)
    theirs = {bare.rest: bare.determiner for bare in old.bares}
    shared = sorted(mine.keys() & theirs.keys(), key=len)
    if shared:
        rest = shared[-1]
        return _found("swapped", mine[rest], theirs[rest], rest)
    if new.base in theirs:
        return _found("added", "", theirs[new.base], new.base)
    if old.base in mine:
        return _found("added", mine[old.base], "", old.base)
    return _inside(new, old)


def _inside(new: View, old: View) -> Evidence | None:
    """The same words in one language, but for one run of function words inside: check your heat
    and check my heat, maison de la biere and maison biere."""
    if set(new.cores).isdisjoint(old.cores):
        return None
    for mine, theirs in product(new.readings, old.readings):
        language = by_code(mine.language)
        if language is None or mine.core != theirs.core or mine.language != theirs.language:
            continue
        before = _common(mine.words, theirs.words)
        one, other = (reading.words[before:] for reading in (mine, theirs))
        after = _common(one[::-1], other[::-1])
        one, other = one[: len(one) - after], other[: len(other) - after]
        if not before or not after or not _instead(language, one, other):
            continue
        # Beside one word alone a determiner stands for another: on my way, on our way.
        if len(mine.core) > 1 or (one and other):
            level = "swapped" if one and other else "added"
            rest = "".join(mine.words[len(mine.words) - after :])
            return _found(level, " ".join(one), " ".join(other), rest, _INSIDE)
    return None


def _common(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many words two runs begin with in common."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _instead(language: Language, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether some function words may stand for others, or be left out: determiners for one
    another, and what holds one (de la, du); art and tech is no art or tech."""
    articles = language.determiners | language.contracted
    mine, theirs = (set(run) - articles for run in (one, other))
    same = mine == theirs or not one or not other
    contracted = not language.contracted.isdisjoint((*one, *other))
    return language.linking >= mine | theirs and (same or contracted)


def _found(level: str, mine: str, theirs: str, rest: str, share: float = 1.0) -> Evidence:
    mine, theirs = _ELIDED.sub("’", mine), _ELIDED.sub("’", theirs)
    if mine and theirs:
        says = Says(
            "{mine} → {theirs} before “{rest}”", {"mine": mine, "theirs": theirs, "rest": rest}
        )
    elif theirs:
        says = Says("“{theirs}” put before “{rest}”", {"theirs": theirs, "rest": rest})
    else:
        says = Says("“{mine}” left out before “{rest}”", {"mine": mine, "rest": rest})
    scale = share * min(1.0, 0.5 + words.rarity(rest) / 32)
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

"""Determiner: an article or possessive swapped, added or dropped: le, mon, ma petite, the, my."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, chain, product, takewhile
from typing import TYPE_CHECKING

from confusables import words
from confusables.affixes import prefix_share
from confusables.determiners import stands_before
from confusables.fold import fold
from confusables.languages import by_code
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant
from confusables.views import of_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
_BEFORE_VOWELS = frozenset({"an", "cet", "l"})
_VOWELS, _SILENT = "aeiou", "hy"  # what stands before a silent letter depends on the word
_LONGEST = 63
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
    another, and what holds one (de la, du); art and tech is no art or tech. A single letter may be
    the end of the word before it: cantora livre."""
    if any(len(word) == 1 for word in (*one, *other)):
        return False
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
    bares = (b for b in view.bares if _plain(view, b) and _as_written(view, b))
    rests = {b.rest: b.determiner for b in bares} or {view.base: ""}
    language = by_code(_spoken(view))
    for rest, own in rests.items():
        if own:
            yield Variant(rest, 0.6)
        if language and _typed(view, rest):
            yield from _before(language, own, rest, _agreeing(language, own, _noun(view, language)))


def _typed(view: View, rest: str) -> bool:
    """Whether people type the letters of a rest: not those that look like another script's."""
    return rest.isascii() and fold(view.text).isascii()


def _before(language: Language, own: str, rest: str, agreeing: frozenset[str]) -> Iterator[Variant]:
    """A rest behind each determiner but its own, in the form that it has there; what agrees with
    the name is likely, all else is not."""
    forms = language.elided if rest[0] in _VOWELS else {}
    sure = 1.0 if own or not agreeing >= language.determiners else _UNSURE
    for other in sorted(language.determiners):
        made = other + rest
        only = other in _BEFORE_VOWELS and rest[0] not in _VOWELS + _SILENT
        if other == own or only or other in forms or len(made) > _LONGEST:
            continue
        if not (stands_before(other, rest) or (len(other) == 1 and _reads(made, rest))):
            continue
        said = [other, *(full for full, form in language.elided.items() if form == other)]
        said = said if rest[0] in _VOWELS + _SILENT else [other]
        share = sure * max(_share(language.code, full) for full in said)
        yield Variant(made, share if agreeing.intersection(said) else min(share, _SELDOM))


def _reads(made: str, rest: str) -> bool:
    """Whether an elided article before a rest is read as one: lecole, but not lair."""
    return any(bare.rest == rest for bare in of_label(made).bares)


def _as_written(view: View, bare: Bare) -> bool:
    """Whether a brand that was typed as several words has a boundary here: none in mis-alud."""
    written = view.name.written
    return len(written) < 2 or len(bare.determiner) in accumulate(map(len, written))


def _plain(view: View, bare: Bare) -> bool:
    """Whether a reader sees the determiner: none in monoprix, whose rest is no word."""
    return view.reads(bare.determiner) or bool(words.known(bare.rest))


def _spoken(view: View) -> str:
    """The language whose determiners come to mind; English for a name that none reads."""
    return view.own.language if view.own.language != "und" else "en"


def _agreeing(language: Language, own: str, noun: str) -> frozenset[str]:
    """The determiners that a name may have instead of its own, gender and number kept; of a name
    without one those that go with its noun, as far as the ending tells."""
    if not language.agreeing:
        return language.determiners
    if own:
        return frozenset().union(*(group for group in language.agreeing if own in group))
    if language.code not in words.known(noun):  # a name takes none: Google
        return frozenset()
    ends = frozenset().union(*language.endings)
    told = next((noun[at:] for at in range(len(noun)) if noun[at:] in ends), "")
    groups = zip(language.agreeing, language.endings, strict=False)
    return frozenset().union(*(g for g, of in groups if told in of)) or language.determiners


def _noun(view: View, language: Language) -> str:
    """The word of a name that a determiner agrees with: the first, or the last, that is no
    adjective alone."""
    core = view.own.core[::-1] if language.nouns_last else view.own.core
    things = (word for word in core if not words.is_adjective(word, language.code))
    return next(chain(things, core), "")


@cache
def _share(code: str, determiner: str) -> float:
    """How often a determiner stands before a name; short ones less, whose letters do by chance."""
    language, share = by_code(code), prefix_share(determiner)
    if len(determiner) == 1:
        return _HARDLY
    if len(determiner) == 2:
        share = max(_RARELY, share - _BY_CHANCE)
    ours = language and any(determiner in language.possessives[whose] for whose in _OURS)
    return max(_LEAST if ours else _HARDLY, 2 * min(0.4, share))


SIGNAL = Signal("determiner", Family.WORDS, compare, keys, variants)

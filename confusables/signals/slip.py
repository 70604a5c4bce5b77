"""Typing: slips of the finger and the pen, few and likely enough for the length of the names.

The strength of the evidence falls with what the changes cost a letter, in bits: the number of
places and letters that a slip of that sort could have hit. It grows with the length: one slip in
twelve letters leaves little doubt which name was meant, one in four leaves much.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, product
from math import log2
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from rapidfuzz.distance import OSA

from confusables import words
from confusables.keyboards import adjacent, neighbours
from confusables.labels import LONGEST
from confusables.languages import LANGUAGES
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant
from confusables.views import is_plain_plural, stemmer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from confusables.views import View

__all__ = [
    "FAR",
    "LEVELS",
    "MOST",
    "SIGNAL",
    "are_near_words",
    "both_everyday",
    "by_a_word",
    "cost",
    "of_slips",
    "one_edit",
    "strength",
    "usual",
]

_VOWELS = frozenset("aeiouy")
# What a change costs in bits, beside the choice of its place: slips that hands and ears often make
# are cheap. Judged from the shares of typing errors in the studies named in docs/how-it-works.md.
_SWAP, _DOUBLE, _ADJACENT, _VOWEL, _OTHER, _MISSING, _EXTRA = 1.0, 1.0, 2.0, 2.5, 5.0, 3.0, 4.5
_LOOKS = 2.0  # letters that are taken for each other: a small l for an i, a c for an e
_ALIKE = frozenset({"il", "ce", "gq", "hn", "nu", "uv"})
_FIRST = 2.0  # the first letter is seldom got wrong
_MOVED, _FURTHEST = 1.0, 3  # more for each place but the first that a letter is moved, so many
# Strength by length and by cost a letter; both from a logistic fit on altered marks and attacks.
_BY_LETTER, _BY_COST = 0.2, 3.0
# The steps: least strength, and the name of the step.
_LEAST = (-6.0, -5.0, -4.0, -3.5, -3.0, -2.5, *(place / 4 for place in range(-9, 5)), 1.5, 2.0)
_NAMES = ("far", *(f"near-{place}" for place in range(1, len(_LEAST) + 1)))
LEVELS = tuple(zip(_LEAST, _NAMES[1:], strict=True))
_STRONG, _FAIR, _WEAK, FAR = 0.5, -1.5, -3.5, -100.0
MOST = 0.6  # of the letters may be changed
_SHORTEST = 3  # letters of a word that is another one
# Less where both names are words of one language, and at most: either may be meant.
_EVERYDAY, _EITHER = 0.6, -1.0
_DIGITS = re.compile(r"\d+")
_NUMBERED = -3.25  # at most, where nothing but a number differs: it is meant so
_SLIPS, _OTHER_LETTERS = 2, 0.5  # more beside shared words, and so many of those letters: others
_A_WORD = 2  # letters that the words beside it are worth


@lru_cache(maxsize=1024)
def cost(a: str, b: str) -> float:
    """Bits of the cheapest set of slips between two texts, the same both ways round."""
    longest = max(len(a), len(b))
    if a == b:
        return 0.0
    shorter = min(len(a), len(b))
    head = tail = 0
    while head < shorter and a[head] == b[head]:
        head += 1
    while tail < shorter - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    if moved := _moved(a[head : len(a) - tail], b[head : len(b) - tail]):
        edge = 0.0 if head else _FIRST
        return log2(longest + 1) + _SWAP + _MOVED * (moved - 1) + edge
    # One letter on either side stays: it tells a doubled letter from an extra one.
    start, rest = max(0, head - 1), max(0, tail - 1)
    a, b = a[start : len(a) - rest], b[start : len(b) - rest]
    return _aligned(a, b, log2(longest + 1), at_start=head == 0)


def _moved(a: str, b: str) -> int:
    """How far, two letters at least, one letter is moved (tongue, tounge) or changed with another
    (problema, plobrema), where nothing else differs; else 0."""
    past = len(a) - 1
    if len(b) != len(a) or not 1 < past <= _FURTHEST:
        return 0
    return past if b in (a[1:] + a[0], a[-1] + a[:-1], a[-1] + a[1:-1] + a[0]) else 0


def _aligned(a: str, b: str, place: float, *, at_start: bool) -> float:
    """Optimal string alignment with the costs above over what is left of two texts."""
    gaps = [place + _gap(b, j) for j in range(len(b))]
    edge = _FIRST if at_start else 0.0
    before: list[float] = []
    above = [0.0]
    for j, gap in enumerate(gaps):
        above.append(above[j] + gap + (0.0 if j else edge))
    for i, mine in enumerate(a):
        own = place + _gap(a, i)
        left = above[0] + own + edge
        row, diagonal = [left], above[0]
        for j, theirs in enumerate(b):
            over = above[j + 1]
            best = diagonal
            if mine != theirs:
                best += place + _substitution(mine, theirs) + (0.0 if j else edge)
            # Comparisons and no min(): this is where the time goes.
            if over + own < best:
                best = over + own
            if left + gaps[j] < best:
                best = left + gaps[j]
            if i and j and mine == b[j - 1] and a[i - 1] == theirs:
                best = min(best, before[j - 1] + place + _SWAP)
            row.append(best)
            left, diagonal = best, over
        edge = 0.0
        before, above = above, row
    return above[-1]


def _gap(text: str, position: int) -> float:
    """A letter that only one text has: doubled, missing or extra, whichever way round."""
    doubled = (position and text[position] == text[position - 1]) or text[
        position + 1 : position + 2
    ] == text[position]
    return _DOUBLE if doubled else (_MISSING + _EXTRA) / 2


@lru_cache(maxsize=8192)
def _substitution(one: str, other: str) -> float:
    if adjacent(one, other):
        return _ADJACENT
    if "".join(sorted(one + other)) in _ALIKE:
        return _LOOKS
    return _VOWEL if one in _VOWELS and other in _VOWELS else _OTHER


def compare(new: View, old: View) -> Evidence | None:
    """What the names share less what the changes cost, as a step."""
    if new.base == old.base:
        return Evidence(
            Family.LETTERS, "typing", "same-letters", Says("the same letters and digits")
        )
    return _evidence(of_slips(new, old), new, old)


def of_slips(new: View, old: View) -> float:
    """The strength of the slips between two names that differ."""
    length = max(len(new.base), len(old.base))
    if OSA.distance(new.base, old.base) > length * MOST:
        return FAR
    found = strength(length, cost(new.base, old.base))
    if _numbered_otherwise(new.base, old.base):
        found = min(found, _NUMBERED)
    if found >= _WEAK:
        found = min(found, max(_LEAST[1], _of_the_word(new, old, found)))
    return float(found)


def _numbered_otherwise(one: str, other: str) -> bool:
    """Whether two names have another number and are the same else: festival2024, festival2025.

    Digits put in another order are a slip all the same: bs58, bs85.
    """
    if one.isalpha() or other.isalpha() or sorted(one) == sorted(other):
        return False
    return _DIGITS.sub("0", one) == _DIGITS.sub("0", other)


def _of_the_word(new: View, old: View, whole: float) -> float:
    """The strength of slips between names that share words, in what else they have, where that is
    another word in each.

    The words in common agree because they are the same words, and prove no slip: autoescuelalopez
    and autoescuelagomez are as near as lopez and gomez. ``whole`` where the names are not such.
    """
    if _met(new, old.base) or _met(old, new.base):
        return whole
    found = []
    for code, mine, theirs in _read_alike(new, old):
        if len(mine) == len(theirs) == 1:
            if both_everyday(mine[0], theirs[0], code):
                found.append(min(whole - _EVERYDAY, _EITHER))
            continue
        one, other = _unlike(mine, theirs)
        if len(one) < len(mine) and _other_words(one, other, code):
            a, b = "".join(one), "".join(other)
            apart = strength(max(len(a), len(b)) + _A_WORD, cost(a, b))
            either = len(one) == len(other) == 1 and both_everyday(a, b, code)
            found.append(min(apart, _EITHER) if either else apart)
    return max(found, default=whole)


def by_a_word(new: View, old: View) -> bool:
    """Whether all that differs is a word, another one of the language in each name: hat shop, hot
    shop."""
    for code, mine, theirs in _read_alike(new, old):
        one, other = _unlike(mine, theirs)
        if len(one) == len(other) == 1 and both_everyday(one[0], other[0], code):
            return True
    return False


def _read_alike(new: View, old: View) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    """The words of two names in each language that reads both; a compound beside two words is two
    where it begins or ends with one of them: bakehouse, bike house."""
    for mine, theirs in product(new.readings, old.readings):
        if mine.language == theirs.language:
            code, one, other = mine.language, mine.words, theirs.words
            yield code, _divided(one, other, code), _divided(other, one, code)


def _divided(said: Sequence[str], beside: Sequence[str], code: str) -> Sequence[str]:
    """The two words of a compound that has one in common with two others, else what is said."""
    if len(said) != 1 or len(beside) != 2:
        return said
    word, (first, last) = said[0], beside
    parts = [(first, word.removeprefix(first)), (word.removesuffix(last), last)]
    made = (two for two in parts if "".join(two) == word and min(map(len, two)) >= _SHORTEST)
    return next((two for two in made if all(code in words.known(part) for part in two)), said)


def _met(view: View, other: str) -> bool:
    """Whether one letter of the two is left out where words that meet end and begin with the same:
    stroh halm, strohalm. What is read in the rest is no other word."""
    base = view.base
    return len(base) == len(other) + 1 and any(
        base[at - 1] == base[at] and base[:at] + base[at + 1 :] == other
        for reading in view.readings
        for at in accumulate(map(len, reading.words[:-1]))
    )


def _unlike(mine: Sequence[str], theirs: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The words of two names without those that both begin with, and end with."""
    head, tail, most = 0, 0, min(len(mine), len(theirs))
    while head < most and mine[head] == theirs[head]:
        head += 1
    while tail < most - head and mine[-1 - tail] == theirs[-1 - tail]:
        tail += 1
    return mine[head : len(mine) - tail], theirs[head : len(theirs) - tail]


def both_everyday(one: str, other: str, code: str) -> bool:
    """Whether two names are words of one language, and not forms of one, nor of one meaning: cousin
    and coussin."""
    stem = stemmer(code)
    if code not in words.known(one) or code not in words.known(other) or stem(one) == stem(other):
        return False
    if is_plain_plural(one, other):
        return False
    return words.senses(one, code).keys().isdisjoint(words.senses(other, code))


def are_near_words(one: str, other: str) -> bool:
    """Whether two words of one language are a letter apart and say two things: pay and play."""
    near = OSA.distance(one, other, score_cutoff=1) == 1
    return near and any(both_everyday(one, other, code) for code in words.known(one))


def _other_words(one: Sequence[str], other: Sequence[str], code: str) -> bool:
    """Whether what two names have beside the same words is something else in each: mostly other
    letters, or two words or names that are no forms of one, nor a single slip apart, but for two
    words of the language (cleanriver, cleanrider)."""
    if not one or not other:
        return False
    mine, theirs, stem = "".join(one), "".join(other), stemmer(code)
    words_alone = len(one) == len(other) == 1
    if words_alone and stem(mine) == stem(theirs):
        return False
    slips = OSA.distance(mine, theirs)
    if slips > _SLIPS and slips >= _OTHER_LETTERS * max(len(mine), len(theirs)):
        return True
    return (
        words_alone
        and min(len(mine), len(theirs)) >= _SHORTEST
        and words.is_listed(mine)
        and words.is_listed(theirs)
        and (slips > 1 or both_everyday(mine, theirs, code))
    )


def strength(length: Any, bits: Any) -> Any:
    """How strong the evidence of slips of so many bits is, in names so long; of arrays too."""
    return _BY_LETTER * length - _BY_COST * bits / length


def _evidence(found: float, new: View, old: View) -> Evidence:
    level = _NAMES[bisect_right(_LEAST, found)]
    values = {"new": new.base, "old": old.base}
    if found < _WEAK:
        says = Says("the letters differ: {new} and {old}", values)
        return Evidence(Family.LETTERS, "typing", level, says)
    if found >= _STRONG:
        says = Says("an easy slip of the finger apart: {new} and {old}", values)
    elif found >= _FAIR:
        says = Says("a slip or two apart: {new} and {old}", values)
    else:
        says = Says("a few letters apart: {new} and {old}", values)
    return Evidence(Family.LETTERS, "typing", level, says, Kind.TYPING)


def variants(view: View) -> Iterable[Variant]:
    """One letter dropped, doubled, swapped with the next, or hit beside on a keyboard."""
    base = view.base
    if not base.isascii() or len(base) < 3:
        return
    layouts = {language.keyboard for language in LANGUAGES}
    for i in range(len(base)):
        edge = 0.3 if i == 0 else 1.0
        if len(base) > 3:
            yield Variant(base[:i] + base[i + 1 :], 0.06 * edge)
        if len(base) < LONGEST:
            yield Variant(base[:i] + base[i] + base[i:], 0.06 * edge)
        if i and base[i] != base[i - 1]:
            yield Variant(base[: i - 1] + base[i] + base[i - 1] + base[i + 1 :], 0.06 * edge)
        near = sorted({c for layout in layouts for c in neighbours(layout).get(base[i], "")})
        for c in near:
            if c.isascii() and c.isalnum():
                yield Variant(base[:i] + c + base[i + 1 :], 0.02 * edge)


def one_edit(text: str) -> Iterator[str]:
    """All forms that are one letter away: left out, changed, put in, or changed with the next."""
    for at in range(len(text) + 1):
        head, tail = text[:at], text[at:]
        if tail:
            yield head + tail[1:]
            yield head + tail[1:2] + tail[:1] + tail[2:]
            yield from (head + letter + tail[1:] for letter in ascii_lowercase)
        yield from (head + letter + tail for letter in ascii_lowercase)


def usual(text: str) -> frozenset[str]:
    """The forms with one of the slips that are made most: a letter left out, doubled, changed with
    the next, or a vowel for another."""
    found = set()
    for at, letter in enumerate(text):
        head, tail = text[:at], text[at + 1 :]
        found |= {head + tail, head + 2 * letter + tail, head + tail[:1] + letter + tail[1:]}
        if letter in _VOWELS:
            found |= {head + other + tail for other in _VOWELS}
    return frozenset(found - {text})


SIGNAL = Signal("typing", Family.LETTERS, compare, variants=variants)

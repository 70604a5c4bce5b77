"""What a key mostly means, in bits: a guess from the table of weights, before anything is judged.

Keys and variants are made by signals; a row that one finds will mostly get that signal's evidence.
Its bits are those of the table, scaled as the signal scales them where the name alone tells.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from confusables import rests
from confusables.model import Family
from confusables.score import weights
from confusables.signals import affix
from confusables.signals.shared_word import MOSTLY
from confusables.signals.slip import LEVELS
from confusables.spelling import BESIDE, LESSER, SLIPS
from confusables.stripped import odd
from confusables.words import rarity

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from confusables.views import View

__all__ = [
    "FAMILIES",
    "SOUND",
    "UNSURE",
    "WORDS",
    "Worth",
    "contained",
    "lesser",
    "letters",
    "of_key",
    "of_variant",
    "reordered",
    "said",
    "shared",
    "slips",
    "spelled",
    "with_determiner",
]

WORDS, LOOK, SOUND, CONCEPT, SHAPE = range(5)
FAMILIES: Final = 5
_OWN: Final = 24.0  # the searched form itself: always judged


class Worth(NamedTuple):
    """A family, by number, the bits that it may bring, and whether it has one name beside another
    word: see ``spelling``."""

    family: int
    bits: float
    beside: bool = False


UNSURE: Final = Worth(SHAPE, 0.0)


@cache
def _bits(family: Family, signal: str, level: str) -> float:
    found = weights().steps.get((family, signal, level))
    return found.bits if found else 0.0


@cache
def _variants() -> dict[str, Worth]:
    """By signal, what its variants and what it asks for are worth; not of one of keys alone."""
    return {
        "domain-hack": Worth(SHAPE, _bits(Family.SHAPE, "domain-hack", "joined")),
        "delimiter": Worth(SHAPE, _OWN),
        "accent": Worth(LOOK, _bits(Family.LOOK, "accent", "accents")),
        "homoglyph": Worth(LOOK, _bits(Family.LOOK, "homoglyph", "mixed-script")),
        "lookalike": Worth(LOOK, _bits(Family.LOOK, "lookalike", "same-shape")),
        "number": Worth(SHAPE, _bits(Family.SHAPE, "number", "written-out")),
        "word-order": Worth(WORDS, _bits(Family.WORDS, "word-order", "reordered")),
        "inflection": Worth(WORDS, _bits(Family.WORDS, "inflection", "same-stems")),
        "two-changes": Worth(WORDS, _bits(Family.WORDS, "two-changes", "beside")),
    }


def of_variant(signal: str) -> Worth:
    """What a variant of a signal is worth."""
    return _variants().get(signal, UNSURE)


def with_determiner(rest: str) -> float:
    """Bits of a determiner put before a name, or another in its place."""
    bits = _bits(Family.WORDS, "determiner", "added")
    return bits * min(1.0, 0.5 + rarity(rest) / 32)


def contained(part: str, extra: str, *, apart: bool = True) -> float:
    """Bits of a name that begins or ends with all of another, and of what is beside it."""
    bits = _bits(Family.WORDS, "affix", "contained-word" if apart else "contained")
    return bits * rests.share(part, extra, apart=apart)


def shared(word: str, extra: str, information: float, *, whole: bool, name: bool) -> float:
    """Bits of a rare word that stands in a name of so much information, and in another beside
    something else; ``whole`` where one of the two is that word alone, ``name`` where it begins or
    ends the other too."""
    bits = rarity(word)
    if name or whole:
        level = "name" if name else "whole"
    else:
        told = information + bits + rarity(extra)
        level = "mostly" if 2 * bits / told >= MOSTLY else "partly"
    return _bits(Family.WORDS, "shared-word", level) * min(1.0, bits / 20)


def of_key(key: str, view: View, parts: frozenset[str]) -> Worth:
    """What a key of a name and its parts is worth."""
    kind, text, base = key[0], key[2:], view.base
    if kind == "=":
        if text == base:
            return Worth(SHAPE, _OWN)
        if text in parts:
            return _affix(f"added-{rests.step(text)}")
        if beside := rests.beside(text, base):
            apart = affix.divides(view, beside.cut)
            return Worth(WORDS, contained(text, beside.extra, apart=apart))
        slips = (affix.slipped(part.rest, text, rarity(text)) for part in odd(view))
        return Worth(WORDS, max(slips, default=0.0) * _bits(Family.WORDS, "affix", "slipped"))
    if kind == "p":
        level = "added" if text == base else "swapped"
        return _affix(f"{level}-{max(2, rests.step(text))}")
    if kind == "c":
        level = "all-words" if " " in text else "one-word"
        return Worth(CONCEPT, _bits(Family.CONCEPT, "translation", level))
    return _plain_kinds().get(kind, UNSURE)


def _affix(level: str) -> Worth:
    return Worth(WORDS, _bits(Family.WORDS, "affix", level), ("affix", level) in BESIDE)


@cache
def _plain_kinds() -> dict[str, Worth]:
    return {
        "b": Worth(WORDS, _bits(Family.WORDS, "inflection", "same-stems")),
        "k": Worth(LOOK, _bits(Family.LOOK, "homoglyph", "mixed-script")),
        "l": Worth(LOOK, _bits(Family.LOOK, "lookalike", "same-shape")),
        "s": Worth(SOUND, _bits(Family.SOUND, "sound", "same-most")),
    }


def reordered() -> float:
    """Bits of the same words in another order."""
    return _bits(Family.WORDS, "word-order", "reordered")


@cache
def _steps() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The least strength of each step of the letters, ascending, and the bits from there on."""
    found = [(-1000.0, _bits(Family.LETTERS, "typing", "far"))]
    found += [(least, _bits(Family.LETTERS, "typing", level)) for least, level in LEVELS]
    return np.array([least for least, _ in found]), np.array([bits for _, bits in found])


def said(same: tuple[str, float] | None) -> float:
    """Bits of names that sound the same at a level and scale; without, of those that may nearly
    sound so."""
    level, scale = same or ("near", 1.0)
    return _bits(Family.SOUND, "sound", level) * scale


def spelled(how: str) -> float:
    """Bits of letters that the sound or the words explain."""
    return _bits(Family.LETTERS, "spelling", how)


@cache
def lesser(signal: str) -> float:
    """Bits that a step of a signal of one name beside another word loses, at least, where it counts
    as the step below it: see ``spelling``."""
    return min(
        _bits(Family.WORDS, of, level) - _bits(Family.WORDS, of, below)
        for (of, level), below in LESSER.items()
        if of == signal
    )


def letters(strength: NDArray[np.float64]) -> NDArray[np.float64]:
    """What the letters are worth: the step of a strength, and a little for the way to the next."""
    least, bits = _steps()
    at = np.searchsorted(least, strength, "right") - 1
    found: NDArray[np.float64] = bits[at] + 0.1 * np.clip(strength, -5.0, 5.0)
    return found


@cache
def slips() -> float:
    """Bits of letters a slip or two apart, which count beside a name too."""
    least = next(least for least, level in LEVELS if level == SLIPS)
    return float(letters(np.array([least]))[0])

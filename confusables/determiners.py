"""Determiners: which letters before a name are one, rather than the beginning of a word, and
whether function words stand where those of a phrase do."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from confusables import words
from confusables.languages import BEFORE_ELIDED, ELIDED, LANGUAGES, by_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from confusables.model import Reading

__all__ = [
    "COINED_REST",
    "SHORT_REST",
    "Bare",
    "determiners",
    "elided",
    "is_of",
    "is_phrase",
    "longest_determiner",
    "one_letter",
    "read_behind",
    "readable",
    "runs_across",
    "stands_before",
]

SHORT_REST = 3  # letters, of which a determiner is hardly told from mere letters
COINED_REST = 5  # letters that are no words: gliwice is no gli and wice
_SCRAP = 2  # letters of a word that may be an accident
_TELLING = 4  # letters of a word that a name begins with, no accident
# A word's mark: p whose it is, d another determiner, l a linking word, b both, w neither.
_PHRASE = re.compile(r"([pdb]{1,2}|[lb])?w+([lb][pdb]?w+|dw+)*p?")


class Bare(NamedTuple):
    """What a name is without its determiner: ``le`` + ``panierbleu``."""

    determiner: str
    rest: str


def one_letter(determiner: str, rest: str) -> bool:
    """Whether a letter is an article before a rest that is one word of its language: a biblia."""
    return (
        len(rest) >= COINED_REST
        and determiner in determiners()
        and (determiner != "l" or elided(determiner, rest))
        and not words.is_listed(determiner + rest)
        and is_of(determiner, words.known(rest))
    )


def stands_before(determiner: str, rest: str) -> bool:
    """Whether letters that spell a determiner are one before this rest, by the words alone.

    A word that begins so is none (descartes), nor is a name of people or places (einstein); two
    letters are one only before what can be read as words (lapostemobile), three also before a name
    of some length (monpromologis), and any before three letters only where they mean something
    in its language (monbus).
    """
    if len(determiner) < 2 or words.is_listed(determiner + rest):
        return False
    if len(rest) <= SHORT_REST:
        return _before_short(determiner, rest)
    if runs_across(determiner, rest):
        return False
    return (len(determiner) > 2 and len(rest) > COINED_REST) or read_behind(determiner, rest)


@lru_cache(maxsize=4096)
def _before_short(determiner: str, rest: str) -> bool:
    """Whether three letters are a word with a meaning in a language that has the determiner."""
    return len(rest) == SHORT_REST and is_of(
        determiner, (code for code in words.known(rest) if words.senses(rest, code))
    )


def runs_across(determiner: str, rest: str) -> bool:
    """Whether the letters of a determiner belong to a longer word: dataforge is no dat and aforge.

    So where a reading of known words and names alone begins with a longer one (monica fleurs), and
    no reading has a word that ends there. Where the rest begins with a word too, that longer one is
    no determiner itself, in a reading all of one language but for a name: lapin blanc, but leur
    shop is as good as leurs hop.
    """
    text, cut = determiner + rest, len(determiner)
    either = _begins_a_word(rest)
    ends = range(max(cut + 1, _TELLING), len(text) - 1)
    if not either and not any(words.is_listed(text[:end]) for end in ends):
        return False
    readings = words.read(text)
    if any(cut in accumulate(map(len, reading.words)) for reading in readings):
        return False
    return any(
        len(r.words) > 1 and (_goes_on(r, cut) if either else all(map(words.is_listed, r.words)))
        for r in readings
    )


def _goes_on(reading: Reading, cut: int) -> bool:
    """Whether the first word goes on behind a place and is no determiner, and is known or a name;
    the others are known."""
    first, *others = reading.words
    return (
        len(first) > cut
        and first not in determiners()
        and (reading.language in words.known(first) or words.is_name(first))
        and all(reading.language in words.known(word) for word in others)
    )


def readable(text: str) -> bool:
    """Whether a reading of the text consists of known words."""
    return any(all(map(words.known, reading.words)) for reading in words.read(text))


def read_behind(determiner: str, rest: str) -> bool:
    """Whether a rest can be read as words; a short one behind two letters in a language that has
    them: letuin is no le and tuin. English ones stand before all: myvelo."""
    if len(rest) > COINED_REST or len(determiner) > _SCRAP or is_of(determiner, ["en"]):
        return readable(rest)
    whole = (reading for reading in words.read(rest) if all(map(words.known, reading.words)))
    return is_of(determiner, (reading.language for reading in whole))


def is_of(determiner: str, codes: Iterable[str]) -> bool:
    """Whether one of these languages has the determiner."""
    spoken = map(by_code, codes)
    return any(determiner in language.determiners for language in spoken if language)


def _begins_a_word(text: str) -> bool:
    """Whether a reading of the text consists of known words, the first of them no mere scrap."""
    return any(
        len(reading.words[0]) > _SCRAP and all(map(words.known, reading.words))
        for reading in words.read(text)
    )


def elided(determiner: str, rest: str) -> bool:
    """Whether one letter may be an elided article before this rest: l'artisan, d'or."""
    return determiner in ELIDED and rest[0] in BEFORE_ELIDED


@cache
def determiners() -> frozenset[str]:
    """The determiners of all languages."""
    return frozenset().union(*(language.determiners for language in LANGUAGES))


@cache
def longest_determiner() -> int:
    """The letters of the longest of them."""
    return max(map(len, determiners()))


def is_phrase(code: str, read_words: Sequence[str]) -> bool:
    """Whether the function words of a reading stand where those of a phrase do: maison de la mer.

    My in sales is an accident of the splitter, and light your home says something else.
    """
    return bool(_PHRASE.fullmatch("".join(_mark(code, word) for word in read_words)))


@lru_cache(maxsize=16384)
def _mark(code: str, word: str) -> str:
    language = by_code(code)
    if language is None:
        return "w"
    linking = word in language.linking
    if word not in language.determiners:
        return "l" if linking else "w"
    if any(word in said for said in language.possessives.values()):
        return "p"
    return "b" if linking else "d"

"""Shorthand: letters, digits and signs that are said as words: utube and youtube, gr8 and great,
stpaul and saintpaul, Ham & Egg and hamandegg."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import accumulate, chain, product
from typing import TYPE_CHECKING, NamedTuple

from confusables import words
from confusables.errors import InvalidName
from confusables.labels import LONGEST
from confusables.languages import LANGUAGES
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant
from confusables.names import brand
from confusables.signals.accent import forms
from confusables.views import View, base_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["SIGNAL", "expanded", "has_sign"]

_SHORTEST = 3
"""Letters of what stands beside the word, where no reading has the word apart."""
_ANYWHERE = 4
"""Letters of shorthand that is seen inside other letters: kwik."""


class _Pair(NamedTuple):
    """What is written, the word that is said, and the language of it."""

    short: str
    word: str
    code: str


@cache
def _by_difference() -> Mapping[int, tuple[_Pair, ...]]:
    """By how many letters more the word has."""
    found: dict[int, list[_Pair]] = {}
    pairs = {
        _Pair(short, word, language.code)
        for language in LANGUAGES
        for short, said in language.shorthand.items()
        for word in said
        if short.isalnum()
    }
    for pair in sorted(pairs):
        found.setdefault(len(pair.word) - len(pair.short), []).append(pair)
    return {difference: tuple(these) for difference, these in found.items()}


@cache
def _pairs() -> tuple[_Pair, ...]:
    return tuple(chain.from_iterable(_by_difference().values()))


@cache
def _signs() -> dict[str, dict[str, tuple[str, ...]]]:
    """The signs and the words for them, language by language."""
    return {
        language.code: {s: said for s, said in language.shorthand.items() if not s.isalnum()}
        for language in LANGUAGES
    }


def has_sign(text: str) -> bool:
    """Whether a brand is written with a sign that is said as a word."""
    return any(sign in text for signs in _signs().values() for sign in signs)


class _Spoken(NamedTuple):
    """A form of a brand with its signs as words of one language, and the first of these."""

    form: str
    sign: str
    word: str
    code: str


def _spoken(view: View) -> tuple[_Spoken, ...]:
    """A brand with the signs that it was written with as words."""
    return _said_with_signs(view.name.input) if view.name.written else ()


@lru_cache(maxsize=1024)
def _said_with_signs(text: str) -> tuple[_Spoken, ...]:
    """The forms of a brand, umlauts written out or left off."""
    text = unicodedata.normalize("NFKC", text)
    found: dict[str, _Spoken] = {}
    for code, signs in _signs().items():
        here = [sign for sign in signs if sign in text]
        for words_said in product(*(signs[sign] for sign in here)) if here else ():
            said = dict(zip(here, words_said, strict=True))
            try:
                made = brand("".join(f" {said[c]} " if c in said else c for c in text))
            except InvalidName:  # too long for a label
                continue
            for form in sorted(forms(View(made))):
                found.setdefault(form, _Spoken(form, here[0], said[here[0]], code))
    plain = base_form(brand(text).unicode)
    return tuple(form for base, form in found.items() if base != plain)


def _stands(view: View, start: int, end: int, code: str) -> bool:
    """Whether the letters from start to end are a word of the name: a reading has it apart, or
    the name is no word itself and all before or after it is made of words of that language."""
    base = view.base
    for reading in view.readings:
        cuts = {0, *accumulate(map(len, reading.words))}
        if {start, end} <= cuts and len(reading.words) > 1:
            return True
    beside = base[end:] if start == 0 else base[:start] if end == len(base) else ""
    return len(beside) >= _SHORTEST and not words.known(base) and _reads(beside, code)


def _reads(text: str, code: str) -> bool:
    """Whether a text is made of words of a language."""
    return any(
        reading.language == code and all(code in words.known(word) for word in reading.words)
        for reading in words.read(text)
    )


def _shortened(view: View, pairs: Iterable[_Pair]) -> Iterator[tuple[str, str, str]]:
    """The name with one word of some in shorthand: (new form, shorthand, word)."""
    base = view.base
    for short, word, code in pairs:
        start = base.find(word)
        while start >= 0:
            end = start + len(word)
            if _stands(view, start, end, code):
                yield base[:start] + short + base[end:], short, word
            start = base.find(word, start + 1)


@cache
def _said_for() -> tuple[Mapping[str, tuple[str, ...]], re.Pattern[str]]:
    """The words for each shorthand, and what finds those that may stand inside other letters."""
    found: dict[str, list[str]] = {}
    for short, word, _ in _pairs():
        found.setdefault(short, []).append(word)
    long = "|".join(re.escape(short) for short in found if len(short) >= _ANYWHERE)
    return {short: tuple(dict.fromkeys(said)) for short, said in found.items()}, re.compile(long)


def expanded(view: View) -> Iterator[tuple[str, str, str]]:
    """The name with its signs as words, or with one word for shorthand that is a word of a reading
    or long enough: (new form, shorthand, word)."""
    for spoken in _spoken(view):
        yield spoken.form, spoken.sign, spoken.word
    base = view.base
    said, long = _said_for()
    places = {(run.start(), run[0]) for run in long.finditer(base)}
    for reading in view.readings:
        ends = accumulate(map(len, reading.words))
        places |= {
            (end - len(w), w) for w, end in zip(reading.words, ends, strict=True) if w in said
        }
    for start, short in sorted(places):
        for word in said[short]:
            yield base[:start] + word + base[start + len(short) :], short, word


def compare(new: View, old: View) -> Evidence | None:
    """One name is the other with a word in shorthand, and no word itself (state is no stat)."""
    if new.name.written or old.name.written:
        for view, other in ((new, old), (old, new)):
            for spoken in _spoken(view):
                if spoken.form == other.base:
                    return _found(spoken.sign, spoken.word)
    longer, other = (new, old) if len(new.base) > len(old.base) else (old, new)
    pairs = _by_difference().get(len(longer.base) - len(other.base))
    likely = [p for p in pairs or () if p.short in other.base and p.word in longer.base]
    if not likely or words.known(other.base):
        return None
    for form, short, word in _shortened(longer, likely):
        if form == other.base:
            return _found(short, word)
    return None


def _found(short: str, word: str) -> Evidence:
    says = Says("“{short}” is also written for “{word}”", {"short": short, "word": word})
    return Evidence(Family.SOUND, "shorthand", "said", says, Kind.SOUND)


def keys(view: View) -> Iterable[str]:
    """The forms in shorthand, and those with its signs as words, filed as the name itself is."""
    for form in (
        *(form for form, _, _ in _shortened(view, _pairs())),
        *(spoken.form for spoken in _spoken(view)),
    ):
        yield f"p:{form}"


def variants(view: View) -> Iterable[Variant]:
    """A word in shorthand, and the word for shorthand that the name begins or ends with."""
    base = view.base
    language = view.own.language if view.own.language != "und" else "en"
    for spoken in _spoken(view):
        yield Variant(spoken.form, 0.5 if spoken.code == language else 0.03)
    for form, _, _ in _shortened(view, _pairs()):
        if not words.known(form):
            yield Variant(form, 0.03)
    if words.known(base):
        return
    for short, word, code in _pairs():
        for start in sorted({0, len(base) - len(short)}):
            beside = base[len(short) :] if start == 0 else base[:start]
            if not base.startswith(short, start) or len(base) + len(word) > LONGEST:
                continue
            if len(beside) >= _SHORTEST and _reads(beside, code):
                made = base[:start] + word + base[start + len(short) :]
                if not words.known(made):
                    yield Variant(made, 0.02)


SIGNAL = Signal("shorthand", Family.SOUND, compare, keys, variants)

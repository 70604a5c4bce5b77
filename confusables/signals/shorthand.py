"""Shorthand: letters, digits and signs that are said as words: utube and youtube, gr8 and great,
stpaul and saintpaul, Ham & Egg and hamandegg."""

from __future__ import annotations

from functools import cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from confusables import words
from confusables.determiners import readable
from confusables.languages import LANGUAGES
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant
from confusables.names import brand
from confusables.signals.accent import forms
from confusables.views import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["SIGNAL"]

_LONGEST = 63
_SHORTEST = 3
"""Letters of what stands beside the word, where no reading has the word apart."""


@cache
def _by_difference() -> Mapping[int, tuple[tuple[str, str], ...]]:
    """What is written and the word that is said, by how many letters more the word has."""
    found: dict[int, list[tuple[str, str]]] = {}
    pairs = {
        (short, word)
        for language in LANGUAGES
        for short, said in language.shorthand.items()
        for word in said
        if short.isalnum()
    }
    for short, word in sorted(pairs):
        found.setdefault(len(word) - len(short), []).append((short, word))
    return {difference: tuple(these) for difference, these in found.items()}


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    return tuple(chain.from_iterable(_by_difference().values()))


@cache
def _signs() -> tuple[tuple[str, str], ...]:
    """Signs and the words for them in all languages."""
    return tuple(
        (sign, word)
        for language in LANGUAGES
        for sign, said in language.shorthand.items()
        for word in said
        if not sign.isalnum()
    )


def _spoken(view: View) -> Iterator[tuple[str, str, str]]:
    """A brand with a sign that it was written with as a word, umlauts written out or left off:
    (form, sign, word)."""
    if not view.name.written:
        return
    for sign, word in _signs():
        if sign in view.name.input:
            made = brand(view.name.input.replace(sign, f" {word} "))
            if len(made.unicode) > len(view.name.unicode):
                for form in sorted(forms(View(made))):
                    yield form, sign, word


def _stands(view: View, start: int, end: int) -> bool:
    """Whether the letters from start to end are a word of the name: a reading has it apart, or
    the name is no word itself and all before or after it is made of words."""
    base = view.base
    for reading in view.readings:
        cuts = {0, *accumulate(map(len, reading.words))}
        if {start, end} <= cuts and len(reading.words) > 1:
            return True
    beside = base[end:] if start == 0 else base[:start] if end == len(base) else ""
    return len(beside) >= _SHORTEST and not words.known(base) and readable(beside)


def _shortened(view: View, pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """The name with one word of some in shorthand: (new form, shorthand, word)."""
    base = view.base
    for short, word in pairs:
        start = base.find(word)
        while start >= 0:
            end = start + len(word)
            if _stands(view, start, end):
                yield base[:start] + short + base[end:], short, word
            start = base.find(word, start + 1)


def compare(new: View, old: View) -> Evidence | None:
    """One name is the other with a word in shorthand, and no word itself (state is no stat)."""
    for view, other in ((new, old), (old, new)):
        for form, sign, word in _spoken(view):
            if form == other.base:
                return _found(sign, word)
    longer, other = (new, old) if len(new.base) > len(old.base) else (old, new)
    pairs = _by_difference().get(len(longer.base) - len(other.base))
    if not pairs or words.known(other.base):
        return None
    for form, short, word in _shortened(longer, pairs):
        if form == other.base:
            return _found(short, word)
    return None


def _found(short: str, word: str) -> Evidence:
    says = Says("{short} is also written for {word}", {"short": short, "word": word})
    return Evidence(Family.SOUND, "shorthand", "said", says, Kind.SOUND)


def keys(view: View) -> Iterable[str]:
    """The forms in shorthand, and those with its signs as words, filed as the name itself is."""
    for form, _, _ in (*_shortened(view, _pairs()), *_spoken(view)):
        yield f"p:{form}"


def variants(view: View) -> Iterable[Variant]:
    """A word in shorthand, and the word for shorthand that the name begins or ends with."""
    base = view.base
    for form, _, word in _spoken(view):
        yield Variant(form, 0.3 if view.own.language in words.known(word) else 0.03)
    for form, _, _ in _shortened(view, _pairs()):
        if not words.known(form):
            yield Variant(form, 0.03)
    if words.known(base):
        return
    for short, word in _pairs():
        for start in sorted({0, len(base) - len(short)}):
            beside = base[len(short) :] if start == 0 else base[:start]
            if not base.startswith(short, start) or len(base) + len(word) > _LONGEST:
                continue
            if len(beside) >= _SHORTEST and readable(beside):
                made = base[:start] + word + base[start + len(short) :]
                if not words.known(made):
                    yield Variant(made, 0.02)


SIGNAL = Signal("shorthand", Family.SOUND, compare, keys, variants)

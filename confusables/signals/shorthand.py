"""Shorthand: letters and digits that are said as words: utube and youtube, gr8 and great."""

from __future__ import annotations

from functools import cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from confusables import words
from confusables.languages import LANGUAGES
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant
from confusables.views import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from confusables.views import View

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
    }
    for short, word in sorted(pairs):
        found.setdefault(len(word) - len(short), []).append((short, word))
    return {difference: tuple(these) for difference, these in found.items()}


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    return tuple(chain.from_iterable(_by_difference().values()))


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
    longer, other = (new, old) if len(new.base) > len(old.base) else (old, new)
    pairs = _by_difference().get(len(longer.base) - len(other.base))
    if not pairs or words.known(other.base):
        return None
    for form, short, word in _shortened(longer, pairs):
        if form == other.base:
            values = {"short": short, "word": word}
            says = Says("{short} is also written for {word}", values)
            return Evidence(Family.SOUND, "shorthand", "said", says, Kind.SOUND)
    return None


def keys(view: View) -> Iterable[str]:
    """The forms in shorthand, filed as the name itself is."""
    for form, _, _ in _shortened(view, _pairs()):
        yield f"p:{form}"


def variants(view: View) -> Iterable[Variant]:
    """A word in shorthand, and the word for shorthand that the name begins or ends with."""
    base = view.base
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

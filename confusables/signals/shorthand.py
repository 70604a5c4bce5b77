"""Shorthand: letters and digits that are said as words: utube and youtube, gr8 and great."""

from __future__ import annotations

from functools import cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from confusables import words
from confusables.languages import LANGUAGES
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant
from confusables.views import of_label, readable

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


def _stands(view: View, start: int, end: int) -> bool:
    """Whether the letters from start to end are a word of the name: a reading has it apart, or
    the name is not one word itself and all before or after it is made of words."""
    base = view.base
    for reading in view.readings:
        cuts = {0, *accumulate(map(len, reading.words))}
        if {start, end} <= cuts and len(reading.words) > 1:
            return True
    beside = base[end:] if start == 0 else base[:start] if end == len(base) else ""
    return len(beside) >= _SHORTEST and readable(beside)


def shortened(view: View) -> Iterator[tuple[str, str, str]]:
    """The name with one word in shorthand: (new form, shorthand, word)."""
    base = view.base
    for short, word in chain.from_iterable(_by_difference().values()):
        start = base.find(word)
        if start >= 0 and _stands(view, start, start + len(word)):
            yield base[:start] + short + base[start + len(word) :], short, word


def compare(new: View, old: View) -> Evidence | None:
    """One name is the other with a word in shorthand."""
    longer, other = (new, old) if len(new.base) > len(old.base) else (old, new)
    for short, word in _by_difference().get(len(longer.base) - len(other.base), ()):
        start = longer.base.find(word)
        if (
            start >= 0
            and other.base.startswith(short, start)
            and longer.base[:start] + short + longer.base[start + len(word) :] == other.base
            and _stands(longer, start, start + len(word))
        ):
            values = {"short": short, "word": word}
            says = Says("{short} is also written for {word}", values)
            return Evidence(Family.SOUND, "shorthand", "said", says, Kind.SOUND)
    return None


def keys(view: View) -> Iterable[str]:
    """The forms in shorthand, filed as the name itself is."""
    for form, _, _ in shortened(view):
        yield f"p:{form}"


def variants(view: View) -> Iterable[Variant]:
    """A word in shorthand, and the word for shorthand that the name begins or ends with."""
    base = view.base
    for form, _, _ in shortened(view):
        yield Variant(form, 0.03)
    if words.is_listed(base):
        return
    for short, word in chain.from_iterable(_by_difference().values()):
        for start in sorted({0, len(base) - len(short)}):
            made = base[:start] + word + base[start + len(short) :]
            if not base.startswith(short, start) or len(made) > _LONGEST:
                continue
            if _stands(of_label(made), start, start + len(word)):
                yield Variant(made, 0.02)


SIGNAL = Signal("shorthand", Family.SOUND, compare, keys, variants)

"""Spelling: what the letters tell where the sound or the words have told why they differ.

That a few or many letters differ is evidence on its own. Of names of one sound it is told already:
*kwik* and *quick* share few letters and are said the same. Beside a name that both hold, the
letters in common tell only how long the other word is: ivecogroup and iveco are as near as
ivecobus and iveco. Beside other accents, or letters of another script, "the same letters" would
contradict what stands in the next line.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from confusables.fold import letters
from confusables.model import Evidence, Family, Says

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from confusables.model import Name, Term

__all__ = ["BESIDE", "LESSER", "SAID", "SLIPS", "as_typed", "explained", "lowered"]

SAID = frozenset({
    ("shorthand", "said"), ("sound", "same-words"), ("sound", "same-read"), ("sound", "same-most"),
})  # fmt: skip
# Steps of one name beside another word, each with the step below it, which leaves the letters be.
LESSER = {
    ("shared-word", "name"): "whole", ("affix", "added-4"): "added-3",
    ("affix", "swapped-4"): "swapped-3",
}  # fmt: skip
BESIDE = frozenset(LESSER)
_MARKED = frozenset({"accent", "homoglyph"})
_REST = Says("no other letter or digit differs")
# The step of a slip or two, from which on letters count here too: binanceplay and binancepay.
_SLIP = 13
SLIPS = f"near-{_SLIP}"
_APART = frozenset({"far", *(f"near-{place}" for place in range(1, _SLIP))})


def explained(found: Iterable[Evidence]) -> list[Evidence]:
    """Evidence in which letters that the sound or the words explain are not counted again."""
    listed = list(found)
    if any(e.signal in _MARKED for e in listed):
        listed = [
            replace(e, says=_REST) if (e.signal, e.level) == ("typing", "same-letters") else e
            for e in listed
        ]
    steps = {(e.signal, e.level) for e in listed}
    if not steps.isdisjoint(BESIDE):
        letters = next((e for e in listed if e.signal == "typing"), None)
        if letters is not None and letters.level in _APART:
            listed.remove(letters)
            listed.append(
                _spelling(
                    "beside", Says("the other letters are those of what stands beside the name")
                )
            )
    if not steps.isdisjoint(SAID):
        listed.append(_spelling("said", Says("other letters, but said the same")))
    return listed


def lowered(found: Sequence[Evidence]) -> list[Evidence]:
    """Evidence with a name beside another word one step lower, so that the letters count; empty
    where there is none, or they count anyway."""
    beside = any((e.signal, e.level) in BESIDE for e in found)
    if not beside or not any(e.signal == "typing" and e.level in _APART for e in found):
        return []
    return [replace(e, level=LESSER.get((e.signal, e.level), e.level)) for e in found]


# What sentences have of the new name, in words without accents.
_OURS = frozenset({"affix", "beside", "mine", "rest", "whole", "word", "words"})


def as_typed(terms: tuple[Term, ...], name: Name) -> tuple[Term, ...]:
    """The terms of a new name with its own words as they were typed: with accents, and of a brand
    with what parts its words (homes grant, arc-en-ciel). A word that both hold is one."""
    whole = _typed(name.unicode)
    parted = _as_parted(name.unicode, name.input) if name.written[1:] else whole

    def own(key: str, value: str) -> str:
        if key not in _OURS:
            return value
        typed, run = whole if key == "word" else parted, value.replace(" ", "")
        if typed is not whole and run in typed.bare:
            return typed.word(run)
        return " ".join(map(typed.word, value.split(" ")))

    def said(says: Says) -> Says:
        return Says(says.template, {key: own(key, value) for key, value in says.values.items()})

    return tuple(replace(term, says=said(term.says)) for term in terms)


_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"), ("“", "”"))


class _Typed(NamedTuple):
    """A text, its letters without accents, and for each of these the place of its character."""

    text: str
    bare: str
    places: tuple[int, ...]

    def word(self, letters: str) -> str:
        """Letters as they stand in the text, without a bracket whose other half is left out, or as
        they are where it has none such, or where they begin or end inside a ligature."""
        start = self.bare.find(letters)
        end = start + len(letters)
        if start < 0 or not letters:
            return letters
        places = self.places
        if any(0 < at < len(places) and places[at - 1] == places[at] for at in (start, end)):
            return letters
        found = self.text[places[start] : places[end - 1] + 1]
        for opens, closes in _BRACKETS:
            if found.count(opens) != found.count(closes):
                found = found.replace(opens, "").replace(closes, "")
        return found


@lru_cache(maxsize=64)
def _typed(text: str) -> _Typed:
    found = [(place, bare) for place, c in enumerate(text) for bare in letters(c)]
    return _Typed(text, "".join(bare for _, bare in found), tuple(place for place, _ in found))


@lru_cache(maxsize=64)
def _as_parted(label: str, text: str) -> _Typed:
    """A brand as it was typed, where its label has all of those letters and no other."""
    typed = _typed(unicodedata.normalize("NFC", " ".join(text.split())).lower().replace("'", "’"))
    return typed if typed.bare == _typed(label).bare else _typed(label)


def _spelling(level: str, says: Says) -> Evidence:
    return Evidence(Family.LETTERS, "spelling", level, says)

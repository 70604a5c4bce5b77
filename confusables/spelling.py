"""Spelling: what the letters tell where the sound or the words have told why they differ.

That a few or many letters differ is evidence on its own. Of names of one sound it is told already:
*kwik* and *quick* share few letters and are said the same. Beside a name that both hold, the
letters in common tell only how long the other word is: ivecogroup and iveco are as near as
ivecobus and iveco. Beside other accents, or letters of another script, "the same letters" would
contradict what stands in the next line.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from confusables.fold import letters
from confusables.model import Evidence, Family, Says

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confusables.model import Name, Term

__all__ = ["BESIDE", "SAID", "SLIPS", "as_typed", "explained"]

SAID = frozenset({
    ("shorthand", "said"), ("sound", "same-words"), ("sound", "same-read"), ("sound", "same-most"),
})  # fmt: skip
BESIDE = frozenset({("shared-word", "name"), ("affix", "added-4"), ("affix", "swapped-4")})
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


# What sentences have of the new name, in words without accents.
_OURS = frozenset({"affix", "beside", "mine", "rest", "word"})


def as_typed(terms: tuple[Term, ...], name: Name) -> tuple[Term, ...]:
    """The terms of a new name with its own words as they were typed, accents and all."""
    kept = [(c, letters(c)) for c in name.unicode]
    typed = "".join(c for c, bare in kept for _ in bare[:1])
    bare = "".join(bare for _, bare in kept)
    if len(typed) != len(bare):  # a ligature: a place in one is none in the other
        return terms

    def word(text: str) -> str:
        at = bare.find(text)
        return typed[at : at + len(text)] if at >= 0 else text

    def said(says: Says) -> Says:
        values = {
            key: " ".join(map(word, value.split(" "))) if key in _OURS else value
            for key, value in says.values.items()
        }
        return Says(says.template, values)

    return tuple(replace(term, says=said(term.says)) for term in terms)


def _spelling(level: str, says: Says) -> Evidence:
    return Evidence(Family.LETTERS, "spelling", level, says)

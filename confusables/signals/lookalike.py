"""ASCII look-alikes: rn for m, cl for d, vv for w, 0 for o, 1 for l or i, 4 for a in a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from confusables import words
from confusables.determiners import readable
from confusables.labels import LONGEST
from confusables.later import kept
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant
from confusables.skeleton import lookalike, lookalike_letters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confusables.views import View

__all__ = ["PAIRS", "SIGNAL"]

_SWAPS = (
    ("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"), ("vv", "w"), ("w", "vv"),
    ("0", "o"), ("o", "0"), ("1", "l"), ("l", "1"), ("1", "i"), ("i", "1"), ("l", "i"), ("i", "l"),
)  # fmt: skip
_NO_LETTERS = frozenset("345789")  # but inside a word; 0 and 1 are letters to the eye anywhere
PAIRS = (("rn", "m"), ("vv", "w"))  # two letters that are seen as one
_NARROW = str.maketrans("mw", "nv")  # letters that stand for two in the look-alike form
_ZEROS = re.compile(r"(?<=[a-z])0+(?=[a-z])")
_SEEN = 0.9  # who reads the name types the word that is seen, nearly always


@kept
def forms(view: View) -> frozenset[str]:
    """The form with all look-alikes made one, and that of single letters: in c1oud no d is seen."""
    return frozenset({view.lookalike, lookalike_letters(view.base)})


def compare(new: View, old: View) -> Evidence | None:
    """Other letters, but alike in most typefaces."""
    if new.base == old.base or not forms(new) & forms(old) or _numbered(new.base, old.base):
        return None
    return Evidence(
        Family.LOOK,
        "lookalike",
        "same-shape",
        Says(
            "looks the same in most typefaces: {new} and {old}",
            {"new": new.name.unicode, "old": old.name.unicode},
        ),
        Kind.LOOKALIKE,
    )


def _numbered(one: str, other: str) -> bool:
    """Whether names look alike by digits that are meant so: mp3shop is no mpeshop. Digits are seen
    as letters where these make words (b4nk)."""
    mine, theirs = (sum(c in _NO_LETTERS for c in base) for base in (one, other))
    if mine == theirs:
        return False
    plain = one if mine < theirs else other
    return not (words.is_listed(plain) or readable(plain))


def keys(view: View) -> Iterable[str]:
    """The look-alike form, where it is another than the name."""
    if view.lookalike != view.base:
        yield f"l:{view.lookalike}"


def variants(view: View) -> Iterable[Variant]:
    """The word that is seen where the name is none, and one look-alike in place of a letter."""
    text = view.base
    if not text.isascii():
        return
    for plain in _seen(text):
        if forms(view) & {lookalike(plain), lookalike_letters(plain)}:
            yield Variant(plain, _SEEN)
    for old, new in _SWAPS:
        start = text.find(old)
        while start >= 0:
            made = text[:start] + new + text[start + len(old) :]
            if len(made) <= LONGEST:
                yield Variant(made, 0.02)
            start = text.find(old, start + 1)


def _seen(text: str) -> Iterable[str]:
    """The words that a text of look-alikes shows: google of g00gle, microsoft of rnicrosoft.

    A text that can be read is itself (modern is no modem), and a number of its own is none
    (studio10); zeros between letters are no number.
    """
    if words.is_listed(text) or readable(text):
        return
    shape = lookalike_letters(text.translate(_NARROW))
    for one in "li" if "1" in text else "i":
        spelled = "".join(
            c if c.isalpha() or not s.isalpha() else one if c == "1" else s
            for c, s in zip(text, shape, strict=True)
        )
        if spelled != text and words.is_listed(spelled):
            yield spelled
        for pair, letter in PAIRS:
            made = spelled.replace(pair, letter)
            if made != spelled and (words.is_listed(made) or (spelled == text and readable(made))):
                yield made
    if (rounded := _ZEROS.sub(lambda zeros: "o" * len(zeros[0]), text)) != text:
        yield rounded


def asks(view: View) -> Iterable[str]:
    """The look-alike form, and the name that is written so itself."""
    yield f"l:{view.lookalike}"
    yield f"=:{view.lookalike}"


SIGNAL = Signal("lookalike", Family.LOOK, compare, keys, variants, asks)

"""Accents: put on, left off or written out: bénéteau and beneteau, zürich and zuerich."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from confusables.fold import letters
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confusables.views import View

__all__ = ["SIGNAL"]

_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "ñ": "nn"})


def forms(view: View) -> frozenset[str]:
    """The ASCII spellings of an accented name: accents dropped, or written out as in German."""
    text = unicodedata.normalize("NFC", view.text)
    return frozenset({letters(text), letters(text.translate(_WRITTEN_OUT))})


def compare(new: View, old: View) -> Evidence | None:
    """Not the same letters, but a common spelling without accents."""
    if new.text == old.text or (new.text.isascii() and old.text.isascii()):
        return None
    common = forms(new) & forms(old)
    if not common:
        return None
    level = "accents" if letters(new.text) == letters(old.text) else "written-out"
    return Evidence(
        Family.LOOK,
        "accent",
        level,
        Says(
            "the same but for accents: {new} and {old}",
            {"new": new.name.unicode, "old": old.name.unicode},
        ),
        Kind.ACCENT,
    )


def keys(view: View) -> Iterable[str]:
    """The spellings without accents."""
    for form in forms(view):
        if form != view.base:
            yield f"p:{form}"


def variants(view: View) -> Iterable[Variant]:
    """The spellings without accents."""
    if not view.text.isascii():
        for form in sorted(forms(view)):
            if form != view.text and 0 < len(form) <= 63 and form.isascii():
                yield Variant(form, 0.9)


SIGNAL = Signal("accent", Family.LOOK, compare, keys, variants)

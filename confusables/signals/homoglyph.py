"""Homoglyphs: letters of other scripts that look the same, by the table of Unicode's UTS 39."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables.fold import fold
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant
from confusables.names import spelled
from confusables.skeleton import is_mixed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confusables.views import View

__all__ = ["SIGNAL"]

# Cyrillic letters that pass for Latin ones in most typefaces; only to make examples of mistakes.
_CYRILLIC = str.maketrans("aceopxyisj", "асеорхуіѕј")
_SEEN = 0.9  # who reads the name types what is seen, nearly always

# Latin ligatures written out are a matter of spelling: cœur and coeur.
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ĳ": "ij"})


def compare(new: View, old: View) -> Evidence | None:
    """Equal skeletons although letters differ, and one of the names is not plain ASCII."""
    if new.text == old.text or (new.text.isascii() and old.text.isascii()):
        return None
    if new.skeleton != old.skeleton and not (new.base == old.base and _foreign(new, old)):
        return None
    if new.text.translate(_LIGATURES) == old.text.translate(_LIGATURES):
        return None
    level = "mixed-script" if is_mixed(new.text) or is_mixed(old.text) else "whole-script"
    return Evidence(
        Family.LOOK,
        "homoglyph",
        level,
        Says(
            "written with letters of other scripts that look the same: {new} and {old}",
            {"new": spelled(new.name.label), "old": spelled(old.name.label)},
        ),
        Kind.HOMOGLYPH,
    )


def _foreign(new: View, old: View) -> bool:
    """Whether a letter of another script, not a mere accent, stands in one of the names."""
    return not (fold(new.text).isascii() and fold(old.text).isascii())


def keys(view: View) -> Iterable[str]:
    """The skeleton of a name that is not plain ASCII."""
    if not view.text.isascii():
        yield f"k:{view.skeleton}"


def variants(view: View) -> Iterable[Variant]:
    """One letter, or every letter that has one, as its Cyrillic look-alike; of letters of other
    scripts the Latin name that is seen."""
    text = view.text
    if not text.isascii():
        if view.base.isascii() and not fold(text).isascii():
            yield Variant(view.base, _SEEN)
        return
    whole = text.translate(_CYRILLIC)
    if whole != text and not any(c.isascii() and c.isalpha() for c in whole):
        yield Variant(whole, 0.01)
    for position, c in enumerate(text):
        if (other := c.translate(_CYRILLIC)) != c:
            yield Variant(text[:position] + other + text[position + 1 :], 0.01)


def asks(view: View) -> Iterable[str]:
    """The skeleton, of a plain name too."""
    yield f"k:{view.skeleton}"


SIGNAL = Signal("homoglyph", Family.LOOK, compare, keys, variants, asks)

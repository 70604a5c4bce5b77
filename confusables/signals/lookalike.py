"""ASCII look-alikes: rn for m, cl for d, vv for w, 0 for o, 1 for l or i, 4 for a in a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables.model import Evidence, Family, Kind, Says, Signal, Variant
from confusables.skeleton import lookalike_letters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confusables.views import View

__all__ = ["SIGNAL"]

_SWAPS = (
    ("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"), ("vv", "w"), ("w", "vv"),
    ("0", "o"), ("o", "0"), ("1", "l"), ("l", "1"), ("1", "i"), ("i", "1"), ("l", "i"), ("i", "l"),
)  # fmt: skip


def forms(view: View) -> frozenset[str]:
    """The form with all look-alikes made one, and that of single letters: in c1oud no d is seen."""
    return frozenset({view.lookalike, lookalike_letters(view.base)})


def compare(new: View, old: View) -> Evidence | None:
    """Other letters, but alike in most typefaces."""
    if new.base == old.base or not forms(new) & forms(old):
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


def keys(view: View) -> Iterable[str]:
    """The look-alike form, where it is another than the name."""
    if view.lookalike != view.base:
        yield f"l:{view.lookalike}"


def variants(view: View) -> Iterable[Variant]:
    """One look-alike put in place of a letter."""
    text = view.base
    if not text.isascii():
        return
    for old, new in _SWAPS:
        start = text.find(old)
        while start >= 0:
            made = text[:start] + new + text[start + len(old) :]
            if len(made) <= 63:
                yield Variant(made, 0.02)
            start = text.find(old, start + 1)


def asks(view: View) -> Iterable[str]:
    """The look-alike form, and the name that is written so itself."""
    yield f"l:{view.lookalike}"
    yield f"=:{view.lookalike}"


SIGNAL = Signal("lookalike", Family.LOOK, compare, keys, variants, asks)

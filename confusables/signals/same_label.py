"""Same label under another suffix: digiweb.fr and digiweb.com."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables.model import Evidence, Family, Kind, Says, Signal, Variant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confusables.views import View

__all__ = ["SIGNAL"]


def compare(new: View, old: View) -> Evidence | None:
    """The labels are one and the same; a brand has no suffix and equals its label anywhere."""
    if new.name.label != old.name.label or new.name.parts_otherwise(old.name):
        return None
    return Evidence(
        Family.SHAPE,
        "same-label",
        "same",
        Says("the same name, “{label}”", {"label": new.name.unicode}),
        Kind.SAME_LABEL,
    )


def variants(view: View) -> Iterable[Variant]:
    """The label itself; the suffixes are the suggestions' business."""
    yield Variant(view.name.unicode, 1.0)


SIGNAL = Signal("same-label", Family.SHAPE, compare, variants=variants)

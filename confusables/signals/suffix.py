"""Suffix: the same ending, a generic one beside it, or that of another country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables.model import Evidence, Family, Says, Signal
from confusables.names import readable_suffix

if TYPE_CHECKING:
    from confusables.views import View

__all__ = ["SIGNAL"]

GENERIC = frozenset({"com", "net", "org", "info", "biz"})


def compare(new: View, old: View) -> Evidence | None:
    """How the endings stand to one another; nothing to say where a name has none."""
    mine, theirs = new.name.suffix, old.name.suffix
    if mine is None or theirs is None:
        return None
    values = {"mine": f".{readable_suffix(mine)}", "theirs": f".{readable_suffix(theirs)}"}
    if mine == theirs:
        return Evidence(Family.SUFFIX, "suffix", "same", Says("the same ending, {mine}", values))
    if mine in GENERIC or theirs in GENERIC:
        says = Says("another ending, {theirs} for {mine}, one of them bound to no country", values)
        return Evidence(Family.SUFFIX, "suffix", "generic", says)
    return Evidence(
        Family.SUFFIX, "suffix", "other", Says("another ending, {theirs} for {mine}", values)
    )


SIGNAL = Signal("suffix", Family.SUFFIX, compare, by_suffix=True)

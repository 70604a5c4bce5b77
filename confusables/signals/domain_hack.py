"""Domain hack: the suffix completes the name, as in rapid.space and rapidspace.com."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables.labels import LONGEST
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant
from confusables.names import readable_suffix, shown, suffix_endings
from confusables.views import base_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confusables.views import View

__all__ = ["SIGNAL", "is_hack"]

_SHORTEST = 4
_WORD = 4  # letters from which an ending is read as a word
_LONGEST = 12  # letters of an ending


def joined(view: View) -> str:
    """The label and its suffix read as one word, empty for a brand or a very short name."""
    if not view.name.suffix:
        return ""
    whole = view.base + base_form(readable_suffix(view.name.suffix).replace(".", ""))
    return whole if len(whole) >= _SHORTEST else ""


def is_hack(new: View, old: View) -> bool:
    """One name with its suffix spells the other without, or both spell the same with theirs."""
    if new.base == old.base:
        return False
    hack, whole = joined(new), joined(old)
    return hack == old.base or whole == new.base or bool(hack and hack == whole)


def compare(new: View, old: View) -> Evidence | None:
    """The two names are read alike because a suffix is read as a word."""
    if not is_hack(new, old):
        return None
    dotted = new if joined(new) in (old.base, joined(old)) else old
    return Evidence(
        Family.SHAPE,
        "domain-hack",
        "joined",
        Says(
            "“{dotted}” read aloud without its dot is “{joined}”",
            {"dotted": shown(dotted.name), "joined": joined(dotted)},
        ),
        Kind.DOMAIN_HACK,
    )


def asks(view: View) -> Iterable[str]:
    """The row that the name and its suffix spell; those that a suffix completes to the name."""
    if whole := joined(view):
        yield f"=:{whole}"
    for spelled in {view.base, whole}:
        for cut in range(max(2, len(spelled) - _LONGEST), len(spelled) - 1):
            if spelled[cut:] in suffix_endings():
                yield f"=:{spelled[:cut]}"


def variants(view: View) -> Iterable[Variant]:
    """The label with its suffix written into it, likely where that is a word (rapid.space); of one
    script, as people type."""
    whole = joined(view)
    if whole and len(whole) <= LONGEST and view.base.isascii() == whole[len(view.base) :].isascii():
        ending = whole[len(view.base) :]
        label = view.base if view.base.isascii() else view.text
        word = len(ending) >= _WORD and "." not in (view.name.suffix or "")
        yield Variant(label + ending, 0.3 if word else 0.05)


SIGNAL = Signal("domain-hack", Family.SHAPE, compare, variants=variants, asks=asks, by_suffix=True)

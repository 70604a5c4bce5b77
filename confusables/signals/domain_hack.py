"""Domain hack: the suffix completes the name, as in rapid.space and rapidspace.com; and an address
typed without a dot, wwwrapid.com.
"""

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
_WEB, _NAME = "www", 2  # before a name of some letters


def joined(view: View) -> str:
    """The label and its suffix read as one word, empty for a brand or a very short name."""
    if not view.name.suffix:
        return ""
    whole = view.base + base_form(readable_suffix(view.name.suffix).replace(".", ""))
    return whole if len(whole) >= _SHORTEST else ""


def is_hack(new: View, old: View) -> bool:
    """Whether the address of one spells the other, or both addresses spell the same, without
    their dots."""
    return new.base != old.base and not _spelled(new).isdisjoint(_spelled(old))


def _spelled(view: View) -> set[str]:
    """The names that an address may be without its dots: as ``_read``, and these without the web's
    prefix."""
    found = _read(view)
    if view.base.startswith(_WEB) and len(view.base) >= len(_WEB) + _NAME:
        found |= {spelled.removeprefix(_WEB) for spelled in found}
    return found


def _read(view: View) -> set[str]:
    """The label, and that with its suffix."""
    return {view.base, joined(view)} - {""}


def compare(new: View, old: View) -> Evidence | None:
    """The two names are read alike because a suffix is read as a word, or a dot is left out."""
    if not is_hack(new, old):
        return None
    if _read(new).isdisjoint(_read(old)):
        web, other = (new, old) if new.base.startswith(_WEB) else (old, new)
        says = _without_dots(web, other)
    else:
        dotted = new if joined(new) in _read(old) else old
        says = Says(
            "“{dotted}” read aloud without its dot is “{joined}”",
            {"dotted": shown(dotted.name), "joined": joined(dotted)},
        )
    return Evidence(Family.SHAPE, "domain-hack", "joined", says, Kind.DOMAIN_HACK)


def _without_dots(web: View, other: View) -> Says:
    return Says(
        "“{typed}” begins like “{address}”, typed without its dots",
        {"typed": shown(web.name), "address": f"{_WEB}.{shown(other.name)}"},
    )


def asks(view: View) -> Iterable[str]:
    """The rows that the address spells; those that a suffix completes to what it spells."""
    found = _spelled(view)
    yield from (f"=:{spelled}" for spelled in sorted(found))
    for spelled in found:
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

"""Sound: other letters, (nearly) the same sound in a language: ghandi and gandi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables.languages import LANGUAGES, phones
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confusables.views import View

__all__ = ["SIGNAL"]

_NEAR = 0.85
_SHORTEST = 3


def compare(new: View, old: View) -> Evidence | None:
    """The best likeness over the languages in which both can be read aloud."""
    if new.base == old.base:
        return None
    best, spoken = 0.0, ""
    for code, mine in new.sounds.items():
        theirs = old.sounds.get(code, "")
        if min(len(mine), len(theirs)) < _SHORTEST:
            continue
        likeness = phones.likeness(mine, theirs)
        if likeness > best:
            best, spoken = likeness, code
    if best < _NEAR:
        return None
    level = "same" if best >= 0.999 else "very-near" if best >= 0.93 else "near"
    says = {
        "same": Says("said aloud they are the same ({language})", {"language": spoken}),
        "very-near": Says("said aloud they are nearly the same ({language})", {"language": spoken}),
        "near": Says("said aloud they are alike ({language})", {"language": spoken}),
    }[level]
    length = min(len(new.sounds[spoken]), len(old.sounds[spoken]))
    return Evidence(Family.SOUND, "sound", level, says, Kind.SOUND, min(1.0, length / 6))


def keys(view: View) -> Iterable[str]:
    """The coarse key of its sound in each language."""
    for said in view.sounds.values():
        if len(said) >= _SHORTEST:
            yield f"s:{phones.key(said)}"


_RESPELLED = (
    ("ph", "f"), ("f", "ph"), ("c", "k"), ("k", "c"), ("qu", "k"), ("ck", "k"), ("y", "i"),
    ("i", "y"), ("z", "s"), ("s", "z"), ("x", "ks"), ("ks", "x"), ("au", "o"), ("eau", "o"),
    ("ai", "e"), ("th", "t"), ("gh", "g"), ("g", "gh"), ("ss", "c"), ("ee", "i"), ("oo", "u"),
)  # fmt: skip


def variants(view: View) -> Iterable[Variant]:
    """Usual respellings that leave the sound as it is in a language."""
    base = view.base
    if not base.isascii():
        return
    for old, new in _RESPELLED:
        at = base.find(old)
        if at < 0:
            continue
        made = base[:at] + new + base[at + len(old) :]
        if len(made) <= 63 and any(
            len(said := view.sounds.get(language.code, "")) >= _SHORTEST
            and said == language.sound(made)
            for language in LANGUAGES
        ):
            yield Variant(made, 0.15)


SIGNAL = Signal("sound", Family.SOUND, compare, keys, variants)

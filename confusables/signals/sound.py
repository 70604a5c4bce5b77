"""Sound: other letters, (nearly) the same sound in a language: ghandi and gandi."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from confusables.languages import LANGUAGES, by_code, phones
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confusables.views import View

__all__ = ["MOST", "SIGNAL", "digits", "keyed", "same_in"]

_NEAR, _SAME = 0.93, 0.999  # likeness: less told nothing in the fit
_SHORTEST, _LONG = 4, 6  # phones
MOST = 0.6  # of the letters may be others: beyond, names sound alike by chance
_VOWEL = re.compile(f"[{''.join(sorted(phones.VOWELS))}]")
_SPELLED_OUT = re.compile(f"[^{''.join(sorted(phones.VOWELS))}]{{5}}", re.DOTALL)


def compare(new: View, old: View) -> Evidence | None:
    """The best likeness over the languages in which both can be read aloud, by the rules and by
    a speaker where one was asked."""
    if new.base == old.base or digits(new.base) != digits(old.base):
        return None
    most = int(MOST * max(len(new.base), len(old.base)))
    if OSA.distance(new.base, old.base, score_cutoff=most) > most:
        return None
    best, spoken, length = 0.0, "", 0
    heard: dict[tuple[str, str], float] = {}  # languages often agree
    for language in LANGUAGES:
        mine = new.sounds.get(language.code, "")
        if not _speakable(mine):
            continue
        theirs = old.sound(language)
        if not _speakable(theirs):
            continue
        likeness = heard.get((mine, theirs))
        if likeness is None:
            likeness = heard[mine, theirs] = phones.likeness(mine, theirs, max(best, _NEAR))
        if likeness > best:
            best, spoken, length = likeness, language.code, min(len(mine), len(theirs))
    voiced = _voiced(new, old, best) if new.voiced else None
    if voiced:
        return voiced
    return _evidence(best, length, {"language": spoken}) if best >= _NEAR else None


def _voiced(new: View, old: View, least: float) -> Evidence | None:
    """What a speaker finds, where that is more than the rules found.

    A name that the rules do not read as a word is left out: the names of its letters sound alike.
    """
    best, spoken, length = max(least, _NEAR - 1e-9), "", 0
    for code, mine in new.voiced.items():
        theirs = old.voiced.get(code, "")
        read = (mine, theirs, new.sounds.get(code, ""), old.sounds.get(code, ""))
        if all(map(_speakable, read)):
            likeness = phones.likeness(mine, theirs, best)
            if likeness > best:
                best, spoken, length = likeness, code, min(len(mine), len(theirs))
    return _evidence(best, length, {"language": spoken, "speaker": new.voice}) if spoken else None


def _evidence(likeness: float, length: int, values: dict[str, str]) -> Evidence:
    rules = "speaker" not in values
    if likeness >= _SAME:
        level = same(length)
        says = Says(
            "said aloud they are the same ({language})"
            if rules
            else "said by {speaker} they are the same ({language})",
            values,
        )
    else:
        level = "near"
        says = Says(
            "said aloud they are nearly the same ({language})"
            if rules
            else "said by {speaker} they are nearly the same ({language})",
            values,
        )
    return Evidence(Family.SOUND, "sound", level, says, Kind.SOUND)


def same(length: int) -> str:
    """The level of names whose sounds are the same, of so many phones."""
    return f"same-{min(length, _LONG)}"


def same_in(new: View, old: View, codes: Iterable[str]) -> str | None:
    """The level of two names that sound the same in one of some languages, else None."""
    for language in map(by_code, codes):
        mine = new.sounds.get(language.code, "") if language else ""
        if language and _speakable(mine) and mine == old.sound(language):
            return same(len(mine))
    return None


def digits(base: str) -> str:
    """The digits of a name, which are said as they are."""
    return "".join(c for c in base if c.isdigit())


@lru_cache(maxsize=16384)
def _speakable(said: str) -> bool:
    """Whether a name is said as a word: long enough, with vowels, no run of consonants of an
    acronym that is spelled out."""
    return (
        len(said) >= _SHORTEST
        and _VOWEL.search(said) is not None
        and _SPELLED_OUT.search(said) is None
    )


def keys(view: View) -> Iterable[str]:
    """The coarse key of its sound in each language."""
    return keyed(view)


def keyed(view: View) -> dict[str, list[str]]:
    """The languages in which the name has each key."""
    found: dict[str, list[str]] = {}
    for code, said in view.sounds.items():
        if _speakable(said):
            found.setdefault(f"s:{phones.key(said)}", []).append(code)
    return found


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
            _speakable(said := view.sounds.get(language.code, "")) and said == language.sound(made)
            for language in LANGUAGES
        ):
            yield Variant(made, 0.05)


SIGNAL = Signal("sound", Family.SOUND, compare, keys, variants)

"""Accents: put on, left off or written out: bénéteau and beneteau, zürich and zuerich.

An umlaut is often left off on one side and written out on the other: zurich and zuerich.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Prefix

from confusables import words
from confusables.fold import letters
from confusables.labels import LONGEST
from confusables.languages import LANGUAGES
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant
from confusables.views import View, of_label

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SIGNAL", "forms", "otherwise", "respelled"]

# Of languages that names are not read in, and of old spelling; the others are in their files.
_ELSEWHERE = {"å": "aa", "ø": "oe", "ñ": "nn"}
_OLD = 0.1  # the share of a spelling that one reads more often than one writes it: ninnos
_UMLAUTS = 3  # in a name, at most
_VOWELS = frozenset("aeiouy")
_NO_UMLAUT = ("a", "e", "q")  # ue behind one of these is none


@cache
def _written_out() -> dict[int, str]:
    """For ``str.translate``: what is written for a letter; the first language that has it tells."""
    found = dict(_ELSEWHERE)
    for language in reversed(LANGUAGES):
        found |= language.written_out
    return str.maketrans(found)


@cache
def _digraphs() -> dict[str, frozenset[str]]:
    """The two letters that stand for one with an accent, to the languages that have it so."""
    found: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for both in language.written_out.values():
            found.setdefault(both, set()).add(language.code)
    return {both: frozenset(codes) for both, codes in found.items()}


def forms(view: View) -> frozenset[str]:
    """The ASCII spellings of an accented name: accents dropped, or written out as in German."""
    text = unicodedata.normalize("NFC", view.text)
    return frozenset({letters(text), letters(text.translate(_written_out()))})


def compare(new: View, old: View) -> Evidence | None:
    """Not the same letters, but a common spelling without accents."""
    if new.text == old.text:
        return None
    values = {"new": new.name.unicode, "old": old.name.unicode}
    if new.text.isascii() and old.text.isascii():
        if not _half_written(new, old):
            return None
        says = Says("the same but for an umlaut, written out or left off: {new} and {old}", values)
        return Evidence(Family.LOOK, "accent", "umlaut", says, Kind.ACCENT)
    if forms(new).isdisjoint(forms(old)):
        return None
    level = "accents" if letters(new.text) == letters(old.text) else "written-out"
    says = Says("the same but for accents: {new} and {old}", values)
    return Evidence(Family.LOOK, "accent", level, says, Kind.ACCENT)


def _half_written(one: View, other: View) -> bool:
    """Whether one name writes out an umlaut (ae, oe, ue) where the other has the bare vowel."""
    if len(one.base) < len(other.base):
        one, other = other, one
    extra = len(one.base) - len(other.base)
    if not 1 <= extra <= _UMLAUTS:
        return False
    found: list[int] = []
    for at, letter in enumerate(one.base):
        if other.base[at - len(found) : at - len(found) + 1] != letter:
            if one.base[max(0, at - 1) : at + 1] not in _digraphs():
                return False
            found.append(at - 1)
    return len(found) == extra and all(_umlaut(one, at) for at in found)


def _umlaut(view: View, at: int) -> bool:
    """Whether the two letters at a place may be a vowel with its umlaut written out.

    They may in a word of a language that writes them so (German) whose bare form is of it too, or a
    name, where the word is of no other language; and between consonants, where they are in no known
    word.
    """
    base, start = view.base, 0
    if base[at : at + 2] == "ue" and base[max(0, at - 1) : at] in _NO_UMLAUT:  # neue, quebec
        return False
    codes = _digraphs()[base[at : at + 2]]
    for word in view.best.words:
        place = at - start
        if place == len(word) - 1:
            return False  # the next word begins between the two: velo en ville
        if 0 <= place < len(word):
            if spoken := words.known(word):
                bare = word[: place + 1] + word[place + 2 :]
                if words.is_name(bare):
                    return codes.issuperset(spoken)
                return not codes.isdisjoint({*spoken} & {*words.known(bare)})
            break
        start += len(word)
    before, after = base[max(0, at - 1) : at], base[at + 2 : at + 3]
    return bool(before and after) and before not in {*_VOWELS, "q"} and after not in _VOWELS


def keys(view: View) -> Iterable[str]:
    """The spellings without accents."""
    for form in forms(view):
        if form != view.base:
            yield f"p:{form}"


def variants(view: View) -> Iterable[Variant]:
    """The spellings without accents; of a German word written out with its umlauts, as most keys
    have them, and without."""
    if view.text.isascii():
        yield from _umlauts(view)
    else:
        for form in sorted(forms(view)):
            if form != view.text and 0 < len(form) <= LONGEST and form.isascii():
                old = form != letters(view.text) and not _ELSEWHERE.keys().isdisjoint(view.text)
                yield Variant(form, _OLD if old else 0.9)


def _umlauts(view: View) -> Iterable[Variant]:
    """The name with the umlauts that it writes out put on, then left off; hyphens stay."""
    base, label = view.base, view.name.unicode
    if found := _places(view):
        places = [at for at, letter in enumerate(label) if letter.isalnum()]
        put_on, left_off = list(label), list(label)
        for at in found:
            put_on[places[at]] = _accented()[base[at : at + 2]]
            put_on[places[at + 1]] = left_off[places[at + 1]] = ""
        yield Variant("".join(put_on), 0.5)
        yield Variant("".join(left_off), 0.3)


@cache
def _accented() -> dict[str, str]:
    """The letter with an accent that two letters stand for."""
    return {both: letter for language in LANGUAGES for letter, both in language.written_out.items()}


def _places(view: View) -> list[int]:
    """Where a name writes umlauts out; empty for too many."""
    base = view.base
    if not any(both in base for both in _digraphs()):
        return []
    found = [at for at in range(len(base) - 1) if base[at : at + 2] in _digraphs()]
    found = [at for at in found if _umlaut(view, at)]
    return found if len(found) <= _UMLAUTS else []


def otherwise(view: View, other: View) -> View | None:
    """A name with its umlauts written out, or without those that it writes out, where the other
    may write the first so: what else differs is seen then (dasmühlenfest, muehlenfest)."""
    made = respelled(view)
    if made is None:
        return None
    at = Prefix.similarity(made.base, view.base)
    alike = made.base[max(0, at - 1) : at + 2] in other.base
    return made if alike and made.base != other.base else None


@lru_cache(maxsize=4096)
def _means_another(word: str) -> bool:
    """Whether a word without its umlaut means something else in a language that writes umlauts
    out: German baer and bar."""
    for both, codes in _digraphs().items():
        for code in codes if both in word else ():
            own = words.senses(word, code)
            bare = words.senses(word.replace(both, both[0]), code)
            if own and any(not place and sense not in own for sense, place in bare.items()):
                return True
    return False


@lru_cache(maxsize=256)
def respelled(view: View) -> View | None:
    """A name with its umlauts written out, or without those that it writes out; None without."""
    text = unicodedata.normalize("NFC", view.text)
    if text.isascii():
        gone = {at + 1 for at in _places(view)}
        if not gone or any(map(_means_another, view.best.words)):
            return None
        made = "".join(letter for at, letter in enumerate(view.base) if at not in gone)
    else:
        made = text.translate(_written_out())
    if not made.isascii() or not 0 < len(made) <= LONGEST or made == view.base:
        return None
    return of_label(made, view.name.suffix)


SIGNAL = Signal("accent", Family.LOOK, compare, keys, variants)

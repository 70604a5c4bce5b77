"""Sound: other letters, (nearly) the same sound in a language: ghandi and gandi."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import OSA

from confusables.labels import LONGEST
from confusables.languages import LANGUAGES, by_code, phones
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant
from confusables.signals.slip import both_everyday, by_a_word

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from confusables.views import View

__all__ = ["MOST", "NEAR", "SIGNAL", "digits", "keyed", "same_in"]

NEAR = 0.93  # likeness: less told nothing in the fit
_SHORTEST, _LONG = 4, 6  # phones
_BY_PHONES = {4: 0.55, 5: 0.85, 6: 1.0}  # of the bits: few phones are the same by chance
_MOST_LANGUAGES = 0.6  # a share of them
_LEVELS = ("", "near", "same-other", "same-words", "same-read", "same-most")
MOST = 0.67  # of the letters may be others: beyond, names sound alike by chance
_VOWEL = re.compile(f"[{''.join(sorted(phones.VOWELS))}]")
_SPELLED_OUT = re.compile(f"[^{''.join(sorted(phones.VOWELS))}]{{6}}", re.DOTALL)


def compare(new: View, old: View) -> Evidence | None:
    """Whether they sound the same in a language, or nearly the same, by the rules and by a speaker
    where one was asked.

    Very different spellings sound the same in some language or other by chance, mostly where many
    letters are silent: it tells much in most languages or in one that a name is read in, and
    little elsewhere.
    """
    if new.base == old.base or digits(new.base) != digits(old.base):
        return None
    mine, theirs = new.base, old.base
    if not (mine.isascii() and theirs.isascii()):  # as they are romanised: яндекс, yandex
        mine, theirs = new.spoken or mine, old.spoken or theirs
    most = int(MOST * max(len(mine), len(theirs)))
    if OSA.distance(mine, theirs, score_cutoff=most) > most or _doubled(new, old):
        return None
    # The languages that they are read in first: of equals the first is told.
    read_in = _read_in(new, old)
    said = sorted(_by_rules(new, old), key=lambda one: one[0] not in read_in)
    best = _heard(new, old, (one for one in said if _speakable(one[1])), read_in)
    if best.level in ("", "near") and (same := _by_words(new, old, said)):
        best = _as("same-words", same, list(same))
    speaker = ""
    if new.voiced:
        voiced = _heard(new, old, _by_speaker(new, old), read_in)
        if voiced.strength > best.strength:
            best, speaker = voiced, new.voice
    if not best.level or (best.level == "near" and by_a_word(new, old)):
        return None
    says = _says(best, speaker)
    # Who types a letter twice makes a slip, however that sounds.
    doubled = phones.undouble(mine) == phones.undouble(theirs)
    kind = Kind.TYPING if doubled else Kind.SOUND
    return Evidence(Family.SOUND, "sound", best.level, says, kind, best.scale)


def _doubled(new: View, old: View) -> bool:
    """Whether words of one language differ by a doubled letter: who speaks it tells caro from
    carro and notte from note, which the rules do not."""
    if len(new.base) == len(old.base) or phones.undouble(new.base) != phones.undouble(old.base):
        return False
    return any(
        mine.language == theirs.language
        and len(mine.words) == len(theirs.words)
        and all(
            one == other or both_everyday(one, other, mine.language)
            for one, other in zip(mine.words, theirs.words, strict=True)
        )
        for mine, theirs in product(new.readings, old.readings)
    )


class _Heard(NamedTuple):
    """What is told by how two names sound: in how many languages the same and in which, or in
    which nearly the same."""

    level: str = ""
    scale: float = 1.0
    likeness: float = 0.0
    language: str = ""
    languages: int = 0

    @property
    def strength(self) -> tuple[int, float, float]:
        return _LEVELS.index(self.level), self.scale, self.likeness


def _by_rules(new: View, old: View) -> list[tuple[str, str, str]]:
    """How both names are said in each language."""
    sounds = new.sounds
    return [(code, sounds.get(code, ""), theirs) for code, theirs in old.sounds.items()]


def _by_words(new: View, old: View, said: Iterable[tuple[str, str, str]]) -> dict[str, int]:
    """The languages in which names are said the same word by word, each with the phones.

    Letters that are silent at the end of a word are so inside a name: petits pas. ``said`` is how
    they are said as a whole, which begins as the first word does: most are told apart by that.
    """
    same = {}
    for code, mine, theirs in said:
        if mine[:1] == theirs[:1] and (code in new.worded or code in old.worded):
            one, other = new.worded.get(code, mine), old.worded.get(code, theirs)
            if one == other and _speakable(one):
                same[code] = len(one)
    return {} if same and _differ_at_home(new, old, same) else same


def _by_speaker(new: View, old: View) -> Iterator[tuple[str, str, str]]:
    """How a speaker says both names in each language.

    A name that the rules do not read as a word is left out: the names of its letters sound alike.
    """
    for code, mine in new.voiced.items():
        if all(map(_speakable, (mine, new.sounds.get(code, ""), old.sounds.get(code, "")))):
            yield code, mine, old.voiced.get(code, "")


def _heard(
    new: View, old: View, said: Iterable[tuple[str, str, str]], read_in: Collection[str]
) -> _Heard:
    """What two names have in common as they are said in each language, where the new one is said
    as a word; nearly the same only in a language that they are read in, where both are in one."""
    spoken = "und" not in read_in
    same: dict[str, int] = {}
    others: dict[tuple[str, str], str] = {}  # languages often agree
    for code, mine, theirs in said:
        if mine == theirs:
            same[code] = len(mine)
        elif not spoken or code in read_in:
            others.setdefault((mine, theirs), code)
    if same and not _told_apart(new, old, same):
        return _same(same, _whole_in(new, old))
    best = _Heard(likeness=NEAR)
    for (mine, theirs), code in others.items():
        likeness = phones.likeness(mine, theirs, best.likeness)
        more = likeness > best.likeness or (likeness >= NEAR and not best.level)
        if more and _speakable(theirs):
            best = _Heard("near", 1.0, likeness, code)
    return best


def _told_apart(new: View, old: View, same: Collection[str]) -> bool:
    """Whether names that sound the same in a few languages are words of another, and differ in it.

    Kirche and Kirsche are the same in French, but nobody reads them in French.
    """
    if len(same) > _MOST_LANGUAGES * len(LANGUAGES):
        return False
    if _differ_at_home(new, old, same):
        return True
    both = {r.language for r in new.whole} & {r.language for r in old.whole}
    return bool(both) and both.isdisjoint(same)


def _differ_at_home(new: View, old: View, same: Collection[str]) -> bool:
    """Whether names differ in the one language that both are likeliest to be read in, all words
    of both being its own: dog master and dock master are the same in German alone."""
    own = [view.own.language for view in (new, old) if view.own in view.whole]
    return len(own) > 1 and own[0] == own[1] and own[0] not in same


def _same(same: Mapping[str, int], read_in: Collection[str]) -> _Heard:
    """Of names that sound the same in some languages, with so many phones, the level and scale;
    ``read_in`` are the languages that they are read in, the likeliest first."""
    told = [code for code in read_in if code in same] or list(same)
    if len(same) > _MOST_LANGUAGES * len(LANGUAGES):
        return _as("same-most", same, told)
    return _as("same-read" if told[0] in read_in else "same-other", same, told)


def _as(level: str, same: Mapping[str, int], told: Sequence[str]) -> _Heard:
    scale = _BY_PHONES[min(max(map(same.__getitem__, told)), _LONG)]
    return _Heard(level, scale, 1.0, told[0], len(same))


def _says(heard: _Heard, speaker: str) -> Says:
    values = {"language": heard.language}
    if heard.level == "same-most":
        values = {"count": str(heard.languages), "all": str(len(LANGUAGES))}
    if speaker:
        values["speaker"] = speaker
        if heard.level == "near":
            return Says("said by {speaker} they are nearly the same ({language})", values)
        if heard.level == "same-most":
            return Says("said by {speaker} they are the same in {count} of {all} languages", values)
        return Says("said by {speaker} they are the same ({language})", values)
    if heard.level == "near":
        return Says("said aloud they are nearly the same ({language})", values)
    if heard.level == "same-most":
        return Says("said aloud they are the same in {count} of {all} languages", values)
    return Says("said aloud they are the same ({language})", values)


def same_in(new: View, old: View, codes: Iterable[str]) -> tuple[str, float] | None:
    """The level and scale of two names that sound the same in one of some languages, else None."""
    said = [
        (code, new.sounds.get(code, ""), old.sound(language))
        for code in codes
        if (language := by_code(code))
    ]
    same = {c: len(mine) for c, mine, theirs in said if mine == theirs and _speakable(mine)}
    if same:
        found = _same(same, _whole_in(new, old))
    elif same := _by_words(new, old, said):
        found = _as("same-words", same, list(same))
    else:
        return None
    return found.level, found.scale


def _read_in(new: View, old: View) -> list[str]:
    return [reading.language for view in (new, old) for reading in view.readings]


def _whole_in(new: View, old: View) -> list[str]:
    """The languages that have all words of one of two names, else those that they are read in."""
    whole = [reading.language for view in (new, old) for reading in view.whole]
    return whole or _read_in(new, old)


def digits(base: str) -> str:
    """The digits of a name, which are said as they are."""
    return "" if base.isalpha() else "".join(c for c in base if c.isdigit())


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
    for code, said in (*view.sounds.items(), *view.worded.items()):
        if _speakable(said) and code not in found.setdefault(f"s:{phones.key(said)}", []):
            found[f"s:{phones.key(said)}"].append(code)
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
        if len(made) <= LONGEST and any(
            _speakable(said := view.sounds.get(language.code, "")) and said == language.sound(made)
            for language in LANGUAGES
        ):
            yield Variant(made, 0.05)


SIGNAL = Signal("sound", Family.SOUND, compare, keys, variants, by_suffix=True)

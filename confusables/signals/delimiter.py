"""Delimiter: hyphens put in, left out or moved: alter-way and alterway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables import words
from confusables.labels import LONGEST
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant
from confusables.names import as_written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confusables.model import Reading
    from confusables.views import View

__all__ = ["SIGNAL"]

_SCRAP = 3  # letters of a name that may be an accident
_USUAL, _SELDOM = 0.5, 0.05  # how often such hyphens are typed


def compare(new: View, old: View) -> Evidence | None:
    """The same letters, accents included, with other hyphens, or other spaces in two brands."""
    same = new.name.label == old.name.label and not new.name.parts_otherwise(old.name)
    if same or new.text != old.text:
        return None
    if new.name.parts_otherwise(old.name):
        values = {"new": as_written(new.name), "old": as_written(old.name)}
        says = Says("the same letters, written as other words: {new} and {old}", values)
    else:
        values = {"new": new.name.unicode, "old": old.name.unicode}
        says = Says("the same letters with other hyphens: {new} and {old}", values)
    return Evidence(Family.SHAPE, "delimiter", "hyphens", says, Kind.DELIMITER)


def variants(view: View) -> Iterable[Variant]:
    """No hyphens; hyphens between the words of the likeliest reading, that with the fewest letters
    that are no word, of which most are known: no trove-lia; seldom between those of another, which
    all are words: no jardins-ecretmtl."""
    label = view.name.unicode
    seen = {label}
    if "-" in label:
        seen.add(view.text)
        yield Variant(view.text, 0.8)
    if view.text.isascii():
        typed = view.own.words == view.name.written
        likeliest = view.own if typed else min((view.own, *view.readings), key=_scraps)
        for place, reading in enumerate((likeliest, *view.readings)):
            written = "-".join(reading.words)
            known, most = sum(map(_is_word, reading.words)), len(reading.words) / 2
            apart = known > most or any(map(words.is_generic, reading.words))  # vuntoro-news
            likely = not place and (typed or apart)
            plain = likely or all(map(words.known, reading.words))
            fits = written.replace("-", "") == view.text and len(written) <= LONGEST
            if plain and fits and written not in seen:
                seen.add(written)
                yield Variant(written, _SELDOM if place else _USUAL)


def _scraps(reading: Reading) -> tuple[int, int]:
    """How many letters of a reading are of no word, and how many parts there are."""
    return sum(len(word) for word in reading.words if not _is_word(word)), len(reading.words)


def _is_word(word: str) -> bool:
    """Whether a hyphen may stand beside a part: a known word, a number or a name, no scrap."""
    name = len(word) > _SCRAP and words.is_listed(word)
    return name or word.isdecimal() or bool(words.known(word))


SIGNAL = Signal("delimiter", Family.SHAPE, compare, variants=variants)

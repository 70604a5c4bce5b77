"""Where two names differ, as a reader of either sees it.

A slip, an accent or a sign is seen as the letter that it is; where more differs, names that are
read as words differ by whole words, and an accent that one of them lacks is no difference beside
those. A letter or two that both have by chance between two differences is none that a reader would
see. Hyphens are compared where they stand and are no letters: they part no word from its likeness.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from confusables.fold import letters
from confusables.words import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from confusables.model import Reading

__all__ = ["Part", "differing"]

_ALIKE = 0.4
_BY_CHANCE = 2  # letters alike between two differences
_SLIP = 2  # letters of a difference that is seen as letters


class Part(NamedTuple):
    """A part of a name, and whether it differs."""

    text: str
    differs: bool


class _Run(NamedTuple):
    """Letters of both labels, from and to where, and whether they differ."""

    start: int
    end: int
    other_start: int
    other_end: int
    differs: bool

    @property
    def size(self) -> int:
        return max(self.end - self.start, self.other_end - self.other_start)


class _Label(NamedTuple):
    """A label, its letters without accents and signs, and for each the place of its character."""

    text: str
    bare: str
    places: tuple[int, ...]

    def signs(self, at: int) -> str:
        """The signs before a letter, or behind the last."""
        start = self.places[at - 1] + 1 if at else 0
        return self.text[start : self.places[at] if at < len(self.places) else None]

    def letter(self, at: int) -> str:
        """The character of a letter; empty for the second of a ligature."""
        same = at and self.places[at] == self.places[at - 1]
        return "" if same else self.text[self.places[at]]

    def whole(self) -> frozenset[int]:
        """The places between two characters."""
        inner = (at for at, (a, b) in enumerate(pairwise(self.places), 1) if a != b)
        return frozenset((0, *inner, len(self.bare)))

    def between_words(self, readings: Sequence[Reading]) -> frozenset[int]:
        """The places that are not inside a word."""
        best = next(iter(readings or read(self.text)), None)
        if best is None or (best.language == "und" and len(best.words) == 1):
            return self.whole()
        return self.whole() & {0, *accumulate(len(letters(word)) for word in best.words)}


def differing(
    new: str,
    old: str,
    readings: tuple[Sequence[Reading], Sequence[Reading]] = ((), ()),
) -> tuple[list[Part], list[Part]]:
    """Both names in parts: what differs of the labels, and endings whole.

    ``readings`` are those of the labels, the best first; without them the labels are read here.
    """
    label, dot, suffix = new.partition(".")
    other_label, other_dot, other_suffix = old.partition(".")
    mine, theirs = _label(label), _label(other_label)
    runs = _runs(mine, theirs, mine.whole(), theirs.whole())
    if any(run.differs and run.size > _SLIP for run in runs):
        cuts = (of.between_words(known) for of, known in zip((mine, theirs), readings, strict=True))
        runs = _runs(mine, theirs, *cuts)
    pairs = list(_pairs(mine, theirs, runs))
    found = []
    for side, mark, ending in ((0, dot, suffix), (1, other_dot, other_suffix)):
        parts = [(pair[side], differs) for *pair, differs in pairs]
        found.append(_joined([*parts, (mark, False), (ending, suffix != other_suffix)]))
    return found[0], found[1]


def _label(text: str) -> _Label:
    folded = [(place, letter) for place, c in enumerate(text) for letter in letters(c)]
    if not folded:
        return _Label(text, text, tuple(range(len(text))))
    return _Label(text, "".join(c for _, c in folded), tuple(place for place, _ in folded))


def _runs(new: _Label, old: _Label, cuts: frozenset[int], other_cuts: frozenset[int]) -> list[_Run]:
    """Runs of letters of both in turn; what is alike begins and ends at cuts."""
    matcher = SequenceMatcher(None, new.bare, old.bare, autojunk=False)
    if matcher.ratio() < _ALIKE:  # of a translation no letters are the same but by accident
        return [_Run(0, len(new.bare), 0, len(old.bare), differs=True)]
    runs: list[_Run] = []
    steps = matcher.get_opcodes()
    for at, (tag, i, end_i, j, end_j) in enumerate(steps):
        size, inner = end_i - i, 0 < at < len(steps) - 1
        if tag != "equal" or (inner and size <= _BY_CHANCE):
            _add(runs, _Run(i, end_i, j, end_j, differs=True))
            continue
        whole = [n for n in range(size + 1) if i + n in cuts and j + n in other_cuts]
        first, last = min(whole, default=0), max(whole, default=0)
        _add(runs, _Run(i, i + first, j, j + first, differs=True))
        _add(runs, _Run(i + first, i + last, j + first, j + last, differs=False))
        _add(runs, _Run(i + last, end_i, j + last, end_j, differs=True))
    return runs


def _add(runs: list[_Run], run: _Run) -> None:
    """Put a run behind the others, to the last one where both differ."""
    if not run.size:
        return
    if run.differs and runs and runs[-1].differs:
        before = runs.pop()
        run = _Run(before.start, run.end, before.other_start, run.other_end, differs=True)
    runs.append(run)


def _pairs(new: _Label, old: _Label, runs: Sequence[_Run]) -> Iterator[tuple[str, str, bool]]:
    """Parts of both in turn, and whether they differ: characters, and the signs between them."""
    by_letter = not any(run.differs and run.size > _SLIP for run in runs)
    for run in runs:
        here, there = range(run.start, run.end), range(run.other_start, run.other_end)
        if run.differs:
            common = new.signs(run.start) if here and there else ""
            common = common if common == old.signs(run.other_start) else ""
            yield common, common, False
            mine, theirs = _characters(new, here), _characters(old, there)
            yield mine.removeprefix(common), theirs.removeprefix(common), True
            continue
        for i, j in zip(here, there, strict=True):
            signs, other_signs = new.signs(i), old.signs(j)
            yield signs, other_signs, signs != other_signs
            yield new.letter(i), old.letter(j), by_letter and new.letter(i) != old.letter(j)
    yield new.signs(len(new.bare)), old.signs(len(old.bare)), True


def _characters(label: _Label, places: range) -> str:
    """Some letters of a label with the signs before them."""
    return "".join(label.signs(at) + label.letter(at) for at in places)


def _joined(parts: Sequence[tuple[str, bool]]) -> list[Part]:
    """Parts with those beside one another that differ alike as one."""
    found: list[Part] = []
    for text, differs in parts:
        if found and text and found[-1].differs == differs:
            text = found.pop().text + text
        if text:
            found.append(Part(text, differs))
    return found

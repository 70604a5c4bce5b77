"""Where two names differ, as a reader of either sees it.

A slip, an accent or a sign is seen as the letter that it is; where more differs, names that are
read as words differ by whole words. A letter or two that both have by chance between two
differences is none that a reader would see.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from confusables.fold import letters
from confusables.words import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from confusables.model import Reading

__all__ = ["Part", "differing"]

_ALIKE = 0.4
_BY_CHANCE = 2  # letters alike between two differences
_SLIP = 2  # letters of a difference that is seen as letters

_Runs = list[tuple[str, str, bool]]


class Part(NamedTuple):
    """A part of a name, and whether it differs."""

    text: str
    differs: bool


def differing(
    new: str,
    old: str,
    readings: tuple[Sequence[Reading], Sequence[Reading]] = ((), ()),
) -> tuple[list[Part], list[Part]]:
    """Both names in parts: what differs of the labels, and endings whole.

    ``readings`` are those of the labels, the best first; without them the labels are read here.
    """
    one, other = [], []
    label, dot, suffix = new.partition(".")
    other_label, other_dot, other_suffix = old.partition(".")
    runs = _runs(label, other_label, _everywhere(label), _everywhere(other_label))
    if any(differs and max(len(a), len(b)) > _SLIP for a, b, differs in runs):
        cuts = _cuts(label, readings[0]), _cuts(other_label, readings[1])
        runs = _runs(label, other_label, *cuts)
    for mine, theirs, differs in runs:
        one.append(Part(mine, differs))
        other.append(Part(theirs, differs))
    for parts, mark, ending in ((one, dot, suffix), (other, other_dot, other_suffix)):
        parts += [Part(mark, False), Part(ending, suffix != other_suffix)]
    return [part for part in one if part.text], [part for part in other if part.text]


def _everywhere(label: str) -> frozenset[int]:
    return frozenset(range(len(label) + 1))


def _cuts(label: str, readings: Sequence[Reading]) -> frozenset[int]:
    """The places of a label that are not inside a word."""
    best = next(iter(readings or read(label)), None)
    if best is None or (best.language == "und" and len(best.words) == 1):
        return _everywhere(label)
    ends = {0, *accumulate(len(letters(word)) for word in best.words)}
    spelled = [0, *accumulate(len(letters(c)) for c in label)]
    return frozenset(place for place, count in enumerate(spelled) if count in ends)


def _runs(new: str, old: str, cuts: frozenset[int], other_cuts: frozenset[int]) -> _Runs:
    """Runs of both in turn, and whether they differ; what is alike begins and ends at cuts."""
    matcher = SequenceMatcher(None, new, old, autojunk=False)
    if matcher.ratio() < _ALIKE:  # of a translation no letters are the same but by accident
        return [(new, old, True)]
    runs: _Runs = []
    steps = matcher.get_opcodes()
    # Beside a hyphen alone a word goes on: blue-bird, bluebird.
    silent = [not letters(new[i:end_i] + old[j:end_j]) for _, i, end_i, j, end_j in steps]
    for at, (tag, i, end_i, j, end_j) in enumerate(steps):
        size, inner = end_i - i, 0 < at < len(steps) - 1
        if tag != "equal" or (inner and size <= _BY_CHANCE):
            _add(runs, new[i:end_i], old[j:end_j], differs=True)
            continue
        whole = [n for n in range(size + 1) if i + n in cuts and j + n in other_cuts]
        whole += [0] * silent[at - 1] if at else []
        whole += [size] * silent[at + 1] if at + 1 < len(steps) else []
        first, last = min(whole, default=0), max(whole, default=0)
        _add(runs, new[i : i + first], old[j : j + first], differs=True)
        _add(runs, new[i + first : i + last], old[j + first : j + last], differs=False)
        _add(runs, new[i + last : end_i], old[j + last : end_j], differs=True)
    return runs


def _add(runs: _Runs, mine: str, theirs: str, *, differs: bool) -> None:
    """Put a run behind the others, to the last one where that differs too."""
    if not (mine or theirs):
        return
    if differs and runs and runs[-1][2]:
        before = runs.pop()
        mine, theirs = before[0] + mine, before[1] + theirs
    runs.append((mine, theirs, differs))

"""Rests: how much of a name is left where a generic word or a determiner is taken off, or where one
name begins or ends a longer one."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from confusables import words
from confusables.languages import LANGUAGES

__all__ = [
    "EVERYDAY",
    "RECOGNISED",
    "STEPS",
    "Beside",
    "beside",
    "distinctive",
    "goes_on",
    "is_count",
    "is_own",
    "share",
    "step",
]

RECOGNISED = 5  # letters of a name that is recognised with a slip, or inside a longer one
EVERYDAY = 3  # the last step of a rest that is no name of its own
STEPS = 4  # of distinctiveness, from an everyday word to a name of its own
_EXTRA = 2  # letters beside a name that is contained
_A_LETTER = 4.5  # bits that a letter may add to what a rest tells: short ones tell little
_COUNT = re.compile("(1[89]|20)[0-9]{2}|[1-9][0-9]?0{2,}")
_RARE = 21.0  # bits of a word that no list of names has: as good as a name (kestrel)


def step(rest: str) -> int:
    """1 to 4: how much of a name the rest is; the last is not for a word of a dictionary, alone or
    with linking words (bankof), nor for a town, which many a firm there bears."""
    word = _plain_word(rest)
    shared = word or words.is_town(rest)
    return 1 + min(STEPS - (2 if shared else 1), int(distinctive(word or rest) * STEPS))


@lru_cache(maxsize=4096)
def _plain_word(rest: str) -> str:
    """The one word of a dictionary that a rest is, linking words aside; empty for a name."""
    if words.known(rest):
        return rest if words.rarity(rest) < _RARE else ""
    behind = any(rest.endswith(w) and words.known(rest.removesuffix(w)) for w in _linking())
    before = any(rest.startswith(w) and words.known(rest.removeprefix(w)) for w in _linking())
    # Known words beside linking ones come first: reading takes longer.
    read = chain(
        words.read_inside(rest, begins=True) if behind else (),
        words.read_inside(rest, begins=False) if before else (),
    )
    cores = (r for r in read if len(r.core) == 1 < len(r.words))
    return next((r.core[0] for r in cores if r.language in words.known(r.core[0])), "")


def goes_on(rest: str) -> bool:
    """Whether a rest ends or begins with a linking word, beside which no word is generic: ecole de
    musique, casino del sol."""
    word = _plain_word(rest)
    return bool(word) and rest != word


def is_own(rest: str) -> bool:
    """Whether the rest is a name of its own, rather than an everyday word."""
    return step(rest) == STEPS


def is_count(word: str) -> bool:
    """Whether a word is a year or a round number, which tells when or how many, and no name: 2030,
    1000, but not 1688 or 360."""
    return _COUNT.fullmatch(word) is not None


def distinctive(rest: str) -> float:
    """0 to 1: how much of a name the rest is; an everyday word is little of one, a count none."""
    if is_count(rest):
        return 0.0
    bits = min(words.rarity(rest), _A_LETTER * len(rest))
    return max(0.0, min(1.0, (bits - 5) / 12))


class Beside(NamedTuple):
    """What stands beside a name inside a longer one, and after how many letters they meet."""

    extra: str
    cut: int


def beside(part: str, whole: str) -> Beside | None:
    """What is left of a longer name that begins or ends with a part; None for too little."""
    if len(part) < RECOGNISED or len(whole) < len(part) + _EXTRA:
        return None
    if whole.startswith(part):
        return Beside(whole[len(part) :], len(part))
    cut = len(whole) - len(part)
    return Beside(whole[:cut], cut) if whole.endswith(part) else None


def share(part: str, extra: str, *, apart: bool) -> float:
    """0 to 1: how much of a longer name is a part that begins or ends it, words apart or not."""
    bits = words.rarity(part)
    found = bits / (bits + words.rarity(extra))
    return distinctive(part) * ((1.0 + found) / 2 if apart else found)


@cache
def _linking() -> tuple[str, ...]:
    """The linking words of all languages, of two letters and more, but for what are articles too:
    a word behind one is a name as good as without (lapomme)."""
    found = frozenset[str]().union(*(one.linking for one in LANGUAGES))
    found -= frozenset().union(*(one.determiners - one.linking for one in LANGUAGES))
    return tuple(sorted(word for word in found if len(word) > 1))

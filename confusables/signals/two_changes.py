"""Two changes: a determiner or a generic word, and a slip, a sound or a form beside it; a plural,
and a sound.

*meinebuecherei* and *unserebuechrei*: people who remember a name roughly change more than
one thing. What is left without the determiner or the generic word, or the singular, is compared by
the other signals.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from rapidfuzz.distance import OSA

from confusables import words
from confusables.determiners import determiners, is_of, longest_determiner
from confusables.later import kept
from confusables.model import Evidence, Family, Kind, Says, Signal
from confusables.rests import is_own
from confusables.signals import affix, inflection, slip, sound
from confusables.stripped import Stripped, stripped
from confusables.views import of_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from confusables.views import View

__all__ = ["SIGNAL"]

_SHORTEST = 5  # letters of what is left: fewer are like others by chance
_LONG = 6  # that are looked for with a slip
_NEAR = 4  # letters, one of which may be another
_TRIED = 3  # pairs of rests that are compared
_SLIP, _PLAIN = 13, 16  # the steps of a slip or two, and of one that is told as such alone
_SURE = 0.85  # of the bits of another signal: what it finds must be plain
# What stands beside the singular of a plural: its ending, a letter of it alone.
_MANY, _MANY_BY_A_LETTER = "-en", "-s"
_SCRAP = 1  # letters of an article that is no determiner for sure
_SAID_ALIKE = frozenset({"same-words", "same-read", "same-most"})  # of the steps of a sound


class _Rest(NamedTuple):
    """What is left of a name without what stands beside it; all of it with nothing beside. Of a
    plural the singular is left, with ``_MANY`` or ``_MANY_BY_A_LETTER`` beside."""

    beside: str
    letters: str


_Look: TypeAlias = "Callable[[View, View], float]"


def compare(new: View, old: View) -> Evidence | None:
    """Another determiner or generic word, and nearly the same name beside it."""
    if new.base == old.base or min(len(new.base), len(old.base)) < _SHORTEST:
        return None
    for mine, theirs in sorted(_pairs(new, old), key=_unlike)[:_TRIED]:
        if _is_foreign(mine, theirs) or _is_foreign(theirs, mine):
            continue
        if not (_stands(new, mine) and _stands(old, theirs)):
            continue
        one, other = of_label(mine.letters), of_label(theirs.letters)
        changes = _changes(mine, theirs)
        for kind, says, look in changes:
            share = look(one, other)
            if share >= _SURE and not (changes is not _CHANGES and _is_one(new, old)):
                if kind is Kind.SOUND and _are_said_alike(new, old):
                    return None
                told = min(1.0, 0.5 + min(map(words.rarity, (mine.letters, theirs.letters))) / 32)
                said = Says(says.template, {"rest": mine.letters, "theirs": theirs.letters})
                return Evidence(Family.WORDS, "two-changes", "beside", said, kind, share * told)
    return None


def _is_one(new: View, old: View) -> bool:
    """Whether one change makes a plural of the other name: they are forms of one anyway
    (panierbleu, paniersbleus), or differ in a letter (manuals, manuall)."""
    return (
        OSA.distance(new.base, old.base, score_cutoff=1) <= 1
        or inflection.compare(new, old) is not None
    )


def _are_said_alike(new: View, old: View) -> bool:
    """Whether two names are said the same as they stand, by who reads them: nothing else differs
    then. In another language letters may be silent that are said in theirs."""
    found = sound.compare(new, old)
    return found is not None and found.level in _SAID_ALIKE


def _pairs(new: View, old: View) -> Iterator[tuple[_Rest, _Rest]]:
    """The rests that are nearly the same, where something else stands beside them."""
    mine, theirs = _rests(new), _rests(old)
    if len(mine) == len(theirs) == 1:
        return
    for one, other in product(mine, theirs):
        a, b = one.letters, other.letters
        most = max(len(a), len(b)) // _NEAR or 1
        if abs(len(a) - len(b)) > most or OSA.distance(a, b, score_cutoff=most) > most:
            continue
        if a != b and one.beside != other.beside:
            yield one, other


def _unlike(pair: tuple[_Rest, _Rest]) -> tuple[int, list[_Rest]]:
    """The nearest first, in one order both ways round."""
    return OSA.distance(pair[0].letters, pair[1].letters), sorted(pair)


@kept
def _rests(view: View) -> tuple[_Rest, ...]:
    """The name, and what is left of it without letters that may be a determiner, or without generic
    words; whether they are such is asked of few, since it takes a while."""
    singulars = (
        _Rest(_MANY_BY_A_LETTER if view.base[:-1] == one else _MANY, one)
        for one in inflection.singulars(view)
    )
    return (*_made(view.base, stripped(view)), *singulars)


def _made(base: str, without: tuple[Stripped, ...]) -> tuple[_Rest, ...]:
    found = [_Rest("", base)]
    for size in range(_SCRAP + 1, min(longest_determiner(), len(base) - _SHORTEST) + 1):
        if base[:size] in determiners():
            found.append(_Rest(base[:size], base[size:]))
    found += (_Rest(*one) for one in without if len(one.rest) >= _SHORTEST)
    return tuple({rest.letters: rest for rest in reversed(found)}.values())


def _stands(view: View, rest: _Rest) -> bool:
    """Whether what stands beside a rest is a determiner or a generic word here, and no part of
    another; a rest that a generic word stands beside must be a name of its own."""
    if rest.beside in ("", _MANY, _MANY_BY_A_LETTER):
        return True
    if any(bare.rest == rest.letters for bare in view.bares):
        return True
    return is_own(rest.letters) and any(one.rest == rest.letters for one in affix.parted(view))


def _is_foreign(rest: _Rest, other: _Rest) -> bool:
    """Whether a determiner stands before a word of languages that lack it, and the other rest is
    none of its language either: spellings behind mi, but farmacie behind ma as pharmacie is."""
    if rest.beside not in determiners() or not words.known(rest.letters):
        return False
    return not is_of(rest.beside, (*words.known(rest.letters), *words.known(other.letters)))


def _slip(one: View, other: View) -> float:
    found = slip.compare(one, other)
    at = _step(found.level) if found is not None else 0
    if at >= _PLAIN:
        return 1.0
    return _SURE if at >= _SLIP and OSA.distance(one.base, other.base) == 1 else 0.0


def _step(level: str) -> int:
    return int(level.removeprefix("near-")) if level.startswith("near-") else 0


def _of(compared: Callable[[View, View], Evidence | None], levels: Iterable[str]) -> _Look:
    """How plainly another signal finds one of its steps, as a share of its bits."""
    wanted = frozenset(levels)

    def look(one: View, other: View) -> float:
        found = compared(one, other)
        return found.scale if found is not None and found.level in wanted else 0.0

    return look


# What may differ beside, and what is said of it: the first that is found plainly.
_CHANGES: Final[tuple[tuple[Kind, Says, _Look], ...]] = (
    (
        Kind.INFLECTION,
        Says("“{rest}” and “{theirs}” are forms of one name, beside another change"),
        _of(inflection.compare, ["same-stems"]),
    ),
    (
        Kind.SOUND,
        Says("“{rest}” and “{theirs}” are said the same, beside another change"),
        _of(sound.compare, _SAID_ALIKE),
    ),
    (
        Kind.TYPING,
        Says("“{rest}” and “{theirs}” are a slip apart, beside another change"),
        _slip,
    ),
)


# Beside a plural a sound alone: words a slip apart are many, and their plurals as many (bluebird,
# bluebards). Where the plural is a letter, it is that in most languages: in one a letter more or
# another may be two slips as well (conciertos, concerto; liveradios, liveradiu).
_PLURALS, _PLURALS_BY_A_LETTER = (
    tuple(
        (kind, says, _of(sound.compare, levels)) for kind, says, _ in _CHANGES if kind is Kind.SOUND
    )
    for levels in (_SAID_ALIKE, frozenset({"same-most"}))
)


def _changes(mine: _Rest, theirs: _Rest) -> tuple[tuple[Kind, Says, _Look], ...]:
    """What may differ of two rests, by what stands beside them."""
    beside = {mine.beside, theirs.beside}
    if _MANY_BY_A_LETTER in beside:
        return _PLURALS_BY_A_LETTER
    return _PLURALS if _MANY in beside else _CHANGES


def asks(view: View) -> Iterator[str]:
    """The names that have a usual slip of what is left without its determiner, beside another."""
    for determiner, rest in view.bares:
        if len(determiner) > _SCRAP and len(rest) >= _LONG and rest.isascii():
            yield from (f"p:{form}" for form in sorted(slip.usual(rest)))


SIGNAL = Signal("two-changes", Family.WORDS, compare, asks=asks)

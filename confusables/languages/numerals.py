"""What numerals share: those up to 99 are made of the words for tens and units."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["composed", "counting", "hours", "ordinals"]

Numbers = dict[str, tuple[str, ...]]


def composed(
    own: Mapping[str, tuple[str, ...]],
    join: Callable[[str, str, int], tuple[str, ...]],
    *,
    twenties: bool = False,
) -> Numbers:
    """The numbers of a language with those that are made of a ten and a unit.

    ``own`` has those with a word of their own, which stay as they are, the usual word first;
    ``join`` puts the words of a ten and of a unit together and is told the number. With
    ``twenties`` 70 and 90 are counted on from 60 and 80, as in French. Raises ValueError where a
    ten or a unit has no word.
    """
    made: Numbers = {}
    tens = (20, 30, 40, 50, 60, 80) if twenties else range(20, 100, 10)
    units = range(1, 20 if twenties else 10)
    if missing := [str(number) for number in (*units, *tens) if not own.get(str(number))]:
        raise ValueError(f"no word for {', '.join(missing)}, of which other numbers are made")
    for ten in tens:
        for unit in units if ten >= 60 else units[:9]:
            made[str(ten + unit)] = join(own[str(ten)][0], own[str(unit)][0], ten + unit)
    return made | dict(own)


def ordinals(
    cardinals: Mapping[str, tuple[str, ...]],
    said: Callable[[str], str],
    endings: Callable[[int], tuple[str, ...]],
) -> Numbers:
    """The ordinals up to a hundred: digits with each of their endings (``12th``), and the words,
    which ``said`` makes of those of the number."""
    return {
        f"{number}{ending}": (said(cardinals[str(number)][0]),)
        for number in range(1, 101)
        for ending in endings(number)
    }


def hours(cardinals: Mapping[str, tuple[str, ...]], *words: tuple[str, str]) -> Numbers:
    """Hours of the day: ``7h``, and the number before each of the words, which are pairs: one for
    several hours, one for the first."""
    return {
        f"{number}h": tuple(
            cardinals[str(number)][-1 if number == 1 else 0] + (several, one)[number == 1]
            for several, one in words
        )
        for number in range(1, 25)
    }


def counting(
    cardinals: Mapping[str, tuple[str, ...]], hundred: str, million: tuple[str, ...]
) -> Numbers:
    """Two hundred to nine hundred, and a million."""
    made = {f"{n}00": (cardinals[str(n)][0] + hundred,) for n in range(2, 10)}
    return made | {"1000000": million}

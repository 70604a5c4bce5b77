"""What numerals share: those up to 99 are made of the words for tens and units."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["composed"]

Numbers = dict[str, tuple[str, ...]]


def composed(
    own: Mapping[str, tuple[str, ...]],
    join: Callable[[str, str, int], str],
    *,
    twenties: bool = False,
) -> Numbers:
    """The numbers of a language with those that are made of a ten and a unit.

    ``own`` has those with a word of their own, which stay as they are; ``join`` puts the word of a
    ten and that of a unit together and is told the number. With ``twenties`` 70 and 90 are counted
    on from 60 and 80, as in French.
    """
    made: Numbers = {}
    for ten in (20, 30, 40, 50, 60, 80) if twenties else range(20, 100, 10):
        for unit in range(1, 20 if twenties and ten >= 60 else 10):
            words = (
                join(tens, units, ten + unit) for tens in own[str(ten)] for units in own[str(unit)]
            )
            made[str(ten + unit)] = tuple(dict.fromkeys(words))
    return made | dict(own)

"""What the tables say of a single word: how rare it is, whose it is, and what kind of word."""

from __future__ import annotations

from functools import cache, lru_cache

from confusables.tables import open_table
from confusables.tables.vocabulary import vocabulary

__all__ = ["is_generic", "is_listed", "is_name", "is_town", "known", "rarity"]


@lru_cache(maxsize=16384)
def rarity(word: str) -> float:
    """Bits that a folded word is worth: -log2 of its share among the words of names.

    A word that the table does not hold is estimated by its letters: long and odd ones are worth
    more, and none less than 14 bits or more than 40.
    """
    table = vocabulary()
    row = table.find(word)
    if row is not None:
        return table.bits[row] / 4
    return min(40.0, max(14.0, 4.0 + 0.9 * sum(table.spelling(word))))


def known(word: str) -> tuple[str, ...]:
    """The languages in which a folded word is in use, function words included.

    Empty for unknown words, and for the names of people, places and brands.
    """
    return _codes(vocabulary().mask(word))


def is_listed(word: str) -> bool:
    """Whether the token table has a folded word: known ones, and names of people and places."""
    return vocabulary().find(word) is not None


def is_name(word: str) -> bool:
    """Whether a folded word is listed and of no language: sabrina."""
    row = vocabulary().find(word)
    return row is not None and not vocabulary().masks[row]


def is_town(word: str) -> bool:
    """Whether a folded word is a town, and neither in a dictionary nor a chain of shops."""
    table = vocabulary()
    row = table.find(word)
    return row is not None and table.towns[row] > 127


@cache
def _generic() -> frozenset[str]:
    return frozenset(open_table("generic.txt").decode("ascii").split())


def is_generic(word: str) -> bool:
    """Whether a folded word is a commercial affix that tells no name from another: shop, online."""
    return word in _generic()


@cache
def _codes(mask: int) -> tuple[str, ...]:
    return tuple(code for bit, code in enumerate(vocabulary().codes) if mask >> bit & 1)

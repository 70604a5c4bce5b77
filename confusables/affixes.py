"""How often generic words and determiners stand before or after registered names."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from confusables.tables import open_table

__all__ = ["Affix", "affixes", "prefix_share"]


class Affix(NamedTuple):
    """A word that stands before or after names, and how often, beside the most frequent one."""

    side: str
    word: str
    share: float


@cache
def affixes() -> tuple[Affix, ...]:
    """All of them, the most frequent first; ``share`` is 1 for the first."""
    rows = [line.split("\t") for line in open_table("affixes.tsv").decode().splitlines()]
    most = max(int(count) for _, _, count in rows)
    return tuple(Affix(side, word, int(count) / most) for side, word, count in rows)


@cache
def _prefixes() -> dict[str, float]:
    return {a.word: a.share for a in affixes() if a.side == "prefix"}


def prefix_share(word: str) -> float:
    """The share of a word as a beginning of names, small but not 0 for one never counted."""
    return _prefixes().get(word, 0.005)

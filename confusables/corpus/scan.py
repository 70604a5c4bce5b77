"""The scan: every signature of a corpus against one, survivors thinned, the best kept."""

from __future__ import annotations

import threading
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

__all__ = ["Near", "budget", "scan", "survivors"]

# Names at a time: few enough to stay in the cache, but many, since numpy lets other threads go
# ahead at every call.
_BLOCK: Final = 1 << 18
_LARGE: Final = 5_000_000  # names from which on compiling pays, where the extra ``native`` is there
_MOST_THINNED: Final = 1 << 14  # survivors whose pair signatures are read


class _Scratch(threading.local):
    """A thread's arrays for a block, kept: fresh memory would cost more than what is done in it."""

    def __init__(self) -> None:
        self.apart = np.empty(_BLOCK, np.uint64)
        self.bits = np.empty(_BLOCK, np.uint8)
        self.near = np.empty(_BLOCK, np.bool_)


_scratch: Final = _Scratch()


class Near(NamedTuple):
    """Rows near a query in ascending order, with the bits by which letters and pairs differ."""

    rows: NDArray[np.intp]
    letters: NDArray[np.uint8]
    pairs: NDArray[np.uint8]


def budget(length: int) -> int:
    """Edits allowed for a name of so many letters: a quarter, at least 2 (1 up to 5), at most 4."""
    return 1 if length <= 5 else min(4, max(2, length // 4))


@cache
def _native() -> Callable[..., Any] | None:
    """What the extra ``native`` has compiled, if it is there."""
    try:
        from confusables.corpus.native import differing
    except ImportError:
        return None
    return differing


def _differing(block: NDArray[np.uint64], own: np.uint64, bits: NDArray[np.uint8]) -> None:
    """Put into ``bits`` in how many each signature differs from ``own``."""
    apart = _scratch.apart[: block.size]
    np.bitwise_count(np.bitwise_xor(block, own, out=apart), out=bits)


def survivors(
    letters: NDArray[np.uint64], own: np.uint64, edits: int
) -> tuple[NDArray[np.intp], NDArray[np.uint8]]:
    """Rows whose letter signature lies within ``2 edits`` bits, ascending, and in how many.

    No name within ``edits`` edits (transpositions included) is lost.
    """
    limit = np.uint8(2 * edits)
    differing = (_native() if letters.size >= _LARGE else None) or _differing
    rows: list[NDArray[np.intp]] = []
    kept: list[NDArray[np.uint8]] = []
    for start in range(0, letters.size, _BLOCK):
        block = letters[start : start + _BLOCK]
        bits, near = _scratch.bits[: block.size], _scratch.near[: block.size]
        differing(block, own, bits)
        found = np.flatnonzero(np.less_equal(bits, limit, out=near))
        if found.size:
            kept.append(bits[found])
            found += start
            rows.append(found)
    if not rows:
        return np.empty(0, np.intp), np.empty(0, np.uint8)
    return np.concatenate(rows), np.concatenate(kept)


def scan(
    letters: NDArray[np.uint64],
    pairs: NDArray[np.uint64],
    query: tuple[np.uint64, np.uint64],
    edits: int,
    most: int = 1000,
) -> Near:
    """The ``most`` nearest of the rows whose letter signature lies within ``2 edits`` bits.

    Nearness is the number of differing letter and pair bits. Where very many survive the first
    test, the pair signatures of those nearest by letters alone are read.
    """
    rows, bits = survivors(letters, query[0], edits)
    if rows.size > _MOST_THINNED:
        within = np.cumsum(np.bincount(bits, minlength=2 * edits + 1))
        limit = int(np.searchsorted(within, _MOST_THINNED, "right"))
        beyond = np.flatnonzero(bits == limit)[:_MOST_THINNED]
        near = np.sort(np.concatenate([np.flatnonzero(bits < limit), beyond]))
        rows, bits = rows[near], bits[near]
    far = np.bitwise_count(pairs[rows] ^ query[1])
    if rows.size > most:
        best = np.sort(np.argpartition(bits + far, most)[:most])
        rows, bits, far = rows[best], bits[best], far[best]
    return Near(rows, bits, far)

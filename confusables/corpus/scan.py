"""The scan: every signature of a corpus against one, survivors thinned, the best kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["budget", "scan"]

_CHUNK = 1 << 16  # names: temporaries of a chunk stay in the cache


def budget(length: int) -> int:
    """Edits allowed for a name of so many letters: a quarter, at least 2 (1 up to 5), at most 4."""
    return 1 if length <= 5 else min(4, max(2, length // 4))


def scan(
    letters: NDArray[np.uint64],
    pairs: NDArray[np.uint64],
    query: tuple[np.uint64, np.uint64],
    edits: int,
    most: int = 1000,
) -> NDArray[np.intp]:
    """Rows whose letter signature lies within ``2 edits`` bits, the ``most`` nearest of them.

    Nearness is the number of differing letter and pair bits; without the cap no name within
    ``edits`` edits is lost. Rows come in ascending order.
    """
    own_letters, own_pairs = query
    rows: list[NDArray[np.intp]] = []
    bits: list[NDArray[np.uint8]] = []
    for start in range(0, letters.size, _CHUNK):
        differing = np.bitwise_count(letters[start : start + _CHUNK] ^ own_letters)
        found = np.flatnonzero(differing <= 2 * edits)
        if found.size:
            rows.append(found + start)
            bits.append(differing[found])
    if not rows:
        return np.empty(0, np.intp)
    row, bit = np.concatenate(rows), np.concatenate(bits)
    if row.size > most:
        far = bit + np.bitwise_count(pairs[row] ^ own_pairs)
        row = np.sort(row[np.argpartition(far, most)[:most]])
    return row

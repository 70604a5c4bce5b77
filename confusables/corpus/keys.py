"""The exact-key table: what letters cannot find (parts, sounds, skeletons, words, meanings).

A key is a text with its kind before a colon. Every row is filed under ``=`` and its searched form,
and under what the signals' ``keys`` say; a new name asks for the same and, for each part ``p:x``
that it has, for the row ``=x`` that is this part alone, and for the rows of which it is a part.

The table holds a 32-bit hash of the key and the row, sorted, so that all rows of a key are one
slice. Equal hashes of different keys are possible and harmless: a candidate is judged anyway.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from confusables.signals import SIGNALS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from confusables.views import View

__all__ = ["asked", "filed", "find", "hashed", "table"]

# The order in which kinds of keys are trusted; the most that one key may bring.
KINDS = {"=": 64, "p": 48, "b": 32, "k": 16, "a": 16, "l": 16, "c": 32, "s": 24, "w": 24}


def filed(view: View) -> set[str]:
    """The keys that a row is filed under."""
    keys = {f"=:{view.base}"}
    for signal in SIGNALS:
        keys.update(signal.keys(view))
    return keys


def asked(view: View) -> list[str]:
    """The keys that a new name looks under, the most trusted kinds first."""
    keys = filed(view)
    parts = [key[2:] for key in keys if key.startswith("p:")]
    keys.update(f"=:{part}" for part in parts)
    keys.add(f"p:{view.base}")
    for signal in SIGNALS:
        keys.update(signal.asks(view))
    order = list(KINDS)
    return sorted(keys, key=lambda key: (order.index(key[0]), key))


def hashed(key: str) -> int:
    """The 32-bit hash of a key, the same on every machine."""
    return int.from_bytes(
        blake2b(key.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "little"
    )


def table(entries: NDArray[np.uint64]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Hashes and rows, sorted by hash, then row, from ``hash << 32 | row``; repeats dropped."""
    unique = np.unique(entries)
    return (unique >> np.uint64(32)).astype(np.uint32), unique.astype(np.uint32)


def find(
    hashes: NDArray[np.uint32], rows: NDArray[np.uint32], keys: Sequence[str]
) -> Iterator[tuple[str, NDArray[np.uint32]]]:
    """Each key that occurs, in order, with its rows.

    A key of more rows than its kind may bring tells nothing apart and is left out, but for the
    searched form itself.
    """
    if not keys or not hashes.size:
        return
    wanted = np.fromiter(map(hashed, keys), np.uint32, len(keys))
    starts = np.searchsorted(hashes, wanted, "left")
    counts = np.searchsorted(hashes, wanted, "right") - starts
    for index in np.flatnonzero(counts).tolist():
        key = keys[index]
        if counts[index] <= 50 * KINDS[key[0]] or key[0] == "=":
            yield key, rows[starts[index] : starts[index] + counts[index]]

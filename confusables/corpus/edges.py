"""The rows that begin or end with a name: found by order, not by a scan."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

import numpy as np

from confusables.corpus.rows import ending
from confusables.views import base_form

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from confusables.corpus.store import Store

    Signature = tuple[np.uint64, np.uint64]

__all__ = ["beside", "far"]

_KEPT: Final = 32  # the nearest of those at either end
_MOST: Final = 4000  # rows at an end that are looked at


def far(store: Store, signature: Signature, rows: NDArray[np.intp]) -> NDArray[np.intp]:
    """How far the signatures of rows are, a letter counting as two pairs."""
    letter, pair = signature
    found: NDArray[np.intp] = np.bitwise_count(store.letters[rows] ^ letter).astype(np.intp) * 2
    found += np.bitwise_count(store.pairs[rows] ^ pair)
    return found


def beside(store: Store, base: str, signature: Signature) -> list[NDArray[np.intp]]:
    """The rows that begin with a searched form, and those that end with it; of many the nearest."""
    return [
        rows[np.argsort(far(store, signature, rows), kind="stable")[:_KEPT]]
        for rows in (_beginning(store, base), _ending(store, base))
    ]


def _beginning(store: Store, base: str) -> NDArray[np.intp]:
    """Rows that begin so stand together."""
    plain = range(store.plain)
    start = bisect_left(plain, base, key=lambda row: _base(store, row))
    most = min(start + _MOST, len(plain))
    end = bisect_left(plain, base + "\x7f", start, most, key=lambda row: _base(store, row))
    return np.arange(start, end)


def _ending(store: Store, base: str) -> NDArray[np.intp]:
    """Rows that end so stand together in another order."""
    order, plain = store.by_ending, range(store.plain)

    def key(at: int) -> int:
        return ending(_base(store, int(order[at])))

    least = ending(base)
    start = bisect_left(plain, least, key=key)
    greatest = least | (1 << 8 * max(0, 8 - len(base))) - 1
    end = bisect_right(plain, greatest, start, min(start + _MOST, len(plain)), key=key)
    return order[start:end].astype(np.intp)


def _base(store: Store, row: int) -> str:
    """The searched form of a plain row."""
    label = store.record(row)[0]
    base = label.replace("-", "") if label.isascii() else base_form(label)
    if not base.isascii():
        raise store.damaged(f"row {row} is not plain")
    return base

"""The exact-key table: what letters cannot find (parts, sounds, skeletons, words, meanings).

A key is a text with its kind before a colon. Every row is filed under ``=`` and its searched form,
and under what the signals' ``keys`` say; a new name asks for the same and, for each part ``p:x``
that it has, for the row ``=x`` that is this part alone, and for the rows of which it is a part.

The table is a hash table of three arrays. A key's 32-bit hash has its bucket in the upper bits
and a check byte in the next eight; ``ends`` says where each bucket ends, ``checks`` and ``rows``
hold the entries. That is about 5.7 bytes an entry. A row found under another key with the same
bucket and check byte is possible and harmless: it is one more candidate to judge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

import numpy as np

from confusables.signals import SIGNALS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from confusables.views import View

__all__ = ["KINDS", "Table", "asked", "bits_for", "filed", "hashed", "lookup", "packed"]

# The most rows that one key of a kind may bring.
KINDS: Final = {"=": 64, "p": 48, "b": 32, "k": 48, "l": 24, "c": 48, "s": 24, "w": 24}
_ENTRIES_A_BUCKET: Final = 6
_LEAST_BITS, _MOST_BITS = 6, 24
_MIX: Final = np.uint32(0x9E3779B1)


def filed(view: View) -> set[str]:
    """The keys that a row is filed under."""
    keys = {f"=:{view.base}"}
    for signal in SIGNALS:
        keys.update(signal.keys(view))
    return keys


def asked(view: View) -> set[str]:
    """The keys that a new name looks under beside those that its signals ask for."""
    keys = filed(view)
    keys.update([f"=:{key[2:]}" for key in keys if key.startswith("p:")])
    keys.add(f"p:{view.base}")
    return keys


def hashed(keys: Iterable[str]) -> NDArray[np.uint32]:
    """The 32-bit hashes of keys, the same on every machine."""
    found = [crc32(key.encode("utf-8", "surrogatepass")) for key in keys]
    mixed = np.array(found, np.uint32) * _MIX
    return mixed ^ (mixed >> np.uint32(15))


class Table(NamedTuple):
    """The arrays of a key table; ``ends`` has an entry more than there are buckets."""

    ends: NDArray[np.uint32]
    checks: NDArray[np.uint8]
    rows: NDArray[np.uint32]


def bits_for(entries: int) -> int:
    """How many bits of the hash choose the bucket, for so many entries."""
    wanted = max(1, entries // _ENTRIES_A_BUCKET).bit_length() - 1
    return min(_MOST_BITS, max(_LEAST_BITS, wanted))


def packed(entries: NDArray[np.uint64], bits: int) -> tuple[NDArray[np.uint32], Table]:
    """Bucket numbers and their entries in order, of ``hash << 32 | row``; repeats dropped.

    The ``ends`` of the table are empty: they are counted over all parts by the caller.
    """
    unique = np.unique(entries)
    hashes = (unique >> np.uint64(32)).astype(np.uint32)
    buckets = hashes >> np.uint32(32 - bits)
    checks = (hashes >> np.uint32(24 - bits)).astype(np.uint8)
    return buckets, Table(np.empty(0, np.uint32), checks, unique.astype(np.uint32))


def lookup(table: Table, hashes: NDArray[np.uint32]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """What is filed under the hashes: which hash (its index), and the row, in order of the hashes.

    Raises IndexError where the table points outside itself.
    """
    size = table.ends.size - 1
    if size < 1 or not table.rows.size or not hashes.size:
        return np.empty(0, np.intp), np.empty(0, np.intp)
    bits = size.bit_length() - 1
    buckets = (hashes >> np.uint32(32 - bits)).astype(np.intp)
    starts = table.ends[buckets].astype(np.intp)
    counts = table.ends[buckets + 1].astype(np.intp) - starts
    if (counts < 0).any() or (starts + counts > table.rows.size).any():
        raise IndexError("the keys point outside the file")
    which = np.repeat(np.arange(hashes.size), counts)
    before = np.cumsum(counts) - counts
    at = np.arange(which.size) - np.repeat(before - starts, counts)
    checks = (hashes >> np.uint32(24 - bits)).astype(np.uint8)
    same = table.checks[at] == checks[which]
    return which[same], table.rows[at[same]].astype(np.intp)

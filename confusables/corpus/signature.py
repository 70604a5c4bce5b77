"""Two 64-bit signatures a name: which letters it has, and which pairs of neighbours.

An edit (substitution, insertion, deletion) changes at most two bits of the letter signature and a
transposition none, so names within ``k`` edits differ in at most ``2 k`` bits: no loss. The pair
signature is read for the survivors only and is not lossless.

Letter signature of a name in a to z and digits: bits 0 to 25 "at least once", 26 to 51 "at least
twice", 52 to 61 the digits, 62 and 63 "three times" for e and a. Other names are signed by hashed
code points: bits 0 to 39 "at least once", 40 to 63 "at least twice".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

__all__ = ["sign"]


def sign(bases: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Letter and pair signatures of folded names, in order."""
    letters = np.zeros(len(bases), np.uint64)
    pairs = np.zeros(len(bases), np.uint64)
    plain = np.fromiter((b.isascii() for b in bases), bool, len(bases))
    for ascii_only in (True, False):
        rows = np.flatnonzero(plain == ascii_only)
        if not rows.size:
            continue
        codes, row_of = _codes([bases[i] for i in rows.tolist()], ascii_only=ascii_only)
        letters[rows] = _letter_bits(codes, row_of, rows.size, ascii_only=ascii_only)
        pairs[rows] = _pair_bits(codes, row_of, rows.size)
    return letters, pairs


def _codes(bases: list[str], *, ascii_only: bool) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    joined = "".join(bases)
    lengths = np.fromiter(map(len, bases), np.int64, len(bases))
    if ascii_only:
        codes = np.frombuffer(joined.encode("ascii"), np.uint8).astype(np.int64)
    else:
        codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32).astype(
            np.int64
        )
    return codes, np.repeat(np.arange(len(bases)), lengths)


def _letter_bits(
    codes: NDArray[np.int64], row_of: NDArray[np.int64], n: int, *, ascii_only: bool
) -> NDArray[np.uint64]:
    if not ascii_only:
        hashed = (codes * 0x9E3779B1 >> 7) % 40
        counts = np.bincount(row_of * 40 + hashed, minlength=n * 40).reshape(n, 40)
        bits = np.concatenate([counts >= 1, (counts >= 2)[:, :24]], axis=1)
        return _packed(bits)
    slot = np.where(
        (codes >= 97) & (codes <= 122),
        codes - 97,
        np.where((codes >= 48) & (codes <= 57), codes - 22, 36),
    )
    counts = np.bincount(row_of * 37 + slot, minlength=n * 37).reshape(n, 37)
    bits = np.concatenate(
        [
            counts[:, :26] >= 1,
            counts[:, :26] >= 2,
            counts[:, 26:36] >= 1,
            counts[:, [4, 0]] >= 3,
        ],
        axis=1,
    )
    return _packed(bits)


def _pair_bits(codes: NDArray[np.int64], row_of: NDArray[np.int64], n: int) -> NDArray[np.uint64]:
    out = np.zeros(n, np.uint64)
    if codes.size < 2:
        return out
    same = row_of[1:] == row_of[:-1]
    mixed = ((codes[:-1] * 31 + codes[1:]) * 0x9E3779B1 >> 11) & 63
    counts = np.bincount(row_of[1:][same] * 64 + mixed[same], minlength=n * 64).reshape(n, 64)
    return _packed(counts >= 1)


def _packed(bits: NDArray[np.bool_]) -> NDArray[np.uint64]:
    packed = np.packbits(bits, axis=1, bitorder="little")
    return np.ascontiguousarray(packed).view("<u8").ravel().astype(np.uint64)

"""The dear part of a build, a chunk of rows at a time, on all cores where there are many."""

from __future__ import annotations

import gc
from array import array
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from confusables.corpus import keys
from confusables.corpus.readings import encoded
from confusables.corpus.signature import sign
from confusables.fold import letters
from confusables.views import of_label
from confusables.workers import cores, forking, in_turn, stopped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

__all__ = ["GARBAGE", "Chunk", "chunks"]

_ROWS = 4096
_LOOKED = 64  # rows between two looks whether they are wanted still
GARBAGE = 100_000  # objects between two looks for garbage
_ALONE = 4 * _ROWS  # fewer rows are not worth a second process


class Chunk(NamedTuple):
    """What a run of rows adds to the sections that cost work; rows count from the chunk's first."""

    letters: bytes
    pairs: bytes
    text: bytes
    lengths: NDArray[np.uint32]
    alias_rows: NDArray[np.uint32]
    alias_letters: bytes
    alias_pairs: bytes
    entries: bytes  # u8: hash << 32 | row


def work(rows: list[tuple[str, str]]) -> Chunk:
    """The chunk of rows given as searched form and label."""
    text, lengths = bytearray(), array("I")
    texts: list[str] = []
    row_of = array("I")
    for row, (_, label) in enumerate(rows):
        if not row % _LOOKED and stopped():
            raise InterruptedError("nobody waits for these rows")
        view = of_label(label)
        kept = label.encode("utf-8") + encoded(label, view.readings)
        text += kept
        lengths.append(len(kept))
        found = keys.filed(view)
        texts.extend(found)
        row_of.extend([row] * len(found))
    hashes = keys.hashed(texts).astype(np.uint64) << np.uint64(32)
    entries = hashes | np.frombuffer(row_of, np.uint32)
    aliases = [row for row, (base, label) in enumerate(rows) if is_alias(base, label)]
    alias_letters, alias_pairs = sign([letters(rows[row][1]) for row in aliases])
    own_letters, own_pairs = sign([base for base, _ in rows])
    return Chunk(
        own_letters.tobytes(),
        own_pairs.tobytes(),
        bytes(text),
        np.frombuffer(lengths, np.uint32),
        np.array(aliases, np.uint32),
        alias_letters.tobytes(),
        alias_pairs.tobytes(),
        entries.tobytes(),
    )


def is_alias(base: str, label: str) -> bool:
    """Whether a label in another script is searched by Latin look-alikes (рост as poct)."""
    return not label.isascii() and base.isascii() and not letters(label).isascii()


def chunks(rows: Iterator[tuple[str, str]]) -> Iterator[Chunk]:
    """The chunks in order, made on all cores where there are many rows."""
    start = list(islice(rows, _ALONE))
    workers = cores()
    context = forking(workers) if len(start) == _ALONE else None
    given = _batches(chain(start, rows))
    if context is None:
        yield from map(work, given)
        return
    yield from in_turn(work, given, context, workers, gc.set_threshold, GARBAGE)


def _batches(rows: Iterator[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    while batch := list(islice(rows, _ROWS)):
        yield batch

"""Bytes that wait on the disk until their place in the file is known."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

__all__ = ["KeySpool", "Spool"]

_HELD = 1 << 22
_PART = 1 << 22


class Spool:
    """A growing sequence of bytes: in memory while short, in a nameless file when long."""

    def __init__(self, folder: Path | None) -> None:
        place = str(folder) if folder else None
        self._file = tempfile.SpooledTemporaryFile(max_size=_HELD, dir=place)  # noqa: SIM115 - closed by close()
        self.length = 0

    def add(self, content: bytes | bytearray | memoryview) -> None:
        """Put bytes behind the others."""
        self._file.write(content)
        self.length += len(content)

    def parts(self) -> Iterator[bytes]:
        """All bytes from the start, in pieces."""
        self._file.seek(0)
        while part := self._file.read(_PART):
            yield part

    def close(self) -> None:
        """Let the bytes go."""
        self._file.close()


class KeySpool:
    """Key entries (``hash << 32 | row``) apart by the upper bits of their hash.

    Each part is sorted alone, so that memory holds one of them.
    """

    PARTS_BITS = 6

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._spools = [Spool(folder) for _ in range(1 << self.PARTS_BITS)]
        self.count = 0

    def add(self, entries: NDArray[np.uint64]) -> None:
        """Put entries to their parts."""
        part = (entries >> np.uint64(64 - self.PARTS_BITS)).astype(np.uint8)
        order = np.argsort(part, kind="stable")
        ends = np.cumsum(np.bincount(part, minlength=len(self._spools)))
        sorted_entries = entries[order]
        start = 0
        for spool, end in zip(self._spools, ends.tolist(), strict=True):
            if end > start:
                spool.add(sorted_entries[start:end].tobytes())
            start = end
        self.count += entries.size

    def parts(self) -> Iterator[NDArray[Any]]:
        """The entries of each part, unsorted, in the order of the parts."""
        for spool in self._spools:
            yield np.frombuffer(b"".join(spool.parts()), np.uint64)

    def close(self) -> None:
        """Let the entries go."""
        for spool in self._spools:
            spool.close()

"""The corpus file: named sections of plain arrays behind a checked header, memory-mapped.

    8 bytes   magic
    4 bytes   length of the header, little-endian
    4 bytes   CRC-32 of the header
    header    JSON: version, meta, sections (name, offset, length, dtype, crc)
    sections  each aligned to 64 bytes with zeros, little-endian; behind the last stands nothing

Nothing in the file is executed or unpickled. The header is checked when a file is opened, a
section's checksum when it is first used (or all at once by ``verify``); what the sections point
to is bounds-checked by those who follow the pointers. A file is written beside its destination
and renamed into place, so that a reader sees the old file or the new one, never half of one.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import stat
import struct
import zlib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import numpy as np

from confusables import files
from confusables.errors import CorpusDamaged, CorpusError, CorpusFormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from numpy.typing import NDArray

__all__ = ["MAGIC", "VERSION", "SectionFile", "SectionWriter", "is_built", "replacing"]

MAGIC: Final = b"cnfCORP\n"
VERSION = 3
_HEAD = struct.Struct("<II")
_ALIGN = 64
_MOST_HEADER = 1 << 22
_ROOM = 1 << 16  # of the header of a file that is written
_DTYPES = {"u1", "u2", "u4", "u8"}


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """``files.replacing``, with a CorpusError for what cannot be written."""
    try:
        with files.replacing(path) as file:
            yield file
    except BrokenPipeError:  # of an output that is a pipe: its reader has enough
        raise
    except OSError as error:
        raise CorpusError(f"{path}: cannot be written: {error.strerror or error}") from error


def is_built(path: str | Path) -> bool:
    """Whether a file is a built corpus. A pipe is none, and is not read. Raises OSError."""
    path = Path(path)
    if stat.S_ISFIFO(path.stat().st_mode):
        return False
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def _mapped(path: Path) -> mmap.mmap:
    try:
        with path.open("rb") as file:
            if not os.fstat(file.fileno()).st_size:
                raise CorpusFormatError(f"{path}: empty, not a corpus file")
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CorpusError(f"{path}: cannot be read: {reason}") from error


class SectionWriter:
    """Writes sections in turn into an open file; ``close`` puts the header in front.

    The header's room is reserved at the start, so that sections stream straight to the disk.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._sections: list[dict[str, Any]] = []
        file.write(b"\0" * (len(MAGIC) + _HEAD.size + _ROOM))

    def add(self, name: str, dtype: str, chunks: Iterable[bytes]) -> int:
        """Write one section from chunks of little-endian bytes; returns its length in bytes."""
        self._file.write(b"\0" * (-self._file.tell() % _ALIGN))
        offset, length, crc = self._file.tell(), 0, 0
        for chunk in chunks:
            self._file.write(chunk)
            length += len(chunk)
            crc = zlib.crc32(chunk, crc)
        self._sections.append(
            {"name": name, "offset": offset, "length": length, "dtype": dtype, "crc": crc}
        )
        return length

    def close(self, meta: Mapping[str, Any]) -> None:
        """Write the header; ``meta`` is plain JSON."""
        header = json.dumps(
            {"version": VERSION, "meta": meta, "sections": self._sections},
            ensure_ascii=True,
            sort_keys=True,
            separators=(",", ":"),
        ).encode()
        if len(header) > _ROOM:
            raise CorpusError("too many sources to state in one corpus file")
        header = header.ljust(_ROOM)
        self._file.seek(0)
        self._file.write(MAGIC + _HEAD.pack(len(header), zlib.crc32(header)) + header)


class SectionFile:
    """A corpus file opened for reading; sections are read-only arrays over the mapped file.

    Raises CorpusFormatError for a file that is none or of another version, CorpusDamaged for one
    whose header, bounds or checksums do not hold.
    """

    def __init__(self, content: bytes | mmap.mmap, path: str, place: str = "") -> None:
        self.path = path
        self._place = place  # absolute: the folder one is in may be another by then
        self._map = content
        self.size = size = len(content)
        if size < len(MAGIC) + _HEAD.size or content[: len(MAGIC)] != MAGIC:
            raise CorpusFormatError(f"{path}: not a corpus file")
        self._arrays: dict[str, NDArray[Any]] = {}
        header = self._header(size)
        self.meta: dict[str, Any] = header["meta"]
        self._sections: dict[str, tuple[int, int, str, int]] = {}
        for section in header["sections"]:
            self._take(section, size)
        if size > max(end for _, end in self._spans()):
            raise CorpusDamaged(f"{path}: longer than its header says")

    @classmethod
    def open(cls, path: Path) -> SectionFile:
        """Map a file; raises CorpusError where it cannot be read."""
        return cls(_mapped(path), str(path), str(path.absolute()))

    def __reduce__(self) -> tuple[Callable[..., SectionFile], tuple[Any, ...]]:
        """Another process maps the same file, and no other that stands in its place by then; one
        in memory goes to it whole."""
        if isinstance(self._map, mmap.mmap):
            return SectionFile.again, (self._place, self.path, self.identity)
        return SectionFile, (self._map, self.path)

    @classmethod
    def again(cls, place: str, path: str, identity: str) -> SectionFile:
        """Map a file that was open before; raises CorpusError where it is another one now."""
        found = cls(_mapped(Path(place)), path, place)
        if found.identity != identity:
            raise CorpusError(f"{path}: another file stands there than the one that was opened")
        return found

    @property
    def identity(self) -> str:
        """What tells this file from any other: the digest of its header, which has the checksums of
        all its sections."""
        length, _ = _HEAD.unpack_from(self._map, len(MAGIC))
        return hashlib.sha256(self._map[: len(MAGIC) + _HEAD.size + length]).hexdigest()

    def _header(self, size: int) -> dict[str, Any]:
        length, crc = _HEAD.unpack_from(self._map, len(MAGIC))
        start = len(MAGIC) + _HEAD.size
        if length > _MOST_HEADER or start + length > size:
            raise CorpusDamaged(f"{self.path}: the header does not fit the file")
        raw = self._map[start : start + length]
        if zlib.crc32(raw) != crc:
            raise CorpusDamaged(f"{self.path}: the header's checksum does not hold")
        try:
            header = json.loads(raw)
        except ValueError:
            raise CorpusDamaged(f"{self.path}: the header cannot be read") from None
        if not isinstance(header, dict) or header.get("version") != VERSION:
            found = header.get("version") if isinstance(header, dict) else None
            raise CorpusFormatError(
                f"{self.path}: a corpus of version {found}, this release reads {VERSION}: "
                "build it again"
            )
        if not isinstance(header.get("meta"), dict) or not isinstance(header.get("sections"), list):
            raise CorpusDamaged(f"{self.path}: the header lacks its parts")
        return header

    def _take(self, section: object, size: int) -> None:
        try:
            name, dtype = str(section["name"]), str(section["dtype"])  # type: ignore[index]  # a wrong type is caught
            offset, length = int(section["offset"]), int(section["length"])  # type: ignore[index]  # a wrong type is caught
            crc = int(section["crc"])  # type: ignore[index]  # a wrong type is caught
        except (KeyError, TypeError, ValueError):
            raise CorpusDamaged(f"{self.path}: a section is not described") from None
        fits = 0 <= offset <= size and 0 <= length <= size - offset
        if dtype not in _DTYPES or not fits or length % int(dtype[1]) or offset % _ALIGN:
            raise CorpusDamaged(f"{self.path}: section {name[:40]!r} does not fit the file")
        self._sections[name] = (offset, length, dtype, crc)

    def __contains__(self, name: str) -> bool:
        return name in self._sections

    def array(self, name: str) -> NDArray[Any]:
        """The section as a read-only array; its checksum is verified at the first call."""
        known = self._arrays.get(name)
        if known is not None:
            return known
        if name not in self._sections:
            raise CorpusDamaged(f"{self.path}: section {name!r} is missing")
        offset, length, dtype, crc = self._sections[name]
        with memoryview(self._map) as view, view[offset : offset + length] as part:
            if zlib.crc32(part) != crc:
                raise CorpusDamaged(f"{self.path}: section {name!r} is damaged")
        found = np.frombuffer(
            self._map, dtype=f"<{dtype}", count=length // int(dtype[1]), offset=offset
        )
        self._arrays[name] = found
        return found

    def dtype(self, name: str) -> str | None:
        """The type of a section's elements, None for one that is not there."""
        return self._sections[name][2] if name in self._sections else None

    def length(self, name: str) -> int:
        """The length of a section in bytes, 0 for one that is not there."""
        return self._sections[name][1] if name in self._sections else 0

    def verify(self) -> None:
        """Check every section's checksum now, and that there are zeros between them."""
        for name in self._sections:
            self.array(name)
        last = 0
        for start, end in self._spans():
            if self._map[last:start].strip(b"\0"):
                raise CorpusDamaged(f"{self.path}: something stands between its sections")
            last = max(last, end)

    def _spans(self) -> list[tuple[int, int]]:
        """Where the header and the sections begin and end, in order."""
        length, _ = _HEAD.unpack_from(self._map, len(MAGIC))
        spans = [(start, start + size) for start, size, *_ in self._sections.values()]
        return sorted([(0, len(MAGIC) + _HEAD.size + length), *spans])

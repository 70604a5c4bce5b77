"""Open a list where it is: plain, gzip, zip, xz or zstd, unpacked as it is read."""

from __future__ import annotations

import io
import lzma
import stat
import zipfile
import zlib
from contextlib import contextmanager
from gzip import GzipFile
from typing import IO, TYPE_CHECKING, Any, cast

from confusables.errors import ListError, MissingExtra

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["Opened", "open_list"]

_BUFFER = 1 << 18
_HEAD = 1 << 16  # bytes that are looked at before a list is read


class Opened:
    """A list open for reading: its bytes unpacked, and how many of the file's were read."""

    def __init__(self, file: io.BufferedReader, under: IO[bytes], *, packed: bool) -> None:
        self.file = file
        self.packed = packed
        self._under = under

    @property
    def head(self) -> bytes:
        """The beginning of the list, which is read no less for it."""
        return self.file.peek(_HEAD)[:_HEAD]

    @property
    def done(self) -> int:
        """Bytes of the file as it is on the disk that were read."""
        return self._under.tell()


class _Unpacked(io.RawIOBase):
    """Unpacked bytes; what an archive may raise becomes a ListError that says so."""

    def __init__(self, file: Any, kind: str, path: str) -> None:
        self._file, self._kind, self._path = file, kind, path

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            content = self._file.read(len(buffer))
        except EOFError:
            problem = f"the {self._kind} file ends before its end: it is truncated"
            raise ListError(problem, path=self._path) from None
        except (OSError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, RuntimeError) as error:
            raise ListError(f"the {self._kind} file is damaged: {error}", path=self._path) from None
        except Exception as error:
            if type(error).__name__ != "ZstdError":
                raise
            raise ListError(f"the {self._kind} file is damaged: {error}", path=self._path) from None
        buffer[: len(content)] = content
        return len(content)


@contextmanager
def open_list(path: Path) -> Iterator[Opened]:
    """The list, open for reading; raises ListError, and MissingExtra for zstd without its extra."""
    name = str(path)
    try:
        if stat.S_ISFIFO(path.stat().st_mode):
            raise ListError("a pipe, which cannot be read twice: give a file", path=name)
        with path.open("rb") as under:
            magic = under.read(6)
            under.seek(0)
            unpack = next((how for start, how in _KINDS.items() if magic.startswith(start)), None)
            if unpack is None:
                yield Opened(under, under, packed=False)
                return
            with unpack(under, name) as raw:
                yield Opened(io.BufferedReader(raw, _BUFFER), under, packed=True)
    except OSError as error:
        raise ListError(f"cannot be read: {error.strerror or error}", path=name) from error


def _gzip(under: IO[bytes], path: str) -> _Unpacked:
    return _Unpacked(GzipFile(fileobj=under), "gzip", path)


def _xz(under: IO[bytes], path: str) -> _Unpacked:
    return _Unpacked(lzma.LZMAFile(under), "xz", path)


def _zstd(under: IO[bytes], path: str) -> _Unpacked:
    return _Unpacked(_zstd_file()(under), "zstd", path)


def _zstd_file() -> Callable[[IO[bytes]], Any]:
    for module in ("compression.zstd", "backports.zstd"):
        try:
            found = __import__(module, fromlist=["ZstdFile"])
        except ImportError:
            continue
        return cast("Callable[[IO[bytes]], Any]", found.ZstdFile)
    raise MissingExtra("a list packed with zstd", "zstd")


def _zip(under: IO[bytes], path: str) -> _Unpacked:
    """The one list in an archive; others may stand beside it only if they are no lists."""
    try:
        archive = zipfile.ZipFile(under)
        members = [
            member
            for member in archive.infolist()
            if not member.is_dir() and not member.filename.startswith(("__MACOSX/", "."))
        ]
        if len(members) > 1:
            members = [m for m in members if m.filename.lower().endswith(_LISTS)]
        if len(members) != 1:
            raise ListError(
                f"the zip file holds {len(members)} lists, one is expected"
                if members
                else "the zip file holds no list, one is expected",
                path=path,
            )
        if members[0].flag_bits & _ENCRYPTED:
            raise ListError("the zip file is encrypted: unpack it", path=path)
        return _Unpacked(archive.open(members[0]), "zip", path)
    except zipfile.BadZipFile as error:
        problem = f"the zip file is truncated or damaged: {error}"
        raise ListError(problem, path=path) from None
    except (NotImplementedError, RuntimeError) as error:
        raise ListError(f"the zip file cannot be unpacked: {error}", path=path) from None


_ENCRYPTED = 1  # a flag of a file in an archive
_LISTS = (".csv", ".tsv", ".txt", ".zone", ".list")
_KINDS: dict[bytes, Callable[[IO[bytes], str], _Unpacked]] = {
    b"\x1f\x8b": _gzip,
    b"PK\x03\x04": _zip,
    b"PK\x05\x06": _zip,
    b"\xfd7zXZ\x00": _xz,
    b"\x28\xb5\x2f\xfd": _zstd,
}

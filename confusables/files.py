"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["is_same", "put", "replacing", "through"]


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file beside ``path`` that takes its place when the block ends well, and goes if not.

    A reader sees the old one or the new one; the new one has the mode of the old one. A link stays
    and its target is replaced; what is no regular file is written straight. Raises OSError.
    """
    straight = through(path)
    if straight is not None:
        with straight:
            yield straight
        return
    target = Path(os.path.realpath(path))
    own = f"{os.getpid()}-{threading.get_ident()}"
    partial = target.with_name(f".{target.name}.{own}.partial")
    try:
        with partial.open("wb") as file:
            _like(file, target)
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, target)
    finally:
        partial.unlink(missing_ok=True)


def through(path: Path, buffering: int = -1) -> BinaryIO | None:
    """What stands at ``path``, open for writing, where it is no regular file: a device, a pipe,
    this process's own output by whatever name. None for a regular file and for none. Raises
    OSError."""
    try:
        there = os.stat(path)
    except FileNotFoundError:
        return None
    if sys.stdout is not None:  # else the number is that of some file opened since
        with contextlib.suppress(OSError):
            if os.path.samestat(there, os.fstat(1)):
                # Opened anew it would be cut off and begun at its start.
                return os.fdopen(os.dup(1), "wb", buffering)
    return None if stat.S_ISREG(there.st_mode) else open(path, "wb", buffering)


def is_same(one: Path, other: Path) -> bool:
    """Whether both are one regular file, or would be: by whatever names and links."""
    try:
        a, b = os.stat(one), os.stat(other)
    except OSError:
        return os.path.realpath(one) == os.path.realpath(other)
    return stat.S_ISREG(a.st_mode) and os.path.samestat(a, b)


def put(path: Path, content: bytes) -> Path:
    """Write a file whole. Raises OSError."""
    with replacing(path) as file:
        file.write(content)
    return path


def _like(file: BinaryIO, old: Path) -> None:
    """Give a new file the mode of the one it is to replace, and its owner where that may be."""
    try:
        there = old.stat()
    except FileNotFoundError:
        return
    if hasattr(os, "fchown"):
        with contextlib.suppress(OSError):
            os.fchown(file.fileno(), there.st_uid, there.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(file.fileno(), there.st_mode & 0o777)

"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["put", "replacing"]


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file beside ``path`` that takes its place when the block ends well, and goes if not.

    A reader sees the old one or the new one. Raises OSError.
    """
    own = f"{os.getpid()}-{threading.get_ident()}"
    partial = path.with_name(f".{path.name}.{own}.partial")
    try:
        with partial.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)


def put(path: Path, content: bytes) -> Path:
    """Write a file whole. Raises OSError."""
    with replacing(path) as file:
        file.write(content)
    return path

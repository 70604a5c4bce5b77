"""A device to write to that is none of the machine's own: a fault in the code may replace it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest


def null(folder: Path) -> Path:
    """What /dev/null is, in a folder; /dev/null itself where we may not harm it."""
    if os.geteuid() != 0:
        return Path(os.devnull)
    path = folder / "null"
    there = os.stat(os.devnull)
    try:
        os.mknod(path, 0o666 | stat.S_IFCHR, there.st_rdev)
        path.write_bytes(b"")
    except OSError:
        pytest.skip("no devices may be made here")
    return path

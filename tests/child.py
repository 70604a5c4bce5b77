"""A program in a process of its own, for what a process that runs tests cannot tell of itself."""

from __future__ import annotations

import subprocess
import sys

import guard

__all__ = ["printed"]


def printed(code: str) -> str:
    """What a program prints, the guard of the network with it; fails where the program does."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env=guard.child_environment(),
    )
    assert done.returncode == 0, done.stderr
    return done.stdout

"""A child process that has a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress

import guard

__all__ = ["shown"]


def shown(
    *arguments: str, stream: str = "stderr", code: str = "", env: dict[str, str], **more: object
) -> tuple[int, str]:
    """The exit code of the program, and what it shows on the stream that is a terminal; ``code`` is
    run in its place."""
    ours, theirs = os.openpty()
    streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT} | {stream: theirs}
    with subprocess.Popen(
        [sys.executable, *(("-c", code) if code else ("-m", "confusables")), *arguments],
        stdin=subprocess.DEVNULL,
        env=guard.child_environment(env),
        **streams,
        **more,
    ) as child:
        os.close(theirs)
        drawn = b""
        with suppress(OSError):  # the other end is closed
            while part := os.read(ours, 4096):
                drawn += part
        os.close(ours)
        return child.wait(timeout=20), drawn.decode()

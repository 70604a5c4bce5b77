"""The processes of a pool: how they begin, and that they end with the process they work for."""

from __future__ import annotations

import gc
import os
import signal
import threading
import time

__all__ = ["begin"]

_ASKED = 2.0  # seconds between two looks whether the parent lives


def begin(parent: int) -> None:
    """In a new process of a pool whose work the process ``parent`` hands out.

    Interrupts are the parent's business; its end is ours too, whatever ended it. What came from
    it is for good: looking through it for garbage costs a tenth of the time.
    """
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):  # for which the parent may have a handler of its own
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_ASKED)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()

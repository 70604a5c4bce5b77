"""The progress bar of a long list: done, names a second, time left."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["bar"]

_REDRAWN = 0.1  # seconds


@contextmanager
def bar(what: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """A bar on standard error where that is a terminal; call what it gives with the count so far.

    It is drawn when it is told, not by a thread: a process with threads cannot fork.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), auto_refresh=False) as bars:
        task = bars.add_task(what, total=total, rate="")
        began = drawn = time.monotonic()
        first: list[int] = []

        def told(done: int) -> None:
            nonlocal drawn
            if not first:
                first.append(done)
            now = time.monotonic()
            if now - drawn >= _REDRAWN or done == total:
                drawn = now
                rate = (done - first[0]) / (now - began)
                bars.update(task, completed=done, rate=f"{done:,}, {rate:,.0f} a second")
                bars.refresh()

        yield told

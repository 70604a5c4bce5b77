"""Progress bars on standard error: done, names a second, time left."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from confusables.model import Says

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress

__all__ = ["bar", "bars"]

_REDRAWN = 0.1  # seconds


@contextmanager
def bars() -> Iterator[Progress]:
    """Bars on standard error, each with its rate in words of its own, and the time left.

    They are drawn when they are told, not by a thread: a process with threads cannot fork.
    """
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), auto_refresh=False) as drawn:
        yield drawn


@contextmanager
def bar(what: Says, total: int | None, lang: str) -> Iterator[Callable[[int], None]]:
    """A bar on standard error where that is a terminal; call what it gives with the count."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from confusables.report.words import say

    with bars() as drawn:
        task = drawn.add_task(say(what, lang), total=total, rate="")
        began = last = time.monotonic()
        first: list[int] = []

        def told(done: int) -> None:
            nonlocal last
            if not first:
                first.append(done)
            now = time.monotonic()
            if now - last >= _REDRAWN or done == total:
                last = now
                rate = (done - first[0]) / (now - began)
                values = {"count": f"{done:,}", "rate": f"{rate:,.0f}"}
                shown = say(Says("{count}, {rate} a second", values), lang)
                drawn.update(task, completed=done, rate=shown)
                drawn.refresh()

        yield told

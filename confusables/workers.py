"""The processes of a pool: what they work at, how they begin, and that they end with the process
they work for."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import time
import warnings
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeVar

from confusables.errors import ConfusablesError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future
    from multiprocessing.context import BaseContext
    from multiprocessing.synchronize import Event

    Given = TypeVar("Given")
    Made = TypeVar("Made")

__all__ = ["cores", "forking", "in_turn", "stopped"]

_AHEAD = 3  # batches a process that are handed out before the first is waited for
_ASKED = 2.0  # seconds between two looks whether the parent lives
_ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
# Set in a process of a pool alone: that what was handed out is not wanted any more.
_STOP: ContextVar[Event | None] = ContextVar("stop", default=None)


def stopped() -> bool:
    """Whether what this process works at is not wanted any more; False outside of a pool."""
    stop = _STOP.get()
    return stop is not None and stop.is_set()


def cores() -> int:
    """The cores that this process may use, which a container or taskset may have made fewer."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def forking(workers: int) -> BaseContext | None:
    """The context of processes that are forked, and so share what there is; None where the work is
    to be done here: no fork, other threads, which one would leave out, a single core."""
    if workers < 2 or threading.active_count() > 1:
        return None
    if "fork" not in multiprocessing.get_all_start_methods():
        return None  # others begin the program again, which a script need not bear
    return multiprocessing.get_context("fork")


def in_turn(
    work: Callable[[Given], Made],
    batches: Iterable[Given],
    context: BaseContext,
    workers: int,
    prepare: Callable[..., object],
    *given: object,
) -> Iterator[Made]:
    """What ``work`` makes of each batch, in order, by so many processes of a context.

    Each begins with ``prepare(*given)``. Batches are taken as they are needed. Raises what ``work``
    raises, and ConfusablesError where a process died.
    """
    stop = context.Event()
    told = (os.getpid(), stop, prepare, given)
    pool = ProcessPoolExecutor(workers, context, initializer=_begin, initargs=told)
    waiting: deque[Future[Made]] = deque()
    try:
        for batch in batches:
            with _undisturbed():
                waiting.append(pool.submit(work, batch))
            if len(waiting) >= _AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        raise ConfusablesError("a process died: memory may be short") from None
    finally:
        with _undisturbed():
            stop.set()  # what is handed out and not to be taken any more is not to be waited for
            pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """What would end the program waits while it starts or ends processes: of those half started
    nobody knows, those half ended are never told to go, and the end would wait for them for ever.
    """
    mask = getattr(signal, "pthread_sigmask", None)
    before = mask(signal.SIG_BLOCK, _ENDING) if mask else ()
    try:
        with warnings.catch_warnings():
            # Threads of numpy's linear algebra, which prepares for forks, are counted as ours.
            warnings.simplefilter("ignore", DeprecationWarning)
            yield
    finally:
        if mask:
            mask(signal.SIG_SETMASK, before)


def _begin(
    parent: int, stop: Event, prepare: Callable[..., object], given: tuple[object, ...]
) -> None:
    """In a new process of a pool whose work the process ``parent`` hands out, until ``stop``.

    Interrupts are the parent's business; its end is ours too, whatever ended it. What came from
    it is for good: looking through it for garbage costs a tenth of the time.
    """
    _STOP.set(stop)
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in _ENDING:  # for which the parent may have a handler of its own
        if signal.getsignal(number) != signal.SIG_IGN:  # nohup is for us too
            signal.signal(number, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    _watch(parent)
    prepare(*given)


def _watch(parent: int) -> None:
    """End this process when its parent has ended."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_ASKED)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()

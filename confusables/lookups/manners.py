"""Manners: one request in flight and a token bucket an operator, silence when told to be silent,
and none of the user's time for a host that does not answer."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from confusables.lookups.net import Failure
from confusables.model import Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Manners", "Patience", "retry_after"]

BURST = 3.0
DEFAULT_QUIET = 60.0
MAX_QUIET = 24 * 3600.0
MAX_WAIT = 5.0
"""Seconds that a question waits for an operator that asked for silence; beyond, it is throttled."""
MOST_MISSED = 2
"""Questions in a row that a host may miss (too late, or no connection) before it is left alone."""
LEFT_ALONE = 60.0
"""Seconds that it is; one more question that it misses then makes it as many again."""
_EARLY = 0.05


@dataclass(slots=True)
class _Budget:
    """What one operator may still be asked."""

    turn: threading.Lock = field(default_factory=threading.Lock)
    tokens: float = BURST
    filled: float = 0.0
    quiet_until: float = 0.0


@dataclass(frozen=True, slots=True)
class _Missed:
    """How many questions in a row a host has missed, the last one how, and until when it rests."""

    count: int
    until: float
    reason: Reason
    note: str | None


@dataclass(slots=True)
class Patience:
    """The seconds that are left for one domain; waiting for an operator's turn costs none."""

    left: float

    @contextmanager
    def spend(self, share: float = 1.0) -> Iterator[float]:
        """A monotonic deadline for one source, ``share`` of what is left; its time is deducted."""
        begun = time.monotonic()
        try:
            yield begun + self.left * share
        finally:
            self.left = max(0.0, self.left - (time.monotonic() - begun))


class Manners:
    """The budgets of all operators, shared by the threads of a lookup.

    ``count`` adds one to an operator's requests of today and gives their number (over processes,
    where there is a cache). ``stop`` ends every wait.
    """

    def __init__(
        self, count: Callable[[str], int] | None = None, stop: threading.Event | None = None
    ) -> None:
        self._lock = threading.Lock()
        self._budgets: dict[str, _Budget] = {}
        self._missed: dict[str, _Missed] = {}
        self._count = count or self._counted
        self._counts: dict[tuple[str, str], int] = {}
        self._stop = stop or threading.Event()
        self._pulse = threading.Event()

    @contextmanager
    def turn(self, operator: str, rate: float, daily: int | None, host: str = "") -> Iterator[None]:
        """Hold the operator's turn: wait for it, for a token, for the end of a short silence.

        A Failure at once, that of its last question, where the ``host`` is left alone.
        """
        budget = self._budget(operator)
        while not budget.turn.acquire(timeout=0.2):
            self._go_on()
        try:
            self._check_answers(host)
            self._wait_for_silence(budget)
            self._wait_for_token(budget, rate)
            if daily is not None and self._count(operator) > daily:
                raise Failure(Reason.THROTTLED, "daily cap reached")
            yield
        finally:
            budget.turn.release()

    @contextmanager
    def asking(self, host: str, deadline: float) -> Iterator[None]:
        """Ask the host in this block, until the deadline: what it misses in a row is counted, and
        with an answer the count begins anew. What was cut off before the deadline is no miss."""
        try:
            yield
        except Failure as failure:
            late = failure.reason is Reason.TIMEOUT and time.monotonic() > deadline - _EARLY
            if late or failure.again:
                self._miss(host, failure)
            raise
        with self._lock:
            self._missed.pop(host, None)

    def go_on_from(self, others: Manners) -> None:
        """Take over what operators may still be asked from manners whose locks may be held by
        threads that are no more: those of the process that this one was forked from."""
        self._budgets = {
            operator: _Budget(tokens=0.0, filled=time.monotonic(), quiet_until=known.quiet_until)
            for operator, known in others._budgets.items()
        }
        self._counts = dict(others._counts)
        self._missed = dict(others._missed)

    def quiet(self, operator: str, seconds: float) -> None:
        """The operator asked for silence."""
        budget = self._budget(operator)
        until = time.monotonic() + min(max(0.0, seconds), MAX_QUIET)
        budget.quiet_until = max(budget.quiet_until, until)

    def pause(self, seconds: float) -> None:
        """Sleep; a Failure where the lookup is ended or interrupted meanwhile."""
        pulse = self._pulse
        self._go_on()
        if pulse.wait(max(0.0, seconds)):
            raise Failure(Reason.TIMEOUT, "interrupted")

    def interrupt(self) -> None:
        """End every wait that is under way."""
        pulse, self._pulse = self._pulse, threading.Event()
        pulse.set()

    def _budget(self, operator: str) -> _Budget:
        with self._lock:
            return self._budgets.setdefault(operator, _Budget(filled=time.monotonic()))

    def _miss(self, host: str, failure: Failure) -> None:
        with self._lock:
            before = self._missed.get(host)
            count = before.count + 1 if before else 1
            until = time.monotonic() + LEFT_ALONE if count >= MOST_MISSED else 0.0
            self._missed[host] = _Missed(count, until, failure.reason, failure.note)

    def _check_answers(self, host: str) -> None:
        missed = self._missed.get(host)
        if missed is not None and time.monotonic() < missed.until:
            raise Failure(missed.reason, missed.note)

    def _wait_for_silence(self, budget: _Budget) -> None:
        wait = budget.quiet_until - time.monotonic()
        if wait > MAX_WAIT:
            raise Failure(Reason.THROTTLED, "the registry asked to wait")
        if wait > 0:
            self.pause(wait)

    def _wait_for_token(self, budget: _Budget, rate: float) -> None:
        now = time.monotonic()
        budget.tokens = min(BURST, budget.tokens + (now - budget.filled) * rate)
        budget.filled = now
        if budget.tokens < 1.0:
            self.pause((1.0 - budget.tokens) / rate)
            budget.tokens, budget.filled = 1.0, time.monotonic()
        budget.tokens -= 1.0

    def _go_on(self) -> None:
        if self._stop.is_set():
            raise Failure(Reason.TIMEOUT, "interrupted")

    def _counted(self, operator: str) -> int:
        key = (operator, datetime.now(UTC).date().isoformat())
        with self._lock:
            self._counts[key] = self._counts.get(key, 0) + 1
            return self._counts[key]


def retry_after(stated: str | None, default: float = DEFAULT_QUIET) -> float:
    """The seconds that a Retry-After header asks for, at most a day; else the default.

    A number below zero is no such header: it asks for nothing that could be kept.
    """
    if stated is None or len(stated) > 60:
        return default
    text = stated.strip()
    if text.isascii() and text.removeprefix("+").isdecimal():
        seconds = float(text) if len(text) < 12 else MAX_QUIET
    else:
        try:
            seconds = (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds()
        except (ValueError, TypeError, OverflowError):
            return default
    return min(max(0.0, seconds), MAX_QUIET)

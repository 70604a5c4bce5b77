"""Many questions side by side: one thread an operator, so that each has one request in flight."""

from __future__ import annotations

import queue
import threading
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from confusables.lookups.answers import a_label, unknown
from confusables.lookups.dns import random_label
from confusables.model import Answer, Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from confusables.lookups.lookup import Lookup

__all__ = ["asked_all"]

MAX_THREADS = 16
WINDOW = 512
"""Domains taken ahead of the answers, so that memory does not grow with their number."""


@dataclass(slots=True)
class _Work:
    """What the threads share: waiting domains by operator, and answers to hand out."""

    lookup: Lookup
    waiting: dict[str, deque[str]] = field(default_factory=dict)
    answers: queue.Queue[tuple[str, Answer]] = field(default_factory=queue.Queue)
    busy: set[str] = field(default_factory=set)
    changed: threading.Condition = field(default_factory=threading.Condition)
    ended: bool = False
    threads: list[threading.Thread] = field(default_factory=list)
    wild: dict[str, bool] = field(default_factory=dict)
    siblings: bool = False


def asked_all(
    lookup: Lookup,
    domains: Iterable[str],
    progress: Callable[[int], None] | None,
    *,
    siblings: bool,
) -> Iterator[tuple[str, Answer]]:
    """See ``Lookup.ask_all``."""
    work = _Work(lookup, siblings=siblings)
    source = iter(domains)
    taken = done = 0
    try:
        more = True
        while more or done < taken:
            while more and taken - done < WINDOW:
                domain = next(source, None)
                if domain is None:
                    more = False
                    break
                taken += 1
                _give(work, domain)
            if done < taken:
                yield _take(work)
                done += 1
                if progress is not None:
                    progress(done)
    finally:
        _end(work, unfinished=done < taken)


def _take(work: _Work) -> tuple[str, Answer]:
    """The next answer; waits in short steps so that an interruption is felt at once."""
    while True:
        if not work.threads and (task := _next(work)) is not None:
            _serve_one(work, *task)
        try:
            return work.answers.get(timeout=0.2)
        except queue.Empty:
            continue


def _give(work: _Work, domain: str) -> None:
    """Queue a domain for its operator, and see that there is a thread for it."""
    operator = work.lookup.operator(domain)
    with work.changed:
        work.waiting.setdefault(operator, deque()).append(domain)
        work.changed.notify()
        if len(work.threads) < min(MAX_THREADS, len(work.waiting)):
            name = f"confusables-lookup-{len(work.threads)}"
            thread = threading.Thread(target=_serve, args=(work,), name=name, daemon=True)
            # Where no thread is left, those that run do it, or the caller's.
            with suppress(RuntimeError):
                thread.start()
                work.threads.append(thread)


def _serve(work: _Work) -> None:
    """Answer domains of operators that no other thread is asking, until told to end."""
    while (task := _next(work)) is not None:
        _serve_one(work, *task)


def _serve_one(work: _Work, operator: str, domain: str) -> None:
    answer = _answer(work, domain)
    with work.changed:
        work.busy.discard(operator)
        work.changed.notify()
    work.answers.put((domain, answer))


def _next(work: _Work) -> tuple[str, str] | None:
    """A domain of an operator that is not busy; waits for one."""
    with work.changed:
        while not work.ended:
            for operator, domains in work.waiting.items():
                if domains and (operator not in work.busy):
                    work.busy.add(operator)
                    # The operator goes to the end, so that no other starves behind it.
                    work.waiting[operator] = work.waiting.pop(operator)
                    return operator, domains.popleft()
            work.changed.wait()
        return None


def _answer(work: _Work, domain: str) -> Answer:
    answer = work.lookup.answer(domain)
    if not work.siblings or answer.verdict is not Verdict.REGISTERED:
        return answer
    asked = a_label(domain) or domain
    suffix = asked.partition(".")[2]
    if suffix not in work.wild:
        sibling = work.lookup.answer(f"{random_label()}.{suffix}")
        work.wild[suffix] = sibling.verdict is Verdict.REGISTERED
    if work.wild[suffix]:
        note = "the registry says so of every name under this suffix"
        return replace(unknown(Reason.UNRECOGNISED, answer.source, note), dns=answer.dns)
    return answer


def _end(work: _Work, *, unfinished: bool) -> None:
    """End the threads; questions under way are cut off."""
    with work.changed:
        work.ended = True
        work.changed.notify_all()
    if unfinished:
        work.lookup.interrupt()
    for thread in work.threads:
        thread.join(timeout=0.8)

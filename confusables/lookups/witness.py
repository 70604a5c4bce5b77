"""python-whois as one witness: its parser alone, in a warm process that can be killed.

One of its expressions takes a minute on a reply of a kilobyte and holds the interpreter's lock; so
it runs beside, with a limit of time and of memory, and without the means to connect anywhere. What
it says counts only where the reply's own text agrees, and it is never believed about absence.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess  # (this interpreter alone is started, never a command)
import sys
import threading
import time
import weakref
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from confusables.clean import clean
from confusables.lookups.answers import forms
from confusables.model import Answer, Reason, Verdict
from confusables.owners import is_withheld

__all__ = ["Statement", "Witness", "second"]

BUDGET = 1.5
MAX_TEXT = 64 * 1024
_SCRIPT = Path(__file__).with_name("parser_process.py")
_SOON = 30.0


@dataclass(frozen=True, slots=True)
class Statement:
    """What python-whois reads in a reply; ``servers`` whether it sees name servers."""

    registrar: str | None = None
    created: str | None = None
    servers: bool = False


class Witness:
    """The process. It is started on first use and again after it was killed; ``close`` ends it."""

    def __init__(self, script: Path = _SCRIPT) -> None:
        self._script = script
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._alive: list[subprocess.Popen[str]] = []
        weakref.finalize(self, _end, self._alive)
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._ready = False

    def ask(self, domain: str, text: str, seconds: float = BUDGET) -> Statement | None:
        """What it reads, within the seconds; None where it is late (it is killed) or fails."""
        deadline = time.monotonic() + min(seconds, BUDGET)
        with self._lock:
            if time.monotonic() >= deadline:
                return None  # others were before us: the process is not the one that is late
            process = self._start()
            if process is None or process.stdin is None:
                return None
            if not self._ready:
                self._ready = self._line(deadline) == "ready"
                if not self._ready:
                    return None
            try:
                process.stdin.write(json.dumps([domain, text[:MAX_TEXT]]) + "\n")
                process.stdin.flush()
            except OSError:
                self._kill()
                return None
            line = self._line(deadline)
            if line is None:
                self._kill()
                return None
        return _statement(line)

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._kill()

    def _start(self) -> subprocess.Popen[str] | None:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._kill()
        if not sys.executable:
            return None
        self._lines, self._ready = queue.Queue(), False
        try:
            self._process = subprocess.Popen(  # noqa: S603 (no text of anybody's in the arguments)
                [sys.executable, "-P", str(self._script)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                errors="replace",
                env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
            )
        except OSError:
            return None
        self._alive.append(self._process)
        threading.Thread(
            target=_pump,
            args=(self._process.stdout, self._lines),
            name="confusables-witness",
            daemon=True,
        ).start()
        return self._process

    def _line(self, deadline: float) -> str | None:
        try:
            return self._lines.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            return None

    def _kill(self) -> None:
        self._process = None
        _end(self._alive)


def _end(alive: list[subprocess.Popen[str]]) -> None:
    """Kill the processes and close their pipes."""
    while alive:
        process = alive.pop()
        with suppress(OSError):
            process.kill()
        with suppress(OSError):
            process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def second(domain: str, text: str, answer: Answer, heard: Statement | None) -> Answer:
    """The answer with what the witness adds, where the reply's text bears it out.

    A reply in words unknown to us becomes registered only if it names the domain and the witness
    sees a date, a registrar or name servers. A registrar is added only if it stands in the text.
    """
    if heard is None:
        return answer
    folded = text.casefold()
    registrar = clean(heard.registrar or "", 200)
    if not registrar or is_withheld(registrar) or registrar.casefold() not in folded:
        registrar = ""
    if answer.verdict is Verdict.UNKNOWN:
        named = any(form in folded for form in forms(domain))
        dated = bool(heard.created) and str(heard.created)[:4] in text
        if answer.reason is not Reason.UNRECOGNISED or not named:
            return answer
        if not (registrar or dated or heard.servers) or len(text.strip()) < _SOON:
            return answer
        return replace(
            answer, verdict=Verdict.REGISTERED, reason=Reason.FOUND, registrar=registrar or None
        )
    if answer.verdict is Verdict.REGISTERED and answer.registrar is None and registrar:
        return replace(answer, registrar=registrar)
    return answer


def _pump(pipe: IO[str], lines: queue.Queue[str | None]) -> None:
    """Hand on the process's lines; None at its end."""
    with suppress(OSError, ValueError):
        for line in pipe:
            lines.put(line.strip())
    lines.put(None)


def _statement(line: str) -> Statement | None:
    try:
        said = json.loads(line)
        registrar, created, servers = said
    except (ValueError, TypeError, RecursionError):
        return None
    return Statement(
        registrar if isinstance(registrar, str) else None,
        created if isinstance(created, str) else None,
        servers is True,
    )

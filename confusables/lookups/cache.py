"""Answers kept for a while: a table in SQLite, one JSON row an answer, safe for many processes.

The key is the SHA-256 of the A-label and of what the lookup trusts, for an answer of other servers
or under other certificates is another answer. A server's own words, which may repeat the name, are
not kept: the file does not show what was asked, but for what an organisation's name lets guess. A
cache that cannot be read or written costs questions, never an answer; a row that is not what a
lookup keeps is none.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sqlite3
import threading
import time
from contextlib import closing, suppress
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from confusables.lookups.answers import forms
from confusables.lookups.countries import country_code
from confusables.lookups.dates import read_date
from confusables.model import Answer, Country, Heard, Reason, Verdict
from confusables.refreshed import cache_folder

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Cache", "default_cache_path"]

VERSION = 1
_PATIENCE, _PAUSE = 0.2, 0.005  # seconds: to wait for another process, between two tries
_TURN = 5.0  # seconds: to wait for other threads of this process, each of which is done in moments
LIFE = {Verdict.REGISTERED: 24 * 3600.0, Verdict.NO_RECORD: 3600.0}
"""Seconds that an answer is kept; an unknown is not kept."""

_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
_SOURCES = frozenset({"rdap", "whois", "dns"})
_REASONS = {Verdict.REGISTERED: Reason.FOUND, Verdict.NO_RECORD: Reason.NO_RECORD}
_FACTS = frozenset({"delegated", "not-delegated", "address", "mail", "no-mail", "wildcard-suffix"})
_SAYS = frozenset({"registrant", "eligibility", "registrar"})

_OUR_NOTES = frozenset({None, "partial"})
"""Notes that are not a server's words."""

_TABLES = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = OFF;
PRAGMA secure_delete = ON;
CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, made REAL, body TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS asked (operator TEXT, day TEXT, times INTEGER,
    PRIMARY KEY (operator, day)) WITHOUT ROWID;
"""

_log = logging.getLogger("confusables")


def default_cache_path() -> Path | None:
    """The file in which the command line keeps answers; None where the user has no home for it."""
    folder = cache_folder()
    return folder / "answers.sqlite" if folder else None


class Cache:
    """Answers by domain. ``clock`` gives seconds since the epoch; ``trust`` tells whom the answers
    are from: those that were kept under another are not seen."""

    def __init__(
        self, path: str | Path, clock: Callable[[], float] = time.time, trust: str = ""
    ) -> None:
        self.path = Path(path)
        self._trust = trust
        self._clock = clock
        self._patience = _PATIENCE
        self._turns, self._process = threading.Lock(), os.getpid()
        self._warned = False

    def get(self, domain: str) -> Answer | None:
        """The answer about a domain (A-labels), if one is kept and has not expired."""
        key = self._key(domain)
        row = self._run(
            lambda base: base.execute(
                "SELECT made, body FROM answers WHERE key = ?", (key,)
            ).fetchone()
        )
        return _answer(key, row, self._clock()) if row else None

    def put(self, domain: str, answer: Answer) -> None:
        """Keep an answer without a server's words; not an unknown, nor what repeats the name."""
        if answer.verdict not in LIFE or _names(domain, answer):
            return
        key, now = self._key(domain), self._clock()
        stored = asdict(answer if answer.note in _OUR_NOTES else replace(answer, note=None))
        body = json.dumps({"version": VERSION, "key": key, "answer": stored})

        def write(base: sqlite3.Connection) -> None:
            base.execute("DELETE FROM answers WHERE made < ?", (now - max(LIFE.values()),))
            base.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", (key, now, body))

        self._run(write)

    def count(self, operator: str) -> int:
        """Add one to the requests that an operator got today; their number (1 where unknown)."""
        day = datetime.fromtimestamp(self._clock(), UTC).date().isoformat()

        def add(base: sqlite3.Connection) -> int:
            base.execute("DELETE FROM asked WHERE day < ?", (day,))
            base.execute(
                "INSERT INTO asked VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1",
                (operator, day),
            )
            row = base.execute(
                "SELECT times FROM asked WHERE operator = ? AND day = ?", (operator, day)
            ).fetchone()
            return int(row[0])

        times = self._run(add)
        return times if isinstance(times, int) else 1

    def _key(self, domain: str) -> str:
        told = json.dumps([self._trust, domain])
        return hashlib.sha256(told.encode("ascii")).hexdigest()

    def _run(self, work: Callable[[sqlite3.Connection], Any]) -> Any:
        """Do the work in a transaction; None where the cache cannot be used.

        Another process is waited for once: while it holds on, nobody waits again, and what a
        thread waited for others of this process is taken off its patience. A question is late by
        one patience at most, and by the work of the threads before it.
        """
        until = time.monotonic() + self._patience
        if self._process != os.getpid():  # a fork may leave the lock held by a thread it left out
            self._turns, self._process = threading.Lock(), os.getpid()
        turns = self._turns
        if not turns.acquire(timeout=_TURN):
            return None
        try:
            return self._patiently(work, until)
        finally:
            turns.release()

    def _patiently(self, work: Callable[[sqlite3.Connection], Any], until: float) -> Any:
        while True:
            try:
                done = self._once(work)
                self._patience = _PATIENCE
                return done
            except (sqlite3.Error, OSError, ValueError, OverflowError) as error:
                if _busy(error):
                    if time.monotonic() < until:
                        time.sleep(_PAUSE)
                        continue
                    self._patience = 0.0
                if not self._warned:
                    self._warned = True
                    _log.warning("the cache of lookups cannot be used: %s", error)
                return None

    def _once(self, work: Callable[[sqlite3.Connection], Any]) -> Any:
        self._prepare()
        with closing(sqlite3.connect(self.path, timeout=0)) as base, base:
            base.executescript(_TABLES)
            base.execute("BEGIN IMMEDIATE")
            return work(base)

    def _prepare(self) -> None:
        """Make the file, readable by its owner alone."""
        if not self.path.exists():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileExistsError):
                os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _busy(error: Exception) -> bool:
    """Whether another process holds the file: to set its journal waits for nobody and fails."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _names(domain: str, answer: Answer) -> bool:
    """Whether what the registry states of the domain repeats its name."""
    stated = " ".join((answer.registrar or "", answer.holder or "", *answer.statuses)).casefold()
    return any(form in stated for form in forms(domain))


def _answer(key: str, row: tuple[Any, ...], now: float) -> Answer | None:
    """The answer in a row; None where it expired, is of another name, or is not well formed."""
    try:
        made, body = float(row[0]), json.loads(row[1])
        stored = body["answer"]
        verdict = Verdict(stored["verdict"])
        if body["version"] != VERSION or body["key"] != key or not 0 <= now - made <= LIFE[verdict]:
            return None
        return _read(verdict, stored)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _read(verdict: Verdict, stored: dict[str, Any]) -> Answer:
    texts = ("source", "at", "registrar", "holder", "created", "expires", "note")
    if any(not _is_text(stored[name]) for name in texts if stored[name] is not None):
        raise ValueError("a field is no text")
    lists = ("statuses", "dns")
    if any(not all(map(_is_text, stored[name])) for name in lists):
        raise ValueError("a list holds no texts")
    if any(not _is_text(part) for pair in stored["countries"] for part in pair):
        raise ValueError("a country is no text")
    answer = Answer(
        verdict,
        Reason(stored["reason"]),
        **{name: stored[name] for name in texts},
        statuses=tuple(stored["statuses"]),
        dns=tuple(stored["dns"]),
        countries=tuple(Country(*pair) for pair in stored["countries"]),
        heard=tuple(
            Heard(source, Verdict(said), Reason(why)) for source, said, why in stored["heard"]
        ),
    )
    if not _agrees(answer):
        raise ValueError("the fields do not fit one another")
    return answer


def _agrees(answer: Answer) -> bool:
    """Whether an answer is one that a lookup gives: nothing in it speaks against the rest."""
    said = [(answer.source, answer.verdict, answer.reason)]
    said += [(one.source, one.verdict, one.reason) for one in answer.heard]
    heard = {one.verdict for one in answer.heard}
    record = (answer.registrar, answer.holder, answer.created, answer.expires)
    if answer.verdict is Verdict.NO_RECORD:
        contrary = any(record) or answer.statuses or Verdict.REGISTERED in heard
        if contrary or "delegated" in answer.dns:
            return False
    return (
        all(source in _SOURCES and _REASONS.get(v) is _told(why) for source, v, why in said)
        and (not heard or answer.verdict in heard)
        and (answer.at is None or _is_moment(answer.at))
        and all(day is None or read_date(day) == day for day in (answer.created, answer.expires))
        and answer.note in _OUR_NOTES
        and all(fact in _FACTS for fact in answer.dns)
        and all(country_code(c.country) == c.country and c.says in _SAYS for c in answer.countries)
    )


def _told(reason: Reason) -> Reason | None:
    """The reason of a verdict that tells something; None for those of an unknown."""
    return reason if reason in _REASONS.values() else None


def _is_moment(text: str) -> bool:
    try:
        return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z").strftime(_MOMENT) == text
    except ValueError:
        return False


def _is_text(value: object) -> bool:
    """Whether a value is a text as they were stored: clean, fit for a terminal."""
    return isinstance(value, str) and value.isprintable()

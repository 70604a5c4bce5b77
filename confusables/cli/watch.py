"""``confusables watch``."""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from confusables.cli.common import (
    CORPUS,
    LANG,
    OUTPUT,
    Complaints,
    Outcome,
    apart,
    complain,
    input_file,
    open_corpora,
    open_corpus,
    output_file,
    printable,
    tell_cut,
)
from confusables.cli.names import Names
from confusables.cli.texts import FILE, TEXT
from confusables.errors import CorpusError, InvalidName
from confusables.model import Level, Says
from confusables.report.words import level_name, percent, say
from confusables.watch import REGISTERED, News, Pending, State
from confusables.watch import watch as found_new

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from confusables.corpus import Corpus

__all__ = ["watch"]


@click.command(short_help="Tell what is new for a list of names since the last run.")
@click.argument("portfolio", type=TEXT, metavar="PORTFOLIO")
@click.argument("new", type=TEXT, metavar="NEW_REGISTRATIONS")
@click.option(
    "--state",
    type=FILE,
    required=True,
    help="The file that remembers what was told; made at the first run.",
)
@CORPUS
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@OUTPUT
@LANG
def watch(
    portfolio: str,
    new: str,
    state: Path,
    corpora: tuple[str, ...],
    form: str,
    output: Path | None,
    lang: str,
) -> int:
    """Tell what is new for the names of PORTFOLIO since the last run, both ways.

    They are compared with the names of NEW_REGISTRATIONS, a list that may be empty; those that
    are new in PORTFOLIO, and all when the corpora have changed, also with the corpora. What was
    told once is not told again, whatever days come twice or late.
    """
    if portfolio == new == "-":
        raise click.UsageError("only one of PORTFOLIO and NEW_REGISTRATIONS can be -")
    apart(output, portfolio, new, *corpora, state)
    apart(state, portfolio, new, *corpora, option="--state")
    with Outcome() as outcome, _alone(state):
        held = State.load(state)
        names = _usable(portfolio, outcome.complaints)
        day = _day(new, outcome.complaints)
        searched = open_corpora(corpora, outcome.complaints)
        news = [*_undelivered(held), *found_new(names, day, searched, held)]
        levels = [item.row.level for item in news]
        warn, review = levels.count(Level.WARN), levels.count(Level.REVIEW)
        outcome.found = warn > 0
        _deliver(news, "".join(_shown(news, form, lang)), output, held, state)
    told = Says(
        "one name watched: {warn} new to warn of, {review} to review"
        if len(names) == 1
        else "{names} names watched: {warn} new to warn of, {review} to review",
        {"names": f"{len(names):,}", "warn": f"{warn:,}", "review": f"{review:,}"},
    )
    complain(told, "done")
    return outcome.code


@contextlib.contextmanager
def _alone(state: Path) -> Iterator[None]:
    """No other run with the same state at the same time. Raises CorpusError where there is one."""
    try:
        import fcntl
    except ImportError:  # no such locks on this system
        yield
        return
    lock = state.with_name(f".{state.name}.lock")
    try:
        file = lock.open("wb")
    except OSError as error:
        raise CorpusError.unwritable(state, error) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CorpusError(f"{state}: another run holds it") from None
        yield


def _usable(path: str, complaints: Complaints) -> list[str]:
    """The names of the portfolio that can be used; the others are told."""
    from confusables.names import parse, says_more

    names, found, cut = Names(path, complaints), [], 0
    for row in names:
        try:
            if row.problem is None:
                cut += says_more(parse(row.text))
                found.append(row.text)
            else:
                names.tell_unusable(row.line, row.problem)
        except InvalidName as error:
            names.tell_unusable(row.line, str(error))
    names.tell_rest()
    tell_cut(path, cut)
    return found


def _day(path: str, complaints: Complaints) -> Corpus | None:
    """The newly registered names as a corpus; None where there are none."""
    if path == "-":
        return _day_of_standard_input(complaints)
    return None if _is_quiet(Path(path)) else open_corpus(path, complaints)


def _day_of_standard_input(complaints: Complaints) -> Corpus | None:
    """The same of standard input, by way of a file: a list is looked at before it is read."""
    from confusables.corpus import Corpus

    with tempfile.TemporaryDirectory() as folder, input_file("-") as file:
        copy = Path(folder, "-")
        try:
            with copy.open("wb") as out:
                shutil.copyfileobj(file.buffer, out)
            if _is_quiet(copy):
                return None
            found = Corpus.load(copy)
        except OSError as error:
            raise CorpusError.unreadable("standard input", error) from error
        except CorpusError as error:
            raise CorpusError(str(error).replace(str(copy), "-")) from None
    complaints.rows("-", found.skipped, [e.replace(str(copy), "-") for e in found.examples])
    tell_cut("-", found.below)
    return found


def _is_quiet(path: Path) -> bool:
    from confusables.readers.packed import open_list

    with open_list(path) as opened:
        return not opened.head.strip()


def _deliver(
    news: Sequence[News], content: str, output: Path | None, held: State, state: Path
) -> None:
    """Write the report; the state says before that it is to be, and after that it was."""
    place = str(output.absolute()) if output else None
    held.pending = Pending(place, _digest(content.encode()), tuple(news))
    held.save(state)
    with output_file(output) as out:
        out.write(content)
        out.flush()
    held.pending = None
    held.save(state)


def _undelivered(held: State) -> tuple[News, ...]:
    """What an earlier run found and did not deliver."""
    waits = held.pending
    if waits is None or not waits.news:
        return ()
    if waits.output is not None:
        held_there = Path(waits.output)
        with contextlib.suppress(OSError):
            # Of a pipe one would wait for ever.
            if held_there.is_file() and _digest(held_there.read_bytes()) == waits.digest:
                return ()
    return waits.news


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _shown(news: Sequence[News], form: str, lang: str) -> Iterator[str]:
    for item in news:
        if form == "jsonl":
            yield json.dumps(item.to_dict(), ensure_ascii=False) + "\n"
        else:
            yield _told(item, lang)


def _told(news: News, lang: str) -> str:
    row = news.row
    values = {
        "level": level_name(row.level, lang).upper() if row.level else "",
        "name": printable(row.name),
        "other": printable(row.domain or row.brand or ""),
        "percent": percent(row.probability or 0.0, lang),
    }
    if news.way == REGISTERED:
        told = Says(
            "{level}: {other}, newly registered, may be taken for {name} ({percent})", values
        )
    else:
        told = Says("{level}: {other} may be taken for {name} ({percent})", values)
    lines = [say(told, lang), f"   {say(news.says, lang)}"]
    if row.also:
        lines.append(f"   {say(Says('also: {domains}', {'domains': ', '.join(row.also)}), lang)}")
    return "\n".join(lines) + "\n"

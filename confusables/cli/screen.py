"""``confusables screen``."""

from __future__ import annotations

import time
from collections import deque
from contextlib import closing
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from confusables.cli.bar import bar
from confusables.cli.common import (
    CORPUS,
    ENCODER,
    LANG,
    OUTPUT,
    SPEAKER,
    Complaints,
    Outcome,
    aids_of,
    apart,
    complain,
    open_corpora,
    tell,
)
from confusables.cli.figures import LIMIT, PROBABILITY
from confusables.cli.names import Names
from confusables.cli.rows import FORMATS, Rows, beside
from confusables.cli.texts import TEXT
from confusables.errors import InputError, MissingExtra
from confusables.model import Level, Says
from confusables.report.problems import problem
from confusables.report.words import say
from confusables.screen import Row, in_order, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from pathlib import Path

    from confusables.cli.names import Listed

    Engine: TypeAlias = Callable[[Iterable[str]], Iterator[tuple[Row, ...]]]

__all__ = ["screen"]

_AGAIN = 15  # names of an earlier run that are checked again
_ALWAYS = 4  # parts of the summary that are told where they are nothing, too


@click.command(short_help="Check each name of a list, on all cores.")
@click.argument("file", type=TEXT, metavar="FILE")
@CORPUS
@click.option("--limit", type=LIMIT, default=20, show_default=True, help="Most rows a name.")
@click.option(
    "--min-probability", type=PROBABILITY, help="Least probability shown (that of a review)."
)
@SPEAKER
@ENCODER
@click.option("--resume", is_flag=True, help="Go on with the --output of an interrupted run.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    show_default=True,
    help="Form of the rows.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "spark"]),
    default="local",
    show_default=True,
    help="All cores of this machine, or the Spark session that there is.",
)
@OUTPUT
@LANG
def screen(file: str, lang: str, **options: Any) -> int:
    """Find the existing names that people would mistake for each name of FILE, on all cores.

    FILE has one name a line (- for standard input), or is any list that a corpus can be built
    from. One row is written per name and collision, one for a name of which none was found and one
    for a row that cannot be used, in the order of FILE. A name that stands twice is done once.
    """
    if options["output"] is None and (options["resume"] or options["form"] == "parquet"):
        what = "--resume" if options["resume"] else "--format parquet"
        raise click.UsageError(f"{what} needs --output FILE")
    output: Path | None = options["output"]
    apart(output, file, *options["corpora"])
    if output and options["form"] == "parquet":
        apart(beside(output), file, *options["corpora"])
    outcome = Outcome()
    names = Names(file, outcome.complaints)
    total = names.count()
    spark = options["engine"] == "spark"
    engine = _spark(options) if spark else _local(options, outcome.complaints)
    tally = _Tally()
    with (
        outcome,
        Rows(options["output"], options["form"], resume=options["resume"]) as out,
        bar(Says("screening"), total, lang) as told,
    ):
        listed = _resumed(out, names, engine, tally)
        tally.begin()
        outcome.found = tally.levels[Level.WARN] > 0
        with closing(_screened(engine, listed, names, lang)) as screened:
            for done in screened:
                tally.add(done)
                outcome.found = tally.levels[Level.WARN] > 0
                out.write(done)
                told(tally.names)
        out.close()
    names.tell_rest()
    if not tally.names:
        complain(Says("{path} has no name, nothing was screened", {"path": file}), "note")
    tell(tally.summary(names, lang), "done", lang)
    return outcome.code


def _local(options: dict[str, Any], complaints: Complaints) -> Engine:
    """All cores of this machine."""
    from confusables.checker import Checker

    searched = open_corpora(options["corpora"], complaints)
    checker = Checker(searched, **_settings(options))
    return lambda texts: in_order(checker, texts, rows)


def _settings(options: dict[str, Any]) -> dict[str, Any]:
    """What a checker takes of the options, whatever the engine."""
    given = {name: options[name] for name in ("limit", "min_probability")}
    return {**given, **aids_of(options["speaker"], options["encoder"])}


def _spark(options: dict[str, Any]) -> Engine:
    """The Spark session that there is, else one that is made; corpora are to be built ones."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise MissingExtra("--engine spark", "spark") from None
    from confusables.spark import screen_texts

    given = _settings(options)
    corpora = options["corpora"] or ("shipped",)
    return lambda texts: screen_texts(SparkSession.builder.getOrCreate(), texts, corpora, **given)


class _Tally:
    """What was found so far."""

    def __init__(self) -> None:
        self.names = self.earlier = self.clear = self.taken = 0
        self.levels = dict.fromkeys(Level, 0)
        self._began = time.monotonic()

    def begin(self) -> None:
        """What was added until now was done by an earlier run."""
        self.earlier = self.names
        self._began = time.monotonic()

    def add(self, rows: Sequence[Row]) -> None:
        """The rows of one name, which counts by the highest level of them.

        One that is registered itself is not clear, whatever else was found.
        """
        self.names += 1
        found = {row.level for row in rows}
        level = next((level for level in Level if level in found), None)
        if level is not None:
            self.levels[level] += 1
        taken = any(row.existing for row in rows)
        self.taken += taken
        self.clear += level in (Level.NONE_FOUND, Level.BELOW) and not taken

    def summary(self, names: Names, lang: str) -> str:
        """The whole in a line."""
        took = time.monotonic() - self._began
        warn, review = self.levels[Level.WARN], self.levels[Level.REVIEW]
        speed = round((self.names - self.earlier) / max(took, 1e-3))
        counts = (
            (self.names, _counted(self.names, Says("1 name"), Says("{count} names"))),
            (warn, Says("{count} to warn of", _count(warn))),
            (review, Says("{count} to review", _count(review))),
            (self.clear, Says("{count} clear", _count(self.clear))),
            (
                self.taken,
                _counted(
                    self.taken,
                    Says("1 registered already"),
                    Says("{count} registered already"),
                ),
            ),
            (
                names.unusable,
                _counted(names.unusable, Says("1 not usable"), Says("{count} not usable")),
            ),
            (
                names.duplicates,
                _counted(
                    names.duplicates,
                    Says("1 duplicate left out"),
                    Says("{count} duplicates left out"),
                ),
            ),
            (self.earlier, Says("{count} done before", _count(self.earlier))),
            (speed, _counted(speed, Says("1 name a second"), Says("{count} names a second"))),
        )
        told = [say(s, lang) for at, (count, s) in enumerate(counts) if count or at < _ALWAYS]
        return ", ".join(told)


def _counted(number: int, one: Says, several: Says) -> Says:
    return one if number == 1 else replace(several, values=_count(number))


def _count(number: int) -> dict[str, str]:
    return {"count": f"{number:,}"}


def _resumed(out: Rows, names: Names, engine: Engine, tally: _Tally) -> Iterator[Listed]:
    """The names that no interrupted run has done; what one did is told and counted.

    Raises InputError, with the file as it was, where that was of another list, or by other corpora
    or options: the first names and the one with most rows are to have the same rows now.
    """
    listed = iter(names)
    first: dict[str, list[Row]] = {}
    most: dict[str, list[Row]] = {}
    for done, whole in out.earlier():
        row = next(listed, None)
        if row is None or out.name(row.text) != done[0].name:
            raise InputError(
                f"cannot go on with it: it tells of {done[0].name!r} where {names.path} has"
                f" {row.text!r} there"
                if row
                else f"cannot go on with it: it tells of {done[0].name!r} where {names.path} has"
                " no more names",
                path=str(out.path),
            )
        if not whole:
            listed = chain([row], listed)
            break
        if done[0].error is not None:
            names.tell_unusable(row.line, done[0].error)
        elif len(first) < _AGAIN:
            first[row.text] = done
        elif len(done) > max(map(len, most.values()), default=0):
            most = {row.text: done}
        tally.add(done)
    _check_again(out, first | most, engine)
    out.cut()
    return listed


def _check_again(out: Rows, held: dict[str, list[Row]], engine: Engine) -> None:
    """Raise InputError where a name that is held has other rows now."""
    for (text, before), now in zip(held.items(), engine(held), strict=True):
        if not out.are_same(before, now):
            raise InputError(
                f"cannot go on with it: {text!r} has other rows now, corpora and options are to "
                "be the same",
                path=str(out.path),
            )


def _screened(
    engine: Engine, listed: Iterator[Listed], names: Names, lang: str
) -> Generator[tuple[Row, ...], None, None]:
    """The rows of each name in order; those that cannot be used are told."""
    taken: deque[Listed] = deque()

    def texts() -> Iterator[str]:
        for row in listed:
            taken.append(row)
            yield row.text

    for found in engine(texts()):
        row = taken.popleft()
        if row.problem is not None:
            found = (Row(row.text, error=row.problem),)
        if (error := found[0].error) is not None:
            names.tell_unusable(row.line, error)
            found = (Row(row.text, error=problem(error, lang)),)
        yield found

"""``confusables corpus build`` and ``confusables corpus info``."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from confusables.cli.bar import bars
from confusables.cli.common import (
    LANG,
    Outcome,
    apart,
    complain,
    open_corpus,
    standard_output,
    tell_cut,
)
from confusables.cli.texts import FILE, READ, TEXT
from confusables.files import is_same
from confusables.model import Says
from confusables.report.words import number, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rich.console import RenderableType
    from rich.progress import TaskID

    from confusables.corpus import Corpus
    from confusables.corpus.build import Progress

__all__ = ["corpus"]


@click.group()
def corpus() -> None:
    """Build a corpus from lists of registrations, or look at one."""


@corpus.command("build")
@click.argument("out", type=FILE)
@click.argument("inputs", nargs=-1, required=True, type=READ, metavar="INPUT...")
@click.option(
    "--format", "form", metavar="NAME", help="Format of the lists, where it is not recognised."
)
@LANG
def corpus_build(out: Path, inputs: tuple[Path, ...], form: str | None, lang: str) -> int:
    """Build the corpus OUT from the lists INPUT..., plain or packed (gz, zip, xz, zst).

    A list is a registry's (AFNIC open data, a CZDS or other zone), one of popular names (Tranco,
    Umbrella, Majestic, CrUX), a plain list, a CSV or TSV with named columns, Parquet or Arrow. A
    corpus built before may stand among them: so a day's list is added to it.
    """
    from confusables.corpus import Corpus
    from confusables.corpus.inputs import is_corpus
    from confusables.readers import READERS

    if form is not None and form not in (names := [reader.name for reader in READERS]):
        raise click.BadParameter(f"{form!r} is none of {', '.join(names)}", param_hint="'--format'")
    # What a corpus holds is in the new one too; a list would be lost.
    if any(is_same(out, path) and not is_corpus(path) for path in inputs):
        apart(out, *inputs, option="OUT")
    with _telling(lang) as progress:
        built = Corpus.build(out, inputs, format=form, progress=progress)
    complain(_built(out, built), "built", lang)
    tell_cut(out, built.below)
    outcome = Outcome()
    if built.skipped:
        outcome.complaints.rows(str(out), built.skipped, built.examples)
    return outcome.code


@corpus.command("info")
@click.argument("path", type=TEXT)
@LANG
def corpus_info(path: str, lang: str) -> int:
    """Show what the corpus PATH holds ('shipped' for the one that comes with the program)."""
    from confusables.report.terminal import rendered

    with Outcome() as outcome, standard_output() as out:
        found = open_corpus(path, outcome.complaints)
        found.verify()
        out.write(rendered(_info(found, lang), width=100))
    return outcome.code


def _built(out: Path, corpus: Corpus) -> Says:
    values = {"out": str(out), "names": f"{corpus.names:,}", "labels": f"{len(corpus):,}"}
    if len(corpus) != 1:
        return Says("{out}: {names} names under {labels} labels", values)
    return Says(
        "{out}: one name under one label"
        if corpus.names == 1
        else "{out}: {names} names under one label",
        values,
    )


@contextmanager
def _telling(lang: str) -> Iterator[Progress | None]:
    """A bar a stage on standard error where that is a terminal, with the rate and the time left."""
    if not sys.stderr.isatty():
        yield None
        return
    with bars() as drawn:
        tasks: dict[str, TaskID] = {}
        began: dict[str, float] = {}

        def told(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                began[stage] = time.monotonic()
                tasks[stage] = drawn.add_task(say(_STAGES[stage], lang), rate="")
            rate = done / max(1e-3, time.monotonic() - began[stage])
            shown = (
                Says("{rate} MB/s", {"rate": f"{rate / 1e6:,.1f}"})
                if stage == "reading"
                else Says("{rate} rows/s", {"rate": f"{rate:,.0f}"})
            )
            drawn.update(tasks[stage], completed=done, total=total, rate=say(shown, lang))
            drawn.refresh()

        yield told


_STAGES = {"reading": Says("reading the lists"), "making": Says("making the corpus")}
_SHOWN = 12  # suffixes and countries that are named


def _info(found: Corpus, lang: str) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2))
    rows = [
        (Says("names"), number(f"{found.names:,}", lang)),
        (Says("labels"), number(f"{len(found):,}", lang)),
        (Says("suffixes"), _counted(found.suffixes, lang)),
        (Says("countries"), _counted(found.countries, lang)),
        *((Says("source"), _source(s, lang)) for s in found.sources),
        (Says("built"), found.built),
        (Says("skipped rows"), number(f"{found.skipped:,}", lang)),
        (Says("rows cut to the registrable name"), number(f"{found.below:,}", lang)),
        (Says("size"), say(Says("{size} bytes", {"size": f"{found.size:,}"}), lang)),
        (Says("digest"), found.digest),
    ]
    for title, value in rows:
        table.add_row(say(title, lang), Text(value))  # of which nothing is markup
    return table


def _source(source: dict[str, str], lang: str) -> str:
    as_of = source["as_of"] or say(Says("an unknown date"), lang)
    return say(Says("{name}, as of {as_of}", {"name": source["name"], "as_of": as_of}), lang)


def _counted(values: tuple[str, ...], lang: str) -> str:
    if not values:
        return say(Says("none stated"), lang)
    named = ", ".join(values[:_SHOWN]) + (", …" if len(values) > _SHOWN else "")
    return f"{number(f'{len(values):,}', lang)} ({named})"

"""``confusables corpus build`` and ``confusables corpus info``."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from confusables.cli.common import BAD_INPUT, LANG, OK, Complaints, complain, open_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType
    from rich.progress import TaskID

    from confusables.corpus import Corpus
    from confusables.corpus.build import Progress

__all__ = ["corpus"]


@click.group()
def corpus() -> None:
    """Build a corpus from lists of registrations, or look at one."""


@corpus.command("build")
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", metavar="NAME", help="Format of the lists, where it is not recognised."
)
@LANG
def corpus_build(out: Path, inputs: tuple[Path, ...], form: str | None, lang: str) -> int:  # noqa: ARG001
    """Build the corpus OUT from the lists INPUT..., plain or packed (gz, zip, xz, zst).

    A list is a registry's (AFNIC open data, a CZDS or other zone), one of popular names (Tranco,
    Umbrella, Majestic, CrUX), a plain list, a CSV or TSV with named columns, Parquet or Arrow. A
    corpus built before may stand among them: so a day's list is added to it.
    """
    from confusables.corpus import Corpus

    with _telling() as told:
        built = Corpus.build(out, inputs, format=form, progress=told)
    complain(f"{out}: {built.names:,} names under {len(built):,} labels", "built")
    complaints = Complaints()
    if built.skipped:
        complaints.rows(str(out), built.skipped, built.examples)
    return BAD_INPUT if complaints.any else OK


@corpus.command("info")
@click.argument("path")
@LANG
def corpus_info(path: str, lang: str) -> int:  # noqa: ARG001
    """Show what the corpus PATH holds ('shipped' for the one that comes with the program)."""
    from confusables.report.terminal import rendered

    found = open_corpus(path)
    click.echo(rendered(_info(found), width=100), nl=False)
    return OK


@contextmanager
def _telling() -> Iterator[Progress | None]:
    """A bar on standard error where that is a terminal, with rows a second and the time left.

    It is drawn when a build tells of itself, not by a thread: a process with threads cannot fork.
    """
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Bars(*columns, console=Console(stderr=True), auto_refresh=False) as bars:
        tasks: dict[str, TaskID] = {}
        began: dict[str, float] = {}

        def told(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                began[stage] = time.monotonic()
                tasks[stage] = bars.add_task(_STAGES.get(stage, stage), rate="")
            rate = done / max(1e-3, time.monotonic() - began[stage])
            shown = f"{rate / 1e6:,.1f} MB/s" if stage == "reading" else f"{rate:,.0f} rows/s"
            bars.update(tasks[stage], completed=done, total=total, rate=shown)
            bars.refresh()

        yield told


_STAGES = {"reading": "reading the lists", "making": "making the corpus"}
_SHOWN = 12  # suffixes and countries that are named


def _info(found: Corpus) -> RenderableType:
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    rows = [("names", f"{found.names:,}"), ("labels", f"{len(found):,}")]
    rows += [("suffixes", _counted(found.suffixes)), ("countries", _counted(found.countries))]
    rows += [
        ("source", f"{s['name']}, as of {s['as_of'] or 'an unknown date'}") for s in found.sources
    ]
    rows += [("built", found.built), ("skipped rows", f"{found.skipped:,}")]
    rows += [("size", f"{found.size:,} bytes"), ("digest", found.digest)]
    for row in rows:
        table.add_row(*row)
    return table


def _counted(values: tuple[str, ...]) -> str:
    if not values:
        return "none stated"
    named = ", ".join(values[:_SHOWN]) + (", …" if len(values) > _SHOWN else "")
    return f"{len(values):,} ({named})"

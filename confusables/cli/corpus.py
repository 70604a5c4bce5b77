"""``confusables corpus build`` and ``confusables corpus info``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from confusables.cli.common import BAD_INPUT, LANG, OK, Complaints, complain, open_corpus, progress

if TYPE_CHECKING:
    from rich.console import RenderableType

    from confusables.corpus import Corpus

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
    """Build the corpus OUT from the lists INPUT... (plain lists, CSV or TSV with named columns)."""
    from confusables.corpus import Corpus

    with progress("names") as advance:
        built = Corpus.build(out, inputs, format=form, progress=advance)
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
    from confusables.report.text import rendered

    found = open_corpus(path)
    click.echo(rendered(_info(found), width=100), nl=False)
    return OK


def _info(found: Corpus) -> RenderableType:
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    rows = [("names", f"{found.names:,}"), ("labels", f"{len(found):,}"), ("built", found.built)]
    rows += [
        ("source", f"{s['name']}, as of {s['as_of'] or 'an unknown date'}") for s in found.sources
    ]
    rows += [("skipped rows", f"{found.skipped:,}"), ("digest", found.digest)]
    for row in rows:
        table.add_row(*row)
    return table

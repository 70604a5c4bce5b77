"""What the commands share: exit codes, options, files in and out, messages."""

from __future__ import annotations

import io
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from confusables.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from confusables.corpus import Corpus

OK, FOUND, USAGE, BAD_INPUT, NO_INPUT, INCOMPLETE, FAULT, INTERRUPTED = 0, 1, 2, 65, 66, 69, 70, 130

LANG = click.option(
    "--lang",
    type=click.Choice(["en"]),
    default="en",
    show_default=True,
    help="Language of the text.",
)
OUTPUT = click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file instead."
)
CORPUS = click.option(
    "--corpus",
    "corpora",
    multiple=True,
    metavar="PATH",
    help="Search this corpus or list instead of the shipped one; may be given more than once, "
    "and 'shipped' names that one.",
)
PROBABILITY = click.FloatRange(0.0, 1.0)


def open_corpora(paths: tuple[str, ...]) -> list[Corpus]:
    """The corpora to search: those given, else the shipped one."""
    return [open_corpus(path) for path in paths or ("shipped",)]


def open_corpus(path: str) -> Corpus:
    """One corpus or list; rows of a list that cannot be used are told."""
    from confusables.corpus import Corpus

    if path == "shipped":
        return Corpus.shipped()
    found = Corpus.load(path)
    if found.skipped:
        complain(
            f"{path}: {found.skipped:,} rows not usable, such as {found.examples[0]}", "warning"
        )
    return found


@contextmanager
def input_file(path: str) -> Iterator[TextIO]:
    """A text file, or standard input for -. Raises CorpusError where it cannot be read."""
    if path == "-":
        yield sys.stdin
        return
    try:
        with open(path, encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            yield file
    except OSError as error:
        raise CorpusError(f"{path}: cannot be read: {error.strerror or error}") from error


def numbered(file: TextIO) -> Iterator[tuple[int, str]]:
    """The lines without their ends, numbered from 1."""
    for number, line in enumerate(file, 1):
        yield number, line.rstrip("\r\n")


@contextmanager
def output_file(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that appears whole when the block ends well."""
    if path is None:
        yield sys.stdout
        return

    from confusables.corpus.format import replacing

    with replacing(path) as raw:
        text = io.TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace", newline="\n")
        yield text
        text.flush()
        text.detach()


@contextmanager
def progress(what: str) -> Iterator[Any]:
    """A progress bar on standard error where that is a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:,} {task.description}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(what, total=None)
        yield lambda count: bar.advance(task, count)


def show(content: RenderableType, out: TextIO) -> None:
    """Print on the terminal in colour, elsewhere as plain text of 80 columns."""
    from confusables.report.text import rendered

    if out is sys.stdout and out.isatty():
        from rich.console import Console

        Console(soft_wrap=False, highlight=False).print(content)
    else:
        out.write(rendered(content, width=80))


def complain(text: str, kind: str = "error") -> None:
    """One line on standard error, without characters that act on a terminal."""
    printable = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    click.echo(f"confusables: {kind}: {printable}", err=True)

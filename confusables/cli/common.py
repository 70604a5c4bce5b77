"""What the commands share: exit codes, options, files in and out, messages."""

from __future__ import annotations

import io
import os
import stat
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from confusables.cli.texts import LANGUAGE, OUT, TEXT
from confusables.errors import CorpusError, InvalidName
from confusables.files import is_same
from confusables.model import Says

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from confusables.corpus import Corpus
    from confusables.readers.text import Line

OK, FOUND, USAGE, BAD_INPUT, NO_INPUT, INCOMPLETE, FAULT, INTERRUPTED = 0, 1, 2, 65, 66, 69, 70, 130

LANG = click.option(
    "--lang",
    type=LANGUAGE,
    default="en",
    show_default=True,
    help="Language of reports, warnings and errors.",
)


def to_standard_output(_: click.Context, __: click.Parameter, path: Path | None) -> Path | None:
    """A file to write to, None for -, which is standard output as it is standard input."""
    return None if path == Path("-") else path


OUTPUT = click.option(
    "--output",
    type=OUT,
    callback=to_standard_output,
    help="Write to a file instead.",
)
CORPUS = click.option(
    "--corpus",
    "corpora",
    type=TEXT,
    multiple=True,
    metavar="PATH",
    help="Search this corpus or list instead of the shipped one; may be given more than once, "
    "and 'shipped' names that one.",
)

SPEAKER = click.option(
    "--speaker",
    type=click.Choice(["espeak"]),
    help="Compare also how this program says the names; it must be installed.",
)

ENCODER = click.option(
    "--encoder",
    type=click.Choice(["use"]),
    help="Compare also what words mean by a sentence encoder; needs the extra 'encoder'.",
)


def aids_of(speaker: str | None, encoder: str | None) -> dict[str, Any]:
    """The speaker and the encoder that were asked for, as a Checker takes them. Raises
    MissingProgram and MissingExtra where one is not installed."""
    aids: dict[str, Any] = {}
    if speaker:
        from confusables.languages.espeak import Espeak

        aids["speaker"] = Espeak()
    if encoder:
        from confusables.words.encoder import SentenceEncoder

        aids["encoder"] = SentenceEncoder()
    return aids


_HEAD = 1 << 16  # bytes of a list that are looked at before it is read
_SPACES = "\u00a0\u202f"  # of French, before its high signs


_FIRST = 5  # unusable rows of a file of the user's that are told one by one


class Complaints:
    """Tells on standard error what input could not be used, and remembers that there was some."""

    def __init__(self) -> None:
        self.any = False

    def add(self, text: str | Says) -> None:
        """One line that says what and where."""
        self.any = True
        complain(text)

    def of_file(self, path: Path, problems: list[tuple[int, str]]) -> None:
        """What is wrong with the rows of a file, by line: the first of them, and how many more."""
        first = [f"{path}:{line}: {problem}" for line, problem in problems[:_FIRST]]
        self.rows(str(path), len(problems), first)

    def rows(self, path: str, skipped: int, examples: list[str]) -> None:
        """The rows of a list that could not be used: the first of them, and how many more."""
        for example in examples:
            self.add(example)
        if skipped > len(examples):
            rest = skipped - len(examples)
            more = Says(
                "one more row not usable" if rest == 1 else "{count} more rows not usable",
                {"count": f"{rest:,}"},
            )
            self.add(f"{path}: {more}")


class Outcome:
    """What a command knows by now of its exit code: unusable input, a collision at or above what it
    fails on, an answer that was asked for and did not come.

    As a context manager it ends the command with that code where nobody reads the output any more.
    """

    def __init__(self) -> None:
        self.complaints = Complaints()
        self.found = self.incomplete = False

    @property
    def code(self) -> int:
        """The exit code of what is known: input trouble outranks a collision, and that a gap."""
        if self.complaints.any:
            return BAD_INPUT
        return FOUND if self.found else INCOMPLETE if self.incomplete else OK

    def __enter__(self) -> Outcome:
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, BrokenPipeError):
            drop_output()
            raise click.exceptions.Exit(self.code)


def open_corpora(paths: tuple[str, ...], complaints: Complaints | None = None) -> list[Corpus]:
    """The corpora to search: those given, else the shipped one."""
    return [open_corpus(path, complaints) for path in paths or ("shipped",)]


def open_corpus(path: str, complaints: Complaints | None = None) -> Corpus:
    """One corpus or list; rows of a list that cannot be used are told.

    Those of a built corpus were told when it was built.
    """
    from confusables.corpus import Corpus
    from confusables.corpus.inputs import is_corpus

    if path == "shipped":
        return Corpus.shipped()
    found = Corpus.load(path)
    if found.skipped and not is_corpus(path):
        (complaints or Complaints()).rows(path, found.skipped, found.examples)
    if not is_corpus(path):
        tell_cut(path, found.below)
    return found


def tell_cut(path: str | Path, count: int) -> None:
    """Tell of the rows of a list that say more than is taken of them."""
    if count:
        told = Says(
            "{path}: one row says more than a registrable name; that alone was taken"
            if count == 1
            else "{path}: {count} rows say more than a registrable name; that alone was taken",
            {"path": str(path), "count": f"{count:,}"},
        )
        complain(told, "note")


@contextmanager
def input_file(path: str) -> Iterator[TextIO]:
    """A text file, or standard input for -. Raises CorpusError where it cannot be read, and where
    its beginning is no text."""
    if path == "-":
        if sys.stdin is None:
            raise CorpusError("standard input: cannot be read: it is closed")
        if hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(encoding="utf-8-sig", errors="surrogateescape")
        _refuse_binary(sys.stdin, "standard input")
        yield sys.stdin
        return
    try:
        raw = open(path, "rb", buffering=_HEAD)  # noqa: SIM115 - closed below
    except OSError as error:
        raise CorpusError.unreadable(path, error) from error
    with io.TextIOWrapper(raw, "utf-8-sig", "surrogateescape") as file:
        _refuse_binary(file, path)
        yield file


def _refuse_binary(file: TextIO, path: str) -> None:
    """Look at what stands first, which is read no less; raises CorpusError where it is no text."""
    from confusables.readers import refuse_binary

    raw = getattr(file, "buffer", None)
    if isinstance(raw, io.BufferedReader):
        try:
            refuse_binary(raw.peek(_HEAD), path)
        except OSError as error:
            raise CorpusError.unreadable(path, error) from error


def apart(output: Path | None, *inputs: str | Path | None, option: str = "--output") -> None:
    """Raises UsageError where writing ``output`` would destroy one of the inputs."""
    for path in inputs:
        if output is None or path is None or str(path) == "shipped":
            continue
        if _is_stdin(output) if str(path) == "-" else is_same(output, Path(path)):
            shown = "standard input" if str(path) == "-" else path
            raise click.UsageError(f"{option} {output} would be written over {shown}")


def _is_stdin(path: Path) -> bool:
    """Whether a regular file is what standard input reads."""
    try:
        there, read = path.stat(), os.fstat(sys.stdin.fileno())
    except (AttributeError, OSError, ValueError):  # closed, not there, no file of the system
        return False
    return stat.S_ISREG(there.st_mode) and os.path.samestat(there, read)


def is_given(option: str) -> bool:
    """Whether an option was typed, and does not have what it has unless given."""
    source = click.get_current_context().get_parameter_source(option)
    return source == click.core.ParameterSource.COMMANDLINE


def numbered(file: TextIO) -> Iterator[Line]:
    """The lines without their ends, numbered from 1. Raises CorpusError where they cannot be
    read."""
    from confusables.readers.text import LONGEST, Line, held_lines, overlong

    path = "standard input" if file is sys.stdin else file.name
    try:
        for number, line in enumerate(held_lines(file.readline, "\n"), 1):
            if line is None or len(line.encode("utf-8", "replace")) > LONGEST:
                yield overlong(number)
            else:
                yield Line(number, line.rstrip("\r\n"))
    except OSError as error:
        raise CorpusError.unreadable(path, error) from error


@contextmanager
def output_file(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that appears whole when the block ends well.

    Raises CorpusError where it cannot be written.
    """
    if path is None:
        with standard_output() as out:
            yield out
        return

    from confusables.corpus.format import replacing

    with replacing(path) as raw:
        text = io.TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace", newline="\n")
        yield text
        text.flush()
        text.detach()


@contextmanager
def standard_output() -> Iterator[TextIO]:
    """Standard output, written out when the block ends; raises CorpusError where it cannot be."""
    if sys.stdout is None:
        raise CorpusError("standard output: cannot be written: it is closed")
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.filename is not None:  # of another file
            raise
        drop_output()
        raise CorpusError.unwritable("standard output", error) from error


def drop_output() -> None:
    """What could not be written is not to be tried again when the interpreter ends."""
    with suppress(AttributeError, io.UnsupportedOperation):  # closed, not of the system
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def show(content: RenderableType, out: TextIO) -> None:
    """Print on the terminal in colour, elsewhere as plain text of 80 columns."""
    from confusables.report.terminal import rendered, shown_on

    if out is sys.stdout and out.isatty():
        shown_on(out, content)
    else:
        out.write(rendered(content, width=80))


def problem_of(text: str) -> str:
    """What is wrong with a name; empty where nothing is."""
    from confusables.names import parse

    try:
        parse(text)
    except InvalidName as error:
        return str(error)
    return ""


def all_usable(names: Iterable[str]) -> bool:
    """Whether all are names; of each that is none it is told why."""
    problems = [problem for name in names if (problem := problem_of(name))]
    for problem in problems:
        complain(problem)
    return not problems


def complain(text: str | Says, kind: str = "error", lang: str | None = None) -> None:
    """One line on standard error: a sentence, or an error as it was raised.

    It is said in the language of the command that runs, unless ``lang`` is given.
    """
    context = click.get_current_context(silent=True)
    spoken = lang or (context.params.get("lang") if context else None) or "en"
    if isinstance(text, Says):
        from confusables.report.words import say

        text = say(text, spoken)
    elif spoken != "en":
        from confusables.report.problems import problem

        text = problem(text, spoken)
    tell(text, kind, spoken)


def tell(text: str, kind: str, lang: str) -> None:
    """One line on standard error of what is said already in the language, without characters that
    act on a terminal."""
    line = f"{kind}: {text}"
    if lang != "en":
        from confusables.report.problems import problem
        from confusables.report.words import titled

        line = titled(problem(kind, lang), text, lang)
    with suppress(OSError):  # a full disk, a pipe that nobody reads: there is nowhere to tell of it
        click.echo(f"confusables: {printable(line)}", err=True)


def printable(text: str) -> str:
    """The text with what acts on a terminal, or is half a character, written out."""
    return "".join(c if c.isprintable() or c in _SPACES else f"\\u{ord(c):04x}" for c in text)

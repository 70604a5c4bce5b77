"""The command line: arguments in, reports out, and the exit code of the interface.

One file a command; a new one is a file and a line in ``COMMANDS``.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
import threading
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

import click

import confusables
from confusables.cli.check import check
from confusables.cli.common import (
    BAD_INPUT,
    FAULT,
    INTERRUPTED,
    NO_INPUT,
    OK,
    USAGE,
    complain,
    drop_output,
)
from confusables.cli.compare import compare
from confusables.cli.corpus import corpus
from confusables.cli.notice import notice
from confusables.cli.screen import screen
from confusables.cli.texts import language_of
from confusables.cli.update import update
from confusables.cli.watch import watch
from confusables.errors import (
    ConfusablesError,
    CorpusError,
    InputError,
    MissingExtra,
    MissingProgram,
)
from confusables.model import Says

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["COMMANDS", "main"]

COMMANDS: tuple[click.Command, ...] = (check, compare, corpus, notice, screen, update, watch)

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)  # what a disk says that takes no more


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(confusables.__version__, prog_name="confusables")
def cli() -> None:
    """Find the existing registrations that people would mistake for a new name.

    Names are compared with lists on this machine, and nothing is sent anywhere, unless you say
    check --online or update.

    \b
    Exit codes:
      0   nothing at or above --fail-on
      1   at least one collision at or above it
      2   wrong usage
      65  a name or an input row is not usable (the others are done)
      66  a corpus or an input file cannot be read
      69  something asked for could not be looked up (with --require-complete)
          or fetched (update)
      70  a fault of the program itself
      130 interrupted
    """


for command in COMMANDS:
    cli.add_command(command)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code; nothing leaves it as a traceback."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    lang = _language(given)
    if sys.stderr is None:  # closed: what would be told there is told to nobody
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - to the end
    code = _done(given, lang)
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        drop_output()
    except OSError as error:
        return _unwritten(error, lang)
    return code


@contextmanager
def _interrupted_by_signals() -> Iterator[None]:
    """SIGTERM and SIGHUP end what is done as an interrupt does: nothing half made stays.

    One that is ignored (nohup) stays so.
    """
    if threading.current_thread() is not threading.main_thread():  # which alone may ask for them
        yield
        return
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {n: how for n in numbers if (how := signal.getsignal(n)) != signal.SIG_IGN}
    try:
        for number in before:
            signal.signal(number, signal.default_int_handler)
        yield
    finally:
        for number, how in before.items():
            signal.signal(number, how)


def _unwritten(error: OSError, lang: str) -> int:
    drop_output()
    complain(str(CorpusError.unwritable("standard output", error)), lang=lang)
    return NO_INPUT


def _done(given: list[str], lang: str) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Files and pipes get the same bytes on every system; a terminal its own encoding.
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(errors="backslashreplace", encoding=encoding)
    try:
        # Not cli.main, which ends a closed pipe with the code of a collision.
        with (
            _interrupted_by_signals(),
            cli.make_context("confusables", given) as context,
        ):
            code = cli.invoke(context)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return USAGE
    except click.UsageError as error:
        from confusables.report.problems import problem

        path = error.ctx.command_path if error.ctx else "confusables"
        told = problem(error.format_message(), lang).removesuffix(".")
        values = {"problem": told, "path": path}
        complain(Says("{problem} (see {path} --help)", values), "usage", lang)
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        complain("interrupted", lang=lang)
        return INTERRUPTED
    except BrokenPipeError:
        drop_output()
        return OK
    except (CorpusError, InputError) as error:
        complain(str(error), lang=lang)
        return BAD_INPUT if isinstance(error, InputError) else NO_INPUT
    except ConfusablesError as error:
        complain(str(error), lang=lang)
        return USAGE if isinstance(error, MissingExtra | MissingProgram) else FAULT
    except Exception as error:  # noqa: BLE001 - the last resort: a fault of ours, said in one line
        if isinstance(error, OSError) and error.errno in _FULL and error.filename is None:
            return _unwritten(error, lang)  # a page of help
        complain(f"{type(error).__name__}: {error}; please report this", "fault", lang)
        return FAULT
    return code if isinstance(code, int) else OK


def _language(given: list[str]) -> str:
    """The language that is asked for, known before the arguments are understood."""
    asked = [b for a, b in pairwise(given) if a == "--lang"]
    asked += [a.removeprefix("--lang=") for a in given if a.startswith("--lang=")]
    return (language_of(asked[-1]) if asked else "") or "en"

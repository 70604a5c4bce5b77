"""Lists of names that a command is given: one a line, or any list that a reader knows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from confusables.cli.common import Complaints, complain, input_file, numbered
from confusables.errors import CorpusError, ListError
from confusables.model import Says

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Listed", "Names", "listed"]

_SHOWN = 20  # duplicates and unusable names that are told one by one
_LINES = "plain"


class Listed(NamedTuple):
    """A name and its line; ``problem`` says why the row holds none, None where it does."""

    line: int
    text: str
    problem: str | None = None


class Names:
    """The names of a list in order, each once; duplicates are told with their lines.

    Two texts are one name where they differ by case alone. What was met is kept in a temporary
    file, so that memory does not grow with the list.
    """

    def __init__(self, path: str, complaints: Complaints) -> None:
        self.path = path
        self.duplicates = self.unusable = 0
        self._complaints = complaints

    def __iter__(self) -> Iterator[Listed]:
        try:
            with closing(sqlite3.connect("")) as met:
                met.execute("CREATE TABLE met (name TEXT PRIMARY KEY, line INTEGER) WITHOUT ROWID")
                for row in listed(self.path):
                    first = None if row.problem else _first(met, row.text, row.line)
                    if first is None:
                        yield row
                    else:
                        self._duplicate(row, first)
        except sqlite3.Error as error:
            raise CorpusError(f"{self.path}: no room to remember its names: {error}") from error

    def _duplicate(self, row: Listed, first: int) -> None:
        self.duplicates += 1
        if self.duplicates <= _SHOWN:
            values = {
                "path": self.path,
                "line": str(row.line),
                "text": row.text,
                "first": str(first),
            }
            complain(
                Says("{path}:{line}: {text}: stands in line {first} already", values), "duplicate"
            )

    def tell_unusable(self, line: int, problem: str) -> None:
        """Tell of a name that cannot be used."""
        self.unusable += 1
        self._complaints.any = True
        if self.unusable <= _SHOWN:
            self._complaints.add(f"{self.path}:{line}: {problem}")

    def tell_rest(self) -> None:
        """Tell how many there were beyond those told one by one."""
        for count, what in ((self.unusable, "unusable"), (self.duplicates, "duplicate")):
            if count > _SHOWN:
                values = {"path": self.path, "count": f"{count - _SHOWN:,}"}
                complain(Says("{path}: {count} more", values), what)

    def count(self) -> int | None:
        """How many lines there are; None where that is not known before they are read."""
        if _is_pipe(self.path) or _format(self.path) is not None:
            return None
        with open(self.path, "rb") as file:
            return sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b""))


def _first(met: sqlite3.Connection, text: str, line: int) -> int | None:
    """The line where a name was met first; None where it is met now."""
    key = text.lower().encode("utf-8", "surrogatepass")
    if met.execute("INSERT OR IGNORE INTO met VALUES (?, ?)", (key, line)).rowcount:
        return None
    found = met.execute("SELECT line FROM met WHERE name = ?", (key,)).fetchone()
    return int(found[0])


def listed(path: str) -> Iterator[Listed]:
    """The names of a list; - is standard input. Raises CorpusError where it cannot be read.

    A list that a reader knows is read by it (packed, a table with named columns, a zone, Parquet);
    any other is one name a line, and so is what a pipe brings, which can be read once alone. Empty
    lines and # comments do not count.
    """
    form = _format(path)
    if form is not None:
        from confusables.readers import read

        for entry in read(Path(path), form):
            yield Listed(entry.line, entry.domain or entry.name, entry.problem)
        return
    with input_file(path) as file:
        for number, line, problem in numbered(file):
            if problem or ((text := line.strip()) and not text.startswith("#")):
                yield Listed(number, line.strip(), problem)


def _is_pipe(path: str) -> bool:
    """Whether a list is standard input or a pipe, which cannot be looked at before it is read."""
    return path == "-" or Path(path).is_fifo()


def _format(path: str) -> str | None:
    """The name of the reader of a list; None for a list of lines, which are read here."""
    from confusables.readers import choose, refuse_binary
    from confusables.readers.packed import open_list

    if _is_pipe(path):
        return None
    with open_list(Path(path)) as opened:
        head = opened.head
        try:
            form = choose(Path(path), head).name
        except ListError:
            if opened.packed and head.strip():
                raise
            refuse_binary(head, path)
            return _LINES if opened.packed else None
        return form if opened.packed or form != _LINES else None

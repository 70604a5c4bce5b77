"""What all readers of text lists share: opening a file, lines with their numbers, the contract."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from confusables.errors import ListError

if TYPE_CHECKING:
    import io
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["Entry", "Reader", "lines", "open_list"]

_LONGEST = 1 << 16


class Entry(NamedTuple):
    """One row of a list: a domain (or, where the list has none, a name) and what is said of it.

    ``problem`` says why the row cannot be used, None where it can.
    """

    line: int
    domain: str
    name: str = ""
    owners: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    since: str = ""
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its name, whether the first bytes of a file are of it, and how to read it.

    ``entries`` takes an open binary file and its path, for messages; it yields an entry a row.
    """

    name: str
    knows: Callable[[bytes], bool]
    entries: Callable[[io.BufferedReader, str], Iterator[Entry]]


@contextmanager
def open_list(path: Path) -> Iterator[io.BufferedReader]:
    """The file, open for reading; raises ListError."""
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise ListError(f"cannot be read: {error.strerror or error}", path=str(path)) from error


def lines(file: io.BufferedReader, path: str) -> Iterator[tuple[int, str | None]]:
    """Line numbers and lines, without line ends; None for a line that is not UTF-8."""
    number = 0
    while raw := file.readline(_LONGEST):
        number += 1
        if len(raw) == _LONGEST and not raw.endswith(b"\n"):
            raise ListError(f"a line of more than {_LONGEST} bytes", path=path, line=number)
        if number == 1:
            raw = raw.removeprefix(b"\xef\xbb\xbf")
        try:
            yield number, raw.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            yield number, None

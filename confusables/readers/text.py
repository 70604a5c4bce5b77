"""What all readers share: the contract, opening a file, lines with their numbers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, AnyStr, NamedTuple

from confusables.errors import ListError

if TYPE_CHECKING:
    import io
    from collections.abc import Callable, Iterator

__all__ = [
    "LONGEST",
    "Entry",
    "Line",
    "Reader",
    "decoded_lines",
    "first_line",
    "held_lines",
    "is_date",
    "lines",
    "overlong",
    "raw_lines",
    "rows",
]

LONGEST = 1 << 16  # bytes of a line with its end


class Entry(NamedTuple):
    """One row of a list: a domain (or, where the list has none, a name) and what is said of it.

    ``problem`` says why the row cannot be used, None where it can. ``holder`` is what the list
    says that the holder is (``organisation`` or ``person``), empty where it says nothing.
    ``either`` where what stands as the domain may also be a brand, as in a plain list.
    """

    line: int
    domain: str
    name: str = ""
    owners: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    since: str = ""
    problem: str | None = None
    holder: str = ""
    either: bool = False


class Line(NamedTuple):
    """A line without its end; empty where ``problem`` says why it cannot be read."""

    number: int
    text: str
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its name, whether the first bytes of a file are of it, and how to read it.

    ``entries`` takes an open binary file and its path, for messages; it yields an entry a row.
    ``binary`` where its files hold zero bytes, ``of_registry`` where registries publish the names
    that they hold in it, ``of_popular`` where it is of lists of popular names.
    """

    name: str
    knows: Callable[[bytes], bool]
    entries: Callable[[io.BufferedReader, str], Iterator[Entry]]
    binary: bool = False
    of_registry: bool = False
    of_popular: bool = False


def is_date(text: str) -> bool:
    """Whether a text is a day, a month or a year that there was: 2017-06-05, 2017-06, 2017."""
    year, month, day = (*text.split("-"), "01", "01")[:3]
    try:
        dt.date(int(year), int(month), int(day))
    except ValueError:
        return False
    sizes = (len(year), len(month), len(day))
    return text.isascii() and text.count("-") < 3 and sizes == (4, 2, 2)


def first_line(head: bytes) -> str:
    """The first line that is neither empty nor a # remark, without a byte order mark."""
    for raw in head.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        if raw.strip() and not raw.startswith(b"#"):
            return raw.decode("utf-8", "replace").rstrip("\r")
    return ""


def lines(file: io.BufferedReader, path: str) -> Iterator[Line]:
    """The lines of a list in UTF-8."""
    for number, raw in raw_lines(file, path):
        if raw is None:
            yield overlong(number)
            continue
        try:
            yield Line(number, raw.decode("utf-8").rstrip("\r\n"))
        except UnicodeDecodeError:
            yield Line(number, "", problem="not UTF-8")


def rows(file: io.BufferedReader, path: str) -> Iterator[Line]:
    """The lines that are neither empty nor a # remark, without the spaces around them."""
    for number, text, problem in lines(file, path):
        if problem or ((text := text.strip()) and not text.startswith("#")):
            yield Line(number, text, problem)


def decoded_lines(file: io.BufferedReader, path: str) -> Iterator[Line]:
    """The lines of a list in UTF-8 or ISO-8859-1, each line by itself."""
    for number, raw in raw_lines(file, path):
        if raw is None:
            yield overlong(number)
            continue
        try:
            yield Line(number, raw.decode("utf-8").rstrip("\r\n"))
        except UnicodeDecodeError:
            yield Line(number, raw.decode("iso-8859-1").rstrip("\r\n"))


def raw_lines(file: io.BufferedReader, path: str) -> Iterator[tuple[int, bytes | None]]:
    """Line numbers and lines as they are, without a byte order mark; None for an overlong one."""
    number = 0
    try:
        for number, raw in enumerate(held_lines(file.readline, b"\n"), 1):
            yield number, raw.removeprefix(b"\xef\xbb\xbf") if raw and number == 1 else raw
    except ListError as error:
        raise ListError(error.problem, path=path, line=number + 1) from None


def held_lines(readline: Callable[[int], AnyStr], end: AnyStr) -> Iterator[AnyStr | None]:
    """The lines of a file; None for one that is longer than any row, of which little is held."""
    while line := readline(LONGEST + 1):
        if len(line) <= LONGEST:
            yield line
            continue
        while line and not line.endswith(end):
            line = readline(LONGEST)
        yield None


def overlong(number: int) -> Line:
    """A line that is longer than any row."""
    return Line(number, "", problem=f"a line of more than {LONGEST:,} bytes")

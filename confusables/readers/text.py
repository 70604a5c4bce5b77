"""What all readers share: the contract, opening a file, lines with their numbers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from confusables.errors import ListError

if TYPE_CHECKING:
    import io
    from collections.abc import Callable, Iterator

__all__ = [
    "Entry",
    "Reader",
    "decoded_lines",
    "first_line",
    "is_date",
    "lines",
    "raw_lines",
    "rows",
]

_LONGEST = 1 << 16


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


def lines(file: io.BufferedReader, path: str) -> Iterator[tuple[int, str | None]]:
    """Line numbers and lines, without line ends; None for a line that is not UTF-8."""
    for number, raw in raw_lines(file, path):
        try:
            yield number, raw.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            yield number, None


def rows(file: io.BufferedReader, path: str) -> Iterator[tuple[int, str | None]]:
    """The lines that are neither empty nor a # remark, without the spaces around them."""
    for number, line in lines(file, path):
        if line is None or ((line := line.strip()) and not line.startswith("#")):
            yield number, line


def decoded_lines(file: io.BufferedReader, path: str) -> Iterator[tuple[int, str]]:
    """Line numbers and lines of a list in UTF-8 or ISO-8859-1, each line by itself."""
    for number, raw in raw_lines(file, path):
        try:
            yield number, raw.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            yield number, raw.decode("iso-8859-1").rstrip("\r\n")


def raw_lines(file: io.BufferedReader, path: str) -> Iterator[tuple[int, bytes]]:
    """Line numbers and lines as they are, without a byte order mark."""
    number = 0
    while True:
        try:
            raw = file.readline(_LONGEST)
        except ListError as error:
            raise ListError(error.problem, path=path, line=number + 1) from None
        if not raw:
            return
        number += 1
        if len(raw) == _LONGEST and not raw.endswith(b"\n"):
            raise ListError(f"a line of more than {_LONGEST:,} bytes", path=path, line=number)
        yield number, raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw

"""Ordinary zone files (RFC 1035), as transfers of .se, .nu, .ee and .ch write them.

Understood are $ORIGIN and $TTL, @, names relative to the origin, a blank owner (that of the record
before), TTL and class in either order or left out, parentheses over several lines, comments and
quoted texts. $INCLUDE and $GENERATE are refused: what they bring is not in the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from confusables.errors import ListError
from confusables.readers.text import Entry, Reader, lines
from confusables.readers.zone import Delegations

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

__all__ = ["READER"]

_MOST_LINES = 1000  # of one record in parentheses
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[()]|;.*|(?:[^\s();"\\]|\\.)+|\\$|"')
_TTL = re.compile(r"\d+[smhdw]?(?:\d+[smhdw])*", re.IGNORECASE)
_CLASSES = frozenset({"in", "ch", "hs", "cs"})
_DIRECTIVE = re.compile(r"\$(ORIGIN|TTL)\s", re.IGNORECASE)
_SOA = re.compile(r"[^\s;]*(?:\s+(?:\d+\w*|IN))*\s+SOA\s+\S+", re.IGNORECASE)


class _Record(NamedTuple):
    """A record's tokens and first line; ``blank`` where its owner is left out."""

    line: int
    blank: bool
    tokens: list[str]


def knows(head: bytes) -> bool:
    """A first line, comments aside, that is a directive or the SOA record."""
    for raw in head.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        text = raw.decode("utf-8", "replace").rstrip()
        if text.strip() and not text.lstrip().startswith(";"):
            return bool(_DIRECTIVE.match(text + " ") or _SOA.match(text))
    return False


def entries(file: io.BufferedReader, path: str) -> Iterator[Entry]:
    """One entry a delegated name, at the first of its records that stand together."""
    zone, origin, owner = Delegations(path), "", ""
    for found in _records(file, path):
        if isinstance(found, Entry):
            yield found
            continue
        tokens = found.tokens
        if tokens[0].startswith("$") and not found.blank:
            origin = _directive(found, origin, path)
            continue
        if not found.blank:
            owner = _full(tokens.pop(0), origin, found.line, path)
        elif not owner:
            yield Entry(found.line, "", problem="no owner before a record without one")
            continue
        kind = _kind(tokens)
        if not kind:
            yield Entry(found.line, "", problem="a record without a type")
        elif domain := zone.owner(found.line, owner, kind):
            yield Entry(found.line, domain)


def _records(file: io.BufferedReader, path: str) -> Iterator[_Record | Entry]:
    """Records over their lines; rows that are none as entries with their problem."""
    depth, start = 0, _Record(0, False, [])
    for number, line, problem in lines(file, path):
        if problem:
            yield Entry(number, "", problem=problem)
            continue
        found = [t for t in _TOKEN.findall(line) if not t.startswith(";")]
        if not depth:
            start = _Record(number, line[:1] in (" ", "\t"), [])
        depth += found.count("(") - found.count(")")
        start.tokens.extend(t for t in found if t not in ("(", ")"))
        if depth < 0:
            yield Entry(number, "", problem="a parenthesis closed that was not open")
            depth = 0
        elif depth and number - start.line > _MOST_LINES:
            raise ListError("a parenthesis is never closed", path=path, line=start.line)
        elif not depth and start.tokens:
            yield start
    if depth:
        raise ListError("a parenthesis is never closed", path=path, line=start.line)


def _directive(record: _Record, origin: str, path: str) -> str:
    """The origin after a directive."""
    name = record.tokens[0].upper()
    if name == "$ORIGIN" and len(record.tokens) > 1:
        return _full(record.tokens[1], origin, record.line, path)
    if name == "$TTL":
        return origin
    raise ListError(f"{record.tokens[0]} is not understood", path=path, line=record.line)


def _full(name: str, origin: str, line: int, path: str) -> str:
    """A name made full by the origin, in lower case, with its last dot."""
    if name.endswith(".") and not name.endswith("\\."):
        return name.lower()
    if not origin:
        raise ListError("a relative name, and no $ORIGIN before it", path=path, line=line)
    if name == "@":
        return origin
    return f"{name.lower()}.{origin.removeprefix('.')}" if origin != "." else f"{name.lower()}."


def _kind(tokens: list[str]) -> str:
    """The type of a record, TTL and class before it left out; empty where there is none."""
    for token in tokens[:3]:
        low = token.lower()
        if low not in _CLASSES and not _TTL.fullmatch(low):
            return low
    return ""


READER = Reader("master", knows, entries, of_registry=True)

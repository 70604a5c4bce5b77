"""From registrations in any order to rows: one label, its registrations merged, in sorted order.

Rows are sorted by searched form, then label, so that equal spellings stand together; forms in
plain letters and digits stand before all others. More registrations than ``SPILL`` are sorted in
runs on disk and merged, so that memory stays flat.
"""

from __future__ import annotations

import heapq
import re
import tempfile
from itertools import groupby
from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from confusables.model import Registration

__all__ = ["HOLDERS", "ITEM", "Fields", "Row", "bare_line", "ending", "line", "merged"]

SPILL = 1_000_000
HOLDERS = ("", "organisation", "person")
ITEM = "\x1f"
_FIELD = "\t"
_WORD = re.compile(r"\w+")
_ENDING = 8  # letters
_OTHER = "~"  # before a form that is not plain; sorts behind letters and digits


class Fields(NamedTuple):
    """One registration of a row; several values are joined with ``ITEM``."""

    suffix: str
    since: str
    countries: str
    owners: str
    name: str
    sources: str
    holder: str = ""


class Row(NamedTuple):
    """A label (Unicode), its searched form, and its registrations by suffix."""

    base: str
    label: str
    registrations: list[Fields]


def line(base: str, label: str, suffix: str, registration: Registration) -> str:
    """One registration as a line that sorts as rows do."""
    many = (registration.countries, registration.owners, registration.sources)
    countries, owners, sources = (ITEM.join(map(_clean, items)) for items in many)
    name = _clean(registration.name or "")
    first = base if base.isascii() else _OTHER + base
    fields = (first, label, suffix, registration.since or "", countries, owners, name, sources)
    if registration.holder:
        return _FIELD.join((*fields, registration.holder))
    return _FIELD.join(fields)


def bare_line(base: str, label: str, suffix: str, source: str) -> str:
    """The line of a plain registration of which its source says nothing else."""
    return f"{base}\t{label}\t{suffix}\t\t\t\t\t{source}"


def ending(base: str) -> int:
    """A number that sorts plain forms by their last eight letters, from the last one back."""
    return int.from_bytes(base[:-9:-1].encode("ascii").ljust(_ENDING, b"\0"), "big")


def merged(lines: Iterable[str], folder: Path | None = None) -> Iterator[Row]:
    """Rows in order, from lines in any order; runs on disk stand in ``folder``."""
    split = (text.split(_FIELD) for text in _sorted(lines, folder))
    for (base, label), group in groupby(split, lambda fields: (fields[0], fields[1])):
        found = [Fields(*fields[2:]) for fields in group]
        if len(found) > 1:
            found = [_joined(same) for same in _parted(found, label)]
        yield Row(base.removeprefix(_OTHER), label, found)


def _parted(found: Iterable[Fields], label: str) -> Iterable[list[Fields]]:
    """What is said of each name: of a domain, or of a brand written as the same words."""
    parted: dict[tuple[str, ...], list[Fields]] = {}
    for fields in found:
        written = () if fields.suffix else _WORD.findall((fields.name or label).casefold())
        parted.setdefault((fields.suffix, *written), []).append(fields)
    return parted.values()


def _sorted(lines: Iterable[str], folder: Path | None) -> Iterator[str]:
    runs: list[IO[str]] = []
    held: list[str] = []
    try:
        for text in lines:
            held.append(text)
            if len(held) >= SPILL:
                runs.append(_run(held, folder))
                held = []
        held.sort()
        if not runs:
            yield from held
        else:
            streams = [(text.removesuffix("\n") for text in run) for run in runs]
            yield from heapq.merge(*streams, held)
    finally:
        for run in runs:
            run.close()


def _run(held: list[str], folder: Path | None) -> IO[str]:
    held.sort()
    run = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n", dir=folder)  # noqa: SIM115 - outlives this
    try:
        run.writelines(f"{text}\n" for text in held)
        run.seek(0)
    except BaseException:
        run.close()
        raise
    return run


def _joined(found: list[Fields]) -> Fields:
    """One registration from the lines that state it: what they say together, the earliest date."""
    if len(found) == 1:
        return found[0]
    countries, owners, sources = (
        ITEM.join(dict.fromkeys(item for value in values for item in value.split(ITEM) if item))
        for values in (
            [fields.countries for fields in found],
            [fields.owners for fields in found],
            [fields.sources for fields in found],
        )
    )
    since = min((fields.since for fields in found if fields.since), default="")
    name = next((fields.name for fields in found if fields.name), "")
    holder = next((fields.holder for fields in found if fields.holder), "")
    return Fields(found[0].suffix, since, countries, owners, name, sources, holder)


def _clean(text: str) -> str:
    """A value on one line that no separator stands in."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())

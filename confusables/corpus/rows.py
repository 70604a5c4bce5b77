"""From registrations in any order to rows: one label, its registrations merged, in sorted order.

Rows are sorted by searched form, then label, so that equal spellings stand together. More
registrations than ``SPILL`` are sorted in runs on disk and merged, so that memory stays flat.
"""

from __future__ import annotations

import heapq
import tempfile
from itertools import groupby
from typing import IO, TYPE_CHECKING, NamedTuple

from confusables.model import Registration

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Row", "line", "merged"]

SPILL = 1_000_000
_FIELD, _ITEM = "\t", "\x1f"


class Row(NamedTuple):
    """A label (Unicode), its searched form, and its registrations by suffix."""

    base: str
    label: str
    registrations: tuple[Registration, ...]


def line(base: str, label: str, suffix: str, registration: Registration) -> str:
    """One registration as a line that sorts as rows do."""
    many = (registration.owners, registration.countries, registration.sources)
    owners, countries, sources = (_ITEM.join(map(_clean, items)) for items in many)
    name = _clean(registration.name or "")
    fields = (base, label, suffix, registration.since or "", countries, owners, name, sources)
    return _FIELD.join(fields)


def merged(lines: Iterable[str]) -> Iterator[Row]:
    """Rows in order, from lines in any order."""
    for (base, label), group in groupby(
        _sorted(lines), lambda text: tuple(text.split(_FIELD, 2)[:2])
    ):
        by_suffix = groupby((text.split(_FIELD)[2:] for text in group), lambda fields: fields[0])
        registrations = tuple(_joined(suffix, list(found)) for suffix, found in by_suffix)
        yield Row(base, label, registrations)


def _sorted(lines: Iterable[str]) -> Iterator[str]:
    runs: list[IO[str]] = []
    held: list[str] = []
    try:
        for text in lines:
            held.append(text)
            if len(held) >= SPILL:
                runs.append(_run(held))
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


def _run(held: list[str]) -> IO[str]:
    held.sort()
    run = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115 - outlives this
    run.writelines(f"{text}\n" for text in held)
    run.seek(0)
    return run


def _joined(suffix: str, found: list[list[str]]) -> Registration:
    """One registration from the lines that state it: what they say together, the earliest date."""
    dates = sorted(fields[1] for fields in found if fields[1])
    countries, owners, sources = (
        tuple(dict.fromkeys(item for fields in found for item in fields[at].split(_ITEM) if item))
        for at in (2, 3, 5)
    )
    name = next((fields[4] for fields in found if fields[4]), None)
    return Registration(
        suffix or None, name, owners, countries, dates[0] if dates else None, sources
    )


def _clean(text: str) -> str:
    """A value on one line that no separator stands in."""
    return (
        " ".join(text.split())
        if text.isprintable()
        else " ".join("".join(c if c.isprintable() else " " for c in text).split())
    )

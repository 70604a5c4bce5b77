"""Build a corpus file from lists: entries to rows, rows to sections, sections to a file."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from array import array
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from confusables.corpus import keys
from confusables.corpus.format import SectionWriter
from confusables.corpus.rows import Row, line, merged
from confusables.corpus.signature import sign
from confusables.errors import ConfusablesError, ListError
from confusables.names import brand, parse
from confusables.views import base_form, of_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO

    from confusables.readers import Entry

__all__ = ["Skipped", "Source", "lines_of", "write"]

_CHUNK = 4096
_ALONE = 4 * _CHUNK  # fewer rows are not worth a second process
_EXAMPLES = 5

Progress = "Callable[[int], None]"


class Source(NamedTuple):
    """Where rows come from: a short name and the date of the list, empty where unknown."""

    name: str
    as_of: str = ""


@dataclass
class Skipped:
    """How many rows were not usable, and the first of them."""

    count: int = 0
    examples: list[str] = field(default_factory=list)

    def add(self, path: str, number: int, problem: str) -> None:
        """Count a row."""
        self.count += 1
        if len(self.examples) < _EXAMPLES:
            self.examples.append(f"{path}:{number}: {problem}")


def lines_of(entries: Iterable[Entry], path: str, source: str, skipped: Skipped) -> Iterator[str]:
    """Sortable lines of the usable entries of one list; the others are counted.

    Raises ListError where not one row is usable: the file is no list of names.
    """
    usable = 0
    for entry in entries:
        problem = entry.problem
        if problem is None:
            try:
                yield registration_line(
                    entry.domain or None, entry.name, entry.owners, entry.countries, entry.since,
                    (source,),
                )  # fmt: skip
                usable += 1
                continue
            except ConfusablesError as error:
                problem = str(error)
        skipped.add(path, entry.line, problem)
    if not usable:
        first = f": {skipped.examples[0]}" if skipped.examples else ""
        raise ListError(f"no usable row{first}", path=path)


def registration_line(
    domain: str | None,
    name: str | None,
    owners: tuple[str, ...],
    countries: tuple[str, ...],
    since: str | None,
    sources: tuple[str, ...],
) -> str:
    """The sortable line of one registration as a source states it; raises InvalidName."""
    from confusables.model import Registration

    parsed = parse(domain) if domain else brand(name or "")
    stated = Registration(None, name or None, owners, countries, since or None, sources)
    return line(base_form(parsed.unicode), parsed.unicode, parsed.suffix or "", stated)


class _Chunk(NamedTuple):
    """What a run of rows adds to the sections that cost work: signatures and keys."""

    letters: bytes
    pairs: bytes
    entries: bytes  # u8: hash << 32 | row within the chunk


def _work(labels: list[tuple[str, str]]) -> _Chunk:
    letters, pairs = sign([base for base, _ in labels])
    entries = array("Q")
    for row, (_, label) in enumerate(labels):
        entries.extend(keys.hashed(key) << 32 | row for key in keys.filed(of_label(label)))
    return _Chunk(letters.tobytes(), pairs.tobytes(), entries.tobytes())


class _Columns:
    """The cheap sections, gathered row by row."""

    def __init__(self) -> None:
        self.text = bytearray()
        self.text_end = array("I", [0])
        self.plain = 0
        self.first = array("I", [0])
        self.suffix = array("H")
        self.since = array("I")
        self.countries = array("H")
        self.owners = array("I")
        self.names = array("I")
        self.sources = array("H")
        self.pools: dict[str, dict[str, int]] = {
            pool: {"": 0} for pool in ("suffixes", "country_sets", "source_sets", "strings")
        }

    def _id(self, pool: str, value: str) -> int:
        return self.pools[pool].setdefault(value, len(self.pools[pool]))

    def add(self, row: Row) -> None:
        self.text += row.label.encode("utf-8")
        self.text_end.append(len(self.text))
        self.plain += row.base.isascii()
        for found in row.registrations:
            self.suffix.append(self._id("suffixes", found.domain or ""))
            self.since.append(_date(found.since))
            self.countries.append(self._id("country_sets", " ".join(found.countries)))
            self.sources.append(self._id("source_sets", " ".join(found.sources)))
            self.owners.append(self._id("strings", "\x1f".join(found.owners)))
            self.names.append(self._id("strings", found.name or ""))
        self.first.append(len(self.suffix))


def _date(since: str | None) -> int:
    """``2017-06`` as 20170600, 0 where unknown."""
    return int((since or "").replace("-", "").ljust(8, "0"))


def write(
    file: BinaryIO,
    lines: Iterable[str],
    sources: Iterable[Source],
    skipped: Skipped,
    *,
    built: str | None = None,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write a corpus from sortable lines into an open file.

    ``built`` is the date put into the file (today unless given); ``progress`` is called with the
    number of rows done since the last call.
    """
    columns = _Columns()
    rows = _noting(merged(lines), columns)
    letters, pairs, entries, done = bytearray(), bytearray(), [], 0
    for chunk in _chunks(rows):
        letters += chunk.letters
        pairs += chunk.pairs
        entries.append(np.frombuffer(chunk.entries, np.uint64) + np.uint64(done))
        count = len(chunk.letters) // 8
        done += count
        if progress:
            progress(count)
    hashes, key_rows = keys.table(np.concatenate(entries) if entries else np.empty(0, np.uint64))
    writer = SectionWriter(file)
    digest = hashlib.blake2b(digest_size=16)

    def put(name: str, dtype: str, content: bytes) -> None:
        digest.update(name.encode() + content)
        writer.add(name, dtype, [content])

    put("letters", "u8", bytes(letters))
    put("pairs", "u8", bytes(pairs))
    put("text", "u1", bytes(columns.text))
    put("text_end", "u4", columns.text_end.tobytes())
    put("first", "u4", columns.first.tobytes())
    put("key_hashes", "u4", hashes.tobytes())
    put("key_rows", "u4", key_rows.tobytes())
    put("suffix", "u2", columns.suffix.tobytes())
    for name, dtype in _OPTIONAL.items():
        column = getattr(columns, name)
        if any(column):
            put(name, dtype, column.tobytes())
    for pool, values in columns.pools.items():
        put(pool, "u1", "\n".join(values).encode("utf-8"))
    writer.close(_meta(columns, sources, skipped, digest.hexdigest(), built))


_OPTIONAL = {"since": "u4", "countries": "u2", "owners": "u4", "names": "u4", "sources": "u2"}


def _meta(
    columns: _Columns,
    sources: Iterable[Source],
    skipped: Skipped,
    digest: str,
    built: str | None,
) -> dict[str, Any]:
    return {
        "labels": len(columns.first) - 1,
        "plain": columns.plain,
        "names": len(columns.suffix),
        "suffixes": len(columns.pools["suffixes"]) - 1,
        "built": built or dt.datetime.now(dt.UTC).date().isoformat(),
        "sources": [{"name": s.name, "as_of": s.as_of} for s in sources],
        "skipped": {"count": skipped.count, "examples": skipped.examples},
        "digest": digest,
    }


def _noting(rows: Iterable[Row], columns: _Columns) -> Iterator[tuple[str, str]]:
    for row in rows:
        columns.add(row)
        yield row.base, row.label


def _chunks(labels: Iterator[tuple[str, str]]) -> Iterator[_Chunk]:
    """The chunks in order, on all cores where there are many."""
    start = list(islice(labels, _ALONE))
    if len(start) < _ALONE:
        yield from map(_work, _batches(iter(start)))
        return
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(workers) as pool:
        waiting = []
        for batch in _batches(chain(start, labels)):
            waiting.append(pool.submit(_work, batch))
            if len(waiting) > 2 * workers:
                yield waiting.pop(0).result()
        for future in waiting:
            yield future.result()


def _batches(labels: Iterator[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    while batch := list(islice(labels, _CHUNK)):
        yield batch

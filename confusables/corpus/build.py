"""Build a corpus file from lists: entries to lines, lines to rows, rows to sections."""

from __future__ import annotations

import datetime as dt
import hashlib
from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

from confusables.corpus import keys
from confusables.corpus.format import SectionWriter
from confusables.corpus.quick import host
from confusables.corpus.rows import HOLDERS, ITEM, Row, bare_line, ending, line, merged
from confusables.corpus.spool import KeySpool, Spool
from confusables.corpus.work import Chunk, chunks
from confusables.errors import ConfusablesError, CorpusError, InvalidName, ListError
from confusables.model import Registration
from confusables.names import brand, parse, says_more
from confusables.views import base_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from confusables.readers import Entry

__all__ = ["Progress", "Skipped", "Source", "lines_of", "write"]

_EXAMPLES = 5


class Progress(Protocol):
    """Is told how far a build is."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """``stage`` is ``reading`` (bytes of the lists) or ``making`` (rows of the corpus)."""


class Source(NamedTuple):
    """Where rows come from: a short name, the date of the list, and the name of the reader that
    reads it, which tells what kind of list it is; empty where unknown."""

    name: str
    as_of: str = ""
    format: str = ""

    def stated(self) -> dict[str, str]:
        """The source as the head of a corpus has it; a format that is not known is left out."""
        found = {"name": self.name, "as_of": self.as_of}
        return found | {"format": self.format} if self.format else found


@dataclass
class Skipped:
    """How many rows were not usable, and the first of them; of how many the registrable name alone
    was taken."""

    count: int = 0
    below: int = 0
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
                text, below = _line_of(entry, source)
                skipped.below += below
                yield text
                usable += 1
                continue
            except ConfusablesError as error:
                problem = str(error)
        skipped.add(path, entry.line, problem)
    if not usable:
        first = f": {skipped.examples[0]}" if skipped.examples else ""
        raise ListError(f"no usable row{first}", path=path)


def _line_of(entry: Entry, source: str) -> tuple[str, bool]:
    """The line of an entry, and whether it says more than the registrable name."""
    domain, name = entry.domain, entry.name
    plain = host(domain) if domain else None
    if plain is None:
        parsed = parse(domain) if domain else brand(name)
        if domain and not (parsed.suffix or entry.either):
            raise InvalidName("not a domain", where=domain)
        label, suffix = parsed.unicode, parsed.suffix or ""
        base, below = base_form(label), says_more(parsed)
    else:
        label, suffix, below = plain
        base = label.replace("-", "")
    if plain and not (name or entry.owners or entry.countries or entry.since or entry.holder):
        return bare_line(base, label, suffix, source), below
    stated = Registration(
        None,
        name or None,
        entry.owners,
        entry.countries,
        entry.since or None,
        (source,),
        entry.holder or None,
    )
    return line(base, label, suffix, stated), below


class _Columns:
    """The cheap sections, gathered row by row."""

    def __init__(self) -> None:
        self.rows = 0
        self.plain = 0
        self.first = array("I", [0])
        self.suffix = array("H")
        self.since = array("I")
        self.countries = array("H")
        self.owners = array("I")
        self.names = array("I")
        self.sources = array("H")
        self.holders = array("B")
        self.endings = array("Q")
        self.pools: dict[str, dict[str, int]] = {
            pool: {"": 0} for pool in ("suffixes", "country_sets", "source_sets", "strings")
        }

    def _id(self, pool: str, value: str) -> int:
        values = self.pools[pool]
        return values.setdefault(value, len(values))

    def add(self, row: Row) -> None:
        self.rows += 1
        if row.base.isascii():
            self.plain += 1
            self.endings.append(ending(row.base))
        try:
            for found in row.registrations:
                self.suffix.append(self._id("suffixes", found.suffix))
                self.since.append(_date(found.since) if found.since else 0)
                self.countries.append(self._id("country_sets", found.countries.replace(ITEM, " ")))
                self.sources.append(self._id("source_sets", found.sources.replace(ITEM, " ")))
                self.owners.append(self._id("strings", found.owners))
                self.names.append(self._id("strings", found.name))
                self.holders.append(HOLDERS.index(found.holder))
            self.first.append(len(self.suffix))
        except OverflowError:
            raise CorpusError(
                "more suffixes, countries or owners than one corpus file holds: build several"
            ) from None

    def noting(self, rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
        """The searched forms and labels of rows that are added on the way."""
        for row in rows:
            self.add(row)
            yield row.base, row.label


def _date(since: str) -> int:
    """``2017-06`` as 20170600."""
    return int(since.replace("-", "").ljust(8, "0"))


class _Spools:
    """The sections that grow with the rows, on the disk when long."""

    def __init__(self, folder: Path | None) -> None:
        self.letters, self.pairs = Spool(folder), Spool(folder)
        self.text, self.text_end = Spool(folder), Spool(folder)
        self.alias_rows, self.alias_letters, self.alias_pairs = (Spool(folder) for _ in range(3))
        self.keys = KeySpool(folder)
        self.rows = 0
        self.text_end.add(b"\0" * 4)

    def add(self, chunk: Chunk) -> None:
        """Put the rows of a chunk behind the others."""
        ends = np.cumsum(chunk.lengths, dtype=np.uint64) + np.uint64(self.text.length)
        if ends.size and int(ends[-1]) >> 32:
            raise CorpusError("more text than one corpus file holds: build several")
        self.text.add(chunk.text)
        self.text_end.add(ends.astype(np.uint32).tobytes())
        self.letters.add(chunk.letters)
        self.pairs.add(chunk.pairs)
        self.alias_rows.add((chunk.alias_rows + np.uint32(self.rows)).tobytes())
        self.alias_letters.add(chunk.alias_letters)
        self.alias_pairs.add(chunk.alias_pairs)
        self.keys.add(np.frombuffer(chunk.entries, np.uint64) + np.uint64(self.rows))
        self.rows += chunk.lengths.size

    def close(self) -> None:
        """Let the disk go."""
        for spool in vars(self).values():
            if isinstance(spool, (Spool, KeySpool)):
                spool.close()


def write(
    file: BinaryIO,
    lines: Iterable[str],
    sources: Iterable[Source],
    skipped: Skipped,
    *,
    built: str | None = None,
    progress: Progress | None = None,
    folder: Path | None = None,
) -> None:
    """Write a corpus from sortable lines into an open file.

    ``built`` is the date put into the file (today unless given), ``progress`` is told of the rows,
    ``folder`` is where what does not fit in memory waits.
    """
    columns, spools = _Columns(), _Spools(folder)
    count = _Count(lines)
    try:
        for chunk in chunks(columns.noting(merged(count, folder))):
            spools.add(chunk)
            if progress:
                progress("making", spools.rows, max(count.lines, spools.rows))
        _write_sections(file, columns, spools, _Head(tuple(sources), skipped, built))
    finally:
        spools.close()


class _Count:
    """Lines, counted as they pass."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._from = lines
        self.lines = 0

    def __iter__(self) -> Iterator[str]:
        for text in self._from:
            self.lines += 1
            yield text


class _Head(NamedTuple):
    sources: tuple[Source, ...]
    skipped: Skipped
    built: str | None


_OPTIONAL = {"since": "u4", "countries": "u2", "owners": "u4", "names": "u4", "sources": "u2",
             "holders": "u1"}  # fmt: skip


def _write_sections(file: BinaryIO, columns: _Columns, spools: _Spools, head: _Head) -> None:
    writer = SectionWriter(file)
    digest = hashlib.blake2b(digest_size=16)

    def put(name: str, dtype: str, parts: Iterable[bytes]) -> None:
        digest.update(name.encode())
        writer.add(name, dtype, (digest.update(part) or part for part in parts))  # type: ignore[func-returns-value]  # it returns None

    put("letters", "u8", spools.letters.parts())
    put("pairs", "u8", spools.pairs.parts())
    put("text", "u1", spools.text.parts())
    put("text_end", "u4", spools.text_end.parts())
    put("alias_rows", "u4", spools.alias_rows.parts())
    put("alias_letters", "u8", spools.alias_letters.parts())
    put("alias_pairs", "u8", spools.alias_pairs.parts())
    order = np.argsort(np.frombuffer(columns.endings, np.uint64), kind="stable")
    put("by_ending", "u4", [order.astype(np.uint32).tobytes()])
    _put_keys(put, spools.keys)
    put("first", "u4", [columns.first.tobytes()])
    put("suffix", "u2", [columns.suffix.tobytes()])
    for name, dtype in _OPTIONAL.items():
        column = getattr(columns, name)
        if any(column):
            put(name, dtype, [column.tobytes()])
    for pool, values in columns.pools.items():
        put(pool, "u1", ["\n".join(values).encode("utf-8")])
    writer.close(_meta(columns, head, digest.hexdigest()))


def _put_keys(put: Any, spool: KeySpool) -> None:
    """The key table, part by part: checks and rows wait until the ends of all buckets are known."""
    bits = keys.bits_for(spool.count)
    counts = np.zeros((1 << bits) + 1, np.uint32)
    checks, rows = Spool(spool.folder), Spool(spool.folder)
    try:
        for part in spool.parts():
            buckets, table = keys.packed(part, bits)
            places, many = np.unique(buckets, return_counts=True)
            counts[places.astype(np.intp) + 1] += many.astype(np.uint32)
            checks.add(table.checks.tobytes())
            rows.add(table.rows.tobytes())
        put("key_ends", "u4", [np.cumsum(counts, dtype=np.uint32).tobytes()])
        put("key_checks", "u1", checks.parts())
        put("key_rows", "u4", rows.parts())
    finally:
        checks.close()
        rows.close()


def _meta(columns: _Columns, head: _Head, digest: str) -> dict[str, Any]:
    return {
        "labels": columns.rows,
        "plain": columns.plain,
        "names": len(columns.suffix),
        "suffixes": len(columns.pools["suffixes"]) - 1,
        "built": head.built or dt.datetime.now(dt.UTC).date().isoformat(),
        "sources": [source.stated() for source in head.sources],
        "skipped": {"count": head.skipped.count, "examples": head.skipped.examples},
        "digest": digest,
    } | ({"below": head.skipped.below} if head.skipped.below else {})

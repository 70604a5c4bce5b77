"""The corpus of existing registrations: one read-only file, searched without being loaded."""

from __future__ import annotations

import io
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from confusables.corpus import build, keys
from confusables.corpus.format import MAGIC, SectionFile, replacing
from confusables.corpus.scan import budget, scan
from confusables.corpus.signature import sign
from confusables.errors import CorpusDamaged, CorpusError, ListError
from confusables.model import Registration
from confusables.names import from_labels
from confusables.readers import read
from confusables.signals import SIGNALS
from confusables.views import base_form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from confusables.views import View

__all__ = ["Corpus", "Found"]

_NEAREST = 48  # candidates that letters alone bring to judgement
_ANAGRAMS = 16


class Found(NamedTuple):
    """A candidate: a label (Unicode), and where it stands in its corpus."""

    label: str
    row: int


class Corpus:
    """Existing registrations, one row a label; memory-mapped, read-only, safe to share.

    Open one with ``open``, ``shipped``, or ``load``; make one with ``build``.
    """

    def __init__(self, file: SectionFile, name: str) -> None:
        self._file = file
        self.name = name
        meta = file.meta
        try:
            self._labels, self._plain = int(meta["labels"]), int(meta["plain"])
            self.names = int(meta["names"])
            self.digest = str(meta["digest"])
            self.sources: list[dict[str, str]] = [dict(s) for s in meta["sources"]]
            self.skipped: int = int(meta["skipped"]["count"])
            self.examples: list[str] = [str(e) for e in meta["skipped"]["examples"]]
            self.built = str(meta["built"])
        except (KeyError, TypeError, ValueError):
            raise CorpusDamaged(f"{file.path}: the header lacks its parts") from None
        for section, size in (("letters", 8), ("pairs", 8), ("text_end", 4), ("first", 4)):
            extra = 1 if size == 4 else 0
            if file.length(section) != (self._labels + extra) * size:
                raise CorpusDamaged(f"{file.path}: section {section!r} has another length")

    @classmethod
    def open(cls, path: str | Path, *, verify: bool = False) -> Corpus:
        """Open a built corpus. ``verify`` checks every section now instead of at first use.

        Raises CorpusError for a file that cannot be read, is no corpus, or is damaged.
        """
        file = SectionFile.open(Path(path))
        if verify:
            file.verify()
        return cls(file, Path(path).name)

    @classmethod
    def shipped(cls) -> Corpus:
        """The corpus that comes with the library: brands, research organisations, cases."""
        with as_file(files("confusables.tables") / "shipped.corpus") as path:
            return cls(SectionFile.open(path), "shipped")

    @classmethod
    def load(cls, path: str | Path, *, format: str | None = None) -> Corpus:  # noqa: A002
        """Open a built corpus, or build one in memory from any list that a reader knows."""
        path = Path(path)
        try:
            with path.open("rb") as file:
                built = file.read(len(MAGIC)) == MAGIC
        except OSError as error:
            raise CorpusError(f"{path}: cannot be read: {error.strerror or error}") from error
        if built:
            return cls.open(path)
        memory = io.BytesIO()
        _build(memory, [path], format, None)
        return cls(SectionFile(memory.getvalue(), str(path)), path.name)

    @classmethod
    def build(
        cls,
        out: str | Path,
        inputs: Sequence[str | Path],
        *,
        format: str | None = None,  # noqa: A002
        progress: Callable[[int], None] | None = None,
    ) -> Corpus:
        """Build a corpus file from lists, each read by the reader that knows it, and open it.

        ``format`` names the reader instead. ``progress`` is called with the number of rows done
        since its last call. The file appears whole or not at all. Raises ListError for a list
        that cannot be read, CorpusError where the file cannot be written.
        """
        out = Path(out)
        with replacing(out) as file:
            _build(file, [Path(p) for p in inputs], format, progress)
        return cls.open(out)

    @property
    def as_of(self) -> str:
        """The date of the newest source (``YYYY-MM-DD``), empty where none states one."""
        return max((s["as_of"] for s in self.sources), default="")

    def __len__(self) -> int:
        return self._labels

    def candidates(self, view: View) -> Iterator[Found]:
        """Rows that may be taken for the name: by keys, then by letters; the best of each."""
        seen: dict[int, None] = {}
        for rows in self._by_keys(view):
            seen.update(dict.fromkeys(rows))
        seen.update(dict.fromkeys(self._by_letters(view)))
        for row in seen:
            yield Found(self._label(row), row)

    def find(self, label: str) -> Found | None:
        """The row of a label (Unicode), if there is one."""
        for _, rows in keys.find(*self._keys, [f"=:{base_form(label)}"]):
            for row in rows.tolist():
                if self._label(row) == label:
                    return Found(label, row)
        return None

    def registrations(self, found: Found) -> tuple[Registration, ...]:
        """What is registered under a row's label, by suffix."""
        first, end = self._slice(self._column("first"), found.row, self.names)
        return tuple(self._registration(found.label, at) for at in range(first, end))

    def _by_keys(self, view: View) -> Iterator[list[int]]:
        asked = keys.asked(view)
        made = {f"=:{base_form(v.label)}" for s in SIGNALS for v in s.variants(view)}
        asked += sorted(made.difference(asked))
        for key, rows in keys.find(*self._keys, asked):
            most = keys.KINDS[key[0]]
            if len(rows) > most and key != f"=:{view.base}":
                yield self._nearest(view, rows.astype(np.intp), most).tolist()
            else:
                yield rows.tolist()

    def _by_letters(self, view: View) -> list[int]:
        """The rows nearest by letters: by edits, and by the same letters in another order."""
        start, end = (0, self._plain) if view.base.isascii() else (self._plain, self._labels)
        letters, pairs = self._column("letters")[start:end], self._column("pairs")[start:end]
        own = tuple(int(s[0]) for s in sign([view.base]))
        query = (np.uint64(own[0]), np.uint64(own[1]))
        rows = scan(letters, pairs, query, budget(len(view.base))) + start
        if not rows.size:
            return []
        near = self._nearest(view, rows, _NEAREST)
        letter_bits = np.bitwise_count(letters[rows - start] ^ query[0])
        pair_bits = np.bitwise_count(pairs[rows - start] ^ query[1])
        order = np.argsort(letter_bits * 2 + pair_bits, kind="stable")[:_ANAGRAMS]
        return [*near.tolist(), *rows[order].tolist()]

    def _nearest(self, view: View, rows: NDArray[np.intp], most: int) -> NDArray[np.intp]:
        """The ``most`` rows of least edit distance for their length."""
        if rows.size <= most:
            return rows
        bases = [base_form(self._label(row)) for row in rows.tolist()]
        likeness = cdist([view.base], bases, scorer=OSA.normalized_similarity, dtype=np.float32)[0]
        return rows[np.argsort(-likeness, kind="stable")[:most]]

    @cached_property
    def _keys(self) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
        hashes, rows = self._column("key_hashes"), self._column("key_rows")
        if hashes.size != rows.size or (rows.size and int(rows.max()) >= self._labels):
            raise CorpusDamaged(f"{self._file.path}: the keys point outside the file")
        return hashes, rows

    def _column(self, name: str) -> NDArray[Any]:
        return self._file.array(name)

    def _slice(self, ends: NDArray[Any], at: int, most: int) -> tuple[int, int]:
        first, end = int(ends[at]), int(ends[at + 1])
        if not first <= end <= most:
            raise CorpusDamaged(f"{self._file.path}: row {at} points outside the file")
        return first, end

    def _label(self, row: int) -> str:
        text = self._text
        first, end = self._slice(self._column("text_end"), row, len(text))
        try:
            return str(text[first:end], "utf-8")
        except UnicodeDecodeError:
            raise CorpusDamaged(f"{self._file.path}: row {row} is no text") from None

    @cached_property
    def _text(self) -> memoryview:
        return memoryview(self._column("text"))  # type: ignore[arg-type]  # an array is a buffer

    @cached_property
    def _pools(self) -> dict[str, list[str]]:
        return {
            pool: bytes(self._column(pool)).decode("utf-8", "replace").split("\n")
            for pool in ("suffixes", "country_sets", "source_sets", "strings")
        }

    def _pooled(self, pool: str, column: str, at: int) -> str:
        if column not in self._file:
            return ""
        index = int(self._column(column)[at])
        values = self._pools[pool]
        if index >= len(values):
            raise CorpusDamaged(f"{self._file.path}: {column} {at} points outside the file")
        return values[index]

    def _registration(self, label: str, at: int) -> Registration:
        suffix = self._pooled("suffixes", "suffix", at)
        since = int(self._column("since")[at]) if "since" in self._file else 0
        owners = self._pooled("strings", "owners", at)
        return Registration(
            from_labels(label, suffix).ascii if suffix else None,
            self._pooled("strings", "names", at) or None,
            tuple(o for o in owners.split("\x1f") if o),
            tuple(self._pooled("country_sets", "countries", at).split()),
            _date(since),
            tuple(self._pooled("source_sets", "sources", at).split()),
        )


def _date(packed: int) -> str | None:
    year, month, day = packed // 10000, packed // 100 % 100, packed % 100
    if not year:
        return None
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _build(
    file: Any,
    inputs: list[Path],
    forced: str | None,
    progress: Callable[[int], None] | None,
) -> None:
    if not inputs:
        raise ListError("no list to build from")
    skipped = build.Skipped()

    def lines() -> Iterable[str]:
        for path in inputs:
            source = path.name.split(".")[0].replace(" ", "-")
            yield from build.lines_of(read(path, forced), str(path), source, skipped)

    sources = [build.Source(path.name, _modified(path)) for path in inputs]
    build.write(file, lines(), sources, skipped, progress=progress)


def _modified(path: Path) -> str:
    import datetime as dt

    try:
        return dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).date().isoformat()
    except OSError:
        return ""

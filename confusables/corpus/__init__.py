"""The corpus of existing registrations: one read-only file, searched without being loaded."""

from __future__ import annotations

import io
import os
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from confusables.clean import clean
from confusables.corpus import build, keys
from confusables.corpus.format import SectionFile, is_built, replacing
from confusables.corpus.inputs import gathered
from confusables.corpus.search import Question, search
from confusables.corpus.store import Store
from confusables.errors import CorpusDamaged, CorpusError
from confusables.views import base_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from confusables.corpus.build import Progress
    from confusables.model import Reading, Registration
    from confusables.views import View

__all__ = ["Corpus", "Found", "Question"]


class Found(NamedTuple):
    """A candidate: a label (Unicode), where it stands in its corpus, and a guess of its evidence.

    The guess, in bits, only says which candidates to judge first; ``kept`` are its readings as
    the file has them.
    """

    label: str
    row: int
    guess: float = 0.0
    kept: bytes = b""


class Corpus:
    """Existing registrations, one row a label; memory-mapped, read-only, safe to share.

    Open one with ``open``, ``shipped``, or ``load``; make one with ``build``.
    """

    def __init__(self, file: SectionFile, name: str) -> None:
        self._file = file
        self._store = Store(file)
        self.name = clean(name)
        self.names = self._store.names
        meta = file.meta
        try:
            self.digest = clean(str(meta["digest"]))
            self.sources: list[dict[str, str]] = [
                {"name": clean(str(s["name"])), "as_of": clean(str(s["as_of"]))}
                | ({"format": clean(str(s["format"]))} if "format" in s else {})
                for s in meta["sources"]
            ]
            self.skipped: int = int(meta["skipped"]["count"])
            self.below: int = int(meta.get("below", 0))
            self.examples: list[str] = [clean(str(e)) for e in meta["skipped"]["examples"]]
            self.built = clean(str(meta["built"]))
        except (KeyError, TypeError, ValueError, OverflowError):
            raise CorpusDamaged(f"{file.path}: the header lacks its parts") from None

    def __reduce__(self) -> tuple[type[Corpus], tuple[SectionFile, str]]:
        """Pickled as the file and the name: the sections are mapped again, not copied."""
        return Corpus, (self._file, self.name)

    @classmethod
    def open(cls, path: str | Path, *, verify: bool = False) -> Corpus:
        """Open a built corpus. ``verify`` checks every section now instead of at first use.

        Raises CorpusError for a file that cannot be read, is no corpus, or is damaged.
        """
        opened = cls(SectionFile.open(Path(path)), Path(path).name)
        if verify:
            opened.verify()
        return opened

    def verify(self) -> None:
        """Check every byte of the file now. Raises CorpusDamaged for what does not hold."""
        self._file.verify()

    @classmethod
    def shipped(cls) -> Corpus:
        """What comes with the library: brands, services, research organisations, cases."""
        with as_file(files("confusables.tables") / "shipped.corpus") as path:
            return cls(SectionFile.open(path), "shipped")

    @classmethod
    def load(cls, path: str | Path, *, format: str | None = None) -> Corpus:  # noqa: A002 - the name that readers have
        """Open a built corpus, or build one in memory from any list that a reader knows."""
        path = Path(path)
        try:
            built = is_built(path)
        except OSError as error:
            raise CorpusError(f"{path}: cannot be read: {error.strerror or error}") from error
        if built:
            return cls.open(path)
        memory = io.BytesIO()
        _build(memory, [path], format, None, None)
        return cls(SectionFile(memory.getvalue(), str(path)), path.name)

    @classmethod
    def build(
        cls,
        out: str | Path,
        inputs: Sequence[str | Path],
        *,
        format: str | None = None,  # noqa: A002 - the name that readers have
        progress: Progress | None = None,
    ) -> Corpus:
        """Build a corpus file from lists, each read by the reader that knows it, and open it.

        An input may also be a built corpus: ``build(new, [base, day])`` adds a day's list to one
        without reading its lists again. ``format`` names the reader of the lists instead.
        ``progress`` is told how far the build is. The file appears whole or not at all. Raises
        ListError for a list that cannot be read, CorpusError where the file cannot be written,
        ValueError for one path in place of several.
        """
        if isinstance(inputs, str | os.PathLike):
            raise ValueError(f"inputs are paths in a list: [{str(inputs)!r}]")
        out = Path(out)
        with replacing(out) as file:
            _build(file, [Path(p) for p in inputs], format, progress, out.absolute().parent)
        return cls.open(out)

    @property
    def as_of(self) -> str:
        """The date of the newest source (``YYYY-MM-DD``), empty where none states one."""
        return max((s["as_of"] for s in self.sources), default="")

    def __len__(self) -> int:
        return self._store.labels

    @property
    def size(self) -> int:
        """The length of the file in bytes."""
        return self._file.size

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The suffixes under which names are registered, as A-labels."""
        return tuple(sorted(suffix for suffix in self._store.pools["suffixes"] if suffix))

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries that the sources state of names (ISO 3166 alpha-2)."""
        sets = self._store.pools["country_sets"]
        return tuple(sorted({country for one in sets for country in one.split()}))

    def candidates(self, view: View | Question) -> Iterator[Found]:
        """Rows that may be taken for the name, those with the best guess first."""
        asked = view if isinstance(view, Question) else Question(view)
        for row, guess in search(self._store, asked):
            label, kept = self._store.record(row)
            yield Found(label, row, guess, kept)

    def at(self, row: int) -> Found:
        """The row of that number; raises IndexError beyond the last."""
        if not 0 <= row < len(self):
            raise IndexError(f"row {row} of {len(self)}")
        label, kept = self._store.record(row)
        return Found(label, row, kept=kept)

    def find(self, label: str) -> Found | None:
        """The row of a label (Unicode), if there is one."""
        _, rows = self._store.filed(keys.hashed([f"=:{base_form(label)}"]))
        for row in rows.tolist():
            held, kept = self._store.record(row)
            if held == label:
                return Found(label, row, kept=kept)
        return None

    def registrations(self, found: Found) -> tuple[Registration, ...]:
        """What is registered under a row's label, by suffix."""
        return self._store.registrations(found.row, found.label)

    def readings(self, found: Found) -> tuple[Reading, ...] | None:
        """The readings of a row's label that the file keeps; None where they are made anew."""
        return self._store.readings(found.label, found.kept)


def _build(
    file: Any,
    inputs: list[Path],
    forced: str | None,
    progress: Progress | None,
    folder: Path | None,
) -> None:
    found = gathered(inputs, forced, progress)
    build.write(file, found.lines, found.sources, found.skipped, progress=progress, folder=folder)

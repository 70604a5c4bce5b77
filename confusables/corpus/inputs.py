"""What a corpus is built from: lists, and corpora that were built before."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from confusables.corpus.build import Skipped, Source, lines_of
from confusables.corpus.format import SectionFile, is_built
from confusables.corpus.rows import line
from confusables.corpus.store import Store
from confusables.errors import CorpusDamaged, ListError
from confusables.readers import format_of, read
from confusables.views import base_form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from confusables.corpus.build import Progress

__all__ = ["Gathered", "gathered", "is_corpus"]


class Gathered(NamedTuple):
    """Lines of all inputs (read as they are taken), their sources, and what was skipped."""

    lines: Iterator[str]
    sources: list[Source]
    skipped: Skipped


def gathered(inputs: list[Path], forced: str | None, progress: Progress | None) -> Gathered:
    """The lines of lists and built corpora; raises ListError where there are none."""
    if not inputs:
        raise ListError("no list to build from")
    corpora = {path: SectionFile.open(path) for path in inputs if is_corpus(path)}
    sources: dict[str, Source] = {}
    for path in inputs:
        if path in corpora:
            stated = _stated(corpora[path])
        else:
            stated = [Source(path.name, _modified(path), format_of(path, forced))]
        for source in stated:
            known = sources.get(source.name, source)
            sources[source.name] = source._replace(as_of=max(source.as_of, known.as_of))
    skipped = Skipped()
    return Gathered(
        _lines(inputs, corpora, forced, skipped, progress), [*sources.values()], skipped
    )


def _lines(
    inputs: list[Path],
    corpora: dict[Path, SectionFile],
    forced: str | None,
    skipped: Skipped,
    progress: Progress | None,
) -> Iterator[str]:
    total = sum(path.stat().st_size for path in inputs if path.exists())
    before = 0
    for path in inputs:
        if path in corpora:
            yield from _of_corpus(Store(corpora[path]))
        else:
            source = path.name.split(".")[0].replace(" ", "-")

            def told(done: int, before: int = before) -> None:
                if progress:
                    progress("reading", before + done, total)

            yield from lines_of(read(path, forced, told), str(path), source, skipped)
        before += path.stat().st_size if path.exists() else 0
        if progress:
            progress("reading", before, total)


def _of_corpus(store: Store) -> Iterator[str]:
    for row in range(store.labels):
        label, _ = store.record(row)
        base = base_form(label)
        for found in store.registrations(row, label):
            suffix = found.domain.partition(".")[2] if found.domain else ""
            yield line(base, label, suffix, found)


def _stated(file: SectionFile) -> list[Source]:
    """The sources of a corpus."""
    try:
        return [
            Source(str(s["name"]), str(s["as_of"]), str(s.get("format", "")))
            for s in file.meta["sources"]
        ]
    except (AttributeError, KeyError, TypeError):
        raise CorpusDamaged(f"{file.path}: the header lacks its parts") from None


def is_corpus(path: str | Path) -> bool:
    """Whether a file is a built corpus; False where it cannot be read."""
    try:
        return is_built(path)
    except OSError:
        return False


def _modified(path: Path) -> str:
    try:
        return dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).date().isoformat()
    except OSError:
        return ""

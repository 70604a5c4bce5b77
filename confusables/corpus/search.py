"""From a new name to the rows that may be taken for it, each with a guess of its evidence.

The guess (in bits, without the prior) is what the score would say if every key that found a row
meant what it mostly means, and the letters were compared by edits alone. It decides which
candidates are judged in full. What a key found is ranked by the kind of the key: a translation
shares no letters, and is not to be lost among names that do.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from confusables.corpus import keys
from confusables.corpus.readings import MARK
from confusables.corpus.scan import budget, scan
from confusables.corpus.signature import sign
from confusables.fold import letters
from confusables.signals import SIGNALS
from confusables.views import base_form
from confusables.words import rarity

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from confusables.corpus.store import Store
    from confusables.model import Variant
    from confusables.views import View

__all__ = ["Hit", "Question", "search"]

_SCANNED: Final = 600  # of those that the scan finds, the nearest by signature

# The families that keys speak for, and what such evidence mostly is worth, in bits.
_WORDS, _LOOK, _SOUND, _CONCEPT, _SHAPE = range(5)
_FAMILIES: Final = 5
_KEYS: Final = {
    "=": (_SHAPE, 24.0),
    "p": (_WORDS, 8.5),
    "b": (_WORDS, 9.5),
    "k": (_LOOK, 11.0),
    "a": (_SHAPE, 8.0),
    "l": (_LOOK, 8.0),
    "c": (_CONCEPT, 10.6),
    "s": (_SOUND, 3.0),
    "w": (_WORDS, 4.5),
}
_VARIANTS: Final = {
    "domain-hack": (_SHAPE, 12.9),
    "delimiter": (_SHAPE, 24.0),
    "accent": (_LOOK, 9.0),
    "homoglyph": (_LOOK, 11.0),
    "lookalike": (_LOOK, 8.0),
    "number": (_SHAPE, 10.2),
    "determiner": (_WORDS, 9.6),
    "word-order": (_WORDS, 11.5),
    "inflection": (_WORDS, 7.4),
    "affix": (_WORDS, 7.6),
    "sound": (_SOUND, 4.5),
}
_UNSURE: Final = (_SHAPE, 0.0)
_ONE_CONCEPT: Final = 5.2
_ROTATED: Final = 11.5


class Hit(NamedTuple):
    """A row, and a guess of the evidence in bits."""

    row: int
    bits: float


class Question:
    """What a new name asks of every corpus, made once."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.base = view.base
        self.own = letters(view.name.unicode) or view.base
        worth: dict[str, tuple[int, float]] = {}
        self.variants: list[Variant] = []
        for signal in SIGNALS:
            pair = _VARIANTS.get(signal.name, _UNSURE)
            made = list(signal.variants(view))
            self.variants += made
            for label, _ in made:
                key = f"=:{label if label.isalnum() and label.isascii() else base_form(label)}"
                if pair[1] >= worth.get(key, _UNSURE)[1]:
                    worth[key] = pair
        for key in keys.asked(view):
            family, bits = _worth(key)
            if key[0] == "=" and key[2:] != view.base:
                family, bits = _WORDS, 8.5
            if bits >= worth.get(key, _UNSURE)[1]:
                worth[key] = (family, bits)
        worth[f"=:{view.base}"] = _KEYS["="]
        self.keys = list(worth)
        self.families = np.array([family for family, _ in worth.values()], np.intp)
        self.bits = np.array([bits for _, bits in worth.values()])
        self.most = np.array([keys.KINDS[key[0]] for key in self.keys], np.intp)
        self.exact = np.array([key[0] == "=" for key in self.keys])
        self.hashes = keys.hashed(self.keys)
        self.information = max(view.information, 8.0)

    @cached_property
    def signature(self) -> tuple[np.uint64, np.uint64]:
        """The signature of the searched form."""
        found, pairs = sign([self.base])
        return found[0], pairs[0]

    @cached_property
    def own_signature(self) -> tuple[np.uint64, np.uint64]:
        """The signature of the letters in their own script."""
        found, pairs = sign([self.own])
        return found[0], pairs[0]


def _worth(key: str) -> tuple[int, float]:
    family, bits = _KEYS[key[0]]
    if key[0] == "c" and " " not in key:
        bits = _ONE_CONCEPT
    elif key[0] == "w":
        bits = min(6.0, 0.3 * rarity(key[2:]))
    return family, bits


def search(store: Store, asked: Question) -> list[Hit]:
    """The rows that may be taken for the name, in order of the guess, then of the row."""
    by_key = _by_keys(store, asked)
    near = [_near(store, asked, plain=True)] if asked.base.isascii() else []
    if not asked.own.isascii():
        near += [_near(store, asked, plain=False), _near_aliases(store, asked)]
    rows = np.unique(np.concatenate([by_key.rows, *near]))
    if not rows.size:
        return []
    worth = np.zeros((rows.size, _FAMILIES))
    np.maximum.at(worth, (np.searchsorted(rows, by_key.rows), by_key.families), by_key.bits)
    letter_bits = _likeness(store, asked, rows, worth)
    bits = worth.sum(axis=1) + letter_bits
    order = np.lexsort((rows, -bits))
    return [Hit(int(rows[at]), float(bits[at])) for at in order.tolist()]


class _Keyed(NamedTuple):
    rows: NDArray[np.intp]
    families: NDArray[np.intp]
    bits: NDArray[np.float64]


def _by_keys(store: Store, asked: Question) -> _Keyed:
    """What the keys find; of a key with more rows than its kind may bring, the nearest by letters.

    A key that very many share tells nothing apart and is left out, but for the searched form.
    """
    which, rows = store.filed(asked.hashes)
    counts = np.bincount(which, minlength=len(asked.keys))
    common = (counts > 50 * asked.most) & ~asked.exact
    kept = ~common[which]
    which, rows = which[kept], rows[kept]
    if (counts[which] > asked.most[which]).any():
        far = _far(store, asked, rows)
        order = np.lexsort((rows, far, which))
        rank = np.empty(which.size, np.intp)
        sorted_which = which[order]
        starts = np.searchsorted(sorted_which, sorted_which, "left")
        rank[order] = np.arange(which.size) - starts
        kept = rank < asked.most[which]
        which, rows = which[kept], rows[kept]
    return _Keyed(rows, asked.families[which], asked.bits[which])


def _far(store: Store, asked: Question, rows: NDArray[np.intp]) -> NDArray[np.intp]:
    letter, pair = asked.signature
    far: NDArray[np.intp] = np.bitwise_count(store.letters[rows] ^ letter).astype(np.intp) * 2
    far += np.bitwise_count(store.pairs[rows] ^ pair)
    return far


def _near(store: Store, asked: Question, *, plain: bool) -> NDArray[np.intp]:
    start, end = (0, store.plain) if plain else (store.plain, store.labels)
    query, text = (asked.signature, asked.base) if plain else (asked.own_signature, asked.own)
    found = scan(
        store.letters[start:end], store.pairs[start:end], query, budget(len(text)), _SCANNED
    )
    return found.rows + start


def _near_aliases(store: Store, asked: Question) -> NDArray[np.intp]:
    rows, letter, pair = store.aliases
    return rows[scan(letter, pair, asked.own_signature, budget(len(asked.own)), _SCANNED).rows]


def _likeness(
    store: Store, asked: Question, rows: NDArray[np.intp], worth: NDArray[np.float64]
) -> NDArray[np.float64]:
    """What the letters are worth, by edits; a name cut in two and turned round is put to words."""
    records = [record.partition(MARK)[0] for record in store.records(rows)]
    texts = [_form(label) for label in records]
    edits = cdist([asked.base], texts, scorer=OSA.distance, dtype=np.int32)[0]
    if not asked.own.isascii():
        own = [letters(label.decode("utf-8", "replace")) for label in records]
        edits = np.minimum(edits, cdist([asked.own], own, scorer=OSA.distance, dtype=np.int32)[0])
    lengths = np.fromiter(map(len, texts), np.int32, len(texts))
    longest = np.maximum(lengths, len(asked.base))
    cost = edits * (np.log2(longest + 1) + 3.5)
    bits: NDArray[np.float64] = np.clip((asked.information - cost - 9.0) * 0.42, -2.1, 9.0)
    twice = asked.base + asked.base
    for at in np.flatnonzero((edits > 1) & (lengths == len(asked.base))).tolist():
        if texts[at] in twice:
            worth[at, _WORDS] = _ROTATED
    return bits


def _form(label: bytes) -> str:
    """The searched form of a label."""
    if label.isascii():
        return label.replace(b"-", b"").decode("ascii")
    return base_form(label.decode("utf-8", "replace"))

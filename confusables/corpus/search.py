"""From a new name to the rows that may be taken for it, each with a guess of its evidence.

The guess (in bits, without the prior) is what the score would say if every key that found a row
meant what it mostly means, and the letters were compared by edits alone. It decides which
candidates are judged in full. What a key found is ranked by the kind of the key: a translation
shares no letters, and is not to be lost among names that do.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from confusables import rests
from confusables.corpus import edges, keys
from confusables.corpus.readings import MARK
from confusables.corpus.scan import budget, scan
from confusables.corpus.signature import sign
from confusables.corpus.worth import (
    FAMILIES,
    SOUND,
    UNSURE,
    WORDS,
    Worth,
    contained,
    lesser,
    of_key,
    of_variant,
    reordered,
    said,
    shared,
    slips,
    spelled,
    with_determiner,
)
from confusables.corpus.worth import letters as letter_bits
from confusables.determiners import determiners
from confusables.errors import InvalidName
from confusables.fold import letters
from confusables.later import cached_property
from confusables.names import from_labels
from confusables.respelled import for_search
from confusables.signals import SIGNALS, slip, sound, word_order
from confusables.spelling import SAID
from confusables.views import View, base_form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from confusables.corpus.store import Store
    from confusables.model import Signal

__all__ = ["Hit", "Question", "search"]

# Of those that the scan finds, the nearest by signature: of short names very many are near.
_SCANNED, _SCANNED_SHORT, _SHORT = 512, 1024, 7

_LEAST_BEGINNING: Final = 4  # letters
_WHOLE: Final = 320  # of the rows that hold all of the name and a generic word or determiner
# Signals whose variants need no key: their keys and what they ask find the same rows.
_BY_KEYS: Final = frozenset({
    "affix", "determiner", "inflection", "lookalike", "shorthand", "sound", "subject",
    "word-order",
})  # fmt: skip
_REFINED: Final = 48  # the likeliest, whose slips are weighed one by one
_CLOSE: Final = 2  # edits


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
        made: dict[str, Worth] = {}
        asked = keys.asked(view)
        for other in for_search(view):
            asked.update(key for key in keys.asked(other) if key[0] in "p=b")
        for signal, worth in _by_worth():
            asks = list(signal.asks(view))
            asked.update(asks)
            made_up = () if signal.name in _BY_KEYS else signal.variants(view)
            wanted = chain((_key(label) for label, _ in made_up), asks)
            made.update(dict.fromkeys(wanted, worth))
        self._made, self._asked = made, asked
        self._parts = frozenset(key[2:] for key in asked if key[0] == "p")
        self.keys = sorted(made.keys() | asked)
        whole = f"p:{view.base}"
        kinds = [key[0] for key in self.keys]
        self.most = np.array([keys.KINDS[kind] for kind in kinds])
        self.forms = np.array([kind == "=" for kind in kinds])
        self.exact = self.forms.copy()
        self.spoken = np.array([kind == "s" for kind in kinds])
        self.words = np.array([kind == "w" for kind in kinds])
        self.said = sound.keyed(view)
        self.sounds = max(1, kinds.count("s"))
        at = self.keys.index(whole)
        self.most[at], self.exact[at] = _WHOLE, True
        self.hashes = keys.hashed(self.keys)

    @cached_property
    def worth(self) -> Callable[[int], Worth]:
        """What the key of a number is worth, told only of those that find something."""
        return lru_cache(maxsize=None)(self._worth)

    def _worth(self, at: int) -> Worth:
        key = self.keys[at]
        of_made = self._made.get(key, UNSURE)
        if key not in self._asked:
            return of_made
        found = of_key(key, self.view, self._parts)
        return found if found.bits >= of_made.bits or key == f"=:{self.base}" else of_made

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


@cache
def _by_worth() -> list[tuple[Signal[View], Worth]]:
    """The signals and what their variants are worth: what several make is worth what the last
    says."""
    found = [(signal, of_variant(signal.name)) for signal in SIGNALS]
    return sorted(found, key=lambda pair: pair[1].bits)


def _key(label: str) -> str:
    """The key of the form that a label is searched by."""
    return f"=:{label if label.isalnum() and label.isascii() else base_form(label)}"


def search(store: Store, asked: Question) -> Iterator[Hit]:
    """The rows that may be taken for the name, in order of the guess, then of the row."""
    by_key = _by_keys(store, asked)
    near = []
    if asked.base.isascii():
        near.append(_near(store, asked, plain=True))
        if len(asked.base) >= _LEAST_BEGINNING:
            near += edges.beside(store, asked.base, asked.signature)
    if not asked.own.isascii():
        near += [_near(store, asked, plain=False), _near_aliases(store, asked)]
    rows = np.unique(np.concatenate([by_key.rows, *near]))
    if not rows.size:
        return iter(())
    records = store.records(rows)
    labels = [record.partition(MARK)[0] for record in records]
    found = _Met(rows, records, labels, _forms(labels), np.zeros((rows.size, FAMILIES)))
    by_key = _meant(asked, found, by_key)
    places = np.searchsorted(rows, by_key.rows)
    np.maximum.at(found.worth, (places, by_key.families), by_key.bits)
    # A sound is alike in as many languages as have a key in common.
    spoken = np.bincount(places[asked.spoken[by_key.keys]], minlength=rows.size) / asked.sounds
    found.worth[:, SOUND] *= np.where(spoken > 0, np.minimum(1.0, 0.15 + spoken), 1.0)
    named = _note_shared(asked, found, by_key)
    likeness = _likeness(asked, found)
    affixed = np.zeros(rows.size, np.bool_)
    affixed[places[by_key.beside]] = True
    for beside, signal in ((named, "shared-word"), (affixed, "affix")):
        apart = beside & (likeness < slips())
        likeness[apart] = np.maximum(spelled("beside"), likeness[apart] - lesser(signal))
    _note_sounds(store, asked, found, by_key, likeness)
    bits = found.worth.sum(axis=1) + likeness
    order = np.lexsort((rows, -bits))
    return map(Hit, rows[order].tolist(), bits[order].tolist())


class _Met(NamedTuple):
    """Rows, their records, their labels as bytes, their searched forms, and what each family may be
    worth."""

    rows: NDArray[np.intp]
    records: Sequence[bytes]
    labels: list[bytes]
    texts: list[str]
    worth: NDArray[np.float64]


class _Keyed(NamedTuple):
    rows: NDArray[np.intp]
    keys: NDArray[np.intp]
    families: NDArray[np.intp]
    bits: NDArray[np.float64]
    beside: NDArray[np.bool_]


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
        far = edges.far(store, asked.signature, rows)
        order = np.lexsort((rows, far, which))
        rank = np.empty(which.size, np.intp)
        sorted_which = which[order]
        starts = np.searchsorted(sorted_which, sorted_which, "left")
        rank[order] = np.arange(which.size) - starts
        kept = rank < asked.most[which]
        which, rows = which[kept], rows[kept]
    found, back = np.unique(which, return_inverse=True)
    worth = [asked.worth(at) for at in found.tolist()] or [UNSURE]
    families = np.array([family for family, _, _ in worth], np.intp)[back]
    bits = np.array([bits for _, bits, _ in worth])[back]
    beside = np.array([beside for _, _, beside in worth])[back]
    return _Keyed(rows, which, families, bits, beside)


def _meant(asked: Question, found: _Met, by_key: _Keyed) -> _Keyed:
    """Without the rows of which another form has the hash of a form that was asked for."""
    exact = np.flatnonzero(asked.forms[by_key.keys])
    places = np.searchsorted(found.rows, by_key.rows[exact])
    meant = np.ones(by_key.rows.size, np.bool_)
    meant[exact] = [
        asked.keys[key][2:] == found.texts[at]
        for key, at in zip(by_key.keys[exact].tolist(), places.tolist(), strict=True)
    ]
    rows, which, families, bits, beside = by_key
    return _Keyed(rows[meant], which[meant], families[meant], bits[meant], beside[meant])


def _near(store: Store, asked: Question, *, plain: bool) -> NDArray[np.intp]:
    start, end = (0, store.plain) if plain else (store.plain, store.labels)
    query, text = (asked.signature, asked.base) if plain else (asked.own_signature, asked.own)
    found = scan(
        store.letters[start:end],
        store.pairs[start:end],
        query,
        budget(len(text) + 1) + (not plain),
        _SCANNED if len(text) > _SHORT else _SCANNED_SHORT,
    )
    return found.rows + start


def _near_aliases(store: Store, asked: Question) -> NDArray[np.intp]:
    rows, letter, pair = store.aliases
    return rows[scan(letter, pair, asked.own_signature, budget(len(asked.own)) + 1, _SCANNED).rows]


def _likeness(asked: Question, found: _Met) -> NDArray[np.float64]:
    """What the letters are worth, by edits; a name cut in two and turned round is put to words."""
    texts, worth = found.texts, found.worth
    edits = cdist([asked.base], texts, scorer=OSA.distance, dtype=np.int32)[0]
    if not asked.own.isascii():
        own = [letters(label.decode("utf-8", "replace")) for label in found.labels]
        edits = np.minimum(edits, cdist([asked.own], own, scorer=OSA.distance, dtype=np.int32)[0])
    lengths = np.fromiter(map(len, texts), np.int32, len(texts))
    longest = np.maximum(lengths, len(asked.base))
    strength = slip.strength(longest, edits * (np.log2(longest + 1) + 3.5))
    strength[edits > slip.MOST * longest] = slip.FAR
    if asked.base.isascii():  # between scripts the letters tell nothing of the sound
        latin = np.fromiter(map(str.isascii, texts), np.bool_, len(texts))
        worth[latin & (edits > sound.MOST * longest), SOUND] = 0.0
    turned = (edits > 1) & (abs(lengths - len(asked.base)) <= word_order.JOINER)
    for at in np.flatnonzero(turned).tolist():
        if word_order.rotated(asked.base, texts[at]):
            worth[at, WORDS] = reordered()
    _note_determiners(asked, texts, worth)
    _note_contained(asked, texts, worth)
    sure = worth.sum(axis=1)
    near = np.flatnonzero(edits <= _CLOSE)
    for at in near[np.argsort(-(sure + letter_bits(strength))[near], kind="stable")][
        :_REFINED
    ].tolist():
        strength[at] = slip.strength(int(longest[at]), slip.cost(asked.base, texts[at]))
    return letter_bits(strength)


def _note_shared(asked: Question, found: _Met, by_key: _Keyed) -> NDArray[np.bool_]:
    """Put to words what a rare word in common is of the two names; where it is all of one that
    begins or ends the other."""
    named = np.zeros(len(found.texts), np.bool_)
    view = asked.view
    alone = {core[0] for core in view.cores if len(core) == 1}
    for at in np.flatnonzero(asked.words[by_key.keys]).tolist():
        place = int(np.searchsorted(found.rows, by_key.rows[at]))
        word = asked.keys[by_key.keys[at]][2:]
        text = found.texts[place]
        extra = text.replace(word, "", 1)
        whole = word in alone or not extra or extra in determiners()  # which are no part of a core
        name = whole and rests.beside(*sorted((asked.base, text), key=len)) is not None
        bits = shared(word, extra, view.information, whole=whole, name=name)
        named[place] |= name
        found.worth[place, WORDS] = max(found.worth[place, WORDS], bits)
    return named


def _note_sounds(
    store: Store,
    asked: Question,
    found: _Met,
    by_key: _Keyed,
    likeness: NDArray[np.float64],
) -> None:
    """Put to the sound, for the likeliest that a key of it found, whether it is the same."""
    worth, digits = found.worth, sound.digits(asked.base)
    order = np.argsort(-(worth.sum(axis=1) + likeness), kind="stable")[:_REFINED]
    spoken = asked.spoken[by_key.keys]
    which, rows = by_key.keys[spoken], by_key.rows[spoken]
    for at in order[worth[order, SOUND] > 0.0].tolist():
        if sound.digits(found.texts[at]) != digits:
            worth[at, SOUND] = 0.0
            continue
        codes = (asked.said[asked.keys[key]] for key in which[rows == found.rows[at]].tolist())
        label = found.labels[at].decode("utf-8", "replace")
        kept = store.readings(label, found.records[at].partition(MARK)[2])
        try:
            old = View(from_labels(label, None), kept)
        except InvalidName:  # of a damaged file: told where the row is judged
            continue
        same = sound.same_in(asked.view, old, chain.from_iterable(codes))
        worth[at, SOUND] = said(same)
        if same and ("sound", same[0]) in SAID:
            likeness[at] = max(likeness[at], spelled("said"))


def _note_determiners(asked: Question, texts: list[str], worth: NDArray[np.float64]) -> None:
    """Put to words what differs from the name by a determiner alone."""
    for rest in {asked.base, *(bare.rest for bare in asked.view.bares)}:
        if len(rest) < _LEAST_BEGINNING:  # mere letters may stand before it
            continue
        bits = with_determiner(rest)
        for at, text in enumerate(texts):
            if text.endswith(rest) and text[: -len(rest)] in determiners():
                worth[at, WORDS] = max(worth[at, WORDS], bits)


def _note_contained(asked: Question, texts: list[str], worth: NDArray[np.float64]) -> None:
    """Put to words the names that begin or end with all of the new one."""
    for at, text in enumerate(texts):
        if asked.base in text and (beside := rests.beside(asked.base, text)):
            worth[at, WORDS] = max(worth[at, WORDS], contained(asked.base, beside.extra))


def _forms(labels: list[bytes]) -> list[str]:
    """The searched forms of labels; all at once where they are plain, as most are."""
    joined = b"\n".join(labels)
    if joined.isascii():
        forms = joined.replace(b"-", b"").decode("ascii").split("\n")
        if len(forms) == len(labels):
            return forms
    return list(map(_form, labels))


def _form(label: bytes) -> str:
    """The searched form of a label."""
    if label.isascii():
        return label.replace(b"-", b"").decode("ascii")
    return base_form(label.decode("utf-8", "replace"))

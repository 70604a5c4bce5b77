"""Words: run-together names are split, words are weighed, and words of one meaning meet.

A label is read in each language by the cheapest chain of known words (a Viterbi over bits), with
the function words of that language cheap where they belong and dear elsewhere. Letters that are
no known word may stand in a chain, at a price, and one language's words in another's reading.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from confusables.fold import fold
from confusables.languages import LANGUAGES
from confusables.model import Reading
from confusables.tables import open_table
from confusables.tables.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["concepts", "is_generic", "known", "rarity", "read"]

_LONGEST_WORD: Final = 24
_LONGEST_RUN: Final = 50
"""A run of letters longer than this is read as one word."""

# Prices in bits, beside the bits of the words themselves. Tuned on names of the token table's own
# sources and on two thirds of the labelled kinds (benchmarks/languages.py).
_A_WORD: Final = 0.5  # every word: fewer are likelier
_IN_A_PART: Final = 5.0  # every word, where hyphens already divide
_UNKNOWN: Final = 12.0  # letters that are no known word, and for each of them at least
_A_LETTER: Final = 2.0
_NO_LANGUAGE: Final = 1.0  # a word of no language (a name)
_FOREIGN: Final = 4.0  # a word of other languages
_ENGLISH: Final = 2.5  # an English word in another language's reading
_FUNCTION: Final = 4.5  # a determiner or linking word where it belongs
_SHORT: Final = (0.0, 4.0, 1.5)  # more for function words of one and two letters
_INSIDE: Final = 3.0  # more for determiners inside a name: caen la mer
_MISPLACED: Final = 8.0  # more for function words elsewhere
_THREE: Final = 1.0  # more for other words of three letters, and of two
_TWO: Final = 3.0
_STUB: Final = 8.0  # more for unknown parts of one or two letters
_BESIDE: Final = 6.0  # more for unknown letters after a function word
_MARGIN: Final = 7.0  # readings this much worse than the best are left out
_FAR: Final = 1e9
_WORD, _LINKING, _DETERMINER, _LOOSE = _STATES = range(4)
_ELIDED: Final = frozenset("dl")
_VOWELS: Final = frozenset("aeiouyh")


@lru_cache(maxsize=32768)
def rarity(word: str) -> float:
    """Bits that a folded word is worth: -log2 of its share among the words of names.

    A word that the table does not hold is estimated by its letters: long and odd ones are worth
    more, and none less than 14 bits or more than 40.
    """
    table = vocabulary()
    row = table.find(word)
    if row is not None:
        return table.bits[row] / 4
    return min(40.0, max(14.0, 4.0 + 0.9 * sum(table.spelling(word))))


def known(word: str) -> tuple[str, ...]:
    """The languages in which a folded word is in use, function words included.

    Empty for unknown words, and for the names of people, places and brands.
    """
    return _codes(vocabulary().mask(word))


@cache
def _codes(mask: int) -> tuple[str, ...]:
    return tuple(code for bit, code in enumerate(vocabulary().codes) if mask >> bit & 1)


@cache
def _generic() -> frozenset[str]:
    return frozenset(open_table("generic.txt").decode("ascii").split())


def is_generic(word: str) -> bool:
    """Whether a folded word is a commercial affix that tells no name from another: shop, online."""
    return word in _generic()


@cache
def _concepts() -> dict[str, str]:
    """Concept ids, divided by spaces, by word and by language and stem ("fr:panier")."""
    cells = open_table("concepts.tsv").decode("ascii").rstrip("\n").replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=True))


@lru_cache(maxsize=16384)
def concepts(word: str) -> tuple[int, ...]:
    """The concepts of a folded word in all languages, in order; of its stems where it has none."""
    table = _concepts()
    exact = table.get(word)
    if exact is not None:
        return tuple(map(int, exact.split()))
    found: set[int] = set()
    for language in LANGUAGES:
        found.update(map(int, table.get(f"{language.code}:{language.stem(word)}", "").split()))
    return tuple(sorted(found))


class _Tongue(NamedTuple):
    """One language as the splitter sees it; ``bit`` is its bit in the masks."""

    code: str
    bit: int
    function: frozenset[str]


@cache
def _tongues() -> tuple[_Tongue, ...]:
    codes = vocabulary().codes
    return tuple(
        _Tongue(
            language.code,
            1 << codes.index(language.code) if language.code in codes else 1 << (8 + place),
            language.determiners | language.linking,
        )
        for place, language in enumerate(LANGUAGES)
    )


@cache
def _function_masks() -> dict[str, tuple[int, int]]:
    """For each function word the languages that have it as determiner, and as linking word."""
    masks: dict[str, tuple[int, int]] = {}
    for tongue, language in zip(_tongues(), LANGUAGES, strict=True):
        for word in tongue.function:
            determiner, linking = masks.get(word, (0, 0))
            masks[word] = (
                determiner | (tongue.bit if word in language.determiners else 0),
                linking | (tongue.bit if word in language.linking else 0),
            )
    return masks


class _Edge(NamedTuple):
    """A known word in a run of letters, with its price as a word and as a function word."""

    start: int
    bits: float
    mask: int
    determiner: int
    linking: int
    as_determiner: float
    as_linking: float


class _Lattice(NamedTuple):
    """The known words of a run of letters by the place of their end, and a price a letter."""

    ending: tuple[tuple[_Edge, ...], ...]
    letters: tuple[float, ...]
    masks: int


@lru_cache(maxsize=2048)
def _lattice(run: str, first: bool, last: bool, tight: bool) -> _Lattice:
    table = vocabulary()
    bits, masks, function = table.bits, table.masks, _function_masks()
    length = len(run)
    a_word = _A_WORD + (_IN_A_PART if tight else 0.0)
    ending: list[list[_Edge]] = [[] for _ in range(length + 1)]
    everywhere = 0
    for start in range(length):
        part = table.part(run[start : start + 3])
        for end in range(start + 1, min(length, start + _LONGEST_WORD) + 1):
            word = run[start:end]
            row = part.get(word) if end > start + 2 else table.find(word)
            if row is None:
                continue
            size = end - start
            determiner, linking = function.get(word, (0, 0))
            as_determiner = as_linking = _FAR
            if determiner or linking:
                price = _FUNCTION + a_word + (_SHORT[size] if size < 3 else 0.0)
                if size == 1 and word in _ELIDED:
                    price += -3.0 if run[end : end + 1] in _VOWELS else _FAR
                begins, ends = start == 0 and first, end == length and last
                as_determiner = price + (_MISPLACED if ends else 0.0 if begins else _INSIDE)
                as_linking = price + (_MISPLACED if begins or ends else 0.0)
            plain = bits[row] / 4 + a_word if size > 1 else _FAR
            if size < 4:
                plain += _THREE if size == 3 else _FAR if determiner or linking else _TWO
            mask = masks[row]
            if size > 3:
                everywhere |= mask
            edge = _Edge(start, plain, mask, determiner, linking, as_determiner, as_linking)
            ending[end].append(edge)
            if start == 0 and first and size > 1:
                everywhere |= determiner
    letters = tuple(max(_A_LETTER, bits_of) for bits_of in table.spelling(run)[:-1])
    return _Lattice(tuple(tuple(edges) for edges in ending), letters, everywhere)


def _price(edge: _Edge, bit: int) -> tuple[float, int]:
    """What an edge costs in a language (bit 0: in none), and its state: see ``_best``."""
    mask = edge.mask
    if not bit:
        return (edge.bits + (_NO_LANGUAGE if mask else 0.0)), _WORD
    if (edge.determiner | edge.linking) & bit:
        # A function word is nothing else in its own language, however common its letters are.
        as_linking = edge.as_linking if edge.linking & bit else _FAR
        if edge.determiner & bit and edge.as_determiner < as_linking:
            return edge.as_determiner, _DETERMINER
        return as_linking, _LINKING
    if mask & bit:
        return edge.bits, _WORD
    if not mask:
        return edge.bits + _NO_LANGUAGE, _WORD
    return edge.bits + (_ENGLISH if mask & _english() else _FOREIGN), _WORD


@cache
def _english() -> int:
    return next((tongue.bit for tongue in _tongues() if tongue.code == "en"), 0)


def _best(run: str, lattice: _Lattice, bit: int) -> tuple[float, tuple[str, ...]]:
    """The cheapest chain of words for a run of letters in one language (bit 0: in none).

    After each letter a chain is in one of four states: a word has ended, a linking word has, a
    determiner has, or the letter is inside a part that is no known word.
    """
    length = len(run)
    cost = [[_FAR] * (length + 1) for _ in _STATES]
    back = [[(0, _WORD)] * (length + 1) for _ in _STATES]
    word, linking, determiner, loose = cost
    opened = back[_LOOSE]
    word[0] = 0.0
    for end in range(1, length + 1):
        before = end - 1
        least, opener = loose[before], opened[before]
        for state, more in ((_WORD, 0.0), (_LINKING, _BESIDE), (_DETERMINER, _BESIDE)):
            opening = cost[state][before] + more + _UNKNOWN + _A_WORD
            if opening < least:
                least, opener = opening, (before, state)
        loose[end], opened[end] = least + lattice.letters[before], opener
        for edge in lattice.ending[end]:
            start = edge.start
            price, state = _price(edge, bit)
            best, origin = word[start], _WORD
            # After a linking word a determiner is where it belongs (journal de l'economie), after
            # another determiner it is not.
            other = linking[start] - (_INSIDE if state == _DETERMINER else 0.0)
            if other < best:
                best, origin = other, _LINKING
            other = determiner[start] + (_MISPLACED if state == _DETERMINER else 0.0)
            if other < best:
                best, origin = other, _DETERMINER
            other = loose[start] + (_STUB if start - opened[start][0] < 3 else 0.0)
            if other < best:
                best, origin = other, _LOOSE
            if best + price < cost[state][end]:
                cost[state][end], back[state][end] = best + price, (start, origin)
    if length - opened[length][0] < 3:
        loose[length] += _STUB
    state = min(_STATES, key=lambda s: cost[s][length])
    total = cost[state][length]
    words: list[str] = []
    at = length
    while at:
        start, state = back[state][at]
        words.append(run[start:at])
        at = start
    return total, tuple(reversed(words))


def _runs(text: str) -> Iterator[str]:
    """Runs of letters and runs of digits of a folded label; everything else divides."""
    at = 0
    while at < len(text):
        if not text[at].isalnum():
            at += 1
            continue
        digit = text[at].isdecimal()
        end = at + 1
        while end < len(text) and text[end].isalnum() and text[end].isdecimal() == digit:
            end += 1
        yield text[at:end]
        at = end


def _splittable(run: str) -> bool:
    return 3 < len(run) <= _LONGEST_RUN and run.isascii() and run.isalpha()


class _Parts(NamedTuple):
    """A label ready to be read: its runs, and the lattices of those that may be split."""

    runs: tuple[str, ...]
    lattices: tuple[_Lattice | None, ...]

    def read(self, bit: int) -> tuple[float, tuple[str, ...]]:
        total = 0.0
        words: list[str] = []
        for run, lattice in zip(self.runs, self.lattices, strict=True):
            if lattice is None:
                words.append(run)
                continue
            cost, parts = _best(run, lattice, bit)
            total += cost
            words.extend(parts)
        return total, tuple(words)


def _parts(folded: str) -> _Parts:
    runs = tuple(_runs(folded))
    tight = any(not c.isalnum() for c in folded.strip("-"))
    last = len(runs) - 1
    return _Parts(
        runs,
        tuple(
            _lattice(run, place == 0, place == last, tight) if _splittable(run) else None
            for place, run in enumerate(runs)
        ),
    )


def read(label: str, written: tuple[str, ...] = ()) -> tuple[Reading, ...]:
    """The readings of a Unicode label, the best first, at most one a language.

    ``written`` are the words as their owner typed them: they give the first reading, ``und``.
    Where no language reads the label, one reading ``und`` has the names that it is made of, or
    the label as one word. Empty only for a label without any letter or digit.
    """
    return _read(label, written)


@lru_cache(maxsize=8192)
def _read(label: str, written: tuple[str, ...]) -> tuple[Reading, ...]:
    parts = _parts(fold(label))
    found = _readings(parts)
    if not written:
        return found
    words = tuple(run for word in written for run in _runs(fold(word))) or parts.runs
    readings = tuple(reading for reading in found if reading.language != "und")
    core = _core_of_written(words, readings[0].language if readings else "und")
    return (Reading("und", words, core), *readings)


def _readings(parts: _Parts) -> tuple[Reading, ...]:
    runs = parts.runs
    if not runs:
        return ()
    neutral, names = parts.read(0)
    mask = 0
    for run, lattice in zip(runs, parts.lattices, strict=True):
        mask |= lattice.masks if lattice else vocabulary().mask(run)
    scored = []
    for tongue in _tongues():
        if mask & tongue.bit:
            total, words = parts.read(tongue.bit)
            if total <= neutral + _MARGIN and _speaks(words, tongue):
                scored.append((total, tongue, words))
    if not scored:
        return (Reading("und", names, names),)
    scored.sort(key=lambda item: item[0])
    most = scored[0][0] + _MARGIN
    return tuple(
        Reading(tongue.code, words, _core(words, tongue.function))
        for total, tongue, words in scored
        if total <= most
    )


def _speaks(words: tuple[str, ...], tongue: _Tongue) -> bool:
    """Whether a reading has a word of the language, or one of its determiners before a name."""
    masks = [vocabulary().mask(w) for w in words if len(w) > 2 and w not in tongue.function]
    if any(mask & tongue.bit for mask in masks):
        return True
    first = words[0]
    determiner = _function_masks().get(first, (0, 0))[0] & tongue.bit
    return bool(determiner and len(words) > 1 and len(first) > 1 and 0 in masks)


def _core(words: tuple[str, ...], function: frozenset[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in function) or words


def _core_of_written(words: tuple[str, ...], code: str) -> tuple[str, ...]:
    """What a reader of the language leaves out; without one, a first determiner of any."""
    for tongue in _tongues():
        if tongue.code == code:
            return _core(words, tongue.function)
    if len(words) > 1 and _function_masks().get(words[0], (0, 0))[0]:
        return words[1:]
    return words

"""Words: run-together names are split, words are weighed, and words of one meaning meet."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from confusables.errors import TablesError
from confusables.fold import fold
from confusables.languages import LANGUAGES
from confusables.model import Reading
from confusables.tables import open_table

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["concepts", "is_generic", "known", "rarity", "read"]

_LONGEST_WORD: Final = 24
_LONGEST_RUN: Final = 50
"""A run of letters longer than this is read as one word."""

# Costs in bits, beside those of the words themselves; tuned on names of the token table's sources.
_A_WORD: Final = 1.5  # for every word: fewer words are likelier
_UNKNOWN: Final = 12.0  # for letters that are no known word
_NO_LANGUAGE: Final = 1.0  # a word of no language (a name) inside a reading
_FOREIGN: Final = 4.0  # a word of other languages
_FUNCTION: Final = 4.5  # a determiner or linking word where it belongs
_MISPLACED: Final = 7.0  # elsewhere
_BEFORE_UNKNOWN: Final = 6.0  # a determiner before letters that are no known word
_MARGIN: Final = 7.0  # readings this much worse than the best are left out
_ELIDED: Final = frozenset("dl")
_VOWELS: Final = frozenset("aeiouyh")


class _Vocabulary(NamedTuple):
    places: dict[str, int]
    bits: bytes  # quarters of a bit
    masks: bytes
    codes: tuple[str, ...]
    letters: bytes  # eighths of a bit for each pair of letters


@cache
def _vocabulary() -> _Vocabulary:
    content = open_table("words.bin")
    end = content.index(b"\n")
    fields = content[:end].decode("ascii").split("\t")
    if len(fields) != 3 or fields[0] != "confusables words 1":
        raise TablesError("the table words.bin is not one that this release reads")
    count = int(fields[2])
    start = len(content) - 27 * 27 - 2 * count
    words = content[end + 1 : start - 1].decode("ascii").split("\n")
    return _Vocabulary(
        dict(zip(words, range(count), strict=True)),
        content[start : start + count],
        content[start + count : start + 2 * count],
        tuple(fields[1].split()),
        content[start + 2 * count :],
    )


def _letter_bits(word: str, letters: bytes) -> float:
    """Bits of a word by its letters: edge, then each letter after the one before."""
    total, last = 0, 0
    for letter in word:
        here = ord(letter) - 96
        if not 0 < here < 27:
            here = 17  # as rare as a q
        total += letters[last * 27 + here]
        last = here
    return (total + letters[last * 27]) / 8


def rarity(word: str) -> float:
    """Bits that a folded word is worth: -log2 of its share among the words of names.

    A word that the table does not hold is estimated by its letters: long and odd ones are worth
    more, and none less than a rare known word of one letter more.
    """
    table = _vocabulary()
    at = table.places.get(word)
    if at is not None:
        return table.bits[at] / 4
    return min(40.0, max(14.0, 4.0 + 0.75 * _letter_bits(word, table.letters)))


def known(word: str) -> tuple[str, ...]:
    """The languages in which a folded word, or the word that it is a form of, is in use.

    Empty for names of people, places and brands, and for unknown words.
    """
    table = _vocabulary()
    at = table.places.get(word)
    mask = table.masks[at] if at is not None else 0
    return tuple(code for bit, code in enumerate(table.codes) if mask >> bit & 1)


class _Function(NamedTuple):
    """The function words of one language, and its bit in the masks."""

    code: str
    bit: int
    determiners: frozenset[str]
    linking: frozenset[str]


@cache
def _functions() -> tuple[_Function, ...]:
    codes = _vocabulary().codes
    return tuple(
        _Function(
            language.code,
            1 << codes.index(language.code) if language.code in codes else 0,
            language.determiners,
            language.linking,
        )
        for language in LANGUAGES
    )


class _Edge(NamedTuple):
    start: int
    end: int
    word: str
    bits: float
    mask: int
    known: bool


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


@lru_cache(maxsize=4096)
def _lattice(run: str) -> tuple[tuple[_Edge, ...], ...]:
    """The known words in a run of letters, by the place where they end, and what none covers."""
    table = _vocabulary()
    index, bits, masks = table.places, table.bits, table.masks
    length = len(run)
    letters = [_letter_bits(run[: end + 1], table.letters) for end in range(length)]
    ending: list[list[_Edge]] = [[] for _ in range(length + 1)]
    short = _short()
    for start in range(length):
        for end in range(start + 1, min(length, start + _LONGEST_WORD) + 1):
            word = run[start:end]
            at = index.get(word)
            if at is not None and (end - start > 2 or end - start == length):
                ending[end].append(_Edge(start, end, word, bits[at] / 4 + _A_WORD, masks[at], True))
                continue
            if end - start < 3:
                if at is not None or word in short:
                    cost = (bits[at] / 4 + 2 * _A_WORD) if at is not None else 99.0
                    mask = masks[at] if at is not None else 0
                    ending[end].append(_Edge(start, end, word, cost, mask, True))
                continue
            if at is None:
                spelled = letters[end - 1] - (letters[start - 1] if start else 0.0)
                cost = _UNKNOWN + max(spelled, 3.0 * (end - start)) + _A_WORD
                ending[end].append(_Edge(start, end, word, cost, 0, False))
    return tuple(tuple(edges) for edges in ending)


@cache
def _short() -> frozenset[str]:
    """Function words of one or two letters."""
    return frozenset(
        word
        for function in _functions()
        for word in function.determiners | function.linking
        if len(word) < 3
    )


def _best(
    run: str, function: _Function | None, first: bool, last: bool
) -> tuple[float, tuple[str, ...]]:
    """The cheapest words of one run in one language (None: as names, without function words)."""
    lattice = _lattice(run)
    length = len(run)
    far = 1e9
    # The state after a place: whether the word that ends there is a determiner at the beginning.
    cost = [[far, far] for _ in range(length + 1)]
    back: list[list[tuple[int, int]]] = [[(0, 0), (0, 0)] for _ in range(length + 1)]
    cost[0][0] = 0.0
    bit = function.bit if function else 0
    for end in range(1, length + 1):
        for edge in lattice[end]:
            start, mask = edge.start, edge.mask
            before = cost[start]
            paid = 0
            if function and edge.word in function.determiners | function.linking:
                price = _function_cost(run, edge, function, first, last)
                paid = int(edge.word in function.determiners)
                plain = edge.bits + (0.0 if mask & bit else _FOREIGN)
                if plain < price:
                    price, paid = plain, 0
            elif mask & bit:
                price = edge.bits
            elif mask:
                price = edge.bits + _FOREIGN
            else:
                price = edge.bits + _NO_LANGUAGE
            here = before[0]
            state = 0
            after = before[1] if edge.known else before[1] + _BEFORE_UNKNOWN
            if after < here:
                here, state = after, 1
            if here + price < cost[end][paid]:
                cost[end][paid] = here + price
                back[end][paid] = (start, state)
    state = 0 if cost[length][0] <= cost[length][1] else 1
    total = cost[length][state]
    if total >= 99.0 + _A_WORD and total > _UNKNOWN + 5.0 * length:
        return total, (run,)
    words: list[str] = []
    at = length
    while at:
        start, before_state = back[at][state]
        words.append(run[start:at])
        at, state = start, before_state
    return total, tuple(reversed(words))


def _function_cost(run: str, edge: _Edge, function: _Function, first: bool, last: bool) -> float:
    """What a function word costs where it stands: little only where it belongs."""
    word, start, end = edge.word, edge.start, edge.end
    whole = len(run)
    if len(word) == 1 and word in _ELIDED and run[end : end + 1] not in _VOWELS:
        return 99.0
    price = _FUNCTION + (3.0 if len(word) == 1 else 1.0 if len(word) == 2 else 0.0)
    begins, ends = start == 0 and first, end == whole and last
    if word in function.determiners and begins and not ends:
        return price
    if word in function.linking and not begins and not ends:
        return price
    return price + _MISPLACED


def _core(words: tuple[str, ...], function: _Function) -> tuple[str, ...]:
    core = tuple(w for w in words if w not in function.determiners and w not in function.linking)
    return core or words


def read(label: str, written: tuple[str, ...] = ()) -> tuple[Reading, ...]:
    """The readings of a Unicode label, the best first, at most one a language.

    ``written`` are the words as their owner typed them: they give the first reading, ``und``.
    Where no language reads the label, one reading ``und`` has the whole label as its word, or its
    parts between hyphens and digits. Empty only for a label without any letter or digit.
    """
    return _read(label, written)


@lru_cache(maxsize=8192)
def _read(label: str, written: tuple[str, ...]) -> tuple[Reading, ...]:
    runs = tuple(_runs(fold(label)))
    found = _by_language(runs)
    plain = runs if len(runs) > 1 else runs[:1]
    if written:
        words = tuple(part for word in written for part in _runs(fold(word))) or plain
        first = found[0].language if found else "und"
        core = _core_of_written(words, first)
        return (Reading("und", words, core), *found)
    if found:
        return found
    return (Reading("und", plain, plain),) if plain else ()


def _core_of_written(words: tuple[str, ...], code: str) -> tuple[str, ...]:
    """What a person who reads the language leaves out; the first word by any language."""
    for function in _functions():
        if function.code == code:
            return _core(words, function)
    for function in _functions():
        if words[0] in function.determiners and len(words) > 1:
            return _core(words, function)
    return words


def _by_language(runs: tuple[str, ...]) -> tuple[Reading, ...]:
    if not any(_splittable(run) or _is_word(run) for run in runs):
        return ()
    scored = []
    neutral, _ = _score(runs, None)
    for function in _functions():
        total, words = _score(runs, function)
        if total < neutral + _MARGIN and _speaks(words, function):
            scored.append((total, function, words))
    if not scored:
        return ()
    best = min(total for total, _, _ in scored)
    scored.sort(key=lambda item: item[0])
    return tuple(
        Reading(function.code, words, _core(words, function))
        for total, function, words in scored
        if total <= best + _MARGIN
    )


def _is_word(run: str) -> bool:
    return run in _vocabulary().places


def _score(runs: tuple[str, ...], function: _Function | None) -> tuple[float, tuple[str, ...]]:
    total = 0.0
    words: list[str] = []
    for place, run in enumerate(runs):
        if _splittable(run):
            cost, parts = _best(run, function, place == 0, place == len(runs) - 1)
            total += cost
            words.extend(parts)
        else:
            words.append(run)
    return total, tuple(words)


def _speaks(words: tuple[str, ...], function: _Function) -> bool:
    """Whether a language has a word of its own in a reading, beside its function words."""
    table = _vocabulary()
    for word in words:
        at = table.places.get(word)
        if at is None or not table.masks[at] & function.bit:
            continue
        if len(word) > 2 and word not in function.determiners and word not in function.linking:
            return True
    return False


_GENERIC_TABLE: Final = "generic.txt"


@cache
def _generic() -> frozenset[str]:
    return frozenset(open_table(_GENERIC_TABLE).decode("ascii").split())


def is_generic(word: str) -> bool:
    """Whether a folded word is a commercial affix that tells no name from another: shop, online."""
    return word in _generic()


@cache
def _concepts() -> dict[str, tuple[int, ...]]:
    """Concept ids by word, and by language and stem ("fr:panier")."""
    table: dict[str, tuple[int, ...]] = {}
    for line in open_table("concepts.tsv").decode("ascii").split("\n"):
        word, tab, ids = line.partition("\t")
        if tab:
            table[word] = tuple(map(int, ids.split()))
    return table


@lru_cache(maxsize=16384)
def concepts(word: str) -> tuple[int, ...]:
    """The concepts of a folded word in all languages, in order; of its stem where it has none."""
    table = _concepts()
    exact = table.get(word)
    if exact is not None:
        return exact
    found: set[int] = set()
    for language in LANGUAGES:
        found.update(table.get(f"{language.code}:{language.stem(word)}", ()))
    return tuple(sorted(found))

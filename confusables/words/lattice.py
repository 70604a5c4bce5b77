"""The splitter: the cheapest chain of known words for a run of letters, language by language."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from confusables.languages import BEFORE_ELIDED, ELIDED, LANGUAGES, ONLY_BEFORE_VOWELS
from confusables.tables.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from confusables.model import Language

__all__ = ["Lattice", "Tongue", "function_masks", "lattice_of", "tongues"]

# Prices in bits, beside the bits of the words themselves. Tuned on names of the token table's own
# sources, on names of companies, on the lists of split names but the last two, and on
# two thirds of the labelled kinds (benchmarks/languages.py).
_A_WORD: Final = 1.0  # every word: fewer are likelier
_IN_A_PART: Final = 5.0  # every word, where hyphens already divide
_UNKNOWN: Final = 9.0  # letters that are no known word, and for each of them at least
_A_LETTER: Final = 3.5
_STUB: Final = 7.5  # more where they are one or two
_ALONE: Final = 6.0  # more where it is one: handwerk s gruppe
_NO_LANGUAGE: Final = 4.0  # a word of no language (a name)
_FOREIGN: Final = 9.5  # a word of other languages
_ENGLISH: Final = 5.5  # an English word in another language's reading
_TWO: Final = 6.0  # more for words of two letters that are no function words
_THREE: Final = 1.5
_FUNCTION: Final = 4.5  # a determiner or linking word where it belongs
_SHORT: Final = (0.0, 3.5, 1.0)  # more for function words of one and two letters
_ELISION: Final = 5.0  # less for l and d before a vowel; before a consonant they are none
_INSIDE: Final = 4.5  # more for determiners inside a name: caen la mer
_MISPLACED: Final = 12.0  # more for function words elsewhere
_FIRST: Final = 7.0  # more for contracted forms at the beginning: au chat noir
_AT_END: Final = 16.0  # more for function words at the end of a name
_BESIDE: Final = 4.0  # more for unknown letters after a determiner: lacombe
_ENGLISH_TWO: Final = 4.0  # more for linking words of two letters in English: names end in -on
_AFTER: Final = 3.0  # more for those of any language after unknown letters: jianx in
_MORE_IF_SHORT: Final = (_ENGLISH_TWO, _AFTER)
_STUB_SIZE: Final = 3  # letters that are no stub any more
_FAR: Final = 1e9
_WORD, _LINKING, _DETERMINER, _LOOSE = _STATES = range(4)
_START: Final = (0, _WORD)
_STUB_BEGINS: Final = _UNKNOWN + _A_WORD + _STUB


class Tongue(NamedTuple):
    """One language as the splitter sees it; ``bit`` is its bit in the masks, ``articled``
    determiners of two words, an article and a possessive: ilmio, and ``whose`` the possessives,
    with which words begin by accident, while texts run names together with articles (lemonde)."""

    code: str
    bit: int
    function: frozenset[str]
    articled: Mapping[str, tuple[str, str]]
    whose: frozenset[str]


@cache
def tongues() -> tuple[Tongue, ...]:
    """The languages in their order, those that the token table does not know of too."""
    codes = vocabulary().codes
    return tuple(
        Tongue(
            language.code,
            1 << codes.index(language.code) if language.code in codes else 1 << (8 + place),
            language.determiners | language.linking,
            dict(_articled(language)),
            frozenset().union(*language.possessives.values()),
        )
        for place, language in enumerate(LANGUAGES)
    )


def _articled(language: Language) -> Iterator[tuple[str, tuple[str, str]]]:
    possessives = frozenset().union(*language.possessives.values())
    for determiner in language.determiners:
        for cut in range(1, len(determiner)):
            article, whose = determiner[:cut], determiner[cut:]
            if article in language.determiners and whose in possessives:
                yield determiner, (article, whose)


@cache
def function_masks() -> dict[str, tuple[int, int, int]]:
    """For each function word the languages that have it as determiner, as linking word, and as a
    contracted form, which may stand first too (au, zum)."""
    masks: dict[str, tuple[int, int, int]] = {}
    for tongue, language in zip(tongues(), LANGUAGES, strict=True):
        kinds = (language.determiners, language.linking, language.contracted)
        for word in tongue.function:
            known = masks.get(word, (0, 0, 0))
            determiner, linking, contracted = (
                mask | (tongue.bit if word in kind else 0)
                for mask, kind in zip(known, kinds, strict=True)
            )
            masks[word] = (determiner, linking, contracted)
    return masks


@cache
def _english() -> int:
    return next((tongue.bit for tongue in tongues() if tongue.code == "en"), 0)


class _Function(NamedTuple):
    """A function word in a run of letters, with its prices as a determiner and a linking word."""

    determiner: int
    linking: int
    contracted: int
    as_determiner: float
    as_linking: float
    as_contracted: float
    in_english: float
    after: float
    inside: float

    def price(self, bit: int) -> tuple[float, int]:
        """What it costs in a language that has it, and the state it leads to.

        A function word is nothing else in its own language, however common its letters are.
        """
        as_linking = self.as_linking if self.linking & bit else _FAR
        if self.contracted & bit:
            as_linking = self.as_contracted
        elif bit == _english():
            as_linking += self.in_english
        if self.determiner & bit and self.as_determiner < as_linking:
            return self.as_determiner, _DETERMINER
        return as_linking, _LINKING


class _Price(NamedTuple):
    """What a known word costs: ``plain`` in its languages (``mask``), ``foreign`` in others,
    ``named`` in none."""

    plain: float
    foreign: float
    named: float
    mask: int


@lru_cache(maxsize=1 << 17)
def _price(row: int, size: int, tight: bool, function: bool) -> _Price | None:
    """The price of a row's word; None for letters that are nothing but a function word."""
    if size < _STUB_SIZE and (size == 1 or function):
        return None
    table = vocabulary()
    mask = table.masks[row]
    plain = table.bits[row] / 4 + _A_WORD + (_IN_A_PART if tight else 0.0)
    if size <= _STUB_SIZE:
        plain += _THREE if size == _STUB_SIZE else _TWO
    if not mask:
        return _Price(plain, plain + _NO_LANGUAGE, plain, mask)
    abroad = _ENGLISH if mask & _english() else _FOREIGN
    return _Price(plain, plain + abroad, plain + _NO_LANGUAGE, mask)


_NEVER: Final = _Price(_FAR, _FAR, _FAR, 0)


def _function_prices(word: str, after: str, begins: bool, ends: bool) -> tuple[float, float, float]:
    """What a function word costs where it stands: as a determiner, as a linking word, and as a
    contracted form."""
    price = _FUNCTION + _A_WORD + (_SHORT[len(word)] if len(word) < 3 else 0.0)
    if word in ELIDED:
        price += -_ELISION if after in BEFORE_ELIDED else _FAR
    lone = word in ONLY_BEFORE_VOWELS and after not in BEFORE_ELIDED  # anson is no an and son
    amiss = _MISPLACED if lone else 0.0
    if ends:
        return price + _AT_END, price + _AT_END, price + _AT_END
    if begins:
        return price + amiss, price + _MISPLACED, price + _FIRST
    return price + _INSIDE + amiss, price, price


@lru_cache(maxsize=32768)
def _words_from(letters: str) -> tuple[tuple[tuple[int, int], ...], dict[str, int], int]:
    """Of up to three letters: the words of one and two that they begin with, by size and row, the
    words that begin with all three, by row, and the length of the longest of these."""
    table = vocabulary()
    sizes = range(1, min(2, len(letters)) + 1)
    short = tuple((n, row) for n in sizes if (row := table.find(letters[:n])) is not None)
    part = table.part(letters) if len(letters) > len(sizes) else {}
    return short, part, max(map(len, part), default=0)


class Lattice:
    """The known words of a run of letters by the place of their end, and a price a letter.

    ``masks`` are the languages that have a word of more than three letters here, or a determiner
    at the beginning of the name.
    """

    __slots__ = ("_ending", "_letters", "_spelled", "masks", "run")

    def __init__(self, run: str, first: bool, last: bool, tight: bool) -> None:
        """``first`` and ``last`` tell whether the name begins and ends with the run, ``tight``
        whether hyphens divide the name already.
        """
        self.run = run
        self.masks = 0
        self._ending: list[list[tuple[int, _Price, _Function | None]]]
        self._ending = [[] for _ in range(len(run) + 1)]
        length, functions, masks = len(run), function_masks(), vocabulary().masks
        self._letters = [max(_A_LETTER, bits) for bits in vocabulary().spelling(run)[:-1]]
        self._spelled = _spelled(self._letters)
        for start in range(length):
            short, part, longest = _words_from(run[start : start + 3])
            found = [(start + size, row) for size, row in short]
            for end in range(start + 3, min(length, start + longest) + 1):
                row = part.get(run[start:end])
                if row is not None:
                    found.append((end, row))
            for end, row in found:
                size, own = end - start, functions.get(run[start:end])
                price = _price(row, size, tight, own is not None)
                function = None
                if own is not None:
                    begins, ends = start == 0 and first, end == length and last
                    function = self._function(start, end, begins, ends)
                    if begins and size > 1:
                        self.masks |= own[0] | own[2]
                elif price is None:
                    continue
                self._ending[end].append((start, price or _NEVER, function))
                if size > _STUB_SIZE:
                    self.masks |= masks[row]

    def _function(self, start: int, end: int, begins: bool, ends: bool) -> _Function:
        word = self.run[start:end]
        prices = _function_prices(word, self.run[end : end + 1], begins, ends)
        more = _MORE_IF_SHORT if len(word) < _STUB_SIZE else (0.0, 0.0)
        inside = 0.0 if begins or ends else _INSIDE
        return _Function(*function_masks()[word], *prices, *more, inside)

    def best(self, bit: int) -> tuple[float, tuple[str, ...]]:
        """The cheapest chain in one language (bit 0: in none): its bits and its words.

        After each letter a chain is in one of four states: a word has ended, a linking word has,
        a determiner has, or the letter is inside a part that is no known word.
        """
        length, letters = len(self.run), self._letters
        cost = [[_FAR] * (length + 1) for _ in _STATES]
        back = [[_START] * (length + 1) for _ in _STATES]
        word, linking, determiner, loose = cost
        ended, opened = back[_WORD], back[_LOOSE]
        word[0] = 0.0
        # The cheapest way to begin a part after each letter, unknown letters and words apart.
        enter, origins = [_FAR] * (length + 1), [_WORD] * (length + 1)
        unknown, apart = [_FAR] * (length + 1), [_WORD] * (length + 1)
        enter[0] = unknown[0] = 0.0
        for end, (stubs, opening, edges) in enumerate(
            zip(*self._spelled, self._ending[1:], strict=True), start=1
        ):
            at_word, from_word = _FAR, _START
            for start, price in stubs:
                if unknown[start] + price < at_word:
                    at_word, from_word = unknown[start] + price, (start, apart[start])
            at_loose, from_loose = loose[end - 1] + letters[end - 1], opened[end - 1]
            start = max(0, end - _STUB_SIZE)
            if unknown[start] + opening < at_loose:
                at_loose, from_loose = unknown[start] + opening, (start, apart[start])
            for start, price_of, function in edges:
                if function and (function.determiner | function.linking) & bit:
                    _take(function, bit, start, end, cost, back)
                    continue
                plain, foreign, named, mask = price_of
                total = enter[start] + (plain if mask & bit else foreign if bit else named)
                if total < at_word:
                    at_word, from_word = total, (start, origins[start])
            word[end], ended[end] = at_word, from_word
            loose[end], opened[end] = at_loose, from_loose
            best, origin = at_word, _WORD
            if linking[end] < best:
                best, origin = linking[end], _LINKING
            unknown[end], apart[end] = best, origin
            if determiner[end] < best:
                best, origin = determiner[end], _DETERMINER
                if best + _BESIDE < unknown[end]:
                    unknown[end], apart[end] = best + _BESIDE, origin
            if at_loose < best:
                best, origin = at_loose, _LOOSE
            enter[end], origins[end] = best, origin
        state = min(_STATES, key=lambda s: cost[s][length])
        return cost[state][length], self._chain(back, state)

    def _chain(self, back: list[list[tuple[int, int]]], state: int) -> tuple[str, ...]:
        """The words that lead to the end in a state."""
        words: list[str] = []
        at = len(self.run)
        while at:
            start, state = back[state][at]
            words.append(self.run[start:at])
            at = start
        return tuple(reversed(words))


class _Spelled(NamedTuple):
    """For each end the unknown letters before it: the stubs of one and two, where they begin and
    what they cost, and the price of three, which longer parts begin with."""

    stubs: list[list[tuple[int, float]]]
    opening: list[float]


def _spelled(letters: list[float]) -> _Spelled:
    stubs, opening = [[(0, _STUB_BEGINS + letters[0] + _ALONE)]], [_FAR, _FAR]
    for end, (before, last) in enumerate(pairwise(letters), start=2):
        one = _STUB_BEGINS + last
        stubs.append([(end - 1, one + _ALONE), (end - 2, one + before)])
    opening += (
        _STUB_BEGINS + last + middle + first - _STUB
        for first, middle, last in zip(letters, letters[1:], letters[2:], strict=False)
    )
    return _Spelled(stubs, opening[: len(letters)])


def _take(
    function: _Function,
    bit: int,
    start: int,
    end: int,
    cost: list[list[float]],
    back: list[list[tuple[int, int]]],
) -> None:
    """Put a function word into the chains where that is the cheapest way."""
    price, state = function.price(bit)
    before_it = _before_determiner if state == _DETERMINER else _before_linking
    total, origin = before_it(cost, start, function)
    total += price
    if total < cost[state][end]:
        cost[state][end], back[state][end] = total, (start, origin)


def _before_determiner(cost: list[list[float]], start: int, word: _Function) -> tuple[float, int]:
    """The cheapest way to a place for a determiner, and the state it comes from.

    After a linking word a determiner is where it belongs (journal de l'economie), after another
    determiner it is not.
    """
    best, origin = cost[_WORD][start], _WORD
    linking, determiner = cost[_LINKING][start] - word.inside, cost[_DETERMINER][start] + _MISPLACED
    if linking < best:
        best, origin = linking, _LINKING
    if determiner < best:
        best, origin = determiner, _DETERMINER
    loose = cost[_LOOSE][start] + word.after
    return (loose, _LOOSE) if loose < best else (best, origin)


def _before_linking(cost: list[list[float]], start: int, word: _Function) -> tuple[float, int]:
    """The cheapest way to a place for a linking word, and the state it comes from.

    After a determiner it is not where it belongs (i per al spesa for iperal spesa).
    """
    best, origin = cost[_WORD][start], _WORD
    if cost[_LINKING][start] < best:
        best, origin = cost[_LINKING][start], _LINKING
    determiner, loose = cost[_DETERMINER][start] + _MISPLACED, cost[_LOOSE][start] + word.after
    if determiner < best:
        best, origin = determiner, _DETERMINER
    return (loose, _LOOSE) if loose < best else (best, origin)


@lru_cache(maxsize=2048)
def lattice_of(run: str, first: bool, last: bool, tight: bool) -> Lattice:
    """The lattice of a run; a run that names share is laid out once."""
    return Lattice(run, first, last, tight)

"""The splitter: the cheapest chain of known words for a run of letters, language by language."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, NamedTuple

from confusables.languages import LANGUAGES
from confusables.tables.vocabulary import vocabulary

__all__ = ["Lattice", "Tongue", "function_masks", "lattice_of", "tongues"]

_LONGEST_WORD: Final = 24

# Prices in bits, beside the bits of the words themselves. Tuned on names of the token table's own
# sources, on names of companies, on two lists of split names, and on two thirds of the labelled
# kinds (benchmarks/languages.py).
_A_WORD: Final = 0.5  # every word: fewer are likelier
_IN_A_PART: Final = 5.0  # every word, where hyphens already divide
_UNKNOWN: Final = 12.0  # letters that are no known word, and for each of them at least
_A_LETTER: Final = 2.0
_STUB: Final = 10.0  # more where they are one or two
_NO_LANGUAGE: Final = 1.0  # a word of no language (a name)
_FOREIGN: Final = 4.0  # a word of other languages
_ENGLISH: Final = 2.5  # an English word in another language's reading
_TWO: Final = 3.0  # more for words of two letters that are no function words
_THREE: Final = 1.0
_FUNCTION: Final = 4.5  # a determiner or linking word where it belongs
_SHORT: Final = (0.0, 4.0, 1.5)  # more for function words of one and two letters
_ELISION: Final = 3.0  # less for l and d before a vowel; before a consonant they are none
_INSIDE: Final = 3.0  # more for determiners inside a name: caen la mer
_MISPLACED: Final = 8.0  # more for function words elsewhere
_AT_END: Final = 12.0  # more for function words at the end of a name
_BESIDE: Final = 6.0  # more for unknown letters after a determiner: lacombe
_FAR: Final = 1e9
_WORD, _LINKING, _DETERMINER, _LOOSE = _STATES = range(4)
_ELIDED: Final = frozenset("dl")
_VOWELS: Final = frozenset("aeiouyh")


class Tongue(NamedTuple):
    """One language as the splitter sees it; ``bit`` is its bit in the masks."""

    code: str
    bit: int
    function: frozenset[str]


@cache
def tongues() -> tuple[Tongue, ...]:
    """The languages in their order, those that the token table does not know of too."""
    codes = vocabulary().codes
    return tuple(
        Tongue(
            language.code,
            1 << codes.index(language.code) if language.code in codes else 1 << (8 + place),
            language.determiners | language.linking,
        )
        for place, language in enumerate(LANGUAGES)
    )


@cache
def function_masks() -> dict[str, tuple[int, int]]:
    """For each function word the languages that have it as determiner, and as linking word."""
    masks: dict[str, tuple[int, int]] = {}
    for tongue, language in zip(tongues(), LANGUAGES, strict=True):
        for word in tongue.function:
            determiner, linking = masks.get(word, (0, 0))
            masks[word] = (
                determiner | (tongue.bit if word in language.determiners else 0),
                linking | (tongue.bit if word in language.linking else 0),
            )
    return masks


@cache
def _english() -> int:
    return next((tongue.bit for tongue in tongues() if tongue.code == "en"), 0)


class _Edge(NamedTuple):
    """A known word in a run of letters, with its price as a word and as a function word."""

    start: int
    plain: float
    mask: int
    determiner: int
    linking: int
    as_determiner: float
    as_linking: float

    def price(self, bit: int) -> tuple[float, int]:
        """What it costs in a language (bit 0: in none), and the state it leads to."""
        mask = self.mask
        if not bit:
            return (self.plain + (_NO_LANGUAGE if mask else 0.0)), _WORD
        if (self.determiner | self.linking) & bit:
            # A function word is nothing else in its own language, however common its letters are.
            as_linking = self.as_linking if self.linking & bit else _FAR
            if self.determiner & bit and self.as_determiner < as_linking:
                return self.as_determiner, _DETERMINER
            return as_linking, _LINKING
        if mask & bit:
            return self.plain, _WORD
        if not mask:
            return self.plain + _NO_LANGUAGE, _WORD
        return self.plain + (_ENGLISH if mask & _english() else _FOREIGN), _WORD


def _function_prices(word: str, after: str, begins: bool, ends: bool) -> tuple[float, float]:
    """What a function word costs where it stands: as a determiner, and as a linking word."""
    price = _FUNCTION + _A_WORD + (_SHORT[len(word)] if len(word) < 3 else 0.0)
    if word in _ELIDED:
        price += -_ELISION if after in _VOWELS else _FAR
    if ends:
        return price + _AT_END, price + _AT_END
    return (price, price + _MISPLACED) if begins else (price + _INSIDE, price)


class Lattice:
    """The known words of a run of letters by the place of their end, and a price a letter.

    ``masks`` are the languages that have a word of more than three letters here, or a determiner
    at the beginning of the name.
    """

    __slots__ = ("_ending", "_letters", "masks", "run")

    def __init__(self, run: str, first: bool, last: bool, tight: bool) -> None:
        """``first`` and ``last`` tell whether the name begins and ends with the run, ``tight``
        whether hyphens divide the name already.
        """
        self.run = run
        self.masks = 0
        self._ending: list[list[_Edge]] = [[] for _ in range(len(run) + 1)]
        table, length = vocabulary(), len(run)
        self._letters = [max(_A_LETTER, bits) for bits in table.spelling(run)[:-1]]
        for start in range(length):
            part = table.part(run[start : start + 3])
            for end in range(start + 1, min(length, start + _LONGEST_WORD) + 1):
                word = run[start:end]
                row = part.get(word) if end > start + 2 else table.find(word)
                if row is not None:
                    begins, ends = start == 0 and first, end == length and last
                    bits, mask = table.bits[row] / 4, table.masks[row]
                    self._add(
                        word, start, bits + (_IN_A_PART if tight else 0.0), mask, begins, ends
                    )

    def _add(self, word: str, start: int, bits: float, mask: int, begins: bool, ends: bool) -> None:
        size, end = len(word), start + len(word)
        determiner, linking = function_masks().get(word, (0, 0))
        as_determiner = as_linking = _FAR
        if determiner or linking:
            after = self.run[end : end + 1]
            as_determiner, as_linking = _function_prices(word, after, begins, ends)
        plain = bits + _A_WORD
        if size < 3 and (size == 1 or determiner or linking):
            plain = _FAR
        elif size < 4:
            plain += _THREE if size == 3 else _TWO
        self._ending[end].append(
            _Edge(start, plain, mask, determiner, linking, as_determiner, as_linking)
        )
        if size > 3:
            self.masks |= mask
        if begins and size > 1:
            self.masks |= determiner

    def best(self, bit: int) -> tuple[float, tuple[str, ...]]:
        """The cheapest chain in one language (bit 0: in none): its bits and its words.

        After each letter a chain is in one of four states: a word has ended, a linking word has,
        a determiner has, or the letter is inside a part that is no known word.
        """
        length = len(self.run)
        cost = [[_FAR] * (length + 1) for _ in _STATES]
        back = [[(0, _WORD)] * (length + 1) for _ in _STATES]
        cost[_WORD][0] = 0.0
        for end in range(1, length + 1):
            self._spell(end, cost, back)
            for edge in self._ending[end]:
                price, state = edge.price(bit)
                total, origin = _enter(cost, edge.start, state)
                if total + price < cost[state][end]:
                    cost[state][end], back[state][end] = total + price, (edge.start, origin)
        state = min(_STATES, key=lambda s: cost[s][length])
        total = cost[state][length]
        words: list[str] = []
        at = length
        while at:
            start, state = back[state][at]
            words.append(self.run[start:at])
            at = start
        return total, tuple(reversed(words))

    def _spell(self, end: int, cost: list[list[float]], back: list[list[tuple[int, int]]]) -> None:
        """Letters that are no known word: one more of them, or one, two or three that begin."""
        loose, opened = cost[_LOOSE], back[_LOOSE]
        loose[end], opened[end] = loose[end - 1] + self._letters[end - 1], opened[end - 1]
        spelled = _UNKNOWN + _A_WORD + _STUB
        for size in range(1, min(end, 3) + 1):
            start = end - size
            spelled += self._letters[start]
            total, origin = cost[_WORD][start], _WORD
            if cost[_LINKING][start] < total:
                total, origin = cost[_LINKING][start], _LINKING
            if cost[_DETERMINER][start] + _BESIDE < total:
                total, origin = cost[_DETERMINER][start] + _BESIDE, _DETERMINER
            state = _WORD if size < 3 else _LOOSE
            total += spelled - (0.0 if size < 3 else _STUB)
            if total < cost[state][end]:
                cost[state][end], back[state][end] = total, (start, origin)


def _enter(cost: list[list[float]], start: int, state: int) -> tuple[float, int]:
    """The cheapest way to a place for a word of a state, and the state it comes from."""
    best, origin = cost[_WORD][start], _WORD
    linking, determiner, loose = (
        cost[_LINKING][start],
        cost[_DETERMINER][start],
        cost[_LOOSE][start],
    )
    if state == _DETERMINER:
        # After a linking word a determiner is where it belongs (journal de l'economie), after
        # another determiner it is not.
        linking -= _INSIDE
        determiner += _MISPLACED
    if linking < best:
        best, origin = linking, _LINKING
    if determiner < best:
        best, origin = determiner, _DETERMINER
    return (loose, _LOOSE) if loose < best else (best, origin)


@lru_cache(maxsize=2048)
def lattice_of(run: str, first: bool, last: bool, tight: bool) -> Lattice:
    """The lattice of a run; a run that names share is laid out once."""
    return Lattice(run, first, last, tight)

"""What light stems share: rules of endings, applied until nothing changes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Endings", "Stemmer", "is_cut", "undouble", "words"]

_VOWELS: Final = frozenset("aeiouy")
_FEW: Final = 3  # letters of a word that is another one with a vowel behind it
_IN_VOWELS: Final = frozenset({"es", "it", "pt"})  # the languages of which nouns end in one


def words(text: str) -> frozenset[str]:
    """The words of a text: a closed list, written as one would read it."""
    return frozenset(text.split())


def undouble(word: str) -> str:
    """The word without the second of two equal final consonants: shopp, shop."""
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouylsz":
        return word[:-1]
    return word


def is_cut(one: str, other: str, code: str) -> bool:
    """Whether few letters are another word without its last vowel, in a language where that makes
    another word and no form: sol and solo, san and sano."""
    short, long = sorted((one, other), key=len)
    vowel = long.endswith(("a", "e", "i", "o")) and long[:-1] == short
    return vowel and len(short) <= _FEW and code in _IN_VOWELS


class Endings:
    """A folded word with another ending, by the longest of the endings that it has: its plural, or
    the ordinal of a number.

    ``endings`` is pairs, ``ending:other``, divided by spaces; an empty one is of all other words. A
    word with none of them is given back: what it makes cannot be told from how it ends.
    """

    __slots__ = ("_endings", "_longest", "_made", "_most")

    def __init__(self, endings: str) -> None:
        """Read the pairs; raises ValueError for one that is none."""
        pairs = [pair.split(":") for pair in endings.split()]
        if wrong := next((pair for pair in pairs if len(pair) != 2), None):
            raise ValueError(f"{':'.join(wrong)!r}: an ending, a colon, the other ending")
        self._endings = dict(pairs)
        self._longest = max(map(len, self._endings), default=0)
        self._made: dict[str, list[str]] = {}
        for one, other in sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])):
            if other:
                self._made.setdefault(other, []).append(one)
        self._most = max(map(len, self._made), default=0)

    def __call__(self, word: str) -> str:
        """The word with its other ending."""
        for size in range(min(self._longest, len(word)), -1, -1):
            cut = len(word) - size
            other = self._endings.get(word[cut:])
            if other is not None:
                return word[:cut] + other
        return word

    def bases(self, word: str) -> tuple[str, ...]:
        """The words of which a word would be made so, most of them no words at all."""
        return tuple(
            base
            for size in range(min(self._most, len(word)), 0, -1)
            for ending in self._made.get(word[-size:], ())
            if (base := word[:-size] + ending) != word and self(base) == word
        )


class Stemmer:
    """A light stem: irregular words first, then the first ending that fits, then again.

    ``endings`` is lines of ``ending replacement least``: the ending is replaced if at least
    ``least`` letters remain before it, and a vowel in all; ``-`` is an empty replacement. An
    ending kept as it is (``ss ss 1``) protects a word from the shorter endings that follow.
    ``irregular`` maps words to stems; ``first`` is done to a word before its endings are looked at,
    and ``last`` is a final touch. ``diminutives`` are those of the endings that make a word small.
    ``crossing`` is pairs of endings (``e:er``, or ``:e`` for any and -e) that take one another's
    place in ``agreeing`` words alone, adjectives mostly: nette is netter, but a fliege no flieger.
    Words of up to three letters and words with anything but a to z stay as they are. Idempotent:
    the rules run until nothing changes.
    """

    __slots__ = (
        "_agreeing",
        "_crossing",
        "_diminutives",
        "_endings",
        "_first",
        "_irregular",
        "_last",
        "_memo",
    )

    def __init__(
        self,
        endings: str,
        irregular: Mapping[str, str] | None = None,
        last: Callable[[str], str] | None = None,
        *,
        first: Callable[[str], str] | None = None,
        diminutives: str = "",
        crossing: str = "",
        agreeing: Callable[[str], bool] | None = None,
    ) -> None:
        """Read the rules; raises ValueError, with the line, for one that is none."""
        self._irregular = dict(irregular or {})
        self._first, self._last = first, last
        self._diminutives = tuple(diminutives.split())
        self._crossing = [pair.split(":") for pair in crossing.split()]
        self._agreeing = agreeing
        by_letter: dict[str, list[tuple[str, str, int]]] = {}
        for line in endings.splitlines():
            if parts := line.split():
                if len(parts) != 3 or not parts[2].isdecimal():
                    raise ValueError(
                        f"the rule of endings {' '.join(parts)!r}: an ending, what replaces it "
                        "(or -) and the least number of letters before it"
                    )
                ending, new, least = parts[0], parts[1], int(parts[2])
                rule = (ending, "" if new == "-" else new, least)
                by_letter.setdefault(ending[-1], []).append(rule)
        self._endings = {c: tuple(r) for c, r in by_letter.items()}
        self._memo = lru_cache(maxsize=16384)(self._stem)

    def __call__(self, word: str) -> str:
        """The stem of a folded word."""
        return self._memo(word)

    def sure(self, one: str, other: str) -> bool:
        """Whether two words are forms of one word whatever else they may be: their stem is one, and
        a list says so (mice, mouse)."""
        return self(one) == self(other) and any(
            self._irregular.get(word, word) != word for word in (one, other)
        )

    def whole(self, one: str, other: str) -> str:
        """Of two words of one stem the one that is not small where the other is (huisje, huis);
        empty for any others."""
        if self(one) != self(other) or self._is_small(one) == self._is_small(other):
            return ""
        return other if self._is_small(one) else one

    def cross(self, one: str, other: str) -> bool:
        """Whether two words have endings that take one another's place in agreeing words alone, and
        are not known to be such."""
        crossed = any(
            first.endswith(a) and second.endswith(b) and not first.startswith(second)
            for first, second in ((one, other), (other, one))
            for a, b in self._crossing
        )
        return crossed and not (self._agreeing and any(map(self._agreeing, (one, other))))

    def is_ending(self, word: str) -> bool:
        """Whether a word is but the ending of a small one, which letters that are no word may seem
        to have behind one that is: school tje."""
        return self._is_small(word) and any(
            _VOWELS.isdisjoint(word.removesuffix(ending)) and word.endswith(ending)
            for ending in self._diminutives
        )

    def _is_small(self, word: str) -> bool:
        return bool(self._diminutives) and word.endswith(self._diminutives)

    def _stem(self, word: str) -> str:
        if not (word.isascii() and word.isalpha()) or len(word) > 63:
            return word
        seen = [word]
        while True:
            fresh = self._once(seen[-1])
            if fresh in seen:
                # Two forms that turn into one another are one stem, whichever comes first.
                return min(seen[seen.index(fresh) :])
            seen.append(fresh)

    def _once(self, word: str) -> str:
        if len(word) <= 3 or word in self._irregular:
            return self._irregular.get(word, word)
        if self._first:
            word = self._first(word)
            if word in self._irregular:
                return self._irregular[word]
        for ending, new, least in self._endings.get(word[-1:], ()):
            kept = len(word) - len(ending)
            if kept < least or not word.endswith(ending):
                continue
            fresh = word[:kept] + new
            if not _VOWELS.isdisjoint(fresh):
                word = fresh
                break
        return self._last(word) if self._last and len(word) > 3 else word

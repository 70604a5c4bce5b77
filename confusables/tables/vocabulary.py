"""The token table in memory: words with their bits and languages, and the letter model.

The table holds some hundred thousand words, of which a run of the program touches few: it is read
at once, and taken apart by the first three letters of what is asked for.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from confusables.errors import TablesError
from confusables.tables import open_table

__all__ = ["Vocabulary", "vocabulary"]

_LETTERS: Final = 27 * 27 * 27
_NOTHING: Final[dict[str, int]] = {}


class Vocabulary:
    """The table ``words.bin``; ``data/steps/words.py`` describes its bytes.

    ``bits`` holds quarters of a bit and ``masks`` one bit a language of ``codes``, a byte a row
    each, ``towns`` a byte above 127 for a town that no dictionary has; ``part`` and ``find`` give
    rows. Reading it from several threads is safe: a part that two of them take apart at once is the
    same part.
    """

    __slots__ = ("_index", "_letters", "_parts", "_words", "bits", "codes", "masks", "towns")

    def __init__(self, content: bytes) -> None:
        """Raises TablesError if the bytes are not such a table."""
        try:
            end = content.index(b"\n")
            name, codes, words, parts = content[:end].decode("ascii").split("\t")
            if name != "confusables words 4":
                raise TablesError("the table words.bin is not one that this release reads")
            lines = content[end + 1 :].split(b"\n", int(parts))[: int(parts)]
            start = end + 1 + sum(map(len, lines)) + len(lines)
            self._index: dict[str, tuple[int, int, int]] = {}
            row, at = 0, start
            for line in lines:
                part, count, size = line.decode("ascii").split("\t")
                self._index[part] = (row, at, at + int(size))
                row, at = row + int(count), at + int(size)
        except (ValueError, UnicodeDecodeError) as error:
            raise TablesError("the table words.bin is damaged") from error
        if row != int(words) or len(content) != at + 2 * row + _LETTERS:
            raise TablesError("the table words.bin is damaged")
        self._words = content
        self._parts: dict[str, dict[str, int]] = {}
        self.codes = tuple(codes.split())
        self.towns = content[at : at + row]
        self.bits = self.towns.translate(_BITS)
        self.masks = content[at + row : at + 2 * row]
        self._letters = content[at + 2 * row :]

    def part(self, prefix: str) -> dict[str, int]:
        """The rows of the words that begin with three letters, or that are one or two letters."""
        known = self._parts.get(prefix)
        if known is not None:
            return known
        place = self._index.get(prefix)
        if place is None:
            return _NOTHING
        row, start, end = place
        words = self._words[start : end - 1].decode("ascii").split("\n")
        part = dict(zip(words, range(row, row + len(words)), strict=True))
        self._parts[prefix] = part
        return part

    def find(self, word: str) -> int | None:
        """The row of a folded word."""
        return self.part(word[:3]).get(word)

    def mask(self, word: str) -> int:
        """The languages of a folded word; 0 for an unknown word."""
        row = self.part(word[:3]).get(word)
        return 0 if row is None else self.masks[row]

    def spelling(self, word: str) -> tuple[float, ...]:
        """Bits of each letter after the two before it, and of the end of the word."""
        letters, out = self._letters, []
        before, last = 0, 0
        for here in (*word.encode("ascii", "replace").translate(_ROWS), 0):
            out.append(letters[(last * 27 + before) * 27 + here] / 8)
            before, last = last, here
        return tuple(out)


_BITS: Final = bytes(byte & 127 for byte in range(256))
# By byte the row of a letter; what is no letter is as rare as a q.
_ROWS: Final = bytes(place - 96 if 96 < place < 123 else 17 for place in range(256))


@cache
def vocabulary() -> Vocabulary:
    """The table, read once."""
    return Vocabulary(open_table("words.bin"))

"""The token table in memory: words with their bits and languages, and the letter model."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from confusables.errors import TablesError
from confusables.tables import open_table

__all__ = ["Vocabulary", "vocabulary"]

_LETTERS: Final = 27 * 27


class Vocabulary(NamedTuple):
    """The table ``words.bin``; ``data/steps/words.py`` describes its bytes.

    ``places`` maps a folded word to its row; ``bits`` holds quarters of a bit and ``masks`` one
    bit a language of ``codes``, a byte a row each; ``letters`` holds eighths of a bit for each
    pair of letters, row by row, the edge of a word first.
    """

    places: dict[str, int]
    bits: bytes
    masks: bytes
    codes: tuple[str, ...]
    letters: bytes

    def letter(self, before: str, here: str) -> float:
        """Bits of a letter after another; the edge of a word is an empty string."""
        return self.letters[_row(before) * 27 + _row(here)] / 8

    def spelled(self, word: str) -> float:
        """Bits of a word by its letters alone, both edges counted."""
        total, last = 0, 0
        for letter in word:
            here = _row(letter)
            total += self.letters[last * 27 + here]
            last = here
        return (total + self.letters[last * 27]) / 8


def _row(letter: str) -> int:
    if not letter:
        return 0
    place = ord(letter) - 96
    return place if 0 < place < 27 else 17  # what is no letter is as rare as a q


@cache
def vocabulary() -> Vocabulary:
    """The table, read once."""
    content = open_table("words.bin")
    end = content.find(b"\n")
    fields = content[: max(end, 0)].decode("latin-1").split("\t")
    if len(fields) != 3 or fields[0] != "confusables words 1":
        raise TablesError("the table words.bin is not one that this release reads")
    count = int(fields[2])
    start = len(content) - _LETTERS - 2 * count
    words = content[end + 1 : start - 1].decode("ascii").split("\n")
    if len(words) != count:
        raise TablesError("the table words.bin is damaged")
    return Vocabulary(
        dict(zip(words, range(count), strict=True)),
        content[start : start + count],
        content[start + count : start + 2 * count],
        tuple(fields[1].split()),
        content[start + 2 * count :],
    )

"""A brand as it is written: its words, and which signs count as letters of it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["counts", "initials", "words_of"]

# Of a text in which each character stands as its class: w letter or digit, m mark, j joiner,
# s picture. Marks belong to the letter before them: without its vowel signs हिन्दी is no word.
_WORD: Final = re.compile(r"w(?:[wm]|j(?=[wm]))*|s[sj]*")
_JOINERS: Final = "\u200c\u200d\ufe0f"


def counts(word: str) -> bool:
    """Letters, digits and pictures count in a brand; other signs only part its words."""
    return word.isalnum() or any(unicodedata.category(c) == "So" for c in word)


def words_of(text: str) -> list[str]:
    """The runs of letters and digits with their marks, and the runs of pictures."""
    classes = "".join(map(_class, text))
    return [text[found.start() : found.end()] for found in _WORD.finditer(classes)]


def _class(c: str) -> str:
    if c.isalnum():
        return "w"
    if c in _JOINERS:
        return "j"
    kind = unicodedata.category(c)
    if kind[0] in "LNM":
        return "m" if kind[0] == "M" else "w"
    return "s" if kind == "So" or "\U0001f3fb" <= c <= "\U0001f3ff" else "."


def initials(text: str) -> str:
    """``A.P.C.`` and ``J.P.`` as one word each: dots between single letters join them."""
    return re.sub(r"\b(?:\w\.){2,}(?:\w\b)?", lambda m: m[0].replace(".", ""), text)

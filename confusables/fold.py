"""Fold a text to the letters a to z, the digits, and what has no ASCII form."""

from __future__ import annotations

import unicodedata

__all__ = ["bare", "fold", "is_emoji", "letters"]

_ARROWS = "\u2190"  # where the blocks of pictures begin; signs before them are no emoji

_UMLAUTS = (("aeu", "au"), ("ae", "a"), ("oe", "o"), ("ue", "u"))

# Latin letters that Unicode does not decompose.
_LATIN = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "ŋ": "n",
        "ŧ": "t",
        "ĸ": "k",
        "ĳ": "ij",
        "ſ": "s",
        "ə": "e",
        "ƒ": "f",
        "ȷ": "j",
    }
)


def fold(text: str) -> str:
    """The text in lower case, without accents, with Latin ligatures written out.

    Letters of other scripts stay as they are, except that their accents go too; an ASCII text
    comes back in lower case. Idempotent.
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LATIN))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    return unicodedata.normalize("NFC", bare.translate(_LATIN))


def letters(text: str) -> str:
    """``fold`` with everything that is no letter, digit or emoji left out: hyphens, spaces,
    points."""
    folded = fold(text)
    if folded.isalnum():
        return folded
    return "".join(c for c in folded if c.isalnum() or is_emoji(c))


def bare(word: str) -> str:
    """A folded word without the umlauts that it writes out: haus, of haeuser."""
    for written, letter in _UMLAUTS:
        word = word.replace(written, letter)
    return word


def is_emoji(c: str) -> bool:
    """Whether a character is a picture that a label may hold beside letters or in their place."""
    return c >= _ARROWS and unicodedata.category(c) == "So"

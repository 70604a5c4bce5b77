"""Cyrillic and Greek names in Latin letters, so that they can be read aloud."""

from __future__ import annotations

from typing import Final

from confusables.fold import fold

__all__ = ["romanise"]


def _table(text: str) -> dict[str, str]:
    return {pair[0]: pair[2:] for pair in text.split()}


_GREEK: Final = _table(
    "α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t"
    " υ:i φ:f χ:h ψ:ps ω:o"
)
_CYRILLIC: Final = _table(
    "а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u"
    " ф:f х:h ц:ts ч:ch ш:sh щ:sh ъ: ы:i ь: э:e ю:yu я:ya і:i є:ye ґ:g ј:y љ:ly њ:ny"
    " ћ:ch ђ:j џ:j ѕ:dz"
)
_ROMAN: Final = _GREEK | _CYRILLIC
_GREEK_PAIRS: Final = (
    ("ου", "u"),
    ("αι", "e"),
    ("ει", "i"),
    ("οι", "i"),
    ("αυ", "av"),
    ("ευ", "ev"),
    ("μπ", "b"),
    ("ντ", "d"),
    ("γκ", "g"),
    ("γγ", "ng"),
)


def romanise(text: str) -> str | None:
    """A Cyrillic or Greek text in Latin letters by sound; a Latin text comes back as it is.

    None if a letter is of another script: such names are not compared by sound, and a report can
    say so. Digits and signs are kept.
    """
    if text.isascii():
        return text
    bare = fold(text)
    if any(c in _ROMAN for c in bare):
        for pair, sound in _GREEK_PAIRS:
            bare = bare.replace(pair, sound)
    elif all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or not c.isalpha() for c in text):
        return text
    out = "".join(_ROMAN.get(c, c) for c in bare)
    return None if any(c.isalpha() and not c.isascii() for c in out) else out

"""Dates in words: ISO 8601, possibly partial, as a sentence of each language has them.

French has the article before a day (« depuis le 5 avril 2020 »), so that its sentences have none.
"""

from __future__ import annotations

import re

__all__ = ["in_words"]

_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-([0-2]\d|3[01])(?:T.*)?)?", re.ASCII)
_MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ),
}  # fmt: skip


def in_words(date: str, lang: str, *, alone: bool = False) -> str:
    """A date in words, as it stands in a sentence or ``alone``; a year, and any other text, as it
    is."""
    found = _DATE.fullmatch(date)
    if found is None:
        return date
    year, number, day = found.groups()
    month = _MONTHS[lang][int(number) - 1]
    if lang == "en":
        return f"{int(day)} {month} {year}" if day else f"{month} {year}"
    if day is None:
        return f"{month}\u00a0{year}"
    told = f"{'1er' if day == '01' else int(day)}\u00a0{month}\u00a0{year}"
    return told if alone else f"le {told}"

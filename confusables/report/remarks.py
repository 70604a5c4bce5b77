"""What a report says before all else of how a text was read: what was left aside, and an ending
that was read as letters or that nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from confusables.clean import clean
from confusables.errors import InvalidName
from confusables.labels import to_unicode
from confusables.model import Says
from confusables.names import (
    brand,
    heading,
    parse,
    plain_label,
    readable_suffix,
    spelled,
    suffix_endings,
    unlisted,
)
from confusables.report.words import say

if TYPE_CHECKING:
    from confusables.model import Name
    from confusables.report import Report

__all__ = ["left_aside", "of_endings", "remarks"]

_SEPARATORS = ".,"
_LONGEST_ENDING = 64  # characters of an ending with what stands before it
_SHORT = 4  # letters of an ending below which nearly any other is near
_LONG = 6  # from which two slips are one word still
_COMMON = frozenset({"com", "net", "org"})


def remarks(name: Name, lang: str) -> list[str]:
    """How a text was read, in a line each: empty where there is nothing to say of it."""
    told = [left_aside(name, lang)]
    if name.suffix is None:
        told.append(_read_as_letters(name, lang))
    elif not name.listed:
        told.append(_unknown(name.suffix, lang))
        spaced = Says("If it is a brand, write it with spaces: “{text}”.", {"text": _spaced(name)})
        told.append(say(spaced, lang))
    return [line for line in told if line]


def of_endings(found: Report, lang: str) -> list[str]:
    """The intended endings that are on no list, in a line each."""
    return [_unknown(suffix, lang) for suffix in unlisted(place.domain for place in found.intended)]


def left_aside(name: Name, lang: str) -> str:
    """What alone was compared of a text that says more, and what was not; empty for others."""
    below = Says("the subdomain “{text}”", {"text": spelled(name.subdomain)})
    behind = Says("“{text}” behind the name", {"text": clean(name.path)})
    parts = [say(part, lang) for part in (below, behind) if part.values["text"]]
    if not parts:
        return ""
    values = {"name": heading(name), "parts": ", ".join(parts)}
    return say(Says("Only {name} was compared. Left aside: {parts}.", values), lang)


def _read_as_letters(name: Name, lang: str) -> str:
    """That a brand ends like an address; empty for others."""
    text = name.input.strip()
    for at in range(max(0, len(text) - _LONGEST_ENDING), len(text)):
        if text[at] not in _SEPARATORS or not (suffix := _listed(text[at + 1 :])):
            continue
        try:
            label = plain_label(brand(text[:at]))
        except InvalidName:  # nothing stands before it
            continue
        values = {"ending": clean(text[at:]), "domain": f"{label}.{readable_suffix(suffix)}"}
        says = Says(
            "“{ending}” at the end was read as letters of the name; for the address write"
            " {domain}.",
            values,
        )
        return say(says, lang)
    return ""


def _listed(ending: str) -> str:
    """An ending as A-labels; empty for a text that is none on the list."""
    if not ending or not all(c.isalnum() or c in "-." for c in ending):
        return ""
    try:
        found = parse(f"a.{ending}")
    except InvalidName:
        return ""
    whole = found.label == "a" and not found.subdomain and found.listed
    return found.suffix or "" if whole else ""


def _unknown(suffix: str, lang: str) -> str:
    """That an ending is on no list, and the one that may be meant."""
    values = {"suffix": readable_suffix(suffix)}
    near = _near(values["suffix"])
    if not near:
        return say(Says("“.{suffix}” is on no list of endings.", values), lang)
    says = Says(
        "“.{suffix}” is on no list of endings; did you mean .{near}?", {**values, "near": near}
    )
    return say(says, lang)


def _near(suffix: str) -> str:
    """The one known ending that a slip or two make of an unknown one; empty for none or several."""
    pool = _COMMON if len(suffix) < _SHORT else suffix_endings()
    most = 2 if len(suffix) >= _LONG else 1
    apart: dict[int, list[str]] = {}
    for known in pool:
        apart.setdefault(OSA.distance(suffix, known, score_cutoff=most), []).append(known)
    nearest = min(apart, default=most + 1)
    return apart[nearest][0] if nearest <= most and len(apart[nearest]) == 1 else ""


def _spaced(name: Name) -> str:
    """The parts of a domain as the words of a brand, as they were typed where that is all."""
    text = name.input.strip().strip(".")
    if all(c.isalnum() or c in "-." for c in text):
        return " ".join(text.split("."))
    parts = [*name.subdomain.split("."), name.label, *(name.suffix or "").split(".")]
    return " ".join(map(to_unicode, filter(None, parts)))

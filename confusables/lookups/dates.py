"""Dates as registries write them, to ``YYYY-MM-DD``, or None where a reading would be a guess."""

from __future__ import annotations

import re
from datetime import date

__all__ = ["read_date"]

_FIRST_YEAR = 1983
_LAST_YEAR = 2200

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january janvier enero janeiro januar gennaio ene",
            "feb february fevrier fév févr février febrero fevereiro februar",
            "mar march mars marzo março märz mär",
            "apr april avril avr abril abr aprile",
            "may mai mayo maio maggio",
            "jun june juin junio junho juni giugno",
            "jul july juillet julio julho juli luglio juil",
            "aug august août aout agosto ago",
            "sep sept september septembre septiembre setembro set settembre",
            "oct october octobre octubre outubro okt oktober out ottobre",
            "nov november novembre noviembre novembro",
            "dec december décembre decembre diciembre dezembro dez dic dezember déc",
        ),
        1,
    )
    for name in names.split()
}
_NUMERIC = re.compile(r"(?<!\d)(\d{4})[-./年 ]{1,2}(\d{1,2})[-./月 ]{1,2}(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?:\d{4,6})?(?!\d)")
_DAY_OR_MONTH = re.compile(r"(?<!\d)(\d{1,2})([-./])[ ]?(\d{1,2})\2[ ]?(\d{4})(?!\d)")
# Patterns with a named month, and which groups are year, month and day.
_NAMED = (
    (re.compile(r"(?<!\d)(\d{4})[-./ ]([^\W\d]{3,10})[-./ ](\d{1,2})(?!\d)"), 1, 2, 3),
    (
        re.compile(
            r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[-./ ]{1,2}([^\W\d]{3,10})[-./, ]{1,2}(\d{4})(?!\d)"
        ),
        3,
        2,
        1,
    ),
    (
        re.compile(
            r"([^\W\d]{3,10}) {1,2}(\d{1,2}),? [\d:]{5,8} (?:[a-z+\-\d:]{1,8} )?(\d{4})(?!\d)"
        ),
        3,
        1,
        2,
    ),
    (
        re.compile(r"([^\W\d]{3,10})[-./ ]{1,2}(\d{1,2})(?:st|nd|rd|th)?,?[-./ ](\d{4})(?!\d)"),
        3,
        1,
        2,
    ),
)


def read_date(text: str, *, day_first: bool | None = None) -> str | None:
    """The date that a registry states, or None.

    ``day_first`` says how this registry orders day and month in ``03/04/2009``: unknown (None),
    such a date is read only where one of the two cannot be a month. Points always mean day first.
    A year of two digits, an impossible day and a year before the domain name system give None.
    """
    text = text.strip()[:80].casefold()
    if found := _NUMERIC.search(text):
        return _made(*(int(part) for part in found.groups()))
    for pattern, year, month, day in _NAMED:
        for found in pattern.finditer(text):
            if found[month] in _MONTHS:
                return _made(int(found[year]), _MONTHS[found[month]], int(found[day]))
    if found := _DAY_OR_MONTH.search(text):
        return _ordered(int(found[1]), int(found[3]), int(found[4]), found[2], day_first)
    if found := _COMPACT.search(text):
        return _made(*(int(part) for part in found.groups()))
    return None


def _ordered(a: int, b: int, year: int, mark: str, day_first: bool | None) -> str | None:
    if mark == "." and day_first is None:
        day_first = True
    if day_first is None:
        if a == b or (a > 12) != (b > 12):
            day_first = a > 12 or a == b
        else:
            return None
    return _made(year, b, a) if day_first else _made(year, a, b)


def _made(year: int, month: int, day: int) -> str | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None

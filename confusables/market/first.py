"""Who was first: the earliest documented date of each side, partial dates compared as spans."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from confusables.model import Says
from confusables.results import First, Who

__all__ = ["earliest", "first", "span"]

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?", re.ASCII)


def span(date: str) -> tuple[dt.date, dt.date] | None:
    """The first and the last day that an ISO date, possibly partial, may mean; None for no date."""
    match = _DATE.fullmatch(date)
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        begin = dt.date(int(year), int(month or 1), int(day or 1))
        last = begin.replace(month=int(month or 12))
        last_day = int(day) if day else calendar.monthrange(last.year, last.month)[1]
        return begin, last.replace(day=last_day)
    except ValueError:  # also month 13, a year 0, a 30th of February
        return None


def earliest(*dates: str | None) -> str | None:
    """The date that begins first, of two that begin together the more exact; None of none."""
    known = [(found, date) for date in dates if date and (found := span(date))]
    return min(known)[1] if known else None


def first(new: str | None, existing: str | None, *, planned: dt.date | None) -> First:
    """Compare the earliest documented dates of both sides.

    ``planned`` is the day of the launch of a new name that no source documents (None for one that
    is registered already): a name not yet launched is younger than any date that has passed.
    Dates that overlap (2017-06 and 2017-06-15) decide nothing.
    """
    mine, theirs = span(new) if new else None, span(existing) if existing else None
    values = {"our_since": new or "", "since": existing or ""}
    if theirs is None:
        return First(
            Who.NOT_KNOWN, new, None, Says("no date of the existing name is documented", values)
        )
    if mine is None:
        return _undocumented(theirs, planned, values)
    if theirs[1] < mine[0]:
        says = Says("the existing name since {since}, the new one since {our_since}", values)
        return First(Who.EXISTING, new, existing, says)
    if mine[1] < theirs[0]:
        says = Says("the new name since {our_since}, the existing one since {since}", values)
        return First(Who.NEW, new, existing, says)
    says = Says("{our_since} and {since} do not tell which was earlier", values)
    return First(Who.NOT_KNOWN, new, existing, says)


def _undocumented(
    theirs: tuple[dt.date, dt.date], planned: dt.date | None, values: dict[str, str]
) -> First:
    """What can be said where nothing documents the new name."""
    existing = values["since"]
    if planned is None:
        says = Says("the existing name is documented since {since}, the new one is not", values)
        return First(Who.NOT_KNOWN, None, existing, says)
    if theirs[1] < planned:
        says = Says(
            "the existing name is documented since {since};"
            " the new one is not and is taken as not yet launched",
            values,
        )
        return First(Who.EXISTING, None, existing, says)
    says = Says("the existing name is documented since {since}, as late as the launch", values)
    return First(Who.NOT_KNOWN, None, existing, says)

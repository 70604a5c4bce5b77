"""Markets: the countries and languages of a launch and of an existing name, and where they meet.

Countries are those that are stated, and that of the suffix unless it is open to all. A language is
one of a country if it is official there, official in fact, or official in a region for a share of
``REGIONAL`` or more; any other that at least ``USED`` of its people can use, most of them, counts
where the name itself is best read in it: English for "Blue Basket" in Germany, French for no name
in the Netherlands. Where no country is known no language is: that a name can be read as words of
one tells neither where it is used nor by whom, and of two names under .com it would tell it of one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from confusables.results import Market, Overlap
from confusables.territories import languages_of, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from confusables.model import Answer, Reading, Registration

__all__ = [
    "STATED_BY",
    "Reach",
    "country_of_suffix",
    "meeting",
    "reach_of_existing",
    "reach_of_launch",
]

REGIONAL = 0.05
USED = 0.5
STATED_BY = frozenset({"registrant", "eligibility"})
"""Who says the country of a holder, and not that of a registrar."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a name is used: countries, languages, and whether its suffix is open to all."""

    countries: tuple[str, ...]
    languages: tuple[str, ...]
    open_to_all: bool


def country_of_suffix(suffix: str | None) -> str | None:
    """The country of a suffix: ``qc.ca`` and ``quebec`` are CA; None for those open to all."""
    return place_of(suffix).country


def reach_of_launch(
    suffix: str | None,
    readings: Sequence[Reading],
    countries: Sequence[str] = (),
    languages: Sequence[str] = (),
) -> Reach:
    """Where a new name is launched: what is given, else what its suffix says.

    Languages that are not given are those of the countries. The codes must be checked
    (``territories.country_code``, ``language_code``).
    """
    place = place_of(suffix)
    found = tuple(dict.fromkeys(countries or filter(None, [place.country])))
    spoken = tuple(dict.fromkeys(languages)) or _languages(found, place.languages, readings)
    return Reach(found, spoken, place.worldwide)


def reach_of_existing(
    registration: Registration, readings: Sequence[Reading], answer: Answer | None = None
) -> Reach:
    """Where an existing name is used: its stated countries, what a lookup says, its suffix."""
    suffix = registration.domain.partition(".")[2] if registration.domain else None
    place = place_of(suffix)
    told = [c.country for c in answer.countries if c.says in STATED_BY] if answer else []
    found = tuple(dict.fromkeys([*registration.countries, *told, *filter(None, [place.country])]))
    return Reach(found, _languages(found, place.languages, readings), place.worldwide)


def meeting(new: Reach, existing: Reach) -> Market:
    """Two reaches side by side, and how they meet."""
    shared = tuple(code for code in new.languages if code in existing.languages)
    if set(new.countries) & set(existing.countries):
        overlap = Overlap.SAME_COUNTRY
    elif shared:
        overlap = Overlap.SHARED_LANGUAGE
    elif new.open_to_all or existing.open_to_all:
        overlap = Overlap.GENERIC_SUFFIX
    elif new.languages and existing.languages:
        overlap = Overlap.NONE
    else:
        overlap = Overlap.NOT_KNOWN
    return Market(
        new.countries, existing.countries, new.languages, existing.languages, shared, overlap
    )


def _languages(
    countries: Iterable[str], suggested: Iterable[str], readings: Sequence[Reading]
) -> tuple[str, ...]:
    """The languages of countries and suffix."""
    best = readings[0].language if readings else "und"
    found = dict.fromkeys(suggested)
    for country in countries:
        for spoken in languages_of(country):
            regional = spoken.status == "r" and spoken.share >= REGIONAL
            read = spoken.language == best and spoken.share >= USED
            if spoken.status in ("o", "d") or regional or read:
                found[spoken.language] = None
    return tuple(found)

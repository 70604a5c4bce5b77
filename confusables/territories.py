"""Countries, languages and suffixes as dated tables state them: who speaks what, and where.

The languages of a country and the names of both come from CLDR, the place of a suffix from
``suffixes.tsv``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from confusables.errors import InvalidLaunch
from confusables.fold import letters
from confusables.tables import open_table

__all__ = [
    "Place",
    "Spoken",
    "country_code",
    "country_name",
    "is_country",
    "language_code",
    "language_name",
    "languages_of",
    "local_language",
    "place_of",
    "usual_suffix",
]

_COLUMN = {"en": 2, "fr": 3}
# Codes that people write for another one, so that the message can say which is meant.
_MEANT = {"UK": "GB", "EL": "GR", "SF": "FI", "QC": "CA", "ON": "CA", "BC": "CA", "AB": "CA"}
_MEANT_LANGUAGE = {"jp": "ja", "cz": "cs", "dk": "da", "gr": "el", "cn": "zh", "ua": "uk"}


class Spoken(NamedTuple):
    """A language of a country: ISO 639, the share of people who can use it, and its status.

    ``status`` is ``o`` official, ``d`` official in fact, ``r`` official in a region, or empty.
    """

    language: str
    share: float
    status: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a suffix belongs. ``worldwide`` suffixes are open to all, those of some countries too.

    ``languages`` are those that the script or the place of the suffix suggests, empty elsewhere.
    """

    country: str | None
    worldwide: bool
    languages: tuple[str, ...] = ()


def _rows(table: str) -> list[list[str]]:
    lines = open_table(table).decode("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def _spoken() -> dict[str, tuple[Spoken, ...]]:
    found = {}
    for country, languages in _rows("territories.tsv"):
        parts = (item.split(":") for item in languages.split())
        found[country] = tuple(
            Spoken(code, float(percent) / 100, status)
            for code, percent, status in parts
            if code != "und"  # of countries where nobody lives
        )
    return found


@cache
def _names() -> dict[tuple[str, str], list[str]]:
    return {(row[0], row[1]): row for row in _rows("localnames.tsv")}


@cache
def _places() -> dict[str, Place]:
    found = {}
    for suffix, kind, country, worldwide, languages, *_ in _rows("suffixes.tsv"):
        to_all = worldwide == "yes" or kind == "generic" or country == "EU"
        found[suffix] = Place(
            country if country and not to_all else None, to_all, tuple(languages.split())
        )
    return found


def languages_of(country: str) -> tuple[Spoken, ...]:
    """The languages of a country, the most spoken first; empty where the table states none."""
    return _spoken().get(country, ())


@lru_cache(maxsize=1024)
def local_language(suffix: str | None) -> str:
    """The language that most people of a national suffix speak; empty for others."""
    country = place_of(suffix).country
    return languages_of(country)[0].language if country and languages_of(country) else ""


@cache
def usual_suffix(country: str) -> str:
    """The suffix that most names of a country in the shipped corpus have: com.br, and no br."""
    counted = {
        suffix: int(shipped)
        for suffix, kind, of, *_, shipped in _rows("suffixes.tsv")
        if of == country and kind == "country"
    }
    return max(counted, key=lambda s: (counted[s], -len(s), s), default=country.lower())


def place_of(suffix: str | None) -> Place:
    """Where a suffix belongs, by its longest ending that the table knows."""
    rest = suffix or ""
    while rest:
        if rest in _places():
            return _places()[rest]
        rest = rest.partition(".")[2]
    return Place(None, worldwide=False)


def country_code(code: str) -> str:
    """A country code (ISO 3166 alpha-2) in capitals. Raises InvalidLaunch for any other text."""
    found = code.strip().upper()
    if ("country", found) in _names():
        return found
    meant = f": {_MEANT[found]} is meant" if found in _MEANT else ", such as CA"
    raise InvalidLaunch(f"{code!r} is no country code of two letters (ISO 3166){meant}")


def language_code(code: str) -> str:
    """A language code (ISO 639) in small letters. Raises InvalidLaunch for any other text."""
    found = code.strip().lower()
    if ("language", found) in _names() or found in _languages():
        return found
    base = found.replace("_", "-").partition("-")[0]
    meant = _MEANT_LANGUAGE.get(found, base if ("language", base) in _names() else None)
    hint = f": {meant} is meant" if meant and meant != found else ", such as fr"
    raise InvalidLaunch(f"{code!r} is no language code of ISO 639{hint}")


@cache
def _languages() -> frozenset[str]:
    return frozenset(spoken.language for all_of in _spoken().values() for spoken in all_of)


@cache
def _country_words() -> frozenset[str]:
    """The names of countries, and those that registries write for them, as letters alone."""
    rows = (line.split("\t") for line in open_table("countries.tsv").decode().splitlines())
    written = {letters(name) for row in rows for name in row[1:] if not row[0].startswith("#")}
    named = {
        letters(name) for row in _rows("localnames.tsv") if row[0] == "country" for name in row[2:]
    }
    return frozenset(written | named)


def is_country(word: str) -> bool:
    """Whether a folded word without spaces names a country, in English or French."""
    return word in _country_words()


def country_name(code: str, lang: str = "en") -> str:
    """The name of a country in English or French, the code itself for an unknown one."""
    return _name("country", code, lang)


def language_name(code: str, lang: str = "en") -> str:
    """The name of a language in English or French, the code itself for an unknown one."""
    return _name("language", code, lang)


def _name(kind: str, code: str, lang: str) -> str:
    row = _names().get((kind, code))
    return row[_COLUMN.get(lang, 2)] if row else code

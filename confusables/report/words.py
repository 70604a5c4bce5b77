"""Sentences in the reader's language, by the gettext catalogues of ``locale/``.

A catalogue maps the English templates of ``Says`` to those of its language; what stands in braces
is filled in afterwards. ``data/catalogues.py`` writes the catalogues.
"""

from __future__ import annotations

import re
from functools import cache
from gettext import GNUTranslations
from importlib.resources import files
from typing import TYPE_CHECKING

from confusables.dates import in_words
from confusables.model import Kind, Level, Says
from confusables.report.countries import language_name
from confusables.results import percent_figures

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "LANGUAGES",
    "bits",
    "join",
    "kind_name",
    "level_name",
    "number",
    "opened",
    "percent",
    "say",
    "template",
    "titled",
]

LANGUAGES = ("en", "fr")

_NUMBER = re.compile(r"([<>] )?([+-]?\d{1,3}(?:,\d{3})*|[+-]?\d+)(\.\d+)?")
_DATES = frozenset({"as_of", "date", "our_since", "since"})
_MINUS = "\u2212"
_THOUSANDS = {"en": ",", "fr": "\u202f"}
_POINT = {"en": ".", "fr": ","}

_KINDS = {
    Kind.SAME_LABEL: Says("same name"),
    Kind.DOMAIN_HACK: Says("ending read as part of the name"),
    Kind.DETERMINER: Says("determiner"),
    Kind.AFFIX: Says("word added or dropped"),
    Kind.DELIMITER: Says("hyphens"),
    Kind.NUMBER: Says("number"),
    Kind.ACCENT: Says("accents"),
    Kind.HOMOGLYPH: Says("letters of another script"),
    Kind.LOOKALIKE: Says("look-alike letters"),
    Kind.TYPING: Says("slip of typing"),
    Kind.SOUND: Says("sound"),
    Kind.WORD_ORDER: Says("order of the words"),
    Kind.INFLECTION: Says("form of a word"),
    Kind.TRANSLATION: Says("translation"),
    Kind.SHARED_WORD: Says("shared word"),
}
_LEVELS = {
    Level.WARN: Says("warning"),
    Level.REVIEW: Says("review"),
    Level.BELOW: Says("below"),
    Level.NONE_FOUND: Says("none found"),
}


@cache
def _catalogue(lang: str) -> GNUTranslations:
    if lang not in LANGUAGES:
        raise ValueError(f"no language {lang!r}; there are: {', '.join(LANGUAGES)}")
    path = files("confusables").joinpath("locale", lang, "LC_MESSAGES", "confusables.mo")
    with path.open("rb") as file:
        return GNUTranslations(file)


def template(english: str, lang: str) -> str:
    """A template in a language; English where the catalogue lacks it. Raises ValueError."""
    return english if lang == "en" or not english else _catalogue(lang).gettext(english)


def say(sentence: Says, lang: str) -> str:
    """A sentence in a language, with numbers, dates and languages as it writes them. Raises
    ValueError for an unknown one."""
    values = {name: _value(name, value, lang) for name, value in sentence.values.items()}
    return template(sentence.template, lang).format_map(values)


def _value(name: str, value: str, lang: str) -> str:
    if name == "language":
        return language_name(value, lang)
    return in_words(value, lang) if name in _DATES else number(value, lang)


def bits(value: float, lang: str) -> str:
    """Evidence in bits, with its sign."""
    return number(f"{value:+.1f}", lang).replace("-", _MINUS)


def number(text: str, lang: str) -> str:
    """A number, or a bound of one, as the language writes it (1,234.5 and 1 234,5); any other text
    as it is."""
    match = _NUMBER.fullmatch(text)
    if lang == "en" or match is None:
        return text
    bound, whole, rest = match[1] or "", match[2], match[3] or ""
    figures = whole.replace(",", _THOUSANDS[lang]) + rest.replace(".", _POINT[lang])
    return bound.replace(" ", "\u00a0") + figures


def percent(probability: float, lang: str) -> str:
    """A probability for people, as ``percent_figures`` has it."""
    return say(Says("{percent} %", {"percent": percent_figures(probability)}), lang)


def titled(title: str, text: str, lang: str) -> str:
    """A title, a colon and a text, parted as the language does it."""
    return say(Says("{title}: {text}", {"title": title, "text": text}), lang)


def opened(text: str) -> str:
    """A line with a capital at its beginning, but for a domain, which has none."""
    first = text.partition(" ")[0].rstrip(".")
    return text if "." in first else text[:1].upper() + text[1:]


def join(parts: Iterable[str], lang: str) -> str:
    """Parts of a sentence, with semicolons between them."""
    return template("; ", lang).join(parts)


def kind_name(kind: Kind, lang: str) -> str:
    """A kind of confusion in a few words."""
    return say(_KINDS[kind], lang)


def level_name(level: Level, lang: str) -> str:
    """A level in a word."""
    return say(_LEVELS[level], lang)

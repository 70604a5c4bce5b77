"""Names of countries and languages for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables.fold import fold
from confusables.territories import country_name, language_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

__all__ = ["countries", "country_name", "language_name", "ordered"]

_SHOWN = 3


def ordered(codes: Iterable[str], first: Collection[str], lang: str) -> list[str]:
    """Countries as a reader looks for them: those of the launch (``first``), then by their names
    in the language."""
    return sorted(codes, key=lambda code: (code not in first, fold(country_name(code, lang))))


def countries(codes: Iterable[str], first: Collection[str], lang: str) -> str:
    """Countries in a few words, in that order, and how many more there are."""
    names = [country_name(code, lang) for code in ordered(codes, first, lang)]
    more = [f"+{len(names) - _SHOWN}"] if len(names) > _SHOWN else []
    return ", ".join([*names[:_SHOWN], *more])

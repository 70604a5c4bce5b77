"""One file a language, behind the contract ``model.Language``; an eighth is one more line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from confusables.languages import de, en, es, fr, it, nl, pt

if TYPE_CHECKING:
    from confusables.model import Language

__all__ = ["BEFORE_ELIDED", "ELIDED", "LANGUAGES", "ONLY_BEFORE_VOWELS", "by_code"]

LANGUAGES: Final[tuple[Language, ...]] = (fr, en, de, es, it, pt, nl)
"""The languages that names are read in. Where two readings are equally good, the first wins.

A new one stands at the end: the place is the byte of a reading in corpus files.
"""

ELIDED: Final = frozenset("dl")
"""Words of one letter, what is left of them before a vowel or a silent h: l'orange, d'or."""
ONLY_BEFORE_VOWELS: Final = ELIDED | {"an", "cet"}
"""Words that stand before these alone."""
BEFORE_ELIDED: Final = frozenset("aeiouyh")

_BY_CODE: Final[dict[str, Language]] = {language.code: language for language in LANGUAGES}


def by_code(code: str) -> Language | None:
    """The language of an ISO 639-1 code, None if names are not read in it."""
    return _BY_CODE.get(code)

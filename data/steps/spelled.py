"""A written word as the tables hold it: folded, with its umlauts written out as well."""

from __future__ import annotations

from confusables.fold import fold
from confusables.languages import LANGUAGES, by_code

__all__ = ["own_word", "spellings"]

_LONGEST = 24
_DROPPED = str.maketrans("", "", "·'’")  # as in names: col·lecció, aujourd’hui


def spellings(text: str, code: str | None = None) -> set[str]:
    """The folded forms of a written word, umlauts written out as its language does; a name's as any
    does."""
    lower = text.lower()
    language = by_code(code) if code else None
    forms = {fold(lower)}
    for each in (language,) if language else LANGUAGES:
        if not each.written_out.keys().isdisjoint(lower):
            forms.add(fold(lower.translate(str.maketrans(dict(each.written_out)))))
    return {form for form in forms if form.isascii() and form.isalpha() and len(form) <= _LONGEST}


def own_word(text: str, code: str) -> str:
    """A word of the lists that are kept by hand, without what names leave out within a word.

    Raises ValueError for what has no spelling and would be left out in silence: two words in one,
    a digit, another script.
    """
    word = text.translate(_DROPPED)
    if not spellings(word, code):
        raise ValueError(f"{code} {text!r}: not one word of letters that fold to a to z")
    return word

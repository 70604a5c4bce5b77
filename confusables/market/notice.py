"""A short letter to the holder of an existing name, and a sentence for one's own site.

Both are texts to be read and changed by a person: nothing is sent, nobody is named who is not an
organisation, and nothing is said of anybody's rights.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from confusables.clean import clean
from confusables.dates import in_words
from confusables.market.first import first, span
from confusables.market.letters import LETTERS
from confusables.model import Level
from confusables.names import shown
from confusables.results import Who
from confusables.territories import country_name

if TYPE_CHECKING:
    import datetime as dt

    from confusables.market.letters import Texts
    from confusables.model import Name, Registration

__all__ = ["Notice", "notice"]

_MOST_COUNTRIES = 2


@dataclass(frozen=True, slots=True)
class Notice:
    """The letter and the sentence, with a title for each, all in one language."""

    letter: str
    sentence: str
    letter_title: str
    sentence_title: str


def notice(
    new: Name,
    existing: Name,
    lang: str = "en",
    *,
    ours: Registration | None = None,
    theirs: Registration | None = None,
    planned: dt.date | None = None,
    level: Level,
) -> Notice:
    """Write to the holder of an existing name, in English or French (``lang``).

    ``level`` is that of the comparison of both: the letter calls them no nearer than that.
    ``ours`` and ``theirs`` are what a corpus holds of the two names, ``planned`` the day of the
    launch. What is not known is left out.
    """
    texts = LETTERS[lang]
    our_name, their_name = _called(new, ours), _called(existing, theirs)
    sentence = _sentence(texts, existing, theirs, their_name, lang)
    reason = texts.reason[level].format(
        existing=_named(texts, their_name, existing),
        known=_known(texts, ours, theirs, planned, lang),
    )
    letter = texts.letter.format(
        new_name=our_name,
        existing_name=their_name,
        likeness=texts.likeness[level],
        surge="" if level == Level.BELOW else texts.surge,
        question=texts.questions[level == Level.BELOW],
        new=_named(texts, our_name, new),
        reason=reason,
        sentence=sentence,
    )
    return Notice(letter, sentence, texts.letter_title, texts.sentence_title)


def _called(name: Name, known: Registration | None) -> str:
    """The name as its owner writes it, else as it was typed, of a domain the domain."""
    if known and known.name:
        return clean(known.name)
    return shown(name) if name.suffix else clean(" ".join(name.input.split())) or shown(name)


def _named(texts: Texts, called: str, name: Name) -> str:
    domain = shown(name)
    if not name.suffix or called == domain:
        return called
    return texts.named.format(name=called, domain=domain)


def _sentence(
    texts: Texts, existing: Name, theirs: Registration | None, called: str, lang: str
) -> str:
    countries = theirs.countries if theirs else ()
    names = [country_name(code, lang) for code in countries]
    where = f" ({texts.and_.join(names)})" if 0 < len(names) <= _MOST_COUNTRIES else ""
    domain = shown(existing) if existing.suffix else "[…]"
    return texts.sentence.format(name=called, where=where, domain=domain)


def _known(
    texts: Texts,
    ours: Registration | None,
    theirs: Registration | None,
    planned: dt.date | None,
    lang: str,
) -> str:
    """Since when they use their name, as far as documented, and whether that was before us."""
    since = theirs.since if theirs else None
    if since is None or span(since) is None:
        return ""
    who = first(ours.since if ours else None, since, planned=None if ours else planned)
    template = texts.first if who.who == Who.EXISTING else texts.since
    return template.format(date=in_words(since, lang))

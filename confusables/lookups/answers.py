"""What all sources share: the domain asked about, the moment, and answers that know nothing."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime

import idna

from confusables.clean import clean
from confusables.model import Answer, Reason, Verdict
from confusables.owners import is_withheld

__all__ = ["a_label", "forms", "moment", "organisation", "today", "unknown"]

_MAX_TYPED = 1024
_LEGAL_FORM = re.compile(
    r"\b(inc|incorporated|llc|l\.l\.c|ltd|limited|corp|corporation|company|co|gmbh|ag|kg|ug|e\.?v|"
    r"s\.?a\.?s?|sarl|s\.?r\.?l|s\.?p\.?a|s\.?l|b\.?v|n\.?v|oy|oyj|ab|a/?s|aps|as|plc|llp|lp|pty|"
    r"pte|sdn|bhd|kk|k\.k|ltda|eireli|lda|s\.?r\.?o|spol|sp\.? z\.? ?o\.? ?o|d\.?o\.?o|ooo|zao|oao|"
    r"jsc|kft|zrt|bank|university|universit[éeàäy]\w*|institut\w*|foundation|fondation|stiftung|"
    r"association|society|trust|group|holdings?|council|ministry|agency|authority|"
    r"cooperative|school|college|church|club|office|department|federation|union|privacy|proxy)\b\.?",
    re.IGNORECASE,
)


def a_label(text: str) -> str | None:
    """The domain in A-labels (IDNA2008 after UTS 46 mapping), or None where it is not one.

    At least two labels; no address, port, path or blank; at most 253 characters.
    """
    if not isinstance(text, str) or not 0 < len(text) <= _MAX_TYPED:
        return None
    try:
        ascii_form = idna.encode(
            unicodedata.normalize("NFC", text), uts46=True, std3_rules=True, transitional=False
        ).decode("ascii")
    except (UnicodeError, ValueError, IndexError):
        return None
    domain = ascii_form.lower().removesuffix(".")
    labels = domain.split(".")
    if len(labels) < 2 or len(domain) > 253 or labels[-1].isdigit() or not all(labels):
        return None
    return domain


def forms(domain: str) -> frozenset[str]:
    """How a reply may write the domain: as A-labels and as U-labels, in lower case."""
    try:
        return frozenset({domain, idna.decode(domain).lower()})
    except (UnicodeError, ValueError, IndexError):
        return frozenset({domain})


def moment() -> str:
    """Now, in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today() -> str:
    """The day, in UTC."""
    return datetime.now(UTC).date().isoformat()


def unknown(reason: Reason, source: str | None = None, note: str | None = None) -> Answer:
    """An answer that says only why nothing is known."""
    return Answer(Verdict.UNKNOWN, reason, source, moment(), note=note)


def organisation(stated: str | None, person: str | None, *, sure: bool = False) -> str | None:
    """The organisation that a field states, or None: redacted, empty, or the name of a person.

    A holder whose name and organisation are the same text is taken for a person unless the text
    has the marks of an organisation, or the source is ``sure`` that it is one.
    """
    if not stated:
        return None
    text = clean(stated, 200)
    if not text or is_withheld(text):
        return None
    if sure or _LEGAL_FORM.search(text):
        return text
    if person and _same_person(text, person):
        return None
    return text


def _same_person(text: str, person: str) -> bool:
    """Whether two texts have the same words, in any order."""
    return sorted(text.casefold().replace(",", " ").split()) == sorted(
        clean(person, 200).casefold().replace(",", " ").split()
    )

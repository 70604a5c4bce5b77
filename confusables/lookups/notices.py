"""Notices and remarks beside an RDAP error: what they tell of the domain that was asked about.

A remark is about the object (RFC 9083, section 4.3), so all it says is read as the error's own
words. A notice is about the service, and most are terms of use, which speak of registered names
too: of a notice count its type, a sentence whose subject is the domain, and, where it has no title
of terms, a short statement of a state that only an existing object has.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from confusables.lookups import wording
from confusables.lookups.registries import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["another_status", "listed", "own_words", "remarked", "strings", "tells_of_the_object"]

_SHORT = 120
_FEW = 4
"""Sentences of a notice that may be a statement; terms have more, or a title that says so."""

_KINDS = re.compile(r"truncat|redact|authori[sz]|withheld|restrict|privat|hidden|result set|object")
_OF_TERMS = re.compile(
    r"\b(terms?|conditions?|copyright|disclaimer|legal|polic(y|ies)|privacy|agreement|"
    r"status codes?|inaccuracy|complaints?|about)\b"
)
# Words of a name that somebody has or that is set aside, of an object that is not shown.
_STATE = re.compile(
    r"\b((?<!not )(?<!never )(?<!not been )(?<!not currently )registered"
    r"(?! (trade|service ?mark|office|company|in england))|"
    r"held|owne(d|r)|belongs?|(?<!not )(?<!n.t )exists?|(?<!not )taken|"
    r"(?<!not )(assigned|allocated|delegated)|(?<!not )in use|private|hidden|redacted|visible|"
    r"invisible|confidential|protected(?! by copyright)|sunrise|landrush|un?authori[sz]\w+|"
    r"authori[sz]\w+|withheld|withdrawn|reserved|blocked|premium|disclosed|displayed|"
    r"shown|suppressed|removed|truncated|masked|restricted|excluded|"
    r"(?<!non )enregistrée?|réservée?|registriert|vergeben|registrad[oa]|registrato|"
    r"geregistreerd)\b"
)
_OF_IT = re.compile(
    r"^\W*((please )?note( that)?:? |status:? )?(the |this |that )?"
    r"((requested|queried|specified) )?"
    r"(domain( name)?|name|object|label|registration|record|entry)( \S+\.\S+)?,? "
    r"(is|was|has|have|exists?|belongs?|held|not|registered|cannot|in use|taken|status)\b"
)
_SENTENCE = re.compile(r"[.;!?]\s+|\n")
_CODE = re.compile(r"\W*([1-5]\d\d)\W*")


def remarked(found: Mapping[str, Any]) -> list[str]:
    """All that remarks say, whatever they call it."""
    said = []
    for remark in listed(found.get("remarks")):
        told = remark if isinstance(remark, dict) else {"": remark}
        said += strings([value for name, value in told.items() if name not in {"links", "lang"}])
    return said


def tells_of_the_object(found: Mapping[str, Any]) -> bool:
    """Whether a notice states something of the domain or of its record."""
    return any(_states(notice) for notice in listed(found.get("notices")))


def _states(notice: object) -> bool:
    if not isinstance(notice, dict):
        return any(_STATE.search(text.casefold()) for text in strings(notice))
    kinds = [text.casefold() for text in strings(notice.get("type"))]
    if any(_KINDS.search(kind) or _STATE.search(kind) for kind in kinds):
        return True
    said = list(_sentences(own_words(notice)))
    if any(_OF_IT.search(line) and _STATE.search(line) for line in said):
        return True
    title = " ".join(strings(notice.get("title"))).casefold()
    if len(said) > _FEW or _OF_TERMS.search(title):
        return False
    return any(
        _STATE.search(line.text) and len(line.text) <= _SHORT
        for line in wording.lines("\n".join(said))
        if not line.legal and not wording.is_rule(line)
    )


def _sentences(texts: Iterable[str]) -> Iterator[str]:
    """The sentences that do not say that there is no record."""
    for text in texts:
        for line in wording.spoken(part for part in _SENTENCE.split(text) if part):
            if not wording.says_none(Lines(), line):
                yield line.text


def another_status(found: Mapping[str, Any], said: Iterable[str]) -> int | None:
    """The HTTP status other than 404 that an error names in its words or beside its code."""
    stated = [
        str(value)
        for name, value in found.items()
        if re.search(r"status|code", name, re.IGNORECASE)
        and isinstance(value, int | str)
        and not isinstance(value, bool)
    ]
    codes = (_CODE.fullmatch(text.strip()) for text in (*said, *stated) if len(text) < _SHORT)
    return next((int(c[1]) for c in codes if c and c[1] != "404"), None)


def own_words(found: Mapping[str, Any]) -> list[str]:
    """Title and description of an error, or of a notice."""
    return strings([found.get("title"), found.get("description")])


def strings(value: object) -> list[str]:
    """The texts in a value, however deep, and the names in its objects; in order."""
    found, todo = [], [value]
    while todo:
        part = todo.pop()
        if isinstance(part, str):
            found.append(part)
        elif isinstance(part, dict):
            todo += [text for pair in reversed(part.items()) for text in reversed(pair)]
        elif isinstance(part, list):
            todo += reversed(part)
    return [text for text in found if text]


def listed(value: object) -> list[Any]:
    """The value if it is a list, a text or an object as a list of one, else nothing."""
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, str | dict) else []

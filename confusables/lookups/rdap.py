"""RDAP (RFC 9082, 9083): what a registry's reply over https says of a domain."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from confusables.clean import clean
from confusables.lookups import wording
from confusables.lookups.answers import a_label, moment, organisation, today, unknown
from confusables.lookups.countries import country_code
from confusables.lookups.dates import read_date
from confusables.lookups.notices import (
    another_status,
    listed,
    own_words,
    remarked,
    strings,
    tells_of_the_object,
)
from confusables.lookups.registries import Lines, registry
from confusables.lookups.statuses import set_aside, statuses
from confusables.model import Answer, Country, Reason, Verdict
from confusables.owners import is_withheld

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["MAX_BODY", "read_rdap"]

MAX_BODY = 1024 * 1024
"""Bytes of a decoded body that are read; a longer one is too big."""

_BY_STATUS = {
    400: Reason.MALFORMED,
    401: Reason.REFUSED,
    403: Reason.THROTTLED,
    404: Reason.UNRECOGNISED,
    410: Reason.UNRECOGNISED,
    422: Reason.THROTTLED,
    429: Reason.THROTTLED,
    451: Reason.REFUSED,
}
_MOST = 200
"""Entities, events and properties that are read: what a stranger sends has no end."""
_MAX_TEXT = 64 * 1024
# Members of an error that are read for themselves, or that hold no words.
_READ = frozenset(
    {
        "title", "description", "notices", "remarks", "errorCode", "rdapConformance", "links",
        "lang", "port43", "ldhName", "unicodeName",
    }
)  # fmt: skip
# Members that only the record of a domain has.
_RECORD = ("status", "events", "entities", "nameservers", "variants", "secureDNS", "publicIds")
# What was not found is something else than the domain: wrong path and wrong server look the same.
_ELSEWHERE = re.compile(
    r"\b(tlds?|zones?|suffix|top[ -]level|extensions?|no rdap server|paths?|endpoints?|ur[li]s?|"
    r"routes?|pages?|resources?|name ?servers?|hosts?|entit(y|ies)|contacts?|autnums?|networks?)\b"
)
# Dates of these events show that somebody holds the name; others tell of the record alone.
_OF_A_HOLDING = frozenset({"registration", "reregistration", "transfer", "expiration"})
_QUOTA = re.compile(r"\b(quota|rate limit|limit(s|ed)?|truncated|throttl\w+)\b", re.IGNORECASE)
_OFFERED = re.compile(r"\b(available|open|eligible) (for|to) (be )?(\w+ )?(regist|purchas)")
# No record is no promise that the name can be had: words that sound like one are not repeated.
_PROMISE = re.compile(r"\b(free|available|unregistered)\b", re.IGNORECASE)


class _Unusable(ValueError):
    """A body that is no RDAP answer."""


def read_rdap(domain: str, http_status: int, body: bytes) -> Answer:
    """What an authoritative RDAP server's reply says of the domain. Total: any bytes, no exception.

    The caller vouches that the server is the one for the domain's suffix: a 404 with an RDAP error
    body (``errorCode`` 404) is then a no-record, unless its words say otherwise. TypeError for a
    status that is no whole number and a body that is no bytes.
    """
    if isinstance(http_status, bool) or not isinstance(http_status, int):
        raise TypeError(f"an HTTP status is a whole number, not {http_status!r}")
    if not isinstance(body, bytes | bytearray):
        raise TypeError(f"a body is bytes, as it came from the server, not {type(body).__name__}")
    asked = a_label(domain)
    if asked is None:
        return unknown(Reason.INVALID_NAME, "rdap")
    if len(body) > MAX_BODY:
        return unknown(Reason.TOO_BIG, "rdap")
    if http_status == 200:
        return _object(asked, body)
    if http_status == 404:
        return _absent(asked, body)
    if 300 <= http_status < 400:
        return unknown(Reason.REFUSED, "rdap", "redirect refused")
    return unknown(_BY_STATUS.get(http_status, Reason.MALFORMED), "rdap", f"HTTP {http_status}")


def _parsed(body: bytes) -> dict[str, Any]:
    """The object in a body; _Unusable where there is none that can be trusted."""
    try:
        found = json.loads(body, object_pairs_hook=_unambiguous)
    except (ValueError, RecursionError, MemoryError) as error:
        raise _Unusable from error
    if not isinstance(found, dict):
        raise _Unusable
    return found


def _unambiguous(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of the pairs; one with a key twice could be read in two ways."""
    made = dict(pairs)
    if len(made) != len(pairs) and any(made[key] != value for key, value in pairs):
        raise _Unusable
    return made


def _object(asked: str, body: bytes) -> Answer:
    """The answer that a reply of status 200 makes."""
    try:
        found = _parsed(body)
    except _Unusable:
        return unknown(Reason.MALFORMED, "rdap")
    if found.get("objectClassName") != "domain" or "errorCode" in found:
        return unknown(Reason.MALFORMED, "rdap")
    name = a_label(_text(found.get("ldhName")) or _text(found.get("unicodeName")))
    if name is None:
        return unknown(Reason.MALFORMED, "rdap")
    if name != asked:
        return unknown(Reason.OTHER_DOMAIN, "rdap")
    stated = [text for text in listed(found.get("status")) if isinstance(text, str)]
    dates = _dates(found)
    reason = set_aside(stated)
    if reason is None and _OF_A_HOLDING.isdisjoint(dates):
        reason = _unheld(asked, found, stated)
    return unknown(reason, "rdap") if reason else _registered(asked, found, stated, dates)


def _unheld(asked: str, found: Mapping[str, Any], stated: list[str]) -> Reason | None:
    """Why an object without a date of a holding is no registration; None where nothing says so.

    One that states nothing itself is what its remarks and notices say. A limit costs some of the
    record, not the registration.
    """
    state = " ".join(stated).casefold()
    if re.search(r"\b(reserved|blocked)\b", state):
        return Reason.BLOCKED if "blocked" in state else Reason.RESERVED
    if state.strip():
        return None
    remarks, beside, none = remarked(found), _beside(found), Lines()
    size = sum(map(len, (*remarks, beside)))
    if len(remarks) > _MOST or size > _MAX_TEXT or not wording.is_whole(beside):
        return Reason.UNRECOGNISED  # what is not read may be what matters
    said = [*_spoken(remarks), *wording.lines(beside)]
    said = [line for line in said if wording.refusal(none, (line,)) is not Reason.THROTTLED]
    if refusal := wording.refusal(none, said):
        return refusal
    offered = any(_OFFERED.search(line.text) for line in said if not line.legal)
    return Reason.UNRECOGNISED if offered or wording.absent(asked, none, said) is not None else None


def _registered(
    asked: str, found: Mapping[str, Any], stated: list[str], dates: dict[str, str]
) -> Answer:
    known = registry(asked)
    registrar = next(_entities(found, "registrar"), {})
    registrant = next(_entities(found, "registrant"), {})
    kind, name = _card(registrant, "kind"), _card(registrant, "fn")
    is_org = kind.casefold() == "org"
    holder = organisation(_card(registrant, "org"), name, sure=is_org)
    if holder is None and is_org:
        holder = organisation(name, None, sure=True)
    created = dates.get("registration") if known.created else None
    countries = [
        Country(code, says)
        for text, says in (
            (_country(registrant), "registrant"),
            (known.eligibility or "", "eligibility"),
            (_country(registrar), "registrar"),
        )
        if text and (code := country_code(text))
    ]
    called = clean(_card(registrar, "fn") or _card(registrar, "org"), 200)
    return Answer(
        Verdict.REGISTERED,
        Reason.FOUND,
        "rdap",
        moment(),
        registrar=called if called and not is_withheld(called) else None,
        holder=holder,
        created=created if created and created <= today() else None,
        expires=dates.get("expiration"),
        statuses=statuses(stated),
        countries=tuple(countries),
        note="partial" if _says_partial(found) else None,
    )


def _absent(asked: str, body: bytes) -> Answer:
    """The answer that a reply of status 404 makes: a no-record where nothing in it says otherwise.

    What stands in the error itself, or in a remark, is the server's word about the question;
    notices beside it are read as a WHOIS reply is, since most of them are terms of use.
    """
    try:
        found = _parsed(body)
    except _Unusable:
        return unknown(Reason.UNRECOGNISED, "rdap")
    if (reason := _no_error_of_absence(asked, found)) is not None:
        return unknown(reason, "rdap")
    own, more, beside = own_words(found), _more(found), _beside(found)
    remarks = remarked(found)
    texts = [*own, *more, *remarks]
    size = sum(map(len, (*texts, beside)))
    if len(texts) > _MOST or size > _MAX_TEXT or not wording.is_whole(beside):
        return unknown(Reason.UNRECOGNISED, "rdap")  # what is not read may be what matters
    note = clean("; ".join(text for text in (clean(text, 200) for text in own) if text), 200)
    said, around, none = _spoken(texts), wording.lines(beside), Lines()
    if refusal := wording.refusal(none, said):
        return unknown(refusal, "rdap", note or None)
    if refusal := wording.refusal(none, around):
        return unknown(refusal, "rdap", wording.quoted(none, around, refusal))
    if wording.names_another(asked, none, said):
        return unknown(Reason.OTHER_DOMAIN, "rdap")
    known = {line.text for line in said if wording.absent(asked, none, (line,))}
    # A text without a blank (a time, a path, a name for the error) is no sentence.
    told = (text for text in more if " " in text or not text.isascii())
    sentences = _spoken([*own, *told, *remarks])
    if _holds_more(found, sentences) or wording.doubtful(said, known):
        return unknown(Reason.UNRECOGNISED, "rdap", note or None)
    shown = note if note and not _PROMISE.search(note) else None
    return Answer(Verdict.NO_RECORD, Reason.NO_RECORD, "rdap", moment(), note=shown)


def _holds_more(found: Mapping[str, Any], sentences: list[wording.Line]) -> bool:
    """Whether an error tells more than that the domain was not found."""
    return (
        any(isinstance(found.get(name), list | dict) and found[name] for name in _RECORD)
        or any(_ELSEWHERE.search(line.text) for line in sentences)
        or wording.says_more(Lines(), sentences)
        or tells_of_the_object(found)
        or _says_partial(found)
    )


def _no_error_of_absence(asked: str, found: Mapping[str, Any]) -> Reason | None:
    """Why the object of a 404 is no RDAP error that says "not found" of the domain."""
    code: Any = found.get("errorCode")  # required (RFC 9083, section 6); a text at some servers
    if isinstance(code, bool) or str(code) != "404":
        number = int(code) if str(code).isdecimal() and len(str(code)) < 4 else 0
        return _BY_STATUS.get(number, Reason.UNRECOGNISED)
    if (other := another_status(found, own_words(found))) is not None:
        return _BY_STATUS.get(other, Reason.UNRECOGNISED)
    if "objectClassName" in found:
        return Reason.MALFORMED
    names = [_text(found.get(key)) for key in ("ldhName", "unicodeName")]
    return Reason.OTHER_DOMAIN if any(n and a_label(n) != asked for n in names) else None


def _more(found: Mapping[str, Any]) -> list[str]:
    """What an error says under names of its own, these included."""
    return strings({name: value for name, value in found.items() if name not in _READ})


def _spoken(texts: Iterable[str]) -> list[wording.Line]:
    return wording.spoken(
        clean(part, len(part)) for text in texts for part in text.splitlines() if part
    )


def _beside(found: Mapping[str, Any]) -> str:
    """The notices, a paragraph each."""
    return "\n\n".join(
        "\n".join(own_words(notice))
        for notice in listed(found.get("notices"))
        if isinstance(notice, dict)
    )


def _dates(found: Mapping[str, Any]) -> dict[str, str]:
    """The dates of the events, by action; the first of an action counts."""
    dates: dict[str, str] = {}
    for event in listed(found.get("events"))[:_MOST]:
        if isinstance(event, dict):
            action, stated = _text(event.get("eventAction")), _text(event.get("eventDate"))
            day = read_date(stated) if re.match(r"\d{4}-\d\d-\d\d", stated) else None
            if day:
                dates.setdefault(action.strip().casefold(), day)
    return dates


def _entities(found: Mapping[str, Any], role: str) -> Iterator[dict[str, Any]]:
    """The entities of a role, of the domain itself."""
    for entity in listed(found.get("entities"))[:_MOST]:
        if isinstance(entity, dict) and role in listed(entity.get("roles")):
            yield entity


def _card(entity: Mapping[str, Any], kind: str) -> str:
    """The text of a property of the entity's jCard, or of its JSContact name; empty where none."""
    for row in _rows(entity):
        if row[0] == kind:
            value = row[3]
            text = value[0] if isinstance(value, list) and value else value
            if isinstance(text, str) and text.strip():
                return text
    return ""


def _rows(entity: Mapping[str, Any]) -> Iterator[list[Any]]:
    """The well-formed properties of a jCard: name, parameters, type, value."""
    card = entity.get("vcardArray")
    if not (isinstance(card, list) and len(card) >= 2 and isinstance(card[1], list)):
        return
    for row in card[1][:_MOST]:
        if isinstance(row, list) and len(row) >= 4 and isinstance(row[0], str):
            yield [row[0].casefold(), row[1], row[2], row[3]]


def _country(entity: Mapping[str, Any]) -> str:
    """The country of an entity: the parameter cc (RFC 8605), else the address's seventh part."""
    for row in _rows(entity):
        if row[0] != "adr":
            continue
        code = row[1].get("cc") if isinstance(row[1], dict) else None
        if isinstance(code, str) and code.strip():
            return code
        if isinstance(row[3], list) and len(row[3]) >= 7 and isinstance(row[3][6], str):
            return row[3][6]
    return ""


def _says_partial(found: Mapping[str, Any]) -> bool:
    """Whether a notice inside the answer tells of a limit that cost some of it."""
    for notice in listed(found.get("notices")) + listed(found.get("remarks")):
        if isinstance(notice, dict):
            kind = f"{_text(notice.get('type'))} {_text(notice.get('title'))}"
            if _QUOTA.search(kind):
                return True
    return False


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""

"""WHOIS: what a port-43 reply says of a domain. Registry quirks live here and in its table.

Its words are judged first (``wording.py``), then what it states; whatever has no words that are
known and states nothing of the domain is unknown.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from confusables.clean import clean
from confusables.lookups import wording
from confusables.lookups.answers import (
    a_label,
    forms,
    moment,
    organisation,
    today,
    unknown,
)
from confusables.lookups.countries import country_code
from confusables.lookups.dates import read_date
from confusables.lookups.fields import Facts, facts, fields
from confusables.lookups.registries import Registry, any_lines, keys, registry
from confusables.lookups.statuses import set_aside, statuses, words
from confusables.model import Answer, Country, Reason, Verdict
from confusables.owners import is_withheld

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["MAX_REPLY", "decoded", "read_whois"]

MAX_REPLY = 64 * 1024
"""Bytes of a reply that are read; a longer one is too big."""

_NEUTRAL = frozenset({"inactive", "verified", "unverified"})
"""States that a registration has beside others, and other names have, too."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_whois(domain: str, reply: bytes) -> Answer:
    """What the reply of a registry's port 43 says of the domain. Total: any bytes, no exception.

    The words of the registry of the domain's suffix decide. A reply that names another domain is
    ``other-domain``; one that names none is judged by its words. TypeError for what is no bytes.
    """
    if not isinstance(reply, bytes | bytearray):
        raise TypeError(f"a reply is bytes, as it came from the server, not {type(reply).__name__}")
    asked = a_label(domain)
    if asked is None:
        return unknown(Reason.INVALID_NAME, "whois")
    if len(reply) > MAX_REPLY:
        return unknown(Reason.TOO_BIG, "whois")
    known = registry(asked)
    text = decoded(reply, known.charset)
    if re.match(r"\s*(<(!doctype|!--|html|\?xml|head|body)|http/\d)", text, re.IGNORECASE):
        return unknown(Reason.MALFORMED, "whois")
    stated = facts(fields(text, keys()), keys())
    return _judged(asked, known, text, stated)


def decoded(reply: bytes, charset: str = "utf-8") -> str:
    """The text of a reply, lines ended by LF: UTF-8, else the registry's charset, else Latin-1."""
    for mark, name in _BOMS:
        if reply.startswith(mark):
            text = reply.decode(name, "replace")
            break
    else:
        text = _plain(reply, charset)
    return text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")


def _plain(reply: bytes, charset: str) -> str:
    half = len(reply) // 2
    if half and reply.count(0) >= half * 3 // 4:
        return reply.decode("utf-16-be" if reply[:1] == b"\0" else "utf-16-le", "replace")
    for name in ("iso2022_jp", "utf-8", charset) if b"\x1b$" in reply else ("utf-8", charset):
        try:
            return reply.decode(name)
        except UnicodeDecodeError:
            continue
    return reply.decode("latin-1")


def _judged(asked: str, known: Registry, text: str, stated: Facts) -> Answer:
    """The decision table for a reply."""
    named = _names(asked, stated.domains)
    lines = wording.lines(text)
    record = _record(stated, named)
    if named and record:
        lines = wording.without(known.lines.taken, lines)
    full = record >= 3 and named is not False
    held = record == 0 and _held(asked, known, text, stated)
    refusal = wording.refusal(known.lines, lines, full=full) or set_aside(stated.statuses)
    if refusal is Reason.THROTTLED:
        return unknown(refusal, "whois")
    absent = wording.absent(asked, known.lines, lines)
    if named is False or absent is False:
        return unknown(Reason.OTHER_DOMAIN, "whois")
    if refusal:
        return unknown(refusal, "whois", wording.quoted(known.lines, lines, refusal))
    if absent and not full:
        if (
            held
            or record > _is_dated(stated.changed)
            or not wording.is_whole(text)
            or wording.says_more(known.lines, lines)
        ):
            return unknown(Reason.UNRECOGNISED, "whois")
        return Answer(Verdict.NO_RECORD, Reason.NO_RECORD, "whois", moment())
    if held or (record >= 1 and (named or record >= 2)):
        return _registered(known, stated)
    return unknown(Reason.UNRECOGNISED, "whois")


def _names(asked: str, domains: Iterable[str]) -> bool | None:
    """Whether the reply is about the domain asked (True), another (False), or names none."""
    wanted = forms(asked)
    label = {form.partition(".")[0] for form in wanted}
    other = False
    for value in domains:
        word = value.split()[0].strip("\"'()[]<>,;").rstrip(".").lower() if value.split() else ""
        if word in wanted or (a_label(word) or "") in wanted:
            return True
        if "." in word and not word.replace(".", "").isdigit():
            other = True
        elif word in label:
            return True
    return False if other else None


def _held(asked: str, known: Registry, text: str, stated: Facts) -> bool:
    """Whether the reply states the name and, of it alone, what only a registration is."""
    said = words(stated.statuses) - _NEUTRAL
    return (
        bool(said)
        and said <= known.lines.held | any_lines().held
        and _names(asked, stated.subjects) is True
        and not wording.contrary(asked, text)
    )


def _record(stated: Facts, named: bool | None) -> int:
    """How many kinds of statements a record of a domain makes."""
    dates = (stated.created, stated.expires, stated.changed)
    count = sum(1 for date in dates if _is_dated(date))
    count += sum(1 for kind in (stated.registrar, stated.servers) if kind)
    return count + (
        1 if named and (stated.organisation or stated.person or stated.holder_given) else 0
    )


def _is_dated(stated: str | None) -> bool:
    """Whether a date is stated, and no "none" or "no"."""
    return any(char.isdecimal() for char in stated or "")


def _registered(known: Registry, stated: Facts) -> Answer:
    """The answer that a record makes."""
    created = read_date(stated.created or "", day_first=known.day_first) if known.created else None
    expires = read_date(stated.expires or "", day_first=known.day_first)
    if created and created > today():
        created = None
    countries = [
        Country(code, says)
        for text, says in (
            (stated.country, "registrant"),
            (known.eligibility, "eligibility"),
            (stated.registrar_country, "registrar"),
        )
        if text and (code := country_code(text))
    ]
    return Answer(
        Verdict.REGISTERED,
        Reason.FOUND,
        "whois",
        moment(),
        registrar=_registrar(stated.registrar),
        holder=organisation(stated.organisation, stated.person),
        created=created,
        expires=expires,
        statuses=statuses(text for text in stated.statuses if not is_withheld(text)),
        countries=tuple(countries),
    )


def _registrar(stated: str | None) -> str | None:
    """The registrar's name without its handle, tag or address."""
    if not stated:
        return None
    text = clean(stated, 200)
    text = re.sub(
        r"\s*[(\[]\s*(?:tag\b|https?:|R\d+-|IANA|\d+\s*[)\]]).*$", "", text, flags=re.IGNORECASE
    )
    text = re.sub(r"\s+https?://\S+$", "", text)
    return text if text and not is_withheld(text) else None

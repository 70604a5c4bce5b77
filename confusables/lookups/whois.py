"""WHOIS: what a port-43 reply says of a domain. Registry quirks live here and in its table.

The lines that tell of a limit are looked for first, then those that tell of reserved, blocked and
invalid names, then the registry's own line for "no record"; whatever is none of these and states
nothing of the domain is unknown.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from confusables.clean import clean
from confusables.lookups.answers import (
    a_label,
    forms,
    is_redacted,
    moment,
    organisation,
    today,
    unknown,
)
from confusables.lookups.countries import country_code
from confusables.lookups.dates import read_date
from confusables.lookups.fields import Facts, facts, fields
from confusables.lookups.registries import Registry, any_lines, keys, registry
from confusables.lookups.statuses import statuses
from confusables.model import Answer, Country, Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["MAX_REPLY", "decoded", "read_whois"]

MAX_REPLY = 64 * 1024
"""Bytes of a reply that are read; a longer one is too big."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMENT_MARKS = re.compile(r"^[\s%#*;>\-=|:]+")
# Words of rules and terms, not of events: a line that has one tells of no limit that was hit.
_RULES = re.compile(
    r"\b(if|might|should|shall|would|in order to|to prevent|reserves? the right|agree|subject to|"
    r"lawful|purposes?|warrant|guarantee|liable|terms of use|copyright|rights reserved|"
    r"high[- ]volume|electronic processes)\b"
)
_CONDITIONAL = re.compile(
    r"\b(if|may(?! not)|might|should|shall|would|can(?! ?not)|could(?! not)|in order to|"
    r"to prevent|reserves? the right|"
    r"agree|subject to|any|lawful|purposes?|warrant|guarantee|liable|terms of use|please note|"
    r"notice|copyright|rights reserved|persons|provided|without)\b"
)
_TERMS = re.compile(
    r"rights reserved|reserves? the right|terms of use|terms (and|&) conditions|by submitting|"
    r"you agree|"
    r"copyright|for information(al)? purposes|unsolicited|for lawful purposes|for more information"
)
_DOUBTFUL = re.compile(
    r"reserv|block|restrict(?!ed rights|ions)|(?<!expressly )prohibit(?!ions)|forbid|premium|"
    r"auction|suspend|quarant|redempt|disput|withdraw|withheld|inactive|unavail|not avail|locked|"
    r"not allow|not permit|exceed(?!ing)|quota|denied|throttl|abus|bann|busy|later|invalid|illegal|"
    r"expired|cancel|pending"
)
_POINT = re.compile(r"^[\s%#]*(?:[-*o•]|\(?\w\))\s+[a-z]")
_MAX_LINES = 600
_MAX_LINE = 300
_SHORT_PARAGRAPH = 3
_SHORT_REPLY = 10


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without comment marks, lower case; ``legal`` in a paragraph that is boilerplate."""

    text: str
    legal: bool


def read_whois(domain: str, reply: bytes) -> Answer:
    """What the reply of a registry's port 43 says of the domain. Total: any bytes, no exception.

    The words of the registry of the domain's suffix decide. A reply that names another domain is
    ``other-domain``; one that names none is judged by its words.
    """
    asked = a_label(domain)
    if asked is None:
        return unknown(Reason.INVALID_NAME, "whois")
    if len(reply) > MAX_REPLY:
        return unknown(Reason.TOO_BIG, "whois")
    known = registry(asked)
    text = decoded(reply, known.charset)
    if re.match(r"\s*<(!doctype|html|\?xml|head|body)\b", text, re.IGNORECASE):
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
    lines = _lines(text)
    record = _record(stated, named)
    full = record >= 3 and named is not False
    refusal = _refusal(known, lines, full=full)
    if refusal is Reason.THROTTLED:
        return unknown(refusal, "whois")
    absent = _absent(asked, known, lines)
    if named is False or absent is False:
        return unknown(Reason.OTHER_DOMAIN, "whois")
    if refusal:
        return unknown(refusal, "whois", _quoted(lines, known, refusal))
    if absent and record >= 2 and not full:
        return unknown(Reason.UNRECOGNISED, "whois")
    if absent and not full:
        return Answer(Verdict.NO_RECORD, Reason.NO_RECORD, "whois", moment())
    if record >= 1 and (named or record >= 2):
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


def _record(stated: Facts, named: bool | None) -> int:
    """How many kinds of statements a record of a domain makes."""
    kinds = (stated.created, stated.expires, stated.changed, stated.registrar, stated.servers)
    count = sum(1 for kind in kinds if kind)
    return count + (
        1 if named and (stated.organisation or stated.person or stated.holder_given) else 0
    )


def _lines(text: str) -> list[_Line]:
    """The distinct lines, each knowing whether its paragraph reads as terms of use."""
    raw = text.split("\n")
    raw = raw if len(raw) <= _MAX_LINES else raw[: _MAX_LINES - 100] + raw[-100:]
    bare = [_COMMENT_MARKS.sub("", line).strip() for line in raw]
    found: dict[str, _Line] = {}
    start = 0
    short = sum(1 for line in bare if line) <= _SHORT_REPLY
    for end in range(len(bare) + 1):
        if end < len(bare) and bare[end]:
            continue
        paragraph = bare[start:end]
        points = sum(1 for line in raw[start:end] if _POINT.match(line))
        legal = points > 1 or bool(_TERMS.search(" ".join(paragraph).casefold()))
        sentences = [line for line in paragraph if len(line) > 30 and ": " not in line[:30]]
        legal = legal or (not short and len(sentences) > _SHORT_PARAGRAPH)
        for line in paragraph:
            folded = " ".join(line.casefold().split()).rstrip(".! ")
            if folded and len(folded) <= _MAX_LINE and folded not in found:
                found[folded] = _Line(folded, legal or (not short and len(line) > 120))
        start = end + 1
    return list(found.values())


def _refusal(known: Registry, lines: list[_Line], *, full: bool) -> Reason | None:
    """The limit, or the peculiar state of the name, that the lines tell of.

    A full record is not overruled by words that may stand in anybody's terms of use.
    """
    if _any(known.lines.throttled, lines):
        return Reason.THROTTLED
    own = {line.text for line in lines if _any(known.lines.not_found, (line,))}
    stated = [] if full else [line for line in lines if not line.legal and line.text not in own]
    free = [line for line in stated if not _CONDITIONAL.search(line.text)]
    general = any_lines()
    if _any(general.throttled, [line for line in stated if not _RULES.search(line.text)]):
        return Reason.THROTTLED
    for reason, patterns, common in (
        (Reason.BLOCKED, known.lines.blocked, general.blocked),
        (Reason.RESERVED, known.lines.reserved, general.reserved),
        (Reason.INVALID_NAME, known.lines.invalid, general.invalid),
    ):
        if (not full and _any(patterns, lines)) or _any(common, free):
            return reason
    return None


def _absent(asked: str, known: Registry, lines: list[_Line]) -> bool | None:
    """True where a line says that there is no record of the name, False where of another one.

    The registry's own line suffices. A line of common software counts only where no other line of
    the reply has a word that would be out of place beside it.
    """
    wanted = forms(asked)
    for own, patterns in ((True, known.lines.not_found), (False, any_lines().not_found)):
        said = [(line, f) for line in lines for p in patterns if (f := p.fullmatch(line.text))]
        names = {name for _, found in said if (name := found.groupdict().get("name"))}
        if any(name not in wanted and a_label(name) not in wanted for name in names):
            return False
        texts = {line.text for line, _ in said}
        rest = [
            line
            for line in lines
            if not line.legal and line.text not in texts and not _CONDITIONAL.search(line.text)
        ]
        if said and (own or not any(_DOUBTFUL.search(line.text) for line in rest)):
            return True
    return None


def _any(patterns: Iterable[re.Pattern[str]], lines: Iterable[_Line]) -> bool:
    return any(pattern.fullmatch(line.text) for pattern in patterns for line in lines)


def _quoted(lines: list[_Line], known: Registry, reason: Reason) -> str | None:
    """The line that tells of the state, to be shown beside the reason."""
    kind = {Reason.BLOCKED: "blocked", Reason.RESERVED: "reserved"}.get(reason, "invalid")
    patterns = (*getattr(known.lines, kind), *getattr(any_lines(), kind))
    line = next((line for line in lines if _any(patterns, (line,))), None)
    return clean(line.text, 120) if line else None


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
        statuses=statuses(text for text in stated.statuses if not is_redacted(text)),
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
    return text if text and not is_redacted(text) else None

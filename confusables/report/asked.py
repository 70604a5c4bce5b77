"""What the registries said, in sentences that every form of a report shows alike.

An unknown is said to be one, with its reason. A name without a record is nothing more than that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables.clean import clean
from confusables.model import Reason, Says, Verdict
from confusables.names import spelled
from confusables.report.countries import country_name
from confusables.report.words import say, titled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from confusables.model import Answer, Country
    from confusables.report import Report
    from confusables.results import Coverage, Suggestion

__all__ = ["answered", "counted", "groups", "told", "untold"]

_SOURCES = {"rdap": "RDAP", "whois": "WHOIS", "dns": "DNS"}
_WHY = {
    Reason.RESERVED: Says("it is reserved"),
    Reason.BLOCKED: Says("it is blocked"),
    Reason.INVALID_NAME: Says("no registry could hold such a name"),
    Reason.THROTTLED: Says("asked too often for now"),
    Reason.REFUSED: Says("its server could not be reached, or refused to answer"),
    Reason.TIMEOUT: Says("no answer in time"),
    Reason.TLS: Says("the connection was not to be trusted"),
    Reason.MALFORMED: Says("the answer was broken"),
    Reason.OTHER_DOMAIN: Says("the answer was about another name"),
    Reason.TOO_BIG: Says("the answer was too long"),
    Reason.NO_SERVICE: Says("no server of its ending is known"),
    Reason.TERMS: Says(
        "its registry's terms forbid questions by program, unless you give --accept-terms {suffix}"
    ),
    Reason.NOT_DELEGATED: Says("no name server, which tells nothing of a registration"),
    Reason.UNRECOGNISED: Says("the answer tells nothing of this one name"),
}
_COUNTRY = {
    "registrant": Says("{country} (stated for the holder)"),
    "eligibility": Says("{country} (required by the ending)"),
    "registrar": Says("{country} (the registrar's)"),
}
_TELLING = ("hold", "redemption", "pendingdelete", "pendingrestore")


def answered(answer: Answer, domain: str, lang: str) -> str:
    """What the registry said of a domain, in one line."""
    if answer.verdict is Verdict.REGISTERED:
        return _registered(answer, lang)
    if answer.verdict is Verdict.NO_RECORD:
        told = Says(
            "no record, says the registry ({source}, {date});"
            " it may have lapsed, or be reserved or blocked"
        )
        return _source(told, answer, lang)
    why = _why(answer, domain, lang)
    return say(Says("unknown whether it is registered: {why}", {"why": why}), lang)


def counted(found: Coverage, lang: str) -> str:
    """How many names were asked about and how many of them stayed unknown; empty for none."""
    if not found.asked:
        return ""
    told = Says(
        "the registries, asked about one name; it stayed unknown"
        if found.unknown
        else "the registries, asked about one name"
    )
    if found.asked > 1:
        told = Says(
            "the registries, asked about {count} names; one of them stayed unknown"
            if found.unknown == 1
            else "the registries, asked about {count} names; {unknown} of them stayed unknown"
            if found.unknown
            else "the registries, asked about {count} names",
            {"count": f"{found.asked:,}", "unknown": f"{found.unknown:,}"},
        )
    return say(told, lang)


def told(report: Report, most: int) -> list[Suggestion]:
    """The suggestions to show: all that were asked about, so many of the others, and those that
    the advice names."""
    advised = {domain for advice in report.advice for domain in advice.domains}
    asked = [s for s in report.suggestions if s.lookup]
    others = [s for s in report.suggestions if not s.lookup]
    shown = others[:most] + [s for s in others[most:] if s.domain in advised]
    return asked + shown


def untold(report: Report, most: int, lang: str) -> str:
    """How many suggestions ``told`` leaves out, and where they stand; empty for none."""
    count = len(report.suggestions) - len(told(report, most))
    if not count:
        return ""
    left = Says(
        "and one more, in the report as JSON or HTML"
        if count == 1
        else "and {count} more, in the report as JSON or HTML",
        {"count": str(count)},
    )
    return say(left, lang)


def groups(found: Iterable[Suggestion], lang: str) -> list[tuple[str, list[str]]]:
    """The suggestions by what is known of them: a title, and a line each; nobody asked: last."""
    held, missing, unknown, unasked = [], [], [], []
    for suggestion in found:
        answer, domain = suggestion.lookup, suggestion.domain
        name = spelled(domain)
        if answer is None:
            unasked.append(name)
        elif answer.verdict is Verdict.REGISTERED:
            held.append(titled(name, answered(answer, domain, lang), lang))
        elif answer.verdict is Verdict.NO_RECORD:
            missing.append(name)
        else:
            unknown.append(titled(name, _why(answer, domain, lang), lang))
    kinds = (
        (Says("People may also type these, which are registered:"), held),
        (
            Says(
                "People may also type these, of which the registry has no record"
                " (they may be reserved or blocked all the same):"
            ),
            missing,
        ),
        (Says("People may also type these; asked about, and unknown:"), unknown),
        (
            Says("People may also type these; nobody has asked whether they are registered:"),
            unasked,
        ),
    )
    return [(say(title, lang), lines) for title, lines in kinds if lines]


def _registered(answer: Answer, lang: str) -> str:
    parts = [_source(Says("registered, says the registry ({source}, {date})"), answer, lang)]
    if answer.holder:
        parts.append(say(Says("holder {name}", {"name": clean(answer.holder)}), lang))
    else:
        parts.append(say(Says("holder not stated"), lang))
    if answer.registrar:
        parts.append(say(Says("registrar {name}", {"name": clean(answer.registrar)}), lang))
    parts += _countries(answer.countries, lang)
    if answer.created:
        parts.append(say(Says("since {date}", {"date": answer.created}), lang))
    else:
        parts.append(say(Says("date not stated"), lang))
    if statuses := [s for s in answer.statuses if any(t in s.casefold() for t in _TELLING)]:
        parts.append(say(Says("status {names}", {"names": clean(", ".join(statuses))}), lang))
    return " · ".join(parts)


def _why(answer: Answer, domain: str, lang: str) -> str:
    told = _WHY[answer.reason] if answer.reason in _WHY else _WHY[Reason.UNRECOGNISED]
    values = {"suffix": domain.rpartition(".")[2]} if "{" in told.template else {}
    return say(Says(told.template, values), lang)


def _source(told: Says, answer: Answer, lang: str) -> str:
    values = {
        "source": _SOURCES.get(answer.source or "", answer.source or ""),
        "date": (answer.at or "")[:10],
    }
    return say(Says(told.template, values), lang)


def _countries(found: Sequence[Country], lang: str) -> list[str]:
    """Each country with who says so."""
    return [
        say(Says(_COUNTRY[fact.says].template, {"country": country_name(fact.country, lang)}), lang)
        for fact in found
        if fact.says in _COUNTRY
    ]

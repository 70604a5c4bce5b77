"""Reports as one HTML page that needs no network and no script, and that can be printed."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from confusables.clean import clean
from confusables.dates import in_words
from confusables.errors import MissingExtra
from confusables.model import Says
from confusables.names import heading, shown
from confusables.report import choose, launch_text
from confusables.report.asked import answered, counted, told
from confusables.report.countries import country_name, ordered
from confusables.report.difference import differing
from confusables.report.folded import told_together
from confusables.report.grouped import counsels, shorts, suggested
from confusables.report.remarks import remarks
from confusables.report.sentences import (
    Unusable,
    also,
    apart,
    assumptions,
    bars,
    compared_with,
    existing,
    further,
    holder,
    named,
    not_checked,
    reasons,
    reservation,
    reservations,
    searched,
    tone,
    verdict,
)
from confusables.report.words import (
    bits,
    join,
    level_name,
    opened,
    percent,
    say,
    template,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jinja2 import Environment

    from confusables.market import Candidate
    from confusables.report import Report
    from confusables.results import Collision

__all__ = ["fragment", "page", "ready"]

_SUGGESTED = 24
_ALSO = 8
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*(?: \d+)?")


class _Event(NamedTuple):
    """A name on the timeline: its date (ISO 8601, empty for none), the same in words, and whether
    it is the new name."""

    date: str
    told: str
    name: str
    new: bool


@cache
def _environment() -> Environment:
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError:
        raise MissingExtra("a report in HTML", "html") from None
    made = Environment(
        loader=PackageLoader("confusables", "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    made.filters["opened"] = opened
    made.filters["options"] = _options
    return made


def _options(text: str) -> Any:
    """A line in which no option of the command line is broken at its hyphens."""
    from markupsafe import Markup, escape

    return Markup(_OPTION.sub(r"<code>\g<0></code>", str(escape(text))))  # noqa: S704 - escaped


def ready() -> None:
    """Raises MissingExtra where no page can be made."""
    _environment()


def page(
    reports: Sequence[Report | Unusable],
    lang: str = "en",
    candidates: Sequence[Candidate] = (),
    *,
    explain: bool = False,
) -> str:
    """A whole page for one report or several, with what stands in the place of those that cannot
    be made; candidates ranked first where they are given; with ``explain`` what the stray visits
    assume.

    Raises MissingExtra without Jinja2.
    """
    checked = [report for report in reports if not isinstance(report, Unusable)]
    names = ", ".join(heading(report.name) for report in checked)
    title = Says(
        "{names}: candidate names compared"
        if candidates
        else "{names}: names that people may mistake it for"
        if len(checked) == 1
        else "{names}: names that people may mistake them for",
        {"names": names},
    )
    body = _body(reports, lang, candidates, explain=explain)
    return _environment().get_template("page.html.j2").render(
        lang=lang, title=say(title, lang), style=_style(), body=body, t=_told(lang)
    )  # fmt: skip


def fragment(report: Report, lang: str = "en") -> str:
    """One report without the page around it, as a notebook shows it.

    Raises MissingExtra without Jinja2.
    """
    ready()
    return (
        f'<style>{_style()}</style><div class="cf">{_body([report], lang, (), explain=False)}</div>'
    )


def _body(
    reports: Sequence[Report | Unusable],
    lang: str,
    candidates: Sequence[Candidate],
    *,
    explain: bool,
) -> Any:
    from markupsafe import Markup

    made = _environment().get_template("body.html.j2").render(
        reports=[
            _unusable(report, lang)
            if isinstance(report, Unusable)
            else _report(report, at, lang, explain=explain)
            for at, report in enumerate(reports)
        ],
        ranking=_ranking(candidates, lang) if candidates else None,
        t=_told(lang),
    )  # fmt: skip
    return Markup(made)  # noqa: S704 - rendered above with every value escaped


def _style() -> Any:
    from markupsafe import Markup

    css = files("confusables").joinpath("report", "page.css").read_text("utf-8")
    return Markup(css)  # noqa: S704 - a file of this package


def _told(lang: str) -> Any:
    return lambda text: template(text, lang)


def _ranking(candidates: Sequence[Candidate], lang: str) -> dict[str, Any]:
    return {
        "verdict": choose.verdict(candidates, lang),
        "reservation": choose.reserved(candidates, lang),
        "rows": [
            {
                "name": clean(found.name),
                "level": str(stands.tone),
                "word": stands.word,
                "reasons": stands.reasons,
            }
            for found in candidates
            for stands in (choose.standing(found, lang),)
        ],
    }


def _unusable(found: Unusable, lang: str) -> dict[str, Any]:
    name, word, problem = not_checked(found, lang)
    return {"unusable": True, "name": name, "word": word, "sentence": problem}


def _report(found: Report, at: int, lang: str, *, explain: bool) -> dict[str, Any]:
    word, sentence = verdict(found, lang)
    timeline, undated = _timeline(found, lang)
    alone, together = told_together(found.collisions, lang, explain=explain)
    return {
        "id": at,
        "unusable": False,
        "name": heading(found.name),
        "tone": str(tone(found)),
        "word": word,
        "sentence": sentence,
        "remarks": remarks(found.name, lang),
        "existing": existing(found, lang),
        "further": further(found, lang),
        "reservation": reservation(lang),
        "visits": assumptions(found, lang, explain=explain),
        "collisions": [
            {"place": place, **_collision(found, c, lang, explain=explain)} for place, c in alone
        ],
        "together": together,
        "counsels": counsels(found.collisions, lang),
        "explain": explain,
        "apart": [
            {"title": title, "lines": [_apart(c, lang) for c in group]}
            for title, group in apart(found, lang)
        ],
        "countries": _countries(found, lang),
        "timeline": timeline,
        "undated": undated,
        "suggestions": suggested(told(found, _SUGGESTED), lang),
        "register": [line.plain for line in launch_text.worth_registering(found.advice, lang)],
        "searched": [
            *(searched(corpus, lang) for corpus in found.coverage.corpora),
            *filter(None, [counted(found.coverage, lang)]),
        ],
        "missing": [say(s, lang) for s in found.coverage.not_searched],
        "made": _made(found, lang),
        "reservations": reservations(lang),
    }


def _collision(found: Report, collision: Collision, lang: str, *, explain: bool) -> dict[str, Any]:
    readings = (found.readings, collision.readings)
    new, old = differing(compared_with(found, collision), collision.unicode, readings)
    return {
        "name": named(collision),
        "level": str(collision.level),
        "word": level_name(collision.level, lang),
        "percent": percent(collision.probability, lang),
        "who": holder(collision.registration, lang, found.markets),
        "also": also(collision, _ALSO, lang),
        "new": new,
        "old": old,
        "reasons": [say(t.says, lang) for t in reasons(collision.terms)],
        "bars": _bars(collision, lang),
        "where": launch_text.where(collision.market, collision.first, lang)
        if collision.market and collision.first
        else "",
        "visits": launch_text.visits(collision, lang),
        "assumed": launch_text.assumed(collision.stray_visits, lang)
        if explain and collision.stray_visits
        else [],
        "lookup": answered(collision.lookup, collision.domain or "", lang)
        if collision.lookup
        else "",
        "advice": join(shorts(collision, lang), lang),
    }


def _bars(collision: Collision, lang: str) -> list[dict[str, Any]]:
    """The waterfall, its places in percent of the width."""
    steps = bars(collision.prior_bits, collision.terms, collision.bits, lang)
    marks = [0.0, *(mark for step in steps for mark in (step.start, step.end))]
    low = min(marks)
    wide = (max(marks) - low) or 1.0
    sentences = [not t.says.template.startswith("{") for t in collision.terms]
    return [
        {
            "text": opened(step.text) if sentence else step.text,
            "judged": step.judged,
            "bits": bits(step.bits, lang),
            "sign": "plus" if step.bits >= 0 else "minus",
            "left": min(99.6, round(100 * (min(step.start, step.end) - low) / wide, 1)),
            "width": round(100 * abs(step.bits) / wide, 1),
            "whole": step is steps[-1],
        }
        for step, sentence in zip(steps, [True, *sentences, True], strict=True)
    ]


def _apart(found: Collision, lang: str) -> str:
    return f"{named(found)} — {say(found.why, lang)}" if found.why else named(found)


def _countries(found: Report, lang: str) -> list[dict[str, Any]]:
    """Countries with the existing names that are used there, in one row those of the same names;
    those of the launch come first, each in its own. Empty without existing names."""
    held: dict[str, list[str]] = {code: [] for code in found.markets}
    for collision in found.collisions:
        stated = collision.market.existing if collision.market else ()
        for code in stated or collision.registration.countries:
            held.setdefault(code, []).append(collision.called)
    if not any(held.values()):
        return []
    launch = say(Says("your launch"), lang)
    rows = [
        {"country": f"{country_name(code, lang)} ({launch})", "names": held.pop(code) or ["—"]}
        for code in found.markets
    ]
    alike: dict[tuple[str, ...], list[str]] = {}
    for code in ordered(held, (), lang):
        alike.setdefault(tuple(held[code]), []).append(country_name(code, lang))
    return rows + [{"country": ", ".join(names), "names": list(of)} for of, names in alike.items()]


def _timeline(found: Report, lang: str) -> tuple[list[_Event], str]:
    """The dated names, the oldest first, and a sentence about those without a date."""
    dated = [(_since(c), c.called) for c in found.collisions]
    events = sorted(
        _Event(date, in_words(date, lang, alone=True), name, new=False)
        for date, name in dated
        if date
    )
    if not events:
        return [], ""
    ours = found.existing.since if found.existing else None
    missing = Says("date not stated") if found.existing else Says("not yet")
    when = in_words(ours, lang, alone=True) if ours else say(missing, lang)
    events.append(_Event(ours or "", when, shown(found.name), new=True))
    if ours:
        events.sort()
    count = sum(not date for date, _ in dated)
    if not count:
        return events, ""
    without = Says(
        "of one more name no date is stated" if count == 1
        else "of {count} more names no date is stated",
        {"count": str(count)},
    )  # fmt: skip
    return events, say(without, lang)


def _since(found: Collision) -> str | None:
    """The earliest documented date of an existing name, that which tells who was first."""
    return found.first.existing if found.first else found.registration.since


def _made(found: Report, lang: str) -> Iterable[tuple[str, str]]:
    rows = [
        (Says("made at"), found.made.at),
        (Says("version"), f"confusables {found.made.version}"),
        (Says("weights"), found.made.weights),
        (Says("Unicode"), found.made.unicode),
        (Says("list of public suffixes"), found.made.suffix_list),
    ]
    made = [(say(name, lang), value) for name, value in rows]
    for corpus in found.coverage.corpora:
        name = say(Says("corpus “{name}”", {"name": corpus.name}), lang)
        made.append((name, corpus.digest))
    return made

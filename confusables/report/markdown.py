"""A report as Markdown, for an issue, a wiki or a message."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from confusables.model import Says
from confusables.names import heading
from confusables.report import launch_text
from confusables.report.asked import answered, counted, groups, told, untold
from confusables.report.folded import told_together
from confusables.report.remarks import remarks
from confusables.report.sentences import (
    also,
    apart,
    assumptions,
    bars,
    existing,
    further,
    holder,
    named,
    not_checked,
    reasons,
    reservation,
    reservations,
    searched,
    verdict,
)
from confusables.report.words import bits, level_name, opened, percent, say, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confusables.report import Report
    from confusables.report.sentences import Unusable
    from confusables.results import Collision

__all__ = ["markdown", "unusable"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_SUGGESTED, _ALSO = 8, 8
_ENDS = " \u00a0:"  # of a title that becomes a heading


def markdown(found: Report, lang: str = "en", *, explain: bool = False) -> str:
    """The whole report; what strangers wrote is escaped."""
    return "\n".join(_lines(found, lang, explain=explain)).rstrip() + "\n"


def unusable(found: Unusable, lang: str = "en") -> str:
    """What stands in the place of a report that cannot be made."""
    name, word, problem = not_checked(found, lang)
    return f"# {_plain(titled(name, word, lang))}\n\n{_plain(opened(problem))}.\n"


def _lines(found: Report, lang: str, *, explain: bool) -> Iterator[str]:
    yield from _beginning(found, lang, explain=explain)
    alone, together = told_together(found.collisions, lang, explain=explain)
    for place, collision in alone:
        yield ""
        yield from _collision(found, collision, place, lang, explain=explain)
    for paragraph in together:
        yield from ("", _plain(paragraph))
    for title, group in apart(found, lang):
        yield from ("", title, "")
        for c in group:
            yield f"- {_plain(named(c))}" + (f" — {_plain(say(c.why, lang))}" if c.why else "")
    for known, lines in groups(told(found, _SUGGESTED), lang):
        yield from ("", f"## {_plain(known.rstrip(_ENDS))}", "")
        yield from (f"- {_plain(line)}" for line in lines)
    if more := untold(found, _SUGGESTED, lang):
        yield from ("", _plain(more))
    for line in launch_text.worth_registering(found.advice, lang):
        yield from ("", _plain(line.plain))
    yield from ("", f"## {say(Says('What was searched, and what was not'), lang)}", "")
    yield from (f"- {_plain(opened(searched(corpus, lang)))}" for corpus in found.coverage.corpora)
    if asked := counted(found.coverage, lang):
        yield f"- {_plain(opened(asked))}"
    yield from ("", say(Says("Not searched:"), lang), "")
    yield from (f"- {_plain(opened(say(s, lang)))}" for s in found.coverage.not_searched)
    yield from ("", _plain(reservations(lang)))
    made = found.made
    yield from ("", f"{made.at}, confusables {made.version}, {_plain(made.weights)}")


def _beginning(found: Report, lang: str, *, explain: bool) -> Iterator[str]:
    """What a reader is told first: the verdict, what it does not say, and what the figures are."""
    word, sentence = verdict(found, lang)
    yield f"# {_plain(titled(heading(found.name), word, lang))}"
    for line in remarks(found.name, lang):
        yield from ("", _plain(line))
    yield ""
    yield _plain(opened(sentence)) + "."
    for line in existing(found, lang):
        yield from ("", _plain(line))
    if steps := further(found, lang):
        yield from ("", _plain(reservation(lang)), "", f"## {say(Says('What to do'), lang)}", "")
        yield from (f"- {_plain(opened(step))}" for step in steps)
    if visits := assumptions(found, lang, explain=explain):
        yield from ("", _plain(visits))


def _collision(
    report: Report, found: Collision, place: int, lang: str, *, explain: bool
) -> Iterator[str]:
    level = f"{level_name(found.level, lang)} {percent(found.probability, lang)}"
    yield f"## {place}. {_plain(named(found))} — {_plain(level)}"
    yield from ("", _plain(holder(found.registration, lang, report.markets)), "")
    if found.lookup:
        yield from (_plain(opened(answered(found.lookup, found.domain or "", lang))), "")
    if others := also(found, _ALSO, lang):
        yield from (_plain(opened(others)), "")
    if explain:
        yield f"| {say(Says('Bits'), lang)} | {say(Says('Reason'), lang)} |"
        yield "|---:|---|"
        for bar in bars(found.prior_bits, found.terms, found.bits, lang):
            yield f"| {bits(bar.bits, lang)} | {_plain(bar.text)} |"
    else:
        yield from (f"- {_plain(opened(say(t.says, lang)))}" for t in reasons(found.terms))
    if found.market and found.first:
        yield from ("", _plain(opened(launch_text.where(found.market, found.first, lang))) + ".")
    for line in launch_text.visits(found, lang):
        yield from ("", _plain(opened(line)) + ".")
    if explain and found.stray_visits:
        yield ""
        yield from (f"- {_plain(line)}" for line in launch_text.assumed(found.stray_visits, lang))
    if found.advice:
        yield from ("", f"### {say(Says('What to do'), lang)}", "")
        for advice in found.advice:
            short, because = launch_text.short(advice, lang), say(advice.says, lang)
            yield f"- {_plain(opened(titled(short, because, lang)))}"


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)

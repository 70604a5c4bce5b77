"""A report as Markdown, for an issue, a wiki or a message."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from confusables.model import Says
from confusables.names import as_written, spelled
from confusables.report import launch_text
from confusables.report.sentences import bars, existing, searched, verdict, who
from confusables.report.words import level_name, number, percent, say, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confusables.report import Report
    from confusables.results import Collision

__all__ = ["markdown"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_SUGGESTED = 8


def markdown(found: Report, lang: str = "en") -> str:
    """The whole report; what strangers wrote is escaped."""
    return "\n".join(_lines(found, lang)).rstrip() + "\n"


def _lines(found: Report, lang: str) -> Iterator[str]:
    word, sentence = verdict(found, lang)
    yield f"# {_plain(titled(as_written(found.name), word, lang))}"
    yield ""
    yield _plain(sentence[0].upper() + sentence[1:]) + "."
    if told := existing(found, lang):
        yield from ("", _plain(told))
    for place, collision in enumerate(found.collisions, 1):
        yield ""
        yield from _collision(collision, place, lang)
    for title, group in (
        (Says("Held by the same owner, no collision:"), found.own),
        (Says("Known and accepted, no collision:"), found.accepted),
    ):
        if group:
            yield from ("", say(title, lang), "")
            for c in group:
                yield f"- {_plain(c.unicode)}" + (f" — {_plain(say(c.why, lang))}" if c.why else "")
    if found.suggestions:
        yield from ("", f"## {say(Says('People may also type these'), lang)}", "")
        yield from (f"- {_plain(spelled(s.domain))}" for s in found.suggestions[:_SUGGESTED])
    yield from ("", f"## {say(Says('What was searched, and what was not'), lang)}", "")
    yield from (f"- {_plain(searched(corpus, lang))}" for corpus in found.coverage.corpora)
    yield from ("", say(Says("Not searched:"), lang), "")
    yield from (f"- {_plain(say(s, lang))}" for s in found.coverage.not_searched)
    made = found.made
    yield from ("", f"{made.at}, confusables {made.version}, {_plain(made.weights)}")


def _collision(found: Collision, place: int, lang: str) -> Iterator[str]:
    level = f"{level_name(found.level, lang)} {percent(found.probability, lang)}"
    yield f"## {place}. {_plain(found.unicode)} — {_plain(level)}"
    yield from ("", _plain(who(found.registration, lang)), "")
    yield f"| {say(Says('Bits'), lang)} | {say(Says('Reason'), lang)} |"
    yield "|---:|---|"
    for bar in bars(found.prior_bits, found.terms, found.bits, lang):
        yield f"| {number(f'{bar.bits:+.1f}', lang)} | {_plain(bar.text)} |"
    if found.market and found.first:
        yield from ("", _plain(launch_text.where(found.market, found.first, lang)) + ".")
    if found.advice:
        yield from ("", f"### {say(Says('What to do'), lang)}", "")
        for advice in found.advice:
            short, because = launch_text.short(advice, lang), say(advice.says, lang)
            yield f"- {_plain(titled(short, because, lang))}"


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)

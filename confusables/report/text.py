"""A report and a comparison for the terminal: the verdict first, then who, where and why.

Differing letters stand in brackets, and in colour where there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from confusables.model import Says
from confusables.names import as_written, heading, shown
from confusables.report import launch_text
from confusables.report.asked import answered, counted, groups, told, untold
from confusables.report.difference import differing
from confusables.report.folded import told_together
from confusables.report.remarks import left_aside, remarks
from confusables.report.sentences import (
    also,
    apart,
    assumptions,
    bars,
    compared_with,
    existing,
    further,
    named,
    not_checked,
    reasons,
    reservation,
    reservations,
    searched,
    tone,
    verdict,
    who,
)
from confusables.report.terminal import STYLE, Fitting, rendered
from confusables.report.words import bits, kind_name, level_name, percent, say, titled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import RenderableType

    from confusables.model import Reading, Term
    from confusables.report import Report
    from confusables.report.sentences import Unusable
    from confusables.results import Collision, Comparison

__all__ = ["comparison", "plain", "report", "unusable"]

_SUGGESTED, _ALSO = 8, 4
_BAR = 24
_ROOM = 56  # columns that bars and words take


def plain(found: Report, lang: str, *, width: int, explain: bool) -> str:
    """The report as text without colour."""
    return rendered(report(found, lang, explain=explain), width=width)


def unusable(found: Unusable, lang: str) -> Text:
    """What stands in the place of a report that cannot be made."""
    name, word, problem = not_checked(found, lang)
    return Text.assemble((titled(name, "", lang), "bold"), (word, "bold red"), f" — {problem}.")


def report(found: Report, lang: str, *, explain: bool = False) -> Group:
    """A report, for a rich console."""
    word, sentence = verdict(found, lang)
    head = Text.assemble(
        (titled(heading(found.name), "", lang), "bold"),
        (word, STYLE[tone(found)]),
        f" — {sentence}.",
    )
    head.append("".join(f"\n{line}" for line in existing(found, lang)))
    parts: list[RenderableType] = [head]
    if steps := further(found, lang):
        parts += [Text(reservation(lang)), Text(), _listed(Says("What to do:"), steps, lang)]
    if visits := assumptions(found, lang, explain=explain):
        parts += [Text(), Text(visits)]
    parts[:0] = [Text(line) for line in remarks(found.name, lang)]
    alone, together = told_together(found.collisions, lang, explain=explain)
    for place, collision in alone:
        parts += [Text(), _collision(found, collision, place, lang, explain=explain)]
    for line in together:
        parts += [Text(), Text(line)]
    for title, group in apart(found, lang):
        parts += [Text(), Text(title, "bold"), _apart(group, lang)]
    if found.suggestions:
        parts += [Text(), _suggestions(found, lang)]
        parts += launch_text.worth_registering(found.advice, lang)
    parts += [Text(), _coverage(found, lang), Text(), Text(reservations(lang), "dim")]
    return Group(*parts)


def _collision(
    found: Report, collision: Collision, place: int, lang: str, *, explain: bool
) -> RenderableType:
    head = Text.assemble(
        f"{place}. ",
        (named(collision), "bold"),
        "  ",
        (
            f"{level_name(collision.level, lang)} {percent(collision.probability, lang)}",
            STYLE[collision.level],
        ),
    )
    lines: list[RenderableType] = [Text(who(collision.registration, lang, found.markets))]
    if collision.lookup:
        lines.append(Text(answered(collision.lookup, collision.domain or "", lang)))
    if others := also(collision, _ALSO, lang):
        lines.append(Text(others, "dim"))
    lines.append(_difference(found, collision, lang))
    if explain:
        lines.append(waterfall(collision.prior_bits, collision.terms, collision.bits, lang))
    else:
        lines += [Text(f"• {say(t.says, lang)}") for t in reasons(collision.terms)]
    lines += launch_text.lines(collision, lang, explain=explain)
    return Group(head, Padding(Group(*lines), (0, 0, 0, 3)))


def _difference(found: Report, collision: Collision, lang: str) -> Table:
    table = _pairs()
    readings = (found.readings, collision.readings)
    marked = _marked(compared_with(found, collision), collision.unicode, readings)
    for title, text in zip((Says("new"), Says("existing")), marked, strict=True):
        table.add_row(Text(say(title, lang), "dim"), text)
    return table


def _pairs() -> Table:
    """Titles and what they are of: the latter whole, whatever room there is."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    return table


def _marked(
    new: str,
    old: str,
    readings: tuple[Sequence[Reading], Sequence[Reading]] = ((), ()),
) -> tuple[Text, Text]:
    """Both names with what differs in brackets and colour."""
    one, other = Text(), Text()
    for text, parts in zip((one, other), differing(new, old, readings), strict=True):
        for part, differs in parts:
            text.append(f"[{part}]" if differs else part, "bold magenta" if differs else "")
    return one, other


def waterfall(prior: float, terms: tuple[Term, ...], total: float, lang: str) -> Fitting:
    """The prior and the terms as bars that add up to the total, in bits; without the bars where
    there is no room for words beside them."""
    full, narrow = _grid(drawn=True), _grid(drawn=False)
    *steps, whole = bars(prior, terms, total, lang)
    low = min(0.0, *(bar.end for bar in steps))
    high = max(0.0, *(bar.end for bar in steps))
    scale = (_BAR - 1) / (high - low or 1.0)
    rows = [
        (bar.bits, bar.start, f"{bar.text} ({bar.judged})" if bar.judged else bar.text, "")
        for bar in steps
    ]
    for value, start, text, style in [*rows, (total, 0.0, whole.text, "bold")]:
        drawn = _bar(start - low, start + value - low, scale)
        full.add_row(bits(value, lang), drawn, Text(text, style))
        narrow.add_row(bits(value, lang), Text(text, style))
    return Fitting(full, narrow, _ROOM)


def _grid(*, drawn: bool) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", no_wrap=True)
    if drawn:
        table.add_column(no_wrap=True, min_width=_BAR)
    table.add_column(overflow="fold")
    return table


def _bar(start: float, end: float, scale: float) -> Text:
    left, right = sorted((round(start * scale), round(end * scale)))
    sign, style = ("+", "green") if end >= start else ("-", "red")
    return Text(" " * left) + Text(sign * max(1, right - left), style)


def _apart(group: tuple[Collision, ...], lang: str) -> Padding:
    lines = []
    for c in group:
        why = f" — {say(c.why, lang)}" if c.why else ""
        lines.append(Text(f"{named(c)}{why}"))
    return Padding(Group(*lines), (0, 0, 0, 3))


def _suggestions(found: Report, lang: str) -> Group:
    parts: list[RenderableType] = []
    for title, lines in groups(told(found, _SUGGESTED), lang):
        between = "\n" if any(" " in line for line in lines) else "   "
        parts += [Text(title, "bold"), Padding(Text(between.join(lines)), (0, 0, 0, 3))]
    if more := untold(found, _SUGGESTED, lang):
        parts.append(Padding(Text(more, "dim"), (0, 0, 0, 3)))
    return Group(*parts)


def _listed(title: Says, lines: Iterable[str], lang: str) -> Group:
    points = Group(*(Text(f"• {line}") for line in lines))
    return Group(Text(say(title, lang), "bold"), Padding(points, (0, 0, 0, 3)))


def _coverage(found: Report, lang: str) -> Group:
    lines = [Text(searched(corpus, lang)) for corpus in found.coverage.corpora]
    if asked := counted(found.coverage, lang):
        lines.append(Text(asked))
    missing = (say(s, lang) for s in found.coverage.not_searched)
    return Group(
        Text(say(Says("Searched:"), lang), "bold"),
        Padding(Group(*lines), (0, 0, 0, 3)),
        _listed(Says("Not searched:"), missing, lang),
    )


def comparison(found: Comparison, lang: str) -> Group:
    """A comparison of two names, with its waterfall."""
    name = as_written if found.same or found.a.parts_otherwise(found.b) else shown
    a, b = name(found.a), name(found.b)
    aside = [Text(told) for side in (found.a, found.b) for told in remarks(side, lang)]
    if found.same:
        same = Says("{a} and {b} are one and the same name, no collision.", {"a": a, "b": b})
        if any(left_aside(side, lang) for side in (found.a, found.b)):
            same = Says("That is one and the same for both; the rest was not compared.")
        return Group(*aside, Text(say(same, lang)))
    head = Text.assemble(
        (heading(found.a), "bold"), " · ", (heading(found.b), "bold"), "  ",
        (
            f"{level_name(found.level, lang)} {percent(found.probability, lang)}",
            STYLE[found.level],
        ),
        f"  ({kind_name(found.kind, lang)})",
    )  # fmt: skip
    marked = Table.grid(padding=(0, 2))
    marked.add_column(overflow="fold")
    for text in _marked(a, b):
        marked.add_row(text)
    bars = waterfall(found.prior_bits, found.terms, found.bits, lang)
    return Group(*aside, head, Padding(Group(marked, Text(), bars), (0, 0, 0, 3)))

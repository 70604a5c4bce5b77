"""A report and a comparison for the terminal: the verdict first, then who, where and why.

Differing letters stand in brackets, and in colour where there is one.
"""

from __future__ import annotations

import io
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from confusables.clean import clean
from confusables.model import Family, Level, Says
from confusables.names import shown
from confusables.report import launch_text
from confusables.report.asked import answered, counted, groups
from confusables.report.countries import country_name
from confusables.report.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from confusables.model import Registration, Term
    from confusables.report import Report
    from confusables.results import Collision, Comparison, Suggestion

__all__ = ["comparison", "plain", "rendered", "report"]

_STYLE = {
    Level.WARN: "bold red",
    Level.REVIEW: "bold yellow",
    Level.BELOW: "dim",
    Level.NONE_FOUND: "bold green",
}
_REASONS = 3
_SUGGESTED = 8
_BAR = 24


def plain(found: Report, lang: str, *, width: int, explain: bool) -> str:
    """The report as text without colour."""
    return rendered(report(found, lang, explain=explain), width=width)


def rendered(content: RenderableType, *, width: int) -> str:
    """What rich would print, as text without colour."""
    file = io.StringIO()
    console = Console(
        file=file, width=width, color_system=None, force_terminal=False, legacy_windows=False
    )
    console.print(content)
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


def report(found: Report, lang: str, *, explain: bool = False) -> Group:
    """A report, for a rich console."""
    parts: list[RenderableType] = [_verdict(found, lang)]
    for number, collision in enumerate(found.collisions, 1):
        parts += [Text(), _collision(found, collision, number, lang, explain=explain)]
    for title, group in (
        (Says("Held by the same owner, no collision:"), found.own),
        (Says("Known and accepted, no collision:"), found.accepted),
    ):
        if group:
            parts += [Text(), Text(say(title, lang), "bold"), _apart(group, lang)]
    if found.suggestions:
        parts += [Text(), _suggestions(found.suggestions, lang)]
        parts += [
            Padding(line, (0, 0, 0, 3))
            for line in launch_text.worth_registering(found.advice, lang)
        ]
    parts += [Text(), _coverage(found, lang)]
    return Group(*parts)


def _verdict(found: Report, lang: str) -> Text:
    name = shown(found.name)
    count = {
        level: sum(c.level == level for c in found.collisions)
        for level in (Level.WARN, Level.REVIEW)
    }
    if found.level == Level.WARN:
        word, sentence = Says("WARNING"), _likely(count[Level.WARN])
    elif found.level == Level.REVIEW:
        word, sentence = Says("TO REVIEW"), _possible(count[Level.REVIEW])
    else:
        word = Says("NONE FOUND")
        sentence = Says("no existing name that people would mistake it for, in what was searched")
    text = Text.assemble(
        (f"{name}: ", "bold"), (say(word, lang), _STYLE[found.level]), f" — {say(sentence, lang)}"
    )
    if found.level == Level.WARN and count[Level.REVIEW]:
        more = Says("and {count} more to review", {"count": str(count[Level.REVIEW])})
        text.append(f", {say(more, lang)}")
    text.append(".")
    if found.existing:
        told = Says("The name itself is registered already")
        text.append(f"\n{say(told, lang)}: {_who(found.existing, lang)}.")
    return text


def _likely(count: int) -> Says:
    if count == 1:
        return Says("one existing name that people are likely to mistake it for")
    return Says(
        "{count} existing names that people are likely to mistake it for", {"count": str(count)}
    )


def _possible(count: int) -> Says:
    if count == 1:
        return Says("one existing name that some people may mistake it for")
    return Says("{count} existing names that some people may mistake it for", {"count": str(count)})


def _collision(
    found: Report, collision: Collision, number: int, lang: str, *, explain: bool
) -> RenderableType:
    head = Text.assemble(
        f"{number}. ",
        (collision.unicode, "bold"),
        "  ",
        (
            f"{_level(collision.level, lang)} {_percent(collision.probability)}",
            _STYLE[collision.level],
        ),
    )
    lines: list[RenderableType] = [Text(_who(collision.registration, lang))]
    if collision.lookup:
        lines.append(Text(answered(collision.lookup, collision.domain or "", lang)))
    if collision.also:
        others = ", ".join(r.domain or r.name or "" for r in collision.also[:4])
        more = f", +{len(collision.also) - 4}" if len(collision.also) > 4 else ""
        lines.append(Text(f"{say(Says('also'), lang)}: {others}{more}", "dim"))
    lines.append(_difference(shown(found.name), collision.unicode, lang))
    if explain:
        lines.append(waterfall(collision.prior_bits, collision.terms, collision.bits, lang))
    else:
        lines += [Text(f"• {say(t.says, lang)}") for t in _reasons(collision.terms)]
    lines += launch_text.lines(collision, lang, explain=explain)
    return Group(head, Padding(Group(*lines), (0, 0, 0, 3)))


def _reasons(terms: tuple[Term, ...]) -> list[Term]:
    """The strongest reasons for, and that the ending is another; the rest is in the waterfall."""
    shown = [t for t in terms if t.bits > 0][:_REASONS]
    ending = (t for t in terms if t.family == Family.SUFFIX and t.level != "same")
    return shown + [t for t in ending if t not in shown]


def _level(level: Level, lang: str) -> str:
    return say(
        {Level.WARN: Says("warning"), Level.REVIEW: Says("review")}.get(level, Says("below")), lang
    )


def _percent(probability: float) -> str:
    """A probability for people: never 100 %, since nothing here is certain."""
    percent = probability * 100
    if percent > 99:
        return "> 99 %"
    return f"{percent:.0f} %" if percent >= 1 else "< 1 %"


def _who(registration: Registration, lang: str) -> str:
    """Name, owners, countries and date, as far as they are stated."""
    name, owners = registration.name, [o for o in registration.owners if o != registration.name]
    parts = [clean(part) for part in (name, *owners[:2]) if part]
    where = ", ".join(country_name(c, lang) for c in registration.countries[:4])
    if len(registration.countries) > 4:
        where += f", +{len(registration.countries) - 4}"
    parts.append(where or say(Says("country not stated"), lang))
    if registration.since:
        parts.append(say(Says("since {date}", {"date": registration.since}), lang))
    else:
        parts.append(say(Says("date not stated"), lang))
    return " · ".join(parts)


def _difference(new: str, old: str, lang: str) -> Table:
    table = Table.grid(padding=(0, 2))
    marked = _marked(new, old)
    for title, text in zip((Says("new"), Says("existing")), marked, strict=True):
        table.add_row(Text(say(title, lang), "dim"), text)
    return table


def _marked(new: str, old: str) -> tuple[Text, Text]:
    """Both names with what differs in brackets and colour: letters of the label, endings whole."""
    one, other = Text(), Text()
    label, dot, suffix = new.partition(".")
    other_label, other_dot, other_suffix = old.partition(".")
    for mine, theirs in _runs(label, other_label):
        _mark(one, mine, differs=mine != theirs)
        _mark(other, theirs, differs=mine != theirs)
    for text, mark, ending in ((one, dot, suffix), (other, other_dot, other_suffix)):
        text.append(mark)
        _mark(text, ending, differs=suffix != other_suffix)
    return one, other


def _mark(text: Text, part: str, *, differs: bool) -> None:
    if differs and part:
        text.append(f"[{part}]", "bold magenta")
    else:
        text.append(part)


def _runs(new: str, old: str) -> list[tuple[str, str]]:
    """Runs of both in turn, equal or differing; a letter alone between two differences is none."""
    steps = SequenceMatcher(None, new, old, autojunk=False).get_opcodes()
    runs: list[tuple[str, str]] = []
    for at, (tag, i, end_i, j, end_j) in enumerate(steps):
        lone = end_i - i == 1 and 0 < at < len(steps) - 1
        differs = tag != "equal" or lone
        if differs and runs and runs[-1][0] != runs[-1][1]:
            runs[-1] = (runs[-1][0] + new[i:end_i], runs[-1][1] + old[j:end_j])
        else:
            runs.append((new[i:end_i], old[j:end_j]))
    return runs


def waterfall(prior: float, terms: tuple[Term, ...], total: float, lang: str) -> Table:
    """The prior and the terms as bars that add up to the total, in bits."""
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True, min_width=_BAR)
    table.add_column()
    rows = [(prior, say(Says("before any evidence"), lang))]
    rows += [(t.bits, f"{say(t.says, lang)} ({_fitted(t, lang)})") for t in terms]
    marks = [0.0]
    for bits, _ in rows:
        marks.append(marks[-1] + bits)
    low, high = min(marks), max(marks)
    scale = (_BAR - 1) / (high - low or 1.0)
    for (bits, reason), start, end in zip(rows, marks, marks[1:], strict=False):
        table.add_row(f"{bits:+.1f}", _bar(start - low, end - low, scale), reason)
    table.add_row(
        f"{total:+.1f}",
        _bar(-low, total - low, scale),
        Text(say(Says("together, in bits"), lang), "bold"),
    )
    return table


def _bar(start: float, end: float, scale: float) -> Text:
    left, right = sorted((round(start * scale), round(end * scale)))
    sign, style = ("+", "green") if end >= start else ("-", "red")
    return Text(" " * left) + Text(sign * max(1, right - left), style)


def _fitted(term: Term, lang: str) -> str:
    if term.fitted:
        return say(Says("fitted on {pairs} pairs", {"pairs": str(term.pairs)}), lang)
    return say(Says("judged"), lang)


def _apart(group: tuple[Collision, ...], lang: str) -> Padding:
    lines = []
    for c in group:
        why = f" — {say(c.why, lang)}" if c.why else ""
        lines.append(Text(f"{c.unicode}{why}"))
    return Padding(Group(*lines), (0, 0, 0, 3))


def _suggestions(found: Sequence[Suggestion], lang: str) -> Group:
    asked = [s for s in found if s.lookup]
    unasked = [s for s in found if not s.lookup][:_SUGGESTED]
    parts: list[RenderableType] = []
    for title, lines in groups([*asked, *unasked], lang):
        apart = "\n" if any(" " in line for line in lines) else "   "
        parts += [Text(title, "bold"), Padding(Text(apart.join(lines)), (0, 0, 0, 3))]
    return Group(*parts)


def _coverage(found: Report, lang: str) -> Group:
    lines: list[Text] = []
    for corpus in found.coverage.corpora:
        as_of = corpus.as_of or say(Says("an unknown date"), lang)
        told = Says(
            "one name in “{corpus}”, as of {as_of}"
            if corpus.names == 1
            else "{names} names in “{corpus}”, as of {as_of}",
            {"names": f"{corpus.names:,}", "corpus": corpus.name, "as_of": as_of},
        )
        lines.append(Text(say(told, lang)))
    if asked := counted(found.coverage, lang):
        lines.append(Text(asked))
    missing = [Text(f"• {say(s, lang)}") for s in found.coverage.not_searched]
    return Group(
        Text(say(Says("Searched:"), lang), "bold"),
        Padding(Group(*lines), (0, 0, 0, 3)),
        Text(say(Says("Not searched:"), lang), "bold"),
        Padding(Group(*missing), (0, 0, 0, 3)),
    )


def comparison(found: Comparison, lang: str) -> Group:
    """A comparison of two names, with its waterfall."""
    a, b = shown(found.a), shown(found.b)
    if found.same:
        told = Says("{a} and {b} are one and the same name, no collision.", {"a": a, "b": b})
        return Group(Text(say(told, lang)))
    head = Text.assemble(
        (a, "bold"), " · ", (b, "bold"), "  ",
        (f"{_level(found.level, lang)} {_percent(found.probability)}", _STYLE[found.level]),
        f"  ({found.kind})",
    )  # fmt: skip
    marked = Table.grid(padding=(0, 2))
    for text in _marked(a, b):
        marked.add_row(text)
    bars = waterfall(found.prior_bits, found.terms, found.bits, lang)
    return Group(head, Padding(Group(marked, Text(), bars), (0, 0, 0, 3)))

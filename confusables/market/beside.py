"""Put the layers on a collision: market, first, stray visits and advice, and nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from confusables.fold import letters
from confusables.labels import to_unicode
from confusables.later import Later
from confusables.market.advice import advise, advise_intended, register
from confusables.market.assumptions import Launch
from confusables.market.first import earliest, first
from confusables.market.harm import UNFITTED, fitting, stray_visits
from confusables.market.markets import meeting, reach_of_existing, reach_of_launch
from confusables.market.typed import typed_of, wrong_of
from confusables.model import Kind, Verdict
from confusables.views import base_form
from confusables.words import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from confusables.market.assumptions import Three
    from confusables.market.markets import Reach
    from confusables.market.typed import Typed
    from confusables.report import Report
    from confusables.results import Advice, Collision, Suggestion

__all__ = ["Context", "Defensive", "beside", "defensive", "layered"]

MOST_NAMES = 5
LEAST_SHARE = 0.002
"""Of the visits that are typed, the share that must take a name for it to be worth a thought."""
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Context:
    """What the layers know of the launch of one name.

    ``new`` is where it is launched, ``launch`` what is known of it, ``typed`` what people type who
    mean it, ``since`` the earliest date that documents the name, ``planned`` the day of the launch
    of a name not registered yet.
    """

    new: Reach
    launch: Launch
    typed: Typed
    since: str | None = None
    planned: dt.date | None = None


class Defensive(NamedTuple):
    """A name worth registering, and the share of the launch's visits that would end there: the
    middle estimate."""

    suggestion: Suggestion
    share: float


def layered(
    report: Report,
    countries: Sequence[str] = (),
    languages: Sequence[str] = (),
    launch: Launch | None = None,
) -> Report:
    """The report with the layers on its collisions and the defensive names of the launch.

    ``countries`` and ``languages`` of the launch are those given (checked codes). Probabilities,
    levels and order stay what they are. May be done again, once lookups have told more.
    """
    existing = report.existing
    launch = launch or Launch()
    new = reach_of_launch(report.name.suffix, report.readings, countries, languages)
    context = Context(
        new=new,
        launch=launch,
        typed=typed_of(report, launch, new.countries),
        since=existing.since if existing else None,
        planned=None if existing else launch.date or dt.date.fromisoformat(report.made.at[:10]),
    )
    found = (*report.collisions, *report.own, *report.accepted)
    # Where no source states the domain of a name, any under its label may be its holder's own.
    known = [c.domain or c.label for c in found]
    whole = bool(report.readings) and report.readings[0].language != "und"
    wrong = wrong_of(report)
    fitted = UNFITTED if launch.visits is None else context.typed.fitted(wrong)

    def defended() -> tuple[Defensive, ...]:
        taken = context.typed.shares(wrong, fitted)
        return defensive(context, report.suggestions, known, taken, whole=whole)

    names = Later(defended)
    return replace(
        report,
        collisions=tuple(
            beside(c, context, names, fitted, intended=report.is_intended(c.domain))
            for c in report.collisions
        ),
        own=tuple(beside(c, context, advised=False) for c in report.own),
        accepted=tuple(beside(c, context, advised=False) for c in report.accepted),
        advice=Later(lambda: _registering(names, launch.visits)),
        visits=launch.visits,
    )


def _registering(names: Sequence[Defensive], count: int | None) -> tuple[Advice, ...]:
    visits = () if count is None else tuple(count * d.share for d in names)
    return (register([d.suggestion for d in names], visits),) if names else ()


def defensive(
    context: Context,
    suggestions: Iterable[Suggestion],
    held: Iterable[str],
    taken: Sequence[Three] = (),
    *,
    whole: bool = False,
) -> tuple[Defensive, ...]:
    """The few names likely to be typed, by expected stray visits, those in plain letters first; not
    those in ``held``, domains and labels, nor a name that is another's under other endings, nor
    any in letters that look like Latin ones.

    ``taken`` are the shares of visits that existing names take, ``whole`` tells that the label is
    of known words alone: nobody types its ending as part of it.
    """
    known = set(held)
    launch, typed = context.launch, context.typed
    least = LEAST_SHARE * launch.three("from-memory")[1]
    found: list[tuple[Suggestion, Three]] = []
    for suggestion in suggestions:
        joined = suggestion.kind == Kind.DOMAIN_HACK and whole
        label = suggestion.domain.partition(".")[0]
        if not known.isdisjoint((suggestion.domain, label)) or _held(suggestion) or joined:
            continue
        if suggestion.theirs or _looks_latin(label):
            continue
        (share,) = typed.shares([suggestion])
        if share[1] >= least:
            found.append((suggestion, share))
    found.sort(key=lambda pair: (pair[0].domain.startswith("xn--"), -pair[1][1]))
    _, fitted, _ = fitting(launch, (share for _, share in found), taken)
    return tuple(Defensive(name, share[1] * fitted) for name, share in found[:MOST_NAMES])


def beside(
    collision: Collision,
    context: Context,
    names: Iterable[Defensive] = (),
    fitted: Three = UNFITTED,
    *,
    advised: bool = True,
    intended: bool = False,
) -> Collision:
    """The collision with its layers; its probability, level and place stay what they are.

    ``names`` are the defensive names of the launch: those that the same kind of mistake leads to
    stand in the advice; ``fitted`` is how stray visits are fitted to those that are typed. A name
    of one's own gets no advice and no stray visits (``advised`` false); an address that the launch
    is meant to have (``intended``) gets advice of its own.
    """
    launch, answer = context.launch, collision.lookup
    readings = collision.readings or read(collision.unicode.partition(".")[0])
    market = meeting(context.new, reach_of_existing(collision.registration, readings, answer))
    who = first(
        context.since,
        earliest(collision.registration.since, answer.created if answer else None),
        planned=context.planned,
    )
    if not advised:
        return replace(collision, market=market, first=who)
    stray = stray_visits(
        launch,
        *context.typed.mistake(collision),
        launch.ranks.get(collision.domain or ""),
        UNFITTED if intended else fitted,
    )

    def advice() -> tuple[Advice, ...]:
        if intended:
            return advise_intended(collision)
        domains = [d.suggestion.domain for d in names if d.suggestion.mistake == collision.kind]
        return advise(collision, market, who, stray, tuple(domains[:_SHOWN]))

    return replace(collision, market=market, first=who, stray_visits=stray, advice=Later(advice))


def _looks_latin(label: str) -> bool:
    """Whether a label has letters of another script that look like Latin ones: nobody types it."""
    shown = to_unicode(label)
    return base_form(shown).isascii() and not letters(shown).isascii()


def _held(suggestion: Suggestion) -> bool:
    answer = suggestion.lookup
    return answer is not None and answer.verdict == Verdict.REGISTERED

"""Candidate names side by side: ranked by worst collision and by expected stray visits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from confusables.market.assumptions import Launch
from confusables.market.typed import typed_of, wrong_of
from confusables.model import Level, Says
from confusables.names import spelled
from confusables.results import Action, percent_figures, visits_said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confusables.market.assumptions import Three
    from confusables.report import Report
    from confusables.results import Collision

__all__ = ["Candidate", "choose"]

_SEVERITY = {Level.NONE_FOUND: 0, Level.BELOW: 0, Level.REVIEW: 1, Level.WARN: 2}
_STEPS = 10


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate, with its report and why it stands where it stands.

    ``worst`` is its strongest collision (None where there is none), ``stray_share`` the share of
    the visits of a launch, 0 to 1, that would end at all of its collisions together, and
    ``stray_visits`` their number where the visits of the launch are given: low, middle, high.
    """

    name: str
    report: Report
    worst: Collision | None
    stray_share: Three
    stray_visits: Three | None
    reasons: tuple[Says, ...]


def choose(reports: Iterable[Report], launch: Launch | None = None) -> tuple[Candidate, ...]:
    """The candidates in order of preference.

    First by the level of the worst collision; then a name of which no list tells that it is
    registered before one of which one does; then by the worst probability in steps of a tenth; then
    by the expected stray visits of all collisions together, where they differ by more than their
    own uncertainty; then by how many warnings there are, and how many collisions; by the exact
    probability, the visits, and as they were given.
    """
    found = _ordered([_candidate(report, launch or Launch()) for report in reports])
    return tuple(_with_clearer(candidate, found[:i]) for i, candidate in enumerate(found))


def _with_clearer(candidate: Candidate, before: list[Candidate]) -> Candidate:
    """The candidate; the advice to choose another name tells which of the others are clearer."""
    severity = _SEVERITY[candidate.report.level]
    clearer = tuple(c.name for c in before if _SEVERITY[c.report.level] < severity)
    if not clearer:
        return candidate
    collisions = tuple(
        replace(
            collision,
            advice=tuple(
                replace(a, domains=clearer) if a.action == Action.CHOOSE_ANOTHER else a
                for a in collision.advice
            ),
        )
        for collision in candidate.report.collisions
    )
    report = replace(candidate.report, collisions=collisions)
    return replace(candidate, report=report, worst=next(iter(collisions), None))


def _ordered(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates in order. Visits tell two apart where the middle estimate of the one is above
    the high one of the other: figures that may be ten times too high or too low decide nothing."""
    by_visits = sorted(candidates, key=lambda c: (_standing(c), c.stray_share[1]))
    groups: list[list[Candidate]] = []
    for candidate in by_visits:
        if groups and not _is_after(groups[-1][0], candidate):
            groups[-1].append(candidate)
        else:
            groups.append([candidate])
    return [candidate for group in groups for candidate in sorted(group, key=_order)]


def _is_after(least: Candidate, other: Candidate) -> bool:
    """Whether a candidate is told from the one of the fewest visits, and behind it."""
    return _standing(least) != _standing(other) or other.stray_share[1] > least.stray_share[2]


def _standing(candidate: Candidate) -> tuple[int, bool, int]:
    """What ranks before the stray visits."""
    return (
        _SEVERITY[candidate.report.level],
        candidate.report.existing is not None or bool(candidate.report.taken),
        int(_probability(candidate) * _STEPS),
    )


def _order(candidate: Candidate) -> tuple[int, int, float, float]:
    """What ranks those whose stray visits do not tell them apart."""
    report = candidate.report
    warnings = sum(c.level == Level.WARN for c in report.collisions) + report.hidden.warn
    found = len(report.collisions) + sum(report.hidden)
    return warnings, found, _probability(candidate), candidate.stray_share[1]


def _probability(candidate: Candidate) -> float:
    return candidate.worst.probability if candidate.worst else 0.0


def _candidate(report: Report, launch: Launch) -> Candidate:
    worst = report.collisions[0] if report.collisions else None
    low, middle, high = _together(report, launch)
    visits = launch.visits
    total = None if visits is None else (low * visits, middle * visits, high * visits)
    name = report.name.input.strip() or report.name.ascii
    reasons = _reasons(report, worst, total)
    return Candidate(name, report, worst, (low, middle, high), total, reasons)


def _reasons(report: Report, worst: Collision | None, total: Three | None) -> tuple[Says, ...]:
    found = []
    if report.existing:
        found.append(Says("registered already"))
    elif report.taken:
        domain = spelled(report.taken[0])
        found.append(Says("{domain} is registered already", {"domain": domain}))
    hidden = sum(report.hidden)
    if worst is None and not hidden:
        found.append(Says("no existing name that people would mistake it for was found"))
    elif worst is None:
        found.append(Says("not shown here: {count}", {"count": str(hidden)}))
    else:
        found.append(
            Says(
                "worst collision: {domain} ({percent} %)",
                {"domain": worst.called, "percent": percent_figures(worst.probability)},
            )
        )
        more = len(report.collisions) - 1 + hidden
        if more == 1:
            found.append(Says("one more collision"))
        elif more:
            found.append(Says("{count} more collisions", {"count": str(more)}))
    if total is not None and worst is not None:
        found.append(visits_said(*total))
    return tuple(found)


def _together(report: Report, launch: Launch) -> Three:
    """The share of the visits that all collisions take together: no more than are typed."""
    typed = typed_of(report, launch, report.markets)
    wrong = wrong_of(report)
    right = [c for c in report.collisions if c not in wrong]
    shares = typed.shares(wrong, typed.fitted(wrong)) + typed.shares(right)
    low, middle, high = (
        min(most, sum((share[i] for share in shares), 0.0))
        for i, most in enumerate(launch.three("from-memory"))
    )
    return low, middle, high

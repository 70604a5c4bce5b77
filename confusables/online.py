"""Ask the registries about what a check found, and never about the name under study."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from secrets import SystemRandom
from typing import TYPE_CHECKING, TypeAlias

from confusables.later import Later
from confusables.market.markets import STATED_BY
from confusables.model import Registration, Verdict
from confusables.names import plain_labels, registrable
from confusables.results import Hidden, hidden_of, level_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from confusables.lookups import Lookup
    from confusables.model import Answer, Name, Reading, Says
    from confusables.report import Report
    from confusables.results import Collision, Suggestion

    Collide: TypeAlias = Callable[[str, list[Registration], tuple[Reading, ...] | None], Collision]
    Place: TypeAlias = Callable[[Collision], tuple[str, Says | None]]

__all__ = ["Online", "Telling"]

Telling = Callable[[Sequence[str]], AbstractContextManager[Callable[[int], None] | None]]
"""Is given the domains before anybody is asked; what it enters is told how many were answered."""


@dataclass(frozen=True, slots=True)
class Online:
    """How the registries are asked.

    ``probe`` is how many of the likeliest suggestions are asked about, beside the collisions;
    ``known`` are domains (A-labels) that need not be. ``shows`` tells whether a collision is
    probable enough, and ``limit`` how many are shown.
    """

    lookup: Lookup
    probe: int
    telling: Telling | None
    known: frozenset[str]
    shows: Callable[[Collision], bool]
    limit: int

    def informed(self, report: Report, collide: Collide, place: Place) -> Report:
        """The report with what the registries say, before any layer is put on it.

        ``collide`` judges a label (A-label) that registrations hold, its readings where they are
        known; ``place`` says where a collision is shown, and why there. A suggestion that is
        registered becomes a collision where it is probable enough to be one.
        """
        probed = list(self._probed(report))
        answers = self._answers({*_asked(report), *(s.domain for s in probed)})
        groups: dict[str, list[Collision]] = {"collisions": [], "own": [], "accepted": []}
        for collision in self._collisions(report, probed, answers, collide):
            found = replace(collision, lookup=answers.get(collision.domain or ""))
            group, why = place(_with_holder(found))
            if group != "collisions" and found.also:  # held by others, or nobody knows by whom
                rest = collide(found.label, list(found.also), found.readings)
                groups["collisions"].append(rest)
                found = replace(found, also=())
            groups[group].append(replace(found, why=why))
        groups["own"] += report.own
        groups["accepted"] += report.accepted
        shown = {place: self._best(group) for place, group in groups.items()}
        more = hidden_of(groups["collisions"], shown["collisions"])
        hidden = Hidden(*map(sum, zip(report.hidden, more, strict=True)))
        return replace(
            report,
            hidden=hidden,
            level=level_of(shown["collisions"], hidden),
            collisions=shown["collisions"],
            own=shown["own"],
            accepted=shown["accepted"],
            suggestions=Later(lambda: _rest(report, answers, shown.values())),
            coverage=replace(
                report.coverage,
                asked=len(answers),
                unknown=sum(a.verdict is Verdict.UNKNOWN for a in answers.values()),
            ),
        )

    def _best(self, group: Iterable[Collision]) -> tuple[Collision, ...]:
        """The best of what is probable enough, as many as are wanted."""
        shown = sorted(
            filter(self.shows, group), key=lambda c: (-c.probability, c.label, c.domain or "")
        )
        return tuple(shown[: self.limit])

    def _probed(self, report: Report) -> Iterator[Suggestion]:
        """The likeliest suggestions that no list holds, and that are not the name under study."""
        if not self.probe:
            return
        held = (*report.collisions, *report.own, *report.accepted)
        known = self.known | {r.domain for c in held for r in (c.registration, *c.also)}
        left = self.probe
        for suggestion in report.suggestions:
            domain = suggestion.domain
            if domain in known or _is_under_study(report, domain):
                continue
            if report.name.suffix is None and domain.partition(".")[0] in _labels(report.name):
                continue  # of a brand the label is the name, under whatever ending
            yield suggestion
            left -= 1
            if not left:
                return

    def _answers(self, domains: set[str]) -> dict[str, Answer]:
        """What the registries say, asked in an order that tells nothing."""
        if not domains:
            return {}
        order = sorted(domains)
        SystemRandom().shuffle(order)
        with self.telling(tuple(order)) if self.telling else nullcontext() as progress:
            return dict(self.lookup.ask_all(order, progress, siblings=True))

    def _collisions(
        self,
        report: Report,
        probed: Iterable[Suggestion],
        answers: Mapping[str, Answer],
        collide: Collide,
    ) -> Iterator[Collision]:
        """The collisions of the report with what is held beside them, and those that are new."""
        held: dict[str, list[Registration]] = {}
        for suggestion in probed:
            answer = answers[suggestion.domain]
            if answer.verdict is Verdict.REGISTERED:
                label = suggestion.domain.partition(".")[0]
                held.setdefault(label, []).append(_registration(suggestion.domain, answer))
        for collision in report.collisions:
            if report.is_intended(collision.domain):
                yield collision  # stands apart from what else has the label
                continue
            new = held.pop(collision.label, [])
            if new and collision.domain:
                new = [collision.registration, *collision.also, *new]
                yield collide(collision.label, new, collision.readings)
            else:
                yield collision
                if new:  # a list has the name alone; the domain may be somebody else's
                    held[collision.label] = new
        for label, new in held.items():
            yield collide(label, new, None)


def _asked(report: Report) -> Iterator[str]:
    """The existing names that are asked about: collisions that have a domain."""
    for collision in report.collisions:
        if collision.domain and not _is_under_study(report, collision.domain):
            yield collision.domain


def _is_under_study(report: Report, domain: str) -> bool:
    """Whether a question about the domain would name the name under study, or an address that it is
    meant to have."""
    name = report.name
    if name.suffix is None:
        return report.is_intended(domain)
    return name.ascii in (domain, registrable(domain)[0])


def _labels(name: Name) -> tuple[str, ...]:
    """The labels that are a brand: its letters, and the plain ones that people type for them."""
    return name.label, *plain_labels(name)


def _registration(domain: str, answer: Answer) -> Registration:
    countries = (c.country for c in answer.countries if c.says in STATED_BY)
    return Registration(
        domain,
        owners=(answer.holder,) if answer.holder else (),
        countries=tuple(dict.fromkeys(countries)),
        since=answer.created,
        sources=("lookup",),
    )


def _with_holder(found: Collision) -> Collision:
    """The collision with the holder that the registry states among its owners."""
    if found.lookup is None or found.lookup.holder is None:
        return found
    owners = (*found.registration.owners, found.lookup.holder)
    return replace(found, registration=replace(found.registration, owners=owners))


def _rest(
    report: Report,
    answers: Mapping[str, Answer],
    groups: Iterable[Iterable[Collision]],
) -> Iterator[Suggestion]:
    """The suggestions with what was answered of them; not those that stand as collisions now. A
    label that turned out to be registered is another's."""
    found = list(report.suggestions)
    held = {r.domain for group in groups for c in group for r in (c.registration, *c.also)}
    labels = {s.domain.partition(".")[0] for s in found if s.domain in held}
    labels.difference_update(_labels(report.name))
    for suggestion in found:
        answer = answers.get(suggestion.domain)
        if answer is None or suggestion.domain not in held:
            theirs = suggestion.theirs or suggestion.domain.partition(".")[0] in labels
            yield replace(suggestion, lookup=answer, theirs=theirs)

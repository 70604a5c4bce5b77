"""What people type who mean a new name: one place that turns a name into the terms of ``harm``.

Of a brand people type the plain letters, so an existing name of those letters is right but for its
ending, and its accents are a mistake that some make (``wrong-name-accent``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from confusables.market.harm import UNFITTED, fitting, stray_share
from confusables.model import Kind
from confusables.names import plain_label
from confusables.results import Collision

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from confusables.market.assumptions import Launch, Three
    from confusables.market.harm import Suffixes
    from confusables.report import Report
    from confusables.results import Suggestion

__all__ = ["Mistake", "Typed", "typed_of", "wrong_of"]


class Mistake(NamedTuple):
    """A name typed in place of another, as ``stray_share`` and ``stray_visits`` take it."""

    probability: float
    kind: Kind
    suffixes: Suffixes
    markets: Sequence[str]


@dataclass(frozen=True, slots=True)
class Typed:
    """The label that people type for the new name, the endings that it is meant to have, and the
    countries of the launch."""

    launch: Launch
    label: str
    endings: tuple[str, ...]
    markets: Sequence[str]

    def mistake(self, found: Collision | Suggestion) -> Mistake:
        """What it takes to end at an existing or a suggested name."""
        label, _, suffix = (found.domain or "").partition(".")
        if isinstance(found, Collision):
            label, kind = found.label, found.kind
        else:
            kind = found.mistake
        if label == self.label:
            kind = Kind.SAME_LABEL
        elif kind == Kind.SAME_LABEL:
            kind = Kind.ACCENT
        return Mistake(found.probability, kind, (self.endings, suffix or None), self.markets)

    def shares(
        self, found: Iterable[Collision | Suggestion], fitted: Three = UNFITTED
    ) -> list[Three]:
        """The share of the launch's visits that each takes."""
        return [stray_share(self.launch, *self.mistake(name), fitted) for name in found]

    def fitted(self, found: Iterable[Collision]) -> Three:
        """How the shares of existing names are fitted to the visits that are typed."""
        return fitting(self.launch, self.shares(found))


def wrong_of(report: Report) -> list[Collision]:
    """The collisions that take a visit by mistake: an address that the launch is meant to have
    takes those of people who type right."""
    return [c for c in report.collisions if not report.is_intended(c.domain)]


def typed_of(report: Report, launch: Launch, markets: Sequence[str]) -> Typed:
    """What people type who mean the name of a report."""
    intended = tuple(place.domain.partition(".")[2] for place in report.intended)
    own = (report.name.suffix,) if report.name.suffix else ()
    return Typed(launch, plain_label(report.name), intended or own, markets)

"""Put the layers on a collision: market, first, stray visits and advice, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from confusables.market.advice import advise
from confusables.market.first import earliest, first
from confusables.market.harm import stray_share, stray_visits
from confusables.market.markets import meeting, reach_of_existing, reach_of_launch

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from confusables.market.assumptions import Launch, Three
    from confusables.model import Name, Reading, Registration
    from confusables.results import Collision, Suggestion

__all__ = ["Context", "Defensive", "beside", "defensive"]

MOST_NAMES = 5
LEAST_SHARE = 0.002
"""Of the visits that are typed, the share that must take a name for it to be worth a thought."""
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Context:
    """What the layers know of the launch of one name.

    ``countries`` and ``languages`` are those given (checked codes), ``existing`` the registration
    of the very name, ``today`` the day of the check.
    """

    name: Name
    readings: tuple[Reading, ...]
    countries: tuple[str, ...]
    languages: tuple[str, ...]
    launch: Launch
    existing: Registration | None
    today: dt.date


class Defensive(NamedTuple):
    """A name worth registering, and the share of the launch's visits that would end there."""

    suggestion: Suggestion
    share: Three


def defensive(
    context: Context, suggestions: Iterable[Suggestion], held: Iterable[str]
) -> tuple[Defensive, ...]:
    """The few names likely to be typed, by expected stray visits; not those in ``held``."""
    taken = set(held)
    typed = context.launch.three("from-memory")[1]
    found = []
    for suggestion in suggestions:
        if suggestion.domain in taken or _held(suggestion):
            continue
        ending = suggestion.domain.partition(".")[2] or None
        share = stray_share(
            context.launch,
            suggestion.probability,
            suggestion.kind,
            (context.name.suffix or ending, ending),
            context.countries,
        )
        if share[1] >= LEAST_SHARE * typed:
            found.append(Defensive(suggestion, share))
    found.sort(key=lambda d: (-d.share[1], d.suggestion.domain))
    return tuple(found[:MOST_NAMES])


def beside(
    collision: Collision,
    context: Context,
    read: Callable[[str], Sequence[Reading]],
    names: Iterable[Defensive] = (),
    *,
    advised: bool = True,
) -> Collision:
    """The collision with its layers; its probability, level and place stay what they are.

    ``read`` gives the readings of the existing label (Unicode), ``names`` are the defensive names
    of the launch: those that the same kind of mistake leads to stand in the advice. A collision
    with one's own name gets no advice and no stray visits (``advised`` false).
    """
    launch = context.launch
    new = reach_of_launch(
        context.name.suffix, context.readings, context.countries, context.languages
    )
    label = collision.unicode.partition(".")[0]
    market = meeting(new, reach_of_existing(collision.registration, read(label), collision.lookup))
    created = collision.lookup.created if collision.lookup else None
    who = first(
        context.existing.since if context.existing else None,
        earliest(collision.registration.since, created),
        planned=None if context.existing else launch.date or context.today,
    )
    if not advised:
        return replace(collision, market=market, first=who)
    suffixes = context.name.suffix, _suffix(collision)
    rank = launch.ranks.get(collision.domain or "")
    stray = stray_visits(
        launch, collision.probability, collision.kind, suffixes, new.countries, rank
    )
    domains = [d.suggestion.domain for d in names if d.suggestion.kind == collision.kind]
    advice = advise(collision, market, who, stray, tuple(domains[:_SHOWN]))
    return replace(collision, market=market, first=who, stray_visits=stray, advice=advice)


def _suffix(collision: Collision) -> str | None:
    return collision.domain.partition(".")[2] if collision.domain else None


def _held(suggestion: Suggestion) -> bool:
    answer = suggestion.lookup
    return answer is not None and answer.verdict == "registered"

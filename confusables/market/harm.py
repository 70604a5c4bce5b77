"""Visits of a launch that go astray: expected number, peak after a broadcast, and who is drowned.

    stray visits = launch visits × share who type from memory × chance of this mistake
    chance of this mistake = probability × share who type this wrong name × share with its ending
    peak per minute = stray visits × share that the broadcast causes × (1 - 2 ** (-1 / half-life))

Each share is low, middle and high; the low figures multiplied give the low one. docs/harm.md
derives the formula. The probability is that of the name score; nothing here moves it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from confusables.market.assumptions import three
from confusables.model import Kind, Says
from confusables.results import Assumption, Direction, StrayVisits
from confusables.territories import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confusables.market.assumptions import Launch, Three

__all__ = [
    "UNFITTED",
    "Suffixes",
    "capacity_by_rank",
    "fitting",
    "minutes_over",
    "peak_share",
    "stray_share",
    "stray_visits",
    "visits_to_exceed",
]

_MINUTES = 24 * 60
_COM = "com"
_NET_ORG = frozenset({"net", "org"})
_FITTED = Says("all mistakes together are no more than the visits that are typed")
UNFITTED = (1.0, 1.0, 1.0)
Suffixes = tuple[Sequence[str], str | None]


def stray_share(
    launch: Launch,
    probability: float,
    kind: Kind,
    suffixes: Suffixes,
    markets: Sequence[str] = (),
    fitted: Three = UNFITTED,
) -> Three:
    """The share of a launch's visits, 0 to 1, that end at an existing domain by mistake.

    ``suffixes`` are the endings that the new name is meant to have and that of the existing one,
    ``markets`` the launch's countries, ``fitted`` what ``fitting`` says of all mistakes together.
    """
    ending = _ending(launch, *suffixes, markets)
    low, middle, high = (
        memory * probability * name * part * fit
        for memory, name, part, fit in zip(
            launch.three("from-memory"), launch.three(f"wrong-name-{kind}"), three(ending), fitted,
            strict=True,
        )
    )  # fmt: skip
    middle = min(middle, high)
    return min(low, middle), middle, high


def fitting(launch: Launch, shares: Iterable[Three], beside: Iterable[Three] = ()) -> Three:
    """The part of these shares that leaves no more visits astray than are typed, those ``beside``
    them included: whoever types one wrong name does not type another."""
    found, others = [*shares], [*beside]
    low, middle, high = (
        min(1.0, max(0.0, typed - sum(s[i] for s in others)) / total)
        if (total := sum(s[i] for s in found))
        else 1.0
        for i, typed in enumerate(launch.three("from-memory"))
    )
    return low, middle, high


def stray_visits(
    launch: Launch,
    probability: float,
    kind: Kind,
    suffixes: Suffixes,
    markets: Sequence[str] = (),
    rank: int | None = None,
    fitted: Three = UNFITTED,
) -> StrayVisits | None:
    """The stray visits at one existing domain; None where the visits of the launch are not given.

    ``rank`` is the domain's in a list of popular ones, where it is known; for the others see
    ``stray_share``.
    """
    if launch.visits is None:
        return None
    share = stray_share(launch, probability, kind, suffixes, markets, fitted)
    low, middle, high = (launch.visits * part for part in share)
    used = [*map(launch.assumption, ("from-memory", f"wrong-name-{kind}"))]
    used.append(_ending(launch, *suffixes, markets))
    if fitted != UNFITTED:
        used.append(Assumption("no-more-than-typed", fitted, _FITTED))
    peaks: tuple[float | None, float | None, float | None] = (None, None, None)
    if launch.peak:
        used += map(launch.assumption, ("from-broadcast", "half-life-minutes"))
        parts = peak_share(launch)
        peaks = (low * parts[0], middle * parts[1], high * parts[2])
    capacity, usual, shown = _capacity(launch, rank)
    return StrayVisits(
        low, middle, high, *peaks, capacity, _direction(launch.visits, usual),
        (
            Assumption("launch-visits", launch.visits, Says("given")),
            Assumption("probability", probability, Says("the name score")),
            *used,
            *shown,
        ),
    )  # fmt: skip


def peak_share(launch: Launch) -> Three:
    """The share of all visits that falls into the busiest minute after a broadcast.

    Interest fades by half in each half-life, so the first minute holds 1 - 2 ** (-1 / half-life)
    of what the broadcast causes.
    """
    low, middle, high = (
        part * (1 - 2 ** (-1 / minutes))
        for part, minutes in zip(
            launch.three("from-broadcast"), launch.three("half-life-minutes"), strict=True
        )
    )
    return low, middle, high


def minutes_over(peak: float, capacity: float, half_life: float) -> float:
    """How many minutes a fading surge stays above a capacity: half-life × log2(peak / capacity)."""
    return half_life * math.log2(peak / capacity) if peak > capacity else 0.0


def visits_to_exceed(
    launch: Launch, share: Three, capacity: float, minutes: float = 0.0
) -> tuple[float, float, float]:
    """The launch visits whose broadcast keeps a neighbour above its capacity for so many minutes.

    ``share`` is that of the visits which go astray (``stray_share``). Three answers, one with each
    of the low, middle and high assumptions (infinite where none of them goes astray): the low
    assumptions need the largest launch, unless interest fades faster in the high ones.
    """
    low, middle, high = (
        capacity * 2 ** (minutes / half_life) / (part * peak) if part * peak > 0 else math.inf
        for part, peak, half_life in zip(
            share, peak_share(launch), launch.three("half-life-minutes"), strict=True
        )
    )
    return low, middle, high


def capacity_by_rank(launch: Launch, rank: int) -> Three:
    """What a site of this rank bears, in visits per minute: its usual visits times the headroom."""
    low, middle, high = (
        visits / rank / _MINUTES * room
        for visits, room in zip(
            launch.three("visits-of-first-rank"), launch.three("headroom"), strict=True
        )
    )
    return low, middle, high


def _capacity(
    launch: Launch, rank: int | None
) -> tuple[float | None, float | None, tuple[Assumption, ...]]:
    """The neighbour's capacity and its usual visits, both a minute, and what they rest on."""
    name = "neighbour-capacity"
    headroom = launch.assumption("headroom")
    middle_room = launch.three("headroom")[1]
    if launch.capacity is not None:
        given = Assumption(name, launch.capacity, Says("given"))
        return launch.capacity, launch.capacity / middle_room, (given, headroom)
    if rank is not None:
        found = capacity_by_rank(launch, rank)
        says = Says(
            "inferred from the rank {rank} in a list of popular domains", {"rank": f"{rank}"}
        )
        shown = (Assumption(name, found, says), launch.assumption("visits-of-first-rank"), headroom)
        return found[1], found[1] / middle_room, shown
    return None, None, (Assumption(name, None, Says("not known")),)


def _direction(visits: int, usual: float | None) -> Direction:
    """Who is the larger: the newcomer with its launch, or the neighbour in its usual minute."""
    if usual is None:
        return Direction.NOT_KNOWN
    return Direction.REVERSE if visits / _MINUTES > usual else Direction.FORWARD


def _ending(
    launch: Launch, new: Sequence[str], existing: str | None, markets: Sequence[str]
) -> Assumption:
    """The assumption about the ending that people type."""
    if isinstance(new, str):
        raise TypeError(f"the endings of a launch are a list, not the one text {new!r}")
    if not new or existing is None:
        return launch.assumption("ending-not-known")
    if existing in new:
        return _divided(launch.assumption("ending-same"), len(new))
    if existing == _COM:
        return launch.assumption("ending-com")
    if place_of(existing).country in set(markets):
        return launch.assumption("ending-of-market")
    return launch.assumption("ending-net-org" if existing in _NET_ORG else "ending-other")


def _divided(same: Assumption, count: int) -> Assumption:
    """Where the launch is meant to have several endings, people type one of them."""
    if count == 1:
        return same
    low, middle, high = (part / count for part in three(same))
    says = Says("divided among the {count} intended endings", {"count": str(count)})
    return Assumption(same.name, (low, middle, high), says)

"""What the estimate of harm assumes: every parameter with low, middle and high, and its source.

The formula is in ``harm``, its derivation in docs/harm.md. A parameter whose source reads *assumed*
is a judgement of this project, wide on purpose; all can be set with ``Launch(assumptions=…)`` or
``--assume``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from confusables.errors import InvalidLaunch
from confusables.model import Kind, Says
from confusables.results import Assumption

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

__all__ = ["ASSUMPTIONS", "MOST_VISITS", "Launch", "Three", "three"]

Three = tuple[float, float, float]

MOST_VISITS = 10_000_000_000
"""More visits than people on Earth are no launch but a slip of the keyboard."""

_LEAST_CAPACITY = 1e-6
_ASSUMED = Says("assumed")
_COM = Says(
    "high: 8 of 13 visitors of o.co typed o.com (Overstock, reported in March 2012);"
    " low and middle assumed"
)
_TYPED = Says(
    "low, middle and high: 6 % and 15 % of visits typed (a forum of domain traders and a Yahoo"
    " official, 2005), 38 % (FairWinds, reported about 2010); figures of the trade, and old"
)
_SLIP = Says(
    "middle: 1.17 % of characters stay wrong in typed text (Dhakal 2018, as others quote it),"
    " shared among about twelve slips a place (assumed); low and high assumed"
)
_HALF_LIFE = Says(
    "high: three quarters of the searches that a television spot causes come within two minutes"
    " (Du, Xu and Wilbur 2017); low and middle, for a longer announcement, assumed"
)


def _typed(kind: Kind) -> str:
    return f"wrong-name-{kind}"


def _table(*rows: tuple[str, Three, Says]) -> Mapping[str, Assumption]:
    return {name: Assumption(name, value, says) for name, value, says in rows}


ASSUMPTIONS: Mapping[str, Assumption] = _table(
    ("from-memory", (0.06, 0.15, 0.38), _TYPED),
    # Of those who type a name that is confused in this way: how many type this one other name.
    (_typed(Kind.SAME_LABEL), (1.0, 1.0, 1.0), Says("by definition: the name itself is right")),
    (_typed(Kind.DOMAIN_HACK), (0.1, 0.3, 0.6), _ASSUMED),
    (_typed(Kind.ACCENT), (0.1, 0.3, 0.6), _ASSUMED),
    (_typed(Kind.DELIMITER), (0.02, 0.1, 0.3), _ASSUMED),
    (_typed(Kind.NUMBER), (0.02, 0.1, 0.3), _ASSUMED),
    (_typed(Kind.DETERMINER), (0.005, 0.03, 0.1), _ASSUMED),
    (_typed(Kind.INFLECTION), (0.01, 0.04, 0.15), _ASSUMED),
    (_typed(Kind.SOUND), (0.005, 0.03, 0.1), _ASSUMED),
    (_typed(Kind.AFFIX), (0.003, 0.02, 0.08), _ASSUMED),
    (_typed(Kind.WORD_ORDER), (0.003, 0.02, 0.08), _ASSUMED),
    (_typed(Kind.TYPING), (0.0003, 0.001, 0.004), _SLIP),
    (_typed(Kind.LOOKALIKE), (0.0001, 0.001, 0.005), _ASSUMED),
    (_typed(Kind.TRANSLATION), (0.0001, 0.001, 0.01), _ASSUMED),
    (_typed(Kind.SHARED_WORD), (0.0, 0.0003, 0.003), _ASSUMED),
    (
        _typed(Kind.HOMOGLYPH),
        (0.0, 0.0, 0.0001),
        Says("assumed: nobody types a letter of another script; such names are followed as links"),
    ),
    # Of those who type that other name: how many give it the ending of the existing domain.
    ("ending-same", (1.0, 1.0, 1.0), Says("by definition: the ending is the same")),
    ("ending-com", (0.05, 0.3, 8 / 13), _COM),
    ("ending-of-market", (0.02, 0.1, 0.3), _ASSUMED),
    ("ending-net-org", (0.003, 0.02, 0.05), _ASSUMED),
    ("ending-other", (0.0005, 0.005, 0.02), _ASSUMED),
    ("ending-not-known", (0.0, 0.5, 1.0), Says("assumed: one of the two has no ending here")),
    # A broadcast: how much of the launch it causes, and how fast that fades.
    ("from-broadcast", (0.2, 0.5, 0.8), _ASSUMED),
    ("half-life-minutes", (30.0, 10.0, 1.0), _HALF_LIFE),
    # A site whose rank in a list of popular domains is known.
    (
        "visits-of-first-rank",
        (5e8, 2e9, 8e9),
        Says("assumed: visits a day are this figure divided by the rank"),
    ),
    (
        "headroom",
        (2.0, 5.0, 20.0),
        Says("assumed: a site bears so many times the visits of its usual minute"),
    ),
)


@dataclass(frozen=True, slots=True)
class Launch:
    """What is known of a launch: all of it may be left out, none of it moves a probability.

    ``visits`` are those expected on the first day, ``peak`` tells of a broadcast that sends them
    all at once, ``capacity`` is what a neighbour's site bears in visits per minute, ``ranks`` are
    the ranks of existing domains in a list of popular ones, from which a capacity is inferred
    where none is given; ``date`` is the day of the launch (today unless given). ``assumptions``
    are parameters to be set otherwise, by name, as (low, middle, high). Raises InvalidLaunch.
    """

    visits: int | None = None
    peak: bool = False
    capacity: float | None = None
    ranks: Mapping[str, int] = field(default_factory=dict, hash=False)
    date: dt.date | None = None
    assumptions: Mapping[str, Three] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        if self.visits is not None:
            _figure("visits of the launch", self.visits, least=0)
        if self.capacity is not None:
            _figure("capacity of the neighbour", self.capacity, least=_LEAST_CAPACITY)
        if self.visits is None and (self.peak or self.capacity is not None):
            raise InvalidLaunch("a peak and a capacity need the visits of the launch")
        for domain, rank in self.ranks.items():
            _figure(f"rank of {domain}", rank, least=1)
        for name, values in self.assumptions.items():
            _assumed(name, values)

    def assumption(self, name: str) -> Assumption:
        """A parameter as this launch has it."""
        if name in self.assumptions:
            return Assumption(name, self.assumptions[name], Says("given"))
        return ASSUMPTIONS[name]

    def three(self, name: str) -> Three:
        """Low, middle and high of a parameter."""
        return three(self.assumption(name))


def three(of: Assumption) -> Three:
    """Low, middle and high of an assumption that has a range."""
    if not isinstance(of.value, tuple):
        raise TypeError(f"{of.name} has no range")
    return of.value


def _figure(what: str, value: float, *, least: float) -> None:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not number or not -math.inf < value < math.inf:  # which compares with any int
        raise InvalidLaunch(f"{what}: {value!r} is no number")
    # Without the figure: some have more digits than can be written.
    if value < least:
        raise InvalidLaunch(f"{what}: must be at least {least:g}")
    if value > MOST_VISITS:
        raise InvalidLaunch(f"{what}: must be at most {MOST_VISITS:,}")


def _assumed(name: str, values: Three) -> None:
    if name not in ASSUMPTIONS:
        raise InvalidLaunch(f"no assumption is called {name!r}; see docs/harm.md for their names")
    if not isinstance(values, tuple) or len(values) != 3:
        raise InvalidLaunch(f"{name}: needs low, middle and high")
    for value in values:
        _figure(name, value, least=0)
    low, middle, high = values
    if name == "half-life-minutes":
        if not low >= middle >= high > 0:
            raise InvalidLaunch(f"{name}: the low estimate is the longest, none is zero")
    elif not low <= middle <= high:
        raise InvalidLaunch(f"{name}: low, middle and high must stand in this order")
    elif name == "headroom" and low < 1:
        raise InvalidLaunch(f"{name}: a site bears at least its usual visits")
    elif name not in ("headroom", "visits-of-first-rank") and high > 1:
        raise InvalidLaunch(f"{name}: {high} is no share from 0 to 1")

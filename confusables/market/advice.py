"""What to do about a collision: rules written down, one row each, the same as in docs/advice.md.

A rule holds where the level, the overlap of the markets, who was first and the surge are among
those that it names (all of them where it names none). No rule promises a legal outcome.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from confusables.model import Level, Says
from confusables.names import spelled
from confusables.results import Action, Advice, Overlap, Who, two_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from confusables.results import Collision, First, Market, StrayVisits, Suggestion

__all__ = [
    "LEAST_PEAK",
    "RULES",
    "Rule",
    "Surge",
    "advise",
    "advise_intended",
    "register",
    "surge_of",
]

LEAST_PEAK = 10.0
"""Visits a minute that any site is taken to bear: nobody is to be warned of fewer."""
_WARN = frozenset({Level.WARN})
_REVIEW = frozenset({Level.REVIEW})
_BOTH = _WARN | _REVIEW
_ANYWHERE = frozenset(Overlap)
_HOME = frozenset({Overlap.SAME_COUNTRY, Overlap.SHARED_LANGUAGE})
_MET = _HOME | {Overlap.GENERIC_SUFFIX, Overlap.NOT_KNOWN}
_ABROAD = frozenset({Overlap.SHARED_LANGUAGE, Overlap.GENERIC_SUFFIX, Overlap.NONE})
_ANYBODY = frozenset(Who)
_NOT_OURS = frozenset({Who.EXISTING, Who.NOT_KNOWN})


class Surge(StrEnum):
    """How the peak after a broadcast compares with what the neighbour bears."""

    NOT_ASKED = "not-asked"
    BORNE = "borne"
    POSSIBLE = "possible"
    LIKELY = "likely"
    NOT_KNOWN = "not-known"


_ANY_SURGE = frozenset(Surge)


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: where all of this holds, the action is advised, for the reason that it says."""

    action: Action
    levels: frozenset[Level]
    overlaps: frozenset[Overlap]
    firsts: frozenset[Who]
    surges: frozenset[Surge]
    says: Says
    needs_names: bool = False
    needs_countries: bool = False

    def holds(
        self,
        level: Level,
        overlap: Overlap,
        who: Who,
        surge: Surge,
        *,
        names: bool,
        countries: bool = True,
    ) -> bool:
        """Whether the rule speaks in this situation; ``countries`` tells whether those of both
        names are known."""
        return (
            level in self.levels
            and overlap in self.overlaps
            and who in self.firsts
            and surge in self.surges
            and (names or not self.needs_names)
            and (countries or not self.needs_countries)
        )


RULES: tuple[Rule, ...] = (
    Rule(
        Action.CHOOSE_ANOTHER, _WARN, _MET, _NOT_OURS, _ANY_SURGE,
        Says("people are likely to take it for {domain}, and many may come upon either;"
             " a change of name costs least before launch"),
    ),
    Rule(
        Action.REGISTER, _WARN, _ANYWHERE, _ANYBODY, _ANY_SURGE,
        Says("the same mistake leads there, too;"
             " whether the cost is worth it is yours to weigh"),
        needs_names=True,
    ),
    Rule(
        Action.ASK_LAWYER, _WARN, _MET, _ANYBODY, _ANY_SURGE,
        Says("marks are protected by country or group of countries, and this report is no legal"
             " opinion; a lawyer in each country can give one before launch, and read what you"
             " write to a holder"),
    ),
    Rule(
        Action.WRITE_TO_HOLDER, _WARN, _MET, frozenset({Who.EXISTING}), _ANY_SURGE,
        Says("{domain} was there first (since {since}); a letter before launch"
             " costs little, silence after it much"),
    ),
    Rule(
        Action.WRITE_TO_HOLDER, _WARN, _MET, frozenset({Who.NOT_KNOWN}), _ANY_SURGE,
        Says("nothing shows that you were first; ask the holder of {domain}"
             " before launch, and stay in touch"),
    ),
    Rule(
        Action.DISAMBIGUATE, _WARN, _ANYWHERE, _ANYBODY, _ANY_SURGE,
        Says("one sentence on your page helps those who are looking for {domain}"),
    ),
    Rule(
        Action.DISAMBIGUATE, _REVIEW, _HOME, _ANYBODY, _ANY_SURGE,
        Says("some readers may be looking for {domain}: a sentence on your page helps them"),
    ),
    Rule(
        Action.SEARCH_TERMS, _BOTH, _HOME, _ANYBODY, _ANY_SURGE,
        Says("both will be searched in the same words; be found under your own name,"
             " and better not bid on {domain} as an advertising keyword"),
    ),
    Rule(
        Action.WARN_HOST, _BOTH, _ANYWHERE, _ANYBODY, frozenset({Surge.LIKELY}),
        Says("a broadcast may send {peak} visits a minute to {domain}, more than the"
             " capacity of its site ({capacity} a minute): tell its holder and its host the hour"),
    ),
    Rule(
        Action.WARN_HOST, _WARN, _ANYWHERE, _ANYBODY, frozenset({Surge.POSSIBLE}),
        Says("at worst a broadcast sends {peak_high} visits a minute to {domain}, more than the"
             " capacity of its site ({capacity} a minute): tell its holder and its host the"
             " hour"),
    ),
    Rule(
        Action.WARN_HOST, _WARN, _ANYWHERE, _ANYBODY, frozenset({Surge.NOT_KNOWN}),
        Says("at worst a broadcast sends {peak_high} visits a minute to {domain}, and how many"
             " it can take is not known: tell its holder and its host the hour"),
    ),
    Rule(
        Action.GEOGRAPHIC, _WARN, _ABROAD, _ANYBODY, _ANY_SURGE,
        Says("the two are at home in different countries; advertise by country, and name yours"
             " in titles and on the page"),
        needs_countries=True,
    ),
)  # fmt: skip


_HELD = Says(
    "{domain} is one of your intended addresses and is registered already; no list tells whether"
    " you are its holder. If you are, list it with --mine; if not, another ending or another name"
    " costs least before launch"
)


def surge_of(stray: StrayVisits | None) -> Surge:
    """How the expected peak compares with the capacity; what any site bears is borne."""
    if stray is None or stray.peak_per_minute is None or stray.peak_high is None:
        return Surge.NOT_ASKED
    if stray.peak_high < LEAST_PEAK:
        return Surge.BORNE
    if stray.capacity is None:
        return Surge.NOT_KNOWN
    if stray.peak_per_minute > max(stray.capacity, LEAST_PEAK):
        return Surge.LIKELY
    return Surge.POSSIBLE if stray.peak_high > stray.capacity else Surge.BORNE


def advise(
    collision: Collision,
    market: Market,
    first: First,
    stray: StrayVisits | None,
    names: tuple[str, ...] = (),
) -> tuple[Advice, ...]:
    """What to do about a collision, in the order of the rules.

    ``names`` are the domains that the same mistake leads to and that may be registered.
    """
    surge = surge_of(stray)
    values = {
        "domain": _called(collision),
        "since": first.existing or "",
        "peak": _count(stray.peak_per_minute if stray else None),
        "peak_high": _count(stray.peak_high if stray else None),
        "capacity": _count(stray.capacity if stray else None),
    }
    return tuple(
        Advice(
            rule.action,
            _said(rule.says, values),
            names if rule.action == Action.REGISTER else (),
        )
        for rule in RULES
        if rule.holds(
            collision.level,
            market.overlap,
            first.who,
            surge,
            names=bool(names),
            countries=bool(market.new and market.existing),
        )
    )


def advise_intended(collision: Collision) -> tuple[Advice, ...]:
    """What to do where an address that the launch is meant to have is registered already: it may be
    the user's own, or a stranger's."""
    if collision.level not in _BOTH:
        return ()
    return (Advice(Action.CONFIRM_HOLDER, _said(_HELD, {"domain": _called(collision)})),)


def _called(collision: Collision) -> str:
    return spelled(collision.domain or "") or collision.called


def register(names: Sequence[Suggestion], visits: tuple[float, ...] = ()) -> Advice:
    """The advice about the defensive names of a launch as a whole, with their stray visits.

    It does not say of a name that nobody has asked where a registry gave an answer or none.
    """
    if any(name.lookup for name in names):
        says = Says(
            "likely to be typed by mistake; what its registry answered stands beside the"
            " suggestion; whether the cost is worth it is yours to weigh"
            if len(names) == 1
            else "likely to be typed by mistake, the likeliest first; what the registries answered"
            " stands beside the suggestions, about the others nobody has asked; whether the cost is"
            " worth it is yours to weigh"
        )
    else:
        says = Says(
            "likely to be typed by mistake; nobody has asked whether it is registered, and whether"
            " the cost is worth it is yours to weigh"
            if len(names) == 1
            else "likely to be typed by mistake, the likeliest first; nobody has asked whether they"
            " are registered, and whether the cost is worth it is yours to weigh"
        )
    return Advice(Action.REGISTER, says, tuple(name.domain for name in names), visits)


def _said(says: Says, values: dict[str, str]) -> Says:
    used = {key: value for key, value in values.items() if f"{{{key}}}" in says.template}
    return Says(says.template, used)


def _count(value: float | None) -> str:
    if value is None:
        return ""
    return f"{two_figures(value):,.0f}" if value >= 1 else f"{value:.1g}"

"""What a report says of the launch, in a few lines for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from confusables.model import Level, Says
from confusables.names import spelled
from confusables.report.assumption_names import assumption_name
from confusables.report.countries import countries, country_name, language_name
from confusables.report.words import join, number, say, titled
from confusables.results import (
    Action,
    Direction,
    Overlap,
    Who,
    percent_figures,
    visits_figures,
    visits_said,
)
from confusables.territories import languages_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from confusables.results import Advice, Assumption, Collision, First, Market, StrayVisits

__all__ = ["assumed", "figures", "lines", "short", "visits", "where", "worth_registering"]

_OFFICIAL = frozenset({"o", "d"})  # by law, or in fact
_GROUPED = 1000  # from here on figures stand in groups of three

_OVERLAP = {
    Overlap.SAME_COUNTRY: Says("a country in common"),
    Overlap.SHARED_LANGUAGE: Says("a shared language, {languages}"),
    Overlap.GENERIC_SUFFIX: Says("an ending that is used in all countries"),
    Overlap.NONE: Says("no market in common"),
    Overlap.NOT_KNOWN: Says("not known whether their markets meet"),
}
_WHO = {
    Who.EXISTING: Says("the existing name was first"),
    Who.NEW: Says("the new name was first"),
    Who.NOT_KNOWN: Says("not known which was first"),
}
_ACTION = {
    Action.CHOOSE_ANOTHER: Says("choose another name"),
    Action.REGISTER: Says("consider registering {names}"),
    Action.WRITE_TO_HOLDER: Says("write to the holder before launch"),
    Action.DISAMBIGUATE: Says("point to the other site on your page"),
    Action.SEARCH_TERMS: Says("plan search and advertising terms"),
    Action.WARN_HOST: Says("warn the host of the existing site of a surge"),
    Action.GEOGRAPHIC: Says("set your country apart"),
    Action.ASK_LAWYER: Says("ask a trademark lawyer"),
    Action.CONFIRM_HOLDER: Says("make sure whose it is"),
}
_DIRECTION = {
    Direction.REVERSE: Says("the newcomer is the larger of the two (reverse confusion)"),
    Direction.FORWARD: Says("the existing name is the larger of the two (forward confusion)"),
}


_RARE = Says(
    "however alike the two are, hardly anybody types this very address for yours by mistake"
)


def lines(found: Collision, lang: str, *, explain: bool) -> list[Text]:
    """The layers of a collision for the terminal; with ``explain`` reasons and assumptions too."""
    shown = []
    if found.market and found.first:
        shown.append(Text(where(found.market, found.first, lang), "dim"))
    shown += map(Text, visits(found, lang))
    if found.stray_visits and explain:
        shown += [Text(f"  {line}", "dim") for line in assumed(found.stray_visits, lang)]
    if found.advice and explain:
        shown += [
            Text(f"→ {titled(short(a, lang), say(a.says, lang), lang)}") for a in found.advice
        ]
    elif found.advice:
        told = [short(a, lang) for a in found.advice if a.action != Action.REGISTER]
        shown.append(Text("→ " + join(told, lang)))
    return shown


def worth_registering(found: Iterable[Advice], lang: str) -> list[Text]:
    """The defensive names of a launch, where there are any."""
    template = Says(
        "Typed often enough, by our estimate, to consider registering those that are not registered"
        " yet:"
    )
    return [
        Text(f"{say(template, lang)} {', '.join(_weighed(advice, lang))}")
        for advice in found
        if advice.action == Action.REGISTER
    ]


def _weighed(found: Advice, lang: str) -> list[str]:
    """The domains of an advice, each with its expected visits where they are known."""
    if not found.visits:
        return list(map(spelled, found.domains))
    told = []
    for domain, count in zip(found.domains, found.visits, strict=True):
        values = {"domain": spelled(domain), "visits": visits_figures(count)}
        weighed = Says(
            "{domain} (about one visit)"
            if values["visits"] == "1"
            else "{domain} (about {visits} visits)",
            values,
        )
        told.append(say(weighed, lang))
    return told


def where(market: Market, first: First, lang: str) -> str:
    """The countries of both sides, how they meet, and who was first."""
    who = say(_WHO[first.who], lang)
    if market.new and set(market.new) == set(market.existing):
        same = Says("the same country" if len(market.new) == 1 else "the same countries")
        return join(
            [titled(say(same, lang), _countries(market.new, market, lang), lang), who], lang
        )
    meet = _meeting(market, lang)
    if market.new or market.existing:
        sides = " / ".join(_countries(side, market, lang) for side in (market.new, market.existing))
    else:
        sides = say(Says("countries not known"), lang)
    return titled(sides, join([meet, who], lang), lang)


def _meeting(market: Market, lang: str) -> str:
    """How both sides meet, in words."""
    if market.overlap == Overlap.GENERIC_SUFFIX and not (market.new and market.existing):
        if market.new:
            unknown = Says("its ending does not tell where the existing name is active")
        elif market.existing:
            unknown = Says("where yours is launched is not known (--market tells it)")
        else:
            unknown = Says("no ending tells where the two are active")
        return say(unknown, lang)
    overlap = _OVERLAP[market.overlap]
    if "{" not in overlap.template:
        return say(overlap, lang)
    languages = ", ".join(_shared(code, market, lang) for code in market.shared_languages)
    return say(Says(overlap.template, {"languages": languages}), lang)


def _shared(language: str, market: Market, lang: str) -> str:
    """A language that both sides have, and by how many it is spoken where it is official in none
    of a side's countries."""
    told = []
    for side in (market.new, market.existing):
        spoken = [(s, code) for code in side for s in languages_of(code) if s.language == language]
        if not spoken or any(s.status in _OFFICIAL for s, _ in spoken):
            continue
        share, code = max((s.share, code) for s, code in spoken)
        values = {"country": country_name(code, lang), "percent": percent_figures(share)}
        told.append(say(Says("{country}: {percent} % speak it", values), lang))
    name = language_name(language, lang)
    return f"{name} ({join(told, lang)})" if told else name


def _countries(codes: Sequence[str], market: Market, lang: str) -> str:
    """Countries of one side, those that both have first."""
    if not codes:
        return say(Says("country not known"), lang)
    return countries(codes, set(market.new) & set(market.existing), lang)


def visits(collision: Collision, lang: str) -> list[str]:
    """The stray visits in one or two sentences, of an address that may be the user's own in case it
    is not; none where they are not known."""
    if collision.stray_visits is None:
        return []
    first, *more = _visits(collision.stray_visits, lang)
    if any(advice.action == Action.CONFIRM_HOLDER for advice in collision.advice):
        first = say(Says("if it is not yours, {visits}", {"visits": first}), lang)
    if collision.level == Level.WARN and collision.stray_visits.are_rare:
        more.append(say(_RARE, lang))
    return [first, *more]


def _visits(found: StrayVisits, lang: str) -> list[str]:
    told = [say(visits_said(found.low, found.middle, found.high), lang)]
    if found.high < 1:
        return told
    if found.peak_per_minute is not None:
        peaks = {
            "middle": visits_figures(found.peak_per_minute),
            "high": visits_figures(found.peak_high or 0.0),
        }
        told.append(say(Says("at the peak {middle} a minute, at worst {high}", peaks), lang))
        if found.capacity is None:
            told.append(say(Says("how many the site can take is not known"), lang))
        else:
            capacity = Says(
                "the capacity given is {capacity} a minute"
                if found.capacity_is_given
                else "by its rank the site can take about {capacity} a minute",
                {"capacity": visits_figures(found.capacity)},
            )
            told.append(say(capacity, lang))
    texts = [join(told, lang)]
    if found.direction in _DIRECTION:
        larger = say(_DIRECTION[found.direction], lang)
        if found.capacity_is_given:
            larger = say(Says("by the capacity given {larger}", {"larger": larger}), lang)
        texts.append(larger)
    return texts


def short(found: Advice, lang: str) -> str:
    """An advice in a few words."""
    action = _ACTION[found.action]
    names = ", ".join(map(spelled, found.domains))
    if "{" in action.template:
        return say(Says(action.template, {"names": names}), lang)
    return f"{say(action, lang)} ({names})" if names else say(action, lang)


def assumed(found: StrayVisits, lang: str) -> list[str]:
    """What an estimate assumes, each with its figures (low / middle / high) and its source."""
    return [
        titled(
            f"{assumption_name(a.name, lang)} {figures(a, lang)}".rstrip(), say(a.says, lang), lang
        )
        for a in found.assumptions
    ]


def figures(found: Assumption, lang: str) -> str:
    """The value of an assumption, or its low, middle and high; empty where it is not known."""
    if found.value is None:
        return ""
    values = found.value if isinstance(found.value, tuple) else (found.value,)
    return " / ".join(
        number(f"{value:,.0f}" if value >= _GROUPED else f"{value:.3g}", lang) for value in values
    )

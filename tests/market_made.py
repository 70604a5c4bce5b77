"""Collisions, reports and the like made by hand, for the tests of the launch."""

from __future__ import annotations

import math

from confusables.market.markets import Reach
from confusables.model import Kind, Level, Registration, Says
from confusables.names import parse
from confusables.report import Report
from confusables.report.data import Made
from confusables.results import Collision, Coverage, First, Market, Overlap, Suggestion, Who
from confusables.score import Thresholds

__all__ = ["collision", "market", "reach", "registration", "report", "suggestion", "who"]


def registration(domain="monpanierbleu.com", **more) -> Registration:
    return Registration(domain, **more)


def collision(
    domain="monpanierbleu.com", *, level=Level.WARN, probability=0.9, kind=Kind.DETERMINER, **more
) -> Collision:
    bits = math.log2(probability / (1 - probability))
    label, _, suffix = (domain or "name").partition(".")
    return Collision(
        domain=domain if suffix else None,
        unicode=domain or "name",
        label=label,
        name=None,
        level=level,
        probability=probability,
        prior_bits=bits,
        bits=bits,
        kind=kind,
        terms=(),
        registration=registration(domain if suffix else None, **more),
    )


def market(overlap: Overlap) -> Market:
    return Market(("CA",), ("FR",), ("fr",), ("fr",), ("fr",), overlap)


def who(found: Who) -> First:
    return First(found, "2020-04-05", "2017-06", Says("as told"))


def suggestion(domain, *, probability=0.9, kind=Kind.DETERMINER, lookup=None) -> Suggestion:
    return Suggestion(domain, probability, kind, Says("as told"), lookup)


def reach(countries=(), languages=(), *, open_to_all=False) -> Reach:
    return Reach(tuple(countries), tuple(languages), open_to_all)


def report(
    text="lepanierbleu.ca", collisions=(), *, existing=None, suggestions=(), **more
) -> Report:
    collisions = tuple(collisions)
    level = collisions[0].level if collisions else Level.NONE_FOUND
    return Report(
        name=parse(text),
        markets=more.get("markets", ("CA",)),
        readings=more.get("readings", ()),
        level=Level.NONE_FOUND if level == Level.BELOW else level,
        existing=existing,
        collisions=collisions,
        own=more.get("own", ()),
        accepted=more.get("accepted", ()),
        suggestions=tuple(suggestions),
        coverage=Coverage((), ()),
        thresholds=Thresholds(0.5, 0.2),
        intended=more.get("intended", ()),
        made=Made("2026-11-26T12:00:00Z", "0", "judged", "17.0", "2026"),
    )

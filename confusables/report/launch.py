"""What a report says of the launch as plain data, for its JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from confusables.report.words import say

if TYPE_CHECKING:
    from confusables.results import Advice, Assumption, Collision, First, Market, StrayVisits

__all__ = ["advice", "collision"]


def collision(found: Collision, lang: str) -> dict[str, Any]:
    """The members of a collision's JSON object that stand beside the probability."""
    return {
        "market": _market(found.market) if found.market else None,
        "first": _first(found.first, lang) if found.first else None,
        "stray_visits": _stray(found.stray_visits, lang) if found.stray_visits else None,
        "advice": [advice(a, lang) for a in found.advice],
    }


def advice(found: Advice, lang: str) -> dict[str, Any]:
    """One advice as plain data; ``domains`` are those that it speaks of."""
    shown = {
        "action": str(found.action),
        "because": say(found.says, lang),
        "domains": list(found.domains),
    }
    return shown | {"stray_visits": list(found.visits)} if found.visits else shown


def _market(found: Market) -> dict[str, Any]:
    return {
        "new": list(found.new),
        "existing": list(found.existing),
        "new_languages": list(found.new_languages),
        "existing_languages": list(found.existing_languages),
        "shared_languages": list(found.shared_languages),
        "overlap": str(found.overlap),
    }


def _first(found: First, lang: str) -> dict[str, Any]:
    return {
        "who": str(found.who),
        "new": found.new,
        "existing": found.existing,
        "because": say(found.says, lang),
    }


def _stray(found: StrayVisits, lang: str) -> dict[str, Any]:
    return {
        "low": found.low,
        "middle": found.middle,
        "high": found.high,
        "peak_per_minute": found.peak_per_minute,
        "peak_low": found.peak_low,
        "peak_high": found.peak_high,
        "capacity": found.capacity,
        "direction": str(found.direction),
        "assumptions": [_assumption(a, lang) for a in found.assumptions],
    }


def _assumption(found: Assumption, lang: str) -> dict[str, Any]:
    value = list(found.value) if isinstance(found.value, tuple) else found.value
    return {"name": found.name, "value": value, "source": say(found.says, lang)}

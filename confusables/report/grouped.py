"""What holds of several names, said once: advice by its reason, suggestions by their mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from confusables.model import Says
from confusables.names import spelled
from confusables.report.asked import answered
from confusables.report.launch_text import short
from confusables.report.words import kind_name, say, titled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from confusables.results import Advice, Collision, Suggestion

__all__ = ["Counsel", "counsels", "shorts", "suggested"]

_NAMED = 4  # names that one advice speaks of, the others are counted


class Counsel(NamedTuple):
    """One thing to do, and why."""

    short: str
    because: str


def shorts(found: Collision, lang: str) -> list[str]:
    """What to do about one collision, in a few words each."""
    return [short(advice, lang) for advice in found.advice]


def counsels(collisions: Iterable[Collision], lang: str) -> list[Counsel]:
    """What to do about all collisions, each thing once, with the names that it is said of."""
    alike: dict[tuple[object, ...], tuple[Advice, list[str]]] = {}
    for collision in collisions:
        for advice in collision.advice:
            others = {k: v for k, v in advice.says.values.items() if k != "domain"}
            key = (advice.action, advice.domains, advice.says.template, *others.items())
            _, names = alike.setdefault(key, (advice, []))
            names.append(advice.says.values.get("domain", ""))
    return [_counsel(advice, names, lang) for advice, names in _by_action(alike.values())]


def _by_action(
    found: Iterable[tuple[Advice, list[str]]],
) -> list[tuple[Advice, list[str]]]:
    """The advice of one action beside one another, the actions as they are first met."""
    by_action: dict[object, list[tuple[Advice, list[str]]]] = {}
    for advice, names in found:
        by_action.setdefault(advice.action, []).append((advice, names))
    return [one for group in by_action.values() for one in group]


def _counsel(advice: Advice, names: Sequence[str], lang: str) -> Counsel:
    values = dict(advice.says.values)
    if "domain" in values:
        more = [f"+{len(names) - _NAMED}"] if len(names) > _NAMED else []
        values["domain"] = ", ".join([*names[:_NAMED], *more])
    because = say(Says(advice.says.template, values), lang)
    return Counsel(short(advice, lang), titled("", because, lang))


def suggested(found: Iterable[Suggestion], lang: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Suggestions by the mistake that leads to them: its name, then each with what its registry
    answered, empty where nobody asked."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in found:
        told = answered(one.lookup, one.domain, lang) if one.lookup else ""
        groups.setdefault(kind_name(one.kind, lang), []).append((spelled(one.domain), told))
    return list(groups.items())

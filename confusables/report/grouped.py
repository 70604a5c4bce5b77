"""What holds of several names, said once: advice by its reason, suggestions by their mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from confusables.model import Says
from confusables.names import spelled
from confusables.report.asked import answered
from confusables.report.launch_text import short
from confusables.report.words import kind_name, say, titled
from confusables.results import Action

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from confusables.results import Advice, Collision, Suggestion

__all__ = ["Counsel", "counsels", "shorts", "suggested"]

_ORDER = {action: at for at, action in enumerate(Action)}
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
    alike: dict[tuple[object, ...], list[Advice]] = {}
    for collision in collisions:
        for advice in collision.advice:
            key = (advice.action, advice.domains, advice.says.template)
            alike.setdefault(key, []).append(advice)
    groups = sorted(alike.values(), key=lambda group: _ORDER[group[0].action])
    return [_counsel(group, lang) for group in groups]


def _counsel(group: Sequence[Advice], lang: str) -> Counsel:
    """Advice of one template as one: said of all names together, or with the figures of the first
    of them (of the most visits) where each name has its own."""
    first = max(group, key=_peak)
    others = [advice for advice in group if advice is not first]
    if all(_figures(advice) == _figures(first) for advice in others):
        values = first.says.values
        if "domain" in values:
            values = {**values, "domain": _names(group)}
        because = say(Says(first.says.template, values), lang)
    else:
        told = {"because": say(first.says, lang), "names": _names(others)}
        because = say(Says("{because}; the same, with other figures, for {names}", told), lang)
    return Counsel(short(first, lang), titled("", because, lang))


def _figures(advice: Advice) -> dict[str, str]:
    return {name: value for name, value in advice.says.values.items() if name != "domain"}


def _peak(advice: Advice) -> float:
    """The visits that a sentence tells; zero for others, of which the first is taken."""
    values = advice.says.values
    return float((values.get("peak_high") or values.get("peak") or "0").replace(",", ""))


def _names(group: Sequence[Advice]) -> str:
    names = [advice.says.values["domain"] for advice in group]
    more = [f"+{len(names) - _NAMED}"] if len(names) > _NAMED else []
    return ", ".join([*names[:_NAMED], *more])


def suggested(found: Iterable[Suggestion], lang: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Suggestions by the mistake that leads to them: its name, then each with what its registry
    answered, empty where nobody asked."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in found:
        told = answered(one.lookup, one.domain, lang) if one.lookup else ""
        groups.setdefault(kind_name(one.kind, lang), []).append((spelled(one.domain), told))
    return list(groups.items())

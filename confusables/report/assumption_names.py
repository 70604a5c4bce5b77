"""The assumptions of the stray visits in plain words, each with the name by which --assume sets
it."""

from __future__ import annotations

from confusables.model import Kind, Says
from confusables.report.words import kind_name, say

__all__ = ["assumption_name"]

_WRONG = "wrong-name-"
_NAMES = {
    "launch-visits": Says("visits of the first day (--launch-visits)"),
    "probability": Says("probability"),
    "from-memory": Says("share that type an address from memory (from-memory)"),
    "no-more-than-typed": Says("share left when all mistakes are counted together"),
    "ending-same": Says("share that type this ending (ending-same)"),
    "ending-com": Says("share that type .com instead (ending-com)"),
    "ending-of-market": Says("share that type an ending of the country instead (ending-of-market)"),
    "ending-net-org": Says("share that type .net or .org instead (ending-net-org)"),
    "ending-other": Says("share that type this other ending (ending-other)"),
    "ending-not-known": Says("share that type the ending, which is not known (ending-not-known)"),
    "from-broadcast": Says("share that the broadcast causes (from-broadcast)"),
    "half-life-minutes": Says("minutes until interest is half as large (half-life-minutes)"),
    "visits-of-first-rank": Says("visits a day of the most popular site (visits-of-first-rank)"),
    "headroom": Says("times its usual visits that a site can take (headroom)"),
    "neighbour-capacity": Says("visits a minute that the site can take (--neighbour-capacity)"),
}


def assumption_name(name: str, lang: str) -> str:
    """What an assumption is about."""
    if name in _NAMES:
        return say(_NAMES[name], lang)
    if not name.startswith(_WRONG):
        return name
    kind = kind_name(Kind(name.removeprefix(_WRONG)), lang)
    says = Says("share that make this mistake, {kind} ({name})", {"kind": kind, "name": name})
    return say(says, lang)

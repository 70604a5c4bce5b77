"""The usual row of a list, read fast: a plain host under a listed suffix.

``host`` gives what ``names.parse`` gives for the same text, or None where only ``parse`` knows;
a property test holds the two together.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from confusables.names import GOVERNMENT, suffix_rules

__all__ = ["Host", "host"]

_PLAIN = re.compile(
    r"(?:https?://)?((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9])/?"
)


class Host(NamedTuple):
    """The registrable label (plain ASCII) and its suffix, and whether the host stands below it."""

    label: str
    suffix: str
    below: bool


class _Rules(NamedTuple):
    simple: frozenset[str]
    """Suffixes with no rule for what stands before them that is not a plain one."""
    taken: frozenset[str]
    """Names that are a suffix themselves, or the end of one."""


@cache
def _rules() -> _Rules:
    rules = {rule for rule in suffix_rules() if rule.isascii()}
    wild = {rule[2:] for rule in rules if rule.startswith("*.")}
    plain = {rule for rule in rules if not rule.startswith(("*.", "!"))}
    taken = set()
    for rule in rules:
        part = rule.lstrip("*!").removeprefix(".")
        while part:
            taken.add(part)
            _, _, part = part.partition(".")
    return _Rules(frozenset(plain - wild), frozenset(taken))


def host(text: str) -> Host | None:
    """The label and suffix of a plain host or origin; None for anything else."""
    found = _PLAIN.fullmatch(text.strip().lower())
    if not found or len(found[1]) > 253 or "xn--" in found[1]:
        return None
    simple, taken = _rules()
    *parts, suffix = found[1].split(".")
    while parts:
        label = parts.pop()
        whole = f"{label}.{suffix}"
        if whole not in taken:
            usual = suffix in simple and not (parts and label in GOVERNMENT)
            return Host(label, suffix, parts not in ([], ["www"])) if usual else None
        suffix = whole
    return None

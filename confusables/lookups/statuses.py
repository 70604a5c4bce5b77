"""Statuses of a domain, from the words of WHOIS and RDAP to EPP's camelCase names."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from confusables.clean import clean
from confusables.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["set_aside", "statuses", "words"]

_EPP_NAMES = """
addPeriod autoRenewPeriod clientDeleteProhibited clientHold clientRenewProhibited
clientTransferProhibited clientUpdateProhibited inactive ok pendingCreate pendingDelete
pendingRenew pendingRestore pendingTransfer pendingUpdate redemptionPeriod renewPeriod
serverDeleteProhibited serverHold serverRenewProhibited serverTransferProhibited
serverUpdateProhibited transferPeriod transferProhibited deleteProhibited updateProhibited
renewProhibited
"""
_EPP = {name.casefold(): name for name in _EPP_NAMES.split()}
_SAME = {"active": "ok", "redemption": "redemptionPeriod", "associated": "ok"}
_MARKS = re.compile(r"[\s_-]+")
_BETWEEN = re.compile(r"[,;]| / |(?<=Prohibited) (?=\w{1,80}Prohibited)")
_LINK = re.compile(r"https?://|//|www\.", re.IGNORECASE)
_MOST, _LONGEST = 200, 1000
"""Statements that are looked at, and characters of each: what a stranger sends has no end."""
_KEPT = 30
# Statuses of a name as a whole: one that says "transfer blocked" is a registration's.
_SET_ASIDE = re.compile(
    r"(?!.*(?:transfer|updat|delet|renew|chang))"
    r"(?:(?:registry|registration|server|domain|name|string|is|permanently)[\s_-]*)*"
    r"(?P<state>reserved|blocked|invalid)"
    r"(?:[\s_-]*(?:by|for|in|as|name|domain|string|word).*)?",
    re.IGNORECASE,
)
_REASONS = {
    "blocked": Reason.BLOCKED,
    "reserved": Reason.RESERVED,
    "invalid": Reason.INVALID_NAME,
}


def statuses(stated: Iterable[str]) -> tuple[str, ...]:
    """The statuses, each once and in order: EPP names where they map, else as stated."""
    found: dict[str, None] = {}
    for text in _parts(stated):
        if len(found) >= _KEPT:
            break
        found[_named(text)] = None
    return tuple(found)


def set_aside(stated: Iterable[str]) -> Reason | None:
    """Why a name with these statuses is held by nobody: reserved, blocked or invalid; else None."""
    matched = (_SET_ASIDE.fullmatch(_bare(text)) for text in _parts(stated))
    said = {found["state"].casefold() for found in matched if found}
    return next((reason for state, reason in _REASONS.items() if state in said), None)


def words(stated: Iterable[str]) -> frozenset[str]:
    """The statuses as they are compared: lower case, without blanks, marks, what is in brackets."""
    return frozenset(_MARKS.sub("", _bare(text)).casefold() for text in _parts(stated))


def _parts(stated: Iterable[str]) -> Iterator[str]:
    """Each status of what is stated, without links."""
    for line in islice(stated, _MOST):
        for part in _BETWEEN.split(clean(line[:_LONGEST], _LONGEST)):
            link = _LINK.search(part)
            text = clean(part[: link.start()] if link else part, 80).strip(" .-–()[]<>")
            if text.strip("…"):
                yield text


def _bare(text: str) -> str:
    return text.partition("(")[0].partition("[")[0].rstrip()


def _named(text: str) -> str:
    bare = _bare(text)
    for form in (text, bare, bare.split(" ")[0], bare.partition(" - ")[0]):
        key = _MARKS.sub("", form).casefold()
        if key in _EPP:
            return _EPP[key]
    return _SAME.get(_MARKS.sub("", bare).casefold(), bare or text)

"""Statuses of a domain, from the words of WHOIS and RDAP to EPP's camelCase names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from confusables.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["statuses"]

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
_LINK = re.compile(r"[\s(\[<]*(?:https?://|//|www\.)\S*.*$", re.IGNORECASE)


def statuses(stated: Iterable[str], *, limit: int = 30) -> tuple[str, ...]:
    """The statuses, each once and in order: EPP names where they map, else as stated."""
    found: dict[str, None] = {}
    for line in stated:
        for part in re.split(r"\s*[,;]\s*|\s+/\s+|(?<=Prohibited)\s+(?=\w+Prohibited)", line):
            text = clean(_LINK.sub("", part), 80).strip(" .-–()[]")
            if text and len(found) < limit:
                found[_named(text)] = None
    return tuple(found)


def _named(text: str) -> str:
    bare = re.sub(r"\s*[(\[].*$", "", text)
    for form in (text, bare, bare.split(" ")[0], bare.partition(" - ")[0]):
        key = _MARKS.sub("", form).casefold()
        if key in _EPP:
            return _EPP[key]
    return _SAME.get(_MARKS.sub("", bare).casefold(), bare or text)

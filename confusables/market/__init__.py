"""The launch: its markets, who was first, the harm and what to do. No part of the probability.

Layers beside the score, each with its assumptions shown and changeable: ``markets`` (where a name
is used and where two of them meet), ``first`` (who was there first), ``harm`` (visits that go
astray), ``advice`` (rules for what to do), ``choose`` (candidates side by side) and ``notice`` (a
letter to the holder). ``layered`` puts them on a report.
"""

from __future__ import annotations

from confusables.market.assumptions import Launch
from confusables.market.beside import layered
from confusables.market.choose import Candidate, choose
from confusables.market.markets import country_of_suffix
from confusables.market.notice import Notice, notice

__all__ = [
    "Candidate",
    "Launch",
    "Notice",
    "choose",
    "country_of_suffix",
    "layered",
    "notice",
]

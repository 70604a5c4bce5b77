"""The launch: its markets, who was first, the harm and what to do. No part of the probability.

Layers beside the score, each with its assumptions shown and changeable: ``markets`` (where a name
is used and where two of them meet), ``first`` (who was there first), ``harm`` (visits that go
astray), ``advice`` (rules for what to do), ``choose`` (candidates side by side) and ``notice`` (a
letter to the holder). ``beside`` puts them on a collision.
"""

from __future__ import annotations

from confusables.market.assumptions import Launch
from confusables.market.beside import Context, beside, defensive
from confusables.market.choose import Candidate, choose
from confusables.market.markets import country_of_suffix, reach_of_launch
from confusables.market.notice import Notice, notice

__all__ = [
    "Candidate",
    "Context",
    "Launch",
    "Notice",
    "beside",
    "choose",
    "country_of_suffix",
    "defensive",
    "notice",
    "reach_of_launch",
]

"""The launch: its markets, who was first, the harm and what to do. No part of the probability."""

from __future__ import annotations

from confusables.market.markets import country_of_suffix

__all__ = ["country_of_suffix"]

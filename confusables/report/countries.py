"""Names of countries and languages for people."""

from __future__ import annotations

from confusables.territories import country_name, language_name

__all__ = ["country_name", "language_name"]

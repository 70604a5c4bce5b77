"""Markets: the countries of a name, of its suffix and of its launch. No part of the probability."""

from __future__ import annotations

__all__ = ["country_of_suffix"]

# Country-code suffixes that are no ISO 3166 code of a country, or that no country is meant by.
_OTHERS = {"uk": "GB", "ac": "SH", "su": "RU"}
_NO_COUNTRY = frozenset({"eu"})


def country_of_suffix(suffix: str | None) -> str | None:
    """The country of a suffix's country code, None for others: ``qc.ca`` is CA, ``com`` None."""
    last = (suffix or "").rpartition(".")[2]
    if len(last) != 2 or last in _NO_COUNTRY or not last.isalpha():
        return None
    return _OTHERS.get(last, last.upper())

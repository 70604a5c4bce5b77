"""Names of countries for people."""

from __future__ import annotations

from functools import cache

from confusables.tables import open_table

__all__ = ["country_name"]


@cache
def _names() -> dict[str, str]:
    rows = (line.split("\t") for line in open_table("countries.tsv").decode().splitlines())
    return {row[0]: row[1] for row in rows if len(row) > 1}


def country_name(code: str, lang: str) -> str:  # noqa: ARG001
    """The name of a country (ISO 3166 alpha-2), the code itself for an unknown one."""
    return _names().get(code, code)

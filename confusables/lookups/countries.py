"""Countries as registries write them, to ISO 3166 alpha-2."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from confusables.fold import fold
from confusables.tables import open_table

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["country_code"]


def country_code(text: str) -> str | None:
    """The country's code, or None where the text names no country or several.

    A code, a name in English, or a name with its code ("China (CN)") is read.
    """
    text = text.strip()[:120]
    names = _names()
    codes = frozenset(names.values())
    if len(text) == 2:
        return _alias(text.upper(), codes)
    if found := names.get(_key(text)):
        return found
    if (marked := re.search(r"[(\[]\s*([A-Za-z]{2})\s*[)\]]\s*$", text)) and (
        code := _alias(marked[1].upper(), codes)
    ):
        return code
    parts = {names[key] for part in re.split(r"[(),/;|]", text) if (key := _key(part)) in names}
    if len(parts) == 1:
        return parts.pop()
    start = re.match(r"([A-Z]{2})\s*[-,(]", text)
    return _alias(start[1], codes) if start else None


def _alias(code: str, codes: frozenset[str]) -> str | None:
    code = {"UK": "GB", "EL": "GR"}.get(code, code)
    return code if code in codes else None


def _key(name: str) -> str:
    words = re.sub(r"[^a-z ]+", " ", fold(name).replace("&", " and ")).split()
    return " ".join(word for word in words if word not in {"the", "of", "and"})


@cache
def _names() -> Mapping[str, str]:
    text = open_table("countries.tsv").decode("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {key: code for code, *names in rows for name in names if (key := _key(name))}

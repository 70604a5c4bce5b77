"""``territories.tsv``: the languages of each country.

A line is ``country  languages``, tab-separated: an ISO 3166 alpha-2 code (and XK, Kosovo), then for
each language ``code:share:status``, joined by blanks, the most spoken first. ``code`` is ISO 639
without script (the larger share where CLDR has several scripts of a language), ``share`` the
percentage of people who can use it (a second language counts, so the sum is often above 100),
``status`` is ``o`` official, ``d`` official in fact, ``r`` official in a region, or empty. Kept are
languages of 1 percent at least and the official ones. The first line is ``#`` and the version of
CLDR.
"""

from __future__ import annotations

from steps import Inputs, Step, rows
from steps.records import country

LANGUAGES = "sources/cldr-territory-languages.tsv"
VERSION = "CLDR 49"

_LEAST = 1.0
_STATUS = {"official": "o", "de_facto_official": "d", "official_regional": "r", "": ""}


def _build(inputs: Inputs) -> bytes:
    spoken: dict[str, dict[str, tuple[float, str]]] = {}
    for territory, language, percent, stated in rows(inputs[LANGUAGES], 4):
        if country(territory) != territory:
            continue
        share, status = float(percent), _STATUS[stated]
        code = language.partition("_")[0]
        languages = spoken.setdefault(territory, {})
        before = languages.get(code, (0.0, ""))
        languages[code] = (max(share, before[0]), before[1] or status)
    lines = [f"#{VERSION}"]
    for territory, languages in sorted(spoken.items()):
        kept = sorted(
            (-share, code, status)
            for code, (share, status) in languages.items()
            if share >= _LEAST or status
        )
        shown = " ".join(f"{code}:{-share:g}:{status}" for share, code, status in kept)
        lines.append(f"{territory}\t{shown}")
    return ("\n".join(lines) + "\n").encode("ascii")


STEP = Step("territories.tsv", (LANGUAGES,), _build)

"""``localnames.tsv``: countries and languages as people call them.

A line is ``kind  code  English  French``, tab-separated, sorted: ``kind`` is ``country`` (ISO 3166
alpha-2, and XK, Kosovo) or ``language`` (ISO 639, without script and region). The first line is
``#`` and the version of CLDR.
"""

from __future__ import annotations

from steps import Inputs, Step, rows
from steps.territories import VERSION

NAMES = "sources/cldr-names-en-fr.tsv"


def _build(inputs: Inputs) -> bytes:
    found = sorted(rows(inputs[NAMES], 4))
    for kind, code, *names in found:
        if kind not in ("country", "language") or not code.isascii() or not all(names):
            raise ValueError(f"{kind} {code}")
    lines = [f"#{VERSION}", *("\t".join(row) for row in found)]
    return ("\n".join(lines) + "\n").encode("utf-8")


STEP = Step("localnames.tsv", (NAMES,), _build)

"""``scripts.tsv``: the scripts of characters, by ranges.

The first line is ``#`` and the Unicode version. Every other line is ``first  last  script  with``,
tab-separated: the ends of a range in hexadecimal, the value of the property Script (its long name,
Latin), and those of Script_Extensions joined by blanks, empty where they are the script alone.
Sorted; characters of Common and Inherited stand here only if they have extensions, with an empty
``script``; unassigned ones never.
"""

from __future__ import annotations

import json

from steps import Inputs, Step
from steps.skeleton import PROPERTIES

_NONE = ("Common", "Inherited", "Unknown")


def _build(inputs: Inputs) -> bytes:
    properties = json.loads(inputs[PROPERTIES])
    names = {script["iso"]: script["name"] for script in properties["scripts"]}
    names |= {"Zyyy": "Common", "Zinh": "Inherited", "Zzzz": "Unknown"}
    extended = {
        code: " ".join(sorted(names[iso] for iso in isos))
        for first, last, isos in properties["scxRanges"]
        for code in range(first, last + 1)
    }
    ranges: list[tuple[int, int, str, str]] = []
    for first, last, iso in sorted(properties["scriptRanges"]):
        script = "" if names[iso] in _NONE else names[iso]
        for code in range(first, last + 1):
            several = extended.get(code, "")
            kinds = script, "" if several == script else several
            if not any(kinds):
                continue
            if ranges and ranges[-1][1] == code - 1 and ranges[-1][2:] == kinds:
                ranges[-1] = (ranges[-1][0], code, *kinds)
            else:
                ranges.append((code, code, *kinds))
    lines = [f"#{properties['unicodeVersion']}"]
    lines += [f"{first:04X}\t{last:04X}\t{a}\t{b}" for first, last, a, b in ranges]
    return ("\n".join(lines) + "\n").encode("ascii")


STEP = Step("scripts.tsv", (PROPERTIES,), _build)

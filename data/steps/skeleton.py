"""``skeleton.json``: the whole table of look-alike characters of Unicode's UTS 39.

An object of ``unicode``, the version, and ``prototypes``: for each prototype (one character or
several: rn) the characters that look like it, in one string. The characters of the empty prototype
are the default ignorable ones, which a skeleton leaves out. ASCII, one prototype a line, sorted.
"""

from __future__ import annotations

import json

from steps import Inputs, Step

PROTOTYPES = "sources/uts39-prototypes-17.0.0.json"
PROPERTIES = "sources/ucd-scripts-17.0.0.json"


def _build(inputs: Inputs) -> bytes:
    properties = json.loads(inputs[PROPERTIES])
    alike: dict[str, list[int]] = {"": []}
    stated = json.loads(inputs[PROTOTYPES])
    if len(stated) != properties["mappingCount"]:
        raise ValueError(f"{len(stated)} mappings, {properties['mappingCount']} were announced")
    for code, prototype in stated.items():
        alike.setdefault(prototype, []).append(int(code))
    for first, last in properties["defaultIgnorable"]:
        alike[""].extend(code for code in range(first, last + 1) if str(code) not in stated)
    lines = [
        f"{json.dumps(prototype)}: {json.dumps(''.join(map(chr, sorted(alike[prototype]))))}"
        for prototype in sorted(alike)
    ]
    version = json.dumps(properties["unicodeVersion"])
    table = f'{{"unicode": {version}, "prototypes": {{\n' + ",\n".join(lines) + "\n}}\n"
    return table.encode("ascii")


STEP = Step("skeleton.json", (PROTOTYPES, PROPERTIES), _build)

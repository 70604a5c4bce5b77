"""Take the keyboard layouts that `steps/keyboards.py` names out of xkeyboard-config.

    python data/take_layouts.py [FOLDER]

FOLDER holds the symbol files, of the release that the name of the file in `data/sources/` states
(Debian: xkb-data, which puts them in /usr/share/X11/xkb/symbols). Taken are the sections of
`LAYOUTS` and what they include, without comments, the name of the file before that of the section.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from pathlib import Path

DATA = Path(__file__).resolve().parent
for folder in (DATA.parent, DATA):
    sys.path.insert(0, str(folder))

from steps.keyboards import LAYOUTS, SECTION, SYMBOLS, included  # noqa: E402 (needs the path above)

from confusables.files import put  # noqa: E402 - after the path above

_INSTALLED = Path("/usr/share/X11/xkb/symbols")


def sections(folder: Path) -> dict[str, str]:
    """The sections that the layouts need, by their names."""
    found: dict[str, str] = {}
    wanted = list(LAYOUTS.values())
    while wanted:
        place = wanted.pop()
        if place in found:
            continue
        file, _, section = place.removesuffix(")").partition("(")
        text = (folder / file).read_text("utf-8")
        bodies = dict(SECTION.findall(text))
        if section not in bodies:
            raise SystemExit(f"{folder / file}: no section {section}; it has {', '.join(bodies)}")
        lines = (re.sub(r"[ \t]*//.*", "", line).rstrip() for line in bodies[section].split("\n"))
        found[place] = "\n".join(line for line in lines if line)
        wanted += included(found[place])
    return found


def main() -> None:
    """Write the file, and say its digest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=_INSTALLED)
    found = sections(parser.parse_args().folder)
    texts = (f'xkb_symbols "{place}" {{\n{body}\n}};\n' for place, body in sorted(found.items()))
    content = "\n".join(texts).encode("ascii")
    put(DATA / SYMBOLS, content)
    print(f"{SYMBOLS}: {len(found)} sections, sha256 {hashlib.sha256(content).hexdigest()}")


if __name__ == "__main__":
    main()

"""Take the rules of the Public Suffix List out of a release of the PyPI package publicsuffixlist.

    python data/take_suffixes.py FILE

FILE is `publicsuffixlist/public_suffix_list.dat` of the release that `data/sources.toml` states.
Taken are the licence, the version and the rules between the markers of the two sections; all other
comments, which name the people who sent in a rule, are left out.
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

from steps.public_suffixes import SOURCE  # noqa: E402 - after the path above

from confusables.files import put  # noqa: E402 - after the path above
from confusables.suffix_list import checked  # noqa: E402 - after the path above

_KEPT = re.compile(r"// (?:VERSION|COMMIT|===(?:BEGIN|END) \w+ DOMAINS===)")


def rules(text: str) -> str:
    """The list without comments but its head's first, the version and the markers."""
    head, _, rest = text.partition("\n\n")
    kept = [line.strip() for line in rest.splitlines()]
    kept = [line for line in kept if line and (not line.startswith("//") or _KEPT.match(line))]
    return "\n".join([head, "", *kept, ""])


def main() -> None:
    """Write the file, and say its digest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", type=Path)
    file = parser.parse_args().file
    try:
        content = rules(checked(file.read_bytes())).encode()
    except ValueError as error:
        raise SystemExit(f"{file}: not the Public Suffix List") from error
    put(DATA / SOURCE, content)
    print(f"{SOURCE}: sha256 {hashlib.sha256(content).hexdigest()}")


if __name__ == "__main__":
    main()

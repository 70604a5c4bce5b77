"""Reads the README's blocks; run as a script it writes the sample output anew.

python tests/readme.py
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

__all__ = ["README", "Block", "blocks", "comparable", "real_output", "sample"]

README = Path(__file__).resolve().parents[1] / "README.md"
_OLD = re.compile(r" +• [^•]*?over\s+a\s+year\s+old[^•]*?\n(?= +•|\n)")
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block: its kind, its text, and the heading it stands under."""

    kind: str
    text: str
    heading: str


def blocks(text: str | None = None) -> list[Block]:
    """The fenced blocks in order."""
    text = README.read_text("utf-8") if text is None else text
    found = []
    for fence in _FENCE.finditer(text):
        headings = re.findall(r"^## (.*)$", text[: fence.start()], re.MULTILINE)
        found.append(Block(fence[1], fence[2], headings[-1] if headings else ""))
    return found


def sample() -> str:
    """The sample output as the README has it."""
    return next(block.text for block in blocks() if block.kind == "text")


def real_output() -> str:
    """What the README's first command prints."""
    import confusables

    return confusables.check("lepanierbleu.ca").to_text()


def comparable(output: str) -> str:
    """The output without what changes with every build of the corpus, how many, as of when, and
    with the day: what is over a year old."""
    told = re.sub(_OLD, "", output)
    return re.sub(r"[\d,]+ names in “shipped”, as of \d{4}-\d\d-\d\d", "N names", told)


def main() -> int:
    """Write the sample output anew."""
    text = README.read_text("utf-8")
    start, end = next(f.span(2) for f in _FENCE.finditer(text) if f[1] == "text")
    README.write_text(text[:start] + real_output() + text[end:], "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

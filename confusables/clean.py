"""Make text from a stranger fit to be shown: on a terminal, in a spreadsheet."""

from __future__ import annotations

import unicodedata

__all__ = ["clean", "defuse", "whole"]

# Format characters that hide, join or reorder text; those of category Cf are dropped as a whole.
_HIDDEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_FORMULA = "=+-@\t\r\n＝＋－＠"
_SPACES = frozenset({"Zs", "Zl", "Zp"})


def clean(text: str, limit: int = 300) -> str:
    """The text on one line, at most ``limit`` characters, without what acts instead of showing.

    Goes: control characters (escape sequences lose their ESC), bidi marks, zero-width and other
    format characters, variation selectors, lone surrogates, private and unassigned characters.
    Every white space becomes one blank.
    """
    kept = []
    for char in text[: limit * 20]:
        if char in "\t\n\r\v\f\x85":
            kept.append(" ")
            continue
        category = unicodedata.category(char)
        if category in _SPACES:
            kept.append(" ")
        elif category not in _DROPPED and char not in _HIDDEN and not _is_selector(char):
            kept.append(char)
    line = " ".join("".join(kept).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def defuse(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula."""
    start = cell.lstrip(" \u00a0\u3000")[:1]
    return f"'{cell}" if start and start in _FORMULA else cell


def whole(text: str) -> str:
    """The text as UTF-8 can hold it: half characters, as undecoded bytes are read, written out."""
    return text.encode("utf-8", "backslashreplace").decode()


def _is_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"

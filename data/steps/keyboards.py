"""``keyboards.tsv``: which letters and digits lie beside each other on a keyboard.

A line is ``layout  character  neighbours``, tab-separated, the neighbours in one string in the
order of their code points. The first line begins with ``#``. Sorted by layout, then character.

Taken are the four rows of keys of a layout in xkeyboard-config, and of each key what it gives alone
and with Shift, as far as these are letters or digits (lower case; é and ñ where the key has them,
no dead keys, nothing with AltGr). Keys are neighbours where their middles are at most one key
apart along a row, or lie in rows above one another and less than one key apart sidewise (rows are
shifted by 1/2, 1/4 and 1/2 of a key). Two characters of one key (é and 2 on azerty) are neighbours.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from steps import Inputs, Step

if TYPE_CHECKING:
    from collections.abc import Iterator

LAYOUTS = {
    "azerty": "fr(basic)",
    "be": "be(basic)",
    "br": "br(abnt2)",
    "ca-fr": "ca(fr)",
    "ch-de": "ch(basic)",
    "ch-fr": "ch(fr)",
    "es": "es(basic)",
    "it": "it(basic)",
    "nl": "nl(basic)",
    "pt": "pt(basic)",
    "qwerty": "us(basic)",
    "qwertz": "de(basic)",
}
"""The names used here and the sections of the symbol files that describe them."""

SYMBOLS = "sources/xkb-symbols-2.35.1.txt"

_ROWS = {"AE": 0.0, "AD": 0.5, "AC": 0.75, "AB": 1.25}
_SPECIAL = {"TLDE": ("AE", -1.0), "BKSL": ("AC", 11.75), "LSGT": ("AB", 0.25)}
SECTION = re.compile(r'xkb_symbols\s+"([^"]+)"\s*\{(.*?)\n\s*\};', re.DOTALL)
_NO_LETTERS = frozenset({"eurosign", "keypad", "kpdl", "level3", "level5", "nbsp"})
_STATEMENT = re.compile(r'include\s+"([^"]+)"|key\s+<(\w+)>\s*\{(.*?)\}\s*;', re.DOTALL)
_SYMBOLS = re.compile(r"\[([^\]]*)\]")
_ACCENTED = re.compile(r"([A-Za-z])(acute|grave|circumflex|diaeresis|tilde|cedilla|ring)")
_MARKS = dict(
    zip(
        ("acute", "grave", "circumflex", "diaeresis", "tilde", "cedilla", "ring"),
        "\u0301\u0300\u0302\u0308\u0303\u0327\u030a",
        strict=True,
    )
)
_LETTERS = {"ssharp": "ß", "ae": "æ", "oe": "œ", "AE": "æ", "OE": "œ"}


def included(body: str) -> Iterator[str]:
    """The sections that one includes; no keypads and modifiers, which hold no letters."""
    for place, _, _ in _STATEMENT.findall(body):
        if place and place.partition("(")[0] not in _NO_LETTERS:
            yield place if "(" in place else f"{place}(basic)"


def _keys(place: str, sections: dict[str, str]) -> dict[str, str]:
    """The characters of each key in a section, its own before those of what it includes."""
    if place not in sections:
        raise LookupError(f"no section {place}; run python data/take_layouts.py")
    keys: dict[str, str] = {}
    for at in included(sections[place]):
        keys |= _keys(at, sections)
    for _, key, stated in _STATEMENT.findall(sections[place]):
        if symbols := _SYMBOLS.search(re.sub(r"\[\s*[Gg]roup\d\s*\]", "", stated)):
            found = (_character(symbol.strip()) for symbol in symbols[1].split(",")[:2])
            keys[key] = "".join(sorted(set(filter(None, found))))
    return keys


def _character(symbol: str) -> str:
    """The letter (lower case) or digit that a key symbol stands for, else nothing."""
    if len(symbol) == 1:
        return symbol.lower()
    if accented := _ACCENTED.fullmatch(symbol):
        return unicodedata.normalize("NFC", accented[1].lower() + _MARKS[accented[2]])
    return _LETTERS.get(symbol, "")


def _places(keys: dict[str, str]) -> Iterator[tuple[int, float, str]]:
    """Row, position along it and characters of the keys that have any."""
    rows = list(_ROWS)
    for key, characters in keys.items():
        if key in _SPECIAL:
            row, along = _SPECIAL[key]
        elif key[:2] in _ROWS and key[2:].isdigit():
            row, along = key[:2], _ROWS[key[:2]] + int(key[2:]) - 1
        else:
            continue
        if characters:
            yield rows.index(row), along, characters


def _beside(one: tuple[int, float, str], other: tuple[int, float, str]) -> bool:
    apart = abs(one[1] - other[1])
    return apart <= 1 if one[0] == other[0] else abs(one[0] - other[0]) == 1 and apart < 1


def _build(inputs: Inputs) -> bytes:
    sections = dict(SECTION.findall(inputs[SYMBOLS].decode("ascii")))
    lines = ["#layout\tcharacter\tneighbours"]
    for layout, place in sorted(LAYOUTS.items()):
        near: dict[str, set[str]] = {}
        keys = list(_places(_keys(place, sections)))
        for one in keys:
            around = {c for other in keys if _beside(one, other) for c in other[2]}
            for c in one[2]:
                near.setdefault(c, set()).update(around - {c})
        lines += [f"{layout}\t{c}\t{''.join(sorted(near[c]))}" for c in sorted(near)]
    return ("\n".join(lines) + "\n").encode("utf-8")


STEP = Step("keyboards.tsv", (SYMBOLS,), _build)

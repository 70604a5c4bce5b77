"""What a text looks like: the skeleton of Unicode's UTS 39, its scripts, and a form for ASCII.

The tables are those of ``unicode_version``, which may be newer than the running Python's. Every
function takes any text, lone surrogates included, and raises nothing but TablesError.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from confusables.errors import TablesError
from confusables.tables import open_table

__all__ = [
    "DIGITS",
    "is_mixed",
    "lookalike",
    "lookalike_letters",
    "scripts",
    "skeleton",
    "unicode_version",
]

_ROUNDS = 8

# "cl" becomes d and not the other way round, and l becomes i, so that "ci" is no d.
_ALIKE = str.maketrans({"m": "rn", "w": "vv", "0": "o", "1": "i", "l": "i"})

# Small capitals that UTS 39 leaves as they are; ɢoogle.com was registered in 2016.
_CAPITALS = str.maketrans("ɢɴʀʙʜʟᴀᴅᴇᴊᴋᴍᴘᴛ", "gnrbhladejkmpt")

# Digits that stand for letters inside a word, or before a long one: b4nk, face8ook, 5tarlight. A
# number of its own is none: studio5, 3com.
_INSIDE = re.compile(r"(?<=[a-z])[3-9]{1,2}(?=[a-z]{2})")
_LEADING = re.compile(r"^[3-9](?=[a-z]{5})")
DIGITS = str.maketrans("345789", "eastbg")

# Writing systems of several scripts (UTS 39, section 5.1).
_SYSTEMS = {
    "Han": frozenset({"Han with Bopomofo", "Japanese", "Korean"}),
    "Hiragana": frozenset({"Japanese"}),
    "Katakana": frozenset({"Japanese"}),
    "Hangul": frozenset({"Korean"}),
    "Bopomofo": frozenset({"Han with Bopomofo"}),
}


class _Scripts(NamedTuple):
    """Ranges by their ends, and what each has: the script (or empty), and the writing systems."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    names: tuple[str, ...]
    systems: tuple[frozenset[str], ...]


def skeleton(text: str) -> str:
    """The form that two texts share if they look the same: UTS 39's skeleton, in lower case.

    As UTS 39 says it, decomposed, without default ignorable characters, each character replaced
    by its prototype. Beyond it, letters are put in lower case before and after, since names are
    shown in lower case: 0 and o are one then, a capital I is an i and no l, and a small capital is
    its letter. The reordering of right-to-left texts (bidiSkeleton) is left out. Accents stay.
    Idempotent.
    """
    table = _load()[1]
    for _ in range(_ROUNDS):
        decomposed = unicodedata.normalize("NFD", text.lower().translate(_CAPITALS))
        mapped = unicodedata.normalize("NFD", decomposed.translate(table))
        if mapped == text:
            break
        text = mapped
    return text


def lookalike(text: str) -> str:
    """The form that two ASCII labels share if they look alike in most typefaces.

    The pairs are those of the studies and tools that agree on them: rn/m, cl/d, vv/w, 0/o, and
    1/l/i; and inside a word 3/e, 4/a, 5/s, 7/t, 8/b and 9/g. For a folded label (lower case, no
    accents); other characters stay. Idempotent, and where pairs overlap all readings meet (vvv is
    wv is vw). Source: Holgersson 2012, dnstwist.
    """
    return lookalike_letters(text.replace("cl", "d"))


def lookalike_letters(text: str) -> str:
    """``lookalike`` without the pair cl/d, whose l may itself be a 1: cloud and c1oud meet here."""
    found = text.translate(_ALIKE)
    if found.isalpha():
        return found
    for digits in (_INSIDE, _LEADING):
        found = digits.sub(lambda run: run[0].translate(DIGITS), found)
    return found


def scripts(text: str) -> frozenset[str]:
    """The scripts of the text by Unicode's long names (Latin, Cyrillic, Han).

    Digits, signs and marks that belong to no one script (Common, Inherited) count for none.
    """
    if text.isascii():
        return frozenset({"Latin"} if any(c.isalpha() for c in text) else ())
    table = _scripts()
    found = {table.names[at] for c in text if (at := _place(c, table)) is not None}
    return frozenset(found - {""})


def is_mixed(text: str) -> bool:
    """Whether no one writing system has all the characters (mixed-script of UTS 39, section 5.1).

    Japanese (Han, Hiragana, Katakana), Korean (Han, Hangul) and Chinese (Han, Bopomofo) are one
    system each. Latin beside any other script is mixed, Japanese included.
    """
    if text.isascii():
        return False
    table = _scripts()
    shared: frozenset[str] | None = None
    for c in text:
        at = _place(c, table)
        if at is not None:
            shared = table.systems[at] if shared is None else shared & table.systems[at]
            if not shared:
                return True
    return False


def unicode_version() -> str:
    """The Unicode version of the tables, as ``17.0.0``."""
    return _load()[0]


def _place(c: str, table: _Scripts) -> int | None:
    code = ord(c)
    at = bisect_right(table.firsts, code) - 1
    return at if at >= 0 and code <= table.lasts[at] else None


@cache
def _load() -> tuple[str, dict[int, str]]:
    """The Unicode version, and the prototype of each character in lower case."""
    try:
        stated = json.loads(open_table("skeleton.json"))
        table: dict[int, str] = {}
        for prototype, characters in stated["prototypes"].items():
            table.update(dict.fromkeys(map(ord, characters), prototype.lower()))
        return str(stated["unicode"]), table
    except (ValueError, LookupError, AttributeError, TypeError) as error:
        raise TablesError(f"the table skeleton.json is damaged ({error}); install again") from error


@cache
def _scripts() -> _Scripts:
    firsts, lasts, names, systems = [], [], [], []
    known: dict[tuple[str, str], frozenset[str]] = {}
    try:
        for line in open_table("scripts.tsv").decode("ascii").splitlines()[1:]:
            first, last, name, several = line.split("\t")
            firsts.append(int(first, 16))
            lasts.append(int(last, 16))
            names.append(name)
            if (name, several) not in known:
                own = frozenset(several.split() or [name])
                known[name, several] = own.union(*(_SYSTEMS.get(script, ()) for script in own))
            systems.append(known[name, several])
    except ValueError as error:
        raise TablesError(f"the table scripts.tsv is damaged ({error}); install again") from error
    return _Scripts(tuple(firsts), tuple(lasts), tuple(names), tuple(systems))

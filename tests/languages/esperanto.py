"""Esperanto, no language of the library: the least that a new file holds.

`test_eighth_language.py` puts it in its place in a copy, as the guide for a new language says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables.languages.numerals import composed
from confusables.languages.phones import Rules
from confusables.languages.stems import Endings, Stemmer, words
from confusables.model import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

code: str = "eo"

possessives: Mapping[str, frozenset[str]] = {
    "my": words("mia"),
    "your": words("via"),
    "our": words("nia"),
    "their": words("ilia lia sia"),
}

determiners: frozenset[str] = words("la tiu").union(*possessives.values())

agreeing: tuple[frozenset[str], ...] = ()

endings: tuple[frozenset[str], ...] = ()

elided: Mapping[str, str] = {}

linking: frozenset[str] = words("de kaj en al por sur kun")

contracted: frozenset[str] = frozenset()

joining: frozenset[str] = words("kaj")

nouns_last: bool = True

compounds: bool = True

numbers: Mapping[str, tuple[str, ...]] = composed(
    {
        "0": ("nul",), "1": ("unu",), "2": ("du",), "3": ("tri",), "4": ("kvar",), "5": ("kvin",),
        "6": ("ses",), "7": ("sep",), "8": ("ok",), "9": ("nau",), "10": ("dek",),
        "20": ("dudek",), "30": ("tridek",), "40": ("kvardek",), "50": ("kvindek",),
        "60": ("sesdek",), "70": ("sepdek",), "80": ("okdek",), "90": ("naudek",),
        "100": ("cent",), "1000": ("mil",),
    },
    lambda ten, unit, _: (f"{ten}{unit}",),
)  # fmt: skip

shorthand: Mapping[str, tuple[str, ...]] = {"&": ("kaj",), "k": ("kaj",)}

subjects: Mapping[str, Subject] = dict.fromkeys(("mi", "vi", "ni"), Subject())
verbs: Mapping[str, tuple[str, ...]] = {}

suffixes: frozenset[str] = frozenset()

written_out: Mapping[str, str] = {
    "ĉ": "cx", "ĝ": "gx", "ĥ": "hx", "ĵ": "jx", "ŝ": "sx", "ŭ": "ux",
}  # fmt: skip

keyboard: str = "qwerty"

stem = Stemmer(
    """
    ojn o 2
    ajn a 2
    oj  o 2
    aj  a 2
    on  o 2
    an  a 2
    """,
    {word: word for word in words("mian vian")},
)

plural = Endings("o:oj a:aj")

sound = Rules(
    """
    a a
    b b
    c ts
    cx c
    ĉ c
    d d
    e e
    f f
    g g
    gx j
    ĝ j
    h h
    hx x
    ĥ x
    i i
    j y
    jx Z
    ĵ Z
    k k
    l l
    m m
    n n
    o o
    p p
    q k
    r r
    s s
    sx S
    ŝ S
    t t
    u u
    ux w
    ŭ w
    v v
    w v
    x ks
    y i
    z z
    """
)

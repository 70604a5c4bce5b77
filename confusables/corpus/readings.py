"""Readings beside the label: how a row of a corpus keeps the words that its label was read as.

Behind the label stands a byte that no UTF-8 text holds, then for each reading a byte that says its
language (and whether its words are those of the reading before), then for other words a bit for
each place between two letters, set where a word ends. A label that is one word of no language has
nothing behind it.

Whether the readings of a file are those that this release makes is tried on some rows at their
first use (see ``agrees``); where they are not they are made anew, so that a file built by another
release gives the same numbers, only later.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from confusables.fold import letters
from confusables.languages import LANGUAGES
from confusables.model import Reading
from confusables.words import read

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["MARK", "agrees", "decoded", "encoded"]

MARK: Final = b"\xff"
_SAME: Final = 0x80
_UND: Final = 0


@cache
def _codes() -> dict[str, int]:
    return {"und": _UND, **{language.code: at for at, language in enumerate(LANGUAGES, 1)}}


@cache
def _functions() -> tuple[tuple[str, frozenset[str]], ...]:
    """By code byte: the language, and the words that are no part of a core."""
    return (
        ("und", frozenset()),
        *((language.code, language.determiners | language.linking) for language in LANGUAGES),
    )


def encoded(label: str, readings: tuple[Reading, ...]) -> bytes:
    """What stands behind a label: empty, or ``MARK`` and its readings."""
    text = letters(label)
    if not readings or readings == _trivial(text):
        return b""
    out = bytearray(MARK)
    before: tuple[str, ...] = ()
    for reading in readings:
        code = _codes().get(reading.language)
        if code is None or "".join(reading.words) != text:
            return b""
        if reading.words == before:
            out.append(code | _SAME)
        else:
            out.append(code)
            out += _mask(reading.words, len(text))
            before = reading.words
    kept = bytes(out)
    return kept if decoded(label, kept[1:]) == readings else b""


def decoded(label: str, kept: bytes) -> tuple[Reading, ...] | None:
    """The readings of a label from what stood behind ``MARK``; None where that is damaged."""
    text = letters(label)
    if not kept:
        return _trivial(text)
    size, functions = _mask_size(len(text)), _functions()
    words: tuple[str, ...] = (text,)
    found, at = [], 0
    while at < len(kept):
        code = kept[at]
        at += 1
        if not code & _SAME:
            words = _cut(text, int.from_bytes(kept[at : at + size], "little"))
            at += size
        place = code & ~_SAME
        if place >= len(functions) or at > len(kept):
            return None
        language, function = functions[place]
        core = tuple(word for word in words if word not in function) or words
        found.append(Reading(language, words, core))
    return tuple(found)


def agrees(rows: Iterable[tuple[str, bytes]]) -> bool:
    """Whether what rows (label, what stands behind it) keep is what this release would keep."""
    return all(encoded(label, read(label)).removeprefix(MARK) == kept for label, kept in rows)


def _trivial(text: str) -> tuple[Reading, ...]:
    return (Reading("und", (text,), (text,)),) if text else ()


def _mask_size(length: int) -> int:
    return (max(0, length - 1) + 7) // 8


def _mask(words: tuple[str, ...], length: int) -> bytes:
    bits, at = 0, 0
    for word in words[:-1]:
        at += len(word)
        bits |= 1 << (at - 1)
    return bits.to_bytes(_mask_size(length), "little")


def _cut(text: str, bits: int) -> tuple[str, ...]:
    words, start = [], 0
    while bits:
        low = bits & -bits
        end = low.bit_length()
        if end < len(text):
            words.append(text[start:end])
            start = end
        bits ^= low
    words.append(text[start:])
    return tuple(words)

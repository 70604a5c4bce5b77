"""One label of a domain: its A-label and its U-label, by IDNA.

Labels are mapped by UTS 46 (non-transitional) with the ``idna`` library. Those that IDNA 2008 does
not allow but that zones hold (emoji) are encoded as they are and compared by code point.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

import idna

from confusables.errors import InvalidName
from confusables.written import counts

__all__ = ["LONGEST", "both_forms", "to_ascii", "to_unicode"]

LONGEST: Final = 63
"""Octets of a label, and so letters at most of what is made to be one."""
_LDH = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


def to_ascii(label: str) -> str:
    """The A-label of one label after UTS 46 mapping; raises InvalidName."""
    return both_forms(label, label)[0]


def to_unicode(label: str) -> str:
    """The U-label of an A-label; raises InvalidName."""
    return both_forms(label, label)[1]


def both_forms(label: str, text: str, *, inner: bool = False) -> tuple[str, str]:
    """The A-label and the U-label of one label; raises InvalidName.

    ``inner`` admits the underscores of service labels; the registrable label never has one.
    """
    low = label.lower()
    if low.isascii() and not low.startswith("xn--"):
        return _plain(low, text, inner=inner), low
    if low.isascii():
        shown = _decoded(low, text)
        if shown.isascii():
            raise InvalidName("punycode of a plain label", where=label)
        again, shown = _encoded(shown, text)
        if again != low:
            raise InvalidName("punycode that decodes to another name", where=label)
        return again, shown
    return _encoded(label, text)


def _plain(label: str, text: str, *, inner: bool) -> str:
    if len(label) > LONGEST:
        raise InvalidName("a label longer than 63 characters", where=label)
    if _LDH.fullmatch(label.replace("_", "a") if inner else label):
        return label
    if label.startswith("-") or label.endswith("-"):
        raise _hyphen(label, text)
    allowed = "-_" if inner else "-"
    if bad := next((c for c in label if not (c.isalnum() or c in allowed)), ""):
        raise _forbidden(bad, label, text)
    raise InvalidName("nothing that a label may hold", where=label)


def _forbidden(bad: str, label: str, text: str) -> InvalidName:
    """The error of a character of a label that no domain has, with its place in the text."""
    start = text.lower().find(label)
    position = start + label.index(bad) if start >= 0 else text.find(bad)
    return InvalidName(f"{bad!r} may not stand in a domain", where=text.strip(), position=position)


def _decoded(label: str, text: str) -> str:
    try:
        shown = label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, OverflowError, ValueError):
        raise InvalidName("broken punycode", where=label, position=_find(text, label)) from None
    if any(
        unicodedata.category(c) in ("Cs", "Cc", "Cn", "Co", "Zs") or c in "._/@:" for c in shown
    ):
        raise InvalidName("punycode of characters that no label may have", where=label)
    return shown


def _encoded(label: str, text: str) -> tuple[str, str]:
    try:
        mapped = idna.uts46_remap(label, std3_rules=True, transitional=False)
    except (idna.IDNAError, UnicodeError, ValueError):
        mapped = unicodedata.normalize("NFC", label.lower())
        _refuse_unless_symbols(mapped, text)
    if not mapped or "." in mapped:
        raise InvalidName("nothing that a label may hold", where=label)
    if mapped.startswith("xn--") and mapped.isascii():  # punycode in letters of another width
        return both_forms(mapped, text)
    if mapped.startswith("xn--"):  # which a label in Unicode never begins with
        raise InvalidName("broken punycode", where=label, position=_find(text, label))
    if mapped.isascii():
        return (plain := _plain(mapped, text, inner=False)), plain
    if len(mapped) > LONGEST:  # before the encoding, which takes the square of the letters
        raise InvalidName("a label longer than 63 characters as punycode", where=label)
    try:
        encoded = idna.alabel(mapped).decode("ascii")
    except (idna.IDNAError, UnicodeError, ValueError):
        _refuse_unless_symbols(mapped, text)
        encoded = "xn--" + mapped.encode("punycode").decode("ascii")
    if len(encoded) > LONGEST:
        raise InvalidName("a label longer than 63 characters as punycode", where=label)
    return encoded, mapped


def _hyphen(label: str, text: str) -> InvalidName:
    """A label that begins or ends with a hyphen, and where in the text that is."""
    at = text.find(label)
    if at >= 0 and not label.startswith("-"):
        at += len(label) - 1
    return InvalidName("a hyphen at the edge of a label", where=label, position=at)


def _refuse_unless_symbols(label: str, text: str) -> None:
    """What IDNA 2008 refuses is let through only where a zone may hold it: letters and symbols."""
    if label.startswith("-") or label.endswith("-"):
        raise _hyphen(label, text)
    if not any(counts(c) for c in label):
        raise InvalidName("nothing that a label may hold", where=label)
    pictures = any(unicodedata.category(c) == "So" for c in label)
    for c in label:
        kind = unicodedata.category(c)
        if c in "\u200d\ufe0f" and not pictures:
            raise InvalidName("an invisible character", position=_find(text, c))
        if not (c == "-" or c in "\u200d\ufe0f" or kind[0] in "LMN" or kind in ("So", "Sk", "Sm")):
            raise _forbidden(c, label, text)


def _find(text: str, part: str) -> int | None:
    position = text.lower().find(part)
    return position if position >= 0 else None

"""Text to Name: the only place where a suffix is found and a label is made IDNA.

Suffixes come from the public suffix list (see ``suffix_list``), read offline; labels are mapped by
UTS 46 (non-transitional) with the ``idna`` library. Labels that IDNA 2008 does not allow but that
zones hold (emoji) are encoded as they are and compared by code point.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

import idna

from confusables.errors import InvalidName
from confusables.fold import fold
from confusables.model import Name
from confusables.suffix_list import suffix_list
from confusables.written import counts, initials, words_of

if TYPE_CHECKING:
    import tldextract

__all__ = [
    "as_written",
    "brand",
    "from_labels",
    "parse",
    "readable_suffix",
    "registrable",
    "shown",
    "spelled",
    "split_suffix",
    "suffix_endings",
    "suffix_rules",
    "to_ascii",
    "to_unicode",
]

_MOST = 10_000
_LONGEST: Final = 63  # octets of a label
_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_DOTS = str.maketrans("。．｡", "...")
_LDH = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_PUNYCODE = re.compile(r"xn--[a-z0-9-]+")
_BRACKETED = re.compile(r"\[([^\]]*)\](?::\d*)?")
_SIGNS = str.maketrans("", "", "®™©℠℗")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def parse(text: str) -> Name:
    """Read a brand, a domain or a URL as a Name.

    A text with a space, or one whose last dotted part is a single letter, is a brand; otherwise a
    dot makes a domain. Raises InvalidName, and nothing else, for a text that names nothing.
    """
    if not isinstance(text, str):
        raise TypeError(f"a name is a text, not {type(text).__name__}")
    _refuse_unprintable(text)
    body = text.strip().translate(_DOTS)
    if not body:
        raise InvalidName("empty, a name is needed")
    if not body.strip(". "):
        raise InvalidName("dots alone name nothing", where=body)
    if _SCHEME.match(body):
        return _domain(text, _host(body))
    spaced = any(c.isspace() for c in body)
    authority = body if spaced else _authority(body)
    if ".." in authority:
        raise InvalidName("an empty label between two dots", where=body, position=text.find(".."))
    if spaced:
        return brand(text)
    if body.startswith("@") and "/" in body:
        raise InvalidName("a package with its scope: give the name behind the slash", where=body)
    if "@" in authority:
        raise InvalidName("an address with a user, not a name", where=body, position=text.find("@"))
    _refuse_address(authority)
    if "." in authority.rstrip("."):
        host = _host(body)
        _refuse_address(host)
        if not _ends_like_a_brand(host.rstrip(".").rpartition(".")[2]):
            return _domain(text, host)
    return brand(text)


def brand(text: str) -> Name:
    """A Name of a brand: its words as written are its first reading, its suffix is None."""
    normal = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    if _PUNYCODE.fullmatch(ace := normal.strip().lower()):
        normal = to_unicode(ace)
    words = words_of(initials(normal))
    if not words:
        raise InvalidName("no letter and no digit", where=text.strip())
    label, shown = _label("".join(words), text)
    written = tuple(folded for w in words if (folded := fold(w)))
    return Name(label=label, unicode=shown, suffix=None, written=written, input=text)


def from_labels(label: str, suffix: str | None) -> Name:
    """A Name of a U-label or A-label and suffix known to be sound, as a corpus holds them."""
    ascii_label = label if label.isascii() else to_ascii(label)
    shown = to_unicode(label) if label.startswith("xn--") else label
    return Name(label=ascii_label, unicode=shown, suffix=suffix, input=label)


def to_ascii(label: str) -> str:
    """The A-label of one label after UTS 46 mapping; raises InvalidName."""
    return _label(label, label)[0]


def to_unicode(label: str) -> str:
    """The U-label of an A-label; raises InvalidName."""
    return _label(label, label)[1]


def as_written(name: Name) -> str:
    """A domain in Unicode, a brand as it was typed."""
    return shown(name) if name.suffix or not name.input.strip() else " ".join(name.input.split())


def shown(name: Name) -> str:
    """The registrable name in Unicode; of a brand the label alone."""
    if not name.suffix:
        return name.unicode
    return f"{name.unicode}.{readable_suffix(name.suffix)}"


def spelled(domain: str) -> str:
    """A domain as it is read, and its A-labels where they are others: café.fr (xn--caf-dma.fr).

    Letters of another script may look like those that one expects: the A-labels tell.
    """
    if "xn--" not in domain:
        return domain
    try:
        return f"{'.'.join(map(to_unicode, domain.split('.')))} ({domain})"
    except InvalidName:
        return domain


def readable_suffix(suffix: str) -> str:
    """A suffix in Unicode."""
    return ".".join(map(to_unicode, suffix.split("."))) if "xn--" in suffix else suffix


def split_suffix(host: str) -> tuple[str, str, str, bool]:
    """Subdomain, label, suffix and whether the suffix is listed, of a host of A-labels.

    The private section is tried first, then the public one alone, so that ``foo.github.io`` is
    ``foo`` under ``github.io`` and ``github.io`` is ``github`` under ``io``.
    """
    found = _extractor()(host)
    if not found.domain:
        found = _extractor()(host, include_psl_private_domains=False)
    if found.suffix:
        return found.subdomain, found.domain, found.suffix, True
    rest, _, suffix = host.rpartition(".")
    subdomain, _, label = rest.rpartition(".")
    return subdomain, label, suffix, False


def registrable(host: str) -> tuple[str, bool]:
    """The registrable name of a host of A-labels, and whether its suffix is a private one.

    Under a private suffix (``github.io``) the registry of the top level knows nothing of the name.
    A host that is a suffix itself comes back as it is.
    """
    _, label, suffix, _ = split_suffix(host)
    found = _extractor()(host)
    name = f"{label}.{suffix}" if label and suffix else host
    return name, bool(found.is_private and found.domain)


@cache
def suffix_endings() -> frozenset[str]:
    """The top-level suffixes, as letters that may complete a name (rapid.space): Unicode forms."""
    return frozenset(s for s in _extractor().tlds if "." not in s)


def suffix_rules() -> frozenset[str]:
    """Every rule of the suffix list, private ones too, with its ``*.`` and ``!``."""
    return frozenset(_extractor().tlds)


def _extractor() -> tldextract.TLDExtract:
    return suffix_list().extract


def _refuse_unprintable(text: str) -> None:
    if len(text) > _MOST:
        raise InvalidName(f"longer than {_MOST} characters", where=text)
    for position, c in enumerate(text):
        if c.isascii() and c.isprintable():
            continue
        category = unicodedata.category(c)
        if "\udc80" <= c <= "\udcff":  # as Python hands on bytes that it could not decode
            byte = f"{ord(c) - 0xDC00:#x}"
            raise InvalidName("a byte that is not UTF-8", where=byte, position=position)
        if category == "Cs":
            raise InvalidName("half of a surrogate pair", where=c, position=position)
        if category == "Cc" and not (c.isspace() and _at_edge(text, position)):
            raise InvalidName("a control character", where=c, position=position)
        if c == "\ufffd":
            raise InvalidName("read in a wrong encoding", where=c, position=position)
        if c in _BIDI:
            raise InvalidName(
                "a character that turns the reading direction", where=c, position=position
            )


def _at_edge(text: str, position: int) -> bool:
    return not text[:position].strip() or not text[position:].strip()


def _host(body: str) -> str:
    """The host of a URL or of a bare ``host:port/path``; raises InvalidName."""
    authority = _authority(_SCHEME.sub("", body))
    if "@" in authority:
        raise InvalidName("an address with a user, not a name", where=body)
    if authority.startswith("["):
        raise InvalidName("an IP address, not a name", where=authority)
    if "%" in authority:
        try:
            authority = unquote(authority, errors="strict")
        except UnicodeDecodeError as error:
            byte = f"{error.object[error.start]:#x}"
            raise InvalidName("a byte that is not UTF-8", where=byte) from None
        _refuse_unprintable(authority)
    if authority.count(":") > 1:
        raise InvalidName("an IP address, not a name", where=authority)
    host, colon, port = authority.partition(":")
    if colon and port and not port.isdecimal():
        raise InvalidName("a port that is no number", where=port)
    return host


def _authority(rest: str) -> str:
    """What stands before the path, query or fragment of a URL without its scheme."""
    return re.split(r"[/?#\\]", rest, maxsplit=1)[0]


def _ends_like_a_brand(last: str) -> bool:
    """A last part of one letter (A.P.C.) or of digits alone (Studio.54) is no suffix."""
    return len(last) == 1 or last.isdecimal()


def _refuse_address(host: str) -> None:
    plain = unicodedata.normalize("NFKC", host)
    if bracketed := _BRACKETED.fullmatch(plain):
        plain = bracketed[1]
    try:
        ipaddress.ip_address(plain.strip("."))
    except ValueError:
        return
    raise InvalidName("an IP address, not a name", where=host)


def _domain(text: str, host: str) -> Name:
    _refuse_address(host)
    host = host.removesuffix(".")
    if not host.strip("."):
        raise InvalidName("a URL without a host", where=text.strip())
    if host.startswith("."):
        raise InvalidName("an empty label before a dot", where=host, position=text.find(host))
    if "." not in host:
        raise InvalidName("no ending such as .com", where=host)
    ascii_labels = [_label(part, text, inner=True)[0] for part in host.split(".")]
    if len(joined := ".".join(ascii_labels)) > 253:
        raise InvalidName("longer than 253 characters", where=joined)
    subdomain, label, suffix, listed = split_suffix(joined)
    if not label:
        raise InvalidName("an ending alone, without a name before it", where=host)
    label, shown = _label(label, text)
    return Name(
        label=label,
        unicode=shown,
        suffix=suffix,
        subdomain="" if subdomain == "www" else subdomain.removeprefix("www."),
        listed=listed,
        input=text,
    )


def _label(label: str, text: str, *, inner: bool = False) -> tuple[str, str]:
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
    if len(label) > _LONGEST:
        raise InvalidName("a label longer than 63 characters", where=label)
    if _LDH.fullmatch(label.replace("_", "a") if inner else label):
        return label
    if label.startswith("-") or label.endswith("-"):
        raise InvalidName("a hyphen at the edge of a label", where=label, position=text.find(label))
    bad = next((c for c in label if not (c.isalnum() or c == "-")), "")
    position = text.lower().find(bad) if bad else -1
    where = f"{bad} in {label}" if bad else label
    raise InvalidName(
        "a character that no domain may have",
        where=where,
        position=position if position >= 0 else None,
    )


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
        return _label(mapped, text)
    if mapped.isascii():
        return (plain := _plain(mapped, text, inner=False)), plain
    if len(mapped) > _LONGEST:  # before the encoding, which takes the square of the letters
        raise InvalidName("a label longer than 63 characters as punycode", where=label)
    try:
        encoded = idna.alabel(mapped).decode("ascii")
    except (idna.IDNAError, UnicodeError, ValueError):
        _refuse_unless_symbols(mapped, text)
        encoded = "xn--" + mapped.encode("punycode").decode("ascii")
    if len(encoded) > _LONGEST:
        raise InvalidName("a label longer than 63 characters as punycode", where=label)
    return encoded, mapped


def _refuse_unless_symbols(label: str, text: str) -> None:
    """What IDNA 2008 refuses is let through only where a zone may hold it: letters and symbols."""
    if label.startswith("-") or label.endswith("-"):
        raise InvalidName("a hyphen at the edge of a label", where=label)
    if not any(counts(c) for c in label):
        raise InvalidName("nothing that a label may hold", where=label)
    pictures = any(unicodedata.category(c) == "So" for c in label)
    for c in label:
        kind = unicodedata.category(c)
        if c in "\u200d\ufe0f" and not pictures:
            raise InvalidName("an invisible character", position=_find(text, c))
        if not (c == "-" or c in "\u200d\ufe0f" or kind[0] in "LMN" or kind in ("So", "Sk", "Sm")):
            raise InvalidName(
                "a character that no domain may have", where=c, position=_find(text, c)
            )


def _find(text: str, part: str) -> int | None:
    position = text.lower().find(part)
    return position if position >= 0 else None

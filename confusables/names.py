"""Text to Name: the only place where a suffix is found and a label is made IDNA.

Suffixes come from the public suffix list (see ``suffix_list``), read offline, and from one rule
beside it for governments (``GOVERNMENT``); ``labels`` makes a label IDNA.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from confusables.errors import InvalidName
from confusables.fold import fold
from confusables.labels import both_forms, to_ascii, to_unicode
from confusables.languages import LANGUAGES
from confusables.model import Name
from confusables.suffix_list import suffix_list
from confusables.written import initials, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import tldextract

__all__ = [
    "GOVERNMENT",
    "addresses",
    "as_written",
    "brand",
    "from_labels",
    "heading",
    "parse",
    "plain_label",
    "plain_labels",
    "readable_suffix",
    "registrable",
    "says_more",
    "shown",
    "spelled",
    "split_suffix",
    "suffix_endings",
    "suffix_rules",
    "unlisted",
    "written_out",
]

GOVERNMENT = frozenset({"gov", "gouv"})
"""Labels that are an ending directly below a country's suffix, whether the list has it or not: it
has gov.uk and gouv.fr, and neither gouv.qc.ca nor gov.hu, below which names are given no less."""
_COUNTRY = 2  # letters of the top level of a country
_OF_COMPANIES = frozenset({"co", "com", "org", "net", "or", "ac", "edu"})  # below which is no state
_MOST = 10_000
_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_DOTS = str.maketrans("。．｡", "...")
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
        return _domain(text, body)
    spaced = any(c.isspace() for c in body)
    authority = body if spaced else _authority(body)
    if ".." in authority:
        raise InvalidName("an empty label between two dots", where=body, position=text.find(".."))
    if spaced:
        return brand(text)
    if body.startswith("@") and "/" in body:
        raise InvalidName("a package with its scope: give the name behind the slash", where=body)
    if "@" in authority:
        raise InvalidName(
            "an address with a user, not a name: give what stands behind the @",
            where=body,
            position=text.find("@"),
        )
    _refuse_address(authority)
    if "." in authority.rstrip("."):
        host = _host(body)
        _refuse_address(host)
        if not _ends_like_a_brand(host.rstrip(".").rpartition(".")[2]):
            return _domain(text, body)
    return brand(text)


def brand(text: str) -> Name:
    """A Name of a brand: its words as written are its first reading, its suffix is None."""
    normal = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    if _PUNYCODE.fullmatch(ace := normal.strip().lower()):
        normal = to_unicode(ace)
    words = words_of(initials(normal))
    if not words:
        raise InvalidName("no letter and no digit", where=text.strip())
    label, shown = both_forms("".join(words), text)
    written = tuple(folded for w in words if (folded := fold(w)))
    return Name(label=label, unicode=shown, suffix=None, written=written, input=text)


def from_labels(label: str, suffix: str | None) -> Name:
    """A Name of a U-label or A-label and suffix known to be sound, as a corpus holds them."""
    ascii_label = label if label.isascii() else to_ascii(label)
    shown = to_unicode(label) if label.startswith("xn--") else label
    return Name(label=ascii_label, unicode=shown, suffix=suffix, input=label)


def as_written(name: Name) -> str:
    """A domain in Unicode, a brand as it was typed."""
    return shown(name) if name.suffix or not name.input.strip() else " ".join(name.input.split())


def heading(name: Name) -> str:
    """A name as a report is headed: a domain with its A-labels where they are others, since letters
    of another script may look like those that one expects; a brand as it was typed."""
    return spelled(name.ascii) if name.suffix else as_written(name)


def unlisted(domains: Iterable[str]) -> list[str]:
    """The endings of registrable domains (A-labels) that are on no list, each once."""
    endings = (domain.partition(".")[2] for domain in domains if not split_suffix(domain)[3])
    return list(dict.fromkeys(endings))


def shown(name: Name) -> str:
    """The registrable name in Unicode; of a brand the label alone."""
    if not name.suffix:
        return name.unicode
    return f"{name.unicode}.{readable_suffix(name.suffix)}"


def plain_label(name: Name) -> str:
    """The A-label that people type for a name: of a brand its letters without accents, where that
    leaves plain ones, for so it is registered and typed first."""
    plain = fold(name.unicode)
    if name.suffix or not plain.isascii():
        return name.label
    try:
        return to_ascii(plain)
    except InvalidName:  # longer, with its ligatures written out
        return name.label


def written_out(name: Name, letters: Mapping[str, str]) -> Name:
    """A name with some letters as people write them out, ue for ü; itself, where it has none of
    them or would be too long."""
    table = str.maketrans(dict(letters))
    if (text := name.unicode.translate(table)) == name.unicode:
        return name
    try:
        made = parse(name.input.lower().translate(table)) if name.written else None
        return made or replace(name, label=to_ascii(text), unicode=text)
    except InvalidName:
        return name


def plain_labels(name: Name) -> tuple[str, ...]:
    """The plain label of a name, and that with its umlauts written out, where they are: mueller."""
    written = name.unicode
    for language in LANGUAGES:
        for letter, both in language.written_out.items():
            written = written.replace(letter, both)
    other = plain_label(replace(name, unicode=written))
    return tuple(dict.fromkeys((plain_label(name), other)))


def addresses(name: Name, endings: Iterable[str]) -> tuple[str, ...]:
    """The domains that a name is meant to have, in A-labels: of a brand those of its endings, with
    umlauts written out where speakers of the ending do so, elsewhere in either way."""
    if name.suffix:
        return (name.ascii,)
    labels, found = plain_labels(name), []
    for ending in dict.fromkeys(endings):
        home = any(ending in one.suffixes for one in LANGUAGES if one.written_out)
        found += [f"{label}.{ending}" for label in (labels[-1:] if home else labels)]
    return tuple(found)


def says_more(name: Name) -> bool:
    """Whether the text as given says more than the registrable name: a subdomain, a path."""
    return bool(name.subdomain or name.path)


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
    ``foo`` under ``github.io`` and ``github.io`` is ``github`` under ``io``. Likewise
    ``foo.gouv.qc.ca`` is ``foo`` under ``gouv.qc.ca``, and that, or its ``www``, a name itself.
    """
    found = _extractor()(host)
    if not found.domain:
        found = _extractor()(host, include_psl_private_domains=False)
    below, suffix = found.subdomain, found.suffix
    if below not in ("", "www") and not found.is_private and _governs(found.domain, suffix):
        subdomain, _, label = below.rpartition(".")
        return subdomain, label, f"{found.domain}.{suffix}", True
    if suffix:
        return below, found.domain, suffix, True
    rest, _, suffix = host.rpartition(".")
    subdomain, _, label = rest.rpartition(".")
    return subdomain, label, suffix, False


def registrable(host: str) -> tuple[str, bool]:
    """The registrable name of a host of A-labels, and whether its suffix is a private one.

    Under a private suffix (``github.io``), or a government's that the list lacks, the registry of
    the top level knows nothing of the name. A host that is a suffix itself comes back as it is.
    """
    _, label, suffix, _ = split_suffix(host)
    found = _extractor()(host)
    name = f"{label}.{suffix}" if label and suffix else host
    governed = suffix == f"{found.domain}.{found.suffix}"
    return name, bool((found.is_private and found.domain) or governed)


def _governs(label: str, suffix: str) -> bool:
    """Whether a label below a suffix of the list is that of a government, below which names are
    registered."""
    below, _, top = suffix.rpartition(".")
    country = len(top) == _COUNTRY or top.startswith("xn--")
    return label in GOVERNMENT and country and below not in _OF_COMPANIES and top != "eu"


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
        raise InvalidName(f"longer than {_MOST:,} characters", where=text)
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
        raise InvalidName(
            "an address with a user, not a name: give what stands behind the @", where=body
        )
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


def _domain(text: str, body: str) -> Name:
    host = _host(body)
    _refuse_address(host)
    host = host.removesuffix(".")
    if not host.strip("."):
        raise InvalidName("a URL without a host", where=text.strip())
    if host.startswith("."):
        raise InvalidName("an empty label before a dot", where=host, position=text.find(host))
    if "." not in host:
        raise InvalidName("no ending such as .com", where=host)
    ascii_labels = [both_forms(part, text, inner=True)[0] for part in host.split(".")]
    if len(joined := ".".join(ascii_labels)) > 253:
        raise InvalidName("longer than 253 characters", where=joined)
    subdomain, label, suffix, listed = split_suffix(joined)
    if not label:
        raise InvalidName("an ending alone, without a name before it", where=host)
    label, shown = both_forms(label, text)
    return Name(
        label=label,
        unicode=shown,
        suffix=suffix,
        subdomain="" if subdomain == "www" else subdomain.removeprefix("www."),
        listed=listed,
        path=_path(body),
        input=text,
    )


def _path(body: str) -> str:
    """What a URL has behind its host: port, path, query and fragment; empty for a slash alone."""
    rest = _SCHEME.sub("", body)
    authority = _authority(rest)
    _, colon, port = authority.partition(":")
    return (colon + port + rest[len(authority) :]).removesuffix("/")

"""A port-43 reply as fields: a section, a key and a value each; and what the fields state."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Facts", "Field", "Keys", "facts", "fields"]

MAX_LINES = 2000
MAX_LINE = 1000
"""Characters of a line that are read: no registry states anything in a longer one."""


@dataclass(frozen=True, slots=True)
class Field:
    """One statement of a reply; ``section`` is the heading above it, lower case, or empty.

    ``block`` counts the blank lines before it: objects of a database stand in blocks of their own.
    """

    section: str
    key: str
    value: str
    block: int = 0


@dataclass(frozen=True, slots=True)
class Keys:
    """How replies call what they state (table ``whois.toml``, section ``keys``)."""

    domain: frozenset[str]
    registrar: frozenset[str]
    created: frozenset[str]
    expires: frozenset[str]
    changed: frozenset[str]
    status: frozenset[str]
    server: frozenset[str]
    organisation: frozenset[str]
    person: frozenset[str]
    country: frozenset[str]
    registrar_country: frozenset[str]
    holder_section: frozenset[str]
    organisation_part: frozenset[str]
    country_part: frozenset[str]
    registrar_part: frozenset[str]
    heading: frozenset[str]
    holder_handle: frozenset[str]
    handle: frozenset[str]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the fields of a reply state, as written there.

    ``subjects``: those of the domains that are no mere echo of the question.
    """

    domains: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    registrar: str | None = None
    created: str | None = None
    expires: str | None = None
    changed: str | None = None
    statuses: tuple[str, ...] = ()
    servers: tuple[str, ...] = ()
    organisation: str | None = None
    person: str | None = None
    country: str | None = None
    registrar_country: str | None = None
    holder_given: bool = False


_KEYED = re.compile(
    r"^(?P<indent>\s*)(?:\*\*\s+|[a-z]\.?\s+(?=\[))?(?P<bracket>\[)?(?P<key>[^\W\d_][^:\]]{0,48}?)"
    r"(?(bracket)\]|[ \t.]*:)(?P<value>.*)$"
)
_DOTTED = re.compile(r"^(?P<indent>\s*)(?P<key>[^\W\d_][^.:]{1,40}?)\.{3,}:?(?P<value>.*)$")
_COMMENT = re.compile(r"^\s*(%|#|\*(?!\*\s+\w)|>>>|--|//|;)")
_SPACED = re.compile(
    r"^(?P<indent>\s*)(?P<key>[A-Za-z][A-Za-z ]{1,30}?)(?:\t+| {3,})(?P<value>\S.*)$"
)
_SENTENCE = re.compile(
    r"^(?P<key>(?:record |domain )?(?:registered|created|expires|activated) (?:on|at|since)) "
    r"(?P<value>.{6,60})$",
    re.IGNORECASE,
)


def fields(text: str, keys: Keys) -> Iterator[Field]:
    """The statements of a reply, in order; comment lines and bare sentences are no statements.

    ``Key: value``, ``[Key] value``, ``Key.....: value`` and ``Key<tab>value`` are read, and a key
    alone whose value stands on the next line, or further in under a blank line. A key without a
    value, followed by keys, is the heading of a section, which ends at a blank line or at a line
    less indented.
    """
    section, at, waiting, taken, blank, block = "", -1, "", False, False, 0
    for whole in text.split("\n")[:MAX_LINES]:
        line = whole[:MAX_LINE]
        bare = line.strip()
        if not bare:
            block += not blank
            blank = True
            continue
        if _COMMENT.match(line):
            continue
        after_blank, blank = blank, False
        if sentence := _SENTENCE.match(bare):
            yield Field(section, sentence["key"].casefold(), sentence["value"], block)
            continue
        found = _keyed(line)
        if found is None:
            if after_blank and bare == line.rstrip():
                waiting = ""  # running text: a value under a blank line stands further in
            if waiting and not (after_blank and taken):
                taken = True
                yield Field(section, waiting, bare, block)
            elif bare.casefold() in keys.heading:
                section, at = bare.casefold(), _width(line)
            continue
        indent = _width(line)
        key, value = found
        if section and (indent < at or (indent == at and after_blank)):
            section, at = "", -1
        if value:
            waiting = ""
            yield Field(section, key, value, block)
        else:
            waiting, taken = key, False
            if key in keys.heading or key.endswith(("contact", "contacts", "information")):
                section, at = key, indent
            yield Field(section, key, "", block)


def _keyed(line: str) -> tuple[str, str] | None:
    """Key (lower case) and value of a line that states something; a URL is no key."""
    found = _KEYED.match(line) or _DOTTED.match(line)
    if found and found["value"].startswith("//"):
        found = None
    found = found or _SPACED.match(line)
    if found is None:
        return None
    key = " ".join(found["key"].replace("_", " ").split()).casefold().strip(".# ")
    return key, found["value"].lstrip(".").strip()


def _width(line: str) -> int:
    expanded = line.expandtabs(8)
    return len(expanded) - len(expanded.lstrip())


_NAME = frozenset({"name"})
_STATE = re.compile(r"\w[\w -]{2,30}")
_HOST = re.compile(r"^[\w-]{1,63}(?:\.[\w-]{1,63})+\.?(?=$|[\s,(\[])", re.IGNORECASE)


def facts(statements: Iterable[Field], keys: Keys) -> Facts:
    """What the statements say of the domain; the first statement of a kind counts."""
    seen = list(statements)
    holder = [f for f in seen if f.section in keys.holder_section]
    outside = [
        f for f in seen if f.section not in keys.holder_section and "contact" not in f.section
    ]
    registrar = [f for f in seen if f.section == "registrar"]
    linked = _linked(seen, keys)
    block = next((f.block for f in seen if _is_domain(f, keys)), -1)
    beside = [f for f in seen if f.block == block and not f.section]
    return Facts(
        domains=tuple(f.value for f in seen if _is_domain(f, keys) and f.value),
        subjects=tuple(f.value for f in seen if _is_domain(f, keys) and f.key != "query"),
        registrar=_first(outside, keys.registrar) or _first(registrar, keys.registrar_part),
        created=_first(outside, keys.created),
        expires=_first(outside, keys.expires),
        changed=_first(outside, keys.changed),
        statuses=_statuses(outside, keys),
        servers=tuple(f.value for f in seen if f.key in keys.server and _HOST.match(f.value)),
        organisation=_first(seen, keys.organisation)
        or _first(holder, keys.organisation_part)
        or _first(beside, keys.organisation_part)
        or _linked_organisation(linked, keys)
        or (_first(holder, _NAME) if _legal(holder) else None),
        person=_first(seen, keys.person) or _first(holder, _NAME),
        country=_first(seen, keys.country)
        or _first(holder, keys.country_part)
        or _agreed([f.value for f in linked if f.key in keys.country_part])
        or _lone_country(seen, keys),
        registrar_country=_first(seen, keys.registrar_country)
        or _first(registrar, keys.country_part),
        holder_given=bool(holder),
    )


def _linked(statements: list[Field], keys: Keys) -> list[Field]:
    """What stands in the objects that the holder's handle points to (nic-hdl, contact)."""
    handles = {f.value for f in statements if f.key in keys.holder_handle and f.value}
    blocks = {f.block for f in statements if f.key in keys.handle and f.value in handles}
    return [f for f in statements if f.block in blocks]


def _linked_organisation(linked: list[Field], keys: Keys) -> str | None:
    """The name in an object that is said to be an organisation's."""
    if named := _agreed([f.value for f in linked if f.key in keys.organisation_part]):
        return named
    return _agreed([f.value for f in linked if f.key == "contact"]) if _legal(linked) else None


def _legal(statements: list[Field]) -> bool:
    """Whether the statements of an object or section say that it is an organisation's."""
    kinds = {f.value.casefold() for f in statements if f.key == "type"}
    return bool(kinds) and kinds <= {"organization", "organisation", "legal person", "company"}


def _agreed(values: list[str]) -> str | None:
    """The one value, where all are the same: several objects may bear one struck-out handle."""
    return values[0] if values and len(set(values)) == 1 else None


def _is_domain(field: Field, keys: Keys) -> bool:
    return field.key in keys.domain or (field.section == "domain" and field.key == "name")


def _statuses(statements: Iterable[Field], keys: Keys) -> tuple[str, ...]:
    """The statuses, also where they follow the name: ``Domain name: EXAMPLE.TK is Active``."""
    found = []
    for field in statements:
        if field.key in keys.status and field.value:
            found.append(field.value)
        elif field.key in keys.domain:
            name, verb, state = field.value.partition(" is ")
            if verb and "." in name and " " not in name and _STATE.fullmatch(state):
                found.append(state)
    return tuple(found)


def _lone_country(statements: Iterable[Field], keys: Keys) -> str | None:
    """The country of a reply that states one alone, outside of every contact."""
    stated = {f.value for f in statements if "country" in f.key.split() and f.value}
    bare = {f.value for f in statements if f.key in keys.country_part and not f.section and f.value}
    return bare.pop() if len(bare) == 1 and len(stated) == 1 else None


def _first(statements: Iterable[Field], keys: frozenset[str]) -> str | None:
    return next((f.value for f in statements if f.key in keys and f.value), None)

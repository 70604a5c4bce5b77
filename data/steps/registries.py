"""whois.toml and countries.tsv: written by hand in data/, checked here, and shipped as they are."""

from __future__ import annotations

import re
import tomllib

from confusables.lookups.registries import KINDS
from steps import Inputs, Step, lines

_KEYS = {
    *KINDS,
    "held", "suffixes", "operator", "server", "servers", "query", "charset", "day_first", "created",
    "terms", "eligibility", "rate", "daily",
}  # fmt: skip


def _whois(inputs: Inputs) -> bytes:
    content = inputs["whois.toml"]
    stated = tomllib.loads(content.decode())
    seen: set[str] = set()
    for entry in (stated["any"], *stated["registry"]):
        if unknown := set(entry) - _KEYS:
            raise ValueError(f"keys {sorted(unknown)}")
        for kind in set(KINDS) & set(entry):
            for pattern in entry[kind]:
                if pattern.casefold().replace("name", "") != pattern.replace("NAME", "") and (
                    re.search(r"(?<!\\)[A-Z]", pattern.replace("NAME", ""))
                ):
                    raise ValueError(f"a pattern is not in lower case: {pattern}")
                re.compile(pattern)
        for state in entry.get("held", ()):
            if not re.fullmatch("[a-z]+", state):
                raise ValueError(f"no state in lower case without blanks: {state}")
        for suffix in entry.get("suffixes", ()):
            if suffix in seen:
                raise ValueError(f"the suffix {suffix} stands twice")
            seen.add(suffix)
    return content


def _countries(inputs: Inputs) -> bytes:
    content = inputs["countries.tsv"]
    for line in lines(content):
        if not line.startswith("#") and not re.match(r"[A-Z]{2}\t\S", line):
            raise ValueError(line)
    return content


WHOIS = Step("whois.toml", ("whois.toml",), _whois)
COUNTRIES = Step("countries.tsv", ("countries.tsv",), _countries)

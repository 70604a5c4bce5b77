"""What is known of registries."""

from __future__ import annotations

import re

from confusables.lookups.registries import any_lines, fitting, keys, registry, suffixes
from confusables.tables import open_table


def test_the_longest_suffix_counts() -> None:
    assert list(suffixes("a.b.co.uk")) == ["b.co.uk", "co.uk", "uk"]
    assert registry("exemple.ac.uk").operator == "jisc"
    assert registry("exemple.co.uk").operator == "nominet"
    assert fitting("a.b.test", {"test": "1", "b.test": "2"}) == "2"
    assert fitting("a.test", {"autre": "1"}) is None


def test_an_unknown_suffix_has_no_server() -> None:
    known = registry("exemple.sans-service")
    assert (known.server, known.operator, known.terms) == (None, "", False)


def test_terms_and_manners() -> None:
    assert registry("exemple.nl").terms
    assert not registry("exemple.fr").terms
    assert registry("exemple.fr").operator == registry("exemple.re").operator == "afnic"


def test_names_in_patterns() -> None:
    line = registry("exemple.com").lines.not_found[0]
    for text in ('no match for "exemple.com"', "no match for exemple.com", "no match for «a.bc»"):
        assert line.fullmatch(text)
    assert line.fullmatch('no match for "exemple.com"').group("name") == "exemple.com"
    assert not line.fullmatch("no match for anything at all")


def test_no_host_is_invented() -> None:
    text = open_table("whois.toml").decode()
    hosts = re.findall(r'= "([a-z0-9.-]+\.[a-z]{2,}|[a-z0-9.-]+\.xn--[a-z0-9-]+)"', text)
    assert len(set(hosts)) > 80
    assert not any("localhost" in host or host.startswith("192.") for host in hosts)


def test_tables_load() -> None:
    assert any_lines().not_found
    assert "created" in keys().created

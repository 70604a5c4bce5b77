"""A suffix that is read as a part of the name."""

from __future__ import annotations

import pytest
from signals.signal_cases import judged, variants

from confusables.model import Kind


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("rapid.space", "rapidspace.com"),
        ("rapid.space", "rapidspace"),
        ("bit.ly", "bitly.com"),
        ("insta.gram.fr", "gramfr.com"),
        ("inter.net", "internet.fr"),
        ("panier.quebec", "panierquebec.ca"),
        ("book.ing", "booking.com"),
        ("wwwovh.com", "ovh.com"),
        ("ovh.net", "www-ovh.com"),
        ("wwwovhcom.net", "ovh.com"),
    ],
)
def test_found(new: str, old: str) -> None:
    found = judged("domain-hack", new, old)
    assert found is not None
    assert found.kind == Kind.DOMAIN_HACK


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("rapid.space", "rapide.com"),
        ("rapid.space", "rapid.com"),
        ("a.b", "ab.com"),
        ("Rapid", "space"),
        ("www.fr", "fr"),
        ("wwwf.fr", "wwf.fr"),
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("domain-hack", new, old) is None


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("rapid.space", {"rapidspace"}),
        ("bit.ly", {"bitly"}),
    ],
)
def test_variants(name: str, labels: set[str]) -> None:
    assert labels <= variants("domain-hack", name)


@pytest.mark.parametrize(
    ("new", "old", "said"),
    [
        ("wwwovh.com", "ovh.com", "“wwwovh.com” begins like “www.ovh.com”, typed without its dots"),
        (
            "ovh.net",
            "wwwovhnet.fr",
            "“wwwovhnet.fr” begins like “www.ovh.net”, typed without its dots",
        ),
    ],
)
def test_an_address_without_its_dots_is_told_as_that(new: str, old: str, said: str) -> None:
    found = judged("domain-hack", new, old)
    assert found is not None
    assert str(found.says) == said

"""Singular and plural, gender, diminutives."""

from __future__ import annotations

import pytest
from signals.signal_cases import judged, variants

from confusables.model import Kind


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hotelbleu.com", "hotelsbleus.com"),
        ("bluebasket.com", "bluebaskets.com"),
        ("petitpanier.fr", "petitspaniers.fr"),
        ("flower.com", "flowers.com"),
        ("boutique.fr", "boutiques.fr"),
        ("cheval-vert.fr", "chevaux-verts.fr"),
    ],
)
def test_found(new: str, old: str) -> None:
    found = judged("inflection", new, old)
    assert found is not None
    assert found.kind == Kind.INFLECTION


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hotel.com", "motel.com"),
        ("bluebasket.com", "redbaskets.com"),
        ("hotel.com", "hotel.fr"),
        ("flower.com", "flour.com"),
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("inflection", new, old) is None


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("bluebasket.com", {"bluebaskets"}),
        ("flowers.com", {"flower"}),
    ],
)
def test_variants(name: str, labels: set[str]) -> None:
    assert labels <= variants("inflection", name)

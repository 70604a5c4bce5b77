"""Other letters, the same sound."""

from __future__ import annotations

import pytest
from signals.signal_cases import judged, variants

from confusables.model import Kind


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("gandi.net", "ghandi.net"),
        ("freesbee.fr", "frisbee.fr"),
        ("phonix.com", "fonix.com"),
        ("kwikfit.com", "quickfit.com"),
        ("photomaton.fr", "fotomaton.fr"),
        ("bateau.fr", "bato.fr"),
        ("katalog.de", "catalog.de"),
    ],
)
def test_found(new: str, old: str) -> None:
    found = judged("sound", new, old)
    assert found is not None
    assert found.kind == Kind.SOUND


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("gandi.net", "gandi.fr"),
        ("gandi.net", "mandarin.net"),
        ("freesbee.fr", "numergy.fr"),
        ("panier.fr", "jardin.fr"),
        ("日本.jp", "中国.jp"),
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("sound", new, old) is None


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("photomaton.fr", {"fotomaton"}),
    ],
)
def test_variants(name: str, labels: set[str]) -> None:
    assert labels <= variants("sound", name)

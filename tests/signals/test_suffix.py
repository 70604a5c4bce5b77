"""How two endings stand to one another."""

from __future__ import annotations

import pytest
from signals.signal_cases import judged


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("a.com", "a.com"),
        ("a.com", "a.fr"),
        ("a.fr", "a.ca"),
        ("a.co.uk", "a.com"),
    ],
)
def test_found(new: str, old: str) -> None:
    found = judged("suffix", new, old)
    assert found is not None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("Panier bleu", "panier.com"),
        ("Panier bleu", "Mon Panier"),
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("suffix", new, old) is None


@pytest.mark.parametrize(
    ("new", "old", "level"),
    [
        ("a.com", "b.com", "same"),
        ("a.co.uk", "b.co.uk", "same"),
        ("a.ca", "b.com", "generic"),
        ("a.org", "b.fr", "generic"),
        ("a.ca", "b.fr", "other"),
        ("a.рф", "b.fr", "other"),
    ],
)
def test_levels(new: str, old: str, level: str) -> None:
    found = judged("suffix", new, old)
    assert (found.level, found.kind) == (level, None)

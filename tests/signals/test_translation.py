"""The same meaning in another language."""

from __future__ import annotations

import pytest
from signals.signal_cases import judged

from confusables.model import Kind


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("bluebasket.ca", "lepanierbleu.ca"),
        ("greengarden.com", "jardinvert.fr"),
        ("redflower.com", "fleurrouge.fr"),
        ("goldenlion.com", "goldenerloewe.de"),
        ("blackcat.com", "chatnoir.fr"),
    ],
)
def test_found(new: str, old: str) -> None:
    found = judged("translation", new, old)
    assert found is not None
    assert found.kind == Kind.TRANSLATION


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("bluebasket.ca", "lepanierrouge.ca"),
        ("bluebasket.ca", "basketblue.ca"),
        ("greengarden.com", "greengarden.fr"),
        ("numergy.fr", "cloudwatt.fr"),
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("translation", new, old) is None

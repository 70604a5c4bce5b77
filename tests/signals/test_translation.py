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


def test_a_determiner_on_both_sides_tells_more_than_the_word() -> None:
    assert judged("translation", "monjouet.ma", "meinspielzeug.ch").level == "determined"
    assert judged("translation", "jouet.ma", "spielzeug.ch").level == "one-word"


def test_what_a_word_means_in_another_language_is_not_meant() -> None:
    """The English article is no French tea, and letters that are no word mean nothing."""
    assert judged("translation", "etheruim.com", "malecha.co.ua") is None
    assert judged("translation", "mulheres.com.br", "damasio.com.br") is None

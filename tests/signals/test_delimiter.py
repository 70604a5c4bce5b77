"""The same letters with other hyphens."""

from __future__ import annotations

import pytest
from signals.signal_cases import judged, variants

from confusables.model import Kind
from confusables.names import parse
from confusables.signals.delimiter import SIGNAL
from confusables.views import View


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("alterway.fr", "alter-way.fr"),
        ("le-panier-bleu.com", "lepanierbleu.com"),
        ("le-panierbleu.com", "lepanier-bleu.com"),
        ("a-b-c-d.com", "abcd.com"),
        ("bénéteau.com", "béné-teau.com"),
    ],
)
def test_found(new: str, old: str) -> None:
    found = judged("delimiter", new, old)
    assert found is not None
    assert found.kind == Kind.DELIMITER


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("alterway.fr", "alterways.fr"),
        ("alterway.fr", "alterway.com"),
        ("beneteau.com", "béné-teau.com"),
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("delimiter", new, old) is None


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("lepanierbleu.ca", {"le-panier-bleu"}),
        ("alter-way.fr", {"alterway"}),
    ],
)
def test_variants(name: str, labels: set[str]) -> None:
    assert labels <= variants("delimiter", name)


def test_brands_written_as_other_words() -> None:
    found = judged("delimiter", "crossenv", "cross-env")
    assert found is not None
    assert str(found.says).endswith("crossenv and cross-env")
    assert judged("delimiter", "cross env", "cross-env") is None
    assert judged("same-label", "crossenv", "cross-env") is None


def test_hyphens_stand_between_words() -> None:
    found = variants("delimiter", "jardinsecretmtl.ca")
    assert "jardin-secret-mtl" in found
    assert "jardins-ecretmtl" not in found


def test_no_hyphen_stands_beside_letters_that_are_no_word() -> None:
    assert "silver-quin" not in variants("delimiter", "silverquin.com")
    assert "studio-77-rome" in variants("delimiter", "studio77rome.com")
    assert "vuntoro-news" in variants("delimiter", "vuntoronews.com")


def test_hyphens_stand_beside_words_and_names_rather_than_letters() -> None:
    shares = {v.label: v.share for v in SIGNAL.variants(View(parse("cleanriverstrent.org")))}
    assert shares["clean-rivers-trent"] > 5 * shares["clean-rivers-t-rent"]

"""The same words in another order."""

from __future__ import annotations

import pytest
from signals.signal_cases import judged, variants

from confusables import compare
from confusables.model import Kind


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("boutiquedupain.fr", "painboutique.fr"),
        ("bluebasket.com", "basketblue.com"),
        ("panierbleu.ca", "bleupanier.ca"),
        ("cloudguard.com", "guardcloud.com"),
        ("hoteldelaplage.fr", "plagehotel.fr"),
        ("blue-basket.com", "basket-blue.com"),
        ("Green Garden", "Garden Green"),
        ("solymar.es", "marysol.es"),
        ("solemar.it", "maresol.it"),
        ("vinpain.fr", "painetvin.fr"),
        ("if-cfg.com", "cfg-if.com"),
    ],
)
def test_found(new: str, old: str) -> None:
    found = judged("word-order", new, old)
    assert found is not None
    assert found.kind == Kind.WORD_ORDER


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("bluebasket.com", "bluebaskets.com"),
        ("bluebasket.com", "bluebasket.net"),
        ("bluebasket.com", "redbasket.com"),
        ("gandi.net", "andig.net"),
        ("solxmar.es", "marxsol.es"),
        ("liveradios.in", "radiolife.com"),  # one stem in Dutch alone
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("word-order", new, old) is None


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("bluebasket.com", {"basketblue"}),
        ("painboutique.fr", {"boutiquepain"}),
    ],
)
def test_variants(name: str, labels: set[str]) -> None:
    assert labels <= variants("word-order", name)


def test_two_words_of_a_dictionary_are_less_likely_mistaken() -> None:
    listed = judged("word-order", "houseboat.com", "boathouse.com")
    coined = judged("word-order", "painboutique.fr", "boutiquepain.fr")
    assert listed.scale < coined.scale
    assert judged("translation", "houseboat.com", "boathouse.com") is None


def test_words_are_named_and_not_their_stems() -> None:
    found = judged("word-order", "maisonlumiere.fr", "lumieremaison.fr")
    assert str(found.says).endswith("“maison lumiere” and “lumiere maison”")


@pytest.mark.parametrize(
    ("new", "old"),
    [("lacasadelmate.com", "matissecasa.com"), ("lacasadelmate.com", "matconcasa.com")],
)
def test_few_letters_in_common_make_no_forms_of_one_word(new: str, old: str) -> None:
    assert judged("word-order", new, old) is None


def test_short_words_have_forms() -> None:
    assert judged("word-order", "vinidellanonna.it", "nonnavino.it") is not None


def test_the_words_that_a_brand_was_typed_as_are_words() -> None:
    assert compare("cfg-if", "if-cfg").kind == Kind.WORD_ORDER

"""Letters and digits for words that are said so."""

from __future__ import annotations

import pytest
from signals.signal_cases import judged, variants

from confusables import check
from confusables.model import Kind


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("utube.com", "youtube.com"),
        ("utravel.com", "youtravel.com"),
        ("ucat.org", "youcat.org"),
        ("gr8shop.com", "greatshop.com"),
        ("b4you.com", "beforeyou.com"),
        ("urhome.com", "yourhome.com"),
        ("cmoi.fr", "cestmoi.fr"),
        ("diezxdiez.es", "diezpordiez.es"),
        ("iloveu.com", "iloveyou.com"),
    ],
)
def test_found_both_ways(new: str, old: str) -> None:
    for one, other in ((new, old), (old, new)):
        found = judged("shorthand", one, other)
        assert found is not None
        assert found.kind == Kind.SOUND


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("uth.org", "youth.org"),  # part of a word
        ("rtist.com", "areatist.com"),
        ("breeze.com", "seereeze.com"),
        ("utube.com", "yourtube.com"),
        ("u.com", "you.com"),  # nothing beside it
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("shorthand", new, old) is None


def test_variants_of_either() -> None:
    assert "utravel" in variants("shorthand", "youtravel.com")
    assert "youtravel" in variants("shorthand", "utravel.com")


@pytest.mark.parametrize(
    ("new", "old"),
    [("state.com", "stat.com"), ("aimeode.fr", "mode.fr"), ("seeable.com", "cable.com")],
)
def test_words_are_no_shorthand_of_others(new: str, old: str) -> None:
    assert judged("shorthand", new, old) is None


def test_any_place_of_a_word_counts() -> None:
    assert judged("shorthand", "youthforu.org", "youthforyou.org") is not None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("stpierrevelo.fr", "saintpierrevelo.fr"),
        ("drbrown.com", "doctorbrown.com"),
        ("infoparking.de", "informationparking.de"),
        ("bicisol.es", "bicicletasol.es"),
        ("stoantonio.pt", "santoantonio.pt"),
        ("unimensa.de", "universitaetsmensa.de"),
        ("bibliomontreal.ca", "bibliothequemontreal.ca"),
    ],
)
def test_usual_abbreviations(new: str, old: str) -> None:
    assert judged("shorthand", new, old) is not None


@pytest.mark.parametrize(
    ("brand", "domain"),
    [
        ("Ham & Egg", "hamandegg.com"),
        ("Terre & Mer", "terreetmer.fr"),
        ("Müller & Söhne", "muellerundsoehne.de"),
        ("Müller & Söhne", "mullerundsohne.de"),
        ("Canal+", "canalplus.fr"),
        ("100% Local", "100pourcentlocal.fr"),
        ("Sal & Pimienta", "salypimienta.es"),
    ],
)
def test_a_sign_of_a_brand_is_said_as_a_word(brand: str, domain: str) -> None:
    for one, other in ((brand, domain), (domain, brand)):
        assert judged("shorthand", one, other) is not None
    label = domain.partition(".")[0]
    assert label in variants("shorthand", brand)


def test_a_sign_as_a_word_is_what_people_type() -> None:
    for brand, domain in (("Ham & Egg", "hamandegg.com"), ("Terre & Mer", "terreetmer.com")):
        first = [s.domain for s in check(brand).suggestions][:5]
        assert domain in first


def test_a_sign_is_said_in_one_language_and_not_left_out() -> None:
    assert judged("shorthand", "Ham & Egg", "hamegg.com") is None
    assert variants("shorthand", "hamegg.com") == set()

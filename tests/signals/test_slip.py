"""Slips of the finger and the pen."""

from __future__ import annotations

import pytest
from signals.signal_cases import judged, variants

from confusables.model import Kind
from confusables.score import weights
from confusables.signals.slip import LEVELS, both_everyday, cost


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("gandi.net", "ghandi.net"),
        ("panier.fr", "panire.fr"),
        ("panier.fr", "pannier.fr"),
        ("lepanierbleu.ca", "lepanierblau.ca"),
        ("microsoft.com", "micrsoft.com"),
        ("numergy.fr", "numergt.fr"),
    ],
)
def test_found(new: str, old: str) -> None:
    found = judged("typing", new, old)
    assert found is not None
    assert found.kind == Kind.TYPING


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("panier.fr", {"panire", "oanier", "paner", "ppanier"}),
    ],
)
def test_variants(name: str, labels: set[str]) -> None:
    assert labels <= variants("typing", name)


def test_a_neighbouring_key_costs_less_than_a_far_one() -> None:
    assert cost("numergy", "numergt") < cost("numergy", "numergb")


def test_a_letter_that_looks_like_another_costs_less_than_any() -> None:
    assert cost("brelo", "breio") < cost("brelo", "breto")
    assert cost("tacora", "taeora") < cost("tacora", "tabora")


def test_swapped_and_doubled_letters_cost_least() -> None:
    assert cost("panier", "panire") < cost("panier", "paniez")
    assert cost("panier", "pannier") < cost("panier", "panxier")


def test_the_first_letter_is_seldom_got_wrong() -> None:
    assert cost("panier", "xanier") > cost("panier", "panxer")


def test_a_slip_in_a_long_name_is_worth_more_than_one_in_a_short_name() -> None:
    long = judged("typing", "photomaton.fr", "photomatin.fr")
    short = judged("typing", "pot.fr", "pit.fr")
    assert weights().of(long).bits > weights().of(short).bits


def test_names_far_apart_speak_against_a_slip() -> None:
    found = judged("typing", "numergy.fr", "cloudwatt.fr")
    assert found.level == "far"
    assert found.kind is None


def test_the_same_letters_are_no_slip() -> None:
    assert judged("typing", "alterway.fr", "alter-way.fr").level == "same-letters"


@pytest.mark.parametrize(
    ("new", "one_slip", "other_word"),
    [
        ("autoescuelalopez.es", "autoescuelalpez.es", "autoescuelagomez.es"),
        ("fahrschulemeier.de", "fahrschulemeir.de", "fahrschulebecker.de"),
        ("universityofbrown.com", "universityofbrwn.com", "universityofgreen.com"),
    ],
)
def test_words_in_common_are_no_proof_of_a_slip_in_another_word(
    new: str, one_slip: str, other_word: str
) -> None:
    slip, word = judged("typing", new, one_slip), judged("typing", new, other_word)
    assert slip is not None
    assert word is not None
    bits = weights().steps
    assert bits[slip.family, slip.signal, slip.level].bits > 3
    assert bits[word.family, word.signal, word.level].bits < -1
    assert judged("typing", other_word, new).level == word.level


@pytest.mark.parametrize(
    ("new", "old"),
    [("festival2024.com", "festival2025.com"), ("formula1.com", "formula2.com")],
)
def test_another_number_is_no_easy_slip(new: str, old: str) -> None:
    assert "an easy slip" not in str(judged("typing", new, old).says)


def test_words_in_common_prove_no_slip_between_two_words() -> None:
    """river and rider are a letter apart and both words."""
    words = judged("typing", "cleanriver.com", "cleanrider.com")
    slip = judged("typing", "cleanriver.com", "cleanriger.com")
    assert int(words.level.partition("-")[2]) < int(slip.level.partition("-")[2])


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("advocatenkantoorvisser.nl", "advocatenkantoor-ej.nl"),
        ("marshconstruction.co.uk", "matsonconstruction.co.uk"),
        ("agriturismoferrara.it", "agriturismoferdy.it"),
    ],
)
def test_what_stands_beside_shared_words_is_another_word(new: str, old: str) -> None:
    found = judged("typing", new, old)
    assert found.level in ("far", "near-1", "near-2", "near-3")
    assert "slip" not in str(found.says)
    assert judged("typing", "rocknroll.com", "rockandroll.com").level not in ("far", "near-2")


def test_digits_put_in_another_order_are_a_slip() -> None:
    swapped = judged("typing", "hotel58.com", "hotel85.com")
    other = judged("typing", "hotel58.com", "hotel95.com")
    places = [level for _, level in LEVELS]
    assert places.index(swapped.level) > places.index(other.level)


def test_one_of_two_letters_where_words_meet_is_left_out() -> None:
    """What is read in the rest, an alm, is no word that anybody meant."""
    for one, other in (("strohhalm.de", "strohalm.de"), ("strohalm.de", "strohhalm.de")):
        met = judged("typing", one, other)
        assert (
            weights().of(met).bits > weights().of(judged("typing", "strohhalm", "strohhalt")).bits
        )


def test_a_plural_and_a_word_of_the_same_meaning_are_no_other_words() -> None:
    for one, other in (("stores", "store"), ("centre", "center")):
        assert not both_everyday(one, other, "en")
    assert both_everyday("mouse", "moose", "en")


@pytest.mark.parametrize(
    ("compound", "words"),
    [("moonlight.com", "moonflight.com"), ("fietspad.nl", "fietsbad.nl")],
)
def test_a_compound_beside_two_words_proves_no_slip_in_another_word(
    compound: str, words: str
) -> None:
    """light and flight are words, wherever the table has one of the two as a compound."""
    places = ["far", *(level for _, level in LEVELS)]
    for new, old in ((compound, words), (words, compound)):
        found = judged("typing", new, old)
        assert places.index(found.level) < places.index("near-11")
        assert judged("sound", new, old) is None


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("tongue", "tounge"),
        ("restaurant", "restaraunt"),
        ("bibliothek", "bibliotekh"),
        ("problema", "plobrema"),
    ],
)
def test_a_letter_that_is_moved_is_one_slip(right: str, wrong: str) -> None:
    moved, swapped = cost(right, wrong), cost(right, right[:2] + right[3] + right[2] + right[4:])
    assert swapped < moved < 2 * swapped
    assert cost(wrong, right) == moved


def test_a_letter_that_is_moved_far_is_two() -> None:
    assert cost("abcdefgh", "bcdefagh") > cost("abcdefgh", "bcdaefgh") + 2.0

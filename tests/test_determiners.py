"""Which letters at the beginning of a name are a determiner."""

from __future__ import annotations

import pytest

from confusables.determiners import is_phrase, one_letter, readable, runs_across, stands_before


@pytest.mark.parametrize(
    ("determiner", "rest"),
    [
        ("le", "panierbleu"),
        ("mon", "promologis"),
        ("la", "postemobile"),
        ("leur", "shop"),
        ("my", "velo"),  # English ones stand before words of all languages
        ("jede", "schule"),
        ("ogni", "giorno"),
    ],
)
def test_letters_that_are_one(determiner: str, rest: str) -> None:
    assert stands_before(determiner, rest)


@pytest.mark.parametrize(
    ("determiner", "rest"),
    [
        ("des", "cartes"),  # a listed name
        ("gli", "wice"),
        ("ein", "stein"),
        ("la", "pinblanc"),  # lapin blanc
        ("des", "sertvoyage"),  # dessert voyage
        ("le", "x"),
        ("le", "tuin"),  # a Dutch word behind two French letters
        ("het", "tich"),
        ("ein", "sicht"),
    ],
)
def test_letters_that_begin_a_word(determiner: str, rest: str) -> None:
    assert not stands_before(determiner, rest)


@pytest.mark.parametrize(
    ("letter", "rest", "found"),
    [
        ("o", "mundo", True),
        ("a", "padaria", True),
        ("l", "avenir", True),
        ("l", "panier", False),  # elided before a vowel alone
        ("o", "panier", False),  # no French article
        ("a", "round", False),  # a word itself
        ("o", "lua", False),  # too few letters
    ],
)
def test_an_article_of_one_letter(letter: str, rest: str, found: bool) -> None:
    assert one_letter(letter, rest) == found


def test_what_is_made_of_words() -> None:
    assert readable("lapinblanc")
    assert not readable("qxzvw")


@pytest.mark.parametrize(
    ("determiner", "rest", "found"),
    [
        ("mon", "bus", True),
        ("le", "lac", True),
        ("mein", "weg", True),
        ("the", "dog", True),
        ("la", "pin", False),  # a rabbit
        ("ma", "tin", False),  # a morning
        ("mein", "bus", True),
        ("los", "bus", True),  # the same in many languages
        ("der", "xqz", False),
        ("un", "dog", False),  # no French or Spanish dog
    ],
)
def test_before_three_letters_that_are_a_word_of_its_language(
    determiner: str, rest: str, found: bool
) -> None:
    assert stands_before(determiner, rest) == found


def test_function_words_stand_where_those_of_a_phrase_do() -> None:
    assert is_phrase("fr", ("maison", "de", "la", "mer"))
    assert not is_phrase("en", ("my", "in", "sales"))


@pytest.mark.parametrize(
    ("determiner", "rest"),
    [
        ("mon", "icadentistry"),
        ("le", "xusgarage"),
        ("el", "tontrucks"),
        ("sa", "msungphones"),
        ("ma", "zdacars"),
    ],
)
def test_the_beginning_of_a_name_is_no_determiner_before_other_words(
    determiner: str, rest: str
) -> None:
    assert runs_across(determiner, rest)
    assert not stands_before(determiner, rest)


def test_a_determiner_before_words_stays_one_though_a_name_begins_so() -> None:
    assert stands_before("la", "croixblanche")
    assert stands_before("mon", "jardinier")

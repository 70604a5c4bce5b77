"""How much of a name is left beside a generic word."""

from __future__ import annotations

import pytest

from confusables.rests import distinctive, goes_on, is_count, is_own, step


@pytest.mark.parametrize(
    ("rest", "own"),
    [
        ("brontiquel", True),
        ("panierbleu", True),
        ("house", False),
        ("bankof", False),  # a word with a linking one behind it
        ("delsol", False),  # or before it
        ("lapomme", True),  # an article makes a name as good as without
    ],
)
def test_a_name_of_its_own(rest: str, own: bool) -> None:
    assert is_own(rest) is own


@pytest.mark.parametrize("count", ["1850", "2031", "300", "5000", "25000"])
def test_a_year_or_a_round_number_is_no_name(count: str) -> None:
    assert is_count(count)
    assert step(count) == 1


@pytest.mark.parametrize("number", ["4711", "1688", "360", "20", "7", "1234", "2031a", ""])
def test_another_number_may_be_one(number: str) -> None:
    assert not is_count(number)


@pytest.mark.parametrize("rest", ["ecolede", "dumarche", "panedel"])
def test_a_linking_word_goes_on(rest: str) -> None:
    assert goes_on(rest)


@pytest.mark.parametrize("rest", ["ecole", "marche", "brontiquel", "x"])
def test_others_do_not(rest: str) -> None:
    assert not goes_on(rest)


@pytest.mark.parametrize("rest", ["", "x", "house", "brontiquel", "名"])
def test_steps_follow_what_a_rest_tells(rest: str) -> None:
    assert 0.0 <= distinctive(rest) <= 1.0
    assert 1 <= step(rest) <= 4

"""Letters that the sound or the words explain are not counted again."""

from __future__ import annotations

import pytest

from confusables import spelling
from confusables.checker import compare
from confusables.judging import evidence
from confusables.names import parse
from confusables.signals.slip import LEVELS
from confusables.spelling import SLIPS
from confusables.views import View


def letters(new: str, old: str) -> set[tuple[str, str]]:
    """The evidence of the letters, the same both ways round."""
    one, other = View(parse(new)), View(parse(old))
    there = {(e.signal, e.level) for e in evidence(one, other) if e.family == "letters"}
    back = {(e.signal, e.level) for e in evidence(other, one) if e.family == "letters"}
    assert there == back
    return there


@pytest.mark.parametrize(
    ("new", "old"),
    [("kwikbet.com", "quickbet.com"), ("filadelfia.it", "philadelphia.com")],
)
def test_names_of_one_sound_need_not_share_letters(new: str, old: str) -> None:
    assert ("spelling", "said") in letters(new, old)
    found = compare(new, old)
    assert [t.level for t in found.terms if t.family == "letters"] == ["said"]


@pytest.mark.parametrize("new", ["ivecogroup.com", "ivecobus.com", "iveco-deutschland.de"])
def test_what_stands_beside_a_name_makes_it_no_nearer(new: str) -> None:
    assert letters(new, "iveco.com") == {("spelling", "beside")}
    assert letters(new, "iveco.it") == {("spelling", "beside")}


def test_a_slip_counts_beside_a_name_too() -> None:
    (found,) = letters("binanceplay.com", "binancepay.com")
    assert found[0] == "typing"


def test_other_names_are_compared_by_letters_alone() -> None:
    for new, old in (("panier.fr", "panire.fr"), ("bleu.fr", "rouge.fr")):
        (found,) = letters(new, old)
        assert found[0] == "typing"


@pytest.mark.parametrize(
    ("new", "old"), [("clicsanté.ca", "clicsante.ca"), ("gооgle.ca", "google.ca")]
)
def test_beside_other_accents_or_scripts_the_letters_are_not_called_the_same(new, old) -> None:
    told = [term.because for term in compare(new, old).terms]
    assert "no other letter or digit differs" in told
    assert "the same letters and digits" not in told


def test_the_words_of_the_new_name_are_told_as_they_were_typed() -> None:
    told = " ".join(t.because for t in compare("Énergie Verte", "mutuelleverte.com").terms)
    assert "“verte” with “mutuelle” in place of “énergie”" in told
    told = " ".join(t.because for t in compare("mutuelleverte.com", "énergieverte.fr").terms)
    assert "énergie" not in told.partition("mutuelle")[0]
    assert compare("cœurvert.fr", "coeurbleu.fr").terms
    for new, old in (("énergieverte.fr", "mutuelleverte.fr"), ("clicsanté.ca", "clicsante.ca")):
        there, back = compare(new, old), compare(old, new)
        assert there.probability == back.probability
        assert [t.bits for t in there.terms] == [t.bits for t in back.terms]


@pytest.mark.parametrize(
    ("new", "old", "told"),
    [
        ("Green Homes Grant", "green.co.uk", "“green”, one with “homes grant” beside it"),
        ("École en ligne", "ecole-paysage.fr", "“école” with “paysage” in place of “en ligne”"),
        (
            "Forêt brûlée camping",
            "foretbruleecottages.fr",
            "both hold the words “forêt brûlée”",
        ),
        ("Œuvre d'art", "oeuvre.lu", "both hold the word “œuvre”, one with “d’art” beside it"),
        ("Ma Santé Québec", "sante.fr", "“ma … québec”, words that many names have"),
        ("Digital Health Europe", "digitalhealth.pe", "“europe”, a word that many names have"),
        ("Orange bleue", "lorangebleue.fr", "“l’” put before “orange bleue”"),
        ("(Re)Québec", "quebec.ca", "“requébec” holds all of “quebec”"),
    ],
)
def test_a_brand_of_several_words_is_told_of_with_what_parts_them(new, old, told) -> None:
    assert any(told in term.because for term in compare(new, old).terms)


def test_a_slip_begins_where_names_are_no_longer_apart() -> None:
    order = ["far", *(level for _, level in LEVELS)]
    assert [level for level in order if level in spelling._APART] == order[: order.index(SLIPS)]

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from market_made import reach, registration

from confusables.market import country_of_suffix
from confusables.market.markets import meeting, reach_of_existing, reach_of_launch
from confusables.model import Answer, Country, Reading, Reason, Verdict
from confusables.results import Overlap
from confusables.words import read

FRENCH = (Reading("fr", ("panier", "bleu"), ("panier", "bleu")),)
ENGLISH = (Reading("en", ("blue", "basket"), ("blue", "basket")),)
UNREAD = (Reading("und", ("zzyx",), ("zzyx",)),)

countries = st.lists(st.sampled_from(["CA", "FR", "BE", "US", "SN", "AQ"]), unique=True)
languages = st.lists(st.sampled_from(["fr", "en", "de"]), unique=True)
reaches = st.builds(
    lambda c, s, open_to_all: reach(c, s, open_to_all=open_to_all),
    countries, languages, st.booleans(),
)  # fmt: skip


def test_a_launch_where_its_suffix_is():
    found = reach_of_launch("ca", FRENCH)
    assert found.countries == ("CA",)
    assert set(found.languages) == {"en", "fr"}
    assert not found.open_to_all


def test_what_is_given_stands_before_what_the_suffix_says():
    found = reach_of_launch("ca", FRENCH, ["FR", "BE"], ["fr"])
    assert found.countries == ("FR", "BE")
    assert found.languages == ("fr",)


def test_a_place_suggests_its_language():
    assert "fr" in reach_of_launch("quebec", UNREAD).languages
    assert reach_of_launch("bzh", UNREAD).countries == ("FR",)


def test_an_existing_name_is_where_it_is_stated_and_where_its_suffix_is():
    found = reach_of_existing(registration("exemple.fr", countries=("CH",)), UNREAD)
    assert found.countries == ("CH", "FR")
    assert {"de", "fr", "it"} <= set(found.languages)


def test_a_lookup_tells_the_country_of_the_holder_not_of_the_registrar():
    answer = Answer(
        Verdict.REGISTERED, Reason.FOUND,
        countries=(Country("BE", "registrant"), Country("US", "registrar")),
    )  # fmt: skip
    assert reach_of_existing(registration(), FRENCH, answer).countries == ("BE",)


def test_a_language_that_many_use_counts_where_the_name_is_read_in_it():
    german = registration("bluebasket.de")
    assert "en" in reach_of_existing(german, ENGLISH).languages
    assert "en" not in reach_of_existing(german, UNREAD).languages


@pytest.mark.parametrize("readings", [FRENCH, ENGLISH, read("digiweb"), UNREAD])
def test_where_no_country_is_known_the_words_of_a_name_tell_no_language(readings):
    assert reach_of_existing(registration(), readings).languages == ()
    assert reach_of_launch(None, readings).languages == ()


@pytest.mark.parametrize("suffix", ["com", "io", "net"])
def test_names_under_an_ending_open_to_all_meet_alike_whatever_their_words(suffix):
    launch = reach_of_launch(None, UNREAD, ["US"])
    for readings in (FRENCH, ENGLISH, UNREAD):
        found = meeting(launch, reach_of_existing(registration(f"x.{suffix}"), readings))
        assert found.overlap == Overlap.GENERIC_SUFFIX


def test_a_language_that_few_use_is_not_shared_by_the_words_of_a_name():
    dutch = registration("ons-dossier.nl")
    assert "fr" not in reach_of_existing(dutch, FRENCH).languages
    assert "en" in reach_of_existing(dutch, ENGLISH).languages


def test_a_country_without_data_is_not_known():
    none = reach_of_launch(None, UNREAD, ["AQ"])
    assert none.countries == ("AQ",)
    assert none.languages == ()
    assert meeting(none, reach(["FR"], ["fr"])).overlap == Overlap.NOT_KNOWN


CASES = [
    (reach(["CA"], ["fr"]), reach(["CA"], ["en"]), Overlap.SAME_COUNTRY),
    (reach(["CA"], ["en", "fr"]), reach(["FR"], ["fr"]), Overlap.SHARED_LANGUAGE),
    (reach(["DE"], ["de"]), reach(["FR"], ["fr"], open_to_all=True), Overlap.GENERIC_SUFFIX),
    (reach(open_to_all=True), reach(["FR"], ["fr"]), Overlap.GENERIC_SUFFIX),
    (reach(["DE"], ["de"]), reach(["FR"], ["fr"]), Overlap.NONE),
    (reach(), reach(["FR"], ["fr"]), Overlap.NOT_KNOWN),
    (reach(), reach(), Overlap.NOT_KNOWN),
]


@pytest.mark.parametrize(("new", "existing", "overlap"), CASES)
def test_how_markets_meet(new, existing, overlap):
    assert meeting(new, existing).overlap == overlap
    assert meeting(existing, new).overlap == overlap


@pytest.mark.parametrize(
    ("one", "other"), [*itertools.combinations(["CA", "FR", "BE", "CH", "SN"], 2)]
)
def test_french_is_shared_from_quebec_to_west_africa(one, other):
    found = meeting(reach_of_launch(None, UNREAD, [one]), reach_of_launch(None, UNREAD, [other]))
    assert "fr" in found.shared_languages
    assert found.overlap == Overlap.SHARED_LANGUAGE


@given(reaches, reaches)
def test_the_other_way_round_they_meet_alike(one, other):
    there, back = meeting(one, other), meeting(other, one)
    assert there.overlap == back.overlap
    assert set(there.shared_languages) == set(back.shared_languages)
    assert set(there.shared_languages) <= set(one.languages) & set(other.languages)


def test_the_country_of_a_suffix():
    assert country_of_suffix("quebec") == "CA"
    assert country_of_suffix("com") is None
    assert country_of_suffix(None) is None

from __future__ import annotations

import pytest

from confusables.errors import InvalidLaunch
from confusables.territories import (
    country_code,
    country_name,
    language_code,
    language_name,
    languages_of,
    place_of,
)


def test_languages_of_a_country_with_share_and_status():
    canada = {s.language: s for s in languages_of("CA")}
    assert canada["fr"].status == "o"
    assert 0.2 < canada["fr"].share < 0.4
    assert languages_of("ZZ") == ()


@pytest.mark.parametrize("code", ["ca", " CA ", "Ca"])
def test_codes_in_any_case(code):
    assert country_code(code) == "CA"
    assert language_code(code.lower()) == "ca"  # Catalan


@pytest.mark.parametrize(
    ("code", "meant"),
    [("UK", "GB is meant"), ("XX", "such as CA"), ("", "such as"), ("CAN", "such")],
)
def test_unknown_countries(code, meant):
    with pytest.raises(InvalidLaunch, match=meant):
        country_code(code)


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("fr-CA", "fr is meant"),
        ("jp", "ja is meant"),
        ("xx", "such as fr"),
        ("français", "such as"),
    ],
)
def test_unknown_languages(code, meant):
    with pytest.raises(InvalidLaunch, match=meant):
        language_code(code)


def test_names_in_both_languages():
    assert country_name("US") == "United States"
    assert country_name("US", "fr") == "États-Unis"
    assert language_name("fr", "fr") == "français"
    assert country_name("ZZ", "fr") == "ZZ"


@pytest.mark.parametrize(
    ("suffix", "country", "worldwide"),
    [
        ("ca", "CA", False),
        ("qc.ca", "CA", False),
        ("quebec", "CA", False),
        ("co.uk", "GB", False),
        ("uk", "GB", False),
        ("com", None, True),
        ("io", None, True),
        ("eu", None, True),
        ("gov", "US", False),
        ("test", None, False),
        (None, None, False),
    ],
)
def test_places_of_suffixes(suffix, country, worldwide):
    place = place_of(suffix)
    assert (place.country, place.worldwide) == (country, worldwide)

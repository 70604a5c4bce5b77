from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confusables.market.first import earliest, first, span
from confusables.results import Who

TODAY = dt.date(2026, 11, 26)
dates = st.dates(dt.date(1985, 1, 1), dt.date(2030, 12, 31)).flatmap(
    lambda d: st.sampled_from([d.isoformat(), d.isoformat()[:7], d.isoformat()[:4]])
)


@pytest.mark.parametrize(
    ("new", "existing", "who"),
    [
        ("2020-04-05", "2017-06", Who.EXISTING),
        ("2017-06", "2020-04-05", Who.NEW),
        ("2017-06", "2017-06-15", Who.NOT_KNOWN),
        ("2017", "2017-06-15", Who.NOT_KNOWN),
        ("2017", "2018", Who.NEW),
        ("2017-06-15", "2017-06-15", Who.NOT_KNOWN),
        ("2017-06-16", "2017-06-15", Who.EXISTING),
        ("2017-07", "2017-06-30", Who.EXISTING),
        ("2017-06-15", None, Who.NOT_KNOWN),
        (None, None, Who.NOT_KNOWN),
        (None, "2017-06", Who.NOT_KNOWN),
        ("2020", "someday", Who.NOT_KNOWN),
    ],
)
def test_dates_are_compared_as_spans(new, existing, who):
    found = first(new, existing, planned=None)
    assert found.who == who
    assert found.because
    assert "{" not in found.because


def test_a_name_not_launched_yet_is_younger_than_what_is_documented():
    found = first(None, "2017-06", planned=TODAY)
    assert found.who == Who.EXISTING
    assert "taken as not yet launched" in found.because
    assert first(None, "2026", planned=TODAY).who == Who.NOT_KNOWN
    assert first(None, "2027-01", planned=TODAY).who == Who.NOT_KNOWN
    assert first(None, None, planned=TODAY).who == Who.NOT_KNOWN


@given(dates, dates)
def test_the_other_way_round_the_answer_is_the_other(one, other):
    turned = {Who.NEW: Who.EXISTING, Who.EXISTING: Who.NEW, Who.NOT_KNOWN: Who.NOT_KNOWN}
    assert first(one, other, planned=None).who == turned[first(other, one, planned=None).who]


@given(dates)
def test_a_span_begins_and_ends_within_what_is_written(date):
    begin, end = span(date)
    assert begin <= end
    assert begin.isoformat().startswith(date)
    assert end.isoformat().startswith(date)


@pytest.mark.parametrize(
    "text", ["", "x", "2017-00", "2017-13", "2017-02-30", "0000", "17", "٢٠١٧"]
)
def test_what_is_no_date_has_no_span(text):
    assert span(text) is None


def test_a_moment_is_its_day():
    assert span("2017-06-15T23:59:59Z") == (dt.date(2017, 6, 15), dt.date(2017, 6, 15))


def test_the_earliest_of_several_dates():
    assert earliest("2017-06", "2016-03-01", None) == "2016-03-01"
    assert earliest("2017", "2017-01-01") == "2017-01-01"
    assert earliest(None, "nonsense") is None
    assert earliest() is None

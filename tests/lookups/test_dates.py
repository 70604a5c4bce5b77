"""Dates as registries write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confusables.lookups.dates import read_date


@pytest.mark.parametrize(
    ("stated", "read"),
    [
        ("2001-02-03T04:05:06Z", "2001-02-03"),
        ("2001-02-03 04:05:06", "2001-02-03"),
        ("2001/02/03", "2001-02-03"),
        ("2001.02.03", "2001-02-03"),
        ("2001. 02. 03.", "2001-02-03"),
        ("20010203", "2001-02-03"),
        ("20010203 18:52:05", "2001-02-03"),
        ("03-Feb-2001 04:05:06 UTC", "2001-02-03"),
        ("3 February 2001", "2001-02-03"),
        ("02nd August 2000", "2000-08-02"),
        ("February 3 2001", "2001-02-03"),
        ("Sat Feb  3 04:05:06 2001", "2001-02-03"),
        ("Sat Feb 3 04:05:06 UTC 2001", "2001-02-03"),
        ("Mar 25 01:57:22 PDT 2009", "2009-03-25"),
        ("2001-Feb-03.", "2001-02-03"),
        ("03.02.2001 04:05:06", "2001-02-03"),
        ("3.2.2001", "2001-02-03"),
        ("13/02/2001", "2001-02-13"),
        ("02/13/2001", "2001-02-13"),
        ("02/02/2001", "2001-02-02"),
        ("03/02/2001", None),
        ("03-02-2001", None),
        ("31/02/2001", None),
        ("2001-02-30", None),
        ("0000-00-00", None),
        ("01/02/03", None),
        ("1970-01-01", None),
        ("9999-01-01", None),
        ("before Aug-1996", None),
        ("", None),
        ("soon", None),
        ("22 pdt 2009", None),
    ],
)
def test_forms(stated, read) -> None:
    assert read_date(stated) == read


def test_the_registrys_order() -> None:
    assert read_date("03/02/2001", day_first=True) == "2001-02-03"
    assert read_date("03/02/2001", day_first=False) == "2001-03-02"
    assert read_date("13/02/2001", day_first=False) is None


@given(st.text(max_size=100), st.sampled_from([True, False, None]))
def test_total(text, day_first) -> None:
    found = read_date(text, day_first=day_first)
    assert found is None or len(found) == 10


@given(st.dates())
def test_iso_dates_come_back(day) -> None:
    kept = day.isoformat() if 1983 <= day.year <= 2200 else None
    assert read_date(day.isoformat()) == kept

"""Countries, to ISO 3166 alpha-2."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confusables.lookups.countries import country_code


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("FR", "FR"),
        ("fr", "FR"),
        ("UK", "GB"),
        ("France", "FR"),
        ("China (CN)", "CN"),
        ("United States of America (the)", "US"),
        ("UNITED STATES", "US"),
        ("U.S.A.", "US"),
        ("Côte d'Ivoire", "CI"),
        ("Korea, Republic of", "KR"),
        ("Germany [DE]", "DE"),
        ("Russian Federation", "RU"),
        ("Réunion", "RE"),
        ("ZZ", None),
        ("Narnia", None),
        ("", None),
        ("REDACTED FOR PRIVACY", None),
        ("France or Belgium", None),
    ],
)
def test_forms(stated, code) -> None:
    assert country_code(stated) == code


@given(st.text(max_size=150))
def test_total(text) -> None:
    found = country_code(text)
    assert found is None or len(found) == 2

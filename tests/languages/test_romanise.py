"""Other scripts in Latin letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from confusables.languages.romanise import romanise


def test_romanise() -> None:
    assert romanise("panier") == "panier"
    assert romanise("bénéteau") == "bénéteau"
    assert romanise("привет") == "privet"
    assert romanise("ευρο") == "evro"
    assert romanise("世界") is None
    assert romanise("שלום") is None
    assert romanise("123") == "123"


@given(st.text(max_size=14))
def test_romanise_is_total(text: str) -> None:
    latin = romanise(text)
    assert latin is None or isinstance(latin, str)

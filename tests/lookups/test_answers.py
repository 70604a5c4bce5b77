"""The edge where a text becomes A-labels, and what an organisation is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confusables.lookups.answers import a_label, forms, moment, organisation, unknown
from confusables.model import Reason, Verdict
from confusables.owners import is_withheld


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Exemple.TEST", "exemple.test"),
        ("exemple.test.", "exemple.test"),
        ("faß.de", "xn--fa-hia.de"),
        ("bénéteau.com", "xn--bnteau-bvab.com"),
        ("be\u0301ne\u0301teau.com", "xn--bnteau-bvab.com"),
        ("a.b.c.test", "a.b.c.test"),
        ("exemple", None),
        ("192.0.2.1", None),
        ("exemple.1", None),
        ("a_b.test", None),
        ("-a.test", None),
        ("a b.test", None),
        ("", None),
    ],
)
def test_a_label(typed, asked) -> None:
    assert a_label(typed) == asked


@given(st.text(max_size=300))
def test_a_label_is_total_and_stable(text) -> None:
    made = a_label(text)
    if made is not None:
        assert made.isascii()
        assert a_label(made) == made
        assert made in forms(made)


def test_unknown_says_why() -> None:
    answer = unknown(Reason.TIMEOUT, "rdap", "late")
    assert (answer.verdict, answer.reason, answer.note) == (Verdict.UNKNOWN, Reason.TIMEOUT, "late")
    assert answer.at is not None
    assert answer.at <= moment()


def test_organisation() -> None:
    assert organisation(None, None) is None
    assert organisation("Exemple SA", None) == "Exemple SA"
    assert organisation("Camille Exemple", "Camille Exemple") is None
    assert organisation("Camille Exemple", "Camille Exemple", sure=True) == "Camille Exemple"
    assert is_withheld("Data Protected, Private Person")

"""Text from strangers, made fit to be shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confusables.clean import clean, defuse


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Exemple SA", "Exemple SA"),
        ("a\x1b[31mb\x07", "a[31mb"),
        ("a\u202eb\u2066c\u200dd\ufeffe\u00adf", "abcdef"),
        ("a\n\r\t\u2028 b\u3000c\u00a0d", "a b c d"),
        ("\ud800a\ue000\U000e0041", "a"),
        ("☺\ufe0f", "☺"),
        ("Société Générale 例", "Société Générale 例"),
        ("ㅤa\u115fb", "ab"),
    ],
)
def test_clean(text, shown) -> None:
    assert clean(text) == shown


def test_clean_is_short() -> None:
    assert clean("a" * 1000, 10) == "aaaaaaaaa…"
    assert len(clean("\u200b" * 10_000_000 + "a")) <= 1


@given(st.text())
def test_clean_is_total_idempotent_and_printable(text) -> None:
    shown = clean(text)
    assert clean(shown) == shown
    assert shown.isprintable()


@given(st.text(max_size=30))
def test_defuse(cell) -> None:
    safe = defuse(cell)
    assert safe in (cell, "'" + cell)
    assert safe.lstrip(" \u00a0\u3000")[:1] not in ("=", "+", "-", "@", "\t", "\r", "\n")

"""Adjacent keys: what typists know of their keyboards, and laws over all layouts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confusables.errors import TablesError
from confusables.keyboards import _layouts, adjacent, layouts, neighbours

characters = st.sampled_from(sorted({c for name in layouts() for c in neighbours(name)}))


def test_the_layouts():
    assert set(layouts()) >= {"qwerty", "azerty", "qwertz", "es", "it", "pt", "nl", "ca-fr", "be"}
    assert list(layouts()) == sorted(layouts())


@pytest.mark.parametrize(
    ("layout", "key", "near"),
    [
        ("qwerty", "s", "adewxz"),
        ("qwerty", "q", "12aw"),
        ("qwerty", "m", "jkn"),
        ("azerty", "a", "12qzé"),
        ("azerty", "m", "lpù"),
        ("azerty", "w", "qsx"),
        ("qwertz", "z", "67ghtu"),
        ("qwertz", "y", "asx"),
        ("es", "ñ", "lp"),
        ("pt", "ç", "lp"),
    ],
)
def test_keys_and_those_beside_them(layout, key, near):
    assert neighbours(layout)[key] == near


def test_a_letter_beside_another_on_one_layout_only():
    assert "t" in neighbours("qwertz")["z"]
    assert not any("t" in neighbours(layout)["z"] for layout in ("qwerty", "azerty"))
    assert adjacent("z", "t")
    assert not adjacent("q", "p")


@pytest.mark.parametrize("layout", layouts())
def test_every_layout_has_the_letters_and_digits(layout):
    keys = neighbours(layout)
    assert set("abcdefghijklmnopqrstuvwxyz0123456789") <= set(keys)
    for key, near in keys.items():
        assert list(near) == sorted(set(near) - {key})
        assert all(key in keys[other] for other in near)
        assert key == key.lower()
        assert key.isalnum()
    assert all(keys[letter] for letter in "abcdefghijklmnopqrstuvwxyz")


@given(characters, characters)
def test_beside_is_mutual_and_never_oneself(a, b):
    assert adjacent(a, b) is adjacent(b, a)
    assert not adjacent(a, a)


@given(st.text(), st.text())
def test_any_texts_can_be_asked_about(a, b):
    assert adjacent(a, b) is adjacent(b, a)


def test_an_unknown_layout_is_said_with_those_there_are():
    with pytest.raises(ValueError, match=r"no keyboard layout 'dvorak'; there are azerty"):
        neighbours("dvorak")


def test_a_layout_cannot_be_changed():
    with pytest.raises(TypeError):
        neighbours("qwerty")["a"] = ""  # type: ignore[index]


def test_a_damaged_table_is_said(monkeypatch):
    monkeypatch.setattr("confusables.keyboards.open_table", lambda name: b"#\nqwerty\ta\n")
    with pytest.raises(TablesError, match=r"keyboards\.tsv is damaged"):
        _layouts.__wrapped__()

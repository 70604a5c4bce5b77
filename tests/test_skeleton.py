"""Skeletons, scripts and look-alikes: examples, and laws that hold for any text."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confusables.errors import TablesError
from confusables.skeleton import (
    _load,
    _scripts,
    is_mixed,
    lookalike,
    scripts,
    skeleton,
    unicode_version,
)

anything = st.text(st.characters(min_codepoint=0, max_codepoint=sys.maxunicode), max_size=80)
alike = st.lists(st.sampled_from(["rn", "m", "cl", "d", "vv", "w", "0", "o", "1", "l", "i"]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("paypal", "раураӏ"),
        ("google", "gооgle"),
        ("apple", "аррӏе"),
        ("microsoft", "rnicrosoft"),
        ("o1net", "01net"),
        ("paypal", "pаypаl"),
        ("beneteau", "BENETEAU"),
        ("ab", "a\u200db"),
        ("ﬁn", "fin"),
        ("bénéteau", "be\u0301ne\u0301teau"),
    ],
)
def test_texts_that_look_the_same(one, other):
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("beneteau", "bénéteau"), ("lion", "lien"), ("", "a")])
def test_texts_that_do_not(one, other):
    assert skeleton(one) != skeleton(other)


def test_the_table_is_whole():
    version, table = _load()
    assert version == unicode_version() == "17.0.0"
    assert len(table) > 10_000
    assert table[ord("m")] == "rn"
    assert table[0x0430] == "a"
    assert table[0x200B] == ""


@given(anything)
def test_skeletons_are_total_and_idempotent(text):
    assert skeleton(skeleton(text)) == skeleton(text)


@given(st.integers(0, sys.maxunicode))
def test_skeletons_of_single_characters_are_idempotent(code):
    assert skeleton(skeleton(chr(code))) == skeleton(chr(code))


@given(anything, anything)
def test_skeletons_of_ascii_go_letter_by_letter(one, other):
    one, other = (text.encode("ascii", "ignore").decode() for text in (one, other))
    assert skeleton(one + other) == skeleton(one) + skeleton(other)


@given(anything)
def test_lookalikes_are_total_and_idempotent(text):
    assert lookalike(lookalike(text)) == lookalike(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rnicrosoft", "microsoft"),
        ("clouclwatt", "doudwatt"),
        ("vvvv", "ww"),
        ("wv", "vw"),
        ("o1net", "01net"),
        ("paypa1", "paypal"),
        ("paypai", "paypal"),
        ("rnn", "mn"),
        ("ocl", "od"),
        ("ccl", "cd"),
        ("rrn", "rm"),
        ("b4nk", "bank"),
        ("face8ook", "facebook"),
        ("bu55iness", "bussiness"),
        ("5tarlight", "starlight"),
        ("4b4ndon", "abandon"),
        ("5p33dtest", "speedtest"),
    ],
)
def test_labels_that_look_alike(one, other):
    assert lookalike(one) == lookalike(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cinema", "dnema"),
        ("nn", "m"),
        ("5", "s"),
        ("u", "v"),
        ("studio5", "studios"),
        ("3com", "ecom"),
    ],
)
def test_labels_that_do_not_look_alike(one, other):
    assert lookalike(one) != lookalike(other)


@given(st.lists(st.sampled_from([("rn", "m"), ("cl", "d"), ("vv", "w"), ("0", "o"), ("1", "l")])))
def test_any_number_of_swaps_looks_alike(pairs):
    assert lookalike("-".join(a for a, _ in pairs)) == lookalike("-".join(b for _, b in pairs))


@given(alike, alike)
def test_lookalikes_of_parts_are_parts_of_the_whole(one, other):
    a, b = "".join(one), "".join(other)
    assert lookalike(f"x{a}-{b}") == lookalike("x" + a) + "-" + lookalike(b)


@pytest.mark.parametrize(
    ("text", "found", "mixed"),
    [
        ("shop24", {"Latin"}, False),
        ("24", set(), False),
        ("bénéteau", {"Latin"}, False),
        ("магазин", {"Cyrillic"}, False),
        ("gооgle", {"Latin", "Cyrillic"}, True),
        ("αlpha", {"Latin", "Greek"}, True),
        ("東京カフェー", {"Han", "Katakana"}, False),
        ("ひらカタ漢", {"Hiragana", "Katakana", "Han"}, False),
        ("韓国어", {"Han", "Hangul"}, False),
        ("ひ한", {"Hiragana", "Hangul"}, True),
        ("漢ㄅ", {"Han", "Bopomofo"}, False),
        ("東京tower", {"Han", "Latin"}, True),
        ("العربية", {"Arabic"}, False),
        ("עברית", {"Hebrew"}, False),
        ("ไทย", {"Thai"}, False),
        ("हिन्दी", {"Devanagari"}, False),
        ("հայ", {"Armenian"}, False),
        ("ქართული", {"Georgian"}, False),
        ("a\u0301", {"Latin"}, False),
        ("\ud800", set(), False),
    ],
)
def test_scripts_of_texts(text, found, mixed):
    assert scripts(text) == found
    assert is_mixed(text) is mixed


@given(anything, anything)
def test_a_text_has_the_scripts_of_its_parts(one, other):
    assert scripts(one + other) == scripts(one) | scripts(other)


@given(anything, anything)
def test_more_text_never_unmixes(one, other):
    assert not is_mixed(one) or is_mixed(one + other)
    assert is_mixed(one + other) is is_mixed(other + one)


@pytest.mark.parametrize("content", [b"", b"[]", b'{"unicode": "1"}', b'{"prototypes": {"a": 1}}'])
def test_a_damaged_table_is_said(monkeypatch, content):
    monkeypatch.setattr("confusables.skeleton.open_table", lambda name: content)
    with pytest.raises(TablesError, match=r"skeleton\.json is damaged"):
        _load.__wrapped__()
    monkeypatch.setattr("confusables.skeleton.open_table", lambda name: b"#1\nzz\t1\n")
    with pytest.raises(TablesError, match=r"scripts\.tsv is damaged"):
        _scripts.__wrapped__()

"""The phone alphabet: rules, distance, key, and other scripts in Latin letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confusables.languages import LANGUAGES, by_code, phones
from confusables.languages.phones import Rules

alphabet = "".join(sorted(phones.VOWELS | phones.CONSONANTS))
sounds = st.text(alphabet, max_size=14)
anything = st.text(max_size=14)


@given(a=anything, b=anything)
def test_distance_is_symmetric_and_zero_on_equal(a: str, b: str) -> None:
    assert phones.distance(a, b) == pytest.approx(phones.distance(b, a))
    assert phones.distance(a, a) == 0.0
    assert phones.distance(a, b) >= 0.0


@given(a=sounds, b=sounds)
def test_distance_of_other_sounds_is_more_than_nothing(a: str, b: str) -> None:
    assert (phones.distance(a, b) == 0.0) == (a == b)


@given(a=anything, b=anything)
def test_likeness_is_a_share(a: str, b: str) -> None:
    likeness = phones.likeness(a, b)
    assert 0.0 <= likeness <= 1.0
    assert likeness == pytest.approx(phones.likeness(b, a))
    assert phones.likeness(a, a) == 1.0


@given(a=sounds, b=sounds, least=st.floats(0.0, 1.0))
def test_likeness_is_exact_where_it_is_enough(a: str, b: str, least: float) -> None:
    exact, quick = phones.likeness(a, b), phones.likeness(a, b, least)
    assert quick == exact if exact >= least else quick <= exact


@given(a=sounds, b=sounds, most=st.floats(0.0, 9.0))
def test_distance_is_exact_within_what_is_asked_for(a: str, b: str, most: float) -> None:
    exact, quick = phones.distance(a, b), phones.distance(a, b, most)
    assert quick == exact if exact <= most else quick >= exact


@given(sounds)
def test_key_is_total_and_stable(sound: str) -> None:
    assert phones.key(sound) == phones.key(sound)
    assert bool(phones.key(sound)) == bool(sound.replace("h", ""))


def test_kin_is_nearer_than_strangers() -> None:
    assert phones.distance("s", "z") < phones.distance("s", "k") < phones.distance("s", "o")
    assert phones.distance("pan", "ban") < phones.distance("pan", "san")
    assert phones.likeness("frizbi", "frisbi") > 0.9
    assert phones.likeness("blO", "blA") > phones.likeness("blO", "vert")


@pytest.mark.parametrize(("a", "b"), [("frizbi", "frisbi"), ("komz", "koms"), ("tegl", "degl")])
def test_sound_alikes_share_a_key(a: str, b: str) -> None:
    assert phones.key(a) == phones.key(b)


def test_short_names_keep_their_vowels_in_the_key() -> None:
    assert phones.key("hulu") != phones.key("lola")


def test_rules_take_the_longest_then_the_narrowest() -> None:
    rules = Rules(
        """
        a a     // a remark
        c k
        c/ei s
        ch S
        V_s/V z
        s s
        s# -
        """
    )
    assert rules("ca") == "ka"
    assert rules("ce") == "s"
    assert rules("cha") == "Sa"
    assert rules("asa") == "aza"
    assert rules("as") == "a"
    assert rules("") == ""
    assert rules("世界") == ""


def test_any_vowel_and_any_other_letter_of_a_language_to_come_are_context() -> None:
    rules = Rules("s s\nV_s/V z\nK_s/K S\nő o\nř r\nẽ e\nı i")
    assert rules("ősẽ") == "oze"
    assert rules("ısı") == "izi"
    assert rules("řsř") == "rSr"
    assert rules("řső") == "rso"


def test_cyrillic_and_greek_names_are_heard() -> None:
    french = LANGUAGES[0]
    assert phones.likeness(french.sound("вода"), french.sound("voda")) == 1.0
    assert phones.likeness(french.sound("Яндекс"), french.sound("Yandeks")) > 0.9


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("ch", "1 fields"),
        ("c h k", "3 fields"),
        ("ch C", "no phone of the common alphabet: C"),
        ("/ei s", "one small letter or more"),
        ("Vs/V z", "one small letter or more"),
        ("a/ie a", "stands twice"),
    ],
)
def test_a_rule_that_is_none_is_named(line: str, said: str) -> None:
    with pytest.raises(ValueError, match=said) as caught:
        Rules(f"a/ei e\na a\n{line}")
    assert repr(line) in str(caught.value)


def test_several_rules_stand_on_a_line_with_commas_between() -> None:
    assert Rules("a a, ack# ak  // a comment, with a comma\nk k")("aack") == "ak"


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("de", "radhaus", "rathaus"),
        ("de", "landwirt", "lantwirt"),
        ("nl", "handwerk", "hantwerk"),
        ("nl", "vandijk", "vandyk"),
        ("nl", "wijnhandel", "wynhandel"),
        ("fr", "arnaud", "arnault"),
        ("fr", "panier", "pagner"),
        ("fr", "trop", "tro"),
        ("fr", "auxarbres", "ozarbres"),
        ("es", "experiencia", "esperiencia"),
        ("en", "sunnydays", "sunnydaze"),
        ("en", "mussel", "muscle"),
    ],
)
def test_said_the_same(code: str, one: str, other: str) -> None:
    language = by_code(code)
    assert language is not None
    assert language.sound(one) == language.sound(other)


@pytest.mark.parametrize(("one", "other"), [("shop", "sho"), ("blog", "blo"), ("food", "foo")])
def test_french_says_the_last_letter_of_what_it_borrowed(one: str, other: str) -> None:
    language = by_code("fr")
    assert language is not None
    assert language.sound(one) != language.sound(other)

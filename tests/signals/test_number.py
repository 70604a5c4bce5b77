"""Digits for words and words for digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from signals.signal_cases import judged, variants

from confusables import Checker, Corpus
from confusables.model import Kind
from confusables.names import parse
from confusables.signals.number import SIGNAL
from confusables.views import View

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("2rives.fr", "deuxrives.fr"),
        ("4you.com", "fouryou.com"),
        ("9lives.com", "ninelives.com"),
        ("dreiraben.de", "3raben.de"),
        ("club7.com", "clubseven.com"),
        ("cloud9.com", "cloudnine.com"),
    ],
)
def test_found(new: str, old: str) -> None:
    found = judged("number", new, old)
    assert found is not None
    assert found.kind == Kind.NUMBER


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("2rives.fr", "troisrives.fr"),
        ("2rives.fr", "3rives.fr"),
        ("rives.fr", "deuxrives.fr"),
        ("12rives.fr", "1deuxrives.fr"),
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("number", new, old) is None


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("2rives.fr", {"tworives", "deuxrives"}),
        ("deuxrives.fr", {"2rives"}),
        ("cloudnine.com", {"cloud9"}),
    ],
)
def test_variants(name: str, labels: set[str]) -> None:
    assert labels <= variants("number", name)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("care1st.com", "carefirst.com"),
        ("1erchoix.fr", "premierchoix.fr"),
        ("7oarte.es", "septimoarte.es"),
        ("6afeira.com.br", "sextafeira.com.br"),
        ("8apoesia.it", "ottavapoesia.it"),
        ("agency90.com", "agencyninety.com"),
        ("studio17.it", "studiodiciassette.it"),
    ],
)
def test_ordinals_and_tens(new: str, old: str) -> None:
    for one, other in ((new, old), (old, new)):
        assert judged("number", one, other) is not None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("2et2.fr", "deuxetdeux.fr"),
        ("1clic2clics.fr", "unclicdeuxclics.fr"),
        ("7a7.fr", "septasept.fr"),
    ],
)
def test_all_numbers_of_a_name(new: str, old: str) -> None:
    for one, other in ((new, old), (old, new)):
        assert judged("number", one, other) is not None


def test_numbers_of_a_name_are_of_one_language() -> None:
    assert judged("number", "2et2.fr", "deuxetzwei.fr") is None


@pytest.mark.parametrize(
    ("new", "old"), [("z1.com", "zone.com"), ("l1.com", "luma.com"), ("st1.com", "stone.com")]
)
def test_no_number_inside_a_word_with_a_letter_or_two_beside_it(new: str, old: str) -> None:
    assert judged("number", new, old) is None


def test_a_number_inside_a_longer_word_is_one() -> None:
    assert judged("number", "2gether.org", "together.org") is not None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("12thacrefarm.com", "twelfthacrefarm.com"),
        ("42ndstreetgym.com", "fortysecondstreetgym.com"),
        ("20emesiecledeco.fr", "vingtiemesiecledeco.fr"),
        ("21eetage.nl", "eenentwintigsteetage.nl"),
        ("cafe12h.fr", "cafedouzeheures.fr"),
        ("bar24h.es", "barveinticuatrohoras.es"),
        ("500miles.com", "fivehundredmiles.com"),
        ("1000000meals.org", "onemillionmeals.org"),
    ],
)
def test_ordinals_hours_and_hundreds(new: str, old: str) -> None:
    for one, other in ((new, old), (old, new)):
        assert judged("number", one, other) is not None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("123bebe.fr", "undeuxtroisbebe.fr"),
        ("247.com", "twentyfourseven.com"),
        ("42go.de", "vierzweigo.de"),
    ],
)
def test_digits_said_one_by_one(new: str, old: str, tmp_path: Path) -> None:
    for one, other in ((new, old), (old, new)):
        assert judged("number", one, other) is not None
        (tmp_path / "list.txt").write_text(f"{other}\n", "utf-8")
        if "247" not in (one[:3], other[:3]):
            found = Checker(Corpus.load(tmp_path / "list.txt")).check(one)
            assert [c.domain for c in found.collisions] == [other]


@pytest.mark.parametrize(
    ("name", "typed", "hardly"),
    [
        ("onzebakker.nl", "", "11bakker"),
        ("unevoile.fr", "", "1voile"),
        ("zwolfkerzen.de", "12kerzen", ""),
        ("pixel3lab.com", "pixelthreelab", "pixelthirdlab"),
    ],
)
def test_words_of_the_name_s_language_are_its_numbers(name: str, typed: str, hardly: str) -> None:
    shares: dict[str, float] = {}
    for label, share in SIGNAL.variants(View(parse(name))):
        shares[label] = max(share, shares.get(label, 0.0))
    assert all(shares[label] > 0.1 for label in typed.split())
    assert all(shares.get(label, 0.0) < 0.02 for label in hardly.split())


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("2oceans.com", "segundoceans.com"),
        ("3express.com", "derdexpress.com"),
        ("24home.de", "vierundzwanziguhrome.de"),
        ("1appart.fr", "primappart.fr"),
    ],
)
def test_the_beginning_of_a_word_is_no_ending_of_an_ordinal(new: str, old: str) -> None:
    assert judged("number", new, old) is None


def test_plain_digits_are_seldom_an_ordinal() -> None:
    bare, plain = (
        judged("number", "web3.com", "webthird.com"),
        judged("number", "web3.com", "webthree.com"),
    )
    assert bare.scale < plain.scale

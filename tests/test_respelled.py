"""A second change beside digits, shorthand and look-alikes for what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from confusables import Checker, Corpus, Level, compare
from confusables.names import parse
from confusables.respelled import for_pair, for_search
from confusables.score import weights
from confusables.views import View

if TYPE_CHECKING:
    from pathlib import Path

TWO_CHANGES = [
    ("getbrumel1a.com", "brumella.com"),
    ("lerenardb1eu.fr", "monrenardbleu.fr"),
    ("rnywillowclinic.ca", "thewillowclinic.ca"),
    ("mybrumеlla.com", "thebrumella.com"),
    ("kwikcrates.com", "quickcrate.com"),
    ("4evergreens.com", "forevergreen.com"),
    ("les7lieues.fr", "septlieues.fr"),
    ("stnicolaaswinkel.nl", "sintnicolaas.nl"),
]


@pytest.mark.parametrize(("new", "old"), TWO_CHANGES)
def test_both_changes_are_seen_and_told(new: str, old: str) -> None:
    found, back = compare(new, old), compare(old, new)
    assert found.level == Level.WARN
    assert found.bits == pytest.approx(back.bits)
    assert "respelled" in {term.signal for term in found.terms}


@pytest.mark.parametrize(("new", "old"), TWO_CHANGES)
def test_a_check_finds_them_from_the_spelling_that_is_not_plain(
    new: str, old: str, tmp_path: Path
) -> None:
    (tmp_path / "names.txt").write_text(f"{old}\nwindmuehle.de\n", encoding="utf-8")
    Corpus.build(tmp_path / "c.corpus", [tmp_path / "names.txt"])
    (hit,) = Checker(Corpus.open(tmp_path / "c.corpus")).check(new).collisions
    assert hit.domain == old


def test_a_sound_beside_a_number_is_seen() -> None:
    assert compare("cakes4kidz.com", "cakesforkids.com").level == Level.WARN


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("route9diner.com", "route7diner.com"),
        ("camping3pins.fr", "camping5pins.fr"),
        ("highway7motel.ca", "highway101motel.ca"),
        ("modernshop.com", "mymodem.com"),
        ("studio10.fr", "lestudiolo.fr"),
        ("1firstbank.com", "efirstbank.com"),
    ],
)
def test_numbers_and_words_are_what_they_are(new: str, old: str) -> None:
    for one, other in ((new, old), (old, new)):
        terms = compare(one, other).terms
        assert "respelled" not in {term.signal for term in terms}


def test_one_change_alone_is_its_own_signal_s() -> None:
    for new, old in (("brumel1a.com", "brumella.com"), ("kwikfix.com", "quickfix.com")):
        assert not [*for_pair(View(parse(new)), View(parse(old)))]
        assert "respelled" not in {term.signal for term in compare(new, old).terms}


@pytest.mark.parametrize(
    ("both", "plain", "alone"),
    [
        ("cbirds.com", "seabird.com", "seabirds.com"),
        ("getbrumel1a.com", "brumella.com", "getbrumella.com"),
        ("4pfotenshop.de", "vierpfoten.de", "vierpfotenshop.de"),
    ],
)
def test_two_changes_are_never_likelier_than_one(both: str, plain: str, alone: str) -> None:
    found = compare(both, plain)
    assert found.bits <= max(compare(both, alone).bits, compare(alone, plain).bits) + 1e-6
    assert found.prior_bits + sum(term.bits for term in found.terms) == pytest.approx(found.bits)


def test_a_number_beside_shorthand_is_two_changes_too() -> None:
    found = compare("cars4u.com", "carsforyou.com")
    assert found.level == Level.WARN
    assert {"number", "respelled"} <= {term.signal for term in found.terms}


def test_it_never_adds_to_the_evidence() -> None:
    (step,) = (w for (_, signal, _), w in weights().steps.items() if signal == "respelled")
    assert step.bits < 0


def test_a_plain_name_has_no_other_spelling() -> None:
    assert not [*for_search(View(parse("panierbleu.fr")))]

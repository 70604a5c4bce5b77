"""A pair judged: symmetric, and higher likeness never costs bits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from confusables.judging import evidence, judge
from confusables.names import parse
from confusables.score import score
from confusables.signals import SIGNALS
from confusables.signals.accent import respelled
from confusables.spelling import BESIDE, LESSER
from confusables.views import View

PAIRS = [
    ("gokestrel.com", "getkestrel.com"),
    ("kestrelpro.com", "kestrel.com"),
    ("starbuckspr.com", "starbucks.com"),
    ("e-starbucks.com", "starbucks.com"),
    ("ivecogroup.com", "iveco.com"),
    ("nunavikhealth.ca", "nunavikschool.ca"),
]


def test_words_that_an_umlaut_tells_apart_are_not_written_alike() -> None:
    assert respelled(View(parse("derbaer.de"))) is None
    assert judge(*_views("meinbar.de", "derbaer.de")).bits < 0


UMLAUTS = [
    ("dasmühlenfest.de", "muehlenfest.de"),
    ("diebücherei.de", "meinebuecherei.de"),
    ("möbelwelt-online.de", "moebelwelt.de"),
]


@pytest.mark.parametrize(("new", "old"), UMLAUTS)
def test_an_umlaut_written_otherwise_hides_no_other_change(new: str, old: str) -> None:
    one, other = _views(new, old)
    assert judge(one, other).bits > 0
    assert judge(one, other).bits == pytest.approx(judge(other, one).bits)


@pytest.mark.parametrize("name", ["quebecshop.ca", "neueuhr.de", "шоп.рф", "œuvre.fr"])
def test_what_is_no_umlaut_is_not_written_otherwise(name: str) -> None:
    view = View(parse(name))
    made = respelled(view)
    assert made is None or made.base == view.base.replace("oe", "o") or made.base == "oeuvre"


def _views(new: str, old: str) -> tuple[View, View]:
    return View(parse(new)), View(parse(old))


@pytest.mark.parametrize(("new", "old"), PAIRS)
def test_a_name_beside_another_word_makes_no_less_of_a_pair_than_a_lesser_step(
    new: str, old: str
) -> None:
    one, other = _views(new, old)
    signs = evidence(one, other)
    assert any((e.signal, e.level) in BESIDE for e in signs)
    typing = next(filter(None, (s.compare(one, other) for s in SIGNALS if s.name == "typing")))
    lesser = [
        replace(e, level=LESSER.get((e.signal, e.level), e.level))
        for e in signs
        if (e.signal, e.level) != ("spelling", "beside")
    ]
    assert judge(one, other).bits >= score([*lesser, typing]).bits
    assert judge(one, other).bits >= score(signs).bits


@pytest.mark.parametrize(("new", "old"), PAIRS)
def test_the_terms_add_up_both_ways_round(new: str, old: str) -> None:
    one, other = _views(new, old)
    found, turned = judge(one, other), judge(other, one)
    assert found.bits == pytest.approx(found.prior_bits + sum(t.bits for t in found.terms))
    assert found.bits == pytest.approx(turned.bits)


def test_letters_that_tell_more_than_the_whole_name_count() -> None:
    found = judge(*_views("gokestrel.com", "getkestrel.com"))
    assert "typing" in {term.signal for term in found.terms}
    found = judge(*_views("ivecogroup.com", "iveco.com"))
    assert "beside" in {term.level for term in found.terms}

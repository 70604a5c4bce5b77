from __future__ import annotations

import itertools
import re
from dataclasses import replace
from pathlib import Path

import pytest
from market_made import collision, market, suggestion, who

from confusables.market.advice import LEAST_PEAK, RULES, Surge, advise, register, surge_of
from confusables.market.assumptions import Launch
from confusables.market.harm import stray_visits
from confusables.model import Answer, Kind, Level, Reason, Verdict
from confusables.report.launch_text import short
from confusables.report.words import say
from confusables.results import Action, Overlap, Who

DOC = Path(__file__).parents[2] / "docs" / "advice.md"
LEVELS = (Level.WARN, Level.REVIEW)


def rows() -> list[list[str]]:
    """The rows of the first table of docs/advice.md."""
    found = []
    for line in DOC.read_text(encoding="utf-8").splitlines():
        if line.startswith("|"):
            found.append([cell.strip() for cell in line.strip("|").split("|")])
        elif found:
            break
    assert found[0] == ["action", "level", "markets", "first", "surge", "needs"]
    return found[2:]


def meant(cell: str, every: tuple[str, ...]) -> frozenset[str]:
    values = frozenset(every) if cell == "any" else frozenset(cell.split(", "))
    assert values <= frozenset(every), cell
    return values


@pytest.mark.parametrize("number", range(len(RULES)))
def test_the_document_states_each_rule(number):
    action, level, markets, first, surge, needs = rows()[number]
    rule = RULES[number]
    assert rule.action == action
    assert rule.levels == meant(level, LEVELS)
    assert rule.overlaps == meant(markets, tuple(Overlap))
    assert rule.firsts == meant(first, tuple(Who))
    assert rule.surges == meant(surge, tuple(Surge))
    assert rule.needs_names == (needs == "names")
    assert rule.needs_countries == (needs == "countries")


def test_the_document_has_no_other_rule():
    assert len(rows()) == len(RULES)


def stray_of(surge: Surge):
    """Stray visits whose peak compares with the capacity in the way that is asked for."""
    if surge == Surge.NOT_ASKED:
        return None
    capacity = {Surge.BORNE: 1e9, Surge.POSSIBLE: 1000.0, Surge.LIKELY: 0.001}.get(surge)
    launch = Launch(2_000_000, peak=True, capacity=capacity)
    return stray_visits(launch, 0.9, Kind.DETERMINER, (("ca",), "com"))


SITUATIONS = list(itertools.product(LEVELS, Overlap, Who, Surge, (True, False)))


@pytest.mark.parametrize("row", range(len(RULES)))
def test_each_row_speaks_where_it_says_and_nowhere_else(row):
    action, level, markets, first, surge, needs = rows()[row]
    says = RULES[row].says.template
    for now in SITUATIONS:
        names = ("a.ca", "b.ca") if now[4] else ()
        given = advise(
            collision(level=now[0]), market(now[1]), who(now[2]), stray_of(now[3]), names
        )
        holds = (
            now[0] in meant(level, LEVELS)
            and now[1] in meant(markets, tuple(Overlap))
            and now[2] in meant(first, tuple(Who))
            and now[3] in meant(surge, tuple(Surge))
            and (bool(names) or needs != "names")
        )
        assert any(a.action == action and a.says.template == says for a in given) == holds, now


def test_nothing_is_said_of_countries_that_are_not_known():
    known = market(Overlap.GENERIC_SUFFIX)
    for found in (known, replace(known, existing=()), replace(known, new=())):
        given = {a.action for a in advise(collision(), found, who(Who.NOT_KNOWN), None)}
        assert (Action.GEOGRAPHIC in given) == bool(found.new and found.existing)


def test_below_review_nothing_is_advised():
    for _, overlap, first, surge, _ in SITUATIONS:
        given = advise(
            collision(level=Level.BELOW), market(overlap), who(first), stray_of(surge), ("a.ca",)
        )
        assert given == ()


def test_every_surge_is_reached():
    assert {surge_of(stray_of(surge)) for surge in Surge} == set(Surge)
    assert all(surge_of(stray_of(surge)) == surge for surge in Surge)


@pytest.mark.parametrize("capacity", [None, 0.001, 5.0])
def test_a_peak_that_any_site_bears_is_borne_whatever_the_capacity(capacity):
    launch = Launch(1000, peak=True, capacity=capacity)
    small = stray_visits(launch, 0.9, Kind.DETERMINER, (("ca",), "com"))
    assert 1 < small.peak_high < LEAST_PEAK
    assert surge_of(small) == Surge.BORNE
    assert surge_of(stray_visits(Launch(10), 0.9, Kind.DETERMINER, (("ca",), "com"))) == (
        Surge.NOT_ASKED
    )


def test_sentences_have_all_their_values_and_promise_nothing():
    promises = re.compile(
        r"guarantee|you (will|would) win|infring|legally (safe|allowed)|is legal\b|\bfree\b|"
        r"\bavailable\b",
        re.IGNORECASE,
    )
    for level, overlap, first, surge, names in SITUATIONS:
        given = advise(
            collision(level=level), market(overlap), who(first), stray_of(surge),
            ("a.ca",) if names else (),
        )  # fmt: skip
        for advice in given:
            assert "{" not in advice.because
            assert not promises.search(advice.because)


def test_a_holder_who_came_later_gets_no_letter():
    given = advise(collision(), market(Overlap.SAME_COUNTRY), who(Who.NEW), None)
    assert Action.WRITE_TO_HOLDER not in {a.action for a in given}


def test_register_leaves_the_cost_to_the_user():
    advice = register([suggestion("a.ca"), suggestion("b.ca")])
    assert advice.action == Action.REGISTER
    assert advice.domains == ("a.ca", "b.ca")
    assert "yours to weigh" in advice.because
    assert "nobody has asked" in advice.because


@pytest.mark.parametrize(
    ("verdict", "reason"),
    [(Verdict.NO_RECORD, Reason.NO_RECORD), (Verdict.UNKNOWN, Reason.TIMEOUT)],
)
def test_what_was_asked_is_not_said_to_have_been_asked_by_nobody(verdict, reason):
    answer = Answer(verdict, reason, "rdap", "2026-11-26T10:00:00Z")
    asked, other = suggestion("a.ca", lookup=answer), suggestion("b.ca")
    for names in ([asked], [asked, other], [other, asked]):
        because = register(names).because
        assert "nobody has asked whether" not in because
        assert "registr" in because
        assert "yours to weigh" in because


def test_of_one_name_the_advice_speaks_in_the_singular():
    plural = re.compile(r"\b(they|their|ces|leur)\b")
    (given,) = (
        a
        for a in advise(collision(), market(Overlap.SAME_COUNTRY), who(Who.NEW), None, ("a.ca",))
        if a.action == Action.REGISTER
    )
    for advice in (given, register([suggestion("a.ca")])):
        assert not plural.search(say(advice.says, "en"))
        assert not plural.search(say(advice.says, "fr"))
        assert advice.domains == ("a.ca",)


def test_names_of_another_script_are_spelled_out():
    advice = register([suggestion("xn--caf-dma.fr")])
    assert "café.fr (xn--caf-dma.fr)" in short(advice, "en")


def test_a_surge_that_only_the_high_estimates_show_needs_a_warning():
    at = market(Overlap.SAME_COUNTRY), who(Who.NOT_KNOWN)
    for surge, levels in (
        (Surge.LIKELY, {Level.WARN, Level.REVIEW}),
        (Surge.POSSIBLE, {Level.WARN}),
        (Surge.NOT_KNOWN, {Level.WARN}),
        (Surge.BORNE, set()),
    ):
        for level in LEVELS:
            given = advise(collision(level=level), *at, stray_of(surge))
            warned = any(a.action == Action.WARN_HOST for a in given)
            assert warned == (level in levels), (surge, level)

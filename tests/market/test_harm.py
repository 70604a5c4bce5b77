from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confusables.market.assumptions import ASSUMPTIONS, Launch
from confusables.market.harm import (
    capacity_by_rank,
    fitting,
    minutes_over,
    peak_share,
    stray_share,
    stray_visits,
    visits_to_exceed,
)
from confusables.model import Kind
from confusables.results import Direction

ENDINGS = (
    (("ca",), "ca"), (("ca",), "com"), (("ca",), "org"), (("ca",), "fr"), (("fr",), "be"),
    ((), "com"), (("ca", "com"), "com"),
)  # fmt: skip
probabilities = st.floats(0.0, 1.0)
visits = st.integers(0, 10_000_000_000)
kinds = st.sampled_from(list(Kind))
endings = st.sampled_from(ENDINGS)
shares = st.tuples(*[st.floats(0.0, 1.0)] * 3).map(sorted).map(tuple)


@given(visits, probabilities, kinds, endings)
def test_the_range_is_ordered_and_no_more_than_the_launch(count, probability, kind, suffixes):
    found = stray_visits(Launch(count, peak=True), probability, kind, suffixes, ("FR",))
    assert found is not None
    assert 0 <= found.low <= found.middle <= found.high <= count
    assert 0 <= found.peak_low <= found.peak_per_minute <= found.peak_high <= found.high


@given(visits, visits, probabilities, probabilities, kinds, endings)
def test_more_visits_or_a_likelier_mistake_never_mean_fewer_stray_visits(
    v, w, p, q, kind, suffixes
):
    v, w = sorted((v, w))
    p, q = sorted((p, q))
    less = stray_visits(Launch(v, peak=True), p, kind, suffixes)
    more = stray_visits(Launch(w, peak=True), q, kind, suffixes)
    for name in ("low", "middle", "high", "peak_low", "peak_per_minute", "peak_high"):
        assert getattr(less, name) <= getattr(more, name)


@given(shares, shares, kinds)
def test_a_larger_assumption_never_means_fewer_stray_visits(one, other, kind):
    small = tuple(map(min, one, other))
    large = tuple(map(max, one, other))
    for name in ("from-memory", f"wrong-name-{kind}", "ending-com"):
        less, more = (
            stray_visits(Launch(1000, assumptions={name: three}), 0.5, kind, (("ca",), "com"))
            for three in (small, large)
        )
        assert (less.low, less.middle, less.high) <= (more.low, more.middle, more.high)


@given(st.floats(0.01, 1e4), st.floats(0.01, 1e4))
def test_the_faster_interest_fades_the_higher_is_the_peak(one, other):
    short, long = sorted((one, other))
    peaks = [
        peak_share(Launch(assumptions={"half-life-minutes": (minutes,) * 3}))[1]
        for minutes in (long, short)
    ]
    assert 0 < peaks[0] <= peaks[1] <= 1


def test_the_formula_by_hand():
    launch = Launch(
        200_000,
        peak=True,
        capacity=60,
        assumptions={
            "from-memory": (0.1, 0.2, 0.3),
            "wrong-name-determiner": (0.01, 0.05, 0.1),
            "ending-com": (0.1, 0.5, 0.6),
            "from-broadcast": (0.25, 0.5, 1.0),
            "half-life-minutes": (30, 10, 1),
        },
    )
    found = stray_visits(launch, 0.8, Kind.DETERMINER, (("ca",), "com"))
    assert found.low == pytest.approx(200_000 * 0.1 * 0.8 * 0.01 * 0.1)
    assert found.middle == pytest.approx(200_000 * 0.2 * 0.8 * 0.05 * 0.5)
    assert found.high == pytest.approx(200_000 * 0.3 * 0.8 * 0.1 * 0.6)
    assert found.peak_per_minute == pytest.approx(found.middle * 0.5 * (1 - 2**-0.1))
    assert found.peak_high == pytest.approx(found.high * 0.5)
    assert found.capacity == 60


def test_what_fades_adds_up_to_what_the_broadcast_caused():
    half_life = 10.0
    first = 1 - 2 ** (-1 / half_life)
    minutes = [first * 2 ** (-t / half_life) for t in range(10_000)]
    assert math.fsum(minutes) == pytest.approx(1.0)
    assert max(minutes) == minutes[0]


def test_without_visits_there_is_no_number_but_a_share():
    assert stray_visits(Launch(), 0.9, Kind.ACCENT, (("fr",), "fr")) is None
    low, middle, high = stray_share(Launch(), 0.9, Kind.ACCENT, (("fr",), "fr"))
    assert 0 < low < middle < high < 1


def test_without_a_broadcast_there_is_no_peak():
    found = stray_visits(Launch(1000), 0.9, Kind.ACCENT, (("fr",), "fr"))
    assert (found.peak_low, found.peak_per_minute, found.peak_high) == (None, None, None)
    assert not {"from-broadcast", "half-life-minutes"} & {a.name for a in found.assumptions}


def test_the_probability_and_every_parameter_used_are_shown_with_their_source():
    launch = Launch(1000, peak=True, assumptions={"from-memory": (0.1, 0.1, 0.1)})
    found = stray_visits(launch, 0.9, Kind.SOUND, (("ca",), "com"))
    shown = {a.name: a for a in found.assumptions}
    assert set(shown) == {
        "launch-visits", "probability", "from-memory", "wrong-name-sound", "ending-com",
        "from-broadcast", "half-life-minutes", "neighbour-capacity",
    }  # fmt: skip
    assert shown["from-memory"].source == "given"
    assert shown["wrong-name-sound"].source == "assumed"
    assert shown["neighbour-capacity"].value is None
    assert shown["neighbour-capacity"].source == "not known"
    assert all(a.source for a in found.assumptions)


def test_a_capacity_comes_from_a_rank_unless_it_is_given():
    inferred = stray_visits(Launch(1000), 0.9, Kind.SOUND, (("ca",), "com"), rank=100_000)
    assert inferred.capacity == pytest.approx(2e9 / 100_000 / 1440 * 5)
    given_too = stray_visits(Launch(1000, capacity=7), 0.9, Kind.SOUND, (("ca",), "com"), rank=100)
    assert given_too.capacity == 7
    assert capacity_by_rank(Launch(), 10)[1] > capacity_by_rank(Launch(), 1000)[1]


def test_reverse_where_the_newcomer_is_larger_and_forward_where_the_neighbour_is():
    def direction(**more):
        return stray_visits(Launch(**more), 0.9, Kind.SOUND, (("ca",), "com")).direction

    assert direction(visits=200_000, capacity=60) == Direction.REVERSE
    assert direction(visits=200, capacity=100_000) == Direction.FORWARD
    assert direction(visits=200) == Direction.NOT_KNOWN


@pytest.mark.parametrize(
    ("suffixes", "markets", "name"),
    [
        ((("ca",), "ca"), (), "ending-same"),
        ((("ca",), "com"), (), "ending-com"),
        ((("com",), "ca"), ("CA",), "ending-of-market"),
        ((("com",), "quebec"), ("CA",), "ending-of-market"),
        ((("com",), "ca"), ("FR",), "ending-other"),
        ((("ca",), "org"), ("CA",), "ending-net-org"),
        ((("ca",), "io"), ("IO",), "ending-other"),
        (((), "com"), (), "ending-not-known"),
        ((("com",), None), (), "ending-not-known"),
    ],
)
def test_the_ending_that_people_type(suffixes, markets, name):
    found = stray_visits(Launch(10), 0.5, Kind.SAME_LABEL, suffixes, markets)
    assert name in {a.name for a in found.assumptions}


@given(st.floats(0.1, 1e6), st.floats(0.1, 1e6), st.floats(0.1, 1e3))
def test_a_surge_is_over_when_it_has_faded_to_the_capacity(peak, capacity, half_life):
    minutes = minutes_over(peak, capacity, half_life)
    assert minutes >= 0
    assert peak * 2 ** (-minutes / half_life) == pytest.approx(min(peak, capacity))


def test_the_launch_that_fells_a_neighbour_is_the_formula_turned_round():
    steady = Launch(assumptions={"half-life-minutes": (15.0, 15.0, 15.0)})
    share = stray_share(steady, 0.9, Kind.DETERMINER, (("ca",), "com"))
    needed = visits_to_exceed(steady, share, 60, 30)
    assert needed[0] > needed[1] > needed[2]
    for visits, i in zip(needed, ("peak_low", "peak_per_minute", "peak_high"), strict=True):
        launch = Launch(round(visits), peak=True, assumptions=steady.assumptions)
        found = stray_visits(launch, 0.9, Kind.DETERMINER, (("ca",), "com"))
        assert minutes_over(getattr(found, i), 60, 15) == pytest.approx(30, abs=0.1)
    assert visits_to_exceed(steady, (0.0, 0.0, 1.0), 60)[0] == math.inf


def test_the_document_states_every_assumption():
    text = (Path(__file__).parents[2] / "docs" / "harm.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (.*) \|$", text, re.MULTILINE))
    assert set(rows) == set(ASSUMPTIONS)
    for name, row in rows.items():
        *values, source = row.split(" | ")
        assert [float(v) for v in values] == pytest.approx(list(ASSUMPTIONS[name].value), rel=1e-5)
        assert source == ASSUMPTIONS[name].source


def test_every_kind_has_its_assumption():
    assert {f"wrong-name-{kind}" for kind in Kind} <= set(ASSUMPTIONS)


def test_of_several_intended_endings_people_type_one():
    found = stray_visits(Launch(1000), 1.0, Kind.DETERMINER, (("ca", "com"), "com"))
    (ending,) = (a for a in found.assumptions if a.name == "ending-same")
    assert ending.value == (0.5, 0.5, 0.5)
    assert ending.source == "divided among the 2 intended endings"
    assert found.middle == pytest.approx(1000 * 0.15 * 0.03 * 0.5)


@given(st.lists(st.tuples(probabilities, kinds, endings), max_size=30), shares)
def test_all_mistakes_together_are_no_more_than_are_typed(names, typed):
    launch = Launch(assumptions={"from-memory": typed})
    alone = [stray_share(launch, *name) for name in names]
    fitted = fitting(launch, alone)
    found = [stray_share(launch, *name, fitted=fitted) for name in names]
    for i, most in enumerate(typed):
        assert sum(share[i] for share in found) <= most * (1 + 1e-9)
    assert all(low <= middle <= high for low, middle, high in found)
    room = fitting(launch, alone, found)
    both = sum(share[1] * room[1] for share in alone) + sum(share[1] for share in found)
    assert both <= typed[1] * (1 + 1e-9)


def test_what_is_fitted_is_shown():
    fitted = (1.0, 0.5, 0.25)
    found = stray_visits(Launch(1000), 1.0, Kind.SAME_LABEL, ((), "com"), fitted=fitted)
    shown = {a.name: a.value for a in found.assumptions}
    assert shown["no-more-than-typed"] == fitted
    assert found.high == pytest.approx(1000 * 0.38 * 0.25)

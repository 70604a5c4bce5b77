from __future__ import annotations

import pickle

import pytest

from confusables.errors import ConfusablesError, InvalidLaunch
from confusables.market.assumptions import ASSUMPTIONS, MOST_VISITS, Launch


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"visits": -1}, "at least 0"),
        ({"visits": MOST_VISITS + 1}, "at most"),
        ({"visits": 10**5000}, "at most 10,000,000,000"),
        ({"visits": -(10**5000)}, "at least 0"),
        ({"visits": float("nan")}, "no number"),
        ({"visits": float("inf")}, "no number"),
        ({"visits": True}, "no number"),
        ({"visits": "200000"}, "no number"),
        ({"visits": 1, "capacity": 0}, "at least"),
        ({"visits": 1, "capacity": -3.0}, "at least"),
        ({"visits": 1, "capacity": float("nan")}, "no number"),
        ({"peak": True}, "need the visits"),
        ({"capacity": 5}, "need the visits"),
        ({"ranks": {"exemple.fr": 0}}, "rank of exemple.fr"),
        ({"assumptions": {"luck": (0.1, 0.2, 0.3)}}, "no assumption is called 'luck'"),
        ({"assumptions": {"from-memory": (0.3, 0.2, 0.1)}}, "in this order"),
        ({"assumptions": {"from-memory": (0.1, 0.2)}}, "low, middle and high"),
        ({"assumptions": {"from-memory": 0.1}}, "low, middle and high"),
        ({"assumptions": {"from-memory": (0.1, 0.2, 1.5)}}, "no share"),
        ({"assumptions": {"from-memory": (-0.1, 0.2, 0.5)}}, "at least 0"),
        ({"assumptions": {"half-life-minutes": (1.0, 10.0, 30.0)}}, "longest"),
        ({"assumptions": {"half-life-minutes": (30.0, 10.0, 0.0)}}, "zero"),
        ({"assumptions": {"headroom": (0.5, 1.0, 2.0)}}, "usual visits"),
    ],
)
def test_absurd_figures_are_refused(given, says):
    with pytest.raises(InvalidLaunch, match=says) as error:
        Launch(**given)
    assert isinstance(error.value, ValueError)
    assert isinstance(error.value, ConfusablesError)


def test_a_launch_of_nobody_is_one():
    assert Launch(0).visits == 0


def test_a_launch_travels_between_processes():
    launch = Launch(5, assumptions={"from-memory": (0.1, 0.2, 0.3)})
    assert pickle.loads(pickle.dumps(launch)) == launch  # noqa: S301 - what was pickled here


@pytest.mark.parametrize("name", sorted(ASSUMPTIONS))
def test_every_assumption_is_sound_by_its_own_rules_and_has_a_source(name):
    value = ASSUMPTIONS[name].value
    assert Launch(assumptions={name: value}).three(name) == value
    assert ASSUMPTIONS[name].name == name
    assert ASSUMPTIONS[name].source


def test_one_that_is_set_says_so():
    launch = Launch(assumptions={"from-memory": (0.1, 0.2, 0.3)})
    assert launch.assumption("from-memory").source == "given"
    assert launch.assumption("headroom") is ASSUMPTIONS["headroom"]

"""What a checker may be set to is told when it is made."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from confusables import Checker, Corpus, Launch
from confusables.results import MOST_PROBED

if TYPE_CHECKING:
    from registry_made import Registry


@pytest.mark.parametrize(
    "given",
    [
        {"limit": 2.5},
        {"limit": True},
        {"limit": "5"},
        {"probe": 2.0},
        {"probe": True},
        {"probe": None},
        {"probe": "3"},
        {"min_probability": "0.5"},
        {"min_probability": True},
        {"warn_at": "x"},
        {"review_at": [0.1]},
        {"markets": [None]},
        {"markets": None},
        {"markets": 5},
        {"languages": [b"fr"]},
        {"suffixes": [5]},
        {"mine": [None]},
        {"mine": dt.date(2026, 1, 2)},
        {"owner": 5},
        {"accepted": ["exemple.com"]},
        {"accepted": {"exemple.com": None}},
        {"accepted": {5: "x"}},
        {"launch": 5},
        {"lookup": 5},
        {"launch": {"visits": 5}},
        {"corpora": [None]},
        {"corpora": 5},
        {"corpora": b"x.corpus"},
    ],
)
def test_what_is_of_another_type_is_refused(registry: Registry, given) -> None:
    with registry.lookup() as lookup, pytest.raises(TypeError, match=r" (is|are|maps) .*not "):
        Checker(**{"lookup": lookup, **given})


def test_a_probe_has_the_bounds_of_the_command_line(registry: Registry) -> None:
    with registry.lookup() as lookup:
        assert Checker(lookup=lookup, probe=MOST_PROBED)
        assert Checker(lookup=lookup, probe=0)
        for wrong in (-1, MOST_PROBED + 1, 10**30):
            with pytest.raises(ValueError, match="a number of names, 0 to 100"):
                Checker(lookup=lookup, probe=wrong)
    with pytest.raises(ValueError, match="needs a lookup"):
        Checker(probe=1)


def test_any_list_will_do() -> None:
    corpora = (c for c in (Corpus.shipped(), Corpus.shipped()))
    checker = Checker(corpora, markets=iter(["CA"]), mine={"exemple.com"}, suffixes=("ca",))
    assert checker.check("lepanierbleu.com").markets == ("CA",)
    for path in ("x.corpus", Corpus):
        with pytest.raises((ValueError, TypeError), match="corpora are opened ones"):
            Checker([path])


def test_a_report_is_a_key_of_a_dictionary_like_any_frozen_value() -> None:
    launch = Launch(
        visits=1000, ranks={"monpanierbleu.com": 5}, assumptions={"headroom": (2, 3, 4)}
    )
    checker = Checker(launch=launch, warn_at=0.6)
    report = checker.check("lepanierbleu.ca")
    again = replace(checker.check("lepanierbleu.ca"), made=report.made)
    assert (report, hash(report), hash(launch)) == (again, hash(again), hash(replace(launch)))
    assert {report: "told"}[again] == "told"

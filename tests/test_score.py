"""The arithmetic of the score, and what a table of weights may not lack."""

from __future__ import annotations

import math

import pytest

from confusables import tables
from confusables.errors import TablesError
from confusables.model import Evidence, Family, Kind, Level, Says
from confusables.score import Thresholds, probability, read_weights, score, weights


def _text() -> str:
    return tables.open_table("weights.tsv").decode()


def _seen(family: Family, signal: str, level: str, scale: float = 1.0) -> Evidence:
    return Evidence(family, signal, level, Says("seen"), Kind.TYPING, scale)


def test_the_table_that_ships_is_read() -> None:
    assert read_weights(_text()) == weights()


def test_a_table_of_another_version_is_refused_with_its_name() -> None:
    other = _text().replace("confusables-weights/1", "confusables-weights/7")
    with pytest.raises(TablesError, match="confusables-weights/7"):
        read_weights(other)


def test_a_table_without_a_version_is_refused() -> None:
    with pytest.raises(TablesError, match="version none"):
        read_weights("prior\t-3\n")


@pytest.mark.parametrize("row", ["name", "prior", "population", "warn", "review"])
def test_a_table_without_a_row_of_its_head_is_refused_with_its_name(row: str) -> None:
    lines = [line for line in _text().splitlines() if not line.startswith(f"{row}\t")]
    with pytest.raises(TablesError, match=row):
        read_weights("\n".join(lines))


def test_a_table_with_a_family_that_does_not_exist_is_refused() -> None:
    with pytest.raises(TablesError, match="smell"):
        read_weights(_text() + "smell\ttyping\tfar\t1\tjudged\t0\n")


@pytest.mark.parametrize("step", weights().steps, ids=" ".join)
def test_a_table_that_lacks_a_level_is_refused_with_its_name(step: tuple[str, str, str]) -> None:
    row = "\t".join(step) + "\t"
    lines = [line for line in _text().splitlines() if not line.startswith(row)]
    with pytest.raises(TablesError, match=" ".join(step)):
        read_weights("\n".join(lines))


def test_a_step_that_the_table_does_not_know_is_named() -> None:
    with pytest.raises(TablesError, match="letters typing telepathy"):
        score([_seen(Family.LETTERS, "typing", "telepathy")])


def test_every_number_of_the_table_is_finite() -> None:
    assert all(math.isfinite(weight.bits) for weight in weights().steps.values())
    assert math.isfinite(weights().prior_bits)


def test_prior_and_terms_add_up_and_the_probability_is_theirs() -> None:
    found = score(
        [
            _seen(Family.LETTERS, "typing", "same-letters"),
            _seen(Family.SOUND, "sound", "same-most", 0.5),
        ]
    )
    total = found.prior_bits + sum(term.bits for term in found.terms)
    assert found.bits == pytest.approx(total, abs=1e-9)
    assert found.probability == pytest.approx(1 / (1 + 2**-found.bits))


def test_a_family_counts_once_by_its_strongest_step() -> None:
    weak, strong = ("near", "same-most")
    both = score([_seen(Family.SOUND, "sound", weak), _seen(Family.SOUND, "sound", strong)])
    assert both.bits == score([_seen(Family.SOUND, "sound", strong)]).bits
    assert len(both.terms) == 1


def test_no_evidence_leaves_the_prior() -> None:
    assert score([]).bits == weights().prior_bits


def test_probabilities_of_any_bits_are_between_nothing_and_certainty() -> None:
    assert probability(0.0) == 0.5
    assert 0.0 <= probability(-1e9) < probability(1e9) <= 1.0


def test_thresholds_stand_in_order() -> None:
    found = weights().thresholds
    assert 0.0 < found.least <= found.review < found.warn < 1.0
    assert all(0.0 < review < found.warn for review in found.reviews.values())


def test_a_kind_may_be_a_matter_of_review_from_another_probability_on() -> None:
    found = Thresholds(0.5, 0.1, {Kind.AFFIX: 0.05})
    assert found.level(0.07, Kind.AFFIX) == Level.REVIEW
    assert found.level(0.07, Kind.TYPING) == Level.BELOW
    assert found.level(0.5, Kind.AFFIX) == found.level(0.5, Kind.TYPING) == Level.WARN
    assert found.least == 0.05


def test_a_review_that_is_moved_is_moved_for_every_kind() -> None:
    found = Thresholds(0.5, 0.1, {Kind.AFFIX: 0.05})
    assert found.moved(None, 0.2) == Thresholds(0.5, 0.2)
    assert found.moved(0.07, None) == Thresholds(0.07, 0.07, {Kind.AFFIX: 0.05})
    assert found.moved(0.01, None) == Thresholds(0.01, 0.01)
    with pytest.raises(ValueError, match="above a warning"):
        found.moved(0.2, 0.3)

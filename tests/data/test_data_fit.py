"""What the shipped weights keep of the rules that they are fitted by; nothing is fitted here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"
pytest.importorskip("scipy")
sys.path.insert(0, str(DATA))

import fit  # noqa: E402 (needs the path above)

from confusables.score import read_weights, weights  # noqa: E402 - after the path above

JUDGED = read_weights(fit.JUDGED.read_text(encoding="utf-8"))


def test_both_tables_have_the_same_steps_in_the_same_order() -> None:
    assert list(weights().steps) == list(JUDGED.steps)
    assert weights().prior_bits == JUDGED.prior_bits
    assert weights().thresholds == JUDGED.thresholds


@pytest.mark.parametrize(
    "chain",
    [pytest.param(chain, id=" ".join(chain[0][:2])) for chain in fit.chains(JUDGED)],
)
def test_more_likeness_never_has_fewer_bits(chain: list[fit.Step]) -> None:
    bits = [weights().steps[step].bits for step in chain]
    assert bits == sorted(bits)


def test_a_step_of_few_pairs_is_called_judged() -> None:
    for step, weight in weights().steps.items():
        assert weight.fitted == (weight.pairs >= fit.ENOUGH), step


def test_no_pair_is_in_both_parts() -> None:
    pairs = list(fit.labelled())
    final = {pair.split for pair in pairs if pair.final}
    fitted = {pair.split for pair in pairs if not pair.final}
    assert final
    assert fitted
    assert not final & fitted
    assert 0.2 < len(final) / (len(final) + len(fitted)) < 0.45

"""The challenger: gradient boosting on the same evidence, held to more likeness never less.

It is fitted on what the shipped weights are fitted on, and scores the collisions that the product
judged and shows: it may put them in another order, not find others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import fit
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from confusables.score import weights

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.quality.product import Hit, Steps


class Challenger:
    """A fitted model; ``score`` is the log2 odds of a hit."""

    def __init__(self) -> None:
        steps = list(weights().steps)
        self.signals = list(dict.fromkeys(signal for _, signal, _ in steps))
        self.place: dict[tuple[str, str], int] = {}
        for _, signal, level in steps:
            self.place[signal, level] = 1 + sum(s == signal for s, _ in self.place)
        rows, groups = [], []
        for group, found in fit.positives():
            rows.append(self._row([(e.family, e.signal, e.level, e.scale) for e in found]))
            groups.append(group)
        positives = len(rows)
        times = [1.0 / groups.count(group) for group in groups]
        for found, count in [*fit.negatives(), *fit.distinct()]:
            rows.append(self._row([(e.family, e.signal, e.level, e.scale) for e in found]))
            times.append(float(count))
        weight = np.array(times)
        share = 2.0 ** weights().prior_bits
        weight[:positives] *= weight[positives:].sum() * share / weight[:positives].sum()
        truth = np.arange(len(rows)) < positives
        self.model = HistGradientBoostingClassifier(
            monotonic_cst=[1] * (2 * len(self.signals)), max_iter=200, learning_rate=0.06,
            max_leaf_nodes=15, min_samples_leaf=10, l2_regularization=1.0, random_state=7,
        )  # fmt: skip
        self.model.fit(np.array(rows), truth, sample_weight=weight / weight.mean())

    def _row(self, found: Steps) -> list[float]:
        row = [0.0] * (2 * len(self.signals))
        for _, signal, level, scale in found:
            at = 2 * self.signals.index(signal)
            row[at], row[at + 1] = float(self.place[signal, level]), scale
        return row

    def scores(self, hits: list[Hit]) -> np.ndarray:
        """Log2 odds of hits."""
        odds = self.model.decision_function(np.array([self._row(hit.steps) for hit in hits]))
        return np.asarray(odds) / np.log(2)


def rescorer(hits: list[Hit]) -> Callable[[Hit], float]:
    """Score the hits at once, and look each up."""
    model = Challenger()
    known = {id(hit): float(score) for hit, score in zip(hits, model.scores(hits), strict=True)}
    return lambda hit: known[id(hit)]

"""People's ratings of package name pairs, which nothing was ever fitted on."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
from scipy import stats

from benchmarks.quality.pairs import SHIPPED, rows
from benchmarks.quality.product import pair_bits
from benchmarks.quality.rivals import PAIRWISE, pairwise
from benchmarks.quality.stats import MISSED, Figure, area, draws, figure

FILE = "pkg_survey_human_ratings.tsv"
CONFUSING = 4.0  # of 6
AGREED = 400  # bootstrap draws


class Rated(NamedTuple):
    """A pair as names, and the mean of its ratings."""

    left: str
    right: str
    mean: float


class Agreement(NamedTuple):
    """How a measure orders the pairs beside people, and the difference to the product."""

    spearman: Figure
    area: Figure
    behind: Figure


def rated() -> list[Rated]:
    """The pairs; scopes and dots of package names become hyphens, as in a domain."""
    found = []
    for row in rows(SHIPPED / FILE):
        mean = re.search(r"mean=([\d.]+)", row["note"])
        if mean:
            found.append(Rated(_plain(row["left"]), _plain(row["right"]), float(mean[1])))
    return found


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")


def agreements() -> dict[str, Agreement]:
    """Of every measure; intervals by bootstrap of the rated target."""
    pairs = [pair for pair in rated() if pair_bits(pair.left, pair.right) > MISSED]
    mean = np.array([pair.mean for pair in pairs])
    times = draws([pair.right for pair in pairs])[: AGREED + 1]
    scores = {"this product": np.array([pair_bits(a, b) for a, b, _ in pairs])}
    for measure in PAIRWISE:
        scores[measure] = np.array([pairwise(measure, a, b) for a, b, _ in pairs])
    spearman, areas = {}, {}
    for measure, values in scores.items():
        both = [_agree(np.repeat(values, some), np.repeat(mean, some)) for some in times]
        spearman[measure] = np.array([s for s, _ in both])
        areas[measure] = np.array([a for _, a in both])
    own = spearman["this product"]
    return {
        measure: Agreement(
            figure(spearman[measure]), figure(areas[measure]), figure(own - spearman[measure])
        )
        for measure in scores
    }


def _agree(values: np.ndarray, mean: np.ndarray) -> tuple[float, float]:
    confusing = mean >= CONFUSING
    rank = float(stats.spearmanr(values, mean).statistic) if np.ptp(values) else 0.0
    return rank, area(values[confusing], values[~confusing])

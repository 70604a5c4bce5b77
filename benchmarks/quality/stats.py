"""Recall at so many false alarms, intervals by brand bootstrap, areas, calibration."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy import stats

DRAWS = 2000
SEED = 7
MISSED = -1e9


class Asked(NamedTuple):
    """What one measure says of the pairs of a source.

    ``target`` is the score of each pair's established name (``MISSED`` where it was not found),
    ``alarms`` the scores of other names and ``whose`` the pairs that they are false alarms of.
    ``worth`` is how many names of the corpus an alarm stands for, where only a part was scored.
    """

    target: np.ndarray
    alarms: np.ndarray
    whose: np.ndarray
    worth: float = 1.0


class Figure(NamedTuple):
    """A figure and its 95 % interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.2f} [{self.low:.2f}, {self.high:.2f}]"


def draws(brands: list[str]) -> np.ndarray:
    """How often each pair stands in each bootstrap sample of brands, the real one first."""
    _, brand = np.unique(brands, return_inverse=True)
    size = int(brand.max()) + 1
    rng = np.random.default_rng(SEED)
    times = np.vstack([np.ones(size, int), rng.multinomial(size, [1 / size] * size, DRAWS)])
    return times[:, brand]


def recalls(asked: Asked, times: np.ndarray, alarms_a_name: float) -> np.ndarray:
    """Recall in each sample, at the threshold of that many false alarms a name.

    Equal scores stand in an order drawn at random, so that a measure with few values is
    interpolated between them.
    """
    rng = np.random.default_rng(SEED)
    target = asked.target + rng.random(len(asked.target)) * 1e-6
    alarms = asked.alarms + rng.random(len(asked.alarms)) * 1e-6
    order = np.argsort(-alarms)
    alarms, whose = alarms[order], asked.whose[order]
    found = np.empty(len(times))
    for at, weight in enumerate(times):
        allowed = alarms_a_name * weight.sum() / asked.worth
        before = np.cumsum(weight[whose])
        place = np.searchsorted(before, allowed, "right")
        least = alarms[place] if place < len(alarms) else MISSED / 2
        found[at] = weight[target > least].sum() / weight.sum()
    return found


def figure(values: np.ndarray) -> Figure:
    """The first value, and the middle 95 % of the others."""
    low, high = np.nanquantile(values[1:], [0.025, 0.975])
    return Figure(float(values[0]), float(low), float(high))


def curve(asked: Asked, at: np.ndarray) -> np.ndarray:
    """Recall at each number of false alarms a name."""
    once = np.ones((1, len(asked.target)), int)
    return np.array([recalls(asked, once, x)[0] for x in at])


def area(positive: np.ndarray, negative: np.ndarray) -> float:
    """The chance that a positive stands above a negative, ties counted half."""
    ranks = stats.rankdata(np.concatenate([positive, negative]))[: len(positive)]
    least = len(positive) * (len(positive) + 1) / 2
    return float((ranks.sum() - least) / (len(positive) * len(negative)))


class Bin(NamedTuple):
    """Pairs of about one probability: what was said and what was the case at the prior."""

    said: float
    seen: float
    positives: int
    negatives: int


class Calibration(NamedTuple):
    """Whether probabilities are what they say, at the stated prior."""

    bins: list[Bin]
    brier: float
    skill: float
    error: float
    slope: Figure
    intercept: Figure
    joint: float
    tested: int


EDGES = np.array([-np.inf, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, np.inf])
ENOUGH = 30


def calibration(
    bits: np.ndarray, truth: np.ndarray, brands: list[str], prior: float
) -> Calibration:
    """Bits (log2 of the odds) of positives and negatives, weighted to the prior's odds."""
    weight = np.where(truth, 1.0, truth.sum() / (~truth).sum() / 2.0**prior)
    said = 1 / (1 + 2.0**-bits)
    at = np.digitize(bits, EDGES)
    bins, error, chi2, tested = [], 0.0, 0.0, 0
    for place in np.unique(at):
        here = at == place
        mean = float(np.average(said[here], weights=weight[here]))
        seen = float(np.average(truth[here], weights=weight[here]))
        yes = int(truth[here].sum())
        no = int(here.sum()) - yes
        bins.append(Bin(mean, seen, yes, no))
        error += abs(mean - seen) * weight[here].sum() / weight.sum()
        if yes >= ENOUGH and no:
            off = np.log(seen / (1 - seen)) - np.log(mean / (1 - mean))
            chi2 += off**2 / (1 / yes + 1 / no)
            tested += 1
    brier = float(np.average((said - truth) ** 2, weights=weight))
    base = 1 / (1 + 2.0**-prior)
    slope, intercept = _line(bits, truth, weight, brands)
    joint = float(stats.chi2.sf(chi2, tested)) if tested else float("nan")
    skill = 1 - brier / (base * (1 - base))
    return Calibration(bins, brier, skill, error, slope, intercept, joint, tested)


def _line(
    bits: np.ndarray, truth: np.ndarray, weight: np.ndarray, brands: list[str]
) -> tuple[Figure, Figure]:
    """Slope, and intercept in bits at a slope of 1, with intervals by brand bootstrap."""
    times = draws(brands)[:201]
    slopes, intercepts = np.empty(len(times)), np.empty(len(times))
    for at, drawn in enumerate(times):
        slopes[at], _ = _logistic(bits, truth, weight * drawn, slope=True)
        _, intercepts[at] = _logistic(bits, truth, weight * drawn, slope=False)
    return figure(slopes), figure(intercepts)


def _logistic(
    bits: np.ndarray, truth: np.ndarray, weight: np.ndarray, *, slope: bool
) -> tuple[float, float]:
    b, a = 1.0, 0.0
    for _ in range(30):
        chance = 1 / (1 + 2.0 ** -np.clip(a + b * bits, -60, 60))
        miss, spread = weight * (truth - chance), weight * chance * (1 - chance) * np.log(2)
        if not slope:
            a += np.clip(miss.sum() / max(spread.sum(), 1e-12), -2, 2)
            continue
        wall = np.array(
            [
                [spread.sum(), (spread * bits).sum()],
                [(spread * bits).sum(), (spread * bits**2).sum()],
            ]
        )
        step = np.linalg.solve(wall + 1e-9 * np.eye(2), [miss.sum(), (miss * bits).sum()])
        step *= min(1.0, 1.0 / max(1e-12, np.abs(step).max()))
        a, b = a + step[0], b + step[1]
    return b, a

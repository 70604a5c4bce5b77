"""The results as Markdown tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from benchmarks.quality.measures import CHALLENGER, PRODUCT, part
from benchmarks.quality.pairs import SOURCES
from benchmarks.quality.product import ranks
from benchmarks.quality.stats import Figure, draws, figure, recalls

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.quality.ordinary import Alarms, Speed
    from benchmarks.quality.pairs import Query
    from benchmarks.quality.ratings import Agreement
    from benchmarks.quality.stats import Asked, Calibration
    from confusables.score import Thresholds

WANTED = {
    "udrp": 0.65, "attacks": 0.82, "errors-7": 0.85, "phishing": 0.20, "determiner": 0.95,
    "accents_idn": 0.97, "inflection": 0.93, "word_order": 0.90, "sound_alike": 0.85,
    "translation": 0.65,
}  # fmt: skip
HUMAN = 0.58
ALARMS = (1.0, 0.1)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines) + "\n"


def met(value: float, wanted: float | None) -> str:
    """Whether a target is met, in words."""
    if wanted is None:
        return ""
    return f"{wanted:.2f}: {'met' if value >= wanted else 'missed'}"


def title(source: str) -> str:
    """A source's title, marked where outsiders do not have it."""
    about = SOURCES[source]
    return about.title + ("" if about.public else " *")


class Result:
    """One source under all measures, with the samples of its brands."""

    def __init__(self, source: str, asked: Sequence[Query], measures: dict[str, Asked],
                 places: Sequence[int]) -> None:  # fmt: skip
        self.source, self.places = source, places
        self.measures = {name: part(one, places) for name, one in measures.items()}
        self.times = draws([asked[at].brand for at in places])
        self.samples = {
            (name, at): recalls(one, self.times, at)
            for name, one in self.measures.items()
            for at in ALARMS
        }

    def recall(self, measure: str, at: float = 1.0) -> Figure:
        """The recall of a measure."""
        return figure(self.samples[measure, at])

    def best_rival(self) -> str:
        """The best of the baselines at one false alarm a name."""
        others = [name for name in self.measures if name not in (PRODUCT, CHALLENGER)]
        return max(others, key=lambda name: self.samples[name, 1.0][0])

    def lead(self, measure: str) -> Figure:
        """How far the product is ahead, paired."""
        return figure(self.samples[PRODUCT, 1.0] - self.samples[measure, 1.0])


def headline(results: Sequence[Result]) -> str:
    """Recall beside the target and the best baseline."""
    rows = []
    for one in results:
        best, own = one.best_rival(), one.recall(PRODUCT)
        rows.append((
            title(one.source), len(one.places), own, met(own.value, WANTED.get(one.source)),
            one.recall(PRODUCT, 0.1), f"{best} {one.recall(best)}", one.lead(best),
            one.lead(CHALLENGER),
        ))  # fmt: skip
    return table(
        ("source", "pairs", "recall at 1", "target", "at 0.1", "best baseline at 1",
         "ahead of it", "ahead of the challenger"), rows,
    )  # fmt: skip


def everything(results: Sequence[Result], at: float) -> str:
    """Recall of every measure."""
    names = list(results[0].measures)
    rows = [(title(one.source), *(one.recall(name, at) for name in names)) for one in results]
    return table(("source", *names), rows)


def places(results: Sequence[Result], thresholds: Thresholds) -> str:
    """Ranks of the targets, and what the shipped thresholds make of them."""
    rows = []
    warn, review = (np.log2(p / (1 - p)) for p in (thresholds.warn, thresholds.review))
    for one in results:
        own = one.measures[PRODUCT]
        rank = ranks(own)
        many = len(rank)
        found = rank[rank > 0]
        rows.append((
            title(one.source), f"{(rank == 0).mean():.2f}", f"{(rank == 1).mean():.2f}",
            f"{((rank > 0) & (rank <= 5)).mean():.2f}", int(np.median(found)) if len(found) else "",
            f"{(own.target >= review).mean():.2f}", f"{(own.target >= warn).mean():.2f}",
            f"{(own.alarms >= review).sum() / many:.1f}",
            f"{(own.alarms >= warn).sum() / many:.1f}",
        ))  # fmt: skip
    return table(
        ("source", "missed", "first", "among 5", "median place", "shown", "as a warning",
         "other names shown, a name", "others as warnings, a name"), rows,
    )  # fmt: skip


def left_out(found: dict[str, tuple[int, Figure, Figure]]) -> str:
    """Recall with the source left out of the fit."""
    rows = [
        (title(source), pairs, one, met(one.value, WANTED.get(source)), tenth)
        for source, (pairs, one, tenth) in found.items()
    ]
    return table(("source", "pairs", "recall at 1", "target", "at 0.1"), rows)


def areas(results: Sequence[Result], found: dict[str, dict[str, float]]) -> str:
    """AUC against near neighbours."""
    names = list(next(iter(found.values())))
    rows = [
        (title(one.source), *(f"{found[one.source][name]:.2f}" for name in names))
        for one in results
    ]
    return table(("source", *names), rows)


def people(found: dict[str, Agreement]) -> str:
    """Agreement with human ratings."""
    rows = [
        (name, one.spearman, one.area, "" if name == PRODUCT else one.behind)
        for name, one in found.items()
    ]
    return table(("measure", "Spearman", "AUC (mean of 4 or more)", "product ahead by"), rows)


def calibrations(found: dict[str, Calibration]) -> str:
    """Calibration source by source."""
    rows = []
    for source, one in found.items():
        good = 0.8 <= one.slope.value <= 1.25 and abs(one.intercept.value) <= 0.5
        good = good and one.skill >= 0.15 and (one.joint >= 0.05 or not one.tested)
        joint = f"{one.joint:.3f} ({one.tested} bins)" if one.tested else "not tested"
        rows.append((
            title(source), f"{one.brier:.4f}", f"{one.skill:.2f}", f"{one.error:.3f}", one.slope,
            one.intercept, joint,
            "missed" if not good else "met" if one.tested else "not tested",
        ))  # fmt: skip
    return table(
        ("source left out", "Brier", "skill over the prior", "ECE", "slope", "intercept, bits",
         "joint test, p", "all four"), rows,
    )  # fmt: skip


def bins(one: Calibration) -> str:
    """A reliability table."""
    rows = [(f"{b.said:.3f}", f"{b.seen:.3f}", b.positives, b.negatives) for b in one.bins]
    return table(("said", "seen at the prior", "positives", "negatives"), rows)


def suggested(asked: Sequence[Query], found: Sequence[Sequence[int]]) -> str:
    """Recall of the true name among suggestions."""
    rows = []
    for source in dict.fromkeys(query.source for query in asked):
        some = [f for query, f in zip(asked, found, strict=True) if query.source == source]
        times = draws([query.brand for query in asked if query.source == source])
        cells = []
        for column, most in ((0, 20), (1, 100), (2, 100)):
            hit = np.array([0 < f[column] <= most for f in some])
            cells.append(figure((times * hit).sum(axis=1) / times.sum(axis=1)))
        rows.append((title(source), len(some), *cells))
    return table(("source", "pairs", "name among 20", "name among 100", "domain among 100"), rows)


def ordinary(found: Sequence[Alarms]) -> str:
    """Warnings and reviews of ordinary brand names."""
    rows = []
    for what, values in (
        ("warnings", [one.warnings for one in found]),
        ("reviews", [one.reviews for one in found]),
        ("same label", [one.same for one in found]),
    ):
        wanted = {"warnings": (1, 5), "reviews": (5, None)}.get(what, (None, None))
        median, high = np.median(values), np.quantile(values, 0.9)
        aims = [f"{name} at most {x}: {'met' if v <= x else 'missed'}"
                for name, x, v in (("median", wanted[0], median), ("p90", wanted[1], high))
                if x is not None]  # fmt: skip
        rows.append((what, f"{median:g}", f"{high:g}", max(values), f"{np.mean(values):.2f}",
                     "; ".join(aims)))  # fmt: skip
    return table(("of a name", "median", "p90", "most", "mean", "target"), rows)


def speeds(one: Speed) -> str:
    """Pairs a second and core."""
    return table(
        ("step", "pairs a second and core", "target"),
        (
            ("names of the corpus searched, guesses included", f"{one.prescored:,.0f}",
             "100,000: " + ("met" if one.prescored >= 1e5 else "missed")),
            ("candidates proposed with a guess, the search of the corpus included",
             f"{one.proposed:,.0f}", ""),
            ("judged in full, stored readings, forms of the name made first",
             f"{one.judged:,.0f}", "10,000: " + ("met" if one.judged >= 1e4 else "missed")),
            ("judged again, forms of the names at hand", f"{one.judged_again:,.0f}", ""),
        ),
    )  # fmt: skip

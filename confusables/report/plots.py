"""Plots of a report with matplotlib, for a notebook or a slide.

Each returns a matplotlib Figure and shows nothing by itself. Without matplotlib: MissingExtra.
"""

from __future__ import annotations

import io
import math
from functools import cache
from typing import TYPE_CHECKING, Any

from confusables.errors import MissingExtra
from confusables.model import Level, Says
from confusables.names import shown
from confusables.report.sentences import bars
from confusables.report.words import bits, kind_name, level_name, percent, say, titled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure

    from confusables.market import Candidate
    from confusables.report import Report
    from confusables.results import Collision, Comparison

__all__ = ["candidates", "neighbourhood", "waterfall"]

_COLOUR = {
    Level.WARN: "#9b1c1c",
    Level.REVIEW: "#7a4b00",
    Level.BELOW: "#55595f",
    Level.NONE_FOUND: "#1d5e2f",
}
_MARK = {Level.WARN: "s", Level.REVIEW: "^", Level.BELOW: "o"}
_FOR, _AGAINST, _WHOLE = "#2b5f9e", "#d9a441", "#1c1e21"
_MOST = 12
_TURN = math.pi * (3 - math.sqrt(5))  # the golden angle: no two names in one direction


def _figure(width: float, height: float) -> tuple[Figure, Any]:
    figure = _shown()(figsize=(width, height), layout="constrained")
    return figure, figure.add_subplot()


@cache
def _shown() -> type[Figure]:
    """A Figure that a notebook shows without pyplot and its state."""
    try:
        from matplotlib.figure import Figure as Made
    except ImportError:
        raise MissingExtra("a plot", "notebook") from None

    class Shown(Made):  # type: ignore[misc,unused-ignore]
        """A figure with its picture for the notebook."""

        def _repr_png_(self) -> bytes:
            file = io.BytesIO()
            self.savefig(file, format="png", dpi=110)
            return file.getvalue()

    return Shown


def waterfall(found: Collision | Comparison, lang: str = "en") -> Figure:
    """The evidence of a collision, or of a comparison, as bars in bits that add up."""
    steps = bars(found.prior_bits, found.terms, found.bits, lang)
    figure, axes = _figure(9, 0.5 * len(steps) + 1.2)
    for row, step in enumerate(steps):
        colour = _FOR if step.bits >= 0 else _AGAINST
        axes.barh(
            row, step.bits, left=step.start, color=_WHOLE if step is steps[-1] else colour,
            hatch=None if step.bits >= 0 else "///", edgecolor="white",
        )  # fmt: skip
        told = bits(step.bits, lang)
        axes.annotate(told, (max(step.start, step.end), row), (4, 0),
                      textcoords="offset points", va="center", fontsize=9)  # fmt: skip
    axes.set_yticks(range(len(steps)), [_plain(step.text) for step in steps])
    axes.invert_yaxis()
    axes.axvline(0, color=_WHOLE, linewidth=0.8)
    axes.use_sticky_edges = False
    axes.margins(x=0.12)
    axes.set_xlabel(say(Says("Bits"), lang))
    axes.set_title(percent(found.probability, lang), loc="left")
    axes.spines[["top", "right", "left"]].set_visible(False)
    return figure


def neighbourhood(found: Report, lang: str = "en") -> Figure:
    """The name in the middle and the nearest existing names around it, nearer the more probable.

    The distance is one less the probability; the direction means nothing.
    """
    figure, axes = _figure(7, 7)
    thresholds = (found.thresholds.warn, found.thresholds.review)
    for least, level in zip(thresholds, (Level.WARN, Level.REVIEW), strict=True):
        angles = [math.tau * step / 90 for step in range(91)]
        radius = _radius(least)
        axes.plot([radius * math.cos(a) for a in angles], [radius * math.sin(a) for a in angles],
                  color=_COLOUR[level], linewidth=0.8, linestyle="--")  # fmt: skip
        axes.annotate(level_name(level, lang), (0, -radius), (0, -10), ha="center", fontsize=8,
                      textcoords="offset points", color=_COLOUR[level])  # fmt: skip
    for place, hit in enumerate(found.collisions[:_MOST]):
        angle, radius = math.pi / 2 + place * _TURN, _radius(hit.probability)
        x, y = radius * math.cos(angle), radius * math.sin(angle)
        axes.plot([0, x], [0, y], color="#d5d8dc", linewidth=0.8, zorder=0)
        axes.plot(x, y, _MARK[hit.level], color=_COLOUR[hit.level], markersize=8)
        told = f"{_plain(hit.unicode)}\n{kind_name(hit.kind, lang)}"
        axes.annotate(told, (x, y), (0, 8), textcoords="offset points", ha="center", fontsize=9)
    axes.plot(0, 0, "*", color=_WHOLE, markersize=16)
    axes.annotate(_plain(shown(found.name)), (0, 0), (0, -18), textcoords="offset points",
                  ha="center", weight="bold")  # fmt: skip
    axes.set(xlim=(-1.35, 1.35), ylim=(-1.35, 1.35), aspect="equal")
    axes.set_axis_off()
    return figure


def candidates(found: Sequence[Candidate], lang: str = "en") -> Figure:
    """Candidates side by side in order of preference: the probability of the worst collision."""
    figure, axes = _figure(8, 0.6 * len(found) + 1.2)
    for row, candidate in enumerate(found):
        worst = candidate.worst
        share = worst.probability if worst else 0.0
        colour = _COLOUR[candidate.report.level]
        axes.barh(row, 100 * share, color=colour)
        word = level_name(candidate.report.level, lang)
        told = titled(word, _plain(worst.unicode), lang) if worst else word
        axes.annotate(told, (100 * share, row), (4, 0), textcoords="offset points",
                      va="center", fontsize=9)  # fmt: skip
    axes.set_yticks(range(len(found)), [_plain(candidate.name) for candidate in found])
    axes.invert_yaxis()
    axes.set_xlim(0, 150)
    axes.set_xticks(range(0, 101, 25))
    axes.set_xlabel(say(Says("probability of the worst collision, in percent"), lang))
    axes.spines[["top", "right"]].set_visible(False)
    return figure


def _radius(probability: float) -> float:
    """From the middle (certain) to the edge (out of the question), never under the star."""
    return 0.25 + 0.75 * (1 - probability)


def _plain(text: str) -> str:
    """The text without what matplotlib would read as mathematics."""
    return text.replace("$", r"\$")

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
from confusables.names import as_written, heading
from confusables.report.choose import standing
from confusables.report.sentences import bars, named, reservation
from confusables.report.words import bits, kind_name, level_name, percent, say, titled
from confusables.results import Collision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure

    from confusables.market import Candidate
    from confusables.model import Name
    from confusables.report import Report
    from confusables.results import Comparison

__all__ = ["candidates", "neighbourhood", "waterfall"]

_COLOUR = {
    Level.WARN: "#9b1c1c",
    Level.REVIEW: "#7a4b00",
    Level.BELOW: "#55595f",
    Level.NONE_FOUND: "#3d5166",
}
_MARK = {Level.WARN: "s", Level.REVIEW: "^", Level.BELOW: "o"}
_FOR, _AGAINST, _WHOLE = "#2b5f9e", "#d9a441", "#1c1e21"
_MOST = 16
_EDGE = 1.1  # where the labels begin
_UPRIGHT = 0.15  # of a ray, under which its label is centred above or below it
_PAPER = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}


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


def waterfall(
    found: Collision | Comparison, lang: str = "en", *, name: Name | None = None
) -> Figure:
    """The evidence of a collision, or of a comparison, as bars in bits that add up.

    ``name`` is the new name of a collision, which does not know it: ``report.name``.
    """
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
    word = f"{level_name(found.level, lang)} {percent(found.probability, lang)}"
    axes.set_title(_plain(titled(_pair(found, name), word, lang)), loc="left", fontsize=11)
    axes.spines[["top", "right", "left"]].set_visible(False)
    return figure


def _pair(found: Collision | Comparison, name: Name | None) -> str:
    """The names that are compared, as far as they are known."""
    if isinstance(found, Collision):
        return " · ".join([*([heading(name)] if name else []), named(found)])
    return f"{heading(found.a)} · {heading(found.b)}"


def neighbourhood(found: Report, lang: str = "en") -> Figure:
    """The name in the middle and the nearest existing names around it, nearer the more probable.

    The distance is one less the probability; the direction means nothing. Each label stands outside
    at the end of its own ray, so that nothing crosses it.
    """
    figure, axes = _figure(11, 7)
    hits = found.collisions[:_MOST]
    step = math.tau / max(1, len(hits))
    _rings(axes, found, math.pi / 2 - step / 2, lang)
    for place, hit in enumerate(hits):
        angle, radius = math.pi / 2 - place * step, _radius(hit.probability)
        across, up = math.cos(angle), math.sin(angle)
        axes.plot([radius * across, _EDGE * across], [radius * up, _EDGE * up],
                  color="#d5d8dc", linewidth=0.8, zorder=0)  # fmt: skip
        axes.plot(radius * across, radius * up, _MARK[hit.level], color=_COLOUR[hit.level],
                  markersize=8)  # fmt: skip
        told = f"{_plain(hit.called)}\n{kind_name(hit.kind, lang)}"
        side = "center" if abs(across) < _UPRIGHT else "left" if across > 0 else "right"
        axes.annotate(told, (_EDGE * across, _EDGE * up), (4 * across, 14 * up), ha=side,
                      va="center", fontsize=9, textcoords="offset points")  # fmt: skip
    axes.plot(0, 0, "*", color=_WHOLE, markersize=14)
    axes.annotate(_plain(as_written(found.name)), (0, 0), (0, -14), textcoords="offset points",
                  ha="center", weight="bold", bbox=_PAPER)  # fmt: skip
    axes.set(xlim=(-2.15, 2.15), ylim=(-1.35, 1.35), aspect="equal")
    axes.set_axis_off()
    if below := _beneath(found, len(hits), lang):
        figure.supxlabel(below, fontsize=9)
    return figure


def _rings(axes: Any, found: Report, angle: float, lang: str) -> None:
    """The thresholds as rings, their names where no ray runs."""
    thresholds = (found.thresholds.warn, found.thresholds.review)
    for least, level in zip(thresholds, (Level.WARN, Level.REVIEW), strict=True):
        angles = [math.tau * step / 90 for step in range(91)]
        radius = _radius(least)
        axes.plot([radius * math.cos(a) for a in angles], [radius * math.sin(a) for a in angles],
                  color=_COLOUR[level], linewidth=0.8, linestyle="--", zorder=0)  # fmt: skip
        place = (radius * math.cos(angle), radius * math.sin(angle))
        axes.text(*place, level_name(level, lang), color=_COLOUR[level], bbox=_PAPER,
                  ha="center", va="center", fontsize=8)  # fmt: skip


def _beneath(found: Report, drawn: int, lang: str) -> str:
    """What is not drawn, and where nothing was found, what that does not say."""
    count = len(found.collisions) + sum(found.hidden)
    if not count:
        return titled(level_name(found.level, lang), reservation(lang), lang)
    if drawn == count:
        return ""
    values = {"drawn": str(drawn), "count": str(count)}
    return say(Says("the {drawn} nearest of {count} existing names", values), lang)


def candidates(found: Sequence[Candidate], lang: str = "en") -> Figure:
    """Candidates side by side in order of preference: the probability of the worst collision."""
    figure, axes = _figure(8, 0.6 * len(found) + 1.2)
    for row, candidate in enumerate(found):
        worst = candidate.worst
        share = worst.probability if worst else 0.0
        word, tone, _ = standing(candidate, lang)
        axes.barh(row, 100 * share, color=_COLOUR[tone])
        told = titled(word, _plain(worst.called), lang) if worst else word
        axes.annotate(told, (100 * share, row), (4, 0), textcoords="offset points",
                      va="center", fontsize=9)  # fmt: skip
    axes.set_yticks(range(len(found)), [_plain(candidate.name) for candidate in found])
    axes.invert_yaxis()
    axes.set_xlim(0, 150)
    axes.set_xticks(range(0, 101, 25))
    axes.set_xlabel(say(Says("probability of the worst collision, in percent"), lang))
    axes.spines[["top", "right"]].set_visible(False)
    if any(candidate.report.level == Level.NONE_FOUND for candidate in found):
        figure.supxlabel(reservation(lang), fontsize=9)
    return figure


def _radius(probability: float) -> float:
    """From the middle (certain) to the edge (out of the question), never under the star."""
    return 0.25 + 0.75 * (1 - probability)


def _plain(text: str) -> str:
    """The text without what matplotlib would read as mathematics."""
    return text.replace("$", r"\$")

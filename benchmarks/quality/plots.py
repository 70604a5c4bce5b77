"""The two plots of the page: recall against false alarms, and calibration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib as mpl
import numpy as np

mpl.use("Agg")
mpl.rcParams["svg.hashsalt"] = "confusables"

from matplotlib import pyplot as plt  # noqa: E402 (the backend is chosen first)

from benchmarks.quality.stats import curve  # noqa: E402 - after the path above

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.quality.stats import Asked, Calibration

FALSE_ALARMS = np.geomspace(0.05, 10, 30)


def recall(path: Path, by_source: dict[str, dict[str, Asked]]) -> None:
    """Recall against false alarms a name, a panel a source."""
    columns = 4
    lines = -(-len(by_source) // columns)
    figure, panels = plt.subplots(
        lines, columns, figsize=(12, 2.4 * lines), sharex=True, sharey=True, squeeze=False
    )
    for panel, (source, measures) in zip(panels.flat, by_source.items(), strict=False):
        for at, (measure, asked) in enumerate(measures.items()):
            panel.plot(
                FALSE_ALARMS, curve(asked, FALSE_ALARMS), label=measure,
                linewidth=2.2 if at == 0 else 1.0, color=f"C{at}",
            )  # fmt: skip
        panel.set_title(source, fontsize=9)
        panel.set_xscale("log")
        panel.set_ylim(0, 1.02)
        panel.grid(alpha=0.3)
    for panel in panels.flat[len(by_source) :]:
        panel.set_axis_off()
    figure.legend(*panels.flat[0].get_legend_handles_labels(), loc="lower right", fontsize=9)
    figure.supxlabel("false alarms a name")
    figure.supylabel("recall")
    _save(figure, path)


def reliability(path: Path, found: dict[str, Calibration]) -> None:
    """What was said against what was the case, bins of enough positives filled."""
    figure, panel = plt.subplots(figsize=(5.5, 5))
    panel.plot([0, 1], [0, 1], color="grey", linewidth=1)
    for at, (source, one) in enumerate(found.items()):
        bins = [b for b in one.bins if b.positives + b.negatives >= 10]
        panel.plot(
            [b.said for b in bins], [b.seen for b in bins], marker="o", markersize=4,
            color=f"C{at}", label=source,
        )  # fmt: skip
    panel.set_xlabel("probability said")
    panel.set_ylabel("share of confusable pairs, at the stated prior")
    panel.grid(alpha=0.3)
    panel.legend(fontsize=8)
    _save(figure, path)


def _save(figure: plt.Figure, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)

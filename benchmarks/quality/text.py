"""The page: what was measured, and how to read it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from benchmarks.quality import tables
from benchmarks.quality.measures import PRODUCT
from benchmarks.quality.stats import DRAWS
from confusables.score import weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.quality.ordinary import Alarms, Speed
    from benchmarks.quality.pairs import Query
    from benchmarks.quality.ratings import Agreement
    from benchmarks.quality.stats import Calibration, Figure

HEAD = """# How good the score is

Written by `python benchmarks/quality --write docs/quality.md`; do not edit.

{made}

**How it was measured.** A pair is a new name and the established one that it was taken for. The
new name is checked with the default settings over the corpus, the established one inserted; a
target that the check does not show is missed. A false alarm is another label that is shown, but for
labels of the same letters as the new name or the target, other labelled names of the same brand,
names of one owner, and beside a determiner pair other names of the same core. The threshold of each
measure is set for each source apart, so that there are so many false alarms a name in all; equal
scores are put in a drawn order. The corpus holds names that are truly confusable and nobody
labelled, so recall at a number of false alarms is a lower bound. Of what was fitted on, only the
third that was kept apart is used; misspellings, phishing and human ratings were never fitted on.
Pairs are drawn with a seed, at most three a brand; intervals are 95 % of {draws} bootstrap samples
of brands, differences are paired.

Sources marked * cannot be had by outsiders as they stand here; give such sets by `--labelled`.
All other measures see the folded letters without hyphens, over all labels of the corpus, but for
BI-SIM (the names that any other measure puts high) and token_set_ratio (every tenth label).

"""


def page(
    made: dict[str, str],
    results: Sequence[tables.Result],
    alike: tuple[Figure | None, Figure | None],
    refitted: dict[str, tuple[int, Figure, Figure]],
    areas: dict[str, dict[str, float]],
    people: dict[str, Agreement],
    calibration: dict[str, Calibration],
    suggested: tuple[Sequence[Query], Sequence[Sequence[int]]],
    alarms: Sequence[Alarms],
    speed: Speed,
) -> str:
    """The whole page."""
    lines = "\n".join(f"- {name}: {value}" for name, value in made.items())
    parts = [
        HEAD.format(made=lines, draws=f"{DRAWS:,}"),
        "## Recall\n\n![Recall against false alarms](quality/recall.svg)\n",
        tables.headline(results),
        *_alike(*alike),
        "Every measure at one false alarm a name:\n",
        tables.everything(results, 1.0),
        "At 0.1 false alarms a name:\n",
        tables.everything(results, 0.1),
        "### Sources left out in turn\n\nThe weights fitted again without the source, asked about "
        "pairs of all of it.\n",
        tables.left_out(refitted),
        "## Where the target stands\n\nPlaces among false alarms, and what the shipped thresholds "
        "show.\n",
        tables.places(results, weights().thresholds),
        "## Against near neighbours\n\nArea under the curve, targets against the five nearest "
        "names by the product, OSA, Jaro-Winkler and the trigram index each.\n",
        tables.areas(results, areas),
        *_people(people),
        *_calibration(calibration),
        *_product(suggested, alarms, speed),
    ]
    return "\n".join(parts)


def _alike(sounds: Figure | None, meanings: Figure | None) -> list[str]:
    told = []
    if sounds is not None:
        told.append(
            f"Of the sound pairs {sounds}, where other names of the very same sound are no false "
            "alarms, as espeak-ng says them in one of the seven languages.\n"
        )
    if meanings is not None:
        told.append(
            f"Of the translations {meanings}, where other names of the same meaning are no false "
            "alarms, word for word as FreeDict's dictionaries have it by way of English.\n"
        )
    return told


def _people(found: dict[str, Agreement]) -> list[str]:
    own = found[PRODUCT].spearman
    return [
        "## People\n\nPairs of package names rated by people from 1 to 6 (Neupane et al. 2023), "
        f"never fitted on; the ceiling is about .67. Target {tables.met(own.value, tables.HUMAN)}."
        "\n",
        tables.people(found),
    ]


def _calibration(found: dict[str, Calibration]) -> list[str]:
    return [
        "## Calibration\n\nAt the stated prior, on sources left out of the fit: positives that "
        "retrieval proposes against the other names that it proposes for judgement. Wanted: slope "
        ".8 to 1.25, intercept within half a bit, skill at least .15, joint test over bins of at "
        "least 30 positives not below .05.\n\n![Calibration](quality/calibration.svg)\n",
        tables.calibrations(found),
        *(f"{tables.title(name)}:\n\n{tables.bins(one)}" for name, one in found.items()),
    ]


def _product(
    suggested: tuple[Sequence[Query], Sequence[Sequence[int]]],
    alarms: Sequence[Alarms],
    speed: Speed,
) -> list[str]:
    least = weights().thresholds.warn
    kinds = Counter(kind for one in alarms for _, kind, p in one.shown if p >= least)
    frequent = ", ".join(f"{kind} {many}" for kind, many in kinds.most_common())
    return [
        "## Suggestions\n\nThe true name among the first 20 and 100 suggestions for the new one: "
        "under whatever suffix, and as the very domain.\n",
        tables.suggested(*suggested),
        f"## Ordinary brand names\n\n{len(alarms)} names of `data/labelled/brands.txt` over the "
        f"corpus; collisions of the same label apart. Warnings by kind: {frequent or 'none'}.\n",
        tables.ordinary(alarms),
        "## Speed\n\nProcessor time of one core, machine shared.\n",
        tables.speeds(speed),
    ]

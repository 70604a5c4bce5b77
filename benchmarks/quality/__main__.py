"""How good the score is, beside everything else.

    python benchmarks/quality                          what data/ holds, over Tranco and CrUX
    python benchmarks/quality --labelled PATH          with sets that outsiders do not have
    python benchmarks/quality --sample 30              a quick run
    python benchmarks/quality --write docs/quality.md  the page of the docs, plots beside it

The corpus is built of the package ``pymispwarninglists`` once (some minutes), or given by
``--corpus``. Needs beside the library: dnstwist jellyfish matplotlib pymispwarninglists
scikit-learn scipy tantivy.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.metadata as metadata
import os
import platform
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "data")]

from benchmarks.quality import (  # noqa: E402 - after the path above
    calibrated,
    homophones,
    left_out,
    meanings,
    ordinary,
    plots,
    ratings,
    tables,
)
from benchmarks.quality.lists import built  # noqa: E402 - after the path above
from benchmarks.quality.measures import Rivals, all_measures, neighbour_areas  # noqa: E402 - after the path above
from benchmarks.quality.pairs import SOURCES, queries  # noqa: E402 - after the path above
from benchmarks.quality.product import answers, code_digest  # noqa: E402 - after the path above
from benchmarks.quality.text import page  # noqa: E402 - after the path above
from confusables.corpus import Corpus  # noqa: E402 - after the path above
from confusables.score import weights  # noqa: E402 - after the path above

if TYPE_CHECKING:
    from benchmarks.quality.pairs import Query
    from benchmarks.quality.stats import Calibration

KEPT = ROOT / "benchmarks" / "results"
USED = ("numpy", "rapidfuzz", "jellyfish", "tantivy", "dnstwist", "scikit-learn", "scipy")
PLOTTED = ("this product", "OSA", "Jaro-Winkler", "BI-SIM", "tantivy trigrams")


def settings() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="How good the score is.")
    parser.add_argument("--corpus", type=Path, default=KEPT / "tranco-crux.corpus")
    parser.add_argument("--labelled", type=Path, help="a folder with further labelled sets")
    parser.add_argument("--sample", type=int, default=200, help="pairs a source, at most")
    parser.add_argument("--calibrated", type=int, default=300, help="pairs a source, calibration")
    parser.add_argument("--brands", type=int, default=200, help="ordinary brand names, at most")
    parser.add_argument("--cache", type=Path, default=KEPT)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--write", type=Path, help="write the page and its plots")
    return parser.parse_args()


def told(what: str) -> None:
    """Say on standard error what runs now."""
    print(f"{dt.datetime.now(dt.UTC):%H:%M:%S} {what}", file=sys.stderr, flush=True)


def made(corpus: Path) -> dict[str, str]:
    """What the figures were made with."""
    held = Corpus.open(corpus)
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in USED)
    table = weights()
    return {
        "date": f"{dt.datetime.now(dt.UTC):%Y-%m-%d %H:%M} UTC",
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}, load average {os.getloadavg()[0]:.1f} at the end",
        "versions": versions,
        "library": f"code and tables {code_digest()}",
        "weights": f"{table.name}, prior {table.prior_bits:g} bits, warning from "
        f"{table.thresholds.warn:g}, review from {table.thresholds.review:g}",
        "corpus": f"{held.names:,} names, {len(held):,} labels, digest {held.digest}",
    }


def run(options: argparse.Namespace) -> str:
    """All sections, as Markdown."""
    corpus = built(options.corpus)
    by_source = queries(options.labelled, options.sample)
    asked = [query for some in by_source.values() for query in some]
    places: dict[str, list[int]] = defaultdict(list)
    for at, query in enumerate(asked):
        places[query.source].append(at)
    told(f"{len(asked)} pairs checked")
    found = answers(corpus, asked, options.cache, options.jobs)
    told("other measures")
    measures, near = all_measures(found, Rivals(corpus, asked, options.cache))
    told("bootstrap")
    results = [tables.Result(source, asked, measures, some) for source, some in places.items()]
    told("near neighbours")
    areas = {
        source: neighbour_areas([asked[at] for at in some], [near[at] for at in some])
        for source, some in places.items()
    }
    told("sources left out in turn")
    whole = [query for some in queries(None, options.sample, whole=True).values() for query in some]
    refitted = left_out.recalled(answers(corpus, whole, options.cache, options.jobs))
    told("people, calibration")
    more = queries(options.labelled, max(options.sample, options.calibrated))
    unseen = [source for source in places if not SOURCES[source].fitted] or list(places)
    calibration = {source: calibrate(corpus, more[source], options) for source in unseen}
    if options.write:
        told("plots")
        plot(options.write.parent / "quality", results, calibration)
    told("suggestions, ordinary brands, speed")
    kinds = [query for query in asked if SOURCES[query.source].fitted]
    suggested = ordinary.suggestion_places(kinds, options.cache, options.jobs)
    alarms = ordinary.alarms(corpus, options.cache, options.jobs, options.brands)
    speed = ordinary.speed(Corpus.open(corpus), ordinary.brands()[:30])
    people = ratings.agreements()
    sections = (
        results,
        (homophones.recalled(found), meanings.recalled(found)),
        refitted,
        areas,
        people,
        calibration,
        (kinds, suggested),
        alarms,
        speed,
    )
    return page(made(corpus), *sections)


def calibrate(corpus: Path, asked: list[Query], options: argparse.Namespace) -> Calibration:
    """The calibration on one source."""
    found = answers(corpus, asked, options.cache, options.jobs)
    others = calibrated.others(corpus, asked, options.cache, options.jobs)
    return calibrated.calibrated(found, others)


def plot(folder: Path, results: list[tables.Result], calibration: dict[str, Calibration]) -> None:
    """Both plots."""
    shown = {one.source: {name: one.measures[name] for name in PLOTTED} for one in results}
    plots.recall(folder / "recall.svg", shown)
    plots.reliability(folder / "calibration.svg", calibration)


def main() -> int:
    """Run, print, and write where asked."""
    options = settings()
    text = run(options)
    print(text)
    if options.write:
        options.write.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

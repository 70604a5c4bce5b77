"""Whether probabilities are what they say, on sources that the fit left out.

The population is the one that the prior is stated for: the pairs that retrieval proposes for
judgement. As in the fit, names of a kind by definition (the same letters, a determiner swapped) are
no negatives; positives that retrieval lost are not in it.
"""

from __future__ import annotations

import multiprocessing as mp
from itertools import islice
from typing import TYPE_CHECKING

import fit
import numpy as np
import pool

from benchmarks.quality.pairs import Query, name_of
from benchmarks.quality.product import (
    Answer,
    Steps,
    bits_by,
    code_digest,
    excused,
    kept,
    scored,
    steps,
)
from benchmarks.quality.stats import MISSED, Calibration, calibration
from confusables.corpus import Corpus
from confusables.score import weights
from confusables.views import View, base_form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_corpus: Corpus | None = None


def _start(corpus: str) -> None:
    global _corpus
    _corpus = Corpus.open(corpus)


def _others(query: Query) -> list[Steps]:
    """The evidence of the other names that retrieval proposes for judgement."""
    new = name_of(query.new)
    if _corpus is None or new is None:
        raise RuntimeError("not started")
    view, fine = View(new), excused(query)
    found = []
    for hit in islice(_corpus.candidates(view), pool.JUDGED):
        domain = next((r.domain for r in _corpus.registrations(hit) if r.domain), None)
        other = name_of(domain or "")
        if other is None or fine(base_form(hit.label)):
            continue
        seen = steps(view, View(other, _corpus.readings(hit)))
        if not any(s[1] in fit.DEFINED or (s[1], s[2]) in fit.DEFINED for s in seen):
            found.append(seen)
    return found


def others(corpus: Path, asked: Sequence[Query], cache: Path, jobs: int) -> list[list[Steps]]:
    """The evidence of the other names of all pairs."""

    def make() -> list[list[Steps]]:
        with mp.get_context("fork").Pool(jobs, _start, (str(corpus),)) as workers:
            return workers.map(_others, asked, chunksize=4)

    key = [code_digest(), Corpus.open(corpus).digest, pool.JUDGED, [list(query) for query in asked]]
    return kept(cache, "others", key, make)


def calibrated(answers: Sequence[Answer], found: Sequence[list[Steps]]) -> Calibration:
    """The calibration of the shipped weights on the pairs whose target was found."""
    table = weights()
    bits, truth, brands = [], [], []
    target = scored(answers).target
    for at, (answer, some) in enumerate(zip(answers, found, strict=True)):
        positive = [float(target[at])] if target[at] > MISSED else []
        bits += [*positive, *(bits_by(table, steps) for steps in some)]
        truth += [True] * len(positive) + [False] * len(some)
        brands += [answer.query.brand] * (len(positive) + len(some))
    return calibration(np.array(bits), np.array(truth), brands, table.prior_bits)

"""The weights fitted again without a source, and asked about all pairs of that source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from unittest import mock

import fit

from benchmarks.quality.pairs import GROUPS, SOURCES
from benchmarks.quality.product import Answer, bits_by, scored
from benchmarks.quality.stats import draws, figure, recalls
from confusables.score import Weight, read_weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.quality.stats import Figure
    from confusables.score import Weights


def without(source: str, positives: Sequence[tuple[str, list]]) -> Weights:
    """The table that the other sources make."""
    groups = {group for group, name in GROUPS.items() if name == source} or {source}
    kept = [(group, found) for group, found in positives if group not in groups]
    judged = read_weights(fit.JUDGED.read_text(encoding="utf-8"))
    with mock.patch.object(fit, "positives", return_value=kept):
        bits, seen = fit.fit(judged)
    steps = {s: Weight(b, seen[s] >= fit.ENOUGH, seen[s]) for s, b in bits.items()}
    return replace(judged, steps=steps)


def recalled(answers: Sequence[Answer]) -> dict[str, tuple[int, Figure, Figure]]:
    """By source: how many pairs, recall at 1 and at 0.1 false alarms a name, the source left out.

    Retrieval still orders its candidates by the shipped weights.
    """
    positives = list(fit.positives())
    found = {}
    for source in dict.fromkeys(answer.query.source for answer in answers):
        if not SOURCES[source].fitted:
            continue
        table = without(source, positives)
        some = [answer for answer in answers if answer.query.source == source]
        asked = scored(some, lambda hit, table=table: bits_by(table, hit.steps))
        times = draws([answer.query.brand for answer in some])
        one, tenth = (figure(recalls(asked, times, alarms)) for alarms in (1.0, 0.1))
        found[source] = len(some), one, tenth
    return found

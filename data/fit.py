"""Fit the shipped weights on labelled pairs.

    python data/fit.py            write confusables/tables/weights.tsv
    python data/fit.py --check    fit again and fail where the table on disk differs by more than
                                  ``EXACT`` bits, which the arithmetic of processors may

The model is the one that ``confusables.score`` adds up: a prior in bits and, from each family of
evidence, the bits of its strongest step times the step's scale. The steps' bits are fitted by a
logistic regression with the prior held fixed, so that a sum of bits is a probability under that
prior. Constraints: within a chain of ``chains`` more likeness never has fewer bits; a step outside
a chain that speaks for confusion is never negative, and a step judged to be 0 that begins a chain
stays 0: the others are measured from it. A ridge pulls each step to its judged value in
``weights-judged.tsv``; a step that fewer than ``ENOUGH`` labelled pairs show stays judged.

Positives are the pairs of ``data/labelled`` that somebody judged confusable or that are of a named
kind, each group of them with the same total weight. Negatives are the pool that ``data/pool.py``
drew: all candidates that retrieval proposes for drawn names, whole pools, not neighbours chosen by
a measure under test. Those of one owner are left out, and those that are of a kind by definition
(``DEFINED``: a determiner swapped, words reordered): they are what is looked for, unlabelled. Pairs
labelled as distinct are negatives of the same weight each. ``Pair.final`` thirds (by the core of
the pair) are never fitted on; ``benchmarks/quality`` measures on them.
"""

from __future__ import annotations

import argparse
import csv
import sys
import zlib
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.optimize import minimize

DATA = Path(__file__).resolve().parent
ROOT = DATA.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from confusables.errors import InvalidName  # noqa: E402 - after the path above
from confusables.files import put  # noqa: E402 - after the path above
from confusables.judging import evidence  # noqa: E402 (needs the path above)
from confusables.model import Evidence, Family, Says  # noqa: E402 - after the path above
from confusables.names import parse  # noqa: E402 - after the path above
from confusables.score import Weights, read_weights  # noqa: E402 - after the path above
from confusables.views import View  # noqa: E402 - after the path above

if TYPE_CHECKING:
    from collections.abc import Iterator


LABELLED = DATA / "labelled"
JUDGED = DATA / "weights-judged.tsv"
POOL = LABELLED / "pool.tsv"
TABLE = ROOT / "confusables" / "tables" / "weights.tsv"

ENOUGH = 12
RIDGE = 0.002
ROUNDS = 4
EXACT = 0.02

POSITIVE_KINDS = (
    "determiner", "word_order", "inflection", "affix", "translation", "sound_alike",
    "digits_hyphens_hacks", "accents_idn",
)  # fmt: skip

DEFINED = frozenset({
    "same-label", "delimiter", "accent", "homoglyph", "domain-hack", "number", "shorthand",
    "determiner", "word-order", "inflection", ("sound", "same-read"), ("sound", "same-most"),
})  # fmt: skip
DISTINCT_KINDS = ("negative_near", "negative_shared_generic", "generic_rest")

Step = tuple[str, str, str]


def chains(table: Weights) -> list[list[Step]]:
    """Runs of steps whose bits never fall: neighbouring rows of the judged table that share a
    family and a signal, as long as their judged bits grow."""
    runs: list[list[Step]] = []
    for step, weight in table.steps.items():
        last = runs[-1][-1] if runs else None
        if last and last[:2] == step[:2] and table.steps[last].bits < weight.bits:
            runs[-1].append(step)
        else:
            runs.append([step])
    return runs


class Pair(NamedTuple):
    """A labelled pair: the established name first, its group, and the key it is split by."""

    old: str
    new: str
    group: str
    split: str

    @property
    def final(self) -> bool:
        """Whether the pair is kept for the final run: a third, by the digest of its split key."""
        return zlib.crc32(self.split.encode()) % 3 == 0


def kind_pair(row: dict[str, str], kind: str) -> Pair:
    """A row of ``kinds``, split by the shorter label: the core, or nearest to it."""
    shortest = min(row["left"], row["right"], key=lambda d: (len(d.partition(".")[0]), d))
    return Pair(row["left"], row["right"], kind, shortest.partition(".")[0])


def labelled() -> Iterator[Pair]:
    """The positives, group by group."""
    for kind in POSITIVE_KINDS:
        for row in _rows(LABELLED / "kinds" / f"{kind}.tsv"):
            yield kind_pair(row, kind)
    for row in _rows(LABELLED / "udrp_decisions.tsv"):
        if (
            row["kind"] in ("udrp_altered_mark", "udrp_contains_mark")
            and row["label"] == "confusable"
        ):
            yield Pair(row["left"], row["right"], row["kind"], row["left"].casefold())
    for row in _rows(LABELLED / "pkg_attacks.tsv"):
        if row["kind"] != "pkg_attack_rubygems":
            yield Pair(row["left"], row["right"], "pkg_attack", row["left"].casefold())


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def positives() -> Iterator[tuple[str, list[Evidence]]]:
    """Group and evidence of the pairs that may be fitted on."""
    for pair in labelled():
        if pair.final:
            continue
        try:
            new, old = View(parse(pair.new)), View(parse(pair.old))
        except InvalidName:
            continue
        if new.base != old.base or new.name.label != old.name.label:
            yield pair.group, evidence(new, old)


def negatives() -> Iterator[tuple[list[Evidence], int]]:
    """The patterns of evidence in the pool and how many pairs show each, but for those that are
    of a kind by definition."""
    for line in POOL.read_text(encoding="utf-8").splitlines():
        count, _, steps = line.partition("\t")
        found = [step(text) for text in steps.split(";")]
        if not any(e.signal in DEFINED or (e.signal, e.level) in DEFINED for e in found):
            yield found, int(count)


def step(text: str) -> Evidence:
    family, signal, level, scale = text.split(" ")
    return Evidence(Family(family), signal, level, Says(""), None, float(scale))


def distinct() -> Iterator[tuple[list[Evidence], int]]:
    """Evidence of the pairs labelled as different names, the final third left out."""
    for kind in DISTINCT_KINDS:
        for row in _rows(LABELLED / "kinds" / f"{kind}.tsv"):
            pair = kind_pair(row, kind)
            if not pair.final:
                yield evidence(View(parse(pair.new)), View(parse(pair.old))), 1


class Sample(NamedTuple):
    """Pairs as sparse rows: step indices and scales, padded; label and weight a pair."""

    steps: np.ndarray
    scales: np.ndarray
    families: np.ndarray
    label: np.ndarray
    weight: np.ndarray


def sample(table: Weights, index: dict[Step, int]) -> tuple[Sample, Counter[Step]]:
    """All pairs, positives first, and how many positives show each step."""
    rows: list[list[Evidence]] = []
    groups: list[str] = []
    seen: Counter[Step] = Counter()
    for group, found in positives():
        rows.append(found)
        groups.append(group)
        seen.update({(e.family, e.signal, e.level) for e in found})
    count = Counter(groups)
    odds = 2.0**table.prior_bits
    rest = [*negatives(), *distinct()]
    times = [n for _, n in rest]
    label = np.array([1.0] * len(rows) + [0.0] * len(rest))
    weight = np.array([sum(times) * odds / len(count) / count[g] for g in groups] + times)
    rows += [found for found, _ in rest]
    width = max(map(len, rows))
    names = sorted({s[0] for s in index})
    steps = np.full((len(rows), width), len(index))
    scales = np.zeros((len(rows), width))
    families = np.full((len(rows), width), -1)
    for i, found in enumerate(rows):
        for j, e in enumerate(found):
            steps[i, j] = index[e.family, e.signal, e.level]
            scales[i, j] = e.scale
            families[i, j] = names.index(e.family)
    return Sample(steps, scales, families, label, weight), seen


def strongest(data: Sample, bits: np.ndarray) -> np.ndarray:
    """The design matrix under current bits: of each family the strongest step, times its scale."""
    value = np.append(bits, -np.inf)[data.steps] * np.where(data.scales > 0, data.scales, 1e-9)
    design = np.zeros((len(data.label), len(bits)))
    for family in range(data.families.max() + 1):
        inside = np.where(data.families == family, value, -np.inf)
        best = inside.argmax(axis=1)
        have = np.flatnonzero(np.isfinite(inside[np.arange(len(best)), best]))
        design[have, data.steps[have, best[have]]] += data.scales[have, best[have]]
    return design


def fit(table: Weights) -> tuple[dict[Step, float], Counter[Step]]:
    """The bits of every step, and how many labelled pairs show it."""
    steps = list(table.steps)
    index = {step: i for i, step in enumerate(steps)}
    data, seen = sample(table, index)
    judged = np.array([w.bits for w in table.steps.values()])
    known = np.array([seen[step] >= ENOUGH for step in steps])
    bits = judged.copy()
    for _ in range(ROUNDS):
        bits = _solve(strongest(data, bits), data, table, known)
    return dict(zip(steps, bits.tolist(), strict=True)), seen


def _solve(design: np.ndarray, data: Sample, table: Weights, known: np.ndarray) -> np.ndarray:
    """Increments along chains, non-negative; the first of a chain free where it is judged <= 0."""
    matrix, bounds, start = [], [], []
    steps, prior = list(table.steps), table.prior_bits
    judged = np.array([w.bits for w in table.steps.values()])
    index = {step: i for i, step in enumerate(steps)}
    for chain in chains(table):
        before = None
        for step in chain:
            column = np.zeros(len(steps))
            following = chain[chain.index(step) :]
            column[[index[s] for s in following]] = 1.0
            matrix.append(column)
            first = before is None
            low = judged[index[step]]
            free = (None, None) if low else (0.0, 0.0)
            bounds.append((0.0, None) if not first or low > 0 else free)
            start.append(judged[index[step]] - (0.0 if first else judged[index[before]]))
            before = step
    up = np.array(matrix)
    total = data.weight.sum()
    ln2 = np.log(2.0)

    def loss(increments: np.ndarray) -> tuple[float, np.ndarray]:
        bits = increments @ up
        logit = (prior + design @ bits) * ln2
        chance = 1.0 / (1.0 + np.exp(-np.clip(logit, -500, 500)))
        missed = np.logaddexp(0, np.where(data.label > 0, -logit, logit))
        gain = data.weight * missed
        pull = np.where(known, RIDGE, 100.0) * 2.0**prior
        off = bits - judged
        slope = (data.weight * (chance - data.label)) @ design * ln2 / total + 2 * pull * off
        return gain.sum() / total + (pull * off**2).sum(), up @ slope

    found = minimize(
        loss,
        np.array(start),
        jac=True,
        method="L-BFGS-B",
        bounds=bounds,
        options={"maxiter": 3000, "maxfun": 20000, "ftol": 1e-15, "gtol": 1e-9},
    )
    return found.x @ up


def render(bits: dict[Step, float], seen: Counter[Step], judged: str) -> str:
    """The table as it ships: the judged table's head, and each step with how it came."""
    lines = []
    for line in judged.splitlines():
        cells = line.split("\t")
        if len(cells) == 6:
            step = (cells[0], cells[1], cells[2])
            how = "fitted" if seen[step] >= ENOUGH else "judged"
            cells[3:] = [f"{bits[step]:.2f}", how, str(seen[step])]
        elif cells[0] == "name":
            cells[1] = "fitted-1"
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"


def same(one: str, other: str) -> bool:
    """Whether two tables say the same, bits aside by at most ``EXACT``."""
    mine, theirs = read_weights(one), read_weights(other)
    return replace(mine, steps={}) == replace(theirs, steps={}) and all(
        step in theirs.steps
        and weight[1:] == theirs.steps[step][1:]
        and abs(weight.bits - theirs.steps[step].bits) <= EXACT
        for step, weight in mine.steps.items()
    )


def main() -> int:
    """Fit, and write or compare."""
    parser = argparse.ArgumentParser(description="Fit the shipped weights on labelled pairs.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail on drift")
    options = parser.parse_args()
    judged = JUDGED.read_text(encoding="utf-8")
    table = read_weights(judged)
    bits, seen = fit(table)
    text = render(bits, seen, judged)
    if not options.check:
        put(TABLE, text.encode())
        print(text)
        return 0
    if not same(TABLE.read_text(encoding="utf-8"), text):
        print("weights.tsv is not what the labelled pairs make of it", file=sys.stderr)
        return 1
    print("weights.tsv is what the labelled pairs make of it")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

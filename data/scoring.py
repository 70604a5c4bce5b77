"""Write the table of weights, and what the levels cost and find, into docs/scoring.md.

python data/scoring.py            after data/fit.py
python data/scoring.py --check    write nothing, fail where the page is behind the weights
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
for folder in (ROOT, ROOT / "data"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

import fit  # noqa: E402 (needs the path above)
import pool  # noqa: E402 - after the path above

from confusables.files import put  # noqa: E402 - after the path above
from confusables.model import Kind, Level  # noqa: E402 - after the path above
from confusables.score import probability, score, weights  # noqa: E402 - after the path above

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confusables.score import Score, Thresholds

PAGE = ROOT / "docs" / "scoring.md"
BANDS = (0.024, 0.05, 0.1, 0.2, 0.5)  # lower bounds


def _table() -> str:
    """Prior, thresholds and every step, as Markdown."""
    shipped = weights()
    at = shipped.thresholds
    lines = [
        f"Weights `{shipped.name}`. Prior: {shipped.prior_bits:g} bits, that is a probability of "
        f"{probability(shipped.prior_bits):.3f}, for {shipped.population}. "
        f"A warning from {at.warn:g} on, a matter of review from {at.review:g} on{_kinds(at)}.",
        "",
        "| family | signal | level | bits | from |",
        "| --- | --- | --- | --- | --- |",
    ]
    for (family, signal, level), weight in shipped.steps.items():
        how = f"fitted, {weight.pairs} pairs" if weight.fitted else f"judged, {weight.pairs} pairs"
        lines.append(f"| {family} | {signal} | {level} | {weight.bits:+.2f} | {how} |")
    return "\n".join(lines)


def _kinds(at: Thresholds) -> str:
    return "".join(f" ({kind} from {review:g} on)" for kind, review in at.reviews.items())


def _pool() -> Iterator[tuple[Score, int]]:
    """The scores of the candidates of drawn names, and how many have each."""
    kinds = {str(kind): kind for kind in Kind}
    for line in fit.POOL.read_text(encoding="utf-8").splitlines():
        count, _, steps = line.partition("\t")
        found = [fit.step(text) for text in steps.split(";")]
        yield score(replace(e, kind=kinds.get(e.signal)) for e in found), int(count)


def _development() -> Iterator[Score]:
    """The scores of the labelled pairs that are fitted on."""
    return (score(found) for _, found in fit.positives())


def _levels() -> str:
    """By kind and probability the candidates of a drawn name, and the development pairs."""
    at = weights().thresholds
    drawn: dict[Kind, Counter[int]] = defaultdict(Counter)
    pairs: dict[Kind, Counter[int]] = defaultdict(Counter)
    shown: dict[Kind, float] = defaultdict(float)
    for found, many in _pool():
        drawn[found.kind][_band(found.probability)] += many
        shown[found.kind] += many * (at.level(found.probability, found.kind) == Level.REVIEW)
    for found in _development():
        pairs[found.kind][_band(found.probability)] += 1
    names = 2 * pool.NAMES
    bands = [f"{low:g}-{high:g}" for low, high in pairwise(BANDS)]
    heads = [f"below {BANDS[0]:g}", *bands, f"from {BANDS[-1]:g}"]
    lines = [
        "| kind | review from | reviews a name | " + " | ".join(heads) + " |",
        "| --- | --- | --- | " + " | ".join("---" for _ in heads) + " |",
    ]
    for kind in sorted(pairs.keys() | drawn.keys()):
        cells = [
            f"{drawn[kind][band] / names:.2f} / {pairs[kind][band]}" if band else
            f"- / {pairs[kind][band]}" for band in range(len(heads))
        ]  # fmt: skip
        review = at.reviews.get(kind, at.review)
        lines.append(f"| {kind} | {review:g} | {shown[kind] / names:.2f} | {' | '.join(cells)} |")
    total = sum(shown.values()) / names
    lines.append(f"| all | | {total:.2f} | " + " | ".join("" for _ in heads) + " |")
    return "\n".join(lines)


def _band(p: float) -> int:
    return sum(low <= p for low in BANDS)


def main() -> int:
    """Write or compare."""
    parser = argparse.ArgumentParser(description="Write the tables of weights into the page.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail on drift")
    options = parser.parse_args()
    page = text = PAGE.read_text(encoding="utf-8")
    for name, made in (("weights", _table()), ("levels", _levels())):
        start, end = f"<!-- {name}: written by data/scoring.py -->", f"<!-- end of {name} -->"
        before, _, rest = text.partition(start)
        text = f"{before}{start}\n\n{made}\n\n{end}{rest.partition(end)[2]}"
    if not options.check:
        put(PAGE, text.encode())
    elif text != page:
        print("docs/scoring.md is behind the weights: run data/scoring.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

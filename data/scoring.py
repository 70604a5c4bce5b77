"""Write the table of weights into docs/scoring.md.

python data/scoring.py            after data/fit.py
python data/scoring.py --check    write nothing, fail where the page is behind the weights
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from confusables.score import probability, weights  # noqa: E402 (needs the path above)

PAGE = ROOT / "docs" / "scoring.md"
START, END = "<!-- weights: written by data/scoring.py -->", "<!-- end of weights -->"


def table() -> str:
    """Prior, thresholds and every step, as Markdown."""
    shipped = weights()
    at = shipped.thresholds
    lines = [
        f"Weights `{shipped.name}`. Prior: {shipped.prior_bits:g} bits, that is a probability of "
        f"{probability(shipped.prior_bits):.3f}, for {shipped.population}. "
        f"A warning from {at.warn:g} on, a matter of review from {at.review:g}.",
        "",
        "| family | signal | level | bits | from |",
        "| --- | --- | --- | --- | --- |",
    ]
    for (family, signal, level), weight in shipped.steps.items():
        how = f"fitted, {weight.pairs} pairs" if weight.fitted else f"judged, {weight.pairs} pairs"
        lines.append(f"| {family} | {signal} | {level} | {weight.bits:+.2f} | {how} |")
    return "\n".join(lines)


def main() -> int:
    """Write or compare."""
    parser = argparse.ArgumentParser(description="Write the table of weights into the page.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail on drift")
    options = parser.parse_args()
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    text = f"{before}{START}\n\n{table()}\n\n{END}{after}"
    if not options.check:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    elif text != page:
        print("docs/scoring.md is behind the weights: run data/scoring.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

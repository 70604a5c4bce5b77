"""How many labelled pairs of each kind are shown, and how many distinct ones.

    python benchmarks/kinds.py [--speaker espeak] [--encoder use]

Every pair of ``data/labelled/kinds`` is compared; the third that ``data/fit.py`` never fits on
stands apart. Determiners are shown by language as well. Retrieval has no part in it: that a pair is
also found in a corpus is measured by ``benchmarks/retrieval.py``. With ``--speaker`` the names are
also compared as that program says them, with ``--encoder`` by what that encoder makes of words.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
for folder in (ROOT, ROOT / "data"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

import fit  # noqa: E402 (needs the path above)

from confusables import Level, compare  # noqa: E402 - after the path above
from confusables.languages.espeak import Espeak  # noqa: E402 - after the path above
from confusables.words.encoder import SentenceEncoder  # noqa: E402 - after the path above


class Count:
    """Pairs of a kind, those shown, and those warned of."""

    def __init__(self) -> None:
        self.pairs = self.shown = self.warned = 0

    def add(self, level: Level) -> None:
        """Count a pair."""
        self.pairs += 1
        self.shown += level in (Level.WARN, Level.REVIEW)
        self.warned += level == Level.WARN

    def __str__(self) -> str:
        if not self.pairs:
            return f"{0:4}      -     -"
        return f"{self.pairs:4}  {self.shown / self.pairs:.3f} {self.warned / self.pairs:.3f}"


def main() -> int:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--speaker", choices=["espeak"])
    parser.add_argument("--encoder", choices=["use"])
    options = parser.parse_args()
    speaker = Espeak() if options.speaker else None
    encoder = SentenceEncoder() if options.encoder else None
    counts: dict[str, tuple[Count, Count]] = defaultdict(lambda: (Count(), Count()))
    for kind in (*fit.POSITIVE_KINDS, *fit.DISTINCT_KINDS):
        path = fit.LABELLED / "kinds" / f"{kind}.tsv"
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                final = fit.kind_pair(row, kind).final
                level = compare(row["left"], row["right"], speaker=speaker, encoder=encoder).level
                names = [kind]
                if kind == "determiner":
                    names.append(f"{kind} {row['language']}")
                for name in names:
                    counts[name][final].add(level)
    print(f"{'':24}  fitted on            kept apart")
    print(f"{'kind':24} pairs shown  warn   pairs shown  warn")
    for name, (seen, apart) in counts.items():
        print(f"{name:24} {seen}   {apart}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

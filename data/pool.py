"""Draw the pool of negatives that the weights are fitted on.

    python data/pool.py CORPUS          write data/labelled/pool.tsv

CORPUS is a corpus built of the Tranco and CrUX lists together (``benchmarks/`` has the command
that gets them). Half of the new names are drawn, with a seed, from the shipped corpus, half from
CORPUS; the pool is every candidate that retrieval puts up for judgement, one owner's left out.
What is kept are no names: only the steps of evidence that a pair shows, and how many pairs show
just these. ``data/fit.py`` reads it; draw it anew where signals or their steps have changed.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

DATA = Path(__file__).resolve().parent
if str(DATA.parent) not in sys.path:
    sys.path.insert(0, str(DATA.parent))

from confusables.corpus import Corpus  # noqa: E402 - after the path above
from confusables.files import put  # noqa: E402 - after the path above
from confusables.held import same_owner  # noqa: E402 - after the path above
from confusables.judging import evidence  # noqa: E402 (needs the path above)
from confusables.names import parse  # noqa: E402 - after the path above
from confusables.views import View, of_label  # noqa: E402 - after the path above

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confusables.model import Evidence

POOL = DATA / "labelled" / "pool.tsv"
SEED = 20261126
NAMES = 1500  # from each of the two corpora
JUDGED = 40  # candidates of a name: more than a check judges unless it is to show more


def pattern(found: list[Evidence]) -> str:
    """The steps of a pair, each ``family signal level scale``, in a fixed order."""
    steps = (f"{e.family} {e.signal} {e.level} {e.scale:.1f}" for e in found)
    return ";".join(sorted(steps))


def pairs(corpus: Corpus, drawn: Corpus, names: int) -> Iterator[list[Evidence]]:
    """The evidence of the candidates of names drawn from a corpus."""
    for row in random.Random(SEED).sample(range(len(drawn)), names):  # noqa: S311 - a draw
        own = next((r for r in drawn.registrations(drawn.at(row)) if r.domain), None)
        if own is None:
            continue
        view = View(parse(own.domain or ""))
        for found in islice(corpus.candidates(view), JUDGED):
            other = next((r for r in corpus.registrations(found) if r.domain), None)
            if other is None or found.label == view.name.unicode or same_owner(own, other):
                continue
            yield evidence(view, of_label(found.label, (other.domain or "").partition(".")[2]))


def main() -> int:
    """Draw, count and write."""
    parser = argparse.ArgumentParser(description="Draw the pool of negatives.")
    parser.add_argument("corpus", metavar="CORPUS")
    options = parser.parse_args()
    corpus = Corpus.open(options.corpus)
    count: Counter[str] = Counter()
    for drawn in (Corpus.shipped(), corpus):
        count.update(map(pattern, pairs(corpus, drawn, NAMES)))
    rows = sorted(count.items(), key=lambda item: (-item[1], item[0]))
    put(POOL, "".join(f"{n}\t{steps}\n" for steps, n in rows).encode())
    print(f"{sum(count.values())} pairs, {len(rows)} patterns")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Ten million names: how long a build takes and what memory, and a check beside a smaller corpus.

    python benchmarks/many.py [--names N] [--smaller FILE] [--keep FILE]

The names are those of Tranco's and CrUX's million (see ``benchmarks/retrieval.py``), over and over,
each copy under the suffix of another of them, every second one with one to three letters changed,
by a seed: as in a union of registries' lists, half of what is added are new labels. ``--smaller``
is a corpus of the lists themselves, built here unless given; ``--keep`` keeps the large one, or
takes it from there. The same new names are checked over both in turn.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

import retrieval
from screen import new_names

from confusables import Checker, Corpus
from confusables.cli.common import BAD_INPUT, OK
from confusables.errors import InvalidName
from confusables.names import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

QUERIES = 200
WARMING = 20


def registrable() -> list[str]:
    """The registrable names of the lists, each once, in their order."""
    found: dict[str, None] = {}
    for host in retrieval.popular():
        try:
            found[parse(host).ascii] = None
        except InvalidName:
            continue
    return list(found)


def names(own: list[str]) -> Iterator[str]:
    """The names as they are, then copies of them, without end."""
    draw = random.Random(retrieval.SEED)
    yield from own
    for at in count():
        name = own[at % len(own)]
        label, suffix = name.partition(".")[0], draw.choice(own).partition(".")[2]
        if at % 2 and not label.startswith("xn--"):
            label = retrieval.typo(draw, label, draw.randint(1, 3)).strip("-") or label
        yield f"{label}.{suffix}"


def build(listed: Path, out: Path) -> None:
    """Build in a process of its own; its seconds and its largest memory are printed."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "confusables", "corpus", "build", str(out), str(listed)]
    done = subprocess.run(command, check=False, stderr=subprocess.DEVNULL)  # noqa: S603 - ours
    if done.returncode not in (OK, BAD_INPUT):  # some of the copies are no names, and are counted
        raise SystemExit(f"the build ended with {done.returncode}")
    took = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"built in {took / 60:.1f} minutes, at most {peak:,.0f} MB in a process")


def checks(smaller: Corpus, larger: Corpus) -> None:
    """The median check over both, the same names in turn."""
    both = [Checker(smaller), Checker(larger)]
    times: list[list[float]] = [[], []]
    for at, name in enumerate(new_names(smaller, QUERIES + WARMING)):
        for checker, found in zip(both, times, strict=True):
            start = time.perf_counter()
            checker.check(name)
            if at >= WARMING:
                found.append(time.perf_counter() - start)
    one, other = (statistics.median(found) * 1000 for found in times)
    print(f"check over {smaller.names:,} names {one:.2f} ms, over {larger.names:,} {other:.2f} ms:")
    print(f"{other / one:.2f} times the time at {larger.names / smaller.names:.1f} times the names")


def main() -> None:
    """Make, build, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--names", type=int, default=10_000_000)
    parser.add_argument("--smaller", type=Path)
    parser.add_argument("--keep", type=Path)
    args = parser.parse_args()
    print(retrieval.machine())
    with tempfile.TemporaryDirectory() as folder:
        large = args.keep or Path(folder) / "large.corpus"
        small = args.smaller or Path(folder) / "small.corpus"
        if not (large.exists() and small.exists()):
            own = registrable()
        for path, many in ((small, None), (large, args.names)):
            if not path.exists():
                listed = Path(folder) / "names.txt"
                with listed.open("w", encoding="utf-8") as file:
                    file.writelines(f"{name}\n" for name in islice(names(own), many or len(own)))
                build(listed, path)
        larger = Corpus.open(large)
        size = large.stat().st_size / larger.names
        print(f"{larger.names:,} names under {len(larger):,} labels, {size:.1f} bytes a name;")
        print(f"{larger.skipped:,} rows that are no names")
        checks(Corpus.open(small), larger)


if __name__ == "__main__":
    main()

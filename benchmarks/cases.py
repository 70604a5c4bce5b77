"""The figures that the main job must reach, by one command:

    python benchmarks/cases.py

The twenty pairs both ways, names that nobody mistakes, warnings of ordinary brand names over the
shipped corpus, the rank of the shop among the suggestions where no list holds it, and the time of
the whole command. Every draw is by a seed that stands below.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from pairs import NOT_CONFUSED, PAIRS  # noqa: E402 - needs the path above

from confusables import Checker, Corpus, Level, compare  # noqa: E402 - after the path above
from confusables.names import parse  # noqa: E402 - after the path above

SEED, NAMES, RUNS = 20200405, 200, 10


def corpus_of(domains: list[str]) -> Corpus:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.txt"
        path.write_text("\n".join(dict.fromkeys(domains)), "utf-8")
        return Corpus.load(path)


def shown(checker: Checker, new: str, old: str) -> str:
    """Where an existing name stands in the report of a new one, and how probable it is."""
    report = checker.check(new)
    for place, group in (("", report.collisions), ("own ", report.own)):
        for found in group:
            if found.domain == parse(old).ascii:
                return f"{place}{found.level} {found.probability:.2f} {found.kind}"
    return ""


def pairs() -> None:
    """New name against a corpus of the existing ones, and the other way round."""
    forth = Checker(corpus_of([b for _, b in PAIRS]))
    back = Checker(corpus_of([a for a, _ in PAIRS]))
    count = [0, 0]
    print(f"{'new':22}{'existing':24}{'new to existing':30}existing to new")
    for a, b in PAIRS:
        there, here = shown(forth, a, b), shown(back, b, a)
        count[0] += bool(there)
        count[1] += bool(here)
        print(f"{a:22}{b:24}{there or '-':30}{here or '-'}")
    print(f"shown: {count[0]} of {len(PAIRS)}, the other way round {count[1]}")
    a, b = NOT_CONFUSED
    print(f"{a} and {b}: {compare(a, b).level}, probability {compare(a, b).probability:.4f}")


def ordinary_names() -> None:
    """Warnings and reviews of brands drawn from the shipped corpus, over that corpus."""
    corpus = Corpus.shipped()
    checker, draw = Checker(corpus, limit=1000), random.Random(SEED)
    with (ROOT / "data" / "sources" / "brands-wikidata-nsi.tsv.gz").open("rb") as file:
        names = sorted(brand_names(file.read()))
    warned, reviewed, spent = [], [], []
    for name in draw.sample(names, NAMES):
        start = time.perf_counter()
        report = checker.check(name)
        spent.append(time.perf_counter() - start)
        # The brand itself, under its own label or held by its owner, is no false alarm.
        others = [c for c in report.collisions if c.label != report.name.label]
        warned.append(sum(c.level == Level.WARN for c in others))
        reviewed.append(sum(c.level == Level.REVIEW for c in others))
    for what, counts in (("warnings", warned), ("to review", reviewed)):
        print(
            f"{what} of {NAMES} brands besides their own name: median {statistics.median(counts):g}"
            f", 90 % at most {sorted(counts)[int(0.9 * NAMES)]}, most {max(counts)}"
            f", none {sum(not c for c in counts)}"
        )
    print(f"time a check in one process: median {1000 * statistics.median(spent):.1f} ms")


def brand_names(packed: bytes) -> set[str]:
    """The brand names of the pinned source that stand in the shipped corpus."""
    import csv
    import gzip
    import io

    from confusables.errors import InvalidName

    corpus, found = Corpus.shipped(), set()
    for row in csv.DictReader(io.StringIO(gzip.decompress(packed).decode()), delimiter="\t"):
        name = row.get("label") or row.get("name") or ""
        try:
            if corpus.find(parse(name).unicode):
                found.add(name)
        except InvalidName:
            continue
    return found


def suggestion() -> None:
    """The rank of monpanierbleu.com where no list holds it."""
    report = Checker(corpus_of(["unrelated.org"])).check("lepanierbleu.ca")
    domains = [s.domain for s in report.suggestions]
    rank = domains.index("monpanierbleu.com") + 1 if "monpanierbleu.com" in domains else None
    print(f"monpanierbleu.com among the suggestions without the cases: rank {rank}")


def whole_process() -> None:
    """The command and the import, as processes of their own."""
    command = [sys.executable, "-m", "confusables", "check", "lepanierbleu.ca"]
    nothing, plain = [sys.executable, "-c", "pass"], [sys.executable, "-c", "import confusables"]
    subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - ours
    wall, core = spent(command)
    print(
        f"confusables check lepanierbleu.ca: median {wall:.3f} s of {RUNS}, "
        f"{core:.3f} s of one core's time"
    )
    own = spent(plain)[1] - spent(nothing)[1]
    print(f"import confusables: {1000 * own:.0f} ms of one core's time")


def spent(command: list[str]) -> tuple[float, float]:
    """Median seconds of a process, by the clock and by the core: a busy machine moves the first."""
    walls, cores = [], []
    for _ in range(RUNS):
        start, before = time.perf_counter(), os.times()
        subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - ours
        after = os.times()
        walls.append(time.perf_counter() - start)
        cores.append(
            after.children_user + after.children_system
            - before.children_user - before.children_system
        )  # fmt: skip
    return statistics.median(walls), statistics.median(cores)


def main() -> int:
    pairs()
    suggestion()
    ordinary_names()
    whole_process()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

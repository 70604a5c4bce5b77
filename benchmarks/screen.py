"""Screening in bulk beside rapidfuzz's cdist, and a checkout: speed, memory, growth.

    python benchmarks/screen.py [--lists PATH...] [--built FILE] [--names N] [--larger FILE...]

The corpus is that of ``benchmarks/retrieval.py``. New names are drawn from it by a seed: a label
under another ending, one with a slip, two put together, in turn. The screening and cdist (OSA over
all folded labels, all cores) take turns over the same names, so that what
else the machine does strikes both; the time of the processor, of one process, is less moved by it.
``--larger`` are other corpora, to see how the cost grows; ``--checkout`` the seconds of the
checkout.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import numpy as np
import retrieval
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from confusables import Checker, Corpus
from confusables.names import parse
from confusables.screen import in_order, rows
from confusables.views import base_form

BATCH = 160  # names that both get at once: with few cdist leaves cores idle
CUSTOMERS = 16


def new_names(corpus: Corpus, many: int) -> list[str]:
    """Names that are not in the corpus, near ones and others."""
    draw, found = random.Random(retrieval.SEED), []
    while len(found) < many:
        label, other = (corpus.at(draw.randrange(len(corpus))).label for _ in range(2))
        if not (label.isascii() and label.isalnum() and other.isalnum() and 4 <= len(label) <= 30):
            continue
        made = (label, retrieval.typo(draw, label, 1), (label + other)[:30])[len(found) % 3]
        found.append(f"{made}.shop")
    return found


def folded(corpus: Corpus) -> list[str]:
    """What cdist compares with: the folded labels."""
    return [base_form(corpus.at(row).label) for row in range(len(corpus))]


def rivals(corpus: Corpus, names: list[str]) -> dict[str, float]:
    """Names a second on all cores, and milliseconds of the processor a name in one process."""
    checker, bases = Checker(corpus), folded(corpus)
    asked = [base_form(parse(name).unicode) for name in names]
    took: dict[str, list[float]] = {"screen": [], "cdist": []}
    spent: dict[str, list[float]] = {"screen": [], "cdist": []}
    for start in range(0, len(names) - BATCH + 1, BATCH):
        began = time.perf_counter()
        for _ in in_order(checker, names[start : start + BATCH], rows):
            pass
        took["screen"].append((time.perf_counter() - began) / BATCH)
        began = time.perf_counter()
        cdist(asked[start : start + BATCH], bases, scorer=OSA.distance, dtype=np.uint8, workers=-1)
        took["cdist"].append((time.perf_counter() - began) / BATCH)
    for start in range(0, min(len(names), 4 * BATCH) - BATCH + 1, BATCH):
        began = time.process_time()
        for name in names[start : start + BATCH]:
            rows(checker, name)
        spent["screen"].append((time.process_time() - began) / BATCH)
        began = time.process_time()
        cdist(asked[start : start + BATCH], bases, scorer=OSA.distance, dtype=np.uint8, workers=1)
        spent["cdist"].append((time.process_time() - began) / BATCH)
    result = {}
    for name in took:
        per_second = 1 / statistics.median(took[name])
        result[f"{name}, names a second, {os.cpu_count()} cores"] = per_second
        result[f"{name}, processor ms a name"] = 1000 * statistics.median(spent[name][1:])
    for what, times in (("all cores", took), ("processor", spent)):
        ratio = statistics.median(times["cdist"]) / statistics.median(times["screen"])
        result[f"ratio, {what}"] = ratio
    return result


def memory(path: Path, names: list[str]) -> dict[str, float]:
    """Peak megabytes of the largest process, for some names and for four times as many."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for share in (4, 1):
            listed = Path(folder) / "names.txt"
            listed.write_text("\n".join(names[: len(names) // share]), "utf-8")
            command = [sys.executable, "-m", "confusables", "screen", str(listed)]
            command += ["--corpus", str(path), "--output", str(Path(folder) / "out.jsonl")]
            child = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603 - ours
            _, _, usage = os.wait4(child.pid, 0)
            child.returncode = 0
            found[f"peak MB of a process, {len(names) // share:,} names"] = usage.ru_maxrss / 1024
    return found


def growth(paths: list[Path], names: list[str]) -> dict[str, float]:
    """Processor milliseconds a name over corpora of several sizes."""
    found = {}
    for path in paths:
        corpus = Corpus.open(path)
        checker = Checker(corpus)
        for name in names[:20]:
            rows(checker, name)
        spent = []
        for name in names[20:120]:
            began = time.process_time()
            rows(checker, name)
            spent.append(time.process_time() - began)
        found[f"processor ms a name, {len(corpus):,} labels"] = 1000 * statistics.fmean(spent)
    return found


def checkout(corpus: Corpus, names: list[str], seconds: float) -> dict[str, float]:
    """Sixteen customers who think between two checks, so that half of one core is asked for."""
    checker = Checker(corpus, limit=3)
    alone: list[float] = []
    for name in names[:200]:
        began = time.perf_counter()
        checker.check(name)
        alone.append(time.perf_counter() - began)
    median = statistics.median(alone[20:])
    gc.freeze()  # as examples/service.py does when it has started
    sys.setswitchinterval(0.05)
    pause, until = 2 * CUSTOMERS * median, time.monotonic() + seconds
    times: list[float] = []
    errors: list[Exception] = []

    def customer(number: int) -> None:
        draw = random.Random(number)
        while time.monotonic() < until:
            time.sleep(draw.expovariate(1 / pause))
            began = time.perf_counter()
            try:
                checker.check(draw.choice(names))
            except Exception as error:  # noqa: BLE001 - whatever it is, it is an error
                errors.append(error)
            times.append(time.perf_counter() - began)

    threads = [threading.Thread(target=customer, args=(n,)) for n in range(CUSTOMERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times.sort()
    return {
        "checkout: checks": len(times),
        "checkout: errors": len(errors),
        "checkout: single-thread median ms": 1000 * median,
        "checkout: p50 ms": 1000 * times[len(times) // 2],
        "checkout: p99 ms": 1000 * times[int(len(times) * 0.99)],
        "checkout: p99 / single-thread median": times[int(len(times) * 0.99)] / median,
    }


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--lists", nargs="*", type=Path, default=[])
    parser.add_argument("--built", type=Path)
    parser.add_argument("--larger", nargs="*", type=Path, default=[])
    parser.add_argument("--names", type=int, default=1200)
    parser.add_argument("--checkout", type=float, default=60.0)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = args.built or Path(folder) / "benchmark.corpus"
        if not path.exists():
            retrieval.build(args.lists, path)
        corpus = Corpus.open(path)
        names = new_names(corpus, args.names)
        print(f"{corpus.names:,} names under {len(corpus):,} labels. {retrieval.machine()}.\n")
        for part in (
            lambda: rivals(corpus, names),
            lambda: memory(path, names),
            lambda: growth([path, *args.larger], names),
            lambda: checkout(corpus, names, args.checkout),
        ):
            for name, value in part().items():
                print(f"{name}: {value:,.2f}", flush=True)


if __name__ == "__main__":
    main()

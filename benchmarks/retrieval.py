"""Retrieval beside what else there is: speed, recall, size, in one run.

    python benchmarks/retrieval.py [--lists PATH...] [--built FILE] [--queries N] [--output FILE]

The corpus is Tranco's and CrUX's million as they come with the package ``pymispwarninglists``
(``pip install domain-confusables[benchmark]``), or the lists given; the names of the labelled
pairs (data/labelled) are added, so that their recall can be told. ``--built`` keeps the built
corpus in a file, or takes it from there. ``--rivals no`` leaves the other libraries out. Every
query goes through all methods in turn, so that what else the machine does strikes all alike:
read the ratios, not the milliseconds.
"""

# ruff: noqa: SLF001 - the parts are measured one by one

from __future__ import annotations

import argparse
import csv
import importlib.metadata as metadata
import importlib.util
import json
import os
import platform
import random
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist, extract

from confusables import Checker, Corpus
from confusables.corpus.scan import budget, scan
from confusables.corpus.search import Question, search
from confusables.errors import ConfusablesError
from confusables.names import parse
from confusables.skeleton import scripts
from confusables.views import View, base_form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SEED = 20261126
LABELLED = Path(__file__).resolve().parent.parent / "data" / "labelled"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
OTHER_SCRIPTS = ("Cyrillic", "Greek", "Arabic", "Hebrew", "Thai", "Devanagari", "Katakana", "Han")


class Pair(NamedTuple):
    """A new name, an existing one that it is to find, and the kind of their likeness."""

    kind: str
    new: str
    old: str


def popular() -> Iterator[str]:
    """Hosts of the two million lists in the package."""
    import pymispwarninglists

    lists = Path(pymispwarninglists.__file__).parent / "data" / "misp-warninglists" / "lists"
    for name in ("tranco", "google-chrome-crux-1million"):
        yield from json.loads((lists / name / "list.json").read_bytes())["list"]


def labelled() -> list[Pair]:
    """The labelled pairs that a check should find, both ways round."""
    found = []
    for path in sorted([*LABELLED.glob("kinds/*.tsv"), *LABELLED.glob("*.tsv")]):
        if path.stem.startswith(("coexisting", "negative", "splits")):
            continue
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row.get("label") in ("same_kind", "confusable") and " " not in row["left"]:
                    kind = path.stem if path.parent.name == "kinds" else row["kind"]
                    left, right = _domain(row["left"]), _domain(row["right"])
                    found += [Pair(kind, left, right), Pair(kind, right, left)]
    return found


def _domain(text: str) -> str:
    return text if "." in text else f"{text}.com"


def build(lists: list[Path], out: Path) -> None:
    """Build the corpus of all names, told on standard error."""
    with tempfile.TemporaryDirectory() as folder:
        names = Path(folder) / "names.txt"
        with names.open("w", encoding="utf-8") as file:
            if not lists:
                file.writelines(f"{host}\n" for host in popular())
            file.writelines(f"{name}\n" for pair in labelled() for name in pair[1:])
        start = time.perf_counter()
        corpus = Corpus.build(out, [*lists, names])
        print(
            f"built {corpus.names:,} names in {time.perf_counter() - start:.0f} s", file=sys.stderr
        )


def typo(random: random.Random, text: str, edits: int, letters: str = LETTERS) -> str:
    """The text with so many slips at random places, each of four sorts."""
    for _ in range(edits):
        sort, at = random.randrange(4), random.randrange(len(text))
        if sort == 0:
            text = text[:at] + random.choice(letters) + text[at + 1 :]
        elif sort == 1:
            text = text[:at] + random.choice(letters) + text[at:]
        elif sort == 2 and len(text) > 3:
            text = text[:at] + text[at + 1 :]
        else:
            text = text[:at] + text[at : at + 2][::-1] + text[at + 2 :]
    return text


def slips(corpus: Corpus, random: random.Random, many: int) -> list[Pair]:
    """Typing errors on names drawn from the corpus: one, two, a quarter of the letters."""
    found, seen = [], defaultdict(int)
    while seen["typos 2, 8 letters and more"] < many or seen["typos 1, 4 to 7 letters"] < many:
        label = corpus.at(random.randrange(len(corpus))).label
        if not (label.isascii() and label.isalnum() and len(label) >= 4):
            continue
        size = "4 to 7 letters" if len(label) < 8 else "8 letters and more"
        wanted = {f"typos 1, {size}": 1, f"typos 2, {size}": 2}
        if len(label) >= 12:
            wanted["typos on a quarter of the letters"] = len(label) // 4
        for kind, edits in wanted.items():
            made = typo(random, label, edits)
            if edits <= budget(len(label)) and seen[kind] < many and made != label:
                seen[kind] += 1
                found.append(Pair(kind, f"{made}.com", f"{label}.com"))
    return found


def foreign(corpus: Corpus, random: random.Random, many: int) -> list[Pair]:
    """One and two typing errors on the names of each other script, letters of that script."""
    rows: dict[str, list[str]] = defaultdict(list)
    for row in range(corpus._store.plain, len(corpus)):
        label = corpus.at(row).label
        for script in scripts(label) & set(OTHER_SCRIPTS):
            if len(label) >= 4 and label.isalpha():
                rows[script].append(label)
    found = []
    for script, labels in sorted(rows.items()):
        letters = "".join(sorted({c for label in labels for c in label if not c.isascii()}))
        for label in random.sample(labels, min(many, len(labels))):
            for edits in (1, 2):
                if (
                    edits <= budget(len(label))
                    and (made := typo(random, label, edits, letters)) != label
                ):
                    found.append(Pair(f"{script}, {edits} typos", f"{made}.com", f"{label}.com"))
    return found


class Recall(NamedTuple):
    """How many pairs there were, found among the candidates, and among those judged."""

    pairs: int
    candidates: int
    judged: int


def recall(corpus: Corpus, pairs: Iterable[Pair], most: int) -> dict[str, Recall]:
    """Of each kind, how often the existing name is proposed for the new one."""
    found: dict[str, Recall] = defaultdict(lambda: Recall(0, 0, 0))
    judged = Checker([corpus]).judged
    for kind, new, old in pairs:
        if found[kind].pairs >= most:
            continue
        try:
            name, target = parse(new), corpus.find(parse(old).unicode)
        except ConfusablesError:
            continue
        if target is None or target.label == name.unicode:
            continue
        hits = [hit.row for hit in search(corpus._store, Question(View(name)))]
        at = hits.index(target.row) if target.row in hits else None
        was = found[kind]
        found[kind] = Recall(
            was.pairs + 1,
            was.candidates + (at is not None),
            was.judged + (at is not None and at < judged),
        )
    return dict(found)


def tantivy_search(bases: list[str]) -> Callable[[str], object]:
    """An index of trigrams in memory, asked for its best 200."""
    import tantivy

    fields = tantivy.SchemaBuilder()
    fields.add_text_field("grams", stored=False, tokenizer_name="whitespace")
    fields.add_integer_field("row", stored=True)
    index = tantivy.Index(fields.build())
    writer = index.writer(heap_size=256_000_000)
    for row, base in enumerate(bases):
        document = tantivy.Document()
        document.add_text("grams", " ".join(_trigrams(base)))
        document.add_integer("row", row)
        writer.add_document(document)
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def ask(base: str) -> object:
        found = searcher.search(index.parse_query(" ".join(_trigrams(base)), ["grams"]), 200).hits
        return [bases[searcher.doc(place)["row"][0]] for _, place in found]

    return ask


def _trigrams(base: str) -> list[str]:
    text = f"1{base}1"
    return [text[at : at + 3] for at in range(len(text) - 2)]


def timed(corpus: Corpus, queries: list[Pair], *, rivals: bool) -> dict[str, list[float]]:
    """Seconds of each method for each query, all methods in turn."""
    store, checker = corpus._store, Checker([corpus])
    bases = [base_form(corpus.at(row).label) for row in range(store.plain)]
    letters, pairs = store.letters[: store.plain], store.pairs[: store.plain]
    asked: list[Question] = []
    far = np.ones(40_000_000, np.uint64)  # larger than any cache: read from memory
    ask = tantivy_search(bases) if rivals else None
    methods: dict[str, Callable[[str, str], object]] = {
        "check": lambda name, _: checker.check(name),
        "check, as JSON": lambda name, _: checker.check(name).to_json(),
        "candidates": lambda name, _: list(search(store, Question(View(parse(name))))),
        "scan": lambda _, base: scan(letters, pairs, asked[0].signature, budget(len(base)), 600),
        "scan, compiled": lambda _, base: compiled(letters, pairs, asked[0].signature, base),
        "read from memory": lambda *_: far[: 2 * letters.size].sum(),
    }
    if importlib.util.find_spec("numba") is None:
        del methods["scan, compiled"]
    if ask:
        methods["rapidfuzz extract"] = lambda _, base: extract(
            base, bases, scorer=OSA.distance, score_cutoff=max(1, len(base) // 4), limit=200
        )
        methods["tantivy trigrams"] = lambda _, base: ask(base)
    found: dict[str, list[float]] = {name: [] for name in methods}
    for at, query in enumerate(queries):
        base = base_form(parse(query.new).unicode)
        asked[:] = [Question(View(parse(query.new)))]
        _ = asked[0].signature
        for name, method in methods.items():
            if name == "read from memory":
                far[-20_000_000:].sum()  # what was read before leaves the cache
            start = time.perf_counter()
            method(query.new, base)
            took = time.perf_counter() - start
            if at >= 5:  # the first ones warm the caches
                found[name].append(took / 2 if name == "read from memory" else took)
        if ask and at % 10 == 9:
            batch = [base_form(parse(q.new).unicode) for q in queries[at - 9 : at + 1]]
            start = time.perf_counter()
            cdist(batch, bases, scorer=OSA.distance, score_cutoff=4, dtype=np.uint8, workers=1)
            found.setdefault("rapidfuzz cdist, a name of ten", []).append(
                (time.perf_counter() - start) / 10
            )
    return found


def compiled(letters: np.ndarray, pairs: np.ndarray, query: Any, base: str) -> object:
    """The scan as the extra ``native`` makes it, which is used of larger corpora alone."""
    module = importlib.import_module("confusables.corpus.scan")
    kept, module._LARGE = module._LARGE, 0
    try:
        return scan(letters, pairs, query, budget(len(base)), 600)
    finally:
        module._LARGE = kept


def opening(path: Path) -> float:
    """Seconds to open the file, the least of several."""
    times = []
    for _ in range(9):
        start = time.perf_counter()
        Corpus.open(path)
        times.append(time.perf_counter() - start)
    return min(times)


def sizes(corpus: Corpus) -> dict[str, float]:
    """Bytes a name of the parts of the file."""
    length = corpus._file.length
    parts = {
        "signatures, names, readings": ("letters", "pairs", "text", "text_end", "first", "suffix",
                                        "alias_rows", "alias_letters", "alias_pairs", "by_ending"),
        "keys": ("key_ends", "key_checks", "key_rows"),
        "owners, dates, sources": ("since", "countries", "owners", "names", "sources", "holders"),
    }  # fmt: skip
    return {part: sum(map(length, names)) / corpus.names for part, names in parts.items()}


def machine() -> str:
    """The processor, the cores, the load, and the versions."""
    model = platform.processor() or platform.machine()
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next(
            (line.partition(": ")[2] for line in lines if line.startswith("model name")), model
        )
    packages = ("numpy", "rapidfuzz", "domain-confusables")
    versions = ", ".join(f"{package} {metadata.version(package)}" for package in packages)
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    python = f"Python {platform.python_version()}"
    return f"{model}, {os.cpu_count()} cores, load {load}; {python}, {versions}"


def table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    """A table in Markdown."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines) + "\n"


def speeds(times: dict[str, list[float]]) -> str:
    """The table of times, with ratios to the check."""

    def quantile(values: list[float], share: float) -> float:
        return sorted(values)[min(len(values) - 1, int(len(values) * share))] * 1000

    base = quantile(times["check"], 0.5)
    return table(
        ("method", "median ms", "p99 ms", "p99 / median", "median / check", "queries"),
        (
            (
                name,
                f"{(m := quantile(v, 0.5)):.2f}",
                f"{(p := quantile(v, 0.99)):.2f}",
                f"{p / m:.1f}",
                f"{m / base:.2f}",
                len(v),
            )
            for name, v in times.items()
        ),
    )


def report(corpus: Corpus, path: Path, args: argparse.Namespace) -> Iterator[str]:
    """The parts of the page."""
    random_ = random.Random(SEED)
    yield f"{corpus.names:,} names under {len(corpus):,} labels. {machine()}.\n"
    size = sizes(corpus)
    yield table(("part of the file", "bytes a name"), ((p, f"{b:.1f}") for p, b in size.items()))
    yield f"Opening takes {opening(path) * 1000:.2f} ms.\n"
    pairs = slips(corpus, random_, args.queries)
    random_.shuffle(pairs)
    times = timed(corpus, pairs[: args.queries + 5], rivals=args.rivals == "yes")
    yield speeds(times)
    named = labelled()
    random_.shuffle(named)
    found = recall(corpus, [*pairs, *named, *foreign(corpus, random_, args.pairs)], args.pairs)
    yield table(
        ("kind", "pairs", "among the candidates", f"among the {Checker([corpus]).judged} judged"),
        (
            (kind, r.pairs, f"{r.candidates / r.pairs:.3f}", f"{r.judged / r.pairs:.3f}")
            for kind, r in sorted(found.items())
            if r.pairs
        ),
    )


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--lists", nargs="*", type=Path, default=[])
    parser.add_argument("--built", type=Path)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--rivals", choices=["yes", "no"], default="yes")
    parser.add_argument("--output", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = args.built or Path(folder) / "benchmark.corpus"
        if not path.exists():
            build(args.lists, path)
        corpus = Corpus.open(path)
        page = []
        for part in report(corpus, path, args):
            print(part, flush=True)
            page.append(part)
        if args.output:
            args.output.write_text("\n".join(page), encoding="utf-8")


if __name__ == "__main__":
    main()

"""What this product says of the pairs: the checks themselves, over the corpus with the targets.

The targets stand in a corpus of their own beside the large one, and both are searched together, as
a user may do. Answers are kept in a file by the digest of code, tables, corpus and pairs.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import multiprocessing as mp
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from benchmarks.quality.pairs import ROOT, Query, base_of, name_of, targets
from benchmarks.quality.stats import MISSED, Asked
from confusables.checker import Checker
from confusables.corpus import Corpus
from confusables.judging import evidence, judge
from confusables.languages import LANGUAGES
from confusables.model import Family
from confusables.names import from_labels
from confusables.views import View, base_form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from confusables.score import Weights

Steps = list[tuple[str, str, str, float]]


class Hit(NamedTuple):
    """A collision of a check: what was said of it, and the evidence."""

    domain: str
    bits: float
    kind: str
    own: bool
    steps: Steps


class Answer(NamedTuple):
    """The collisions of a new name, strongest first."""

    query: Query
    hits: list[Hit]


def code_digest() -> str:
    """The digest of the library as it stands: code and tables."""
    found = hashlib.sha256()
    folder = ROOT / "confusables"
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".py", ".tsv", ".bin", ".json", ".txt"):
            found.update(path.read_bytes())
    return found.hexdigest()[:16]


def kept(cache: Path, what: str, key: object, make: Callable[[], object]) -> object:
    """What was made before under a key, else made now and kept."""
    digest = hashlib.sha256(json.dumps([what, key]).encode()).hexdigest()[:16]
    path = cache / f"{what}-{digest}.json.gz"
    if path.exists():
        return json.loads(gzip.decompress(path.read_bytes()))
    made = make()
    cache.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(json.dumps(made).encode(), 5))
    return made


_checker: Checker | None = None


def _start(corpus: str, extra: str) -> None:
    global _checker
    _checker = Checker([Corpus.open(corpus), Corpus.load(extra)], min_probability=0.0)


def _check(query: Query) -> list[Hit]:
    if _checker is None:
        raise RuntimeError("not started")
    report = _checker.check(query.new)
    view = View(report.name)
    found = []
    for own, some in ((False, report.collisions), (True, report.own)):
        for hit in some:
            name = name_of(hit.domain or "") or from_labels(hit.unicode, None)
            found.append(Hit(hit.domain or "", hit.bits, hit.kind, own, steps(view, View(name))))
    return sorted(found, key=lambda hit: -hit.bits)


def steps(new: View, old: View) -> Steps:
    """The evidence of a pair, plainly."""
    return [(str(e.family), e.signal, e.level, e.scale) for e in evidence(new, old)]


def answers(corpus: Path, asked: Sequence[Query], cache: Path, jobs: int) -> list[Answer]:
    """The product's answers, each query checked with the default settings."""
    key = [code_digest(), Corpus.open(corpus).digest, [list(query) for query in asked]]
    found = kept(cache, "answers", key, lambda: _all(corpus, asked, jobs))
    return [
        Answer(query, [Hit(h[0], h[1], h[2], h[3], [tuple(s) for s in h[4]]) for h in hits])
        for query, hits in zip(asked, found, strict=True)
    ]


def _all(corpus: Path, asked: Sequence[Query], jobs: int) -> list[list[Hit]]:
    with tempfile.TemporaryDirectory() as folder:
        extra = Path(folder) / "targets.txt"
        extra.write_text("\n".join(targets(asked)) + "\n", encoding="utf-8")
        with mp.get_context("fork").Pool(jobs, _start, (str(corpus), str(extra))) as pool:
            return pool.map(_check, asked, chunksize=8)


def excused(query: Query) -> Callable[[str], bool]:
    """Whether another name, by its searched letters, is no false alarm of a pair.

    The pair's own letters never are, nor what is labelled of the same brand; beside a determiner
    pair, other names of the same core.
    """
    new, old = base_of(query.new), base_of(query.old)
    own = {new, old, *query.kin}
    if query.source != "determiner":
        return lambda base: base in own
    rest = min(new, old, key=len)
    size = next((n for n in range(len(rest), 0, -1) if new[-n:] == old[-n:]), 0)
    core = rest[len(rest) - size :]
    befores = {""}.union(*(language.determiners for language in LANGUAGES))

    def same(base: str) -> bool:
        return base.endswith(core) and base.removesuffix(core) in befores

    return lambda base: base in own or same(base)


def scored(
    some: Iterable[Answer],
    rescore: Callable[[Hit], float] | None = None,
    aside: Callable[[Query, str], bool] | None = None,
) -> Asked:
    """Targets and false alarms as the product scores them, or as ``rescore`` does.

    Names that ``aside`` tells by their searched letters are no false alarms either.
    """
    score = rescore or (lambda hit: hit.bits)
    target, alarms, whose = [], [], []
    for at, answer in enumerate(some):
        old = name_of(answer.query.old)
        fine = excused(answer.query)
        found = [MISSED]
        for hit in answer.hits:
            label = _label(hit.domain)
            if old is not None and label == old.unicode:
                found.append(score(hit))
            elif not (
                hit.own
                or fine(base := base_form(label))
                or (aside is not None and aside(answer.query, base))
            ):
                alarms.append(score(hit))
                whose.append(at)
        target.append(max(found))
    return Asked(np.array(target), np.array(alarms), np.array(whose, int))


def _label(domain: str) -> str:
    name = name_of(domain)
    return name.unicode if name else domain


def ranks(asked: Asked) -> np.ndarray:
    """The place of each target among the false alarms, 1 for the first; 0 where missed."""
    above = np.zeros(len(asked.target), int)
    np.add.at(above, asked.whose, asked.alarms > asked.target[asked.whose])
    return np.where(asked.target > MISSED, above + 1, 0)


def bits_by(table: Weights, found: Steps) -> float:
    """The bits of evidence by a table of weights, the prior included."""
    best: dict[str, float] = {}
    for family, signal, level, scale in found:
        bits = table.steps[Family(family), signal, level].bits * scale
        best[family] = max(bits, best.get(family, bits))
    return table.prior_bits + sum(best.values())


def pair_bits(a: str, b: str) -> float:
    """The bits of a pair of texts."""
    one, other = name_of(a), name_of(b)
    return judge(View(one), View(other)).bits if one and other else MISSED

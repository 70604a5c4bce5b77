"""Ordinary brand names over the corpus, suggestions, and speed.

python -m benchmarks.quality.ordinary      draw data/labelled/brands.txt anew
"""

from __future__ import annotations

import multiprocessing as mp
import random
import time
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.quality.pairs import SEED, SHIPPED, Query, name_of
from benchmarks.quality.product import code_digest, kept
from confusables.checker import Checker
from confusables.corpus import Corpus, Question
from confusables.judging import judge
from confusables.market import country_of_suffix
from confusables.model import Kind, Level
from confusables.suggest import suggestions
from confusables.views import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

BRANDS = SHIPPED / "brands.txt"
HOW_MANY = 200
LENGTHS = ((1, 6), (7, 10), (11, 14), (15, 63))
SHOWN = 100  # collisions counted of a brand, at most


def drawn() -> list[tuple[str, str]]:
    """Brand names of the shipped corpus with their language, as many of each length."""
    corpus = Corpus.shipped()
    strata: dict[tuple[int, str], list[str]] = defaultdict(list)
    for row in range(len(corpus)):
        for found in corpus.registrations(corpus.at(row)):
            name = name_of(found.name or "")
            if "brands" not in found.sources or name is None or name.suffix:
                continue
            view = View(name)
            size = next(at for at, (_, most) in enumerate(LENGTHS) if len(view.base) <= most)
            if view.base.isascii() and len(view.base) > 2:
                strata[size, view.best.language].append(found.name or "")
    order = random.Random(SEED)
    pools = {key: order.sample(some, len(some)) for key, some in sorted(strata.items())}
    found_names: dict[str, str] = {}
    while len(found_names) < HOW_MANY:
        for (_, language), pool in pools.items():
            if pool and len(found_names) < HOW_MANY:
                found_names.setdefault(pool.pop(), language)
    return sorted(((name, language) for name, language in found_names.items()))


def brands() -> list[str]:
    """The brand names that are measured on."""
    lines = BRANDS.read_text(encoding="utf-8").splitlines()
    return [line.partition("\t")[0] for line in lines if line and not line.startswith("#")]


class Alarms(NamedTuple):
    """What a check of one brand name shows, by level; same labels apart."""

    name: str
    same: int
    warnings: int
    reviews: int
    shown: list[tuple[str, str, float]]


_checker: Checker | None = None


def _start(corpus: str) -> None:
    global _checker
    _checker = Checker(Corpus.open(corpus), limit=SHOWN)


def _alarms(name: str) -> Alarms:
    if _checker is None:
        raise RuntimeError("not started")
    found = _checker.check(name).collisions
    others = [c for c in found if c.kind != Kind.SAME_LABEL]
    warnings = [c for c in others if c.level == Level.WARN]
    shown = [(c.domain or "", str(c.kind), c.probability) for c in others]
    return Alarms(name, len(found) - len(others), len(warnings), len(others) - len(warnings), shown)


def alarms(corpus: Path, cache: Path, jobs: int, most: int) -> list[Alarms]:
    """The warnings and reviews of the ordinary brand names."""
    names = brands()
    names = names if most >= len(names) else random.Random(SEED).sample(names, most)

    def make() -> list[Alarms]:
        with mp.get_context("fork").Pool(jobs, _start, (str(corpus),)) as pool:
            return pool.map(_alarms, names, chunksize=4)

    key = [code_digest(), Corpus.open(corpus).digest, names]
    return [Alarms(*found) for found in kept(cache, "brands", key, make)]


def suggested(query: Query) -> tuple[int, int, int]:
    """The place of the true name among the suggestions: of 20 and of 100, then as a domain.

    0 where it is not among them. A name counts under whatever suffix, a domain only as it is.
    """
    new, old = name_of(query.new), name_of(query.old)
    if new is None or old is None:
        return 0, 0, 0
    view = View(new)
    markets = tuple(filter(None, [country_of_suffix(new.suffix)]))
    lists = [suggestions(view, markets, (), judge, most) for most in (20, 100)]
    labels = [[s.domain.partition(".")[0] for s in some] for some in lists]
    places = [_place(some, old.label) for some in labels]
    domain = _place([s.domain for s in lists[1]], old.ascii) if old.suffix else 0
    return places[0], places[1], domain


def _place(some: Sequence[str], wanted: str) -> int:
    return some.index(wanted) + 1 if wanted in some else 0


def suggestion_places(asked: Sequence[Query], cache: Path, jobs: int) -> list[list[int]]:
    """The places of all pairs."""

    def make() -> list[tuple[int, int, int]]:
        with mp.get_context("fork").Pool(jobs) as pool:
            return pool.map(suggested, asked, chunksize=8)

    return kept(cache, "suggestions", [code_digest(), [list(q) for q in asked]], make)


class Speed(NamedTuple):
    """Pairs a second of one core, by processor time."""

    proposed: float
    prescored: float
    judged: float
    judged_again: float


def speed(corpus: Corpus, names: Iterable[str]) -> Speed:
    """Candidates proposed and guessed, and judged in full with the readings of the corpus."""
    search, judging, again, proposed, judged = 0.0, 0.0, 0.0, 0, 0
    for text in names:
        name = name_of(text)
        if name is None:
            continue
        view = View(name)
        start = time.process_time()
        asked = Question(view)
        found = list(corpus.candidates(asked))
        search += time.process_time() - start
        proposed += len(found)
        olds = []
        for hit in found[:200]:
            other = name_of(next((r.domain for r in corpus.registrations(hit) if r.domain), ""))
            if other:
                olds.append((other, corpus.readings(hit)))
        start = time.process_time()
        views = [View(other, readings) for other, readings in olds]
        for old in views:
            judge(view, old)
        judging += time.process_time() - start
        fresh = View(name)
        start = time.process_time()
        for old in views:
            judge(fresh, old)
        again += time.process_time() - start
        judged += len(views)
    return Speed(proposed / search, len(corpus) / search, judged / judging, judged / again)


if __name__ == "__main__":
    head = (
        "# Ordinary brand names, drawn with a seed from the shipped corpus, as many of each length"
        "\n# (to 6 letters, to 10, to 14, more) and language of their likeliest reading as there"
        " are.\n# name\tlanguage of the likeliest reading\n"
    )
    text = head + "".join(f"{name}\t{language}\n" for name, language in drawn())
    BRANDS.write_text(text, encoding="utf-8", newline="\n")

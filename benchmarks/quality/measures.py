"""All measures over all pairs: for each, the targets' scores and the false alarms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from benchmarks.quality import rivals
from benchmarks.quality.challenger import rescorer
from benchmarks.quality.pairs import base_of, name_of
from benchmarks.quality.product import Answer, excused, kept, pair_bits, scored
from benchmarks.quality.rivals import Found, Names, asked_of
from benchmarks.quality.stats import MISSED, Asked, area
from confusables.corpus import Corpus
from confusables.views import base_form

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from benchmarks.quality.pairs import Query

PRODUCT, CHALLENGER = "this product", "boosting (challenger)"
NEIGHBOURS = 5  # of each of four measures


class Rivals:
    """The other measures over the corpus, each kept in a file once it has run."""

    def __init__(self, corpus: Path, asked: Sequence[Query], cache: Path) -> None:
        self.corpus, self.asked, self.cache = Corpus.open(corpus), list(asked), cache
        self._names: Names | None = None

    @property
    def names(self) -> Names:
        """The labels of the corpus, read once."""
        if self._names is None:
            self._names = rivals.names_of(self.corpus)
        return self._names

    def run(self, measure: str) -> tuple[list[float], list[Found]]:
        """Targets and the best other names by a measure."""
        key = [measure, self.corpus.digest, [list(query) for query in self.asked]]
        target, found = kept(self.cache, "rival", key, lambda: self._make(measure))
        return list(target), [Found(*some) for some in found]

    def _make(self, measure: str) -> tuple[list[float], list[Found]]:
        if measure == "dnstwist":
            found, target = rivals.by_permutation(self.names, self.asked)
            return target, found
        if measure == "tantivy trigrams":
            index = rivals.Trigrams(self.names, self.asked)
            both = [index.ask(query) for query in self.asked]
            return [target for _, target in both], [found for found, _ in both]
        target = [rivals.pairwise(measure, query.new, query.old) for query in self.asked]
        if measure in ("Soundex", "Metaphone", "UTS 39 skeleton"):
            target = [value or MISSED for value in target]
            return target, rivals.by_key(measure, self.names, self.asked)
        return target, rivals.by_distance(measure, self.names, self.asked)


def bi_sim(pools: Sequence[set[str]], asked: Sequence[Query]) -> tuple[list[float], list[Found]]:
    """BI-SIM over the names that any of the other measures puts high."""
    found = []
    for query, pool in zip(asked, pools, strict=True):
        new = base_of(query.new)
        pairs = sorted(((rivals.bi_sim(new, base), base) for base in pool), reverse=True)
        some = pairs[: rivals.KEPT]
        found.append(Found([base for _, base in some], [score for score, _ in some]))
    return [rivals.pairwise("BI-SIM", query.new, query.old) for query in asked], found


def shown_bases(answer: Answer) -> list[str]:
    """The searched letters of the other names that the product shows, best first."""
    fine, old = excused(answer.query), name_of(answer.query.old)
    found = []
    for hit in answer.hits:
        name = name_of(hit.domain)
        if name and not hit.own and old and name.unicode != old.unicode:
            base = base_form(name.unicode)
            if not fine(base):
                found.append(base)
    return found


def all_measures(
    answers: Sequence[Answer], others: Rivals
) -> tuple[dict[str, Asked], list[set[str]]]:
    """Every measure over all pairs, and each pair's near neighbours by four of them."""
    asked = [answer.query for answer in answers]
    made = {PRODUCT: scored(answers)}
    rescore = rescorer([hit for answer in answers for hit in answer.hits])
    made[CHALLENGER] = scored(answers, rescore)
    shown = [shown_bases(answer) for answer in answers]
    pools = [set(bases) for bases in shown]
    near = [set(bases[:NEIGHBOURS]) for bases in shown]
    for measure in ("OSA", "Jaro-Winkler", "tantivy trigrams"):
        target, found = others.run(measure)
        made[measure] = asked_of(target, found)
        for pool, close, some in zip(pools, near, found, strict=True):
            pool.update(some.bases[: rivals.KEPT])
            close.update(some.bases[:NEIGHBOURS])
    made["BI-SIM"] = asked_of(*bi_sim(pools, asked))
    for measure in ("token_set_ratio", "Soundex", "Metaphone", "UTS 39 skeleton", "dnstwist"):
        target, found = others.run(measure)
        worth = rivals.THINNED if measure == "token_set_ratio" else 1.0
        made[measure] = asked_of(target, found, worth)
    return made, near


def part(asked: Asked, places: Sequence[int]) -> Asked:
    """A measure over some of the pairs."""
    new = {old: at for at, old in enumerate(places)}
    inside = np.array([at in new for at in asked.whose.tolist()], bool)
    whose = np.array([new[at] for at in asked.whose[inside].tolist()], int)
    return Asked(asked.target[list(places)], asked.alarms[inside], whose, asked.worth)


def neighbour_areas(asked: Sequence[Query], near: Sequence[set[str]]) -> dict[str, float]:
    """By measure, the chance that a target stands above a near neighbour of any pair."""
    scores: dict[str, Callable[[str, str], float]] = {PRODUCT: pair_bits}
    for measure in rivals.PAIRWISE:
        scores[measure] = lambda a, b, measure=measure: rivals.pairwise(measure, a, b)
    found = {}
    for measure, score in scores.items():
        positive = [score(query.new, query.old) for query in asked]
        negative = [
            score(query.new, f"{base}.com")
            for query, bases in zip(asked, near, strict=True)
            for base in sorted(bases)
        ]
        found[measure] = area(np.array(positive), np.array(negative))
    return found

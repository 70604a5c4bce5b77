"""The other measures, over the whole corpus and pair by pair.

All see the searched letters of a name (folded, without hyphens), which is more than they bring of
their own; ``token_set_ratio`` and the UTS 39 skeleton see the label with its hyphens. A measure
that says only yes or no has equal scores, which ``stats.recalls`` puts in a drawn order.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import dnstwist
import jellyfish
import numpy as np
import tantivy
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cdist

from benchmarks.quality.pairs import Query, base_of, name_of
from benchmarks.quality.product import excused
from benchmarks.quality.stats import MISSED, Asked
from confusables.names import from_labels
from confusables.skeleton import skeleton
from confusables.views import base_form

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from confusables.corpus import Corpus

LOOKED_AT = 400  # the best rows of a query, of which KEPT that are false alarms count
KEPT = 40
THINNED = 10  # token_set_ratio is slow: every tenth name, counted as ten
BATCH = 8
TRIGRAMS = 200  # answers of the trigram index


class Names(NamedTuple):
    """The labels of a corpus and their searched letters."""

    labels: list[str]
    bases: list[str]


def names_of(corpus: Corpus) -> Names:
    """All labels of a corpus."""
    labels = [corpus.at(row).label for row in range(len(corpus))]
    bases = [x if x.isalnum() and x.isascii() else base_form(x) for x in labels]
    return Names(labels, bases)


def unhyphened(text: str) -> str:
    """Hyphens as spaces, as word measures have it."""
    return text.replace("-", " ")


def label_of(text: str) -> str:
    """The label of a labelled text, hyphens kept."""
    name = name_of(text)
    return name.unicode if name else text.casefold()


def bi_sim(a: str, b: str) -> float:
    """BI-SIM (Kondrak and Dorr 2004): the likeness of bigrams in order, the initial repeated."""
    if not a or not b:
        return 0.0
    x, y = a[0] + a, b[0] + b
    above = [0.0] * len(y)
    for i in range(1, len(x)):
        row = [0.0]
        for j in range(1, len(y)):
            alike = ((x[i - 1] == y[j - 1]) + (x[i] == y[j])) / 2
            row.append(max(above[j], row[j - 1], above[j - 1] + alike))
        above = row
    return above[-1] / max(len(a), len(b))


def _key(make: Callable[[str], str]) -> Callable[[str, str], float]:
    return lambda a, b: float(bool(make(a)) and make(a) == make(b))


def soundex(text: str) -> str:
    """The Soundex of the letters."""
    return jellyfish.soundex("".join(c for c in text if c.isalpha())) if text.isascii() else ""


def metaphone(text: str) -> str:
    """The Metaphone of the letters."""
    return jellyfish.metaphone(text) if text.isascii() else ""


PAIRWISE: dict[str, Callable[[str, str], float]] = {
    "OSA": OSA.normalized_similarity,
    "Jaro-Winkler": JaroWinkler.similarity,
    "token_set_ratio": lambda a, b: fuzz.token_set_ratio(unhyphened(a), unhyphened(b)),
    "Soundex": _key(soundex),
    "Metaphone": _key(metaphone),
    "UTS 39 skeleton": _key(skeleton),
    "BI-SIM": bi_sim,
}
BY_LABEL = frozenset({"token_set_ratio", "UTS 39 skeleton"})


def pairwise(measure: str, new: str, old: str) -> float:
    """What a measure says of two labelled texts."""
    form = label_of if measure in BY_LABEL else base_of
    return float(PAIRWISE[measure](form(new), form(old)))


class Found(NamedTuple):
    """Of one query the best other names by a measure: searched letters and score."""

    bases: list[str]
    scores: list[float]


def by_distance(measure: str, names: Names, asked: Sequence[Query]) -> list[Found]:
    """The best names by a measure of rapidfuzz, over all of the corpus."""
    scorer = {
        "OSA": OSA.normalized_similarity,
        "Jaro-Winkler": JaroWinkler.similarity,
        "token_set_ratio": fuzz.token_set_ratio,
    }[measure]
    step = THINNED if measure == "token_set_ratio" else 1
    bases = names.bases[::step]
    texts = [unhyphened(x) for x in names.labels[::step]] if step > 1 else bases
    found = []
    for start in range(0, len(asked), BATCH):
        some = asked[start : start + BATCH]
        form = (lambda q: unhyphened(label_of(q))) if step > 1 else base_of
        scores = cdist([form(q.new) for q in some], texts, scorer=scorer, dtype=np.float32)
        found += [_best(query, row, bases) for query, row in zip(some, scores, strict=True)]
    return found


def _best(query: Query, scores: np.ndarray, bases: list[str]) -> Found:
    fine = excused(query)
    most = min(LOOKED_AT, len(scores))
    rows = np.argpartition(-scores, most - 1)[:most]
    rows = rows[np.argsort(-scores[rows], kind="stable")]
    kept = [row for row in rows.tolist() if not fine(bases[row])][:KEPT]
    return Found([bases[row] for row in kept], [float(scores[row]) for row in kept])


def by_key(measure: str, names: Names, asked: Sequence[Query]) -> list[Found]:
    """The names with the same key."""
    make = {"Soundex": soundex, "Metaphone": metaphone, "UTS 39 skeleton": skeleton}[measure]
    form = label_of if measure in BY_LABEL else base_of
    wanted = {make(form(query.new)) for query in asked}
    filed: dict[str, list[str]] = defaultdict(list)
    texts = names.labels if measure in BY_LABEL else names.bases
    for text, base in zip(texts, names.bases, strict=True):
        key = make(text)
        if key in wanted:
            filed[key].append(base)
    found = []
    for query in asked:
        fine, key = excused(query), make(form(query.new))
        others = [base for base in filed.get(key, []) if key and not fine(base)]
        found.append(Found(others, [1.0] * len(others)))
    return found


def _a_label(label: str) -> str:
    return label if label.isascii() else from_labels(label, None).label


def by_permutation(names: Names, asked: Sequence[Query]) -> tuple[list[Found], list[float]]:
    """What dnstwist makes of the new name and the corpus holds, and whether the target is made."""
    held = {_a_label(label): base for label, base in zip(names.labels, names.bases, strict=True)}
    found, target = [], []
    for query in asked:
        fuzzer = dnstwist.Fuzzer(f"{base_of(query.new)}.com")
        if label_of(query.old).isascii():  # look-alikes of other scripts by the thousand
            fuzzer.glyphs_unicode, fuzzer.glyphs_idn_by_tld = {}, {}
        fuzzer.generate()
        made = {p["domain"].partition(".")[0] for p in fuzzer.domains} - {base_of(query.new)}
        fine, old = excused(query), name_of(query.old)
        others = [held[x] for x in sorted(made & held.keys()) if not fine(held[x])]
        found.append(Found(others, [1.0] * len(others)))
        target.append(1.0 if made & {base_of(query.old), old.label if old else ""} else MISSED)
    return found, target


class Trigrams:
    """A tantivy index of letter trigrams, BM25 divided by what the name itself would get."""

    def __init__(self, names: Names, asked: Sequence[Query]) -> None:
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("name", tokenizer_name="trigrams", index_option="freq")
        schema.add_unsigned_field("row", stored=True)
        self.index = tantivy.Index(schema.build())
        trigrams = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(3, 3, False)).build()
        self.index.register_tokenizer("trigrams", trigrams)
        writer = self.index.writer(256_000_000, 1)
        self.extra = sorted({base_of(text) for q in asked for text in (q.new, q.old)})
        self.bases = names.bases + self.extra
        for row, base in enumerate(self.bases):
            document = tantivy.Document()
            document.add_text("name", f"${base}$")
            document.add_unsigned("row", row)
            writer.add_document(document)
        writer.commit()
        self.index.reload()
        self.searcher = self.index.searcher()
        self.first_extra = len(names.bases)

    def ask(self, query: Query) -> tuple[Found, float]:
        """The best other names and the score of the target."""
        text = f"${base_of(query.new)}$"
        terms = {text[at : at + 3] for at in range(len(text) - 2)}
        clauses = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self.index.schema, "name", term))
            for term in sorted(terms)
        ]
        hits = self.searcher.search(tantivy.Query.boolean_query(clauses), TRIGRAMS).hits
        fine, new, old = excused(query), base_of(query.new), base_of(query.old)
        rows = [(self.searcher.doc(at)["row"][0], score) for score, at in hits]
        whole = max((score for row, score in rows if self.bases[row] == new), default=1.0)
        target = max((s / whole for row, s in rows if self.bases[row] == old), default=MISSED)
        others = [
            (self.bases[row], score / whole)
            for row, score in rows
            if row < self.first_extra and not fine(self.bases[row])
        ]
        return Found([base for base, _ in others], [score for _, score in others]), target


def asked_of(target: Sequence[float], found: Sequence[Found], worth: float = 1.0) -> Asked:
    """Targets and false alarms in the form of ``stats``."""
    alarms = [score for some in found for score in some.scores]
    whose = [at for at, some in enumerate(found) for _ in some.scores]
    return Asked(np.array(target), np.array(alarms), np.array(whose, int), worth)

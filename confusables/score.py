"""Evidence to probability: the only arithmetic.

A score is the prior and one term a family, all in bits (log2 of a likelihood ratio), added; the
probability is ``1 / (1 + 2 ** -bits)``. The bits of each step come from the shipped table
``weights.tsv``, each row marked *fitted* (with the number of labelled pairs that showed the step)
or *judged*. Legal, market, owner and traffic facts are no part of it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from confusables import tables
from confusables.errors import TablesError
from confusables.model import Family, Kind, Level, Term

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from confusables.model import Evidence

__all__ = [
    "Score",
    "Thresholds",
    "Weight",
    "Weights",
    "bits_of",
    "probability",
    "read_weights",
    "score",
    "weights",
]

_VERSION = "confusables-weights/1"
# Every step that the signals may find, by family and signal: a table needs a row for each.
_STEPS: dict[Family, dict[str, tuple[str, ...]]] = {
    Family.SHAPE: {
        "same-label": ("same",),
        "domain-hack": ("joined",),
        "delimiter": ("hyphens",),
        "number": ("written-out",),
    },
    Family.WRITING: {"respelled": ("in-part",)},
    Family.LOOK: {
        "accent": ("umlaut", "accents", "written-out"),
        "homoglyph": ("whole-script", "mixed-script"),
        "lookalike": ("same-shape",),
    },
    Family.LETTERS: {
        "typing": ("far", *(f"near-{n}" for n in range(1, 23)), "same-letters"),
        "spelling": ("beside", "said"),
    },
    Family.SOUND: {
        "shorthand": ("said",),
        "sound": ("near", "same-other", "same-words", "same-read", "same-most"),
    },
    Family.WORDS: {
        "determiner": ("swapped", "added"),
        "word-order": ("reordered",),
        "inflection": ("same-stems",),
        "subject": ("another",),
        "affix": (
            "slipped",
            "contained",
            "contained-word",
            *(f"{how}-{n}" for how in ("swapped", "added") for n in range(1, 5)),
            "countries",
        ),
        "shared-word": ("partly", "mostly", "whole", "name"),
        "two-changes": ("beside",),
    },
    Family.CONCEPT: {"translation": ("one-word", "determined", "loosely", "mostly", "all-words")},
    Family.SUFFIX: {"suffix": ("other", "generic", "same")},
}
# Where several kinds explain a pair, a person names the most specific one that is strong.
_PRECEDENCE = (
    Kind.SAME_LABEL,
    Kind.DELIMITER,
    Kind.DOMAIN_HACK,
    Kind.ACCENT,
    Kind.HOMOGLYPH,
    Kind.LOOKALIKE,
    Kind.NUMBER,
    Kind.DETERMINER,
    Kind.WORD_ORDER,
    Kind.INFLECTION,
    Kind.AFFIX,
    Kind.TRANSLATION,
    Kind.SOUND,
    Kind.TYPING,
    Kind.SHARED_WORD,
)


class Weight(NamedTuple):
    """What a step is worth: ``bits``, times the evidence's scale; fitted on how many pairs."""

    bits: float
    fitted: bool
    pairs: int


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which probability on a collision is a warning or a matter of review.

    ``reviews`` holds the kinds that are a matter of review from another probability on.
    """

    warn: float
    review: float
    reviews: Mapping[Kind, float] = field(default_factory=dict, hash=False)

    @property
    def least(self) -> float:
        """Below this nothing is a matter of review, whatever its kind."""
        return min(self.review, *self.reviews.values(), self.warn)

    def level(self, probability: float, kind: Kind) -> Level:
        """The level of a probability, for a collision of a kind."""
        if probability >= self.warn:
            return Level.WARN
        review = self.reviews.get(kind, self.review)
        return Level.REVIEW if probability >= review else Level.BELOW

    def moved(self, warn: float | None, review: float | None) -> Thresholds:
        """These with one or both moved: a review that is moved holds for every kind, one that
        nobody moved follows a lower warning.

        Raises ValueError where a review would be more probable than a warning.
        """
        least = self.warn if warn is None else warn
        if review is not None and review > least:
            raise ValueError(f"a review at {review}, above a warning at {least}")
        if review is not None:
            return Thresholds(least, review)
        reviews = {kind: at for kind, at in self.reviews.items() if at < least}
        return Thresholds(least, min(self.review, least), reviews)


@dataclass(frozen=True, slots=True)
class Weights:
    """The shipped table: prior, population, thresholds, and the bits of each step."""

    name: str
    prior_bits: float
    population: str
    thresholds: Thresholds
    steps: Mapping[tuple[Family, str, str], Weight]

    def of(self, evidence: Evidence) -> Weight:
        """The weight of a step; raises TablesError for one that the table lacks."""
        try:
            return self.steps[evidence.family, evidence.signal, evidence.level]
        except KeyError:
            step = f"{evidence.family} {evidence.signal} {evidence.level}"
            raise TablesError(f"weights {self.name}: no row for {step}") from None


@dataclass(frozen=True, slots=True)
class Score:
    """The sum of a pair's evidence: ``prior_bits`` and the terms' bits add up to ``bits``."""

    prior_bits: float
    bits: float
    probability: float
    kind: Kind
    terms: tuple[Term, ...]


def score(found: Iterable[Evidence], table: Weights | None = None) -> Score:
    """Add up the strongest evidence of each family."""
    table = table or weights()
    best: dict[Family, tuple[float, Evidence, Weight]] = {}
    for evidence in found:
        weight = table.of(evidence)
        bits = weight.bits * evidence.scale
        if evidence.family not in best or bits > best[evidence.family][0]:
            best[evidence.family] = (bits, evidence, weight)
    terms = tuple(
        Term(family, e.signal, e.level, bits, e.says, weight.fitted, weight.pairs)
        for family, (bits, e, weight) in sorted(
            best.items(), key=lambda item: (-item[1][0], item[0])
        )
    )
    bits = table.prior_bits
    for term in terms:
        bits += term.bits
    return Score(table.prior_bits, bits, probability(bits), _kind(best), terms)


def probability(bits: float) -> float:
    """The probability that evidence of so many bits, the prior included, stands for."""
    return 1.0 / (1.0 + math.exp2(-max(-1000.0, bits)))


def bits_of(probability: float) -> float:
    """The evidence that a probability stands for, the prior included; within 1000 bits."""
    if not 0.0 < probability < 1.0:
        return -1000.0 if probability <= 0.0 else 1000.0
    return math.log2(probability / (1.0 - probability))


def _kind(best: Mapping[Family, tuple[float, Evidence, Weight]]) -> Kind:
    """The kind of the strongest evidence; among those within half of it, the most specific."""
    kinds: dict[Kind, float] = {}
    for bits, evidence, _ in best.values():
        if evidence.kind is not None:
            kinds[evidence.kind] = max(bits, kinds.get(evidence.kind, bits))
    if not kinds:
        return Kind.TYPING
    top = max(kinds.values())
    strong = [kind for kind, bits in kinds.items() if bits >= top - abs(top) / 2]
    if kinds.get(Kind.TYPING, -math.inf) > kinds.get(Kind.SOUND, -math.inf):
        strong = [kind for kind in strong if kind != Kind.SOUND]  # a slip is as plain as a sound
    return min(strong, key=_PRECEDENCE.index)


@cache
def weights() -> Weights:
    """The table that ships."""
    return read_weights(tables.open_table("weights.tsv").decode())


def read_weights(text: str) -> Weights:
    """Read a table of weights; raises TablesError that names what is wrong with it."""
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    head = {row[0]: row[1:] for row in lines if len(row) == 2}
    if head.get("version", [""])[0] != _VERSION:
        raise TablesError(f"weights: version {head.get('version', ['none'])[0]}, not {_VERSION}")
    try:
        steps = {
            (Family(row[0]), row[1], row[2]): Weight(float(row[3]), row[4] == "fitted", int(row[5]))
            for row in lines
            if len(row) == 6
        }
        _complete(steps)
        reviews = {Kind(row[1]): float(row[2]) for row in lines if len(row) == 3}
        thresholds = Thresholds(float(head["warn"][0]), float(head["review"][0]), reviews)
        return Weights(
            head["name"][0], float(head["prior"][0]), head["population"][0], thresholds, steps
        )
    except (KeyError, ValueError, IndexError) as error:
        raise TablesError(f"weights: a row is missing or wrong: {error}") from None


def _complete(steps: Collection[tuple[Family, str, str]]) -> None:
    for family, signals in _STEPS.items():
        for signal, levels in signals.items():
            for level in levels:
                if (family, signal, level) not in steps:
                    raise TablesError(f"weights: no row for {family} {signal} {level}")

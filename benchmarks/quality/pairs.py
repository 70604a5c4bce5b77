"""The labelled pairs that are asked about, source by source.

A pair is a new name and the established one that it is taken for. A source is fitted on by
``data/fit.py`` in two thirds, of which only the final third is asked about here, or left out of the
fit altogether.
"""

from __future__ import annotations

import csv
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "data")]

import fit  # noqa: E402 (needs the path above)

from confusables.errors import InvalidName  # noqa: E402 - after the path above
from confusables.names import parse  # noqa: E402 - after the path above
from confusables.views import base_form  # noqa: E402 - after the path above

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from confusables.model import Name

SHIPPED = ROOT / "data" / "labelled"
A_BRAND = 3  # pairs, at most
SEED = 20261126
SEVEN = ("en", "fr", "de", "es", "it", "pt", "nl")


class Query(NamedTuple):
    """A new name, the established one, the brand that pairs are drawn and split by."""

    source: str
    new: str
    old: str
    brand: str
    kin: tuple[str, ...] = ()
    """The searched letters of all labelled names of the brand: none is a false alarm."""


class Source(NamedTuple):
    """What a source is: whether fitted on in part, and whether outsiders have it."""

    title: str
    fitted: bool
    public: bool = True


SOURCES = {
    "udrp": Source("altered trademarks in UDRP cases", True),
    "udrp-contains": Source("trademarks with words around them in UDRP cases", True),
    "attacks": Source("package attacks", True),
    "determiner": Source("determiner", True),
    "word_order": Source("word order", True),
    "inflection": Source("inflection", True),
    "affix": Source("affix", True),
    "translation": Source("translation", True),
    "sound_alike": Source("sound", True),
    "accents_idn": Source("accent and IDN", True),
    "digits_hyphens_hacks": Source("digits, hyphens, domain hacks", True),
    "errors-7": Source("spelling errors in seven languages", False, public=False),
    "errors-en": Source("spelling errors, English, human", False, public=False),
    "phishing": Source("look-alike phishing", False, public=False),
}
GROUPS = {
    "udrp_altered_mark": "udrp",
    "udrp_contains_mark": "udrp-contains",
    "pkg_attack": "attacks",
}


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a labelled file; none where it is not there."""
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _all(labelled: Path | None, *, whole: bool) -> Iterator[Query]:
    for pair in fit.labelled():
        if whole or pair.final:
            yield Query(GROUPS.get(pair.group, pair.group), pair.new, pair.old, pair.split)
    if labelled is None:
        return
    for source, name in (
        ("errors-7", "misspellings_multilingual"),
        ("errors-en", "misspellings_en_human"),
        ("phishing", "phish_lookalike_domains"),
    ):
        for row in rows(labelled / f"{name}.tsv"):
            wanted = source != "errors-7" or row["kind"].rpartition("_")[2] in SEVEN
            if wanted and (whole or row["kind"] != "phish_contains_brand"):
                yield Query(source, row["right"], row["left"], row["left"].casefold())


def name_of(text: str) -> Name | None:
    """The name of a labelled text; package and other names that cannot be one are None."""
    try:
        return parse(text)
    except InvalidName:
        return None


def domain_of(name: Name) -> str:
    """The domain that an established name is inserted under."""
    return name.ascii if name.suffix else f"{name.label}.com"


def queries(labelled: Path | None, most: int, *, whole: bool = False) -> dict[str, list[Query]]:
    """By source the pairs asked about, drawn with a seed; names of one label are left out.

    ``whole`` asks about all pairs, those that are fitted on with the others.
    """
    found: dict[str, list[Query]] = {source: [] for source in SOURCES}
    for query in _all(labelled, whole=whole):
        new, old = name_of(query.new), name_of(query.old)
        if new and old and new.label != old.label:
            found[query.source].append(query)
    kin: dict[str, set[str]] = defaultdict(set)
    for query in _all(labelled, whole=True):
        kin[query.brand] |= {base_of(query.new), base_of(query.old)}
    return {
        source: [q._replace(kin=tuple(sorted(kin[q.brand]))) for q in _drawn(some, most)]
        for source, some in found.items()
        if some
    }


def _drawn(some: list[Query], most: int) -> list[Query]:
    some = sorted(set(some))
    random.Random(SEED).shuffle(some)
    brands: Counter[str] = Counter()
    kept: list[Query] = []
    for query in some:
        if brands[query.brand] < A_BRAND and len(kept) < most:
            brands[query.brand] += 1
            kept.append(query)
    return kept


def base_of(text: str) -> str:
    """The searched letters of a labelled text or a domain."""
    name = name_of(text)
    return base_form(name.unicode) if name else base_form(text.casefold())


def targets(asked: Iterable[Query]) -> list[str]:
    """The established names as domains."""
    names = (name_of(query.old) for query in asked)
    return sorted({domain_of(name) for name in names if name})

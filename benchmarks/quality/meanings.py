"""Translation pairs where other names of the same meaning are no false alarms, as of determiner
pairs those of the same core are none.

What means the same is asked of FreeDict's dictionaries, by way of English, so that the product's
concepts are not their own judge. On Debian: ``apt-get install dict-freedict-fra-eng`` and the
others of ``DICTIONARIES``.
"""

from __future__ import annotations

import gzip
import re
from functools import cache
from itertools import permutations, product
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase, digits
from typing import TYPE_CHECKING

from benchmarks.quality.pairs import base_of
from benchmarks.quality.product import scored
from benchmarks.quality.stats import draws, figure, recalls
from confusables.fold import fold
from confusables.languages import by_code
from confusables.views import of_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.quality.pairs import Query
    from benchmarks.quality.product import Answer
    from benchmarks.quality.stats import Figure

SOURCE = "translation"
FOLDER = Path("/usr/share/dictd")
DICTIONARIES = {"fr": "fra", "de": "deu", "es": "spa", "it": "ita", "pt": "por", "nl": "nld"}
_MOST = 4  # words of a name whose order is tried
_DIGITS = {c: place for place, c in enumerate(f"{ascii_uppercase}{ascii_lowercase}{digits}+/")}
_ASIDE = re.compile(r"<[^>]*>|\[[^\]]*\]|\{[^}]*\}|\([^)]*\)|/[^/]*/")


def recalled(answers: Sequence[Answer]) -> Figure | None:
    """Recall of the translations at one false alarm a name; None without the dictionaries."""
    if not all((FOLDER / f"freedict-{name}-eng.index").exists() for name in DICTIONARIES.values()):
        return None
    some = [answer for answer in answers if answer.query.source == SOURCE]

    def alike(query: Query, base: str) -> bool:
        return _same(base_of(query.new), base)

    found = scored(some, aside=alike)
    return figure(recalls(found, draws([answer.query.brand for answer in some]), 1.0))


@cache
def _same(one: str, other: str) -> bool:
    """Whether each word of one name has the meaning of a word of the other."""
    for mine, theirs in product(_cores(one), _cores(other)):
        if len(mine) == len(theirs) <= _MOST and any(
            all(map(_meet, mine, order)) for order in permutations(theirs)
        ):
            return True
    return False


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one.isdisjoint(other)


@cache
def _cores(base: str) -> list[tuple[frozenset[str], ...]]:
    """The words of each reading as what they may mean in English."""
    return [
        tuple(_english(reading.language, word) for word in reading.core)
        for reading in of_label(base).readings
        if by_code(reading.language)
    ]


@cache
def _english(code: str, word: str) -> frozenset[str]:
    language = by_code(code)
    stem = language.stem if language else str
    if code == "en":
        return frozenset({word, stem(word)})
    table = _table(code)
    return table.get(word, frozenset()) | table.get(stem(word), frozenset())


@cache
def _table(code: str) -> dict[str, frozenset[str]]:
    """Folded words of a language and their stems, and the English words for them."""
    found: dict[str, set[str]] = {}
    name, language = DICTIONARIES[code], by_code(code)
    for word, english in (
        *_entries(f"{name}-eng"),
        *((word, english) for english, word in _entries(f"eng-{name}")),
    ):
        for form in {word, language.stem(word) if language else word}:
            found.setdefault(form, set()).add(english)
    return {word: frozenset(english) for word, english in found.items()}


def _entries(name: str) -> Iterator[tuple[str, str]]:
    """Word and single-word translation, folded, of a dictionary in the format of dictd."""
    content = gzip.decompress((FOLDER / f"freedict-{name}.dict.dz").read_bytes())
    for line in (FOLDER / f"freedict-{name}.index").read_text("utf-8").splitlines():
        headword, start, size = line.split("\t")
        word, at = fold(headword), _number(start)
        if word.isalpha() and word.isascii():
            for made in _translations(content[at : at + _number(size)].decode("utf-8", "replace")):
                yield word, made


def _translations(entry: str) -> Iterator[str]:
    for line in entry.splitlines()[1:]:
        if line.startswith("  ") or "see:" in line:
            continue  # examples, synonyms
        for part in re.split(r"[,;]", _ASIDE.sub(" ", line)):
            word = fold(part.strip(" .0123456789")).removeprefix("to ").strip()
            if word.isascii() and word.isalpha():
                yield word


def _number(text: str) -> int:
    value = 0
    for c in text:
        value = 64 * value + _DIGITS[c]
    return value

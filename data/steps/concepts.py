"""The concept table: which words of the languages name the same thing.

From ``data/concepts.tsv`` (id, then a column a language, several words in a cell divided by commas,
the usual one first; behind a slash what says the same as another kind of word: climate, climatic).
The table has a line a word of a language, ``fr:word TAB ids``, and one a stem, so that inflected
forms need no second list; a stem that is another word of the language has what that word means
(nieuws is no nieuw), and one of three letters and fewer has a hyphen behind it (``it:san- TAB
175``), for it may be a word besides (San is not sano), but where the stem of a verb is one of its
forms and begins compounds (bakken, bakhuis). Behind the id of a word that is not the first of its
cell stands its place, 2 for the third and all later ones: ``it:azzurro TAB 1:1``. The line
``adjectives TAB ids`` has those of ``words/adjectives.txt``.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from confusables.languages import by_code
from steps import Inputs, Step, lines
from steps.meanings import meanings
from steps.spelled import spellings

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORT = 3  # letters of a stem that may as well be another word
LATER = 2  # the place of all words of a cell from the third on


def build(inputs: Inputs) -> bytes:
    """The bytes of the table."""
    adjectives = _adjectives(inputs)
    words: dict[str, dict[int, int]] = defaultdict(dict)
    stems: dict[str, dict[int, int]] = defaultdict(dict)
    for number, code, place, word in cells(inputs["concepts.tsv"]):
        language = by_code(code)
        _put(words[f"{code}:{word}"], number, place)
        if language and len(word) > 3:
            _put(stems[f"{code}:{language.stem(word)}"], number, place)
    alone = {key if _is_long(key) else key + "-": ids for key, ids in stems.items()}
    found = alone | words
    text = "".join(
        f"{word}\t{' '.join(f'{n}:{p}' if p else str(n) for n, p in sorted(places.items()))}\n"
        for word, places in sorted(found.items())
    )
    text += f"adjectives\t{' '.join(map(str, adjectives))}\n"
    return text.encode("ascii")


def _adjectives(inputs: Inputs) -> list[int]:
    """The concepts that are adjectives; raises ValueError for a word that begins no cell."""
    first: dict[str, set[int]] = defaultdict(set)
    for number, code, place, word in cells(inputs["concepts.tsv"]):
        if code == "en" and place == 0:
            first[word].add(number)
    listed = [line for line in lines(inputs["words/adjectives.txt"]) if not line.startswith("#")]
    listed = [word for line in listed for word in line.split()]
    unknown = sorted(set(listed) - first.keys())
    if unknown:
        raise ValueError(f"adjectives that begin no English cell: {' '.join(unknown)}")
    return sorted(set[int]().union(*(first[word] for word in listed)))


def _is_long(key: str) -> bool:
    code, _, stem = key.partition(":")
    language = by_code(code)
    return len(stem) > SHORT or bool(language and language.compounds)


def _put(places: dict[int, int], number: int, place: int) -> None:
    places[number] = min(place, LATER, places.get(number, LATER))


def cells(content: bytes) -> Iterator[tuple[int, str, int, str]]:
    """Concept, language, place in the cell and folded word."""
    for number, row in meanings(content):
        for code, groups in row.items():
            language = by_code(code)
            places: dict[str, int] = {}  # forms of one word have its place: petit, petite
            for group in groups:
                found = set().union(*(spellings(word, code) for word in group))
                stems = {language.stem(word) if language else word for word in found}
                last = max(places.values(), default=-1)
                place = min((places[s] for s in stems if s in places), default=last + 1)
                for stem in stems:
                    places.setdefault(stem, place)
                for word in sorted(found):
                    yield number, code, place, word


STEP = Step("concepts.tsv", ("concepts.tsv", "words/adjectives.txt"), build)

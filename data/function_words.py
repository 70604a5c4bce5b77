"""Say what the articles and possessives of a language change: which are words of another language
too, and which existing names are now taken for another behind them.

    python data/function_words.py xx [WORD…]

Folded, a short word is soon one of another language: with vår (var) a Swede's, varberg is "our
berg" and is warned of beside it. A word that does more harm than good is better left out of
`determiners`; it stays a word all the same.
"""

from __future__ import annotations

import argparse
import sys
from itertools import product
from operator import itemgetter
from pathlib import Path
from string import ascii_lowercase
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from confusables import Corpus, compare, words
from confusables.languages import LANGUAGES, by_code
from confusables.model import Kind, Level
from confusables.tables.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRIED = 400  # pairs of a word, of those there are; a pair takes some milliseconds
_SHOWN = 12


def others(word: str, code: str) -> list[str]:
    """The other languages that have a word: as a determiner too, as a linking word, as a word."""
    said = {}
    for language in LANGUAGES:
        if language.code != code and word in language.determiners | language.linking:
            determiner = word in language.determiners
            said[language.code] = "determiner" if determiner else "linking word"
    known = [other for other in words.known(word) if other not in {code, *said}]
    return [f"{other} ({kind})" for other, kind in sorted(said.items(), key=itemgetter(1))] + known


def before(word: str, code: str) -> str:
    """What is said of a word that is a determiner elsewhere: names were warned of before."""
    taken = any(word in language.determiners for language in LANGUAGES if language.code != code)
    return " (as without this language)" if taken else ""


def names(word: str, labels: frozenset[str]) -> list[str]:
    """The names of brands, people and places that are a word with a name or a word behind it."""
    table = vocabulary()
    open_end = product(ascii_lowercase, repeat=max(0, 3 - len(word)))
    parts = (table.part(word[:3] + "".join(end)) for end in open_end)
    listed = {name for part in parts for name, row in part.items() if not table.masks[row]}
    return sorted(
        name
        for name in {label for label in labels if label.startswith(word)} | listed
        if name.startswith(word)
        and len(rest := name[len(word) :]) > 2
        and (rest in labels or words.is_listed(rest))
    )


def warned(word: str, found: list[str]) -> Iterator[str]:
    """Those of these names, if not too many, that are warned of beside what is behind the word."""
    for label in found[:: max(1, len(found) // _TRIED)]:
        said = compare(f"{label}.com", f"{label[len(word) :]}.com")
        if said.kind is Kind.DETERMINER and said.level is Level.WARN:
            yield label


def main(arguments: list[str] | None = None) -> None:
    """Print a line or two a word."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("code", choices=[language.code for language in LANGUAGES])
    parser.add_argument("words", nargs="*", metavar="WORD", help="of the determiners; else all")
    options = parser.parse_args(arguments)
    language = by_code(options.code)
    assert language is not None  # noqa: S101 - one of the choices
    corpus = Corpus.shipped()
    labels = frozenset(corpus.at(row).label for row in range(len(corpus)))
    for word in options.words or sorted(language.determiners):
        found = names(word, labels)
        taken = list(warned(word, found))
        also = ", ".join(others(word, options.code)) or "no other language"
        count = f"of {len(found)} names that begin so, {len(taken)} warned of"
        print(f"{word}: also {also}; {count}{before(word, options.code) if taken else ''}")
        if taken:
            print("    " + " ".join(taken[:_SHOWN]))


if __name__ == "__main__":
    main()

"""Say which words a language's stems throw together: two words with one stem are worse than two
forms that do not meet.

    python data/stems.py xx          words of the concept table that share a stem and no meaning
    python data/stems.py xx FILE     all words of a text that share a stem, to be read by you

Before the language has a column in `concepts.tsv`, a text of a newspaper's length will do.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

DATA = Path(__file__).resolve().parent
for folder in (DATA.parent, DATA):
    sys.path.insert(0, str(folder))

from steps.concepts import cells  # noqa: E402 (needs the path above)

from confusables.fold import fold  # noqa: E402 (needs the path above)
from confusables.languages import LANGUAGES, by_code  # noqa: E402 (needs the path above)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Meanings = dict[str, set[str]]


def meanings(content: bytes, code: str) -> Meanings:
    """The folded words of a language, and what they mean, in English."""
    english: dict[int, str] = {}
    found: dict[int, set[str]] = defaultdict(set)
    for number, language, _, word in cells(content):
        if language == "en":
            english.setdefault(number, word)
        if language == code:
            found[number].add(word)
    said: Meanings = defaultdict(set)
    for number, words in found.items():
        for word in words:
            said[word].add(english.get(number, str(number)))
    return said


def thrown_together(stem: Callable[[str], str], said: Mapping[str, set[str]]) -> list[list[str]]:
    """The words of each stem of which two at least have no meaning in common."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted(said):
        groups[stem(word)].append(word)
    return [
        words
        for _, words in sorted(groups.items())
        if any(said[a].isdisjoint(said[b]) for a in words for b in words)
    ]


def main(arguments: list[str] | None = None) -> None:
    """Print a line a stem."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("code", choices=[language.code for language in LANGUAGES])
    parser.add_argument("file", type=Path, nargs="?")
    options = parser.parse_args(arguments)
    language = by_code(options.code)
    assert language is not None  # noqa: S101 - one of the choices
    if options.file:
        text = fold(options.file.read_text("utf-8"))
        said = {word: {word} for word in re.findall("[a-z]{2,}", text)}
    else:
        said = meanings((DATA / "concepts.tsv").read_bytes(), options.code)
    groups = thrown_together(language.stem, said)
    source = options.file or "data/concepts.tsv"
    print(f"{len(said)} words of {source}, {len(groups)} stems to look at", file=sys.stderr)
    if not said:
        parser.error(f"{source} has no word of {options.code} yet: give a text of some pages")
    for words in groups:
        shown = (f"{w} ({', '.join(sorted(said[w]))})" if said[w] != {w} else w for w in words)
        print(f"{language.stem(words[0])}: {'; '.join(shown)}")


if __name__ == "__main__":
    main()

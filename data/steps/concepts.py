"""The concept table: which words of the seven languages name the same thing.

From ``data/concepts.tsv`` (id, then a column a language, several words in a cell divided by
commas). The table has a line a word of a language, ``fr:word TAB ids``, and one a stem, so that
inflected forms need no second list.
"""

from __future__ import annotations

from collections import defaultdict

from confusables.languages import by_code
from steps import Inputs, Step, lines
from steps.vocabulary import spellings


def build(inputs: Inputs) -> bytes:
    """The bytes of the table."""
    found: dict[str, set[int]] = defaultdict(set)
    header: list[str] = []
    seen: set[int] = set()
    for line in lines(inputs["concepts.tsv"]):
        cells = line.split("\t")
        if line.startswith("#"):
            header = header or cells
            continue
        number = int(cells[0])
        if number in seen or len(cells) != len(header):
            raise ValueError(f"concept {number}: twice, or {len(cells)} cells, not {len(header)}")
        seen.add(number)
        for code, cell in zip(header[1:], cells[1:], strict=True):
            language = by_code(code)
            for written in cell.split(","):
                for word in spellings(written.strip()):
                    found[f"{code}:{word}"].add(number)
                    if language and len(word) > 3:
                        found[f"{code}:{language.stem(word)}"].add(number)
    text = "".join(f"{w}\t{' '.join(map(str, sorted(ids)))}\n" for w, ids in sorted(found.items()))
    return text.encode("ascii")


STEP = Step("concepts.tsv", ("concepts.tsv",), build)

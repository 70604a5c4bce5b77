"""How often each generic word or determiner stands before or after another registered name.

From the counts mined over popular names; only words that the shipped languages list as generic or
as determiners are kept, since the mined list also holds fragments (er, ing, hop). Rows: side,
affix, count; the most frequent first.
"""

from __future__ import annotations

from confusables.languages import LANGUAGES
from steps import Inputs, Step, lines, rows

__all__ = ["STEP"]

MINED = "sources/affixes-mined.tsv.gz"
GENERIC = "tables/generic.txt"


def build(inputs: Inputs) -> bytes:
    generic = set(lines(inputs[GENERIC]))
    determiners = set().union(*(language.determiners for language in LANGUAGES))
    found = []
    for side, affix, count, _ in rows(inputs[MINED], 4):
        if affix in generic or (side == "prefix" and affix in determiners):
            found.append((-int(count), side, affix))
    return "".join(f"{side}\t{affix}\t{-count}\n" for count, side, affix in sorted(found)).encode()


STEP = Step("affixes.tsv", (MINED, GENERIC), build)

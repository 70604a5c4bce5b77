"""Sound pairs where other names of the very same sound are no false alarms, as of determiner pairs
those of the same core are none.

Which names sound the same is asked of espeak-ng, so that the product is not its own judge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.quality.pairs import base_of
from benchmarks.quality.product import scored
from benchmarks.quality.stats import draws, figure, recalls
from confusables.errors import MissingProgram
from confusables.languages.espeak import Espeak

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.quality.pairs import Query
    from benchmarks.quality.product import Answer
    from benchmarks.quality.stats import Figure

SOURCE = "sound_alike"


def recalled(answers: Sequence[Answer]) -> Figure | None:
    """Recall of the sound pairs at one false alarm a name; None where espeak-ng is not there."""
    some = [answer for answer in answers if answer.query.source == SOURCE]
    names = {base_of(answer.query.new) for answer in some}
    names |= {base_of(hit.domain) for answer in some for hit in answer.hits}
    listed = sorted(names)
    try:
        said = dict(zip(listed, Espeak().sounds(listed), strict=True))
    except MissingProgram:
        return None

    def alike(query: Query, base: str) -> bool:
        new, other = said[base_of(query.new)], said.get(base, {})
        return any(new[code] and new[code] == other.get(code) for code in new)

    found = scored(some, aside=alike)
    return figure(recalls(found, draws([answer.query.brand for answer in some]), 1.0))

"""The word lists under ``data/words/`` that are kept by hand: what they add to the concepts."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from steps import Inputs, rows
from steps.meanings import meanings
from steps.spelled import own_word, spellings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["listed"]


def listed(
    inputs: Inputs, concept: float, worths: Mapping[str, float]
) -> Iterator[tuple[str, str, float]]:
    """Each word of the lists with its language and what its list makes it worth.

    Raises ValueError for one that is worth as much by what stands before it: it would be kept in
    step by hand for nothing.
    """
    held: dict[tuple[str, str], float] = {}
    for _, row in meanings(inputs["concepts.tsv"]):
        for code, groups in row.items():
            for word in chain.from_iterable(groups):
                held.update(((form, code), concept) for form in spellings(word, code))
    for source, worth in worths.items():
        idle: list[str] = []
        for code, text in rows(inputs[f"words/{source}.tsv"], 2):
            for word in text.split():
                own = own_word(word, code)
                before = {
                    (form, code): held.get((form, code), 0.0) for form in spellings(own, code)
                }
                if min(before.values()) >= worth:
                    idle.append(f"{code} {word}")
                held.update((form, max(worth, known)) for form, known in before.items())
                yield own, code, worth
        if idle:
            raise ValueError(
                f"words/{source}.tsv: in concepts.tsv, in an earlier list or twice in this one: "
                + ", ".join(idle)
            )

"""Translation: the same meaning in another language: bluebasket and panierbleu."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

from confusables import words
from confusables.languages import by_code
from confusables.model import Evidence, Family, Kind, Says, Signal
from confusables.views import told

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from confusables.model import Reading
    from confusables.views import View

__all__ = ["SIGNAL"]

_MOST = 24
_SHORTEST = 3  # letters: shorter ones are mostly accidents of the splitter
_ENOUGH = 26.0  # bits of a meaning that is not everyday
_GUESSED = 0.85  # of the bits: about so many of an encoder's guesses are right
_STEM = 4  # letters that forms of one word share; cognates go to the other signals


class Meant(NamedTuple):
    """The words that mean something, and whether a determiner stands beside them."""

    core: tuple[str, ...]
    determined: bool
    guessed: bool = False  # by an encoder


def meanings(view: View, sizes: Collection[int] | None = None) -> Mapping[tuple[int, ...], Meant]:
    """Each combination of concepts that a core may mean, order aside, with the core.

    With ``sizes`` only of the cores of so many words.
    """
    return _meanings(
        tuple(
            (reading.language, reading.core, _determined(reading))
            for reading in view.readings
            if reading.core and (sizes is None or len(reading.core) in sizes)
        ),
        tuple(view.meant.items()),
    )


def _determined(reading: Reading) -> bool:
    language = by_code(reading.language)
    return language is not None and any(
        word in language.determiners and word not in reading.core for word in reading.words
    )


@lru_cache(maxsize=4096)
def _meanings(
    read: tuple[tuple[str, tuple[str, ...], bool], ...],
    meant: tuple[tuple[str, tuple[int, ...]], ...],
) -> Mapping[tuple[int, ...], Meant]:
    found: dict[tuple[int, ...], Meant] = {}
    guesses = dict(meant)
    for language, core, determined in read:
        if min(map(len, core)) < _SHORTEST:
            continue
        guessed = not guesses.keys().isdisjoint(core)
        senses = [guesses.get(word) or words.concepts(word, language) for word in core]
        if all(senses):
            for combination in islice(product(*senses), _MOST):
                found.setdefault(tuple(sorted(combination)), Meant(core, determined, guessed))
    return found


def compare(new: View, old: View) -> Evidence | None:
    """Every word of the cores means the same, and at least one is another word."""
    if new.base == old.base:
        return None
    mine = meanings(new)
    if not mine:
        return None
    theirs = meanings(old, {len(concepts) for concepts in mine})
    for concepts in sorted(mine.keys() & theirs.keys(), key=len, reverse=True):
        one, other = mine[concepts], theirs[concepts]
        if not (_others(one.core, other.core) and _others(other.core, one.core)):
            continue
        level = "all-words"
        if len(concepts) == 1:
            level = "determined" if one.determined and other.determined else "one-word"
        values = {"mine": " ".join(one.core), "theirs": " ".join(other.core)}
        scale = told(new, old, 0.0, _ENOUGH)
        if one.guessed or other.guessed:
            scale *= _GUESSED
            values["encoder"] = new.encoder
            says = Says("{mine} and {theirs} mean the same, as {encoder} has it", values)
        else:
            says = Says("{mine} and {theirs} mean the same", values)
        return Evidence(Family.CONCEPT, "translation", level, says, Kind.TRANSLATION, scale)
    return None


def _others(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether a word of one core has no form of it in the other: inflection is no translation."""
    return any(
        all(word != other and word[:_STEM] != other[:_STEM] for other in theirs) for word in mine
    )


def keys(view: View) -> Iterable[str]:
    """The concepts without their order."""
    for concepts in meanings(view):
        yield f"c:{' '.join(map(str, concepts))}"


SIGNAL = Signal("translation", Family.CONCEPT, compare, keys)

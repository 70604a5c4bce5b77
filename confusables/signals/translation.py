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
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from confusables.model import Reading
    from confusables.views import View

__all__ = ["SIGNAL"]

_MOST = 24
_SHORTEST = 3  # letters: shorter ones are mostly accidents of the splitter
_ENOUGH = 26.0  # bits of a meaning that is not everyday
_GUESSED = 0.85  # of the bits: about so many of an encoder's guesses are right
_STEM = 4  # letters that forms of one word share; cognates go to the other signals
# Whose it is means something too: my farm and mein bauernhof. Numbered apart from the concepts.
_WHOSE = {whose: -1 - at for at, whose in enumerate(("my", "your", "our", "their"))}
_WHOSE_BITS = 8.0  # about one name in 250 says my, or the like


class Meant(NamedTuple):
    """The core that means something, what of the name says so, and whether a determiner is there.

    ``said`` is the core, and the possessive where the meaning holds whose it is.
    """

    core: tuple[str, ...]
    said: tuple[str, ...]
    determined: bool
    guessed: bool = False  # by an encoder


def meanings(view: View, sizes: Collection[int] | None = None) -> Mapping[tuple[int, ...], Meant]:
    """Each combination of concepts that a name may mean, order aside, with its words.

    Of a name with a possessive also those with whose it is, a negative number beside the concepts.
    With ``sizes`` at least the combinations of so many.
    """
    return _meanings(
        tuple(
            (reading.language, reading.words, reading.core)
            for reading in view.readings
            if reading.core and (sizes is None or _may_have(reading, sizes))
        ),
        tuple(view.meant.items()),
    )


def _may_have(reading: Reading, sizes: Collection[int]) -> bool:
    """Whether a reading may have a combination of so many."""
    size = len(reading.core)
    return size in sizes or (size + 1 in sizes and size < len(reading.words))


@lru_cache(maxsize=4096)
def _meanings(
    read: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...],
    meant: tuple[tuple[str, tuple[int, ...]], ...],
) -> Mapping[tuple[int, ...], Meant]:
    found: dict[tuple[int, ...], Meant] = {}
    guesses = dict(meant)
    for code, read_words, core in read:
        if min(map(len, core)) < _SHORTEST:
            continue
        guessed = not guesses.keys().isdisjoint(core)
        senses = [guesses.get(word) or words.concepts(word, code) for word in core]
        if not all(senses):
            continue
        beside = _determiners(code, read_words, core)
        ways: list[tuple[tuple[int, ...], tuple[str, ...]]] = [((), core)]
        for word in beside:
            said = tuple(w for w in read_words if w == word or w in core)
            ways += [((whose,), said) for whose in _whose(code, word)]
        for combination in islice(product(*senses), _MOST):
            for whose, said in ways:
                concepts = tuple(sorted(whose + combination))
                found.setdefault(concepts, Meant(core, said, bool(beside), guessed))
    return found


def _determiners(code: str, read_words: Sequence[str], core: Sequence[str]) -> list[str]:
    """The determiners beside a core."""
    language = by_code(code)
    if language is None or len(read_words) == len(core):
        return []
    return [word for word in read_words if word in language.determiners and word not in core]


def _whose(code: str, determiner: str) -> Iterator[int]:
    """Whose a thing with this determiner is: nobody's with an article."""
    if language := by_code(code):
        for whose, said in language.possessives.items():
            if determiner in said:
                yield _WHOSE[whose]


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
        values = {"mine": " ".join(one.said), "theirs": " ".join(other.said)}
        scale = told(new, old, _WHOSE_BITS / _ENOUGH if concepts[0] < 0 else 0.0, _ENOUGH)
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

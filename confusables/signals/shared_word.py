"""Shared word: one rare word in both names, other words beside it: ouestjob and cyberouest."""

from __future__ import annotations

from functools import cache
from itertools import accumulate, product
from typing import TYPE_CHECKING

from confusables import words
from confusables.determiners import determiners
from confusables.languages import LANGUAGES, by_code
from confusables.later import kept
from confusables.model import Evidence, Family, Kind, Says, Signal
from confusables.rests import Beside, beside, is_count, is_own
from confusables.stripped import stripped
from confusables.territories import is_country

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from confusables.model import Reading
    from confusables.views import View

__all__ = ["MOSTLY", "SIGNAL"]

_RARE = 10.0  # bits: a word in fewer than a thousandth of names
_TOWN = 11.0  # bits of a town at most
_SHORTEST = 4
MOSTLY = 0.6  # of what the two names tell


@kept
def rare_words(view: View) -> frozenset[str]:
    """The words of the readings that are rare and not generic, and few letters that are no word
    where hyphens set them apart, or the words of a brand: vw-parts."""
    rare, typed = _rare(view.cores), view.name.written
    if typed[1:] or "-" in view.name.unicode or len(view.base) < _SHORTEST:
        return rare | _short(typed if typed[1:] else view.parts)
    return rare


def _rare(cores: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    return frozenset(
        word
        for core in cores
        for word in core
        if len(word) >= _SHORTEST and not words.is_generic(word) and words.rarity(word) >= _RARE
    )


def _short(parts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        part
        for part in parts
        if 1 < len(part) < _SHORTEST
        and part.isalpha()
        and not (words.known(part) or words.is_generic(part) or _is_place(part))
    )


def _is_place(part: str) -> bool:
    return is_country(part) or any(part in language.suffixes for language in LANGUAGES)


def compare(new: View, old: View) -> Evidence | None:
    """A rare word stands in both, and no mere year or round number."""
    if new.base == old.base:
        return None
    shared = _name_beside(new, old) or rare_words(new) & rare_words(old)
    named = sorted(word for word in shared if not is_count(word))
    if not named:
        return None
    word = max(named, key=words.rarity)
    bits = _told(shared, new, old)
    share = 2 * bits / max(1.0, new.information + old.information)
    if any(map(shared.issuperset, (*_bare(new), *_bare(old)))) or word in (new.base, old.base):
        level = "name" if _name(new, old) else "whole"
    else:
        told = share >= MOSTLY and not all(_tells_more(view, shared) for view in (new, old))
        level = "mostly" if told else "partly"
    scale = min(1.0, bits / 20)
    says = _says(new, old, word)
    return Evidence(Family.WORDS, "shared-word", level, says, Kind.SHARED_WORD, scale)


def _bare(view: View) -> Iterator[tuple[str, ...]]:
    """The cores before which nothing but determiners was left out: with sugar is no sugar, and
    another name than without sugar."""
    for reading in view.readings:
        language = by_code(reading.language)
        before = set(reading.words[: reading.words.index(reading.core[0])])
        if not before or (language and before <= language.determiners | language.contracted):
            yield reading.core


def _told(shared: frozenset[str], new: View, old: View) -> float:
    """What shared words tell, those of one reading: the letters of camara de braga are not those of
    camarade braga as well."""
    cores = (*new.cores, *old.cores)
    read = max(sum(_worth(w) for w in core if w in shared) for core in cores)
    return read + sum(map(_worth, shared.difference(*cores)))


def _worth(word: str) -> float:
    """The bits of a word; those of a town are few, which many a firm there bears."""
    return min(words.rarity(word), _TOWN) if words.is_town(word) else words.rarity(word)


def _tells_more(view: View, shared: frozenset[str]) -> bool:
    """Whether a name has a word that tells more than each of those that it shares: what tells two
    offices of one kind apart is the town (policia local de avila, policia local de cuenca)."""
    most = max(map(words.rarity, shared))
    return any(words.rarity(w) > most for core in view.cores for w in core if w not in shared)


def _says(new: View, old: View, word: str) -> Says:
    part, whole = sorted((new, old), key=lambda view: len(view.base))
    extra = beside(part.base, whole.base) if part.base == word else None
    if extra is None:
        run = _run(new, old, word)
        if len(run) > 1:
            return Says("both hold the words “{words}”", {"words": " ".join(run), "word": word})
        return Says("both hold the word “{word}”", {"word": word})
    return Says(
        "both hold the word “{word}”, one with “{beside}” beside it",
        {"word": word, "beside": _spelled(whole, extra)},
    )


def _spelled(whole: View, extra: Beside) -> str:
    """What stands beside a name, as the words that it is read as."""
    first = whole.base.startswith(extra.extra)
    for reading in (whole.own, *whole.readings):
        ends = list(accumulate(map(len, reading.words)))
        if extra.cut in ends and ends[-1] == len(whole.base):
            at = ends.index(extra.cut) + 1
            return " ".join(reading.words[:at] if first else reading.words[at:])
    return extra.extra


def _run(new: View, old: View, word: str) -> tuple[str, ...]:
    """The longest run of words around a word that both names are read with, which begins with no
    linking word and ends with none: jardins du lac. Few letters that are no word are none of it."""
    pairs = product(_read_with(new, word), _read_with(old, word))
    runs = (_around(mine.words, theirs.words, word) for mine, theirs in pairs)
    trimmed = {_trimmed(run, word) for run in runs}
    return max(trimmed, key=lambda run: (len("".join(run)), run), default=())


def _read_with(view: View, word: str) -> Iterator[Reading]:
    return (reading for reading in view.readings if word in reading.words)


def _around(mine: tuple[str, ...], theirs: tuple[str, ...], word: str) -> tuple[str, ...]:
    """What stands before and behind a word in both of two runs."""
    one, other = mine.index(word), theirs.index(word)
    before = after = 0
    while before < min(one, other) and mine[one - before - 1] == theirs[other - before - 1]:
        before += 1
    for said, too in zip(mine[one + 1 :], theirs[other + 1 :], strict=False):
        if said != too:
            break
        after += 1
    return mine[one - before : one + after + 1]


def _trimmed(run: tuple[str, ...], word: str) -> tuple[str, ...]:
    """A run around a word without what does not stand at its ends."""
    while run[0] != word and (run[0] in _linking() or _is_scrap(run[0])):
        run = run[1:]
    while run[-1] != word and (run[-1] in _linking() | determiners() or _is_scrap(run[-1])):
        run = run[:-1]
    return run


def _is_scrap(word: str) -> bool:
    return len(word) < _SHORTEST and not words.is_listed(word)


@cache
def _linking() -> frozenset[str]:
    return frozenset().union(*(language.linking for language in LANGUAGES))


def _name_beside(new: View, old: View) -> frozenset[str]:
    """A name that is read as words where it stands alone (for telia) and is one beside others."""
    part, whole = (new, old) if len(new.base) < len(old.base) else (old, new)
    if part.base not in whole.base:
        return frozenset()
    own = not words.known(part.base) and part.base in rare_words(whole)
    return frozenset({part.base}) if own else frozenset()


def _name(new: View, old: View) -> bool:
    """Whether one name begins or ends the other, a word of two letters or more beside it, or stands
    between hyphens in it. Of a name of its own beside words that tell little the affix tells."""
    part, whole = sorted((new, old), key=lambda view: len(view.base))
    told = any(rest == part.base for _, rest in stripped(whole))
    if told and is_own(part.base):
        return False
    return told or part.base in whole.parts or beside(part.base, whole.base) is not None


def keys(view: View) -> Iterable[str]:
    """The rare words."""
    for word in rare_words(view):
        yield f"w:{word}"


SIGNAL = Signal("shared-word", Family.WORDS, compare, keys)

"""Word order: the same words the other way round: painboutique and boutiquedupain."""

from __future__ import annotations

from functools import cache
from itertools import accumulate, product
from typing import TYPE_CHECKING

from confusables import words
from confusables.labels import LONGEST
from confusables.languages import LANGUAGES, by_code
from confusables.later import kept
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant
from confusables.signals.slip import both_everyday
from confusables.views import of_label, stemmer, told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confusables.views import View

__all__ = ["JOINER", "SIGNAL", "bag", "rotated"]

_SHORTEST = 3  # letters of a part
_LISTED = 0.6  # of the bits, where both names are words themselves
_READ = 8  # letters of two words that make another one
JOINER = 3  # letters of a linking word that may stand between


def bag(stems: tuple[str, ...]) -> str:
    """The words without their order."""
    return " ".join(sorted(stems))


def compare(new: View, old: View) -> Evidence | None:
    """The same words in another order, linking words and inflection aside."""
    if new.base == old.base:
        return None
    mine, theirs = (view.name.written or view.parts for view in (new, old))
    if len(mine) > 1 and sorted(mine) == sorted(theirs):
        return _found(new, old, " ".join(mine), " ".join(theirs))
    if min(len(new.base), len(old.base)) < 2 * _SHORTEST:
        return None
    bags = dict(_bags(new))
    for together, stems in _bags(old) if bags else ():
        other = bags.get(together)
        if other is None or other == stems:
            continue
        one, two = _said(new, other), _said(old, stems)
        if not _differ(new, old, zip(other, one, strict=True), zip(stems, two, strict=True)):
            return _found(new, old, " ".join(one), " ".join(two))
    return _rotated(new, old)


@kept
def _bags(view: View) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The stems of a name of several words, without their order and with it."""
    return tuple((bag(stems), stems) for stems in view.stems if len(stems) > 1)


def _said(view: View, stems: tuple[str, ...]) -> tuple[str, ...]:
    """The words with these stems."""
    cores = ((r.core, tuple(map(stemmer(r.language), r.core))) for r in view.readings)
    return next(core for core, stemmed in cores if stemmed == stems)


def _differ(
    new: View, old: View, mine: Iterable[tuple[str, str]], theirs: Iterable[tuple[str, str]]
) -> bool:
    """Whether words of one stem are two words in another language that both names are read in (live
    and life, which have one stem in Dutch), or have so few letters in common that it proves nothing
    (mate, matisse)."""
    both = {r.language for r in new.readings} & {r.language for r in old.readings}
    return any(
        any(both_everyday(one, other, code) for code in both)
        or (len(stem) <= _SHORTEST and not _are_forms(one, other, both))
        for (stem, one), (_, other) in zip(sorted(mine), sorted(theirs), strict=True)
        if one != other
    )


def _are_forms(one: str, other: str, codes: Iterable[str]) -> bool:
    """Whether two short words are surely forms of one: sol, soles; vino, vini."""
    spoken = [language for code in codes if (language := by_code(code))]
    return any(
        other == language.plural(one)
        or one == language.plural(other)
        or words.is_form(one, other, language.code)
        for language in spoken
    )


def _rotated(new: View, old: View) -> Evidence | None:
    parts = rotated(new.base, old.base)
    if parts is None:
        return None
    head, tail = parts
    spoken = [one for one in LANGUAGES if all(one.code in words.known(part) for part in parts)]
    if len(joiner := _joiner(new, old, parts)) == 1:
        # A letter of another word (veltrano is no vel ’t rano), or in a compound of others.
        if not any(joiner in one.linking for one in spoken) and (spoken or joiner != "s"):
            return None
    elif not joiner and not _are_parts(new, old, parts, spoken=bool(spoken)):
        return None
    return _found(new, old, f"{tail} {head}", f"{head} {tail}")


def _are_parts(new: View, old: View, parts: tuple[str, str], *, spoken: bool) -> bool:
    """Whether two parts, words of one language or not, are more than letters: where one name alone
    is a word and they are none of some length, or neither is read as them, nobody turns it round
    (london, donlon)."""
    if words.is_listed(new.base) != words.is_listed(old.base):
        return spoken and sum(map(len, parts)) >= _READ
    return spoken or any(
        len(part) in accumulate(map(len, reading.words))
        for view in (new, old)
        for part in parts
        if view.base.startswith(part)
        for reading in view.readings
    )


def _joiner(new: View, old: View, parts: tuple[str, str]) -> str:
    """What stands between two parts in the longer of two names, if anything does."""
    longer = max(new.base, old.base, key=len)
    first = next(part for part in parts if longer.startswith(part))
    return longer[len(first) : len(longer) - sum(map(len, parts)) + len(first)]


def rotated(new: str, old: str) -> tuple[str, str] | None:
    """The two parts of the old name that make the new one the other way round, with or without a
    linking word between them: solymar, marysol."""
    if abs(len(new) - len(old)) > JOINER or new[:_SHORTEST] not in old:
        return None
    for cut in range(_SHORTEST, min(len(new), len(old)) - _SHORTEST + 1):
        first = new[:cut]
        if not old.endswith(first):
            continue
        # What is left on either side is the other part, behind a joiner here and before one there.
        rest, before = new[cut:], old[:-cut]
        for size in range(min(JOINER, len(rest) - _SHORTEST) + 1):
            joiner, part = rest[:size], rest[size:]
            other = before[len(part) :]
            if (
                before.startswith(part)
                and (not joiner or joiner in joiners())
                and (not other or other == joiner or (not joiner and other in joiners()))
            ):
                return part, first
    return None


@cache
def joiners() -> frozenset[str]:
    """The short linking words of all languages."""
    return frozenset(
        word for language in LANGUAGES for word in language.linking if len(word) <= JOINER
    )


def _found(new: View, old: View, mine: str, theirs: str) -> Evidence:
    # Two words of a dictionary mean two things: houseboat, boathouse.
    listed = words.is_listed(new.base) and words.is_listed(old.base)
    # So do most of two about one linking word: oil for food, food for oil.
    listed = listed or _turned_about(new, old)
    return Evidence(
        Family.WORDS,
        "word-order",
        "reordered",
        Says(
            "the same words in another order: “{mine}” and “{theirs}”",
            {"mine": mine, "theirs": theirs},
        ),
        Kind.WORD_ORDER,
        told(new, old, 0.5, 40.0) * (_LISTED if listed else 1.0),
    )


def _turned_about(new: View, old: View) -> bool:
    """Whether a linking word that joins none stands between two words of both names, which are
    turned round about it."""
    for mine, theirs in product(new.readings, old.readings):
        language = by_code(mine.language)
        if language is None or mine.language != theirs.language or mine.core != theirs.core[::-1]:
            continue
        between = [w for w in mine.words[1:-1] if w in language.linking - language.joining]
        if between and between == [w for w in theirs.words[1:-1] if w in language.linking]:
            return True
    return False


def keys(view: View) -> Iterable[str]:
    """The bag of stems; letters in another order are found by the scan, which ignores order."""
    for together, _ in _bags(view):
        yield f"b:{together}"


def variants(view: View) -> Iterable[Variant]:
    """The first word of a core put last, and the last first."""
    for made in _turned(view):
        if compare(view, of_label(made)):
            yield Variant(made, 0.05)


def _turned(view: View) -> Iterable[str]:
    for core in view.cores:
        if 2 <= len(core) <= 4:
            for order in dict.fromkeys((core[1:] + core[:1], core[-1:] + core[:-1])):
                made = "".join(order)
                if order != core and len(made) <= LONGEST:
                    yield made


def asks(view: View) -> Iterable[str]:
    """The rows that are the words the other way round, however they are read."""
    for made in _turned(view):
        yield f"=:{made}"


SIGNAL = Signal("word-order", Family.WORDS, compare, keys, variants, asks)

"""Words: run-together names are split, words are weighed, and words of one meaning meet.

A label is read in each language by the cheapest chain of known words (a Viterbi over bits), with
the function words of that language cheap where they belong and dear elsewhere. Letters that are
no known word may stand in a chain, at a price, and one language's words in another's reading.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from confusables.fold import fold, is_emoji
from confusables.languages import LANGUAGES, by_code
from confusables.languages.stems import Stemmer, is_cut
from confusables.languages.verbs import NO_GERUNDS, as_form, as_verb, conjugated, is_ours, present
from confusables.model import Reading
from confusables.tables import open_table
from confusables.tables.vocabulary import vocabulary
from confusables.words.lattice import Lattice, Tongue, function_masks, lattice_of, tongues
from confusables.words.listed import is_generic, is_listed, is_name, is_town, known, rarity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = [
    "adjectives",
    "by_concept",
    "concepts",
    "is_adjective",
    "is_apart",
    "is_form",
    "is_generic",
    "is_listed",
    "is_name",
    "is_town",
    "known",
    "lemma",
    "rarity",
    "read",
    "read_inside",
    "senses",
]

_LAST: Final = 2
"""The place of a word that is neither the usual one for a meaning nor the next."""

_TELLING: Final = 6
"""Letters beyond which what an unknown word begins with is no accident."""

_ENDINGS: Final = ("s", "n", "e", "a", "o", "i", "es", "as", "os", "en", "er", "em", "ns", "ne")
"""What may be one there, in whatever language."""

_SHORTEST_FORM: Final = 6
"""Letters of a form of a verb: assez is none, and shorter ones are soon something else."""

_OF_SHORT: Final = range(7, 13)
"""Letters of a name whose words have three at most: sol y mar."""

_PART: Final = 4
"""Letters of the end of a compound."""

_LONGEST_RUN: Final = 50
"""A run of letters longer than this is read as one word."""

_MARGIN: Final = 7.0
"""Readings that cost this many bits more than the best are left out."""


@lru_cache(maxsize=16384)
def lemma(word: str, code: str) -> str:
    """The infinitive of a folded word that is a form of a verb alone: mangeons, manger; plantando,
    plantar. Any other word is its own: salons are more than one salon, although French has saler.

    Of several verbs it is the commonest, podemos of poder and not of podar. Forms of everyday verbs
    are theirs even where a noun looks the same, unless that is known to mean something else.
    """
    language = by_code(code)
    form = as_verb(word, code) if language else ""
    if form and _means_as_verb(form, code):
        return present(code)[form]
    if language is None or word in NO_GERUNDS or not word.endswith(_of_verbs(code)):
        return word
    if (word[-1] == "s" and code in known(word[:-1])) or f"{code}:{word}" in _concepts():
        return word
    if (ours := is_ours(word, code)) or len(word) < _SHORTEST_FORM:
        return conjugated(code)[word] if ours else word
    found = [
        (rarity(base + infinitive), place, base + infinitive)
        for infinitive, (gerund, *endings) in language.verbs.items()
        for place, ending in enumerate([*endings, *as_form(gerund)])
        if (base := word.removesuffix(ending)) != word
        # Where it is no person of a longer verb: intendo is of intendere, comando of comandare.
        and not (ending == gerund and code in known(word[:-1] + infinitive))
        and code in known(base + infinitive)
        and code in known(base + gerund)
    ]
    return min(found)[2] if found else word


def _means_as_verb(form: str, code: str) -> bool:
    """Whether a form of an everyday verb is no other word: canto is, but porto is a harbour."""
    table, verb = _concepts(), present(code)[form]
    own = dict(_placed(table.get(f"{code}:{form}", "")))
    return not own or not own.keys().isdisjoint(dict(_placed(table.get(f"{code}:{verb}", ""))))


@cache
def _of_verbs(code: str) -> tuple[str, ...]:
    language = by_code(code)
    forms = language.verbs.values() if language else ()
    return tuple(end for gerund, *ends in forms for end in (*ends, *as_form(gerund)))


@cache
def _concepts() -> dict[str, str]:
    """Concept ids and places, divided by spaces, by language and word or stem ("fr:panier",
    "it:san-")."""
    cells = open_table("concepts.tsv").decode("ascii").rstrip("\n").replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=True))


def by_concept() -> dict[int, dict[str, list[str]]]:
    """For each concept the words and stems that are of it alone, by language."""
    found: dict[int, dict[str, list[str]]] = {}
    for key, ids in sorted(_concepts().items()):
        code, _, word = key.partition(":")
        if " " not in ids:
            of_it = found.setdefault(int(ids.partition(":")[0]), {}).setdefault(code, [])
            of_it.append(word.removesuffix("-"))
    return found


@lru_cache(maxsize=16384)
def senses(word: str, code: str = "und") -> Mapping[int, int]:
    """The concepts of a folded word in a language, of its stem where it has none, and its place
    among the words that say each: 0 for the usual one, 1 for the next, 2 for all others.

    With ``und`` those in all languages: what means tea in one may be an article in another. Of
    letters that are no known word some at the end may be an ending, of long ones alone. A
    number means what its words do, and a form that has a meaning of its own also what its
    adjective does, as a word less usual for it: dry, Portuguese seca, which is a drought too.
    """
    spoken = known(word)
    found: dict[int, int] = {}
    one = by_code(code)
    for language in (one,) if one else LANGUAGES:
        if word in language.numbers:  # the first word is the number itself: two, and not second
            found.update(senses(language.numbers[word][0], language.code))
            continue
        forms = [word]
        if language.code in spoken:
            forms.append(language.stem(lemma(word, language.code)))
        elif len(word) > _TELLING:
            forms += (word.removesuffix(end) for end in _ENDINGS if word.endswith(end))
        listed = [_cell(form, word, language.code) for form in forms if len(form) > 1]
        for number, place in _placed(next(filter(None, listed), "")):
            found[number] = min(place, found.get(number, _LAST))
        if language.code in spoken and is_form(word, forms[-1], language.code):
            for number, place in _placed(listed[-1]):
                if number in adjectives():
                    found.setdefault(number, min(place + 1, _LAST))
    return dict(sorted(found.items()))


def _cell(form: str, word: str, code: str) -> str:
    """What the table has of a form of a word: what a word of these letters means, unless that is
    another one (sol of solo), else what is meant by all words of this stem."""
    key = f"{code}:{form}"
    said = "" if is_cut(form, word, code) else _concepts().get(key, "")
    return said or (_concepts().get(f"{key}-", "") if form != word else "")


def _placed(cell: str) -> Iterator[tuple[int, int]]:
    """The concepts of a cell, each with the place of the word among those that say it."""
    for told in cell.split():
        number, _, place = told.partition(":")
        yield int(number), int(place or 0)


def is_form(one: str, other: str, code: str) -> bool:
    """Whether two words are surely forms of one in a language, whatever else they mean: mice, or
    forms of an everyday verb: kocht."""
    language = by_code(code)
    stem = language.stem if language else None
    if isinstance(stem, Stemmer):
        if stem.sure(one, other):
            return True
        if (whole := stem.whole(one, other)) and _is_word(whole, code):
            return True
    verb = lemma(one, code)
    return verb == lemma(other, code) and bool(as_verb(one, code) or as_verb(other, code))


def _is_word(whole: str, code: str) -> bool:
    """Whether a language has a word, or one that ends a compound: besuchen is no small besu."""
    if code in known(whole):
        return True
    language = by_code(code)
    ends = range(_PART - 1, len(whole) - _PART + 1)
    return bool(language and language.compounds) and any(code in known(whole[at:]) for at in ends)


def is_apart(one: str, other: str, code: str) -> bool:
    """Whether two words of one stem have endings that agreeing words alone have both of, and are
    none (fliege and flieger, porta and porto), or one is a person of a verb and the other is of no
    verb: arbeitet and arbeiter."""
    if is_cut(one, other, code):
        return True
    language = by_code(code)
    stem = language.stem if language else None
    if stem and stem(one) != stem(other) and (as_verb(one, code) or as_verb(other, code)):
        return lemma(one, code) != lemma(other, code)
    if not isinstance(stem, Stemmer) or not stem.cross(one, other):
        return False
    return not (is_adjective(one, code) or is_adjective(other, code))


@cache
def adjectives() -> frozenset[int]:
    """The concepts that are adjectives and little else."""
    return frozenset(map(int, _concepts()["adjectives"].split()))


def is_adjective(word: str, code: str) -> bool:
    """Whether a folded word is an adjective and little else in a language: bleu, publique."""
    found = senses(word, code)
    return bool(found) and adjectives().issuperset(found)


def concepts(word: str, code: str = "und") -> tuple[int, ...]:
    """The concepts of a folded word in a language, in order: see ``senses``."""
    return tuple(senses(word, code))


def _runs(text: str) -> Iterator[str]:
    """Runs of letters, runs of digits and single emoji of a folded label; all else divides."""
    at = 0
    while at < len(text):
        if not text[at].isalnum():
            if is_emoji(text[at]):
                yield text[at]
            at += 1
            continue
        digit = text[at].isdecimal()
        end = at + 1
        while end < len(text) and text[end].isalnum() and text[end].isdecimal() == digit:
            end += 1
        yield text[at:end]
        at = end


def _splittable(run: str) -> bool:
    return 3 < len(run) <= _LONGEST_RUN and run.isascii() and run.isalpha()


class _Parts(NamedTuple):
    """A label ready to be read: its runs, and the lattices of those that may be split."""

    runs: tuple[str, ...]
    lattices: tuple[Lattice | None, ...]

    def read(self, bit: int, whose: frozenset[str] = frozenset()) -> tuple[float, tuple[str, ...]]:
        """The cheapest chain and its bits. A run that is a word of the language is no possessive,
        ``whose``, and another word: suspension."""
        total = 0.0
        words: list[str] = []
        for run, known_words in zip(self.runs, self.lattices, strict=True):
            if known_words is None:
                words.append(run)
                continue
            cost, parts = known_words.best(bit)
            total += cost
            whole = not whose.isdisjoint(parts) and vocabulary().mask(run) & bit
            words.extend((run,) if whole else parts)
        return total, tuple(words)


def _parts(folded: str) -> _Parts:
    runs = tuple(_runs(folded))
    tight = any(not c.isalnum() for c in folded.strip("-"))
    last = len(runs) - 1
    return _Parts(
        runs,
        tuple(
            lattice_of(run, place == 0, place == last, tight) if _splittable(run) else None
            for place, run in enumerate(runs)
        ),
    )


def read(label: str, written: tuple[str, ...] = ()) -> tuple[Reading, ...]:
    """The readings of a Unicode label, the best first, at most one a language.

    ``written`` are the words as their owner typed them: two and more give the first reading,
    ``und``; one may be several run together, and is read as the label is.
    Where no language reads the label, one reading ``und`` has the names that it is made of, or
    the label as one word. Empty only for a label without any letter or digit.
    """
    return _read(label, written)


@lru_cache(maxsize=8192)
def _read(label: str, written: tuple[str, ...]) -> tuple[Reading, ...]:
    parts = _parts(fold(label))
    found = _readings(parts)
    words = tuple(run for word in written for run in _runs(fold(word))) or parts.runs
    if not written or len(words) == 1:
        return found
    readings = tuple(reading for reading in found if reading.language != "und")
    apart = set(accumulate(map(len, words)))  # nobody reads infos ante where info-santé is typed
    readings = tuple(r for r in readings if apart <= set(accumulate(map(len, r.words)))) or readings
    core = _core_of_written(words, readings[0].language if readings else "und")
    return (Reading("und", words, core), *readings)


def read_inside(letters: str, *, begins: bool) -> Iterator[Reading]:
    """How letters that begin a longer name, or else end it, are read in each language: what stands
    at their other end is no end of a name, so that it may be a linking word (casinodel)."""
    run = lattice_of(letters, begins, not begins, False)
    for tongue in tongues():
        _, said = run.best(tongue.bit)
        yield Reading(tongue.code, said, _core(said, tongue.function))


def _readings(parts: _Parts) -> tuple[Reading, ...]:
    runs = parts.runs
    if not runs:
        return ()
    neutral, names = parts.read(0)
    mask = 0
    for run, found in zip(runs, parts.lattices, strict=True):
        mask |= found.masks if found else vocabulary().mask(run)
    scored = []
    for tongue in tongues():
        if mask & tongue.bit:
            total, words = parts.read(tongue.bit, tongue.whose)
            if total <= neutral + _MARGIN and _speaks(words, tongue):
                scored.append((total, tongue, words))
    if not scored and len(runs) == 1 and len(runs[0]) in _OF_SHORT:
        scored = [one for one in _of_short(parts, mask) if one[0] <= neutral + _MARGIN]
    if not scored:
        return (Reading("und", names, names),)
    scored.sort(key=lambda item: item[0])
    most = scored[0][0] + _MARGIN
    return tuple(_reading(tongue, words) for total, tongue, words in scored if total <= most)


def _reading(tongue: Tongue, words: tuple[str, ...]) -> Reading:
    """What the splitter found, an article and a possessive as two words."""
    if not tongue.articled.keys().isdisjoint(words):
        words = tuple(part for word in words for part in tongue.articled.get(word, (word,)))
    return Reading(tongue.code, words, _core(words, tongue.function))


def _speaks(words: tuple[str, ...], tongue: Tongue) -> bool:
    """Whether a reading has a word of the language, or one of its determiners before a name."""
    masks = [vocabulary().mask(w) for w in words if len(w) > 2 and w not in tongue.function]
    if any(mask & tongue.bit for mask in masks):
        return True
    first = words[0]
    determiner = function_masks().get(first, (0, 0))[0] & tongue.bit
    return bool(determiner and len(words) > 1 and len(first) > 1 and 0 in masks)


def _of_short(parts: _Parts, mask: int) -> Iterator[tuple[float, Tongue, tuple[str, ...]]]:
    """The readings in languages that have short words alone in a name, all of it: luz del mar."""
    table, run = vocabulary(), parts.runs[0]
    ends = (table.mask(run[-3:]) | table.mask(run[-2:])) & ~mask
    for tongue in tongues():
        if ends & tongue.bit:
            total, words = parts.read(tongue.bit)
            said = (word in tongue.function or table.mask(word) & tongue.bit for word in words)
            if len(words) > 1 and max(map(len, words)) > 2 and all(said):
                yield total, tongue, words


def _core(words: tuple[str, ...], function: frozenset[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in function) or words


def _core_of_written(words: tuple[str, ...], code: str) -> tuple[str, ...]:
    """What a reader of the language leaves out; without one, a first determiner of any."""
    for tongue in tongues():
        if tongue.code == code:
            return _core(words, tongue.function)
    if len(words) > 1 and function_masks().get(words[0], (0, 0))[0]:
        return words[1:]
    return words

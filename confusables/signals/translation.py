"""Translation: the same meaning in another language: bluebasket and panierbleu."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, islice, product
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import OSA

from confusables import words
from confusables.determiners import is_phrase
from confusables.fold import bare
from confusables.languages import LANGUAGES, by_code
from confusables.later import kept
from confusables.model import Evidence, Family, Kind, Says, Signal
from confusables.signals import inflection, slip, subject, word_order
from confusables.views import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from confusables.model import Reading
    from confusables.views import View

__all__ = ["SIGNAL"]

_MOST = 24
_SHORTEST = 3  # letters: shorter ones are mostly accidents of the splitter
_GENERIC = 0.75  # of the bits, where all words of two languages are of trades: what a shop is
_ENOUGH = 26.0  # bits of a meaning that is not everyday
_GUESSED = 0.85  # of the bits: about so many of an encoder's guesses are right
_NO_ACCIDENT = 7  # letters of a name that may be two words although no language reads it so
_STEM = 4  # letters that forms of one word share
_LOOSE = 2  # places of words together, from which on a meaning is told in other words
_BESIDE, _LEFT_OUT, _LESS = 2, 8, 0.9  # words beside a generic one, its places, and of the bits
_SLIPS = 2  # between spellings of one word: tires, tyres
_TELLING = -1.5  # the strength of slips from which on letters tell how near two names are
# Whose it is means something too: my farm and mein bauernhof. Numbered apart from the concepts.
_WHOSE = {whose: -1 - at for at, whose in enumerate(("my", "your", "our", "their"))}
_DOES = -1 - len(_WHOSE)  # that somebody does what the other concepts say
_WHOSE_BITS = 8.0  # about one name in 250 says my, or the like
_READ_BY_MOST = {"en"}
_CLAUSE = 2  # a place for function words that do not belong to a phrase


class Meant(NamedTuple):
    """The core that means something, what of the name says so, and whether a determiner is there.

    ``said`` is the core, and the possessive where the meaning holds whose it is. ``head`` is the
    concept that the other of two tells of, where their places say so.
    """

    core: tuple[str, ...]
    said: tuple[str, ...]
    determined: bool
    language: str
    head: int | None
    place: int  # 0 where each word is the usual one for its meaning; see words.senses
    guessed: bool = False  # by an encoder


@kept
def meanings(view: View) -> Mapping[tuple[int, ...], Meant]:
    """Each combination of concepts that a name may mean, order aside, with its words.

    Of a name with a possessive also those with whose it is, a negative number beside the concepts.
    """
    return _of_words(view, _MOST)


def _of_words(view: View, most: int) -> Mapping[tuple[int, ...], Meant]:
    """The meanings of the readings of so many words at most, and of who does something."""
    found = _meanings(
        tuple(
            (code, reading.words, reading.core)
            for reading in view.readings
            if 0 < len(reading.core) <= most
            for code in _read_in(reading)
        ),
        tuple(view.meant.items()),
    )
    return {**found, **dict(done)} if (done := _done(view.base)) else found


@lru_cache(maxsize=4096)
def _done(base: str) -> tuple[tuple[tuple[int, ...], Meant], ...]:
    """What a name means that says who does something, whoever that is: ich koche, ik kook. A verb
    alone tells little."""
    found = []
    for act in subject.acts(base):
        core = (act.verb, *act.things)
        for combination in _combined(_senses(core, act.code, {}) or [{}]):
            concepts = (_DOES, *sorted(concept for concept, _ in combination))
            place = sum(place for _, place in combination) + (0 if act.things else _LOOSE)
            found.append((concepts, Meant(core, act.said, False, act.code, None, place)))
    return tuple(found)


def _read_in(reading: Reading) -> Iterable[str]:
    """The languages that several words may be read in: without one each of them, for no name means
    one word in one language and the next in another."""
    if reading.language == "und" and len(reading.core) > 1:
        return (language.code for language in LANGUAGES)
    return (reading.language,)


@lru_cache(maxsize=4096)
def _meanings(
    read: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...],
    meant: tuple[tuple[str, tuple[int, ...]], ...],
) -> Mapping[tuple[int, ...], Meant]:
    found: dict[tuple[int, ...], Meant] = {}
    guesses = dict(meant)
    cores = ((code, said, core, place) for code, said, all_ in read for core, place in _plain(all_))
    for code, read_words, core, apart in cores:
        if any(len(word) < _SHORTEST and not word.isdecimal() for word in core):
            continue
        guessed = not guesses.keys().isdisjoint(core)
        senses = _senses(core, code, guesses)
        # A word with a meaning of its own means what its two words do as well: yellowpages.
        split = _compound(core[0], code) if len(core) == 1 and not guessed else ()
        if not senses:
            continue
        beside = _determiners(code, read_words, core)
        ways: list[tuple[tuple[int, ...], tuple[str, ...]]] = [((), core)]
        for word in beside:
            said = tuple(w for w in read_words if w == word or w in core)
            ways += [((whose,), said) for whose in _whose(code, word)]
        clause = apart + (0 if is_phrase(code, read_words) else _CLAUSE)
        for combination in chain(_combined(senses), _combined(split) if split else ()):
            place = clause + sum(place for _, place in combination)
            order = tuple(concept for concept, _ in combination)
            head = _head(code, read_words, core, order)
            for whose, said in ways:
                concepts = tuple(sorted((*whose, *order)))
                if concepts not in found or place < found[concepts].place:
                    found[concepts] = Meant(core, said, bool(beside), code, head, place, guessed)
    return found


def _plain(core: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], int]]:
    """A core, and what is left of several words without a generic one at an end, with its place:
    online in greenboatonline, beside bateauvert."""
    yield core, 0
    if len(core) > _BESIDE:
        for generic, rest in ((core[-1], core[:-1]), (core[0], core[1:])):
            if words.is_generic(generic) and not all(map(words.is_generic, rest)):
                yield rest, _LEFT_OUT


def _head(
    code: str, read_words: Sequence[str], core: Sequence[str], order: Sequence[int]
) -> int | None:
    """Of two concepts the one that the other tells of (blue basket, panier bleu: the basket), None
    where the order does not say.

    Behind a linking word stands what tells; of a noun and an adjective it is the adjective, but
    where all that tells stands before a noun; elsewhere two nouns (monde football) leave it open.
    """
    language = by_code(code)
    if language is None or len(order) != 2 or order[0] == order[1]:
        return None
    if len(core) == 2:
        start = read_words.index(core[0]) + 1
        between = set(read_words[start : read_words.index(core[1], start)])
        if between & language.linking:
            return None if between & language.joining else order[0]
    if language.nouns_last:
        return order[1]
    nouns = [concept for concept in order if concept not in words.adjectives()]
    return nouns[0] if len(nouns) == 1 else None


def _combined(senses: Sequence[Mapping[int, int]]) -> Iterator[tuple[tuple[int, int], ...]]:
    """What some words may mean together: a concept and its place of each."""
    return islice(product(*(some.items() for some in senses)), _MOST)


def _senses(
    core: Sequence[str], code: str, guesses: Mapping[str, tuple[int, ...]]
) -> list[Mapping[int, int]]:
    """What each word may mean, of one that is a compound its two words; empty where one means
    nothing."""
    senses: list[Mapping[int, int]] = []
    for word in core:
        if word in guesses:
            senses.append(dict.fromkeys(guesses[word], 0))
        elif known := words.senses(word, code):
            senses.append(known)
        elif parts := _compound(word, code):
            senses += parts
        else:
            return []
    return senses


@lru_cache(maxsize=4096)
def _compound(word: str, code: str) -> tuple[Mapping[int, int], ...]:
    """What the two words of a compound mean, the commonest two that it can be: honeybee.

    Of a word that is read in no language those of the first that it is a compound of.
    """
    if code == "und" and len(word) < _NO_ACCIDENT:
        return ()
    found: dict[str, dict[tuple[float, str], tuple[Mapping[int, int], ...]]] = {}
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        first, second = word[:cut], word[cut:]
        spoken = words.known(first)
        for said_in in words.known(second) if spoken else ():
            if said_in in spoken and code in (said_in, "und"):
                meant = words.senses(first, said_in), words.senses(second, said_in)
                if all(meant):
                    rarity = words.rarity(first) + words.rarity(second)
                    found.setdefault(said_in, {})[rarity, first] = meant
    told = next((found[one.code] for one in LANGUAGES if one.code in found), None)
    return told[min(told)] if told else ()


def _determiners(code: str, read_words: Sequence[str], core: Sequence[str]) -> list[str]:
    """The determiners beside a core."""
    language = by_code(code)
    if language is None:
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
    # A generic word may be left out of a core.
    theirs = _of_words(old, max(map(len, mine)) + 1) if mine else {}
    # The most words that mean something, of as many the usual ones.
    both = mine.keys() & theirs.keys()
    for concepts in sorted(both, key=lambda c: (-len(c), mine[c].place + theirs[c].place, c)):
        one, other = mine[concepts], theirs[concepts]
        differ = _differ(new, old, one, other, several=len(concepts) > 1)
        if not differ or _told_apart(new, old, one.core, other.core):
            continue
        heads = {one.head, other.head}  # king of games, game of the king
        turned = None not in heads and len(heads) > 1 and set(one.core).isdisjoint(other.core)
        level = _level(one.place + other.place if not turned else _LOOSE)
        if len(concepts) - len(_digits(one) & _digits(other)) == 1:
            level = "determined" if one.determined and other.determined else "one-word"
        values = {"mine": " ".join(one.said), "theirs": " ".join(other.said)}
        scale = told(new, old, _WHOSE_BITS / _ENOUGH if concepts[0] < 0 else 0.0, _ENOUGH)
        if all(map(words.is_generic, (*one.core, *other.core))):  # boutique velo, bike shop
            scale *= _GENERIC
        left = one.place + other.place >= _LEFT_OUT and one.language != other.language
        scale *= _LESS if left else 1.0
        if one.guessed or other.guessed:
            scale *= _GUESSED
            values["encoder"] = new.encoder or old.encoder  # a spelling is not asked about
        return _found(level, values, scale)
    return _beside_a_word(new, old)


def _digits(meant: Meant) -> set[str]:
    """The numbers in digits: what both have so is translated in neither."""
    return {word for word in meant.core if word.isdecimal()}


def _level(place: int) -> str:
    """How near the words of a meaning are to the usual ones."""
    return ("all-words", "mostly", "loosely")[min(place, _LOOSE)]


def _beside_a_word(new: View, old: View) -> Evidence | None:
    """The same meaning beside a word of both: bistrobleu, bluebistro; kuvarolaw, kuvarolegal.

    What it is worth goes by how much the words tell that are not shared: little of generic ones.
    """
    if new.said.isdisjoint(old.said):
        return None
    best: tuple[int, float, Evidence] | None = None
    for mine, theirs in product(new.cores, old.cores):
        shared = set(mine) & set(theirs) if abs(len(mine) - len(theirs)) < 2 else ()
        if not any(len(word) >= _SHORTEST for word in shared):
            continue
        one = tuple(word for word in mine if word not in shared)
        other = tuple(word for word in theirs if word not in shared)
        if not one or not other:  # one word may be a compound: blumenladen, boutique de fleurs
            continue
        if _told_apart(new, old, one, other):
            continue
        places = [
            place
            for code, their_code in product(_read_as(new, mine), _read_as(old, theirs))
            if (place := _same_meaning(one, code, other, their_code)) is not None
        ]
        if places:
            scale = min(1.0, sum(map(words.rarity, (*one, *other))) / 2 / _ENOUGH)
            if best is None or (min(places), -scale) < best[:2]:
                values = {"mine": " ".join(one), "theirs": " ".join(other)}
                best = min(places), -scale, _found(_level(min(places)), values, scale)
    return best[2] if best and not inflection.compare(new, old) else None


def _found(level: str, values: Mapping[str, str], scale: float) -> Evidence:
    if "encoder" in values:
        says = Says("“{mine}” and “{theirs}” mean the same, as {encoder} has it", values)
    else:
        says = Says("“{mine}” and “{theirs}” mean the same", values)
    return Evidence(Family.CONCEPT, "translation", level, says, Kind.TRANSLATION, scale)


def _told_apart(new: View, old: View, mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the words mean something else each in a language that readers of both names think
    of, and the same in none: who reads bear house and beer house in English thinks of no Dutch
    beer, which is a bear; who reads shop and store there of no French store, which is a blind.

    That is the likeliest language of both, and English, which most people read.
    """
    likeliest = {new.best.language} & {old.best.language} - {"und"}
    spoken = likeliest | (_codes(new) & _codes(old) & _READ_BY_MOST)
    meant = [(_meant_by(mine, code), _meant_by(theirs, code)) for code in spoken]
    apart = [one.isdisjoint(other) for one, other in meant if one and other]
    return bool(apart) and all(apart)


def _codes(view: View) -> set[str]:
    return {code for reading in view.readings for code in _read_in(reading)}


@lru_cache(maxsize=16384)
def _meant_by(said: tuple[str, ...], code: str) -> frozenset[tuple[int, ...]]:
    """What words may mean in a language, order aside."""
    return frozenset(_meanings(((code, said, said),), ()))


def _read_as(view: View, core: tuple[str, ...]) -> list[str]:
    """The languages in which a name is read as these words."""
    return [reading.language for reading in view.readings if reading.core == core]


@lru_cache(maxsize=16384)
def _same_meaning(
    mine: tuple[str, ...], code: str, theirs: tuple[str, ...], their_code: str
) -> int | None:
    """How near the usual ones words are that mean the same, order aside; None where they do not,
    and where letters tell how near they are: dental and dentist are two words, dentist one."""
    near = OSA.distance("".join(mine), "".join(theirs), score_cutoff=_SLIPS) <= _SLIPS
    if near and (code == their_code or not _others(mine, theirs, 0)):
        return None
    one = _meanings(((code, mine, mine),), ())
    other = _meanings(((their_code, theirs, theirs),), ())
    both = one.keys() & other.keys()
    return min((one[k].place + other[k].place for k in both), default=None)


def _differ(new: View, old: View, one: Meant, other: Meant, *, several: bool) -> bool:
    """Whether each core has a word that is no form of one in the other, nor, in one language, a
    slip away from it: inflection and spelling are no translation.

    In two languages words of one origin are one all the same (climate change, changement
    climatique), where neither their letters nor other signals tell how near the names are.
    """
    if inflection.compare(new, old) or word_order.rotated(new.base, old.base):
        return False  # houseboat, boathouse
    slips = _SLIPS if one.language == other.language else 0
    if _others(one.core, other.core, slips) and _others(other.core, one.core, slips):
        return True
    if slips or set(one.core) <= set(other.core) or set(other.core) <= set(one.core):
        return False
    near = OSA.distance(new.base, old.base, score_cutoff=_SLIPS) <= _SLIPS
    # Of several words one that is another in each makes letters tell little: landhaus, landhuis.
    if near and several and slip.of_slips(new, old) < _TELLING:
        return True
    return not (near or word_order.compare(new, old))


def _others(mine: tuple[str, ...], theirs: tuple[str, ...], slips: int) -> bool:
    return any(all(not _alike(word, other, slips) for other in theirs) for word in mine)


def _alike(word: str, other: str, slips: int) -> bool:
    return (
        word == other
        or bare(word)[:_STEM] == bare(other)[:_STEM]
        or (slips > 0 and OSA.distance(word, other) <= slips)
    )


def keys(view: View) -> Iterable[str]:
    """The concepts without their order."""
    for concepts in meanings(view):
        yield f"c:{' '.join(map(str, concepts))}"


SIGNAL = Signal("translation", Family.CONCEPT, compare, keys)

"""A Name as the signals see it: its folded letters, readings, sounds and skeletons, made once."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from itertools import accumulate, chain, takewhile
from typing import TYPE_CHECKING, NamedTuple

from confusables import words
from confusables.affixes import prefix_share
from confusables.determiners import (
    COINED_REST,
    SHORT_REST,
    Bare,
    determiners,
    elided,
    longest_determiner,
    one_letter,
    read_behind,
    runs_across,
    stands_before,
)
from confusables.fold import fold, letters
from confusables.languages import LANGUAGES, by_code, phones
from confusables.languages.verbs import present
from confusables.later import cached_property
from confusables.model import Reading
from confusables.names import from_labels
from confusables.skeleton import lookalike, skeleton

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from confusables.model import Encoder, Evidence, Language, Name, Speaker

__all__ = [
    "Aids",
    "View",
    "base_form",
    "is_plain_plural",
    "numbers",
    "of_label",
    "stemmer",
    "told",
]


_SCRAP = 2  # letters of a word that may be an accident
_TELLING = 4  # letters of a word that an encoder is asked about
_COMMON = 0.1  # the share of a determiner that many names begin with: la, le, el, de, ma


class View:
    """A Name with the derived forms that signals compare; each is made at its first use."""

    # How the label sounds in each language as a speaker says it, and who that is. See Aids.
    voiced: Mapping[str, str] = {}
    voice = ""
    # The concepts of words that the table lacks, and who says so. See Aids.
    meant: Mapping[str, tuple[int, ...]] = {}
    encoder = ""

    def __init__(self, name: Name, readings: tuple[Reading, ...] | None = None) -> None:
        self.name = name
        self.met: dict[View, tuple[Evidence, ...]] = {}
        if readings is not None:
            self.readings = readings

    def under(self, suffix: str | None) -> View:
        """The same label under another suffix; what was made of the label is not made anew.

        ``met`` is shared: what signals that ask for no suffix found beside another name.
        """
        other = View(replace(self.name, suffix=suffix))
        made = vars(self).copy()  # at one stroke: another thread may be making a part
        for part in ("name", "own"):  # which go by the suffix
            made.pop(part, None)
        vars(other).update(made)
        return other

    @cached_property
    def text(self) -> str:
        """The label's letters and digits, accents kept, hyphens dropped."""
        return "".join(c for c in self.name.unicode if c not in "-·'’")

    @cached_property
    def base(self) -> str:
        """The form that is searched: see ``base_form``."""
        return base_form(self.name.unicode)

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The folded pieces between hyphens."""
        return tuple(p for p in fold(self.name.unicode).split("-") if p)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The name as words, best reading first."""
        return words.read(self.name.unicode, self.name.written)

    @cached_property
    def best(self) -> Reading:
        """The best reading in a language, else the words as written, else the label as a word."""
        spoken = (r for r in self.readings if r.language != "und")
        whole = Reading("und", (self.base,), (self.base,))
        return next(spoken, self.readings[0] if self.readings else whole)

    @cached_property
    def whole(self) -> tuple[Reading, ...]:
        """The readings all of whose words are of their language. A number is of none here: it tells
        nothing of what two names mean or how they sound."""
        return tuple(r for r in self.readings if all(r.language in words.known(w) for w in r.words))

    @cached_property
    def own(self) -> Reading:
        """The reading that a reader is likeliest to have, of those all of whose words are of their
        language, but for numbers, or else names: in one spoken under the suffix, English, the
        first; else the best. A brand of several words is read as typed, if a language has all."""
        suffix = (self.name.suffix or "").rpartition(".")[2]
        whole = self._as_typed() or [r for r in self.readings if _is_whole(r)]
        free = () if self.name.written[1:] else self.readings
        read = chain(whole, filter(_is_named, free))
        local = (r for r in read if (of := by_code(r.language)) and suffix in of.suffixes)
        english = (r for r in whole if r.language == "en")
        return next(chain(local, english, whole, filter(_is_named, free)), self.best)

    @property
    def tongue(self) -> str:
        """The language whose words come to mind beside the name; ``und`` for one that is read by
        halves, in a language that is not spoken under its ending: ferro wyn, in Spanish."""
        own, suffix = self.own, (self.name.suffix or "").rpartition(".")[2]
        spoken = by_code(own.language)
        local = spoken is not None and (not suffix or suffix in spoken.suffixes)
        return own.language if local or _is_whole(own) else "und"

    def _as_typed(self) -> list[Reading]:
        """The words of a brand as readings of the languages that have them all."""
        typed = self.name.written
        spoken = set.intersection(*(set(words.known(word)) for word in typed)) if typed[1:] else ()
        return [
            Reading(one.code, typed, tuple(w for w in typed if w not in beside) or typed)
            for one in LANGUAGES
            if one.code in spoken
            for beside in [one.determiners | one.linking]
        ]

    @cached_property
    def cores(self) -> tuple[tuple[str, ...], ...]:
        """The distinct cores of the readings: words without determiners and linking words."""
        return tuple(dict.fromkeys(r.core for r in self.readings if r.core))

    @cached_property
    def said(self) -> frozenset[str]:
        """The words of all cores."""
        return frozenset(chain.from_iterable(reading.core for reading in self.readings))

    @cached_property
    def information(self) -> float:
        """How much the name tells, in bits: the sum of its words' rarity in its likeliest reading.
        To share a short name or common words proves little."""
        whole = words.rarity(self.base)
        return min([whole, *(sum(map(words.rarity, core)) for core in self.cores)])

    @cached_property
    def skeleton(self) -> str:
        """The UTS 39 skeleton of the label."""
        return skeleton(self.name.unicode)

    @cached_property
    def lookalike(self) -> str:
        """The folded letters with ASCII look-alikes (rn, m; 0, o) made one."""
        return lookalike(self.base)

    @cached_property
    def sounds(self) -> dict[str, str]:
        """How the label sounds in each language, as phones."""
        return {language.code: self.sound(language) for language in LANGUAGES if self.spoken}

    @cached_property
    def worded(self) -> dict[str, str]:
        """How the label sounds said word by word, in each language that reads it as several words
        of its own. Letters that are silent at the end of a word are so inside a name: petits pas.
        """
        return {
            reading.language: phones.undouble(
                "".join(_sound_of(word, reading.language) for word in reading.words)
            )
            for reading in self.readings
            if len(reading.words) > 1
            and (language := by_code(reading.language))
            and "".join(reading.words) == self.spoken
            and all(_spoken(word, language) for word in reading.words)
        }

    def sound(self, language: Language) -> str:
        """How the label sounds in a language; empty where it is not read aloud."""
        return language.sound(self.spoken) if self.spoken else ""

    @cached_property
    def spoken(self) -> str:
        """What is read aloud, in Latin letters; empty for a script that is not romanised."""
        from confusables.languages.romanise import romanise

        latin = self.base.isascii() and fold(self.text).isascii()
        text = self.text if latin else romanise(self.text)
        return text if text and any(c.isalpha() for c in text) else ""

    @cached_property
    def bares(self) -> tuple[Bare, ...]:
        """The name without the determiner that may stand first, every plausible way; not where
        letters begin a longer word: any market is no an and ymarket."""
        found = {
            Bare(start, self.base[len(start) :])
            for size in range(1, longest_determiner() + 1)
            if (start := self.base[:size]) in determiners() and self._parts_after(start)
        }
        if contracted := self._contracted():
            found.add(contracted)
        if one_letter(self.base[:1], self.base[1:]):
            found.add(Bare(self.base[0], self.base[1:]))
        return tuple(sorted(bare for bare in found if not self._begins_longer(*bare)))

    def _begins_longer(self, determiner: str, rest: str) -> bool:
        """Whether the likeliest reading begins with a word or a name that goes on behind a
        determiner and is none itself, before nothing but words, though the rest is no word."""
        first, *others = self.best.words
        if determiner in (*self.name.written[:1], *self.parts[:1]) or words.is_listed(rest):
            return False
        longer = len(first) > len(determiner) and first not in determiners()
        whole = bool(others) and all(len(word) > 1 and words.known(word) for word in others)
        return longer and whole and words.is_listed(first)

    def _contracted(self) -> Bare | None:
        """The likeliest reading without a contracted or one-letter article that it begins with."""
        said, core = self.best.words, self.best.core
        spoken, known = by_code(self.best.language), words.known(self.base)
        if spoken is None or len(said) < 2 or core[:1] == said[:1]:
            return None
        # A word of the language is cut nowhere, nor is a name of people or places.
        if spoken.code in known or (words.is_listed(self.base) and not known):
            return None
        first, rest = said[0], self.base[len(said[0]) :]
        article = first in spoken.contracted or (len(first) == 1 and first in spoken.determiners)
        long = len(rest) > SHORT_REST or (
            len(rest) == SHORT_REST and bool(words.senses(rest, spoken.code))
        )
        return Bare(first, rest) if article and long and all(map(words.known, said[1:])) else None

    def _parts_after(self, determiner: str) -> bool:
        """Whether the determiner may be one here, rather than the beginning of a word."""
        rest = self.base[len(determiner) :]
        if self.name.written[:1] == (determiner,) and rest:
            return True
        apart = self.parts[:1] == (determiner,)
        whole = {self.base, *self.parts[:1], *self.name.written[:1]}
        if not apart and (any(map(words.is_listed, whole)) or runs_across(determiner, rest)):
            return False
        if len(determiner) == 1:
            return len(rest) > SHORT_REST and elided(determiner, rest) and self.reads(determiner)
        if len(rest) > SHORT_REST and (apart or self.reads(determiner)):
            common = len(determiner) > 2 or prefix_share(determiner) >= _COMMON
            return (common and (apart or len(rest) >= COINED_REST)) or read_behind(determiner, rest)
        return stands_before(determiner, rest)

    def reads(self, determiner: str) -> bool:
        """Whether a reading has the determiner first, as a word or two, left out of the core."""
        return any(
            determiner in accumulate(takewhile(r.core[0].__ne__, r.words))
            for r in self.readings
            if r.core
        )

    @cached_property
    def stems(self) -> tuple[tuple[str, ...], ...]:
        """The cores as light stems, each in the language of its reading."""
        found = []
        for reading in self.readings:
            stem = stemmer(reading.language)
            found.append(tuple(stem(w) for w in reading.core))
        return tuple(dict.fromkeys(s for s in found if s))


def _is_whole(reading: Reading) -> bool:
    """Whether all words of a reading are of its language; numbers are of every one."""
    said = [word for word in reading.words if not word.isdecimal()]
    return bool(said) and all(reading.language in words.known(word) for word in said)


def _is_named(reading: Reading) -> bool:
    """Whether the words of a reading are of its language or the names of people and places, not all
    of them names."""
    foreign = [word for word in reading.words if reading.language not in words.known(word)]
    named = all(words.is_town(word) or words.is_name(word) for word in foreign)
    return named and len(foreign) < len(reading.words)


def of_label(label: str, suffix: str | None = None) -> View:
    """The View of a sound label, as a corpus holds it."""
    return View(from_labels(label, suffix))


class Aids(NamedTuple):
    """What a caller wants asked beside rules and tables: another ear, another dictionary.

    They are asked before signals look at a view: what these make of it stays with it.
    """

    speaker: Speaker | None = None
    encoder: Encoder | None = None

    def ask(self, views: Sequence[View]) -> Sequence[View]:
        """The views, with what the aids say of them; each is asked once for all."""
        self.ask_meanings(views)
        if self.speaker is not None:
            said = self.speaker.sounds([view.spoken for view in views])
            for view, sounds in zip(views, said, strict=True):
                view.voiced, view.voice = sounds, self.speaker.name
        return views

    def ask_meanings(self, views: Sequence[View]) -> None:
        """Ask about the words of the views that no concept is known of."""
        if self.encoder is None:
            return
        wanted = [list(filter(_unmeant, chain.from_iterable(view.cores))) for view in views]
        words = list(dict.fromkeys(chain.from_iterable(wanted)))
        found = dict(zip(words, self.encoder.concepts(words), strict=True))
        for view, own in zip(views, wanted, strict=True):
            view.meant = {word: found[word] for word in own if found[word]}
            view.encoder = self.encoder.name


def _unmeant(word: str) -> bool:
    """Whether a word of a language is in none of them one that a concept is known of."""
    return len(word) >= _TELLING and bool(words.known(word)) and not words.concepts(word)


def base_form(label: str) -> str:
    """The searched form of a label: folded, no hyphens, look-alike letters of scripts made Latin.

    ``bénéteau`` is ``beneteau`` and Cyrillic-sprinkled ``gооgle`` is ``google``; a name whose
    letters have no Latin look-alikes stays in its script.
    """
    plain = letters(label)
    if plain.isascii() and plain:
        return plain
    latin = "".join(c if c.isascii() else fold(skeleton(c)) for c in plain)
    return latin if latin.isascii() and latin.isalnum() else plain or label


def told(one: View, other: View, least: float, enough: float) -> float:
    """How much two names tell, from ``least`` to 1: sharing everyday words proves less.

    1 is reached where their information, in bits, adds ``1 - least`` of ``enough``.
    """
    bits = (one.information + other.information) / 2
    return min(1.0, least + bits / enough)


@lru_cache(maxsize=32768)
def _sound_of(word: str, code: str) -> str:
    """How a word sounds in a language; many names have the same words."""
    language = by_code(code)
    return language.sound(word) if language else ""


def _spoken(word: str, language: Language) -> bool:
    """Whether a word is said as one of the language; few letters are spelled out (hd, pb)."""
    if len(word) <= _SCRAP:
        return word in language.determiners or word in language.linking
    return language.code in words.known(word)


@cache
def numbers() -> tuple[tuple[str, str], ...]:
    """Digits and the words for them in all languages: ("2", "deux"), longest word first."""
    pairs = {
        (digits, word)
        for language in LANGUAGES
        for digits, found in language.numbers.items()
        for word in found
    }
    return tuple(sorted(pairs, key=lambda p: (-len(p[1]), p)))


def is_plain_plural(one: str, other: str) -> bool:
    """Whether one of two words is the other with an s."""
    return one + "s" == other or other + "s" == one


@cache
def stemmer(code: str) -> Callable[[str], str]:
    """The stem function of a language, of forms of verbs that of the infinitive; for ``und`` a
    word is its own stem."""
    language = by_code(code)
    if language is None:
        return str
    if not language.verbs and not present(code):
        return language.stem
    return lru_cache(maxsize=16384)(lambda word: language.stem(words.lemma(word, code)))

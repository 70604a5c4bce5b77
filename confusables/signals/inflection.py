"""Inflection: singular and plural, gender, diminutives: hotel and hotels, petit and petite."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from confusables import words
from confusables.fold import bare
from confusables.labels import LONGEST
from confusables.languages import LANGUAGES, by_code
from confusables.languages.phones import undouble
from confusables.languages.stems import Endings, Stemmer
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant
from confusables.signals.determiner import is_told
from confusables.signals.subject import ends_in_verb
from confusables.signals.word_order import bag
from confusables.territories import is_country
from confusables.views import View, is_plain_plural, of_label, stemmer, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["SIGNAL", "singulars"]

_SHORTEST = 3  # letters that two forms share, one more where no language reads them
_CONSONANTS = re.compile("[^aeiouy]+")
_HARDLY = 6.0  # bits more than its singular has a plural that nobody makes: bristols
_LINKS = ("", "s", "es", "n", "en", "er", "e")  # between the words of a compound
_BESIDE = 0.65  # of the bits, where a linking word differs as well, or a determiner is dropped
_USUAL, _BEHIND, _RARE = 0.25, 0.1, 0.01  # how often such a form is taken
_DETERMINED = 0.9  # where a determiner differs, with which words change: der blaue, mein blauer
_OF_A_VERB = 0.6  # of one word, which may be a noun as well: sposo, sposare
_SHORT, _MEANINGLESS = 6, 0.15  # letters of one word; of forms of it that mean nothing known
_DROPPED = 0.85  # where it is left out on one side, and nothing else


def compare(new: View, old: View) -> Evidence | None:
    """Word for word the same stems in a language that may read both, and not the same words."""
    if undouble(new.base) == undouble(old.base):
        return None  # a letter twice makes no other form: centrum, centtrum
    if plain := _plain_plural(new, old):
        return _found(plain, told(new, old, 0.5, 32.0))
    if compound := _compound(new, old):
        return _found(compound, told(new, old, 0.5, 32.0))
    aligned = _aligned(new, old)
    if not aligned:
        return None
    beside: tuple[str, str] | None = None
    codes = _languages(new, old)
    for code in codes:
        stem = stemmer(code)
        for mine, theirs, changed in aligned:
            if all(stem(a) == stem(b) and _forms(a, b, code) for a, b in changed):
                if any(_told_apart(a, b, len(mine) == 1, codes) for a, b in changed):
                    continue
                if _alone(new, mine, old, theirs):
                    share = _of_one_word(*changed[0], code) if len(mine) == 1 else 1.0
                    return _found(changed[0], share * told(new, old, 0.5, 32.0))
                beside = beside or changed[0]
    if beside is None or _hangs(new) or _hangs(old):
        return None
    determined = _determined(new), _determined(old)
    share = _DETERMINED if all(determined) else _BESIDE
    if any(determined) and any(view.best.words == view.best.core for view in (new, old)):
        share = _DROPPED  # la maison verte, maisons vertes
    return _found(beside, share * told(new, old, 0.5, 32.0))


def _of_one_word(one: str, other: str, code: str) -> float:
    """How surely two names of one word are forms of one: less by a verb alone (kocht, kochen; but
    boek, boeken), and where they are short and nothing is known to be meant (andre, andra)."""
    language = by_code(code)
    if language is not None and language.stem(one) != language.stem(other):
        return _OF_A_VERB
    sure = max(len(one), len(other)) > _SHORT or words.is_form(one, other, code)
    meant = (words.senses(word, code) for word in (one, other))
    return 1.0 if sure or is_plain_plural(one, other) or all(meant) else _MEANINGLESS


def _languages(new: View, old: View) -> tuple[str, ...]:
    """The languages that forms are looked for in: those that read both, where there are any.

    What two names are forms of in a language that one of them is not read in is an accident.
    """
    mine, theirs = ([r.language for r in view.readings] for view in (new, old))
    either = list(dict.fromkeys((*mine, *theirs)))
    return tuple(c for c in either if c in mine and c in theirs) or tuple(either)


def _hangs(view: View) -> bool:
    """Whether a name ends in a letter that would link it to a word, and links nothing: festivaly
    is no festival y."""
    last = view.best.words[-1]
    return len(last) == 1 and last not in view.best.core


def _determined(view: View) -> bool:
    """Whether nothing but determiners, one at least, stands beside the words of a reading."""
    language = by_code(view.best.language)
    beside = [word for word in view.best.words if word not in view.best.core]
    return bool(beside) and language is not None and language.determiners.issuperset(beside)


def _plain_plural(new: View, old: View) -> tuple[str, str] | None:
    """The last word and its plural, where one name is the other with an s, however it is read:
    web log and weblogs."""
    if abs(len(new.base) - len(old.base)) != 1:
        return None
    one, other = sorted((new, old), key=lambda view: len(view.base))
    if one.base + "s" != other.base:
        return None
    for reading in one.readings:
        word, stem = reading.words[-1], stemmer(reading.language)
        if reading.language in words.known(word) and stem(word) == stem(word + "s"):
            return (word, word + "s") if one is new else (word + "s", word)
    return None


def _compound(new: View, old: View) -> tuple[str, str] | None:
    """A compound and the words that it is of, where what links them is left out or the last is
    another form: dorpshuis, dorp huis; landgericht, land gerichte."""
    for one in new.readings:
        for other in old.readings:
            if one.language != other.language or abs(len(one.core) - len(other.core)) != 1:
                continue
            language = by_code(one.language)
            if language is None or not language.compounds:
                continue
            short, long = sorted((one.core, other.core), key=len)
            at = next((i for i, word in enumerate(short) if word != long[i]), 0)
            whole, first, last = short[at], long[at], long[at + 1]
            if short[at + 1 :] == long[at + 2 :] and _linked(whole, first, last, one.language):
                made = first + last
                return (whole, made) if one.core == short else (made, whole)
    return None


def _linked(whole: str, first: str, last: str, code: str) -> bool:
    """Whether a compound is of two words, with a link between them or without."""
    if not whole.startswith(first) or min(len(first), len(last)) < _SHORTEST:
        return False
    rest = whole[len(first) :]
    ends = (rest.removeprefix(link) for link in _LINKS if rest.startswith(link))
    stem = stemmer(code)
    return any(end == last or (stem(end) == stem(last) and _forms(end, last, code)) for end in ends)


def _found(forms: tuple[str, str], scale: float) -> Evidence:
    values = {"mine": forms[0], "theirs": forms[1]}
    says = Says("“{mine}” and “{theirs}” are forms of one word", values)
    return Evidence(Family.WORDS, "inflection", "same-stems", says, Kind.INFLECTION, scale)


_Core = tuple[str, ...]


def _aligned(new: View, old: View) -> list[tuple[_Core, _Core, list[tuple[str, str]]]]:
    """The cores of equal length of which a word begins alike, and the words that differ, but for an
    umlaut written out, which is another signal's: kueche, kuche."""
    found = []
    for one in new.cores:
        for other in old.cores:
            mine, theirs = _whole(one, other), _whole(other, one)
            if len(mine) == len(theirs) and mine != theirs:
                pairs = zip(mine, theirs, strict=True)
                changed = [(a, b) for a, b in pairs if a != b and bare(a) != bare(b)]
                if any(a[0] == b[0] for a, b in changed):
                    found.append((mine, theirs, changed))
    return found


def _whole(core: _Core, other: _Core) -> _Core:
    """A core of one word more than the other; where the last is but the ending of a small thing it
    is one with the word before: school tje."""
    if len(core) == len(other) + 1 and _is_ending(core[-1]):
        return (*core[:-2], core[-2] + core[-1])
    return core


@lru_cache(maxsize=16384)
def _is_ending(word: str) -> bool:
    stems = (language.stem for language in LANGUAGES)
    return any(stem.is_ending(word) for stem in stems if isinstance(stem, Stemmer))


def _alone(new: View, mine: tuple[str, ...], old: View, theirs: tuple[str, ...]) -> bool:
    """Whether inflection is the only change: what stands beside the words is the same."""
    return _beside(new.base, mine) == _beside(old.base, theirs)


def _beside(base: str, core: tuple[str, ...]) -> str:
    """The letters of a name that are no word of its core."""
    for word in core:
        base = base.replace(word, " ", 1)
    return base.replace(" ", "")


def _forms(one: str, other: str, code: str) -> bool:
    """Whether two words of one stem are plausibly forms of one word of the language.

    But for the plain plural a language has a say of its own words alone: reise is no form of the
    Dutch reis, nor kiwio of kiwi.
    """
    if is_plain_plural(one, other) or words.is_form(one, other, code):
        return True
    if words.is_apart(one, other, code):
        return False
    if code != "und" and not (code in words.known(one) and code in words.known(other)):
        return False
    same = _CONSONANTS.findall(one) == _CONSONANTS.findall(other)
    if code != "und" and same and bare(one) != bare(other):
        return True  # foot, feet
    shared = _SHORTEST + 1 if code == "und" else _SHORTEST
    if min(len(one), len(other)) == _SHORTEST:
        shared = _SHORTEST - 1  # luz, luces; pao, paes
    one, other = bare(one), bare(other)
    if one == other:  # an umlaut written out is an accent: muller, mueller
        return False
    return min(len(one), len(other)) >= shared and one[:shared] == other[:shared]


@lru_cache(maxsize=16384)
def _told_apart(one: str, other: str, alone: bool, codes: tuple[str, ...]) -> bool:
    """Whether, of the languages that read two names, more have both as words that are no forms than
    as forms of one: German has a plan and its plane, but most who read these see an aeroplane. A
    word ``alone`` is told from its -ing too, where that means something else: ship, shipping."""
    if is_plain_plural(one, other):
        return False
    gerund = one.endswith("ing") or other.endswith("ing")
    if gerund and not alone:
        return False  # plain in all languages, which have gaming from English
    known = set(words.known(one)) & set(words.known(other)) & set(codes)
    if any(_mean_otherwise(one, other, code) for code in known):
        return True
    if gerund:
        return False
    forms = sum(
        stemmer(code)(one) == stemmer(code)(other)
        or not words.senses(one, code).keys().isdisjoint(words.senses(other, code))
        for code in known
    )
    return 2 * forms < len(known)


def _mean_otherwise(one: str, other: str, code: str) -> bool:
    """Whether two words of one stem mean two things in a language: pesce, pesco."""
    if words.is_form(one, other, code):
        return False
    mine, theirs = words.senses(one, code), words.senses(other, code)
    return bool(mine and theirs) and mine.keys().isdisjoint(theirs)


def keys(view: View) -> Iterable[str]:
    """The bag of stems; a single word's stem."""
    for stems in view.stems:
        if (key := bag(stems)) != view.base:
            yield f"b:{key}"


def variants(view: View) -> Iterable[Variant]:
    """The plural of a noun and its adjectives, or the plural or singular of the last word, but of a
    country, and of a verb that ends what somebody does."""
    if _ends_in_how(view):
        return
    whole = _agreed(view)
    if whole and compare(view, of_label(whole)):
        yield Variant(whole, _USUAL)
    last = view.own.words[-1]
    if is_country(last) or words.is_town(last) or ends_in_verb(view):
        return
    for word, other in _numbers(view):
        form = view.base.removesuffix(word) + other
        if form != whole and len(form) <= LONGEST and compare(view, of_label(form)):
            yield Variant(form, _RARE if whole else _share(view, word, other))


def _ends_in_how(view: View) -> bool:
    """Whether a name of several words ends in how something is or is done, which has no plural:
    mangeons sain, think big, and an adjective where nouns stand last."""
    own, language = view.own, by_code(view.own.language)
    if language is None or len(own.words) < 2 or _is_thing(own.words[-1], own.language):
        return False
    if language.nouns_last:
        return words.is_adjective(own.words[-1], language.code)
    return language.code in words.known(own.words[-1]) and is_told(view)


def _agreed(view: View) -> str:
    """The name with the plural of each of its words, where all have one in a language whose words
    agree, and one is known to be no adjective, another to be one; empty where not."""
    language, said = by_code(view.own.language), view.own.words
    if language is None or not language.agreeing or language.nouns_last or len(said) < 2:
        return ""
    made = [language.plural(word) for word in said]
    known = said == view.own.core and all(language.code in words.known(word) for word in made)
    things = [word for word in said if _is_thing(word, language.code)]
    told = any(words.is_adjective(word, language.code) for word in said)
    fits = known and told and len(things) == 1 and len("".join(made)) <= LONGEST
    return "".join(made) if fits else ""


def _is_thing(word: str, code: str) -> bool:
    """Whether a word is known to be no adjective: emploi, france; not publique, nor alimentaire, of
    which nothing is known."""
    meant = bool(words.concepts(word, code)) and not words.is_adjective(word, code)
    return meant or is_country(word)


def _numbers(view: View) -> Iterator[tuple[str, str]]:
    """The last word of a name and other numbers of it: with an s or without, and what its language
    makes of it, where that is a word."""
    word, code = view.own.words[-1], view.own.language
    if not view.base.endswith(word):
        word = view.base
    plain = _plain(word)
    if plain:
        yield word, plain
    language = by_code(code)
    if language is None:
        return
    for other in dict.fromkeys((language.plural(word), *_bases(word, code))):
        if other not in (word, plain) and code in words.known(other):
            yield word, other


def singulars(view: View) -> Iterator[str]:
    """The name with its last word in the singular, where it is a plural of a known word."""
    for reading in view.readings:
        word = reading.words[-1]
        for one in _singulars(word, reading.language):
            yield view.base.removesuffix(word) + one


@lru_cache(maxsize=16384)
def _singulars(word: str, code: str) -> tuple[str, ...]:
    """The known words of a language of which a word is the plural, and longer."""
    language, stem = by_code(code), stemmer(code)
    shorter = [one for one in _bases(word, code) if len(one) < len(word)]
    # Of a Germanic plural, whose ending tells no singular, the stem is mostly it: honden, brieven.
    if language and language.compounds and len(stem(word)) < len(word):
        shorter.append(stem(word))
    found = (one for one in shorter if code in words.known(one) and stem(one) == stem(word))
    return tuple(dict.fromkeys(found))


def _bases(word: str, code: str) -> tuple[str, ...]:
    """The words of which a word would be the plural, where the language tells."""
    plural = getattr(by_code(code), "plural", None)
    return plural.bases(word) if isinstance(plural, Endings) else ()


def _share(view: View, word: str, other: str) -> float:
    """How often people take the plural or singular of the last word: seldom where that is no form
    of the language that the name is read in, or a determiner or a noun before it keeps the number,
    as in hopital du futur; less often where it stands behind a noun: portal trabajo."""
    own = view.own
    language = by_code(own.language)
    if not _is_number(word, other, own.language) or _determined(view):
        return _RARE
    if own.words != own.core and len(own.core) > 1:
        return _RARE
    return _USUAL if language is None or language.nouns_last or len(own.core) == 1 else _BEHIND


def _is_number(word: str, other: str, code: str) -> bool:
    """Whether two words are singular and plural in a language: paris is none of pari, and nobody
    says bristols; where their end does not tell, a word that is English too has the English plural
    (hotels in German, no kistes)."""
    both = set(words.known(word)) & set(words.known(other))
    language = by_code(code)
    if language is None or code not in both or language.stem(word) != language.stem(other):
        return False
    for one, many in ((word, other), (other, word)):
        english = language.plural(one) == one and "en" in both and one + "s" == many
        if english or language.plural(one) == many:
            dear = many == other and words.rarity(many) - words.rarity(one) > _HARDLY
            return not dear
    return False


def _plain(base: str) -> str:
    """The name with a last s, or without its own; empty for a name that ends in no letter."""
    if not base.isascii() or not base[-1].isalpha():
        return ""
    return base[:-1] if base.endswith("s") else base + "s"


def asks(view: View) -> Iterable[str]:
    """The plain plural or singular, the stem of this name, and rows of which this name is one."""
    yield f"b:{view.base}"
    if form := _plain(view.base):
        yield f"=:{form}"
    for stems in view.stems:
        if len(stems) == 1:
            yield f"=:{stems[0]}"


SIGNAL = Signal("inflection", Family.WORDS, compare, keys, variants, asks)

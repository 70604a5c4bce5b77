"""Determiner: an article or possessive swapped, added or dropped: le, mon, ma petite, the, my."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import accumulate, chain, product, takewhile
from typing import TYPE_CHECKING, TypeAlias

from confusables import words
from confusables.affixes import prefix_share
from confusables.determiners import Bare, elided, stands_before
from confusables.fold import fold
from confusables.labels import LONGEST
from confusables.languages import LANGUAGES, ONLY_BEFORE_VOWELS, by_code
from confusables.languages.stems import words as closed
from confusables.languages.verbs import as_form, conjugated, is_ours, present
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant
from confusables.signals.subject import acts
from confusables.territories import is_country, local_language
from confusables.views import of_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from confusables.model import Language
    from confusables.views import View

__all__ = ["CALLED", "SIGNAL", "calls", "is_sentence", "is_told"]

# Two letters begin many names by chance (sa in salon): that much of their counted share is no
# determiner (judged; about the share of a pair of letters that is no word).
_BY_CHANCE, _RARELY = 0.12, 0.005
_SLANG = 0.05  # the share of two letters that hardly any name begins with: mn for mijn, ur
_INSIDE = 0.85  # of the bits, where the name does not begin with it
_PLACED = 0.7  # where it begins with where a thing is: bij de haven, aan de haven
_THING = 0.5  # where the other is the thing: aan de haven, de haven
# For a possessive that is seldom counted: who remembers one takes one.
_OURS = {"my": 0.12, "your": 0.1, "our": 0.1}
_SELDOM = 0.02  # of another gender
_HARDLY = 0.01  # for a determiner that names hardly have: this, their
_UNSURE = 0.4  # where nothing tells the gender and number of the name
_SHORT = 2  # letters of a determiner that may be the beginning of a word
# What English names begin with that is done or said; of coined names what is never their beginning.
_CALLS = closed(
    "ask buy find get go hello help hey hi join keep learn let make meet renew save say send stop"
    " try use visit"
)
CALLED = frozenset({"get", "hello", "join", "try", "use"})
# What all of something is called: whose it is stands behind it (tout pour mon velo).
_ALL = closed(
    "all alle alles tout toute tous toutes todo toda todos todas tutto tutta tutti tutte tudo"
)
# Infinitives that are nouns as often.
_NOUNS = closed("savoir pouvoir devoir poder deber saber sapere potere dovere piacere dever")
_OF = frozenset({"d", "de", "di"})  # as they stand before a vowel too: d’or
_VOWELS, _SILENT = "aeiou", "hy"  # what stands before a silent letter depends on the word
_Run: TypeAlias = tuple[str, ...]
_ELIDED = re.compile(r"(?<=\bl)$")  # as it is written: l’orange, de l’art


def compare(new: View, old: View) -> Evidence | None:
    """The rest is the same, the determiner before it is not."""
    if new.base == old.base:
        return None
    mine = {bare.rest: bare.determiner for bare in new.bares}
    if old.base not in mine and not old.base.endswith((new.base, *mine)):
        return _inside(new, old)
    theirs = {bare.rest: bare.determiner for bare in old.bares}
    shared = sorted(mine.keys() & theirs.keys(), key=len)
    shared = [rest for rest in shared if _stand_for(mine[rest], theirs[rest])]
    if shared:
        rest = shared[-1]
        return _found("swapped", mine[rest], theirs[rest], rest)
    if new.base in theirs:
        return _found("added", "", theirs[new.base], new.base)
    if old.base in mine:
        return _found("added", mine[old.base], "", old.base)
    return _inside(new, old)


def _stand_for(one: str, other: str) -> bool:
    """Whether a determiner may stand for another: the and le, but a letter for a letter only in one
    language, for many names begin with one: ihotel is no hotel with an article, nor het hotel."""
    spoken = any({one, other} <= language.determiners for language in LANGUAGES)
    return spoken or max(len(one), len(other)) > 1


def _inside(new: View, old: View) -> Evidence | None:
    """The same words in one language, but for one run of function words inside: check your heat
    and check my heat, maison de la biere and maison biere; or before words: bij de haven and aan de
    haven."""
    if set(new.cores).isdisjoint(old.cores):
        return None
    for mine, theirs in product(new.readings, old.readings):
        language = by_code(mine.language)
        if language is None or mine.core != theirs.core or mine.language != theirs.language:
            continue
        before = _common(mine.words, theirs.words)
        one, other = (reading.words[before:] for reading in (mine, theirs))
        placed = _placed(language, one, other, mine.core)
        after = _common(one[::-1], other[::-1])
        one, other = one[: len(one) - after], other[: len(other) - after]
        rest = "".join(mine.words[len(mine.words) - after :])
        if not before or not after or not _instead(language, one, other, rest):
            if placed:
                return placed
            continue
        # Beside one word alone a determiner stands for another: on my way, on our way.
        if len(mine.core) > 1 or (one and other):
            level = "swapped" if one and other else "added"
            return _found(level, " ".join(one), " ".join(other), rest, _INSIDE)
    return None


def _common(one: _Run, other: _Run) -> int:
    """How many words two runs begin with in common."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _instead(language: Language, one: _Run, other: _Run, rest: str) -> bool:
    """Whether some function words may stand for others before a rest, or be left out: determiners
    for one another, and what holds one (de la, du, d'); art and tech is no art or tech. A single
    letter that is not elided may be the end of the word before it: cantora livre."""
    if any(len(word) == 1 and not elided(word, rest) for word in (*one, *other)):
        return False
    articles = language.determiners | language.contracted
    mine, theirs = (set(run) - articles for run in (one, other))
    same = mine == theirs or mine | theirs <= _OF or not one or not other
    contracted = not language.contracted.isdisjoint((*one, *other))
    return language.linking >= mine | theirs and (same or contracted)


def _placed(language: Language, one: _Run, other: _Run, core: _Run) -> Evidence | None:
    """Where a thing is, told otherwise, or the thing alone: bij de haven, aan de haven, de haven;
    also behind the words that two names begin with. A contracted form tells it too; two bare
    determiners are no such (ein sicht, der sicht)."""
    size = _common(one[::-1], core[::-1])
    if not size or one[-size:] != other[-size:]:
        return None
    runs = one[:-size], other[:-size]
    articles = language.determiners | language.contracted
    beside = language.linking - language.joining
    if not all(run and run[-1] in articles and beside.issuperset(run[:-1]) for run in runs):
        return None
    things = [run for run in runs if language.determiners.issuperset(run)]
    if len(things) == 2:
        return None
    share = _THING if things and max(map(len, runs)) > 1 else _PLACED
    return _found("swapped", " ".join(runs[0]), " ".join(runs[1]), "".join(one[-size:]), share)


def _found(level: str, mine: str, theirs: str, rest: str, share: float = 1.0) -> Evidence:
    mine, theirs = _ELIDED.sub("’", mine), _ELIDED.sub("’", theirs)
    if mine and theirs:
        says = Says(
            "{mine} → {theirs} before “{rest}”", {"mine": mine, "theirs": theirs, "rest": rest}
        )
    elif theirs:
        says = Says("“{theirs}” put before “{rest}”", {"theirs": theirs, "rest": rest})
    else:
        says = Says("“{mine}” left out before “{rest}”", {"mine": mine, "rest": rest})
    scale = share * min(1.0, 0.5 + words.rarity(rest) / 32)
    return Evidence(Family.WORDS, "determiner", level, says, Kind.DETERMINER, scale)


def keys(view: View) -> Iterable[str]:
    """The name without its determiner."""
    for bare in view.bares:
        yield f"p:{bare.rest}"


def variants(view: View) -> Iterable[Variant]:
    """The rest alone, and behind each other determiner of the language that reads the name."""
    bares = [b for b in view.bares if _plain(view, b) and _as_written(view, b)]
    for bare in bares:
        yield Variant(bare.rest, 0.6)
    language = by_code(_spoken(view))
    # Behind two determiners stands what the longer one leaves: il mio giardino.
    own, rest = min(bares, key=lambda bare: len(bare.rest), default=Bare("", view.base))
    whose = not acts(view.base) and (own or not (calls(view) or view.own.words[0] in _ALL))
    typed = rest.isascii() and fold(view.text).isascii()  # no letters of another script
    if language and whose and typed:
        made = _before(language, own, rest, *_agreeing(view, language, own, rest))
        dear = _possessives(language) if _names_whose(view) else frozenset[str]()
        for label, share in made:
            if not _says_twice(view, language, label, rest):
                seldom = label.removesuffix(rest) in dear
                yield Variant(label, min(share, _SELDOM) if seldom else share)


def _names_whose(view: View) -> bool:
    """Whether a name of several words says whose or where a thing is, so that nobody says mine:
    panificio russo, taxi quimper."""
    said = view.own.words
    return len(said) > 1 and any(words.is_town(word) or words.is_name(word) for word in said)


def _possessives(language: Language) -> frozenset[str]:
    return frozenset().union(*language.possessives.values())


def _says_twice(view: View, language: Language, made: str, rest: str) -> bool:
    """Whether a possessive stands before a rest that says whose it is: mon chien et mes amis."""
    ours = _possessives(language)
    ends = accumulate(map(len, view.own.words))
    start = len(view.base) - len(rest)
    behind = {w for w, end in zip(view.own.words, ends, strict=True) if end > start}
    return made.removesuffix(rest) in ours and not ours.isdisjoint(behind)


def calls(view: View) -> bool:
    """Whether the name begins with what is done or said, rather than a thing: renew my licence,
    get lumen, we bake, mangeons local, vote local. Nothing stands before it."""
    if view.own.words[0] in _CALLS or is_sentence(view) or acts(view.base) or is_told(view):
        return True
    coined = not _readable(view) and not words.is_listed(view.base)
    return coined and view.base.startswith(tuple(CALLED))


def is_told(view: View) -> bool:
    """Whether the first word says who does it, or does something as the last one says."""
    own, language = view.own, by_code(view.own.language)
    if language is None or own not in view.whole:
        return False
    first, last = own.words[0], own.words[-1]
    if is_ours(first, own.language):
        # A noun in the plural is none: savons, jetons.
        return first[-1] != "s" or own.language not in words.known(first[:-1])
    if not language.nouns_last and len(own.words) > 1 and _is_doing(first, own.language):
        return True
    verb = present(own.language).get(first)
    if verb and not language.nouns_last and words.lemma(first, own.language) == verb:
        # Where two nouns seldom stand side by side it is done to the second: ahorra energia.
        thing = words.concepts(last, own.language) and not words.is_adjective(last, own.language)
        return len(own.words) == 2 and bool(thing) and not is_country(last)
    if first in language.subjects and first not in language.determiners:
        return len(first) > 1
    # Of a thing it would stand before the noun, where adjectives do: think big, pay wisely.
    done = len(own.words) == 2 and language.nouns_last and first in conjugated(own.language)
    return done and (words.is_adjective(last, own.language) or _is_adverb(last, own.language))


def _is_doing(word: str, code: str) -> bool:
    """Whether a word is an infinitive or a gerund of an everyday verb: vivre, cocinando."""
    verb = words.lemma(word, code)
    known = conjugated(code).get(verb) == verb and word not in _NOUNS
    return known and (word == verb or bool(as_form(word)))


def _is_adverb(word: str, code: str) -> bool:
    """Whether an English word tells how something is done: wisely, but not family or supply."""
    return code == "en" and word.endswith("ly") and code in words.known(word.removesuffix("ly"))


def is_sentence(view: View) -> bool:
    """Whether the first word does something to what its determiner stands before: save the otters.
    In other languages than English that may be a genitive: haus der kunst."""
    language, said = by_code(view.own.language), view.own.words
    return (
        language is not None
        and len(said) > 2
        and said[1] in language.determiners
        and (said[1] not in language.linking or not language.agreeing)
        and said[0] in view.own.core
    )


def _readable(view: View) -> bool:
    return any(map(words.known, view.own.words))


def _before(
    language: Language, own: str, rest: str, agreeing: frozenset[str], sure: float
) -> Iterator[Variant]:
    """A rest behind each determiner but its own, in the form that it has there; what agrees with
    the name is likely, all else is not."""
    forms = _elided(language, rest)
    for other in sorted(language.determiners):
        made = other + rest
        only = other in ONLY_BEFORE_VOWELS and rest[0] not in _VOWELS + _SILENT
        if other == own or only or other in forms or len(made) > LONGEST:
            continue
        if (len(other) > _SHORT and not stands_before(other, rest)) or not _reads(made, rest):
            continue
        said = [other, *(full for full, form in language.elided.items() if form == other)]
        said = said if rest[0] in _VOWELS + _SILENT else [other]
        share = sure * max(_share(language.code, full) for full in said)
        yield Variant(made, share if agreeing.intersection(said) else min(share, _SELDOM))


def _elided(language: Language, rest: str) -> Mapping[str, str]:
    """What stands for another determiner before a vowel, which tells no gender: mon ecole."""
    return language.elided if rest[0] in _VOWELS else {}


def _reads(made: str, rest: str) -> bool:
    """Whether letters before a rest are read as its determiner: lecole, but not lair."""
    return any(bare.rest == rest for bare in of_label(made).bares)


def _as_written(view: View, bare: Bare) -> bool:
    """Whether a brand that was typed as several words has a boundary here: none in mis-alud."""
    written = view.name.written
    return len(written) < 2 or len(bare.determiner) in accumulate(map(len, written))


def _plain(view: View, bare: Bare) -> bool:
    """Whether a reader sees the determiner: none in monoprix, whose rest is no word."""
    return view.reads(bare.determiner) or bool(words.known(bare.rest))


def _spoken(view: View) -> str:
    """The language whose determiners come to mind: for a name that none reads that of its ending,
    else English."""
    return view.tongue if view.tongue != "und" else local_language(view.name.suffix) or "en"


def _agreeing(view: View, language: Language, own: str, rest: str) -> tuple[frozenset[str], float]:
    """The determiners that a name may have instead of its own, gender and number kept, and how sure
    that is; of a name without one those that go with its noun. Where nothing tells which, those
    that go with most."""
    if not language.agreeing:
        # An English name of a place or a body has none but an article: the city of, no my city of.
        articles = language.determiners - _possessives(language)
        plain = view.own.words[1:2] != ("of",)
        return language.determiners if plain else articles, 1.0 if own else _UNSURE
    forms = _elided(language, rest)
    groups = [frozenset(forms.get(one, one) for one in group) for group in language.agreeing]
    held = {place for place, group in enumerate(language.agreeing) if own and own in group}
    noun = _noun(view, language)
    if not held and language.code not in words.known(noun):  # a name takes none: Google
        return frozenset(), _UNSURE
    told = _told(language, noun)
    if len(told) > 1:
        told = told & _by_adjectives(view, language) or told
    fits = [groups[place] for place in sorted(held & told or held or told or range(len(groups)))]
    counted = Counter(chain.from_iterable(fits))
    some = {one for one, times in counted.items() if times > 1 or len(fits) == 1}
    cases = {one for one in some for less in some if one[:-2] == less}  # meinen, beside mein
    return frozenset(some - cases), 1.0 if held or told else _UNSURE


def _told(language: Language, word: str) -> set[int]:
    """The groups of determiners that a word takes as its longest ending tells; none for many."""
    ends = frozenset().union(*language.endings)
    told = next((word[at:] for at in range(len(word)) if word[at:] in ends), None)
    return {place for place, of in enumerate(language.endings) if told in of}


def _by_adjectives(view: View, language: Language) -> set[int]:
    """The groups that the adjectives of a name tell: petit marche, table ronde."""
    found = set(range(len(language.agreeing)))
    for word in view.own.words if not language.nouns_last else ():
        if words.is_adjective(word, language.code):
            told, masculine = _told(language, word), language.stem(word)
            if masculine != word and words.is_form(masculine, word, language.code):
                told = told - {0}  # that of the masculine, which stems are
            found &= told or found
    return found


def _noun(view: View, language: Language) -> str:
    """The word of a name that a determiner agrees with: the first, or the last, that is no
    adjective alone."""
    core = _before_linked(view, language)[::-1] if language.nouns_last else view.own.core
    things = (word for word in core if not words.is_adjective(word, language.code))
    return next(chain(things, core), "")


def _before_linked(view: View, language: Language) -> list[str]:
    """The words of a core up to one that links others to them: buchladen am see is a buchladen."""
    core: list[str] = []
    for word in view.own.words:
        if core and word in language.linking:
            break
        core += [word] if word in view.own.core else []
    return core


@cache
def _share(code: str, determiner: str) -> float:
    """How often a determiner stands before a name; short ones less, whose letters do by chance."""
    language, share = by_code(code), prefix_share(determiner)
    if len(determiner) == 1 or (len(determiner) == 2 and share < _SLANG):
        return _HARDLY
    if len(determiner) == 2:
        share = max(_RARELY, share - _BY_CHANCE)
    said = language.possessives if language else {}
    ours = max((least for whose, least in _OURS.items() if determiner in said[whose]), default=0.0)
    return max(ours, _HARDLY, 2 * min(0.4, share))


SIGNAL = Signal("determiner", Family.WORDS, compare, keys, variants)

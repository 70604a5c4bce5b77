"""Affix: a generic word beside the distinctive one: ovh and ovhcloud, gandi and mygandi."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from confusables import words
from confusables.determiners import determiners, longest_determiner
from confusables.fold import fold
from confusables.labels import LONGEST
from confusables.languages import by_code
from confusables.later import kept
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant
from confusables.rests import (
    EVERYDAY,
    RECOGNISED,
    STEPS,
    beside,
    goes_on,
    is_count,
    is_own,
    share,
    step,
)
from confusables.signals.determiner import CALLED, calls, is_sentence
from confusables.signals.slip import are_near_words, cost, of_slips, one_edit, strength
from confusables.skeleton import lookalike, lookalike_letters
from confusables.stripped import SHORTEST, Stripped, odd, put_on, stripped
from confusables.territories import is_country, local_language
from confusables.views import of_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from confusables.determiners import Bare
    from confusables.views import View

__all__ = ["SIGNAL", "divides", "parted", "slipped"]

_ANOTHER = 4  # letters of a word beside one that a determiner is left off: of few the letters tell
# A slip beside words: strength of none, what more tells all, and less of it as one of two changes.
_FAR, _ALL, _TWO = -5.0, 4.6, 0.6
_LEAST = 0.3  # of the bits of a slip
_WEB = "www"
_COINED = 7  # letters of a name that a determiner stands before, though they are no words
_BOTH = 0.95  # of the bits of one, where a generic word and a determiner differ: lepain, painshop
_SHARED = 0.7  # of the bits: what a word of no name of its own is worth where it is shared


def compare(new: View, old: View) -> Evidence | None:
    """The same distinctive part with a generic word added, dropped or swapped."""
    if new.base == old.base:
        return None
    mine, theirs = stripped(new), stripped(old)
    for found in mine:
        if found.rest == old.base:
            return _found("added", found.affix, "", found.rest, most=_most(new, found))
    for found in theirs:
        if found.rest == new.base:
            return _found("added", "", found.affix, found.rest, most=_most(old, found))
    swaps = [
        (m, t)
        for m, t in _of_one_rest(mine, theirs, new, old)
        if _is_swapped(new, m, old, t)
        and not (m.affix.isdecimal() and t.affix.isdecimal())  # another year is meant so
        and not goes_on(m.rest)
        and not are_near_words(m.affix, t.affix)
    ]
    if swaps:
        m, t = max(swaps, key=lambda pair: len(pair[0].rest))
        determined = {m.affix in determiners(), t.affix in determiners()}
        called = not CALLED.isdisjoint((m.affix, t.affix))
        if (called or len(determined) > 1) and not words.is_generic(m.rest):
            return _found("added", m.affix, t.affix, m.rest, scale=_BOTH)
        if is_country(m.affix) and is_country(t.affix) and step(m.rest) > EVERYDAY:
            return _countries(m.affix, t.affix, m.rest)
        return _found("swapped", m.affix, t.affix, m.rest)
    return _contained(new, old) or _slipped(new, old) or _bare_contained(new, old)


def _of_one_rest(
    mine: Iterable[Stripped], theirs: Iterable[Stripped], new: View, old: View
) -> Iterator[tuple[Stripped, Stripped]]:
    """Two names each without a generic word, or one of them without a determiner (lepaingris,
    paingrisshop), that leave the same."""
    by_rest = {t.rest: t for t in theirs}
    own = {m.rest: m for m in mine}
    yield from ((m, by_rest[m.rest]) for m in mine if m.rest in by_rest)
    # What a determiner leaves takes a while to find: only where the name ends in one of these.
    for bare in new.bares if new.base.endswith(tuple(by_rest)) else ():
        if bare.rest in by_rest and _is_read(new, bare):
            yield Stripped(bare.determiner, bare.rest), by_rest[bare.rest]
    for bare in old.bares if old.base.endswith(tuple(own)) else ():
        if bare.rest in own and _is_read(old, bare):
            yield own[bare.rest], Stripped(bare.determiner, bare.rest)


def _is_read(view: View, bare: Bare) -> bool:
    """Whether a determiner is one for sure: before words of its language, or a coined name of some
    length; theranos is no the and ranos."""
    coined = len(bare.rest) >= _COINED and not words.is_listed(bare.rest)
    return coined or any(bare.determiner in accumulate(r.words) for r in view.whole)


def _stands_beside(view: View, found: Stripped) -> bool:
    """Whether a generic word of few letters is one beside a name of few: none in bot-tero; and none
    that a longer word runs across is one (escol-a-mendes)."""
    if max(len(found.affix), len(found.rest) - 1) <= SHORTEST:
        return _parts(view, found)
    return not _cut(view, found)


def _most(view: View, found: Stripped) -> int:
    """The highest step that a rest may have beside a generic word: the lowest where that is part
    of another word, no name's where it may be."""
    if _is_within(view, found):
        return 1
    return STEPS if _stands_beside(view, found) else EVERYDAY


def _is_within(view: View, found: Stripped) -> bool:
    """Whether a generic word is part of a word of a name that can be read, and what it leaves is
    no word: my in myopiavision, but shop in bookshop is one."""
    within = (_cuts_a_word(view, cut) for cut in _cuts(view, found))
    return not words.is_listed(found.rest) and any(within)


def _cuts_a_word(view: View, cut: int) -> bool:
    """Whether a name that can be read, of words and names, has a word across this place."""
    read = view.whole or all(map(words.is_listed, view.best.words))
    return bool(read) and _runs_across(view, cut)


def _parts(view: View, found: Stripped) -> bool:
    """Whether a generic word is one here, and no end of another: of few letters, or beside few,
    only where a reading has it as a word (none in fornoanti-co, shop-ify), else where no longer
    word runs across its end (book-er-photography)."""
    if " " in found.affix or min(len(found.affix), len(found.rest)) > SHORTEST:
        return not _cut(view, found)
    return all(divides(view, cut) for cut in _cuts(view, found))


def _is_swapped(new: View, mine: Stripped, old: View, theirs: Stripped) -> bool:
    """Whether two names that are the same without a generic word have one each: one that is sure is
    enough, and none where a name is of some length and no word; but no part of a word is one."""
    coined = len(mine.rest) >= _COINED and not words.is_listed(mine.rest)
    either = coined or _parts(new, mine) or _parts(old, theirs)
    return either and (words.is_listed(mine.rest) or not (_cut(new, mine) or _cut(old, theirs)))


def _cut(view: View, found: Stripped) -> bool:
    """Whether a longer word runs across where a generic word and the rest meet."""
    return any(_runs_across(view, cut) for cut in _cuts(view, found))


def _cuts(view: View, found: Stripped) -> list[int]:
    """After how many letters of the name a generic word and the rest meet; two words may stand one
    on each side of it, or both on one."""
    before, apart, after = found.affix.partition(" … ")
    if apart:
        return [len(before), len(view.base) - len(after)]
    size = sum(map(len, found.affix.split()))
    return [len(view.base) - size if view.base.startswith(found.rest) else size]


def _runs_across(view: View, cut: int) -> bool:
    """Whether no reading has a boundary here, and one has a known word in its place."""
    across = [
        word
        for reading in view.readings
        for word, end in zip(reading.words, accumulate(map(len, reading.words)), strict=True)
        if end - len(word) < cut < end
    ]
    return len(across) == len(view.readings) and any(map(words.is_listed, across))


def _countries(mine: str, theirs: str, rest: str) -> Evidence:
    """One name in two countries: Digiweb France and Digiweb USA."""
    says = Says(
        "“{rest}” of {mine} and of {theirs}: one name in two countries",
        {"rest": rest, "mine": mine, "theirs": theirs},
    )
    return Evidence(Family.WORDS, "affix", "countries", says, Kind.AFFIX)


def _slipped(new: View, old: View) -> Evidence | None:
    """A slip or a look-alike in what stands beside ordinary words: amaz0n-login and amazon."""
    scale, part, name = max(
        (
            (slipped(part.rest, other.base, other.information), part, other.base)
            for whole, other in ((new, old), (old, new))
            # What is left is shorter than the name, and a slip adds no more than a letter.
            if min(map(len, _shapes(other.base))) <= len(whole.base)
            for part in _rests(whole)
        ),
        default=(0.0, Stripped("", ""), ""),
    )
    if not scale:
        return None
    values = {"rest": part.rest, "affix": part.affix, "whole": name}
    if _looks(part.rest, name):
        says = Says("“{rest}” beside “{affix}” looks like “{whole}”", values)
    else:
        # No more than the slip tells where nothing stands beside, the letters of all told already.
        alone = of_slips(of_label(part.rest), new if new.base == name else old)
        scale = min(scale, _told(alone, of_slips(new, old)))
        if scale < _LEAST:
            return None
        says = Says("“{rest}” beside “{affix}” is a slip away from “{whole}”", values)
    return Evidence(Family.WORDS, "affix", "slipped", says, Kind.AFFIX, scale)


@kept
def _rests(view: View) -> tuple[Stripped, ...]:
    """What is left of a name without generic words, and its parts that are no words."""
    return tuple(dict.fromkeys((*parted(view), *odd(view))))


def parted(view: View) -> Iterator[Stripped]:
    """The name without a generic word; without few letters only where a reading has them."""
    return (found for found in stripped(view) if _parts(view, found))


def slipped(rest: str, name: str, information: float) -> float:
    """0 to 1: how likely a rest is a name, of so much information, with one slip or in look-alike
    letters; 0 for none, for a generic word, and for any word a letter away or that looks like
    another of its language, which is what it says (the modern group, modem). It is no more than the
    name itself would be worth beside the same words."""
    if min(len(rest), len(name)) < RECOGNISED or rest == name or words.is_generic(rest):
        return 0.0
    looks, spoken = _looks(rest, name), frozenset(words.known(rest))
    if looks and not spoken.isdisjoint(words.known(name)):
        return 0.0
    if not looks and (spoken or OSA.distance(rest, name, score_cutoff=1) > 1):
        return 0.0
    told = min(1.0, (words.rarity(rest) + information) / 48)
    easy = _told(strength(max(len(rest), len(name)), cost(rest, name)))
    # What looks like a word is read as that: m3ter beside any meter.
    read = min(name, rest, key=words.rarity)
    whole = 1.0 if step(read) > EVERYDAY else _SHARED * min(1.0, words.rarity(read) / 20)
    scale = min(whole, told * (1.0 if looks else easy))
    return scale if scale >= _LEAST else 0.0


def _told(alone: float, whole: float = _FAR) -> float:
    """0 to 1: what a slip of this strength tells, beside words that make a weaker one of it."""
    return min(1.0, max(0.0, (alone - max(_FAR, whole) - _TWO) / _ALL))


def _looks(rest: str, name: str) -> bool:
    return any(mine == theirs for mine, theirs in zip(_shapes(rest), _shapes(name), strict=True))


@lru_cache(maxsize=4096)
def _shapes(text: str) -> tuple[str, str]:
    return lookalike(text), lookalike_letters(text)


def _contained(new: View, old: View) -> Evidence | None:
    """One name begins or ends the other, and is most of what the two tell."""
    part, whole = sorted((new, old), key=lambda view: len(view.base))
    found = beside(part.base, whole.base)
    if found is None:
        return None
    apart = divides(whole, found.cut)
    if not apart and (words.is_listed(whole.base) or _cuts_a_word(whole, found.cut)):
        return None  # the end of a word: almendra and mendra, myopiavision and opiavision
    scale = share(part.base, found.extra, apart=apart)
    return _holds(part.base, whole.base, "contained-word" if apart else "contained", scale)


def _bare_contained(new: View, old: View) -> Evidence | None:
    """What a determiner stands before in one name begins or ends the other, beside another word:
    les jardins du lac, residence jardins du lac. An everyday word does so in many."""
    for determined, other in ((new, old), (old, new)):
        # Before determiners are looked for, which takes longer.
        for bare in determined.bares if _ends_in(determined.base, other.base) else ():
            found = beside(bare.rest, other.base)
            if found is None or len(found.extra) < _ANOTHER or not is_own(bare.rest):
                continue
            if divides(other, found.cut) and _is_read(determined, bare):
                scale = _BOTH * share(bare.rest, found.extra, apart=True)
                return _holds(bare.rest, other.base, "contained-word", scale)
    return None


def _ends_in(base: str, other: str) -> bool:
    """Whether another name begins or ends with what a determiner may leave of a name."""
    rests = (base[size:] for size in range(1, min(len(base), longest_determiner() + 1)))
    return base[-RECOGNISED:] in other and any(beside(rest, other) for rest in rests)


def _holds(part: str, whole: str, level: str, scale: float) -> Evidence:
    says = Says("“{whole}” holds all of “{part}”", {"whole": whole, "part": part})
    return Evidence(Family.WORDS, "affix", level, says, Kind.AFFIX, scale)


def divides(view: View, cut: int) -> bool:
    """Whether a word of a reading ends after so many letters."""
    return any(cut in accumulate(map(len, reading.words)) for reading in view.readings)


def _found(
    level: str, mine: str, theirs: str, rest: str, *, most: int = STEPS, scale: float = 1.0
) -> Evidence:
    """What is found of a rest, whose step is ``most`` at the highest."""
    if mine and theirs:
        says = Says(
            "“{rest}” with “{theirs}” in place of “{mine}”",
            {"rest": rest, "mine": mine, "theirs": theirs},
        )
    else:
        says = Says(
            "“{rest}” with or without “{affix}”, words that many names have"
            if " " in (mine or theirs)
            else "“{rest}” with or without “{affix}”, a word that many names have",
            {"rest": rest, "affix": mine or theirs},
        )
    place = min(step(rest), most)
    if mine and theirs and words.is_generic(rest):  # as generic as what stands beside it
        place = 1
    return Evidence(Family.WORDS, "affix", f"{level}-{place}", says, Kind.AFFIX, scale)


def keys(view: View) -> Iterable[str]:
    """The name without its generic word, and an odd part in look-alike letters."""
    for _, rest in stripped(view):
        yield f"p:{rest}"
    for _, rest in odd(view):
        if len(rest) >= RECOGNISED:
            yield f"l:{lookalike(rest)}"


def variants(view: View) -> Iterable[Variant]:
    """The generic words that stand most often at either end, and the name without its own."""
    for affix, rest in stripped(view):
        yield Variant(rest, 0.3 if _stands_apart(view, affix, rest) else 0.02)
    mixed = not fold(view.text).isascii()  # nobody puts Latin letters beside others
    if len(view.base) < SHORTEST or mixed or is_sentence(view):
        return
    base, tongue, called = view.base, view.tongue, calls(view)
    local = local_language(view.name.suffix) if tongue == "und" else ""
    own = {word.removesuffix("s") for word in view.own.words}
    for before, after, counted in put_on(tongue, local):
        made, word = f"{before}{base}{after}", before or after
        small = len(word) < SHORTEST and words.is_listed(made)  # copain is no pain
        twice = word.removesuffix("s") in own or base.startswith(word) or base.endswith(word)
        if len(made) <= LONGEST and not small and not twice and not (called and before):
            yield Variant(made, counted)


def _stands_apart(view: View, affix: str, rest: str) -> bool:
    """Whether people who remember a name may leave a word out: the last one, or the first before a
    name of its own, else only what is done with it (get, my): no openfieldfarm without open. No
    mere end is one: not arts in cafe des arts, which leaves cafe des, nor the noun of an adjective:
    sante in sante publique, farm in green farm."""
    said, core = view.own.words, view.own.core
    if len(said) < 2 or is_count(rest):
        return False
    if said[0] == affix and said[1] in core:
        alone = len(said) == 2 and (is_own(rest) or not words.concepts(rest))
        done = calls(view) or affix in determiners() or affix == _WEB
        return not _tells_of(view, affix, said[1]) and (alone or done)
    return said[-1] == affix and said[-2] in core and not _tells_of(view, affix, said[-2])


def _tells_of(view: View, noun: str, word: str) -> bool:
    """Whether a word tells of the noun beside it: an adjective on the side where it stands, or
    first of all, and of a first noun any word of a language that puts it behind (caffe
    letterario)."""
    code, first = view.own.language, view.own.words[0] == noun
    language = by_code(code)
    last = language is not None and language.nouns_last
    if first and not last and all(code in words.known(one) for one in (noun, word)):
        return True
    return (first or last) and words.is_adjective(word, code)


def asks(view: View) -> Iterable[str]:
    """The rows that are a beginning or an end of the name, or a slip or a look from an odd part."""
    base = view.base
    for size in range(RECOGNISED, len(base) - 1):
        yield f"=:{base[:size]}"
        yield f"=:{base[-size:]}"
    for _, rest in odd(view):
        yield from (f"=:{form}" for form in one_edit(rest))
    for _, rest in (*odd(view), *stripped(view)):
        if len(rest) >= RECOGNISED:
            yield f"l:{lookalike(rest)}"
            yield f"=:{lookalike(rest)}"


SIGNAL = Signal("affix", Family.WORDS, compare, keys, variants, asks)

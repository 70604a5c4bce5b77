"""A name without the generic words at its ends, with others, or without its ordinary words."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from confusables import words
from confusables.affixes import affixes
from confusables.determiners import determiners, readable, stands_before
from confusables.languages import by_code
from confusables.later import kept
from confusables.tables import open_table
from confusables.territories import is_country

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confusables.views import View

__all__ = ["LONGEST", "SHORTEST", "Stripped", "odd", "put_on", "stripped"]

SHORTEST = 3  # letters of what is left
LONGEST = 15  # letters of a generic word
_LONG = 5  # letters of a rest that two words may be taken off
_ODD, _SCRAP = 6, 2  # letters of a part that is no word; of words that may be accidents
_PUT_ON = 0.2  # the share of the most frequent generic word
_TRANSLATED, _LESS = frozenset({"shop", "group"}), 0.7  # said in all languages; of their share
_ABROAD = 0.05  # of the share of a generic word that is none of the name's language
_SLIPS_OF = 3  # parts of a name whose slips are looked for


class Stripped(NamedTuple):
    """What is left of a name without one generic word at an end, or without its ordinary words."""

    affix: str
    rest: str


def stripped(view: View) -> tuple[Stripped, ...]:
    """Every way to take a generic word off an end of the name, or two words, the other of which may
    be a determiner before it; the affix of two is both: le … shop."""
    return _stripped(view.base)


@lru_cache(maxsize=1024)
def _stripped(base: str) -> tuple[Stripped, ...]:
    once = [*_taken_off(base, SHORTEST, 2)]
    # A second one off a name of some length: secure-brontiq-login, brontiq-account-update.
    twice = [
        Stripped(_both(base, affix, rest, more, less), less)
        for affix, rest in once
        if len(affix) > _SCRAP
        for more, less in (*_taken_off(rest, _LONG, _SCRAP + 1), *_undetermined(base, rest))
    ]
    found = {one.rest: one for one in (*twice, *once)}
    if words.is_listed(base):  # what begins or ends a word is no name: mystery, cooperate
        whole = (one for one in found.values() if len(one.affix) > _SCRAP)
        return tuple(one for one in whole if words.is_listed(one.rest))
    return tuple(found.values())


def _both(base: str, affix: str, rest: str, more: str, less: str) -> str:
    """Two words that were taken off, as they stand: my … app."""
    before: list[str] = []
    after: list[str] = []
    for word, whole, left in ((affix, base, rest), (more, rest, less)):
        if whole == word + left:
            before.append(word)
        else:
            after.insert(0, word)
    return " ".join([*before, "…", *after] if before and after else [*before, *after])


def _taken_off(base: str, rest: int, least: int) -> Iterator[Stripped]:
    """The generic words of at least so many letters at either end, so many letters left."""
    for size in range(min(LONGEST, len(base) - rest), least - 1, -1):
        if words.is_generic(base[:size]):
            yield Stripped(base[:size], base[size:])
        if words.is_generic(base[-size:]):
            yield Stripped(base[-size:], base[:-size])


def _undetermined(base: str, rest: str) -> Iterator[Stripped]:
    """A determiner before a name of some length, where what follows it was taken off the end."""
    if base.startswith(rest):
        for size in range(_SCRAP, len(rest) - _LONG + 1):
            first, less = rest[:size], rest[size:]
            if first in determiners() and (words.is_generic(first) or stands_before(first, less)):
                yield Stripped(first, less)


@kept
def odd(view: View) -> tuple[Stripped, ...]:
    """The parts of a name that are no words, beside others that are: account-amazcn-upgrade."""
    found: dict[str, Stripped] = {}
    parts = view.parts
    if len(parts) > 1:
        plain = [part for part in parts if readable(part)]
        small = [p for p in parts if p.isdecimal() or is_country(p) or len(p) <= _SCRAP + 1]
        strange = [part for part in parts if part not in plain and part not in small]
        if plain and min(map(len, strange), default=0) >= _LONG:
            for part in strange[:_SLIPS_OF]:
                found[part] = Stripped(" ".join(p for p in parts if p != part), part)
    for said in dict.fromkeys(reading.words for reading in view.readings):
        known = [len(word) > _SCRAP and bool(words.known(word)) for word in said]
        if not any(known):
            continue
        first = known.index(False) if False in known else len(known)
        last = len(known) - known[::-1].index(False) if False in known else 0
        rest = "".join(said[first:last])
        if all(known[:first] + known[last:]) and not any(known[first:last]):
            beside = " ".join((*said[:first], *said[last:]))
            if len(rest) >= _ODD and not words.known(rest):
                found.setdefault(rest, Stripped(beside, rest))
    return tuple(found.values())[:_SLIPS_OF]


@cache
def put_on(tongue: str, local: str = "") -> tuple[tuple[str, str, float], ...]:
    """The generic words to put before or after a name of a language, and the share of each; beside
    a name of none also those of the language of its country.

    Not those that are determiners too (my): to put them on is that signal's.
    """
    found = []
    for side, word, counted in affixes():
        mine = side == "prefix" and word in determiners()
        if 1 < len(word) <= LONGEST and words.is_generic(word) and not mine:
            share = _PUT_ON * counted * (1.0 if _is_at_home(word, tongue) else _ABROAD)
            found.append((word, "", share) if side == "prefix" else ("", word, share))
            if word in _TRANSLATED and local and local != "en":
                found += _translated(word, share, local)
    return tuple(found)


def _translated(word: str, share: float, code: str) -> Iterator[tuple[str, str, float]]:
    """The usual word for an English one, where names of the language have such words: loja, winkel;
    more have the English one, which is short."""
    if (language := by_code(code)) is None:
        return
    meant, seen = words.senses(word, "en"), {word}
    for other in sorted(open_table("generic.txt").decode("ascii").split(), key=words.rarity):
        senses, stem = words.senses(other, code), language.stem(other)
        if stem not in seen and other != word and any(senses.get(one) == 0 for one in meant):
            seen.add(stem)  # loja, and no lojas
            yield ("", other, _LESS * share) if language.nouns_last else (other, "", _LESS * share)


def _is_at_home(affix: str, spoken: str) -> bool:
    """Whether a generic word is one of the language that the name is read in. English ones are in
    all dictionaries: beside words of another language they are as foreign as others."""
    known = words.known(affix)
    return spoken == "und" or (spoken in known and (spoken == "en" or "en" not in known))

"""Numbers: digits for words and words for digits: 2rives and deuxrives."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain, combinations, product
from typing import TYPE_CHECKING

from confusables.labels import LONGEST
from confusables.languages import LANGUAGES, by_code
from confusables.model import Evidence, Family, Kind, Says, Signal, Variant
from confusables.views import numbers
from confusables.words import is_generic, is_listed, known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from confusables.views import View

__all__ = ["SIGNAL", "said_in", "spelled"]

_DIGITS = re.compile(r"\d+")
_MOST = 3  # numbers of one name
_SAID_APART = 4  # digits that are said one by one, at most
_SCRAP = 2  # letters
_LONGEST_WORD = 15
_ORDINAL = 0.65  # of the bits, where plain digits would be an ordinal: web3 is seldom webthird


def spelled(base: str) -> Iterator[tuple[str, str, str]]:
    """The name with one number written as a word, or all: (new form, digits, word); the digits of
    an ordinal have its ending (1st, 2eme)."""
    for run in _DIGITS.finditer(base):
        for digits, word in _by_run().get(run[0], ()):
            if base.startswith(digits, run.start()):
                end = run.start() + len(digits)
                if end > run.end() and _reads_on(base, run.end(), end):
                    continue
                yield base[: run.start()] + word + base[end:], digits, word
    yield from _all_spelled(base)


def _reads_on(base: str, start: int, end: int) -> bool:
    """Whether what looks like the ending of an ordinal, or hours, begins a word: 2alive, 24home."""
    return _begun(base[start:]) >= end - start + _begun(base[end:])


def _begun(text: str) -> int:
    """The letters of the longest word that a text begins with."""
    sizes = range(min(len(text), _LONGEST_WORD), _SCRAP, -1)
    return next((size for size in sizes if is_listed(text[:size])), 0)


@cache
def _by_run() -> dict[str, list[tuple[str, str]]]:
    """For each run of digits the numbers that begin with it, and the words for them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for digits, word in numbers():
        if run := _DIGITS.match(digits):
            found.setdefault(run[0], []).append((digits, word))
    return found


def _all_spelled(base: str) -> Iterator[tuple[str, str, str]]:
    """The name with all of its numbers, two or more, written as words of one language."""
    runs = _DIGITS.findall(base)
    if not 1 < len(runs) <= _MOST:
        return
    between = _DIGITS.split(base)
    for language in LANGUAGES:
        for said in product(*(language.numbers.get(run, ()) for run in runs)):
            made = "".join(map("".join, zip(between, (*said, ""), strict=True)))
            yield made, " ".join(runs), " ".join(said)


def _digit_by_digit(base: str) -> Iterator[tuple[str, str, str]]:
    """The name with the only number of two to four digits said by its digits (123, one two three),
    or by its first two together (24/7)."""
    runs = list(_DIGITS.finditer(base))
    if len(runs) != 1 or not 1 < len(runs[0][0]) <= _SAID_APART:
        return
    digits = runs[0][0]
    for language in LANGUAGES:
        for parts in ((*digits,), (digits[:2], *digits[2:])) if len(digits) > 2 else ((*digits,),):
            said = [language.numbers.get(part, ("",))[0] for part in parts]
            if all(said):
                made = base[: runs[0].start()] + "".join(said) + base[runs[0].end() :]
                yield made, digits, " ".join(said)


def compare(new: View, old: View) -> Evidence | None:
    """One name is the other with a number written out."""
    if new.base == old.base or (new.base.isalpha() and old.base.isalpha()):
        return None
    for one, other in ((new, old), (old, new)):
        for form, digits, word in (*spelled(one.base), *_digit_by_digit(one.base)):
            if form == other.base and not _by_accident(form, word):
                bare = digits.isdecimal() and any(word in _ordinals(one.code) for one in LANGUAGES)
                return _found(digits, word, _ORDINAL if bare else 1.0)
    return None


@cache
def _ordinals(code: str) -> frozenset[str]:
    """The words of a language for digits with an ending: first."""
    language = by_code(code)
    numbered = language.numbers.items() if language else ()
    return frozenset(word for digits, said in numbered if not digits.isdecimal() for word in said)


def _found(digits: str, word: str, scale: float) -> Evidence:
    says = Says("“{digits}” is also written “{word}”", {"digits": digits, "word": word})
    return Evidence(Family.SHAPE, "number", "written-out", says, Kind.NUMBER, scale)


def _by_accident(form: str, word: str) -> bool:
    """Whether a number is part of a word by accident: with a letter or two beside it (z-one), or
    with letters that are no word (ten-erife); to and for stand for digits anywhere (2gether)."""
    if len(form) == len(word) or not is_listed(form):
        return False
    if len(form) - len(word) <= _SCRAP:
        return True
    return word in _usual() and not known(form.replace(word, "", 1))


@cache
def _usual() -> frozenset[str]:
    """The usual words for numbers."""
    return frozenset(said[0] for language in LANGUAGES for said in language.numbers.values())


def keys(view: View) -> Iterable[str]:
    """The forms with words for digits, filed as the name itself is."""
    for form, _, _ in spelled(view.base):
        yield f"p:{form}"


def variants(view: View) -> Iterable[Variant]:
    """Digits as words of the language that the name is read in, and words as digits."""
    said = said_in(view.own.language)
    for form, digits, word in spelled(view.base):
        if len(form) <= LONGEST and not _by_accident(form, word):
            usual = 0.1 if is_generic(digits) else 0.3  # 24 and 365 are hardly ever spelled
            yield Variant(form, usual if (digits, word) in said else 0.01)
    for digits, word in _inside(view.base):
        if view.base == word or _by_accident(view.base, word):
            continue
        at = view.base.find(word)
        made = view.base[:at] + digits + view.base[at + len(word) :]
        if any(form == view.base for form, _, _ in spelled(made)):  # not where digits meet digits
            yield Variant(made, 0.2 if _stands_in(digits, word, view) else 0.01)


@cache
def _by_word() -> dict[str, list[tuple[int, str, str]]]:
    """For each word its place in ``numbers``, the digits, and the word again."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    for place, (digits, word) in enumerate(numbers()):
        found.setdefault(word, []).append((place, digits, word))
    return found


def _inside(base: str) -> Iterator[tuple[str, str]]:
    """The numbers that are words inside a name, in the order of ``numbers``: (digits, word)."""
    by_word = _by_word()
    parts = {base[start:end] for start, end in combinations(range(len(base) + 1), 2)}
    found = sorted(chain.from_iterable(by_word[part] for part in parts & by_word.keys()))
    return ((digits, word) for _, digits, word in found)


@cache
def said_in(code: str) -> frozenset[tuple[str, str]]:
    """Digits and the words for them in a language, in English for a name that none reads; a plain
    number is no ordinal: web3 is not web third."""
    language = by_code(code) or by_code("en")
    found = language.numbers if language else {}
    ordinals = _ordinals(language.code) if language else frozenset()
    return frozenset(
        (digits, word)
        for digits, said in found.items()
        for word in said
        if word not in ordinals or not digits.isdecimal()
    )


def _stands_in(digits: str, word: str, view: View) -> bool:
    """Whether a number is a word of the name as it is read, rather than letters inside one (petit
    b-ate-au), in a language that has it, and no article before a word (une). Dutch onze is none."""
    own = view.own
    for reading in (own,) if view.tongue == own.language else view.readings:
        language, said = by_code(reading.language), reading.words
        said = said[-1:] if language and word in language.determiners else said
        if word in said and (digits, word) in said_in(reading.language):
            return True
    return False


@cache
def _digit_words() -> tuple[tuple[re.Pattern[str], re.Pattern[str], dict[str, str]], ...]:
    """For each language what matches its words for several digits in a row, what matches one, and
    the digits."""
    found = []
    for language in LANGUAGES:
        digits = {language.numbers[d][0]: d for d in "0123456789" if d in language.numbers}
        one = "|".join(sorted(digits, key=len, reverse=True))
        row = re.compile(f"(?:{one}){{2,{_SAID_APART}}}")
        found.append((row, re.compile(one), digits))
    return tuple(found)


def asks(view: View) -> Iterable[str]:
    """Its digits said one by one, and words for digits in a row as digits: no row is filed so."""
    for form, _, _ in _digit_by_digit(view.base):
        yield f"=:{form}"
    for row, one, digits in _digit_words():
        for run in row.finditer(view.base):
            made = "".join(digits[word] for word in one.findall(run[0]))
            yield f"=:{view.base[: run.start()]}{made}{view.base[run.end() :]}"


SIGNAL = Signal("number", Family.SHAPE, compare, keys, variants, asks)

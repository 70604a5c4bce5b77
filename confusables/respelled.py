"""A name spelled otherwise: umlauts written out, look-alikes as letters, digits and shorthand as
words. What else differs between two names is seen only then: getb1uefern, bluefern.

One such change alone is told by the signal of its kind. Beside another one it takes some of what
that is worth.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import Postfix, Prefix

from confusables import words
from confusables.determiners import readable
from confusables.fold import letters
from confusables.labels import LONGEST
from confusables.later import kept
from confusables.model import Evidence, Family, Says
from confusables.signals import accent, number, shorthand
from confusables.signals.lookalike import PAIRS
from confusables.skeleton import DIGITS, scripts
from confusables.views import View, base_form, of_label

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Respelled", "for_pair", "for_search"]

_SHORTEST = 5  # letters of a name: shorter ones are like others by chance
_MOST = 8  # spellings of a name
_LIKELY = 3  # of them by which others are looked for
_SCRAP = 3  # letters: of shorthand fewer seldom stand for anything
_FAR = 12  # letters of what differs: more is at two places

# What is seen as letters: a digit between two, or zeros; two letters as one.
_DIGIT: Final = re.compile(r"(?<=[a-z])(?:0+|[1345789])(?=[a-z])")
_SEEN: Final = tuple(DIGITS | str.maketrans("01", f"o{one}") for one in "li")

_STANDS = Says("“{short}” may stand for “{long}”, one change of two")
_FOREIGN = Says("“{short}” is of another script and looks like “{long}”, one change of two")


class Respelled(NamedTuple):
    """A name spelled otherwise, and what that takes from the evidence; None where it is free."""

    view: View
    evidence: Evidence | None


class _Form(NamedTuple):
    """The letters that a name may be spelled with, what of it stands for what (empty where any
    letters may), and whether the name can be read so alone."""

    text: str
    short: str
    long: str
    sure: bool = False


def for_pair(view: View, other: View) -> Iterator[Respelled]:
    """The spellings of a name that the other one may have, where they differ in more."""
    if made := accent.otherwise(view, other):
        yield Respelled(made, None)
    for form in _forms(view):
        if form.text != other.base and (changed := _changed(form, view.base, other.base)):
            says = _FOREIGN if scripts(changed[0]) - {"Latin"} else _STANDS
            says = Says(says.template, dict(zip(("short", "long"), changed, strict=True)))
            evidence = Evidence(Family.WRITING, "respelled", "in-part", says)
            yield Respelled(of_label(form.text, view.name.suffix), evidence)


def for_search(view: View) -> Iterator[View]:
    """The likeliest spellings of a new name, by which others are looked for too; numbers are said
    in its own language."""
    if made := accent.respelled(view):
        yield made
    said = number.said_in(view.tongue)
    likely = (
        form
        for form in _forms(view)
        if ((form.short, form.long) in said if form.short[:1].isdecimal() else _is_plain(form))
    )
    for form in islice(likely, _LIKELY):
        yield of_label(form.text, view.name.suffix)


def _is_plain(form: _Form) -> bool:
    """Whether what stands for something is no mere letter or two, which seldom does, but for a sign
    or what looks like other letters."""
    return len(form.short) >= _SCRAP or not form.short.isalnum() or form.short in dict(PAIRS)


def _changed(form: _Form, base: str, other: str) -> tuple[str, str] | None:
    """What a name has and what a form has in its place, where the other name has that too, with a
    letter beside it, and not the first; None where not."""
    text = form.text
    start = Prefix.similarity(text, base)
    end = min(Postfix.similarity(text, base), min(len(text), len(base)) - start)
    short, long = base[start : len(base) - end], text[start : len(text) - end]
    told = form.short or short, form.long or long
    if not form.short and not other.isalpha():
        return None  # another number: route 9, route 7
    if form.sure:
        return told
    if not long or len(long) > _FAR:
        return None
    before, after = text[max(0, start - 1) : start], text[len(text) - end :][:1]
    if before + short + after in other:
        return None
    if len(long) == 1:
        shows = before + long + after in other
    else:
        shows = long + after in other or (bool(before) and before + long in other)
    return told if shows else None


@kept
def _forms(view: View) -> tuple[_Form, ...]:
    """The spellings of a name, none of them its own; none of a short one."""
    if len(view.base) < _SHORTEST:
        return ()
    found: dict[str, _Form] = {}
    digits = () if view.base.isalpha() else number.spelled(view.base)
    numbers = (_Form(*spelled) for spelled in digits)
    said = (_Form(*expanded) for expanded in shorthand.expanded(view))
    for forms in (_seen(view), numbers, said):
        for form in islice(forms, _MOST):
            if form.text != view.text and 0 < len(form.text) <= LONGEST:
                found.setdefault(form.text, form)
    return tuple(found.values())


def _seen(view: View) -> Iterator[_Form]:
    """What a name looks like that has digits for letters, or two letters for one, or letters of
    another script."""
    base = view.base
    if base.isascii() and scripts(view.text) - {"Latin"}:
        foreign = next(letter for letter in view.text if scripts(letter) - {"Latin"})
        yield _Form(base, foreign, base_form(foreign), sure=True)
    if base.isalpha() and not any(pair in base for pair, _ in PAIRS):
        return
    forms = [(base.replace(pair, letter), pair, letter) for pair, letter in PAIRS]
    for table in _SEEN:
        label = list(view.name.unicode)
        for run in _DIGIT.finditer(view.name.unicode):
            label[run.start() : run.end()] = run[0].translate(table)
        forms.append((letters("".join(label)), "", ""))
    plain = any(all(map(words.known, reading.words)) for reading in view.readings)
    for made, short, long in forms:
        if made != base and not (short and plain):
            yield _Form(made, short, long, not plain and readable(made))

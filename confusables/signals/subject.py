"""Who does it: je participe, on participe, nous participons; I cook, we cook."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from confusables import words
from confusables.languages import BEFORE_ELIDED, LANGUAGES
from confusables.languages.verbs import conjugated
from confusables.model import Evidence, Family, Kind, Reading, Says, Signal
from confusables.signals.word_order import bag
from confusables.views import stemmer, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from confusables.model import Language, Subject
    from confusables.views import View

__all__ = ["SIGNAL"]

_SHORTEST = 2  # letters of a form
_REST = 3  # letters of what is done, where there is something
_TELLING = 26.0  # bits of a name that is not everyday
# Where a pronoun before one verb is how products and firms are called: iwork and wework are two.
_PREFIXED, _BRAND = frozenset({"en"}), 0.5
# Where the verb tells who, and the pronoun is mostly left out: cocinamos.
_UNSAID = frozenset({"es", "it", "pt"})


class _Act(NamedTuple):
    """A name read as who does something: in a language, the infinitive, the stems of what is done,
    and the words as they stand; and the stems of it all where no pronoun says who."""

    code: str
    verb: str
    rest: str
    said: tuple[str, ...]
    unsaid: tuple[str, ...]

    @property
    def act(self) -> tuple[str, str, str]:
        """What is done, whoever does it."""
        return self.code, self.verb, self.rest


def compare(new: View, old: View) -> Evidence | None:
    """The same is done by somebody else, or by as many others."""
    if new.base == old.base:
        return None
    mine, theirs = _acts(new.base), _acts(old.base)
    found = {other.act: other for other in theirs} if mine else {}
    for one in mine:
        if other := found.get(one.act):
            return _found(new, old, one, (one.said, other.said))
    for one in mine:
        if said := _without(one, old):
            return _found(new, old, one, (one.said, said))
    for other in theirs:
        if said := _without(other, new):
            return _found(new, old, other, (said, other.said))
    return None


def _found(new: View, old: View, act: _Act, said: tuple[tuple[str, ...], ...]) -> Evidence:
    mine, theirs = map(" ".join, said)
    says = Says(
        "“{mine}” and “{theirs}” say the same of somebody else", {"mine": mine, "theirs": theirs}
    )
    scale = told(new, old, 0.5, _TELLING)
    if act.code in _PREFIXED and not act.rest:
        scale *= _BRAND
    return Evidence(Family.WORDS, "subject", "another", says, Kind.INFLECTION, scale)


def _without(act: _Act, view: View) -> tuple[str, ...]:
    """The words of a name that says the same of somebody else by its verb alone: cocinamos sano
    for yo cocino sano; empty where it does not."""
    if not act.unsaid or act.unsaid not in view.stems:
        return ()
    said = (r.words for r in view.readings if r.language == act.code and r.words[0] not in act.said)
    return next((w for w in said if words.lemma(w[0], act.code) == act.verb), ())


@lru_cache(maxsize=4096)
def _acts(base: str) -> tuple[_Act, ...]:
    """The ways to read a name as who does something; a word is none (tuning, onde)."""
    if words.is_listed(base):
        return ()
    return tuple(
        act
        for language in LANGUAGES
        for pronoun, subject in language.subjects.items()
        if base.startswith(pronoun)
        for act in _done_by(language, pronoun, subject, base[len(pronoun) :])
    )


def _done_by(language: Language, pronoun: str, subject: Subject, behind: str) -> Iterator[_Act]:
    """What a subject does by the letters behind it, with a word for oneself between or without."""
    forms = conjugated(language.code)
    for oneself in ("", *subject.selves):
        left = behind[len(oneself) :]
        if not behind.startswith(oneself) or not _may_stand(oneself or pronoun, left):
            continue
        for size in range(min(_longest(language.code), len(left)), _SHORTEST - 1, -1):
            form, rest = left[:size], left[size:]
            verb = forms.get(form)
            if not verb or not form.endswith(subject.endings):
                continue
            if _is_one(pronoun, form, verb, language) or (done := _done(rest, language)) is None:
                continue
            said = (pronoun, oneself, form, *done.words)
            act = f"se {verb}" if oneself else verb
            stems = " ".join(map(language.stem, done.words))
            told = language.code in _UNSAID and not oneself and done.core
            unsaid = tuple(map(stemmer(language.code), (verb, *done.core))) if told else ()
            yield _Act(language.code, act, stems, tuple(filter(None, said)), unsaid)
            return


@cache
def _longest(code: str) -> int:
    """The letters of the longest form of a verb."""
    return max(map(len, conjugated(code)), default=0)


def _is_one(pronoun: str, form: str, verb: str, language: Language) -> bool:
    """Whether a pronoun and the form of a verb are one word: erleben is no er and leben."""
    return any(language.code in words.known(pronoun + one) for one in (form, verb))


def _may_stand(word: str, behind: str) -> bool:
    """Whether a word may stand before these letters: what is left of one, a consonant, before a
    vowel (j'aime), any other before all."""
    return len(word) > 1 or word in BEFORE_ELIDED or behind[:1] in BEFORE_ELIDED


def _done(rest: str, language: Language) -> Reading | None:
    """The words behind a verb, none where it ends the name; None for what is no words."""
    code = language.code
    if not rest:
        return Reading(code, (), ())
    if len(rest) < _REST:
        return None
    readings = (reading for reading in words.read(rest) if reading.language == code)
    whole = (r for r in readings if all(code in words.known(word) for word in r.words))
    return next(whole, None)


def keys(view: View) -> Iterable[str]:
    """What is done, whoever does it; also as the verb's stem and those of the rest are filed."""
    for act in _acts(view.base):
        yield f"b:{act.code}>{act.verb} {act.rest}"
        if act.unsaid:
            yield f"b:{bag(act.unsaid)}"


SIGNAL = Signal("subject", Family.WORDS, compare, keys)

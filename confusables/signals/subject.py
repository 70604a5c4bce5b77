"""Who does it: je participe, on participe, nous participons; I cook, we cook."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from confusables import words
from confusables.labels import LONGEST
from confusables.languages import BEFORE_ELIDED, LANGUAGES, by_code
from confusables.languages.verbs import conjugated, persons, tells_who
from confusables.model import Evidence, Family, Kind, Reading, Says, Signal, Variant
from confusables.signals.word_order import bag
from confusables.views import stemmer, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from confusables.model import Language, Subject
    from confusables.views import View

__all__ = ["SIGNAL", "acts", "ends_in_verb"]

_SHORTEST = 2  # letters of a form
_REST = 3  # letters of what is done, where there is something
_TELLING = 26.0  # bits of a name that is not everyday
# Where a pronoun before one verb is how products and firms are called: iwork and wework are two.
_PREFIXED, _BRAND = frozenset({"en"}), 0.5
_ONESELF = "se "  # before the infinitive of what somebody does for oneself
_INSTEAD = 0.15  # how often another pronoun is put


class Act(NamedTuple):
    """A name read as who does something: in a language, the infinitive, the stems of what is done,
    the words as they stand, those behind the verb but for function words, what is done as it
    stands, and the stems of it all where no pronoun need say who."""

    code: str
    verb: str
    rest: str
    said: tuple[str, ...]
    things: tuple[str, ...]
    done: str
    unsaid: tuple[str, ...]

    @property
    def act(self) -> tuple[str, str, str]:
        """What is done, whoever does it."""
        return self.code, self.verb, self.rest


def compare(new: View, old: View) -> Evidence | None:
    """The same is done by somebody else, or by as many others."""
    if new.base == old.base:
        return None
    mine, theirs = acts(new.base), acts(old.base)
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


def _found(new: View, old: View, act: Act, said: tuple[tuple[str, ...], ...]) -> Evidence:
    mine, theirs = map(" ".join, said)
    says = Says(
        "“{mine}” and “{theirs}” say the same of somebody else", {"mine": mine, "theirs": theirs}
    )
    scale = told(new, old, 0.5, _TELLING)
    if act.code in _PREFIXED and not act.rest:
        scale *= _BRAND
    return Evidence(Family.WORDS, "subject", "another", says, Kind.INFLECTION, scale)


def _without(act: Act, view: View) -> tuple[str, ...]:
    """The words of a name that says the same of somebody else by its verb alone: cocinamos sano
    for yo cocino sano; empty where it does not."""
    if not act.unsaid or act.unsaid not in view.stems:
        return ()
    said = (r.words for r in view.readings if r.language == act.code and r.words[0] not in act.said)
    return next((w for w in said if words.lemma(w[0], act.code) == act.verb), ())


@lru_cache(maxsize=4096)
def acts(base: str) -> tuple[Act, ...]:
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


def ends_in_verb(view: View) -> bool:
    """Whether a name is who does something, and not what, in the language that comes to mind; not
    of English ones, which are products, of which there may be several (iplay)."""
    told = view.tongue
    return told not in _PREFIXED and any(a.code == told and not a.done for a in acts(view.base))


def _done_by(language: Language, pronoun: str, subject: Subject, behind: str) -> Iterator[Act]:
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
            act = f"{_ONESELF}{verb}" if oneself else verb
            # Whose it is goes with who does it: ich putze meine stadt, wir putzen unsere stadt.
            apart = tuple(w for w in done.words if w not in language.determiners) or done.words
            stems = " ".join(map(language.stem, apart))
            things = tuple(word for word in apart if word not in language.linking)
            told = tells_who(language.code) and not oneself and done.core
            unsaid = tuple(map(stemmer(language.code), (verb, *done.core))) if told else ()
            said = tuple(filter(None, said))
            yield Act(language.code, act, stems, said, things, rest, unsaid)
            return


@cache
def _longest(code: str) -> int:
    """The letters of the longest form of a verb."""
    return max(map(len, conjugated(code)), default=0)


def _is_one(pronoun: str, form: str, verb: str, language: Language) -> bool:
    """Whether a pronoun and the form of a verb are one word: erleben is no er and leben. What is
    left of one is written so (jaime)."""
    elided = len(pronoun) == 1 and pronoun not in BEFORE_ELIDED
    return not elided and any(language.code in words.known(pronoun + w) for w in (form, verb))


def _may_stand(word: str, behind: str) -> bool:
    """Whether a word may stand before these letters: what is left of one, a consonant, before a
    vowel (j'aime), any other before all."""
    return len(word) > 1 or word in BEFORE_ELIDED or behind[:1] in BEFORE_ELIDED


def _done(rest: str, language: Language) -> Reading | None:
    """The words behind a verb, none where it ends the name, or the particle that goes with it
    (ich mache mit); None for what is no words."""
    code = language.code
    if not rest:
        return Reading(code, (), ())
    if rest in language.linking or rest in language.determiners:
        return Reading(code, (rest,), ())
    if len(rest) < _REST:
        return None
    readings = (reading for reading in words.read(rest) if reading.language == code)
    whole = (r for r in readings if all(code in words.known(word) for word in r.words))
    return next(whole, None)


def keys(view: View) -> Iterable[str]:
    """What is done, whoever does it; also as the verb's stem and those of the rest are filed."""
    for act in acts(view.base):
        yield f"b:{act.code}>{act.verb} {act.rest}"
        if act.unsaid:
            yield f"b:{bag(act.unsaid)}"


def variants(view: View) -> Iterable[Variant]:
    """The same done by others, of whom names often tell, in the language that comes to mind."""
    if (act := _likeliest(acts(view.base), view.tongue)) and (language := by_code(act.code)):
        for pronoun, subject in language.subjects.items():
            made = _done_instead(act, pronoun, language) if subject.usual else ""
            if made and len(made) <= LONGEST:
                yield Variant(made, _INSTEAD)


def _likeliest(found: Sequence[Act], tongue: str) -> Act | None:
    return next((act for act in found if act.code == tongue), found[0] if found else None)


def _done_instead(act: Act, pronoun: str, language: Language) -> str:
    """An act with another pronoun before it, its verb in the form of that one; empty where there is
    none, and for the pronoun that the act has."""
    subject, verb = language.subjects[pronoun], act.verb.removeprefix(_ONESELF)
    form = _form(act.code, verb, subject)
    selves = [one for one in subject.selves if _may_stand(one, form)] if verb != act.verb else [""]
    if not form or not selves or pronoun == act.said[0]:
        return ""
    behind = min(selves, key=len) + form + act.done
    elided = pronoun[:-1] in language.subjects and behind[0] in BEFORE_ELIDED
    return pronoun + behind if _may_stand(pronoun, behind) and not elided else ""


@cache
def _form(code: str, verb: str, subject: Subject) -> str:
    """The form of a verb behind a subject: the first with an ending of that and of no other; of one
    whose verbs end anyhow the first of all. Empty for a form that people do not write."""
    language = by_code(code)
    others = {end for one in language.subjects.values() for end in one.endings} if language else ()
    forms = persons(code).get(verb, ())
    longest = {form: max(filter(form.endswith, others), key=len, default="") for form in forms}
    found = (
        form for end in filter(None, subject.endings) for form in forms if longest[form] == end
    )
    form = next(found if any(subject.endings) else iter(forms), "")
    return form if code in words.known(form) else ""


SIGNAL = Signal("subject", Family.WORDS, compare, keys, variants)

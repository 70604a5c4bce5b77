"""Forms of the present of everyday verbs, by which a form that is one is told from a noun.

Of a closed list a language (``everyday``): what regular endings make of any word is a noun as often
as a verb, and names are full of nouns. A language without one has the verbs of its ``verbs`` alone.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from confusables.languages import everyday
from confusables.languages.de import bare
from confusables.languages.stems import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

__all__ = [
    "NO_GERUNDS",
    "as_form",
    "as_verb",
    "conjugated",
    "is_ours",
    "persons",
    "present",
    "tells_who",
]

_VOWELS: Final = frozenset("aeiou")
_SHORTEST = 3  # letters of a form: shorter ones are words of all kinds
_GERUND = "ndo"

NO_GERUNDS: Final = frozenset({"armando", "orlando", "rolando"})
"""Names of people that end as gerunds do."""

# Of these all forms are listed: those of which that for nous is.
_FR_LISTED: Final = frozenset(
    pair.partition(":")[2]
    for pair in everyday.FR_IRREGULAR.split()
    if "ons:" in pair or "mes:" in pair
)


def _french(verb: str) -> Iterator[str]:
    """Regular persons: je and on, tu, nous, vous, ils; those of -ir as finir has them."""
    base, kind = verb[:-2], verb[-2:]
    if verb in _FR_LISTED:
        return
    if kind == "er":
        soft = {"g": base + "e", "c": base}.get(base[-1], base)
        spoken = base[:-1] + "i" if base.endswith("y") else base
        yield from (spoken + end for end in ("e", "es", "ent"))
        yield from (soft + "ons", base + "ez", base + "e", base + "es")
    elif kind == "ir":
        yield from (base + end for end in ("is", "it", "issons", "issez", "issent"))
    else:
        yield from (base + end for end in ("s", "", "ons", "ez", "ent"))


def _english(verb: str) -> Iterator[str]:
    """One form for all persons but the third."""
    yield verb


def _german(verb: str) -> Iterator[str]:
    """Koche, kocht, kochst, also of people who leave the dots of an umlaut away; of the imperative
    nothing, which nouns look like: Kauf, Koch."""
    base = verb.removesuffix("en") if verb.endswith("en") else verb.removesuffix("n")
    own = base[:-2] + "le" if verb.endswith("eln") else base + "e"
    # What ends in -t and -d, or in -n behind a consonant, needs an e: arbeitet, rechnet.
    clear = base[-2] in "aeiourlmn" or (base[-2] == "h" and base[-3] != "c")
    soft = base[-1] in "td" or (base[-1] in "mn" and not clear)
    you = "t" if base[-1] in "szx" else "est" if soft else "st"
    for form in (own, base + ("et" if soft else "t"), base + you, verb):
        yield from (form, bare(form))


def _dutch(verb: str) -> Iterator[str]:
    """Kook, kookt: a long vowel, one letter before -en, is two without it."""
    base = verb.removesuffix("en")
    last, before = base[-1], base[-2]
    weak = before == "e" and not _VOWELS.isdisjoint(base[:-2]) and verb not in everyday.NL_LONG
    if last == before and last not in _VOWELS:
        base = base[:-1]
    elif last not in _VOWELS and last not in "wx" and before in "aeou" and not weak:
        base = base if base[-3:-2] in _VOWELS else base[:-1] + before + last
    base = base[:-1] + {"v": "f", "z": "s"}.get(base[-1], base[-1])
    yield from (base, base if base.endswith("t") else base + "t", verb)


def _spanish(verb: str) -> Iterator[str]:
    yield verb[:-1] + "mos"  # stressed on its ending, as in pensamos
    for base in _spanish_bases(verb):
        yield from _iberian(base, verb[-2:], "n")


def _spanish_asked(verb: str) -> Iterator[str]:
    for base in _spanish_bases(verb):
        yield from _iberian_asked(base, verb[-2:], "n")


def _spanish_bases(verb: str) -> Iterator[str]:
    """What stands before the endings, first as it is where it is stressed: piens, pens."""
    base = verb[:-2]
    for change, changing in everyday.ES_STRESSED.items():
        plain, _, broken = change.partition(":")
        if verb in changing:
            head, _, tail = base.rpartition(plain)
            yield head + broken + tail
    yield base


def _portuguese(verb: str) -> Iterator[str]:
    yield from _iberian(verb[:-2], verb[-2:], "m")


def _portuguese_asked(verb: str) -> Iterator[str]:
    yield from _iberian_asked(verb[:-2], verb[-2:], "m")


def _iberian(base: str, kind: str, they: str) -> Iterator[str]:
    """The persons of Spanish and Portuguese."""
    own = "a" if kind == "ar" else "e"
    yield from (base + "o", base + own, base + own + "s", base + own + they, base + kind[0] + "mos")


def _iberian_asked(base: str, kind: str, they: str) -> Iterator[str]:
    """The forms of requests, which have the other vowel, before which c, g and z are written so
    that they sound the same: busca, busque."""
    other = "e" if kind == "ar" else "a"
    if kind == "ar":
        base = base[:-1] + {"c": "qu", "g": "gu", "z": "c"}.get(base[-1:], base[-1:])
    yield from (base + other, base + other + they, base + other + "mos")


def _italian(verb: str) -> Iterator[str]:
    base, kind = verb[:-3], verb[-3:]
    hard = base + "h" if kind == "are" and base[-1] in "cg" else base
    thin = base.removesuffix("i")
    if verb in everyday.IT_ISC:
        yield from (base + ending for ending in ("isco", "isce", "iscono", "iamo"))
        return
    yield base + "o"
    yield from ((hard if hard != base else thin) + ending for ending in ("i", "iamo"))
    yield from (base + ending for ending in (("a", "ano") if kind == "are" else ("e", "ono")))


def _none(_: str) -> Iterable[str]:
    return ()


class _Present(NamedTuple):
    """The present of a language's everyday verbs."""

    infinitives: frozenset[str]
    persons: Callable[[str], Iterator[str]]
    """The regular forms of an infinitive."""
    irregular: str = ""
    """``form:infinitive``."""
    other: frozenset[str] = frozenset()
    """Forms that are known as something else: as a noun, a name, a word that links others."""
    plurals: tuple[tuple[str, str], ...] = ()
    """What the plural of a noun has for the end of the noun, which a form may be: canto."""
    helping: str = ""
    """Forms of auxiliaries and the like, as ``irregular``, which are told behind who does it
    alone: ich bin, wij gaan."""
    told: frozenset[str] = frozenset()
    """Infinitives whose forms are told so as well."""
    asked: Callable[[str], Iterable[str]] = _none
    """Forms of an infinitive by which something is asked, and nothing said of anybody."""
    clipped: str = ""
    """The ending of a form that people leave away behind who does it: ich mach."""
    unsaid: bool = False
    """Whether a form tells who does it, so that the pronoun is mostly left out: cocinamos."""
    many: tuple[str, ...] = ()
    """Endings of forms that are of others, of whom no name tells: hanno, estao."""
    ours: tuple[str, ...] = ()
    """Endings of forms that are of us, or of those who are spoken to, with no word for who."""
    alone: bool = True
    """Whether its forms are told from nouns where nothing says who does it; of French and English
    ones they are not: cuisine, work."""

    @property
    def whole(self) -> _Present:
        """With the verbs whose forms are told behind who does it alone."""
        return self._replace(infinitives=self.infinitives | self.told)


_PRESENT: Final[Mapping[str, _Present]] = {
    "de": _Present(
        everyday.DE,
        _german,
        everyday.DE_IRREGULAR,
        words("plant nahe naehe male horst hort gruende grunde plane messe lache malt"),
        helping=everyday.DE_HELPING,
        told=everyday.DE_TOLD,
        clipped="e",
    ),
    "es": _Present(
        everyday.ES,
        _spanish,
        everyday.ES_IRREGULAR,
        words(
            "como coma leo nada cobra corte tejo tomas venda muda meda cose para pinto pinta mora"
            " prueba sana ama dona donas dono suma sumas sumo mejores dones sones gestiones"
        ),
        (("s", ""),),
        asked=_spanish_asked,
        unsaid=True,
        ours=("mos",),
    ),
    "it": _Present(
        everyday.IT,
        _italian,
        everyday.IT_IRREGULAR,
        words("leggi guido vinci riparo decoro dono doni capi scali senti sposo pianto taglio"),
        (("i", "o"), ("i", "io"), ("he", "a"), ("e", "a")),
        unsaid=True,
        many=("nno",),
        ours=("iamo",),
    ),
    "fr": _Present(everyday.FR, _french, everyday.FR_IRREGULAR, ours=("ons", "ez"), alone=False),
    "en": _Present(everyday.EN, _english, helping=everyday.EN_HELPING, alone=False),
    "nl": _Present(
        everyday.NL,
        _dutch,
        everyday.NL_IRREGULAR,
        words("rent"),
        helping=everyday.NL_HELPING,
        told=everyday.NL_TOLD,
    ),
    "pt": _Present(
        everyday.PT,
        _portuguese,
        everyday.PT_IRREGULAR,
        words(
            "como coma nada cobra corte leva leve venda muda tome medo pinto pinta brinco mora ama"
            " servo serva melhores"
        ),
        (("s", ""),),
        asked=_portuguese_asked,
        unsaid=True,
        many=("eem", "ao"),
        ours=("mos",),
    ),
}


@cache
def present(code: str) -> Mapping[str, str]:
    """The folded forms of the present of a language's everyday verbs, to their infinitives.

    What two verbs share is a form of neither: which of them it is cannot be told.
    """
    if code not in _PRESENT or not _PRESENT[code].alone:
        return {}
    verbs, other = _PRESENT[code].infinitives, _PRESENT[code].other
    found, shared = _formed(_PRESENT[code])
    left = shared | verbs | other
    return {form: verb for form, verb in found.items() if form not in left}


@cache
def conjugated(code: str) -> Mapping[str, str]:
    """The folded forms that everyday verbs have behind who does it, to their infinitives: cuisine,
    though it is a noun too."""
    if code not in _PRESENT:
        return {}
    of = _PRESENT[code].whole
    regular, _ = _formed(of)
    found = {verb: verb for verb in of.infinitives} | regular
    if of.clipped:
        clipped = {form.removesuffix(of.clipped): verb for form, verb in regular.items()}
        found = clipped | found
    return _pairs(of.helping) | found


@cache
def persons(code: str) -> Mapping[str, tuple[str, ...]]:
    """The forms of the present of each everyday infinitive, those that are not regular first; none
    that another verb has too, or by which something is asked, or that is of others."""
    found: dict[str, list[str]] = {}
    if code in _PRESENT:
        of = _PRESENT[code].whole
        forms, shared = _formed(of)
        # Not those of auxiliaries, of which one may be each person's own: I am, we are.
        helping = (pair for pair in _pairs(of.helping).items() if pair[1] in of.infinitives)
        irregular = dict(helping) | _pairs(of.irregular)
        asked = {(f, v) for v in of.infinitives for f in {*of.asked(v)}.difference(of.persons(v))}
        for form, verb in (irregular | forms).items():
            said = form not in shared and (form, verb) not in asked
            if (said or form in irregular) and not form.endswith(of.many):
                found.setdefault(verb, []).append(form)
    return {verb: tuple(forms) for verb, forms in found.items()}


def tells_who(code: str) -> bool:
    """Whether the verbs of a language tell who does it, and the pronoun is mostly left out."""
    return code in _PRESENT and _PRESENT[code].unsaid


def is_ours(form: str, code: str) -> bool:
    """Whether the form of an everyday verb tells by its end that it is of us or of those who are
    spoken to: mangeons, mangez, cuidemos, salviamo."""
    return code in _PRESENT and form.endswith(_PRESENT[code].ours) and form in conjugated(code)


def _formed(of: _Present) -> tuple[dict[str, str], set[str]]:
    """The forms of verbs, and those that are too short or that two of them share."""
    found = _pairs(of.irregular)
    shared = set()
    for verb in sorted(of.infinitives):
        for form in (*of.persons(verb), *of.asked(verb)):
            if len(form) < _SHORTEST or found.setdefault(form, verb) != verb:
                shared.add(form)
    return found, shared


def _pairs(forms: str) -> dict[str, str]:
    """What is written as ``form:infinitive``."""
    return dict(pair.split(":") for pair in forms.split())


def as_form(gerund: str) -> tuple[str, ...]:
    """The ending of a gerund where it is a verb's alone, as in Spanish, Italian and Portuguese:
    -ando, but not that of the restaurant."""
    return (gerund,) if gerund.endswith(_GERUND) else ()


def as_verb(word: str, code: str) -> str:
    """The form of an everyday verb that a word is, or is the plural of: cantos, canto; else empty.

    A noun that is such a form is taken for the verb in both numbers or in none.
    """
    return _in_both_numbers(code).get(word, "")


@cache
def _in_both_numbers(code: str) -> Mapping[str, str]:
    forms = present(code)
    if not forms:
        return {}
    other, plurals = _PRESENT[code].other, _PRESENT[code].plurals
    found = {form: form for form in forms}
    for many, one in reversed(plurals):
        for form in forms:
            if form.endswith(one):
                found[form.removesuffix(one) + many] = form
    return {word: form for word, form in found.items() if word not in other}

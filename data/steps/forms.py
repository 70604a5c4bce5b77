"""Inflected forms of dictionary words, so that the token table holds them too.

Plurals, the forms of adjectives and the adverbs made of them, by the common rules; a wrong form
costs little, since no name bears it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["ROMANCE", "forms", "is_infinitive", "verb_forms"]


def _fr(word: str) -> set[str]:
    if word.endswith(("s", "x", "z")):
        return {word[:-1] + "se", word[:-1] + "ses"} if word.endswith("eux") else set()
    if word.endswith(("eau", "eu", "au")):
        return {word + "x"}
    if word.endswith("al"):
        return {word[:-1] + "ux", word + "s", word + "e", word + "es", word + "ement"}
    if word.endswith("f"):
        base = word[:-1]
        return {word + "s", base + "ve", base + "ves", base + "vement"}
    if word.endswith("er"):
        return {word + "s", word[:-2] + "ere", word[:-2] + "eres"}
    if word.endswith(("el", "en", "on", "et", "an")):
        doubled = word + word[-1]
        return {word + "s", word + "e", word + "es", doubled + "e", doubled + "es"}
    if word.endswith("e"):
        return {word + "s", word + "ment"}
    return {word + "s", word + "e", word + "es", word + "ement"}


def _en(word: str) -> set[str]:
    if word.endswith(("s", "x", "ch", "sh")):
        return {word + "es"}
    if word.endswith("y") and word[-2] not in "aeiou":
        return {word[:-1] + "ies"}
    return {word + "s"}


def _es(word: str) -> set[str]:
    if word.endswith("z"):
        return {word[:-1] + "ces", word[:-1] + "cecita"}
    if word.endswith("o"):
        base = word[:-1]
        found = {word + "s", base + "a", base + "as", base + "amente"}
        return found | _small(word, "ito", "illo")
    if word.endswith("a"):
        return {word + "s", *_small(word, "ita", "illa")}
    if word.endswith(("e", "i", "u")):
        return {word + "s", word + "mente"}
    found = {word + "es", word + "mente"}
    if word.endswith("l"):
        found.add(word + "ito")
    elif word.endswith(("n", "r")):
        found |= {word + "cito", word + "cita"}
    return found


def _small(word: str, *endings: str) -> set[str]:
    base = word[:-1]
    if base.endswith("c"):
        base = base[:-1] + "qu"
    elif base.endswith("g"):
        base += "u"
    return {base + ending for ending in endings} if len(base) > 2 else set()


def _it(word: str) -> set[str]:
    if word.endswith(("co", "go")):
        return {word[:-1] + "hi", word[:-1] + "i", word[:-1] + "a", word[:-1] + "he"}
    if word.endswith(("ca", "ga")):
        return {word[:-1] + "he"}
    if word.endswith("io"):
        return {word[:-1], word[:-1] + "a", word[:-1] + "e"}
    if word.endswith("o"):
        base = word[:-1]
        return {base + ending for ending in ("i", "a", "e", "ino", "etto", "amente")}
    if word.endswith("a"):
        base = word[:-1]
        return {base + "e", base + "ina", base + "etta"}
    if not word.endswith("e"):
        return set()
    return {word[:-1] + "i", (word[:-1] if word.endswith(("le", "re")) else word) + "mente"}


def _pt(word: str) -> set[str]:
    if word.endswith("ao"):
        return {word[:-2] + "oes", word + "s"}
    if word.endswith("m"):
        return {word[:-1] + "ns"}
    if word.endswith(("al", "el", "ol", "ul")):
        return {word[:-1] + "is", word + "mente"}
    if word.endswith(("r", "z", "s")):
        return {word + "es", word + "mente"}
    if word.endswith("o"):
        base = word[:-1]
        return {word + "s", base + "a", base + "as", base + "inho", base + "amente"}
    if word.endswith("a"):
        return {word + "s", word[:-1] + "inha"}
    small = {word[:-1] + "inho"} if word.endswith("e") else set()
    return {word + "s", word + "mente", *small}


def _de(word: str) -> set[str]:
    if word.endswith("e"):
        return {word + "n", word + "r", word + "s"}
    if word.endswith(("er", "el", "en")):
        return {word + "n", word + "s"}
    if word.endswith("in"):
        return {word + "nen"}
    return {word + ending for ending in ("e", "en", "er", "es", "s")}


def _nl(word: str) -> set[str]:
    if word.endswith("e"):
        return {word + "n", word + "s"}
    found = {word + "en", word + "s", word + "e", word + "je"}
    if len(word) > 2 and word[-1] not in "aeiouwxj" and word[-2] in "aeiou":
        if word[-3] == word[-2]:
            found |= {word[:-2] + word[-1] + "en", word[:-2] + word[-1] + "e"}
        elif word[-3] not in "aeiou":
            found |= {word + word[-1] + "en", word + word[-1] + "e"}
    if word.endswith(("s", "f")):
        other = word[:-1] + ("z" if word[-1] == "s" else "v")
        found |= {other + "en", other + "e"}
    return found


_RULES: dict[str, Callable[[str], set[str]]] = {
    "fr": _fr,
    "en": _en,
    "es": _es,
    "it": _it,
    "pt": _pt,
    "de": _de,
    "nl": _nl,
}


def forms(word: str, code: str) -> set[str]:
    """The inflected forms of a folded word, itself left out; of short words none."""
    rule = _RULES.get(code)
    return rule(word) - {word} if rule and len(word) > 3 else set()


# Endings of infinitives, and what their commonest forms have instead.
_VERBS: dict[str, dict[str, tuple[str, ...]]] = {
    "fr": {
        "ger": ("ge", "geant", "ges", "gee", "gees", "gent", "geons", "gez"),
        "er": ("e", "ant", "es", "ee", "ees", "ent", "ez", "ons", "eur"),
        "ir": ("it", "issant", "i", "is", "ie", "issent", "issez", "issons"),
        "re": ("", "ant", "u", "ez", "ons", "ue", "eur"),
    },
    "es": {
        "ar": ("a", "ando", "ado", "ada", "ados", "an", "amos", "emos", "e", "ador", "adora"),
        "er": ("e", "iendo", "ido", "ida", "en", "emos", "amos", "edor", "edora"),
        "ir": ("e", "iendo", "ido", "ida", "en", "imos", "amos"),
    },
    "it": {
        "iare": ("ia", "iando", "iato", "iata", "iati", "iamo", "iano"),
        "are": ("a", "ando", "ato", "ata", "ati", "iamo", "ano", "atore"),
        "ere": ("e", "endo", "uto", "uta", "iamo", "ono"),
        "ire": ("e", "endo", "ito", "ita", "iamo", "ono", "isce"),
    },
    "pt": {
        "ar": ("a", "ando", "ado", "ada", "ados", "am", "amos", "emos", "e", "ador", "adora"),
        "er": ("e", "endo", "ido", "ida", "em", "emos", "amos", "edor"),
        "ir": ("e", "indo", "ido", "ida", "em", "imos", "amos"),
    },
    "de": {"en": ("t", "st", "e", "end", "er", "ung", "ungen")},
}


# Where all of these have what looks like an infinitive, a row of meanings is one of verbs, in other
# languages too. A language whose column has gaps does not belong here: it would hide the rest.
ROMANCE = frozenset({"fr", "es", "it", "pt"})
_NO_VERBS = {"fr": ("aire", "oire")}  # of which those that are verbs are irregular


def is_infinitive(word: str, code: str) -> bool:
    """Whether a folded word looks like an infinitive of its language."""
    return bool(verb_forms(word, code)) and not word.endswith(_NO_VERBS.get(code, ()))


def verb_forms(word: str, code: str) -> set[str]:
    """The commonest forms of a folded infinitive; none of what does not look like one."""
    for ending, others in _VERBS.get(code, {}).items():
        if word.endswith(ending) and len(word) - len(ending) > 2:
            base = word[: -len(ending)]
            return {base + other for other in others} - {word}
    return set()

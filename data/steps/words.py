"""The token table: the words that names are made of, how common they are, and whose they are.

``vocabulary.py`` gathers them; here it is told which stay, and how they are written.

The table is a text and two strings of bytes::

    confusables words 4 TAB codes of the languages TAB number of words TAB number of parts LF
    a line a part, "abc TAB words TAB bytes": the words that begin with abc (or are ab), in order
    the words, sorted by part, LF after each
    a byte a word: bits, in quarters; the highest bit is set for a town that no dictionary has
    a byte a word: languages, the first of the header is bit 0
    the letter model: bits in eighths of a letter after two others, 27 x 27 x 27 bytes: the letter
    before, the one before that, the letter itself, each the edge of a word or a to z
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping

from confusables.languages import LANGUAGES
from confusables.languages.stems import words
from steps import Inputs, Step, lines
from steps.vocabulary import BRAND, COMMON, COMPOUNDS, CONCEPT, Table, vocabulary

Functions = Mapping[str, frozenset[str]]

CODES = tuple(language.code for language in LANGUAGES)
_BITS = 8
_TOWN = 128
_LONGEST = 18  # letters: what is longer is mostly a compound that no name has

STEEP = 2.0  # how much steeper the shares of words that no name bears fall than their marks

# Words of two letters that stand for themselves in names; all others are accidents.
_PAIRS = words(
    "tv pc uk us eu ai vr dj dr st ok go up bd cv io id ip it my no op or oz pi ox hi we do is be"
    " so yo si du ik nu ja je wo ya me co sp rj sc cf fc es ie ff bp xl hd hq fm"
    " se ca"
)

_ARTICLES = words("le la les")
# Before a dictionary word in what texts alone mention these are articles: larepubblica.
_SURELY_ARTICLES = words("le la les il lo gli el los las una the")
_SURELY_LONG = 7

# Words that one name runs together, and no other does.
_ONCE = words("ruedu")

# What looks like the second word of a German or Dutch compound and mostly is an ending or a prefix.
_NO_PART = words(
    "tisch tische tischen end ende enden haft lose ster pen eer men des den ten het ver uber ueber"
    " unter nach voor over onder innen essen"
)


def kept(word: str, count: float, floor: float) -> bool:
    """Whether a word helps: short ones must be in a list, strange ones be borne by several."""
    if len(word) == 1 or len(word) > _LONGEST:
        return False
    if len(word) == 2:
        return word in _PAIRS
    if len(word) == 3:
        return floor >= 3.0 or count >= 40
    if len(word) == 4:
        return floor >= 1.0 or count >= 8
    return floor > 0 or count >= (2 if len(word) == 5 else 1)


def _run_together(word: str, table: Table, function: Functions, generic: set[str]) -> bool:
    """Whether a word that names alone bear is two dictionary words: banquepopulaire, easypay.

    What texts of a language mention is so in that language alone, so that no other takes words
    from it; what is a name may be so in each, or be of two. Names in -mann are people's: deichmann.
    """
    if word.endswith("mann"):
        return False
    codes = table.speaks.get(word)
    for at in range(2, len(word) - 2):
        first, rest = word[:at], word[at:]
        if first not in table.floor or rest not in table.floor:
            continue
        if not codes and _long(word, at, min(table.floor[first], table.floor[rest]), table):
            return True
        for code in codes or CODES:
            if first in function[code]:
                if _determined(word, at, code, table):
                    return True
            elif _everyday(word, at, code, table, generic):
                return True
    return False


def _determined(word: str, at: int, code: str, table: Table) -> bool:
    """Whether a name is a determiner and a word of its language: lamoda, but not lacoste.

    Only if few bear the name and what follows is a word of the concept table. Listed names of
    people begin with a determiner by accident (ce line, her man), but not those with le and la:
    lebon, latour.
    """
    first, rest = word[:at], word[at:]
    if code not in table.determiners.get(first, ()) or code not in table.speaks.get(rest, ()):
        return False
    listed = word in table.listed
    if table.count[word] > 3 * BRAND or (listed and first not in _ARTICLES):
        return False
    if table.worth(rest, code) >= CONCEPT:
        return True
    surely = first in _SURELY_ARTICLES and len(rest) >= _SURELY_LONG
    only_texts = word not in table.dictionary and not listed
    return only_texts and surely and rest in table.dictionary


def _everyday(word: str, at: int, code: str, table: Table, generic: set[str]) -> bool:
    """Whether a name is two everyday words of a language, or one and a name: easypay.

    Of eight letters and fewer one is a generic word, else much would be cut that is one name
    (paribas, fielmann).
    """
    first, rest = word[:at], word[at:]
    worth = min(table.worth(first, code), table.worth(rest, code))
    if _long(word, at, worth, table):
        return True
    said = code in table.speaks.get(first, ()) and code in table.speaks.get(rest, ())
    short = said and word not in table.floor and (first in generic or rest in generic)
    return short and worth >= COMMON and word not in table.listed


def _long(word: str, at: int, worth: float, table: Table) -> bool:
    """Whether both parts, everyday ones, and the name are too long for an accident."""
    return worth >= COMMON and 3 < at < len(word) - 3 and len(word) > 8 and word not in table.listed


def _compound(word: str, table: Table) -> bool:
    """Whether a dictionary word is two everyday ones to all who have it: melkweg, hausarzt.

    Apart they can meet their translations and the same words in another order.
    """
    codes = table.speaks.get(word, set())
    return bool(codes) and codes <= COMPOUNDS and all(_parted(word, c, table) for c in codes)


def _parted(word: str, code: str, table: Table) -> bool:
    """Whether a word is two everyday ones of a language that writes nouns together.

    What is left of an everyday word with an s is that word, as it stands before others:
    handwerks, makelaars.
    """
    if len(word) < 7 or table.worth(word, code) >= COMMON:
        return False
    if word.endswith("s") and table.worth(word[:-1], code) >= COMMON:
        return False
    for at in range(3, len(word) - 2):
        parts = word[:at], word[at:]
        if _NO_PART.isdisjoint(parts) and all(
            code in table.speaks.get(part, ())
            and table.worth(part, code) >= (COMMON if len(part) > 3 else CONCEPT)
            for part in parts
        ):
            return True
    return False


def build(inputs: Inputs) -> bytes:
    """The bytes of the table."""
    if len(CODES) > _BITS:
        raise ValueError(
            f"a byte a word says which of {_BITS} languages have it, and there are {len(CODES)}: "
            "a ninth needs a second byte here and in confusables/tables/vocabulary.py"
        )
    table = vocabulary(inputs)
    if unknown := set().union(*table.speaks.values()) - set(CODES):
        raise ValueError(f"words of {', '.join(sorted(unknown))}, no language of LANGUAGES")
    generic = {word for line in lines(inputs["words/generic.txt"]) for word in line.split()}
    return _written(_weights(table, generic), table)


def _weights(table: Table, generic: set[str]) -> dict[str, float]:
    """The words that stay, in order, with their counts."""
    function = {each.code: each.determiners | each.linking for each in LANGUAGES}
    always = frozenset().union(*function.values())
    weights: dict[str, float] = {}
    for word in sorted(table.count.keys() | table.floor.keys()):
        count, floor = table.count.get(word, 0.0), table.floor.get(word, 0.0)
        if word in always or (word not in _ONCE and kept(word, count, floor)):
            seen = count if floor else 0.5 * count
            weights[word] = max(CONCEPT * (floor / CONCEPT) ** STEEP, seen) if floor else seen
    for word in list(weights):
        # A long word of the late lists alone is judged as a name is.
        name = not table.speaks.get(word) or (len(word) > 8 and word not in table.listed)
        if _run_together(word, table, function, generic) if name else _compound(word, table):
            del weights[word]
    return {word: weights[word] for word in sorted(weights, key=lambda w: (w[:3], w))}


def _written(weights: dict[str, float], table: Table) -> bytes:
    """The text of the words and the bytes behind it."""
    total = math.fsum(weights.values())
    masks = bytes(sum(1 << CODES.index(c) for c in table.speaks.get(w, ())) for w in weights)
    towns = table.towns - table.dictionary.keys()
    bits = bytes(
        min(_TOWN - 1, round(-4 * math.log2(weights[w] / total))) + (_TOWN if w in towns else 0)
        for w in weights
    )
    parts: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for word in weights:
        parts[word[:3]] += 1
        sizes[word[:3]] += len(word) + 1
    header = f"confusables words 4\t{' '.join(CODES)}\t{len(weights)}\t{len(parts)}\n"
    return (
        header.encode()
        + "".join(f"{part}\t{n}\t{sizes[part]}\n" for part, n in parts.items()).encode()
        + "".join(word + "\n" for word in weights).encode()
        + bits
        + masks
        + _letters(weights)
    )


def _letters(weights: dict[str, float]) -> bytes:
    """Bits of a letter after two others, from the words weighed by the logarithm of their count."""
    alphabet = "`abcdefghijklmnopqrstuvwxyz"
    triples: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for word, weight in weights.items():
        text = f"``{word}`"
        share = max(1, round(4 * math.log2(1 + weight)))
        for at in range(len(text) - 2):
            triples[text[at : at + 3]] += share
            pairs[text[at + 1 : at + 3]] += share
    out = bytearray()
    for b in alphabet:
        back = [pairs[b + c] + 1 for c in alphabet]
        total = sum(back)
        table = [n / total for n in back]
        for a in alphabet:
            row = [triples[a + b + c] for c in alphabet]
            seen = sum(row)
            for n, share_of_pair in zip(row, table, strict=True):
                chance = (n + 40 * share_of_pair) / (seen + 40)
                out.append(min(255, round(-8 * math.log2(chance))))
    return bytes(out)


STEP = Step(
    "words.bin",
    (
        "sources/brands-wikidata-nsi.tsv.gz",
        "sources/ror-organisations.tsv.gz",
        "sources/schools-swot.tsv.gz",
        "sources/words-compromise.tsv.gz",
        "sources/words-wikidata.tsv.gz",
        "sources/words-bip39.tsv.gz",
        "sources/words-emoji.tsv.gz",
        "sources/words-interfaces.tsv.gz",
        "sources/words-faker.tsv.gz",
        "sources/words-samples.tsv.gz",
        "sources/places-geonames.tsv.gz",
        "sources/words-translations.tsv.gz",
        "sources/words-pattern.tsv.gz",
        "sources/words-snowball.tsv.gz",
        "sources/words-agreements.tsv.gz",
        "sources/words-scowl-en.txt.gz",
        "sources/words-opentaal-nl.txt.gz",
        "concepts.tsv",
        "words/generic.txt",
        "words/before-nouns.tsv",
        "words/more.tsv",
        "words/further.tsv",
    ),
    build,
)

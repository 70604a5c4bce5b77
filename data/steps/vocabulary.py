"""The words that names are made of, with their counts and languages, before any is left out.

Counts come from the names of organisations, brands and schools (CC0, BSD-3-Clause and MIT);
which language a word belongs to from word lists, from the concept table, from the function words
of the library, and for the rest from the countries of the names that bear it. ``words.py`` makes
the token table of them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from confusables.fold import fold
from confusables.languages import LANGUAGES
from confusables.languages.stems import words
from steps import Inputs, lines, rows
from steps.forms import ROMANCE, forms, is_infinitive, verb_forms
from steps.listed import listed
from steps.meanings import meanings
from steps.spelled import spellings

if TYPE_CHECKING:
    from collections.abc import Iterator

_TELLING = 4  # letters of a stem: of shorter ones, words of other languages share many
COMPOUNDS = {language.code for language in LANGUAGES if language.compounds}

# Weights of the sources: a brand's name is nearer to a domain than that of an institute.
BRAND, INSTITUTE, SCHOOL = 4.0, 1.0, 0.5

# What a word is worth that no name bears, by the list it stands in (in the counts' unit).
FORM, FORM_OF_COMPOUNDS = 0.5, 0.9  # forms of less are left out unless a name bears them
# Endings of forms that only everyday words have in the table, in the languages that have them.
_WITH_ADVERBS = ("fr", "es", "it", "pt")
RARER = tuple(words("ment mente ito ita cito cita illo illa ino ina etto etta inho inha"))
OFTEN, CONCEPT, COMMON, NAME, FURTHER, TEXT, VERB, RARE = 40.0, 24.0, 8.0, 6.0, 3.0, 2.0, 1.2, 0.8
PLACES = {3: 0.8, 4: 1.5, 5: 3.0, 6: 4.5, 7: 6.0}  # by the digits of the population
COUNTED = {1: 0.8, 2: 1.0, 3: 1.4, 4: 2.0, 5: 2.5, 6: 3.0}  # by the bits of a count in texts

_CLASSES = {
    "Noun": COMMON,
    "MaleNoun": COMMON,
    "FemaleNoun": COMMON,
    "NeuterNoun": COMMON,
    "Adjective": 3.0,
    "MaleAdjective": 3.0,
    "Infinitive": VERB,
    "Verb": VERB,
    "Adverb": 3.0,
    "MaleName": NAME,
    "FemaleName": NAME,
    "FirstName": NAME,
    "LastName": NAME,
    "Country": COMMON,
    "Region": NAME,
    "City": COMMON,
    "WeekDay": COMMON,
    "Month": 3.0,
    "Cardinal": COMMON,
    "TextCardinal": COMMON,
    "Ordinal": COMMON,
    "TextOrdinal": COMMON,
    "Currency": 3.0,
    "Uncountable": COMMON,
}
_PROPER = {"MaleName", "FemaleName", "FirstName", "LastName", "Country", "Region", "City"}

_COUNTRIES = {
    "fr": "FR MC SN CI MA TN DZ CM",
    "en": "US GB IE AU NZ",
    "de": "DE AT",
    "es": "ES MX AR CO CL PE UY VE EC GT CR BO PY",
    "it": "IT SM",
    "pt": "PT BR AO MZ",
    "nl": "NL",
}
_SPEAKS = {country: code for code, text in _COUNTRIES.items() for country in text.split()}

_WORD = re.compile(r"[a-z]+")
_WHOSE = re.compile(r"([a-z]{4,})['\u2019]s\b")


def tokens(name: str) -> Iterator[str]:
    """The folded words of a name; what stands in brackets (often the country) is left out.

    Whose it is (Sainsbury's) is a word with and without the s.
    """
    text = fold(re.sub(r"\([^)]*\)", " ", name))
    whose = (f"{word}s" for word in _WHOSE.findall(text))
    return (word for word in (*_WORD.findall(text), *whose) if word.isascii())


def _names(inputs: Inputs) -> Iterator[tuple[str, float, str | None]]:
    """Name, weight, language of its only country."""
    for _, label, _, countries, *_ in rows(inputs["sources/brands-wikidata-nsi.tsv.gz"], 7):
        speaks = {_SPEAKS.get(c) for c in countries.upper().replace("FX", "FR").split()}
        yield label, BRAND, speaks.pop() if len(speaks) == 1 else None
    for _, country, name, *_ in rows(inputs["sources/ror-organisations.tsv.gz"], 8):
        yield name, INSTITUTE, _SPEAKS.get(country)
    for _, _, school, suffix in rows(inputs["sources/schools-swot.tsv.gz"], 4):
        yield school, SCHOOL, _SPEAKS.get(suffix.upper().replace("UK", "GB"))


class Table:
    def __init__(self) -> None:
        self.count: dict[str, float] = defaultdict(float)
        # The least that a word is worth: to whoever reads it, and in each language that a list
        # says it of (None: names, which are of none).
        self.floor: dict[str, float] = {}
        self.own: dict[str, dict[str | None, float]] = {}
        self.speaks: dict[str, set[str]] = defaultdict(set)
        self.determiners: dict[str, set[str]] = defaultdict(set)
        self.verbs: set[tuple[str, str]] = set()
        self.listed: set[str] = set()
        # The words of each language that a dictionary has, not only texts.
        self.dictionary: dict[str, set[str]] = defaultdict(set)
        self.brands: set[str] = set()
        # Whole names of places of some size, but for those of a chain of shops.
        self.towns: set[str] = set()

    def word(self, text: str, code: str | None, floor: float, *, dictionary: bool = True) -> None:
        """Add a word with the least that it is worth, by a ``dictionary``, which tells words from
        names, or by a list of all that texts mention."""
        for word in spellings(text, code):
            self.weigh(word, code, floor)
            if code:
                self.speaks[word].add(code)
                if dictionary:
                    self.dictionary[word].add(code)

    def weigh(self, word: str, code: str | None, floor: float) -> None:
        """Let a folded word be worth so much at least, in a language or as a name."""
        self.floor[word] = max(floor, self.floor.get(word, 0.0))
        own = self.own.setdefault(word, {})
        own[code] = max(floor, own.get(code, 0.0))

    def worth(self, word: str, code: str) -> float:
        """What a word is worth to those who read one language: its own words, and names."""
        own = self.own.get(word, {})
        return max(own.get(code, 0.0), own.get(None, 0.0))


def _from_lexicons(inputs: Inputs, table: Table) -> None:
    for code, kind, word in rows(inputs["sources/words-compromise.tsv.gz"], 3):
        if kind in _CLASSES:
            table.word(word, None if kind in _PROPER else code, _CLASSES[kind])
        elif kind == "Organization":
            table.brands.update(spellings(word))
        if kind == "Infinitive":
            table.verbs.add((fold(word), code))
        if code == "de" and kind == "City":
            table.word(word + "er", code, NAME)
    for code, kind, word in rows(inputs["sources/words-wikidata.tsv.gz"], 3):
        # Of compounds, which Wikidata holds by the ten thousand, those that names bear will do.
        if kind == "name":
            table.word(word, None, NAME / 2)
        elif code not in COMPOUNDS or len(word) <= 9 or fold(word) in table.count:
            table.word(word, code, 3.0 if kind == "noun" else VERB)
        if kind == "infinitive":
            table.verbs.add((fold(word), code))


def _from_lists(inputs: Inputs, table: Table) -> None:
    for code, word in rows(inputs["sources/words-bip39.tsv.gz"], 2):
        table.word(word, code, COMMON)
    for code, word, _ in rows(inputs["sources/words-emoji.tsv.gz"], 3):
        table.word(word, code, 3.0)
    for code, word, count in rows(inputs["sources/words-interfaces.tsv.gz"], 3):
        table.word(word, code, min(COMMON, 1.0 + int(count)), dictionary=False)
        if code in ("it", "pt"):
            table.verbs.add((fold(word), code))
    for code, kind, word in rows(inputs["sources/words-faker.tsv.gz"], 3):
        if kind != "name":
            table.word(word, code, 3.0)
        elif fold(word) in table.count or code in ("fr", "en"):
            table.word(word, None, NAME / 2)


def _from_samples(inputs: Inputs, table: Table) -> None:
    for code, kind, word in rows(inputs["sources/words-samples.tsv.gz"], 3):
        form = fold(word)
        if kind == "word":
            table.word(word, code, 2.0, dictionary=False)
        elif kind == "brand":
            table.word(word, None, NAME / 2)
            table.brands.update(spellings(word))
        elif len(form) > 4 or form in table.count:
            known = form in table.count or code in ("fr", "en") or kind == "place"
            table.word(word, None, NAME / 2 if known else RARE)


def _from_places(inputs: Inputs, table: Table) -> None:
    for country, word, size in rows(inputs["sources/places-geonames.tsv.gz"], 3):
        people = int(size)
        if len(word) < 5 and people < 5:
            continue
        table.word(word, None, PLACES[min(max(people, 3), 7)])
        if people > 4:
            table.listed.add(word)
            table.towns.add(word)
        if country in ("DE", "AT", "CH") and len(word) > 4:
            base = word[:-1] if word.endswith("e") else word
            table.word(base + "er", "de", PLACES[min(max(people, 3), 7)] / 2)
        elif country == "NL" and len(word) > 4 and people > 3:
            base = word[:-1] if word.endswith("e") else word.removesuffix("s")
            table.word(base + "se", "nl", PLACES[min(people, 7)] / 2)


def _without_chains(inputs: Inputs, table: Table) -> None:
    """Take from the towns what is the name of a chain too: a shop at honda is of that."""
    for _, label, _, _, categories, *_ in rows(inputs["sources/brands-wikidata-nsi.tsv.gz"], 7):
        if categories.startswith("brands/"):
            table.towns.difference_update(spellings(label))


def _from_translations(inputs: Inputs, table: Table) -> None:
    for code, word, count in rows(inputs["sources/words-translations.tsv.gz"], 3):
        # What is known as English alone is a term that the translators left as it is.
        if len(word) > 3 and table.speaks.get(fold(word)) != {"en"}:
            table.word(word, code, min(3.0, 0.8 + int(count) / 5), dictionary=False)


def _from_counts(inputs: Inputs, table: Table) -> None:
    """Words of texts, where they are commonest; rare ones only as a form of a known word."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for code, word, count in rows(inputs["sources/words-pattern.tsv.gz"], 3):
        for form in spellings(word, code):
            counts[form][code] = max(counts[form][code], int(count) or 40)
    stems = _stems(table)
    for form, here in sorted(counts.items()):
        most = max(here.values())
        known = table.speaks.get(form, set())
        if len(form) < 4 or (len(form) == 4 and most < 5):
            continue
        for language in LANGUAGES:
            code = language.code
            count = here[code]
            if count == 0 or count < 0.3 * most:
                continue
            if form in table.floor and not known:
                table.word(form, None, COUNTED[min(count.bit_length(), 6)])  # a name
            elif code in known or (
                (not known or count > 31) and (count > 2 or (code, language.stem(form)) in stems)
            ):
                table.word(form, code, COUNTED[min(count.bit_length(), 6)], dictionary=False)


def _from_word_lists(inputs: Inputs, table: Table) -> None:
    """Words of texts without a count: new ones, and those that share their stem with a known one.

    The lists of Snowball have what the texts mention in lower case: new words there that names
    bear, without such a stem, are names (quaid).
    """
    before, stems = set(table.floor), _stems(table)
    stem_of = {language.code: language.stem for language in LANGUAGES}
    named = table.count.keys()
    for source, names in (("snowball", named), ("agreements", frozenset[str]())):
        for code, word in rows(inputs[f"sources/words-{source}.tsv.gz"], 2):
            form = fold(word)
            stem = stem_of[code](form)
            if (
                (len(stem) >= _TELLING and (code, stem) in stems)
                or code in table.speaks.get(form, ())
                or (form not in before and form not in names)
            ):
                table.word(word, code, TEXT, dictionary=False)


def _stems(table: Table) -> set[tuple[str, str]]:
    """Each language's stems of the words that it has so far."""
    return {
        (language.code, language.stem(word))
        for language in LANGUAGES
        for word, codes in table.speaks.items()
        if language.code in codes
    }


def _from_spelling_lists(inputs: Inputs, table: Table) -> None:
    for word in lines(inputs["sources/words-scowl-en.txt.gz"]):
        form = fold(word)
        if word.islower() and (len(word) <= 12 or form in table.count):
            table.word(word, "en", RARE)
        elif form in table.count:
            table.word(word, None, RARE)
    for word in lines(inputs["sources/words-opentaal-nl.txt.gz"]):
        # Dutch spelling lists hold what Dutch borrows: a word of another list is not its own.
        form = fold(word)
        if form not in table.floor and (form in table.count or len(form) <= 9):
            table.word(word, "nl", RARE / 2, dictionary=False)


def _from_concepts(inputs: Inputs, table: Table) -> None:
    for _, row in meanings(inputs["concepts.tsv"]):
        verbs: dict[str, list[str]] = {}
        for code, groups in row.items():
            for word in chain.from_iterable(groups):
                table.word(word, code, CONCEPT)
                if is_infinitive(fold(word), code):
                    verbs.setdefault(code, []).append(fold(word))
        if verbs.keys() >= ROMANCE:  # a noun looks like one in a language or two: mer, bar
            sure = verbs.keys() - COMPOUNDS  # German nouns end so
            table.verbs.update((word, code) for code in sorted(sure) for word in verbs[code])
    worths = {"before-nouns": OFTEN, "more": COMMON, "further": FURTHER}
    for word, code, worth in listed(inputs, CONCEPT, worths):
        table.word(word, code, worth)


def _inflect(table: Table) -> None:
    """Add the forms of what the lists hold; a form that is a word already keeps its own weight."""
    made: dict[str, dict[str, float]] = {}
    listed: set[str] = set()
    for word in table.floor:
        for form, code, weight in _forms(word, table):
            own = made.setdefault(form, {})
            own[code] = max(weight, own.get(code, 0.0))
            if word in table.listed:
                listed.add(form)
    for word, code in table.verbs:
        for form in verb_forms(word, code):
            own = made.setdefault(form, {})
            own[code] = max(VERB / 2, own.get(code, 0.0))
            if word in table.listed:
                listed.add(form)
    table.listed |= listed
    for form, own in made.items():
        # Nouns that are compounds by the ten thousand have as many forms each.
        least = FORM if own.keys() - COMPOUNDS else FORM_OF_COMPOUNDS
        if max(own.values()) >= least or form in table.count or form in table.floor:
            table.speaks[form] |= own.keys()
            for code, weight in own.items():
                table.weigh(form, code, weight)


def _forms(word: str, table: Table) -> Iterator[tuple[str, str, float]]:
    """The forms of a noun or an adjective in each language that has it, with the least that they
    are worth."""
    codes = table.speaks.get(word, set())
    for code in codes:
        worth = table.worth(word, code)
        if worth >= 3.0:
            for form in forms(word, code):
                if worth >= COMMON or code not in _WITH_ADVERBS or not form.endswith(RARER):
                    yield form, code, worth / 6


def _languages_of_names(shares: dict[str, Counter[str]], table: Table) -> None:
    """Words that only the names of one language's countries bear, and many of them."""
    for word, counts in shares.items():
        code, most = max(counts.items(), key=lambda item: (item[1], item[0]))
        if most >= 8 and most >= 0.75 * counts.total() and len(word) > 3:
            table.speaks[word].add(code)


def vocabulary(inputs: Inputs) -> Table:
    """Every word with its count and its languages, before anything is left out."""
    table = Table()
    shares: dict[str, Counter[str]] = defaultdict(Counter)
    for name, weight, code in _names(inputs):
        for word in tokens(name):
            table.count[word] += weight
            if code:
                shares[word][code] += 1
    _from_lexicons(inputs, table)
    _from_lists(inputs, table)
    _from_spelling_lists(inputs, table)
    _from_concepts(inputs, table)
    table.listed = set(table.floor)  # what follows holds many a name run together
    _from_samples(inputs, table)
    _from_places(inputs, table)
    _without_chains(inputs, table)
    _from_translations(inputs, table)
    _from_counts(inputs, table)
    _from_word_lists(inputs, table)
    # What texts alone mention and another list has as a brand is no word of theirs: paypal.
    for word in table.brands - table.dictionary.keys():
        table.speaks.pop(word, None)
    _inflect(table)
    _languages_of_names(shares, table)
    # What texts of other languages mention of a short function word is no word of theirs.
    for word in {w for each in LANGUAGES for w in each.determiners | each.linking if len(w) < 4}:
        table.speaks[word] &= table.dictionary.get(word, set())
    for language in LANGUAGES:
        for word in language.determiners | language.contracted:
            table.determiners[word].add(language.code)
        for word in language.determiners | language.linking:
            table.speaks[word].add(language.code)
            table.weigh(word, language.code, COMMON)
        for digits, written in language.numbers.items():
            for word in written:
                plain = digits.isdecimal() and len(digits) < 3  # no ordinal, hour or hundred
                table.word(word, language.code, COMMON if plain else RARE)
    return table

"""The vocabulary: frozen data that flows between the modules, and the contracts they meet.

Likeness is 0 to 1, evidence is in bits (log2 of a likelihood ratio), probabilities are 0 to 1,
times are seconds, moments UTC, dates ISO 8601 and possibly partial (``2017-06``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

V = TypeVar("V")

__all__ = [
    "Answer",
    "Country",
    "Encoder",
    "Evidence",
    "Family",
    "Heard",
    "Kind",
    "Language",
    "Level",
    "Name",
    "Reading",
    "Reason",
    "Registration",
    "Says",
    "Signal",
    "Speaker",
    "Subject",
    "Term",
    "Variant",
    "Verdict",
]


class Level(StrEnum):
    """How strongly a report or a collision speaks."""

    WARN = "warn"
    REVIEW = "review"
    BELOW = "below"
    NONE_FOUND = "none-found"


class Kind(StrEnum):
    """The strongest explanation that a person would give for a confusion."""

    SAME_LABEL = "same-label"
    DOMAIN_HACK = "domain-hack"
    DETERMINER = "determiner"
    AFFIX = "affix"
    DELIMITER = "delimiter"
    NUMBER = "number"
    ACCENT = "accent"
    HOMOGLYPH = "homoglyph"
    LOOKALIKE = "lookalike"
    TYPING = "typing"
    SOUND = "sound"
    WORD_ORDER = "word-order"
    INFLECTION = "inflection"
    TRANSLATION = "translation"
    SHARED_WORD = "shared-word"


class Family(StrEnum):
    """What a piece of evidence speaks of; a pair has at most one term a family."""

    LETTERS = "letters"
    LOOK = "look"
    SOUND = "sound"
    WORDS = "words"
    CONCEPT = "concept"
    SHAPE = "shape"
    WRITING = "writing"
    SUFFIX = "suffix"


@dataclass(frozen=True, slots=True)
class Says:
    """A sentence that can be said in another language: an English template, which is a message of
    the translation catalogues, and its values. ``str`` gives it in English, as reports do."""

    template: str
    values: Mapping[str, str] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.template, frozenset(self.values.items())))

    def __str__(self) -> str:
        from confusables.report.words import say

        return say(self, "en")


@dataclass(frozen=True, slots=True)
class Reading:
    """A name read as words of one language.

    ``words`` are lower case without accents and spell the label in order, delimiters left out;
    ``core`` is what remains without determiners and linking words. ``language`` is ISO 639-1,
    or ``und`` for the words as the user wrote them.
    """

    language: str
    words: tuple[str, ...]
    core: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A text that names a brand or a domain, in the one form that all of this library uses.

    ``label`` is the A-label without its suffix, ``unicode`` its U-label, ``suffix`` the public
    suffix as A-labels (None for a brand), ``subdomain`` what stood before the label (A-labels),
    ``listed`` whether the suffix is on the public suffix list, ``written`` the words of a brand
    as typed (lower case, without accents), empty for a domain. ``input`` is the text as given and
    ``path`` what it has behind the host; neither is part of the identity: Unicode and punycode of
    one name are equal.
    """

    label: str
    unicode: str
    suffix: str | None
    subdomain: str = ""
    listed: bool = True
    written: tuple[str, ...] = ()
    input: str = field(default="", compare=False)
    path: str = field(default="", compare=False)

    @property
    def ascii(self) -> str:
        """The registrable name as A-labels; of a brand the label alone."""
        return f"{self.label}.{self.suffix}" if self.suffix else self.label

    def parts_otherwise(self, other: Name) -> bool:
        """Whether both are brands, written as other words: crossenv and cross-env."""
        return bool(self.written and other.written) and self.written != other.written


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one signal found between two names.

    ``level`` is a step of the signal's scale; the score knows what it is worth. ``scale`` is what
    a step worth its rarity is multiplied with (1 elsewhere): bits of the shared word.
    """

    family: Family
    signal: str
    level: str
    says: Says
    kind: Kind | None = None
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Term:
    """One summand of a score, in bits, with the sentence that explains it. ``fitted`` tells whether
    they were fitted on labelled pairs, of which ``pairs`` showed this step, or are judged."""

    family: Family
    signal: str
    level: str
    bits: float
    says: Says
    fitted: bool = False
    pairs: int = 0

    @property
    def because(self) -> str:
        """The sentence in English."""
        return str(self.says)


@dataclass(frozen=True, slots=True)
class Registration:
    """An existing name and what its sources state of it; empty where they state nothing.

    ``domain`` is the registrable name as A-labels, None where the source gives a name only.
    ``name`` is the name as its owner writes it. ``countries`` are ISO 3166 alpha-2, ``since`` an
    ISO date, possibly partial. ``holder`` is what the source says that the holder is,
    ``organisation`` or ``person``, None where it says nothing.
    """

    domain: str | None
    name: str | None = None
    owners: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    since: str | None = None
    sources: tuple[str, ...] = ()
    holder: str | None = None


class Verdict(StrEnum):
    """What a registry said of a name. An unknown is never a no-record."""

    REGISTERED = "registered"
    NO_RECORD = "no-record"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why a lookup has the verdict it has."""

    FOUND = "found"
    NO_RECORD = "no-record"
    RESERVED = "reserved"
    BLOCKED = "blocked"
    INVALID_NAME = "invalid-name"
    THROTTLED = "throttled"
    REFUSED = "refused"
    TIMEOUT = "timeout"
    TLS = "tls"
    MALFORMED = "malformed"
    OTHER_DOMAIN = "other-domain"
    TOO_BIG = "too-big"
    NO_SERVICE = "no-service"
    TERMS = "terms"
    NOT_DELEGATED = "not-delegated"
    UNRECOGNISED = "unrecognised"


class Country(NamedTuple):
    """A country (ISO 3166 alpha-2) and who says so: registrant, eligibility or registrar."""

    country: str
    says: str


class Heard(NamedTuple):
    """What one source said, where several were asked."""

    source: str
    verdict: Verdict
    reason: Reason


@dataclass(frozen=True, slots=True)
class Answer:
    """What a registry answered about one domain.

    ``source`` is rdap, whois or dns (None where nobody was asked), ``at`` the moment in UTC,
    ``created`` and ``expires`` are ``YYYY-MM-DD`` or None, ``statuses`` EPP camelCase where they
    map. ``holder`` is an organisation, taken only from fields that state one, never a person.
    ``note`` is a remark to show, often the server's own words (cleaned). ``dns`` are facts beside
    the verdict: ``delegated``, ``not-delegated``, ``address``, ``mail``, ``no-mail``,
    ``wildcard-suffix``. ``heard`` is what each source said, in order, where several were asked.
    """

    verdict: Verdict
    reason: Reason
    source: str | None = None
    at: str | None = None
    registrar: str | None = None
    holder: str | None = None
    created: str | None = None
    expires: str | None = None
    statuses: tuple[str, ...] = ()
    countries: tuple[Country, ...] = ()
    note: str | None = None
    dns: tuple[str, ...] = ()
    heard: tuple[Heard, ...] = ()


class Subject(NamedTuple):
    """A pronoun as who does it: what it may have between for oneself (je me), how verbs end behind
    it (looked for in this order; anyhow without one), and whether names have it often."""

    selves: tuple[str, ...] = ()
    endings: tuple[str, ...] = ("",)
    usual: bool = True


class Language(Protocol):
    """What a language file states; an eighth is one more such file (``docs/add-a-language.md``).
    All words are lower case, ASCII-folded (``fold.fold``), without spaces or apostrophes."""

    code: str
    """ISO 639-1."""
    determiners: frozenset[str]
    """Articles and possessives that may stand before a name: le, mon, the, my; and ilmio as one."""
    possessives: Mapping[str, frozenset[str]]
    """Those of them that say whose, by "my", "your", "our" and "their": mon and ma are my."""
    agreeing: tuple[frozenset[str], ...]
    """Groups of determiners that may stand in one another's place: le, mon. Empty where all may.
    The first is that of the form which stems are, the masculine singular."""
    endings: tuple[frozenset[str], ...]
    """Endings of nouns that take the determiners of each; the longest tells, one of two either."""
    elided: Mapping[str, str]
    """Determiners that another stands for before a vowel: "ma" -> "mon", "a" -> "an"."""
    linking: frozenset[str]
    """Words that may stand between two words of a name: de, du, of, and, und, y, &."""
    contracted: frozenset[str]
    """Those of them that hold an article, and so may stand before a name: au, zum, della."""
    joining: frozenset[str]
    """Those of them that join two words, neither of which tells of the other: and, und, et."""
    nouns_last: bool
    """Whether what tells of a noun stands before it: blue basket, but panier bleu."""
    compounds: bool
    """Whether nouns are written together by the ten thousand: Handwerk, melkweg."""
    numbers: Mapping[str, tuple[str, ...]]
    """Digits to the words that people write: "4" -> ("four", "for"), "1st" -> ("first",)."""
    shorthand: Mapping[str, tuple[str, ...]]
    """What people write for words: "u" -> ("you",), "st" -> ("saint",), signs, "&" -> ("and",)."""
    subjects: Mapping[str, Subject]
    """Pronouns that may stand before a verb as who does it, one in the place of another: je, on."""
    verbs: Mapping[str, tuple[str, ...]]
    """Endings of infinitives to that of the gerund, which shows that a word is a verb, and those of
    forms that are a verb's alone: "er" -> ("ant", "ons", "ez"). Empty where ``stem`` does."""
    suffixes: frozenset[str]
    """Country-code suffixes under which the language is spoken by many: fr, be, ch, ca, ..."""
    written_out: Mapping[str, str]
    """Accented letters to the two that are written for them, first the bare one: "ü" -> "ue"."""
    keyboard: str
    """The layout of its speakers, one of those in ``keyboards``: qwerty, azerty, qwertz, es, ..."""

    @property
    def stem(self) -> Callable[[str], str]:
        """A light stem: one form for singular, plural, gender and diminutive of a folded word."""

    @property
    def plural(self) -> Callable[[str], str]:
        """The plural of a folded noun or adjective; the word itself where its end does not tell."""

    @property
    def sound(self) -> Callable[[str], str]:
        """The sound of a word, accents kept, as phones of the common alphabet, one letter each."""


class Speaker(Protocol):
    """Another ear beside the rules of the languages, asked only where a caller says so.

    What it says of a text depends on that text alone. It may be pickled and used by threads.
    """

    @property
    def name(self) -> str:
        """What it is, as a report names it."""

    def sounds(self, texts: Sequence[str]) -> list[dict[str, str]]:
        """How each text sounds in each language that it speaks, as phones; raises SpeakerError."""
        ...


class Encoder(Protocol):
    """Another dictionary beside the concept table, asked only where a caller says so.

    What it says of a word depends on that word alone. It may be pickled and used by threads.
    """

    @property
    def name(self) -> str:
        """What it is, as a report names it."""

    def concepts(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """The concepts of each folded word, by their numbers in the table; none for most."""
        ...


class Variant(NamedTuple):
    """A label (Unicode, lower case) that a mistake turns a name into, and how often it does.

    ``share`` is a judged or counted weight from 0 to 1 that only orders suggestions; it is no
    probability.
    """

    label: str
    share: float


def _nothing(_: object) -> tuple[()]:
    """What a signal that only judges has for keys and variants."""
    return ()


@dataclass(frozen=True, slots=True)
class Signal(Generic[V]):
    """One kind of confusion: how to retrieve it, how to make it, and how to judge it.

    ``keys`` are texts that a candidate which this signal would accept shares with the name
    (``p:`` and a part of it that may be a name of its own; see ``corpus.keys``), ``asks`` further
    keys that only a new name looks under, ``variants`` the labels that this kind of mistake turns
    it into, ``compare`` what it finds between a new and an existing name, the same both ways round,
    or None. One ``by_suffix`` looks at endings, or at the language of a name under its own, and is
    asked anew under each. Weights are in ``score``, the laws of all in ``tests/test_laws.py``.
    """

    name: str
    family: Family
    compare: Callable[[V, V], Evidence | None]
    keys: Callable[[V], Iterable[str]] = _nothing
    variants: Callable[[V], Iterable[Variant]] = _nothing
    asks: Callable[[V], Iterable[str]] = _nothing
    by_suffix: bool = False

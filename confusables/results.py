"""What a check or a comparison gives: frozen data that reports show."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from confusables.clean import clean
from confusables.model import Kind, Level, Says

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from confusables.model import Answer, Name, Reading, Registration, Term

__all__ = [
    "MOST_COLLISIONS",
    "MOST_PROBED",
    "NONE_HIDDEN",
    "Action",
    "Advice",
    "Assumption",
    "Collision",
    "Comparison",
    "Coverage",
    "Direction",
    "First",
    "Hidden",
    "Intended",
    "Listed",
    "Market",
    "Overlap",
    "Searched",
    "StrayVisits",
    "Suggestion",
    "Who",
    "because",
    "hidden_of",
    "level_of",
    "percent_figures",
    "two_figures",
    "visits_figures",
    "visits_said",
]

MOST_COLLISIONS = 1_000_000_000
"""As many of a name as may be asked for: more than there are domains."""
MOST_PROBED = 100
"""As many names of one as may be asked about that no list holds: more would tell a pattern."""
_RARE = 1e-4  # of the visits of a launch


class Overlap(StrEnum):
    """How the markets of two names meet."""

    SAME_COUNTRY = "same-country"
    SHARED_LANGUAGE = "shared-language"
    GENERIC_SUFFIX = "generic-suffix"
    NONE = "none"
    NOT_KNOWN = "not-known"


@dataclass(frozen=True, slots=True)
class Market:
    """The countries (ISO 3166) and languages (ISO 639) of a launch and of an existing name."""

    new: tuple[str, ...]
    existing: tuple[str, ...]
    new_languages: tuple[str, ...]
    existing_languages: tuple[str, ...]
    shared_languages: tuple[str, ...]
    overlap: Overlap


class Who(StrEnum):
    """Which of two names was there first."""

    EXISTING = "existing"
    NEW = "new"
    NOT_KNOWN = "not-known"


@dataclass(frozen=True, slots=True)
class First:
    """Who was first, by the earliest documented date of each side (ISO 8601, possibly partial)."""

    who: Who
    new: str | None
    existing: str | None
    says: Says

    @property
    def because(self) -> str:
        """The sentence in English."""
        return str(self.says)


class Direction(StrEnum):
    """Whether a large newcomer drowns a small name (reverse) or draws on a large one (forward)."""

    REVERSE = "reverse"
    FORWARD = "forward"
    NOT_KNOWN = "not-known"


@dataclass(frozen=True, slots=True)
class Assumption:
    """A named parameter of an estimate: one value, or low, middle and high; None is not known.

    ``says`` is its source, or the word *assumed*.
    """

    name: str
    value: float | tuple[float, float, float] | None
    says: Says

    @property
    def source(self) -> str:
        """The source in English."""
        return str(self.says)


@dataclass(frozen=True, slots=True)
class StrayVisits:
    """How many visits of a launch are expected to end at an existing name by mistake.

    The peaks are visits per minute in the busiest minute after a broadcast, None where none was
    announced; ``peak_per_minute`` is the middle one. ``capacity`` is what the neighbour bears, in
    visits per minute, None where it is not known.
    """

    low: float
    middle: float
    high: float
    peak_low: float | None
    peak_per_minute: float | None
    peak_high: float | None
    capacity: float | None
    direction: Direction
    assumptions: tuple[Assumption, ...]

    @property
    def are_rare(self) -> bool:
        """Whether hardly anybody goes astray, however many visits the launch has."""
        visits = (a.value for a in self.assumptions if a.name == "launch-visits")
        return any(isinstance(v, int | float) and self.middle < _RARE * v for v in visits)

    @property
    def capacity_is_given(self) -> bool:
        """Whether the capacity is a figure of the user's, and nothing known of this neighbour."""
        return any(a.name == "neighbour-capacity" and a.source == "given" for a in self.assumptions)


class Action(StrEnum):
    """What to do about a collision. See docs/advice.md."""

    CHOOSE_ANOTHER = "choose-another"
    REGISTER = "register"
    ASK_LAWYER = "ask-lawyer"
    WRITE_TO_HOLDER = "write-to-holder"
    DISAMBIGUATE = "disambiguate"
    SEARCH_TERMS = "search-terms"
    WARN_HOST = "warn-host"
    GEOGRAPHIC = "geographic"
    CONFIRM_HOLDER = "confirm-holder"


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to do, why, and the names that it speaks of.

    ``visits`` are the stray visits expected at each of ``domains``, the middle estimate; empty
    unless the visits of the launch are given.
    """

    action: Action
    says: Says
    domains: tuple[str, ...] = ()
    visits: tuple[float, ...] = ()

    @property
    def because(self) -> str:
        """The sentence in English."""
        return str(self.says)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How likely two names are to be taken for one another, and why.

    ``prior_bits`` and the bits of ``terms`` add up to ``bits``; ``probability`` is
    ``1 / (1 + 2 ** -bits)``. ``same`` tells that both are one and the same domain or name, which
    is no confusion: there are no terms then.
    """

    a: Name
    b: Name
    probability: float
    prior_bits: float
    bits: float
    level: Level
    kind: Kind
    terms: tuple[Term, ...]
    same: bool = False


@dataclass(frozen=True, slots=True)
class Collision:
    """An existing label that people may take for the new name.

    ``domain`` is the registration that was judged (None where the source gives a name alone),
    ``unicode`` the same in Unicode, ``name`` as its owner writes it; ``also`` are the other
    registrations of the label. ``lookup`` is what its registry answered, None where nobody asked.
    ``why`` says why it is shown as the user's own or as accepted, None for others. ``market``,
    ``first``, ``stray_visits`` (None unless the visits of the launch are given) and ``advice``
    stand beside the probability and are no part of it. ``readings`` are those of the label.
    """

    domain: str | None
    unicode: str
    label: str
    name: str | None
    level: Level
    probability: float
    prior_bits: float
    bits: float
    kind: Kind
    terms: tuple[Term, ...]
    registration: Registration
    also: tuple[Registration, ...] = ()
    lookup: Answer | None = None
    why: Says | None = None
    market: Market | None = None
    first: First | None = None
    stray_visits: StrayVisits | None = None
    advice: Sequence[Advice] = ()
    readings: tuple[Reading, ...] = ()

    @property
    def called(self) -> str:
        """What people know it by: its domain in Unicode, else the name as its owner writes it,
        since a label alone looks like a host."""
        return self.unicode if self.domain else clean(self.name or "") or self.unicode


def two_figures(value: float) -> float:
    """A number to two significant figures: 8,999 is 9,000."""
    return float(f"{value:.1e}")


def because(terms: Sequence[Term], kind: Kind | None) -> Says:
    """The explanation that a person would give: that of the kind, else the strongest."""
    of_kind = (term.says for term in terms if term.signal == kind)
    return next(of_kind, terms[0].says if terms else Says(""))


def percent_figures(probability: float) -> str:
    """A probability in percent: never 0 or 100, since nothing here is certain."""
    share = probability * 100
    if share > 99:
        return "> 99"
    return "< 1" if share < 1 else f"{share:.0f}"


def visits_figures(value: float) -> str:
    """A number of visits, to the two figures that such an estimate may have."""
    if value >= 1 or value == 0:
        return f"{two_figures(value):,.0f}"
    return "< 1"


def visits_said(low: float, middle: float, high: float) -> Says:
    """Stray visits in a sentence, as exact as such an estimate may be."""
    if high < 1:
        return Says("stray visits: fewer than one")
    figures = {"low": low, "middle": middle, "high": high}
    values = {name: visits_figures(value) for name, value in figures.items()}
    if middle < 1:
        worst = {"high": values["high"]}
        return Says("stray visits: fewer than one, at worst {high}", worst)
    return Says("stray visits: about {middle} ({low} to {high})", values)


class Hidden(NamedTuple):
    """How many collisions of a level were found and are not shown, for a limit or a least
    probability that was asked for."""

    warn: int = 0
    review: int = 0


NONE_HIDDEN = Hidden()


def hidden_of(found: Iterable[Collision], shown: Iterable[Collision]) -> Hidden:
    """How many of what was found, a review at least, are not shown."""
    all_of, seen = (Counter(c.level for c in some) for some in (found, shown))
    return Hidden(*(all_of[level] - seen[level] for level in (Level.WARN, Level.REVIEW)))


def level_of(collisions: Sequence[Collision], hidden: Hidden) -> Level:
    """The level of a report: the highest of its collisions, which need not stand first, for kinds
    may differ in what is a matter of review."""
    found = {collision.level for collision in collisions}
    if Level.WARN in found or hidden.warn:
        return Level.WARN
    return Level.REVIEW if Level.REVIEW in found or hidden.review else Level.NONE_FOUND


class Intended(NamedTuple):
    """A domain that the launch is meant to have, what is known of its registration (None where no
    list holds it, which tells nothing of it), and whether the user knows it: as ``own``, or
    accepted; ``why`` says which."""

    domain: str
    existing: Registration | None = None
    own: bool = False
    why: Says | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that people may type by mistake. Nobody asked whether it is registered, unless
    ``lookup`` says what the registry answered. ``kind`` is what ``compare`` says of the pair.
    ``theirs`` tells that it is a stranger's name, known under another ending, ``slip`` that a slip
    of the finger makes it, however it sounds: so often it is typed."""

    domain: str
    probability: float
    kind: Kind
    says: Says
    lookup: Answer | None = None
    theirs: bool = False
    slip: bool = False

    @property
    def because(self) -> str:
        """The sentence in English."""
        return str(self.says)

    @property
    def mistake(self) -> Kind:
        """The kind of mistake that leads to it."""
        return Kind.TYPING if self.slip else self.kind


class Listed(NamedTuple):
    """A list that a corpus was built from, and the reader that read it, empty where not stated."""

    name: str
    format: str = ""


@dataclass(frozen=True, slots=True)
class Searched:
    """A corpus that was searched: how many names it holds, as of when, its digest, and the lists
    that it was built from."""

    name: str
    names: int
    as_of: str
    digest: str
    lists: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was searched and asked, and what was not."""

    corpora: tuple[Searched, ...]
    not_searched: tuple[Says, ...]
    asked: int = 0
    unknown: int = 0

    def __str__(self) -> str:
        """The same in English, a line each."""
        searched = [f"{c.names:,} names in “{c.name}”, as of {c.as_of}" for c in self.corpora]
        return "\n".join(
            [
                *(f"searched: {told}" for told in searched),
                *(f"not searched: {says}" for says in self.not_searched),
            ]
        )

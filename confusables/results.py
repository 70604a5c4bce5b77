"""What a check or a comparison gives: frozen data that reports show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from confusables.model import Answer, Kind, Level, Name, Registration, Says, Term

__all__ = ["Collision", "Comparison", "Coverage", "Searched", "Suggestion"]


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
    ``why`` says why it is shown as the user's own or as accepted, None for others.
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


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that people may type by mistake. Nobody asked whether it is registered, unless
    ``lookup`` says what the registry answered."""

    domain: str
    probability: float
    kind: Kind
    says: Says
    lookup: Answer | None = None

    @property
    def because(self) -> str:
        """The sentence in English."""
        return str(self.says)


@dataclass(frozen=True, slots=True)
class Searched:
    """A corpus that was searched: how many names it holds, as of when, and its digest."""

    name: str
    names: int
    as_of: str
    digest: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was searched and asked, and what was not."""

    corpora: tuple[Searched, ...]
    not_searched: tuple[Says, ...]
    asked: int = 0
    unknown: int = 0

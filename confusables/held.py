"""Whose existing registrations are, and which of a label's is the one that is shown."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from confusables.labels import to_unicode
from confusables.market import country_of_suffix
from confusables.model import Registration, Says
from confusables.names import addresses, from_labels, parse
from confusables.owners import groups_of, is_proxy, is_withheld
from confusables.results import Intended
from confusables.signals.domain_hack import is_hack

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from confusables.model import Name
    from confusables.views import View

__all__ = ["Held", "Places", "joined", "preference", "same_owner", "set_apart", "under_study"]


class Held(NamedTuple):
    """A registration, and why it stands where it does (None among the collisions)."""

    registration: Registration
    why: Says | None


class Places:
    """Where registrations are shown: ``collisions``, or apart in ``own`` or ``accepted``.

    ``mine`` and ``accepted`` are names of the user, with the reason; ``owner`` is an owner's name.
    Raises InvalidName for a name that is none.
    """

    def __init__(
        self, mine: Collection[str], owner: str | None, accepted: Mapping[str, str]
    ) -> None:
        self._mine = frozenset(parse(name).ascii for name in mine)
        self._owner = owner.casefold() if owner else None
        self._accepted = {parse(name).ascii: reason for name, reason in accepted.items()}

    @property
    def known(self) -> frozenset[str]:
        """The names that the user named."""
        return self._mine | self._accepted.keys()

    def intended(
        self, name: Name, endings: Iterable[str], known: Callable[[str], Iterable[Registration]]
    ) -> tuple[Intended, ...]:
        """The domains that a brand is meant to have, each with what is ``known`` of its label."""
        found = []
        for domain in addresses(name, endings):
            label = to_unicode(domain.partition(".")[0])
            held = next((r for r in known(label) if r.domain == domain), None)
            why = self.of(under_study(name), domain, held)[1] if held else None
            found.append(Intended(domain, held, why is not None, why))
        return tuple(found)

    def of(self, new: Registration, label: str, old: Registration) -> tuple[str, Says | None]:
        """Where a registration of a label (A-label) is shown beside a new name, and why there."""
        name = old.domain or label
        if name in self._accepted:
            return "accepted", Says("accepted: {reason}", {"reason": self._accepted[name]})
        if name in self._mine:
            return "own", Says("on your own list")
        for owner in old.owners:
            if owner.casefold() == self._owner:
                return "own", Says("held by {owner}", {"owner": owner})
        if both := same_owner(new, old):
            return "own", Says("same owner: {owner}", {"owner": both})
        return "collisions", None

    def parted(
        self, new: Registration, label: str, registrations: Iterable[Registration]
    ) -> dict[str, list[Held]]:
        """The registrations of a Unicode label by the place where they are shown: what is held by
        a stranger is not hidden behind what is the user's own."""
        found: dict[str, list[Held]] = defaultdict(list)
        ascii_label = from_labels(label, None).ascii
        for registration in registrations:
            place, why = self.of(new, ascii_label, registration)
            found[place].append(Held(registration, why))
        return found


def set_apart(
    registrations: Iterable[Registration], domains: Collection[str]
) -> Iterator[list[Registration]]:
    """The registrations of some domains one by one, and all others of the label together."""
    rest = []
    for registration in registrations:
        if registration.domain in domains:
            yield [registration]
        else:
            rest.append(registration)
    if rest:
        yield rest


def under_study(name: Name) -> Registration:
    """A name that nobody has registered as far as is known, as a registration to compare with."""
    return Registration(name.ascii if name.suffix else None)


def same_owner(one: Registration, other: Registration) -> str | None:
    """The owner that two registrations share, as their sources or the shipped groups state it."""
    theirs = {owner.casefold() for owner in other.owners}
    for owner in one.owners:
        if owner.casefold() in theirs and not (is_withheld(owner) or is_proxy(owner)):
            return owner
    if one.domain and other.domain:
        mine = groups_of(one.domain)
        if shared := mine.keys() & groups_of(other.domain).keys():
            return mine[min(shared, key=int)]
    return None


def preference(
    new: View, old: View, registration: Registration, markets: Collection[str]
) -> tuple[bool, bool, bool, bool, str, str]:
    """Which registration of a label is shown, lowest first.

    One whose ending completes the name comes first: rapid.space for rapidspace.
    """
    suffix = old.name.suffix
    return (
        not is_hack(new, old),
        suffix is None or suffix != new.name.suffix,
        country_of_suffix(suffix) not in markets,
        suffix != "com",
        registration.since or "9999",
        registration.domain or "",
    )


def joined(one: Registration, other: Registration) -> Registration:
    """What two sources say of one domain."""
    dates = sorted(filter(None, (one.since, other.since)))
    return Registration(
        one.domain,
        one.name or other.name,
        tuple(dict.fromkeys(one.owners + other.owners)),
        tuple(dict.fromkeys(one.countries + other.countries)),
        dates[0] if dates else None,
        tuple(dict.fromkeys(one.sources + other.sources)),
        one.holder or other.holder,
    )

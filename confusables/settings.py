"""What a checker is set to: the types and ranges, told when it is made and not when it is used."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from numbers import Real
from typing import TYPE_CHECKING, TypeGuard

from confusables.corpus import Corpus
from confusables.market import Launch
from confusables.results import MOST_COLLISIONS, MOST_PROBED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from confusables.lookups import Lookup

__all__ = [
    "corpora_of",
    "known_of",
    "launch_of",
    "limit_of",
    "lookup_of",
    "probe_of",
    "share_of",
    "texts_of",
]


_ASKED = ("candidates", "find", "registrations", "readings")


def corpora_of(given: Corpus | Sequence[Corpus] | None) -> list[Corpus]:
    """The corpora to search, the shipped one unless given. Raises ValueError for none and for a
    path in place of one, TypeError for anything else."""
    if given is None:
        return [Corpus.shipped()]
    listed: list[object] = list(given) if _is_list(given) else [given]
    found = []
    for corpus in listed:
        if isinstance(corpus, str | os.PathLike):
            raise ValueError(f"corpora are opened ones: Corpus.load({str(corpus)!r})")
        if not _is_corpus(corpus):
            raise TypeError(f"corpora are opened ones, not {corpus!r}")
        found.append(corpus)
    if not found:
        raise ValueError("no corpus to search")
    return found


def texts_of(name: str, given: Iterable[str]) -> tuple[str, ...]:
    """The texts of a list. Raises ValueError for one text in place of a list, TypeError for
    anything else."""
    if isinstance(given, str):
        raise ValueError(f"{name} are texts in a list, not the one text {given!r}")
    found = []
    for text in given if _is_list(given) else (given,):
        if not isinstance(text, str):
            raise TypeError(f"{name} are texts in a list, not {text!r}")
        found.append(text)
    return tuple(found)


def known_of(
    mine: Collection[str], owner: str | None, accepted: Mapping[str, str] | None
) -> tuple[tuple[str, ...], str | None, dict[str, str]]:
    """What is the user's own, and what the user accepts. Raises as ``texts_of``."""
    if owner is not None and not isinstance(owner, str):
        raise TypeError(f"owner is a text, not {owner!r}")
    if accepted is not None and not isinstance(accepted, Mapping):
        raise TypeError(f"accepted maps names to reasons, and is not {accepted!r}")
    reasons = dict(accepted or {})
    for name, reason in reasons.items():
        if not (isinstance(name, str) and isinstance(reason, str)):
            raise TypeError(f"accepted maps names to reasons, not {name!r} to {reason!r}")
    return texts_of("mine", mine), owner, reasons


def launch_of(given: Launch | None) -> Launch | None:
    """What is known of the launch. Raises TypeError for anything else."""
    if given is not None and not isinstance(given, Launch):
        raise TypeError(f"launch is a Launch, not {given!r}")
    return given


def lookup_of(given: Lookup | None) -> Lookup | None:
    """Who asks the registries. Raises TypeError for what cannot be asked."""
    if given is not None and not callable(getattr(given, "ask_all", None)):
        raise TypeError(f"lookup is a Lookup, not {given!r}")
    return given


def share_of(name: str, given: float | None) -> float | None:
    """A probability. Raises TypeError for what is no number, ValueError for one outside 0 to 1."""
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, Real):
        raise TypeError(f"{name} is a probability, not {given!r}")
    if not 0.0 <= given <= 1.0:
        raise ValueError(f"{name} is a probability, not {given}")
    return given


def limit_of(given: int) -> int:
    """How many collisions are shown. Raises TypeError and ValueError where that cannot be."""
    _whole("limit", given)
    if not 1 <= given <= MOST_COLLISIONS:
        raise ValueError(f"limit is how many collisions are shown, 1 to {MOST_COLLISIONS:,}")
    return given


def probe_of(given: int, *, online: bool) -> int:
    """How many names are asked about unasked. Raises TypeError and ValueError where that cannot
    be."""
    _whole("probe", given)
    if not 0 <= given <= MOST_PROBED:
        raise ValueError(f"probe is a number of names, 0 to {MOST_PROBED}")
    if given and not online:
        raise ValueError("a probe needs a lookup")
    return given


def _whole(name: str, given: object) -> None:
    if isinstance(given, bool) or not isinstance(given, int):
        raise TypeError(f"{name} is a whole number, not {given!r}")


def _is_corpus(given: object) -> TypeGuard[Corpus]:
    """Whether a thing is a corpus, or is asked as one is (the parts of one that Spark gathers)."""
    asked = (getattr(given, name, None) for name in _ASKED)
    return not isinstance(given, type) and all(map(callable, asked))


def _is_list(given: object) -> TypeGuard[Iterable[object]]:
    return isinstance(given, Iterable) and not isinstance(given, str | bytes | os.PathLike)

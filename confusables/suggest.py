"""Names that people may type by mistake, for whom no list says whether they exist."""

from __future__ import annotations

from heapq import nsmallest
from itertools import chain
from typing import TYPE_CHECKING

from confusables.errors import InvalidLaunch, InvalidName
from confusables.labels import to_ascii
from confusables.languages import by_code
from confusables.names import (
    GOVERNMENT,
    addresses,
    from_labels,
    parse,
    plain_label,
    split_suffix,
    written_out,
)
from confusables.results import Suggestion, because
from confusables.signals import SIGNALS
from confusables.territories import local_language, place_of, usual_suffix
from confusables.views import Aids, View

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from confusables.model import Name
    from confusables.score import Score

__all__ = ["MOST", "ending", "suggestions"]

MOST = 20
_USUAL = {"com": 0.9, "net": 0.1, "org": 0.1}  # net and org: by their number beside .com
_OWN, _MARKET, _INTENDED = 1.0, 0.5, 1.0
_LEAST = 0.05
_ACCENTED = 0.3  # of a brand, beside its plain letters, by which it is registered and typed first
_CLOSED_ALONE = frozenset({"edu", "gov", "int", "mil"})
_CLOSED = _CLOSED_ALONE | GOVERNMENT | {"ac", "go", "gob", "govt", "gub", "k12", "police", "sch"}
_LABELS = 12  # the likeliest, of which names under several suffixes are judged


def ending(text: str) -> str:
    """An ending as A-labels: ``.CA`` is ca. Raises InvalidLaunch for a text that is none."""
    bare = text.strip().lstrip(".")
    try:
        found = parse(f"a.b.{bare}") if bare else None
    except InvalidName as error:
        raise InvalidLaunch(f"{text!r} is no ending: {error.problem}") from None
    if found is None or found.suffix is None or found.path:
        raise InvalidLaunch(f"{text!r} is no ending, such as ca")
    if (found.subdomain, found.label) != ("a", "b"):  # nothing is dropped: exemple.ca is not ca
        raise InvalidLaunch(f"{text!r} is no ending, such as {found.suffix}")
    return found.suffix


def suggestions(
    view: View,
    markets: Sequence[str],
    intended: Sequence[str],
    judge: Callable[[View, View], Score],
    most: int = MOST,
    held: Callable[[Name], tuple[bool, bool]] = lambda _: (False, False),
    aids: Aids | None = None,
) -> list[Suggestion]:
    """The likeliest names that a mistake makes of the new one, under the usual suffixes that are
    open to all.

    They stand in the order of probability times how often such a mistake is made and how usual
    the suffix is; ``probability`` and ``kind`` are those of the pair, as ``compare`` gives them.
    What is ``held``, known to be registered, is left out, and so are the addresses of the name
    itself under the ``intended`` suffixes: they are no mistake. ``held`` tells too whether a label
    is another's.
    """
    own = set(addresses(view.name, intended))
    suffixes, plain = _suffixes(view, markets, intended), plain_label(view.name)
    shares, slips = _made(view, markets, intended)
    labels = most if most > MOST else _LABELS
    likely = nsmallest(labels, shares.items(), key=lambda item: (-item[1], item[0]))
    views = {label: made for label, _ in likely if (made := _view(label))}
    (aids or Aids()).ask(tuple(views.values()))
    places = {suffix: place for place, suffix in enumerate(_by_weight(suffixes))}
    ranked = sorted(
        (
            (-share * weight, label, suffix)
            for label, share in likely
            if label in views
            for suffix, weight in suffixes.items()
            if not _said_twice(view, label, suffix)
        ),
    )
    found: list[tuple[float, int, Suggestion]] = []
    for rank, label, suffix in ranked[: 2 * most + len(own)]:
        old = views[label].under(suffix)
        taken, theirs = held(old.name)
        if old.name.ascii in own or taken or not _is_name(old.name):
            continue
        views[label] = old  # what judging makes of the label serves its other suffixes
        score = judge(view, old)
        if score.probability >= _LEAST:
            suggested = Suggestion(
                old.name.ascii,
                score.probability,
                score.kind,
                because(score.terms, score.kind),
                theirs=theirs and label not in (view.name.label, plain),
                slip=label in slips,
            )
            found.append((rank * score.probability, places[suffix], suggested))
    found.sort(key=lambda item: (*item[:2], item[2].domain))
    return [suggested for *_, suggested in found[:most]]


def _made(
    view: View, markets: Sequence[str], intended: Sequence[str]
) -> tuple[dict[str, float], set[str]]:
    """The labels that a mistake makes of a name, with how often it is made, and those of them that
    are slips of the finger, however they sound."""
    shares: dict[str, float] = {}
    slips: set[str] = set()
    home = _at_home(view, markets, intended)
    asked = {"domain-hack": view, "accent": home}
    spelled = _written_out(home)
    for signal in SIGNALS:
        for label, share in signal.variants(asked.get(signal.name, spelled)):
            if share > shares.get(label, 0.0):
                shares[label] = share
                (slips.add if signal.name == "typing" else slips.discard)(label)
    if (plain := plain_label(view.name)) != view.name.label:
        shares |= {plain: 1.0, view.name.unicode: _ACCENTED}
        slips -= {plain, view.name.unicode}
    return shares, slips


def _written_out(view: View) -> View:
    """The name as its speakers write umlauts where they have none, which is how they type what
    stands beside it: meinemuehle."""
    tongue = view.tongue if view.tongue != "und" else local_language(view.name.suffix)
    spoken = by_code(tongue)
    return View(written_out(view.name, spoken.written_out)) if spoken else view


def _at_home(view: View, markets: Sequence[str], intended: Sequence[str]) -> View:
    """The name as it is read where it is launched: a brand under its first intended ending, else
    that of its first country."""
    endings = chain(intended, map(usual_suffix, markets))
    return view if view.name.suffix else view.under(next(endings, None))


def _said_twice(view: View, label: str, suffix: str) -> bool:
    """Whether a label is the name with the ending behind it already: paperfoxstudio.studio."""
    return label == view.base + suffix.partition(".")[0]


def _is_closed(suffix: str) -> bool:
    """Whether names under a suffix are given to a state and its schools alone: gouv.fr, edu.mx."""
    first, _, country = suffix.partition(".")
    return first in (_CLOSED if country else _CLOSED_ALONE)


def _by_weight(suffixes: Mapping[str, float]) -> list[str]:
    """Suffixes, the usual ones first."""
    return sorted(suffixes, key=lambda suffix: -suffixes[suffix])


def _is_name(name: Name) -> bool:
    """Whether a label under a suffix is a name: nht.jm is an ending, as all below jm are."""
    return split_suffix(name.ascii)[1:3] == (name.label, name.suffix)


def _view(label: str) -> View | None:
    """The View of a variant; None for one that no zone admits, such as one that is too long."""
    try:
        to_ascii(label)  # which ``from_labels`` takes for granted of letters without accents
        return View(from_labels(label, None))
    except InvalidName:
        return None


def _suffixes(view: View, markets: Sequence[str], intended: Sequence[str]) -> dict[str, float]:
    """The usual suffixes with their weights; for one below which nobody else can have a name the
    usual one of its country stands."""
    weights, own = dict(_USUAL), view.name.suffix
    for market in markets:
        weights.setdefault(usual_suffix(market), _MARKET)
    for suffix in intended:
        weights[suffix] = max(_INTENDED, weights.get(suffix, 0.0))
    if own and _is_closed(own):
        country = place_of(own).country
        own = usual_suffix(country) if country else None
    if own:
        weights[own] = _OWN
    return {suffix: weight for suffix, weight in weights.items() if not _is_closed(suffix)}

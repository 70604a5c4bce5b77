"""Names that people may type by mistake, for whom no list says whether they exist."""

from __future__ import annotations

from heapq import nsmallest
from itertools import chain
from typing import TYPE_CHECKING

from confusables.errors import InvalidLaunch, InvalidName
from confusables.labels import to_ascii
from confusables.names import addresses, from_labels, parse, plain_label
from confusables.results import Suggestion, because
from confusables.signals import SIGNALS
from confusables.territories import usual_suffix
from confusables.views import Aids, View

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from confusables.model import Name
    from confusables.score import Score

__all__ = ["MOST", "ending", "suggestions"]

MOST = 20
_USUAL = {"com": 0.9, "net": 0.1, "org": 0.1}  # net and org: by their number beside .com
_OWN, _MARKET, _INTENDED = 1.0, 0.5, 0.9
_LEAST = 0.05
_ACCENTED = 0.3  # of a brand, beside its plain letters, by which it is registered and typed first
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
    held: Callable[[Name], bool] = lambda _: False,
    aids: Aids | None = None,
) -> list[Suggestion]:
    """The likeliest names that a mistake makes of the new one, under the usual suffixes.

    They stand in the order of probability times how often such a mistake is made and how usual
    the suffix is; ``probability`` alone is that of the pair, as ``compare`` gives it. What is
    ``held``, known to be registered, is left out, and so are the addresses of the name itself under
    the ``intended`` suffixes: they are no mistake.
    """
    own = set(addresses(view.name, intended))
    suffixes = _suffixes(view, markets, intended)
    shares: dict[str, float] = {}
    for label, share in chain.from_iterable(s.variants(view) for s in SIGNALS):
        if share > shares.get(label, 0.0):
            shares[label] = share
    if (plain := plain_label(view.name)) != view.name.label:
        shares |= {plain: 1.0, view.name.unicode: _ACCENTED}
    labels = max(_LABELS, most) if most > MOST else _LABELS
    likely = nsmallest(labels, shares.items(), key=lambda item: (-item[1], item[0]))
    views = {label: made for label, _ in likely if (made := _view(label))}
    (aids or Aids()).ask(tuple(views.values()))
    ranked = sorted(
        (
            (-share * weight, label, suffix)
            for label, share in likely
            if label in views
            for suffix, weight in suffixes.items()
        ),
    )
    found = []
    for rank, label, suffix in ranked[: 2 * most + len(own)]:
        old = views[label].under(suffix)
        if old.name.ascii in own or held(old.name):
            continue
        views[label] = old  # what judging makes of the label serves its other suffixes
        score = judge(view, old)
        if score.probability >= _LEAST:
            says = because(score.terms, score.kind)
            found.append((rank * score.probability, old.name.ascii, score, says))
    found.sort(key=lambda item: item[:2])
    return [Suggestion(domain, s.probability, s.kind, says) for _, domain, s, says in found[:most]]


def _view(label: str) -> View | None:
    """The View of a variant; None for one that no zone admits, such as one that is too long."""
    try:
        to_ascii(label)  # which ``from_labels`` takes for granted of letters without accents
        return View(from_labels(label, None))
    except InvalidName:
        return None


def _suffixes(view: View, markets: Sequence[str], intended: Sequence[str]) -> dict[str, float]:
    weights = dict(_USUAL)
    for market in markets:
        weights.setdefault(usual_suffix(market), _MARKET)
    for suffix in intended:
        weights[suffix] = max(_INTENDED, weights.get(suffix, 0.0))
    if view.name.suffix:
        weights[view.name.suffix] = _OWN
    return weights

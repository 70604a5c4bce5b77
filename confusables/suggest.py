"""Names that people may type by mistake, for whom no list says whether they exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables.model import Says
from confusables.names import from_labels
from confusables.results import Suggestion
from confusables.signals import SIGNALS
from confusables.views import View

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from confusables.score import Score

__all__ = ["suggestions"]

MOST = 20
_USUAL = {"com": 0.9, "net": 0.25, "org": 0.3}
_OWN, _MARKET, _INTENDED = 1.0, 0.5, 0.9
_LEAST = 0.05


def suggestions(
    view: View,
    markets: Sequence[str],
    intended: Sequence[str],
    judge: Callable[[View, View], Score],
    most: int = MOST,
) -> list[Suggestion]:
    """The likeliest names that a mistake makes of the new one, under the usual suffixes.

    They stand in the order of probability times how often such a mistake is made and how usual
    the suffix is; ``probability`` alone is that of the pair, as ``compare`` gives it.
    """
    suffixes = _suffixes(view, markets, intended)
    shares: dict[str, float] = {}
    for signal in SIGNALS:
        for variant in signal.variants(view):
            shares[variant.label] = max(variant.share, shares.get(variant.label, 0.0))
    ranked = sorted(
        (
            (-share * weight, label, suffix)
            for label, share in shares.items()
            for suffix, weight in suffixes.items()
            if (label, suffix) != (view.name.unicode, view.name.suffix)
        ),
    )
    found = []
    for rank, label, suffix in ranked[: 4 * most]:
        old = View(from_labels(label, suffix))
        score = judge(view, old)
        if score.probability >= _LEAST:
            says = next((t.says for t in score.terms if t.signal == score.kind), None)
            says = says or (score.terms[0].says if score.terms else Says(""))
            found.append((rank * score.probability, old.name.ascii, score, says))
    found.sort(key=lambda item: item[:2])
    return [Suggestion(domain, s.probability, s.kind, says) for _, domain, s, says in found[:most]]


def _suffixes(view: View, markets: Sequence[str], intended: Sequence[str]) -> dict[str, float]:
    weights = dict(_USUAL)
    for market in markets:
        weights.setdefault({"GB": "uk"}.get(market, market.lower()), _MARKET)
    for suffix in intended:
        weights[suffix] = max(_INTENDED, weights.get(suffix, 0.0))
    if view.name.suffix:
        weights[view.name.suffix] = _OWN
    return weights

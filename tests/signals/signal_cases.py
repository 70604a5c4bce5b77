"""Judge one signal on pairs of names: what its tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables.names import parse
from confusables.score import weights
from confusables.signals import SIGNALS
from confusables.views import View

if TYPE_CHECKING:
    from confusables.model import Evidence

__all__ = ["judged", "likely", "variants"]

_BY_NAME = {signal.name: signal for signal in SIGNALS}


def judged(signal: str, new: str, old: str) -> Evidence | None:
    """What a signal finds between two names, the same both ways round."""
    compare = _BY_NAME[signal].compare
    there = compare(View(parse(new)), View(parse(old)))
    back = compare(View(parse(old)), View(parse(new)))
    assert (there is None) == (back is None), f"{new} and {old}: found one way round only"
    if there and back:
        assert (there.level, there.kind) == (back.level, back.kind)
        assert weights().of(there)
        assert "{" not in str(there.says)
    return there


def variants(signal: str, name: str) -> set[str]:
    """The labels that a signal turns a name into."""
    return {v.label for v in _BY_NAME[signal].variants(View(parse(name)))}


def likely(signal: str, name: str) -> set[str]:
    """Those that most people who see the name would type."""
    return {v.label for v in _BY_NAME[signal].variants(View(parse(name))) if v.share > 0.5}

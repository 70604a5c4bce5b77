"""The kinds of confusion, one file each; a new one is a file and a line in ``SIGNALS``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables.signals import (
    accent,
    affix,
    delimiter,
    determiner,
    domain_hack,
    homoglyph,
    inflection,
    lookalike,
    number,
    same_label,
    shared_word,
    shorthand,
    slip,
    sound,
    subject,
    suffix,
    translation,
    two_changes,
    word_order,
)

if TYPE_CHECKING:
    from confusables.model import Signal
    from confusables.views import View

__all__ = ["SIGNALS"]

SIGNALS: tuple[Signal[View], ...] = (
    same_label.SIGNAL,
    domain_hack.SIGNAL,
    delimiter.SIGNAL,
    accent.SIGNAL,
    homoglyph.SIGNAL,
    lookalike.SIGNAL,
    number.SIGNAL,
    shorthand.SIGNAL,
    determiner.SIGNAL,
    word_order.SIGNAL,
    inflection.SIGNAL,
    subject.SIGNAL,
    affix.SIGNAL,
    shared_word.SIGNAL,
    two_changes.SIGNAL,
    translation.SIGNAL,
    sound.SIGNAL,
    slip.SIGNAL,
    suffix.SIGNAL,
)

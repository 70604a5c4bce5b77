"""Sentences in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from confusables.model import Says

__all__ = ["LANGUAGES", "say"]

LANGUAGES = ("en",)


def say(sentence: Says, lang: str) -> str:  # noqa: ARG001
    """A sentence in a language."""
    return str(sentence)

"""Numbers that the commands take, each told with what may be given where it may not."""

from __future__ import annotations

import math
from typing import Any

import click

from confusables.results import MOST_COLLISIONS

__all__ = ["LIMIT", "PROBABILITY", "Whole"]

_TYPED = 40  # characters of what was typed that are told


class _Probability(click.FloatRange):
    """0 to 1; "nan" is no probability."""

    name = "probability"

    def _describe_range(self) -> str:
        return "0 to 1"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        try:
            found = float(value)
        except ValueError:
            found = math.nan
        if not 0.0 <= found <= 1.0:  # nan is neither
            self.fail(f"{_short(value)!r} is not from 0 to 1.", param, ctx)
        return found


PROBABILITY = _Probability(0.0, 1.0)


class Whole(click.IntRange):
    """A whole number from ``least`` to ``most``, both of which are told where one is not."""

    name = "integer"

    def __init__(self, least: int, most: int) -> None:
        super().__init__(least, most)
        self._least, self._most = least, most

    def _describe_range(self) -> str:
        return f"{self._least} to {self._most:,}"  # as the help shows it

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number. Raises BadParameter."""
        try:
            found = int(value)
        except ValueError:  # of some thousand digits too
            found = self._most + 1
        if not self._least <= found <= self._most:
            told = f"{_short(value)!r} is no whole number from {self._describe_range()}."
            self.fail(told, param, ctx)
        return found


def _short(value: object) -> str:
    """What was typed, in a line."""
    text = str(value)
    return text if len(text) <= _TYPED else text[: _TYPED - 1] + "…"


LIMIT = Whole(1, MOST_COLLISIONS)

"""Numbers that the commands take, each told with what may be given where it may not."""

from __future__ import annotations

import math
import re
from typing import Any

import click

from confusables.results import MOST_COLLISIONS

__all__ = ["LIMIT", "PROBABILITY", "VISITS", "Whole"]

_GROUPS = re.compile(r"\d{1,3}(?:([ \u00a0\u2009\u202f'’,])\d{3})(?:\1\d{3})*")
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
            meant = _share(str(value))
            if meant is None:
                self.fail(f"{_short(value)!r} is not from 0 to 1.", param, ctx)
            told = f"{_short(value)!r} is not from 0 to 1; did you mean {meant}?"
            self.fail(told, param, ctx)
        return found


def _share(text: str) -> str | None:
    """The share that is meant by a figure in percent; None for any other text."""
    figure = text.strip()
    try:
        found = float(figure.removesuffix("%")) / 100
    except ValueError:
        return None
    least = 0.0 if figure.endswith("%") else 0.01
    return f"{found:g}" if least <= found <= 1.0 else None


class _Visits(click.types.IntParamType):
    """A whole number, which may stand in groups of three: 200 000, 200,000 and 200'000."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        text = str(value).strip()
        plain: Any = re.sub(r"\D", "", text) if _GROUPS.fullmatch(text) else value
        return super().convert(plain, param, ctx)


PROBABILITY = _Probability(0.0, 1.0)
VISITS = _Visits()


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

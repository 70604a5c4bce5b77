"""Texts and files that the commands take: an empty one, as of a variable of a script that is not
set, is no name of anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

__all__ = ["FILE", "OUT", "READ", "TEXT"]


class _Text(click.types.StringParamType):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        _refuse_empty(str(value), param, ctx)
        return super().convert(value, param, ctx)


class _File(click.Path):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        _refuse_empty(str(value), param, ctx)  # which would be the folder that one is in
        if str(value) == "-" and not self.allow_dash:
            raise click.BadParameter("- is standard output, a file is needed", ctx, param)
        return super().convert(value, param, ctx)


def _refuse_empty(text: str, param: click.Parameter | None, ctx: click.Context | None) -> None:
    if not text.strip():
        raise click.BadParameter("an empty text names nothing", ctx, param)


TEXT = _Text()
FILE = _File(dir_okay=False, readable=False, path_type=Path)
"""A file that is written, which need not be one that can be read."""
OUT = _File(dir_okay=False, readable=False, allow_dash=True, path_type=Path)
"""The same, or - for standard output."""
READ = _File(readable=False, allow_dash=True, path_type=Path)
"""A file that is read: whether it can be is told by what reads it."""

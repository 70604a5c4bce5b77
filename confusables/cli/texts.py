"""Texts and files that the commands take: an empty one, as of a variable of a script that is not
set, is no name of anything."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from confusables.report.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["FILE", "LANGUAGE", "OUT", "READ", "TEXT", "form_of", "language_of"]

_ENDINGS = {"htm": "html", "ndjson": "jsonl", "md": "markdown", "txt": "text"}


class _Text(click.types.StringParamType):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        _refuse_empty(str(value), param, ctx)
        return super().convert(value, param, ctx)


class _Language(click.Choice[str]):
    """A language as people and systems write it: FR, fr-CA and fr_CA.UTF-8 are fr."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return super().convert(language_of(str(value)) or value, param, ctx)


def language_of(text: str) -> str:
    """The language that a text asks for; empty for none that there is."""
    base = re.split(r"[-_.@]", text.strip().lower(), maxsplit=1)[0]
    return base if base in LANGUAGES else ""


def form_of(output: Path | None, forms: Collection[str]) -> str:
    """The form that the ending of a file tells; empty where it tells none of these."""
    ending = output.suffix.lower().removeprefix(".") if output else ""
    form = _ENDINGS.get(ending, ending)
    return form if form in forms else ""


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
LANGUAGE = _Language(LANGUAGES)
FILE = _File(dir_okay=False, readable=False, path_type=Path)
"""A file that is written, which need not be one that can be read."""
OUT = _File(dir_okay=False, readable=False, allow_dash=True, path_type=Path)
"""The same, or - for standard output."""
READ = _File(readable=False, allow_dash=True, path_type=Path)
"""A file that is read: whether it can be is told by what reads it."""

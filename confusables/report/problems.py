"""Errors in the reader's language.

An error is an English sentence where it is raised. Here its template is recognised again, and what
was filled in is put into the template of the catalogue: so that raising stays plain, and a sentence
that no catalogue knows is shown as it is. ``data/catalogues.py`` gathers the templates of the
package in ``locale/problems.txt``; those of others stand in ``OTHERS``.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from confusables.report.words import number, template

__all__ = ["OTHERS", "problem"]

OTHERS = (
    # Composed by our own errors of parts.
    "{path}:{line}: {problem}",
    "{path}: {problem}",
    "{problem} at character {position}: {where}",
    "{problem} at character {position}",
    "{problem}: “{where}”",
    "“{where}”",
    "{what} needs: pip install 'domain-confusables[{extra}]'",
    "{program} is not installed (on Debian: apt-get install {package})",
    ": {meant} is meant",
    # Told by the command line.
    "{problem} (see {path} --help)",
    "{problem}; please report this",
    "{path}: {names} names under {labels} labels",
    "{new} and {existing} are one and the same name",
    "not a row of name, reason, date",
    "{value} is no date such as 2026-01-31",
    "error",
    "usage",
    "fault",
    "built",
    "done",
    "asking",
    "note",
    "interrupted",
    # Parts of other sentences.
    ", such as CA",
    ", such as fr",
    "rank of {domain}",
    "visits of the launch",
    "capacity of the neighbour",
    # Said by click.
    "No such option: {name}",
    "No such option '{name}'.",
    "No such option: {name} Did you mean {other}?",
    "No such option '{name}'. (Did you mean one of: {other}?)",
    "No such option '{name}'. Did you mean {other}?",
    "No such command '{name}'.",
    "Missing argument '{name}'.",
    "Missing option '{name}'.",
    "Missing command.",
    "Invalid value for {name}: {problem}",
    "Invalid value: {problem}",
    "{value} is not in the range {range}.",
    "'{value}' is not a valid {type}.",
    "'{value}' is not one of {choices}.",
    "Got unexpected extra argument ({value})",
    "Got unexpected extra arguments ({value})",
    "Option '{name}' requires an argument.",
    "Option '{name}' does not take a value.",
    "File '{name}' is a directory.",
    "integer",
    "float",
    "integer range",
    "probability",
    # Said by the system.
    "No such file or directory",
    "Is a directory",
    "Permission denied",
    "No space left on device",
    "Not a directory",
)

# What the command line says in sentences of its own is recognised like an error.
_SAID = ("one more row not usable", "{count} more rows not usable")

_FIELD = re.compile(r"\{(\w+)\}")
_DEEPEST = 4


class _Form(NamedTuple):
    template: str
    pattern: re.Pattern[str]
    literal: int


@cache
def _forms() -> tuple[_Form, ...]:
    """The templates, those with most words of their own first."""
    listed = files("confusables").joinpath("locale", "problems.txt").read_text("utf-8")
    found = []
    for text in (*listed.splitlines(), *OTHERS, *_SAID):
        parts = _FIELD.split(text)
        pattern = "".join(
            f"(?P<{part}>.*?)" if at % 2 else re.escape(part) for at, part in enumerate(parts)
        )
        found.append(_Form(text, re.compile(pattern, re.DOTALL), sum(map(len, parts[::2]))))
    return tuple(sorted(found, key=lambda form: -form.literal))


def problem(error: object, lang: str, depth: int = 0) -> str:
    """An error, or its text, in a language."""
    text = number(str(error), lang)
    if lang == "en" or depth > _DEEPEST or not text.strip():
        return text
    for form in _forms():
        if match := form.pattern.fullmatch(text):
            values = {k: problem(v, lang, depth + 1) for k, v in match.groupdict().items()}
            return template(form.template, lang).format_map(values)
    return text

"""Errors in the reader's language.

An error is an English sentence where it is raised. Here its template is recognised again, and what
was filled in is put into the template of the catalogue: so that raising stays plain, and a sentence
that no catalogue knows is shown as it is. ``data/catalogues.py`` gathers the templates of the
package in ``locale/problems.txt``; those of others stand in ``OTHERS``.

What was filled in may be a user's text, of any length and with any words: it is taken over as it
is. Templates are not looked for inside quotes, nor far from both ends of a message.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from confusables.report.words import number, template

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["OTHERS", "problem"]

OTHERS = (
    # Composed by our own errors of parts.
    "{path}:{line}: {problem}",
    "{path}: {problem}",
    "{problem}, at character {position}: {where}",
    "{problem}, at character {position}",
    "{problem}: “{where}”",
    "“{where}”",
    "{what} needs: pip install 'domain-confusables[{extra}]'",
    "{program} is not installed (on Debian: apt-get install {package})",
    ": {meant} is meant",
    # Told by the command line.
    "{problem}; please report this",
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
    "duplicate",
    "unusable",
    "interrupted",
    # Told of a list that could not be fetched.
    "the server's name does not resolve",
    "the server's name was not resolved in time",
    "the server could not be reached, or refused to answer",
    "the server answered HTTP {status}",
    "no answer in time",
    "the connection was not to be trusted",
    "the answer was broken",
    "the answer was too long",
    "address refused",
    "connection refused",
    "redirect refused",
    "plain http refused",
    "content encoding refused",
    "content encoding broken",
    "not a list of RDAP servers",
    "not the Public Suffix List",
    # Parts of other sentences.
    "standard input",
    "standard output",
    "standard input: cannot be read: {a}",
    "standard output: cannot be written: {a}",
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
    "No such command '{name}'. (Did you mean one of: {other}?)",
    "No such command '{name}'. Did you mean {other}?",
    "Missing argument '{name}'.",
    "Missing option '{name}'.",
    "Missing command.",
    "Invalid value for {name}: {problem}",
    "Invalid value: {problem}",
    "'{value}' is not a valid {type}.",
    "'{value}' is not one of {choices}.",
    "'{value}' is not '{other}'.",
    "Got unexpected extra argument ({value})",
    "Got unexpected extra arguments ({value})",
    "Option '{name}' requires an argument.",
    "Option '{name}' does not take a value.",
    "{value} is not from 0 to 1.",
    "{value} is not from 0 to 1; did you mean {meant}?",
    "{value} is no whole number from {a} to {b}.",
    "a review at {a}, above a warning at {b}",
    "File '{name}' is a directory.",
    "integer",
    "float",
    # Said by the system.
    "No such file or directory",
    "Is a directory",
    "Permission denied",
    "No space left on device",
    "Not a directory",
    # Said by the libraries that unpack.
    "File is not a zip file",
    "Not a gzipped file ({found})",
    "CRC check failed {found} != {stated}",
)

# What the command line says in sentences of its own is recognised like an error.
_SAID = ("one more row not usable", "{count} more rows not usable")

_PLACE, _AFTER, _QUOTED = "{path}:{line}: {problem}", "{path}: {problem}", "“{where}”"
_COMPOSED = frozenset({_PLACE, _AFTER, _QUOTED})

# Fields that hold sentences or words of ours, beside those that end a template; what stands before
# a colon is mostly a path, but may be one of the parts of other sentences.
_OURS = frozenset({"problem", "what", "type"})
_PARTS = ("rank of {domain}", "visits of the launch", "capacity of the neighbour")
_WHOLE = frozenset({"new", "path", "problem"})  # that may hold a colon where they begin a template
_COUNTS = frozenset({"count"})
_STREAMS = frozenset({"standard input", "standard output"})

_FIELD = re.compile(r"\{(\w+)\}")
_WHERE = re.compile(r":(\d{1,12}): ", re.ASCII)
_OPENING = re.compile(r"(?<!')“")  # none that is quoted itself
_LIST = re.compile(r"“[^“”]*”(, “[^“”]*”)*")
_REPR = r"""(?:'(?:[^'\\]|\\.)*+'|"(?:[^"\\]|\\.)*+")"""  # a text as Python writes it
_REPRS = re.compile(rf"{_REPR}(, {_REPR})*+", re.DOTALL)
_EACH = re.compile(_REPR, re.DOTALL)
_DEEPEST = 4
_EDGE = 500  # characters of a message, at either end, in which templates are looked for
_GAP = "\ufdd0"  # stands for those between: no character, so that no template has it
_COLONS = 8  # of a message that are tried as the end of a path


class _Form(NamedTuple):
    template: str
    literals: tuple[str, ...]
    fields: tuple[str, ...]
    begins: bool  # with a field in which no path stands before the words of ours

    @classmethod
    def of(cls, text: str) -> _Form:
        literals, fields = _FIELD.split(text)[::2], _FIELD.split(text)[1::2]
        begins = bool(fields) and not literals[0] and fields[0] not in _WHOLE
        begins = begins and not literals[1].startswith(":")
        return cls(text, tuple(literals), tuple(fields), begins)


@cache
def _forms() -> tuple[_Form, ...]:
    """The templates, those with most words of their own first."""
    listed = files("confusables").joinpath("locale", "problems.txt").read_text("utf-8")
    texts = {*listed.splitlines(), *OTHERS, *_SAID} - _COMPOSED
    return tuple(sorted(map(_Form.of, texts), key=lambda f: (-sum(map(len, f.literals)), f)))


@cache
def _part_forms() -> tuple[_Form, ...]:
    return tuple(map(_Form.of, _PARTS))


class _Message:
    """A text in which templates are looked for: its two ends, with what is quoted marked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._left_out = max(0, len(text) - 2 * _EDGE - 1)
        self.ends = f"{text[:_EDGE]}{_GAP}{text[-_EDGE:]}" if self._left_out else text
        self._quoted = bytearray(len(self.ends))
        for start, end in _quotes(self.ends):
            self._quoted[start:end] = b"\1" * (end - start)

    def cut(self, start: int, end: int) -> str:
        """A part of the text, by places in its two ends."""
        start, end = (at if at <= _EDGE else at + self._left_out for at in (start, end))
        return self._text[start:end]

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether all of it stands between quotes."""
        return all(self._quoted[start:end])

    def find(self, literal: str, start: int, end: int) -> int:
        """Where words of a template stand first that nobody quoted; -1 where they do not."""
        at = self.ends.find(literal, start, end)
        while at >= 0 and self.is_quoted(at, at + len(literal)):
            at = self.ends.find(literal, at + 1, end)
        return at

    def values(self, form: _Form) -> list[str] | None:
        """What is filled into a template, if the text is of it."""
        first, last = form.literals[0], form.literals[-1]
        if not form.fields:
            return [] if self._text == first else None
        if not (self.ends.startswith(first) and self.ends.endswith(last)):
            return None
        at, end = len(first), len(self.ends) - len(last)
        found = []
        for literal in form.literals[1:-1]:
            after = self.find(literal, at, end)
            if after < 0:
                return None
            found.append((at, after))
            at = after + len(literal)
        found.append((at, end))
        if at > end or (form.begins and self.find(": ", *found[0]) >= 0):
            return None
        return [self.cut(*span) for span in found]


def _quotes(text: str) -> Iterator[tuple[int, int]]:
    """What stands between quotes: of “ ” between the first and the last, of ' and " as Python
    writes a text."""
    first, end = _OPENING.search(text), text.rfind("”")
    if first and first.start() < end:
        yield first.end(), end
    at = 0
    while at < len(text):
        if text[at] in "'\"" and not text[at - 1 : at].isalnum():
            end = at + 1
            while end < len(text) and text[end] != text[at]:
                end += 1 + (text[end] == "\\")
            if end < len(text):
                yield at + 1, end
                at = end
        at += 1


def problem(error: object, lang: str) -> str:
    """An error, or its text, in a language; total over texts."""
    text = str(error)
    return text if lang == "en" else _told(text, lang)


def _told(text: str, lang: str, depth: int = 0) -> str:
    found = _translated(text, lang, depth)
    return number(text, lang) if found is None else found


def _translated(text: str, lang: str, depth: int) -> str | None:
    """The text in a language; None where it is of no template."""
    if depth > _DEEPEST or not text.strip():
        return None
    message = _Message(text)
    for found in _WHERE.finditer(message.ends):
        if message.find(": ", 0, found.start()) >= 0:
            break
        if found.start() and not message.is_quoted(*found.span()):
            told = _told(message.cut(found.end(), len(message.ends)), lang, depth + 1)
            path = message.cut(0, found.start())
            return _filled(_PLACE, lang, path=path, line=found[1], problem=told)
    if (plain := _of_form(message, _forms(), lang, depth)) is not None:
        return plain
    if text.startswith(": "):
        return _filled(_AFTER, lang, path="", problem=_told(text[2:], lang, depth + 1))
    at = -2
    for _ in range(_COLONS):
        at = message.find(": ", at + 2, len(message.ends))
        if at < 0:
            break
        rest = message.cut(at + 2, len(message.ends))
        told_rest = _of_form(_Message(rest), _forms(), lang, depth + 1)
        if told_rest is not None:
            path = message.cut(0, at)
            path = template(path, lang) if path in _STREAMS else path
            return _filled(_AFTER, lang, path=path, problem=told_rest)
    return None


def _of_form(message: _Message, forms: Sequence[_Form], lang: str, depth: int) -> str | None:
    """A message in a language by the first template that it is of."""
    for form in forms:
        values = message.values(form)
        if values is not None:
            told = {
                field: _value(form, at, value, lang, depth)
                for at, (field, value) in enumerate(zip(form.fields, values, strict=True))
            }
            return _filled(form.template, lang, **told)
    return None


def _value(form: _Form, at: int, value: str, lang: str, depth: int) -> str:
    """What is filled in: a user's text as it is, words of ours in the language."""
    field, before, after = form.fields[at], form.literals[at], form.literals[at + 1]
    if value in _STREAMS:
        return template(value, lang)
    if before.endswith(("“", "'", "[")):
        return value
    if len(value) <= _EDGE and _REPRS.fullmatch(value):
        return ", ".join(_filled(_QUOTED, lang, where=one[1:-1]) for one in _EACH.findall(value))
    if field in _OURS or (len(field) == 1 and (at or before) and after[:1] in ("", ";")):
        return _told(value, lang, depth + 1)
    if field == "where":
        whole = value.startswith("“") and value.endswith("”") and len(value) > 1
        return _filled(_QUOTED, lang, where=value[1:-1]) if whole else value
    if field in _COUNTS:
        return number(value, lang)
    if len(field) > 1 or len(value) > _EDGE:
        return value
    if not (at or before) and after.startswith(":"):
        part = _of_form(_Message(value), _part_forms(), lang, depth + 1)
        return value if part is None else part
    if _LIST.fullmatch(value):
        return ", ".join(_filled(_QUOTED, lang, where=one) for one in value[1:-1].split("”, “"))
    return number(value, lang)


def _filled(english: str, lang: str, **values: str) -> str:
    return template(english, lang).format_map(values)

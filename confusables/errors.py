"""Every error that this library raises on purpose.

ConfusablesError
├── InvalidName          a text that is no name (also a ValueError)
├── InvalidLaunch        a country, language, date or figure of a launch that cannot be
├── MissingExtra         an optional dependency is not installed (also an ImportError)
├── MissingProgram       a program that was asked for is not installed
├── SpeakerError         a program that says names aloud failed
├── InputError           a file of names, pairs, or exceptions cannot be used
├── TablesError          a shipped table is missing, damaged or of another version
└── CorpusError          a corpus cannot be read or built
    ├── CorpusFormatError    not a corpus, or one of another version
    ├── CorpusDamaged        a checksum or a bound does not hold
    └── ListError            a list to build from cannot be read (file and line)
"""

from __future__ import annotations

__all__ = [
    "ConfusablesError",
    "CorpusDamaged",
    "CorpusError",
    "CorpusFormatError",
    "InputError",
    "InvalidLaunch",
    "InvalidName",
    "ListError",
    "MissingExtra",
    "MissingProgram",
    "SpeakerError",
    "TablesError",
]

_SHOWN = 80  # characters of a text that is quoted


class ConfusablesError(Exception):
    """The root of the tree: catch this to catch all of it."""


class InvalidName(ConfusablesError, ValueError):
    """A text that no reading makes a name of.

    ``problem`` says what is wrong in a few words, ``where`` quotes the part at fault,
    ``position`` is its index in the text as given (None where it has none).
    """

    def __init__(self, problem: str, *, where: str = "", position: int | None = None) -> None:
        self.problem = problem
        self.where = where
        if position is not None and position < 0:  # what is wrong stands nowhere as it was given
            position = None
        self.position = position
        at = f", at character {position + 1}" if position is not None else ""
        quoted = f": {_printable(where)}" if where else ""
        super().__init__(f"{problem}{at}{quoted}")

    def __reduce__(self) -> tuple[object, ...]:
        return (_invalid_name, (self.problem, self.where, self.position))


class InvalidLaunch(ConfusablesError, ValueError):
    """A country, a language, a date or a figure of a launch that cannot be."""


class MissingExtra(ConfusablesError, ImportError):
    """An optional dependency is needed and not installed; the text is the install line."""

    def __init__(self, what: str, extra: str) -> None:
        self.what, self.extra = what, extra
        super().__init__(f"{what} needs: pip install 'domain-confusables[{extra}]'")

    def __reduce__(self) -> tuple[object, ...]:
        return (MissingExtra, (self.what, self.extra))


class MissingProgram(ConfusablesError):
    """A program is needed and not installed; the text names the package of Debian that has it."""

    def __init__(self, program: str, package: str) -> None:
        self.program, self.package = program, package
        super().__init__(f"{program} is not installed (on Debian: apt-get install {package})")

    def __reduce__(self) -> tuple[object, ...]:
        return (MissingProgram, (self.program, self.package))


class SpeakerError(ConfusablesError):
    """A program that says names aloud failed, or took too long."""


class _OfAFile(ConfusablesError):
    """What is wrong (``problem``), and where: ``path`` (empty) and ``line`` (None) if known."""

    def __init__(self, problem: str, *, path: str = "", line: int | None = None) -> None:
        self.problem = problem
        self.path = path
        self.line = line
        place = f"{path}:{line}: " if path and line is not None else f"{path}: " if path else ""
        super().__init__(f"{place}{problem}")


class InputError(_OfAFile):
    """A file that the user gave cannot be read or a row of it cannot be used."""


class TablesError(ConfusablesError):
    """A table that ships with the library is missing, damaged or of another version."""


class CorpusError(ConfusablesError):
    """A corpus cannot be read or built."""

    @classmethod
    def unreadable(cls, path: object, error: OSError) -> CorpusError:
        """Of a file that the system does not let us read, and why."""
        return CorpusError(f"{path}: cannot be read: {error.strerror or error}")

    @classmethod
    def unwritable(cls, path: object, error: OSError) -> CorpusError:
        """Of a file that the system does not let us write, and why."""
        return CorpusError(f"{path}: cannot be written: {error.strerror or error}")


class CorpusFormatError(CorpusError):
    """The file is no corpus, or a corpus of a version that this release does not read."""


class CorpusDamaged(CorpusError):
    """A checksum or a bound of the corpus file does not hold."""


class ListError(_OfAFile, CorpusError):
    """A list to build a corpus from cannot be read."""


def _printable(text: str) -> str:
    """The text quoted so that controls, surrogates and bidi marks cannot act on a terminal."""
    short = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return "“" + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in short) + "”"


def _invalid_name(problem: str, where: str, position: int | None) -> InvalidName:
    return InvalidName(problem, where=where, position=position)

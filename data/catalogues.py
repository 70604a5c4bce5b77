"""Keep the translation catalogues of ``confusables/locale/`` in step with the code.

    python data/catalogues.py            add new messages, drop stale ones, compile
    python data/catalogues.py --check    write nothing; exit 1 where something is out of step

A message is the template of a ``Says(…)``, a ``t(…)`` of a page template, or the text of an error
as it is raised. Translations are written by hand into the ``.po`` files.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import sys
from pathlib import Path
from string import ascii_lowercase
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "confusables"
LOCALE = PACKAGE / "locale"
PROBLEMS = LOCALE / "problems.txt"

if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from confusables.files import put  # noqa: E402 - after the path above
from confusables.report.words import LANGUAGES as SPOKEN  # noqa: E402 - after the path above
from confusables.territories import language_name  # noqa: E402

LANGUAGES = tuple(lang for lang in SPOKEN if lang != "en")  # in which the messages stand

ERRORS = frozenset(
    {
        "BadParameter", "ConfusablesError", "CorpusDamaged", "CorpusError", "CorpusFormatError",
        "InputError", "InvalidLaunch", "InvalidName", "ListError", "MissingExtra", "SpeakerError",
        "TablesError", "UpdateError", "UsageError",
    }
)  # fmt: skip
FIELD = re.compile(r"\{(\w+)\}")
_PAGE = re.compile(r"""\bt\(\s*"((?:[^"\\]|\\.)*)\"""")


def _called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _constants(node: ast.expr) -> Iterator[str]:
    """The literal texts that an expression may be: itself, or either side of a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)


def _templates(node: ast.expr) -> Iterator[str]:
    """The same of an error's text, whose f-strings become templates: {a}, {b}, …"""
    if isinstance(node, ast.JoinedStr):
        fields = (f"{{{letter}}}" for letter in ascii_lowercase)
        yield "".join(
            str(part.value) if isinstance(part, ast.Constant) else next(fields)
            for part in node.values
        )
    elif isinstance(node, ast.IfExp):
        yield from _templates(node.body)
        yield from _templates(node.orelse)
    else:
        yield from _constants(node)


def _trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))


def sentences() -> dict[str, set[str]]:
    """Every template of a sentence, with the files that say it."""
    found: dict[str, set[str]] = {}
    for path, tree in _trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            if _called(node) in ("Says", "template"):
                for text in filter(None, _constants(node.args[0])):
                    found.setdefault(text, set()).add(path)
    for page in sorted(PACKAGE.rglob("*.j2")):
        for text in _PAGE.findall(page.read_text("utf-8")):
            found.setdefault(text, set()).add(page.relative_to(ROOT).as_posix())
    return found


def problems() -> dict[str, set[str]]:
    """Every template of an error that the package raises or tells, with its files."""
    found: dict[str, set[str]] = {}
    for path, tree in _trees():
        for node in ast.walk(tree):
            for text in _told(node):
                if FIELD.sub("", text).strip(" :,.“”'"):
                    found.setdefault(text, set()).add(path)
    return found


def _told(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call):
        if _called(node) in ERRORS and node.args:
            yield from _templates(node.args[0])
        for keyword in node.keywords:
            if keyword.arg == "problem":
                yield from _templates(keyword.value)
    elif isinstance(node, ast.Assign) and any(
        isinstance(target, ast.Name) and target.id == "problem" for target in node.targets
    ):
        yield from _templates(node.value)


def messages() -> dict[str, set[str]]:
    """All that a catalogue must have."""
    from confusables.report.problems import OTHERS

    found = sentences()
    for text, paths in problems().items():
        found.setdefault(text, set()).update(paths)
    for text in OTHERS:
        found.setdefault(text, set()).add("confusables/report/problems.py")
    return found


def paths(lang: str) -> tuple[Path, Path]:
    """The written and the compiled catalogue of a language."""
    folder = LOCALE / lang / "LC_MESSAGES"
    return folder / "confusables.po", folder / "confusables.mo"


class _Plain(Catalog):
    """A catalogue whose head bears no date and no version, so that its bytes are those of its
    messages alone."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The head of the compiled catalogue."""
        return [
            ("Language", str(self.locale)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def read(lang: str) -> Catalog:
    """The catalogue of a language as it is written."""
    written = paths(lang)[0]
    if not written.exists():
        return Catalog(locale=lang)
    with written.open("rb") as file:
        return read_po(file, locale=lang)


def made(lang: str) -> tuple[bytes, bytes]:
    """The catalogue of a language as it should be: written and compiled."""
    known = read(lang)
    fresh = _Plain(locale=lang, fuzzy=False)
    for text, where in sorted(messages().items()):
        old = known.get(text)
        fresh.add(text, old.string if old else "", locations=[(p, None) for p in sorted(where)])
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, fresh, width=100, omit_header=True, sort_output=True)
    write_mo(mo, fresh)
    header = (
        f"# {language_name(lang)} of confusables, written by hand; data/catalogues.py keeps it in"
        " order.\n"
        'msgid ""\nmsgstr ""\n'
        f'"Language: {lang}\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n\n'
    )
    return header.encode() + po.getvalue(), mo.getvalue()


def faults(lang: str) -> list[str]:
    """What is untranslated, stale, or has other fields than the English."""
    known, wanted, found = read(lang), messages(), []
    for text in sorted(wanted):
        message = known.get(text)
        if message is None or not message.string:
            found.append(f"{lang}: untranslated: {text}")
        elif set(FIELD.findall(text)) != set(FIELD.findall(str(message.string))):
            found.append(f"{lang}: other fields than: {text}")
    found += [f"{lang}: stale: {m.id}" for m in known if m.id and m.id not in wanted]
    return found


def main(arguments: list[str] | None = None) -> int:
    """Write the catalogues, or check them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 on drift")
    check = parser.parse_args(arguments).check
    wanted: dict[Path, bytes] = {PROBLEMS: "".join(f"{t}\n" for t in sorted(problems())).encode()}
    for lang in LANGUAGES:
        wanted.update(zip(paths(lang), made(lang), strict=True))
    code = 0
    for path, content in wanted.items():
        if path.exists() and path.read_bytes() == content:
            continue
        if check:
            print(f"{path.relative_to(ROOT)} is out of step", file=sys.stderr)
            code = 1
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            put(path, content)
    for fault in (fault for lang in LANGUAGES for fault in faults(lang)):
        print(fault, file=sys.stderr)
        code = 1
    return code


if __name__ == "__main__":
    raise SystemExit(main())

"""The structure: imports go down only, importing is cheap, and every plug-in is complete."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import guard
import pytest

import confusables
from confusables.cli import COMMANDS
from confusables.languages import LANGUAGES
from confusables.readers import READERS, Reader
from confusables.signals import SIGNALS

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path(confusables.__file__).parent
TESTS = ROOT / "tests"

# A module may import those of its own layer's number only within its own package.
LAYERS = (
    ("clean", "errors", "files", "fold", "later", "model", "results", "workers", "written"),
    (
        "dates",
        "languages",
        "tables",
        "skeleton",
        "keyboards",
        "labels",
        "affixes",
        "owners",
        "territories",
        "refreshed",
        "spelling",
        "suffix_list",
    ),
    ("names", "words", "determiners", "rests", "views", "stripped"),
    ("signals", "score", "readers", "respelled"),
    ("suggest", "corpus", "lookups", "market", "report"),
    ("coverage", "held", "judging", "online", "ready", "settings"),
    ("checker",),
    ("screen", "watch", "spark"),
    ("cli", "__main__"),
)
LAYER = {part: number for number, parts in enumerate(LAYERS) for part in parts}
# Where a layer is crossed on purpose: what stands above is imported inside a function.
EXCEPTIONS = {("checker", "screen"), ("model", "report")}


def _modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _part(module: str) -> str:
    return module.partition(".")[0]


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def _for_types_only(tree: ast.Module) -> set[ast.AST]:
    """The nodes inside ``if TYPE_CHECKING:``."""
    return {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
        for child in node.body
        for inner in ast.walk(child)
    }


def _imported(path: Path) -> set[str]:
    """The modules of this package that a module imports when it runs, anywhere in it."""
    tree = _tree(path)
    idle = _for_types_only(tree)
    found = set()
    for node in ast.walk(tree):
        if node in idle:
            continue
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        assert not (isinstance(node, ast.ImportFrom) and node.level), f"{path}: relative import"
    return {
        m.removeprefix("confusables").removeprefix(".")
        for m in found
        if m.partition(".")[0] == "confusables"
    }


@pytest.mark.parametrize("path", _modules(), ids=_name)
def test_imports_go_down_only(path: Path) -> None:
    own = _part(_name(path))
    if not own:  # the package itself names its public parts, which it imports at first use
        assert _imported(path) == set()
        return
    for target in map(_part, _imported(path)):
        if target not in LAYER or target == own or (own, target) in EXCEPTIONS:
            continue  # a public name of the package, or a part of the same package
        assert LAYER[target] <= LAYER[own], f"{own} imports {target}, which stands above it"


def test_parts_of_one_layer_do_not_import_each_other_in_a_circle() -> None:
    edges: dict[str, set[str]] = {}
    for path in _modules():
        own = _part(_name(path))
        edges.setdefault(own, set()).update(
            t for t in map(_part, _imported(path)) if t in LAYER and t != own
        )
    for exception in EXCEPTIONS:
        edges.get(exception[0], set()).discard(exception[1])
    done: set[str] = set()
    while ready := {p for p in edges if p not in done and not edges[p] - done}:
        done |= ready
    assert set(edges) - done == set(), "these import each other in a circle"


@pytest.mark.parametrize("path", _modules(), ids=_name)
def test_what_is_imported_of_a_module_stands_in_its_all(path: Path) -> None:
    for node in ast.walk(_tree(path)):
        if not isinstance(node, ast.ImportFrom) or not str(node.module).startswith("confusables."):
            continue
        offered = getattr(import_module(str(node.module)), "__all__", None)
        for name in (alias.name for alias in node.names):
            part = f"{node.module}.{name}".removeprefix("confusables.") in map(_name, _modules())
            assert part or offered is None or name in offered, f"{node.module} offers no {name}"


def test_the_layers_are_drawn_for_contributors_as_they_are() -> None:
    drawn: dict[str, int] = {}
    layer = -1
    for line in (ROOT / "CONTRIBUTING.md").read_text("utf-8").splitlines():
        if line.startswith("    ") and (parts := line.split()):
            layer = int(parts.pop(0)) if parts[0].isdecimal() else layer
            drawn |= dict.fromkeys(parts if layer >= 0 else (), layer)
    assert drawn == {part: number for part, number in LAYER.items() if part != "__main__"}


def test_every_module_has_its_layer() -> None:
    parts = {_part(_name(path)) for path in _modules()} - {""}
    assert parts <= set(LAYER)


@pytest.mark.parametrize("path", _modules(), ids=_name)
def test_modules_and_functions_keep_their_size(path: Path) -> None:
    tree = _tree(path)
    lines = path.read_text("utf-8").count("\n")
    words_in_file = "languages" in path.parts  # a language file is mostly its words
    assert lines <= (460 if words_in_file else 400), f"{lines} lines: split it"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= 55, f"{node.name}: {length} lines"


@pytest.mark.parametrize("path", _modules(), ids=_name)
def test_nothing_reads_the_environment_or_the_clock_at_import(path: Path) -> None:
    tree = _tree(path)
    later = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for child in (node.body if isinstance(node.body, list) else [node.body])
        for inner in ast.walk(child)
    }
    for node in ast.walk(tree):
        if node in later or not isinstance(node, ast.Attribute):
            continue
        assert node.attr not in {"environ", "getenv", "now", "today", "expanduser", "home"}, (
            f"line {node.lineno}: {node.attr} at import"
        )


def _modules_after(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        capture_output=True,
        check=True,
        env=guard.child_environment(),
        text=True,
    )
    return set(done.stdout.split())


HEAVY = {"tldextract", "requests", "whois", "rich", "pandas", "dns", "pyarrow", "socket", "ssl"}


def test_import_of_the_package_imports_nothing_heavy() -> None:
    # A bare interpreter may load some of it itself (a site hook): that is not ours.
    before = _modules_after("pass")
    assert (HEAVY & _modules_after("import confusables")) <= before


def test_comparing_needs_neither_whois_nor_rich_nor_pandas_nor_dns() -> None:
    code = "import confusables; confusables.compare('a.com', 'b.com'); confusables.check('a.com')"
    assert not {"whois", "rich", "pandas", "dns"} & _modules_after(code)


@pytest.mark.parametrize("path", _modules(), ids=_name)
def test_every_module_imports_alone_without_a_socket_or_a_read_of_the_environment(
    path: Path,
) -> None:
    """In this process: the guard fails the test where an import would reach the network."""
    name = f"confusables.{_name(path)}".rstrip(".")
    if not name.endswith("__main__"):
        assert isinstance(import_module(name), ModuleType)


def test_our_import_reads_no_environment() -> None:
    code = (
        "import os, sys\n"
        "class Told(dict):\n"
        "    def _tell(self, key):\n"
        "        caller = sys._getframe(2).f_globals.get('__name__', '')\n"
        "        if caller.startswith('confusables'): print('READ', caller, key)\n"
        "    def __getitem__(self, key): self._tell(key); return dict.__getitem__(self, key)\n"
        "    def get(self, key, other=None): self._tell(key); return dict.get(self, key, other)\n"
        "    def __contains__(self, key): self._tell(key); return dict.__contains__(self, key)\n"
        "os.environ = Told(os.environ)\n"
        "os.getenv = lambda key, default=None: os.environ.get(key, default)\n"
        "import pkgutil, importlib, confusables\n"
        "for found in pkgutil.walk_packages(confusables.__path__, 'confusables.'):\n"
        "    if not found.name.endswith('__main__'): importlib.import_module(found.name)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        env=guard.child_environment(),
        text=True,
    )
    assert done.stdout == ""


def _files(folder: str, *, but: tuple[str, ...] = ()) -> set[str]:
    found = {p.stem for p in (PACKAGE / folder).glob("*.py")}
    return found - {"__init__", *but}


def _docs() -> str:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    return "\n".join(page.read_text("utf-8") for page in pages)


def test_every_signal_is_registered_tested_and_documented() -> None:
    files = _files("signals")
    assert len(SIGNALS) == len({s.name for s in SIGNALS})
    registered = {import_module(f"confusables.signals.{f}").SIGNAL.name for f in files}
    assert registered == {s.name for s in SIGNALS}
    docs = _docs()
    for file in files:
        assert (TESTS / "signals" / f"test_{file}.py").is_file(), f"no test of {file}"
        name = import_module(f"confusables.signals.{file}").SIGNAL.name
        assert f"`{name}`" in docs, f"no page names `{name}`"
        assert import_module(f"confusables.signals.{file}").__doc__


def test_every_language_is_registered_tested_and_documented() -> None:
    beside = ("espeak", "everyday", "numerals", "phones", "romanise", "stems", "verbs")
    files = _files("languages", but=beside)
    assert files == {language.code for language in LANGUAGES}
    tested = {p.stem for p in TESTS.rglob("test_*.py")}
    docs = _docs()
    for code in files:
        assert f"test_{code}" in tested or "test_languages" in tested, f"no test of {code}"
        assert f"`{code}`" in docs, f"no page names `{code}`"
    count = ("seven", "eight")[len(files) - 7]
    assert f" {count} languages" in (ROOT / "README.md").read_text("utf-8")


def _readers_in(file: str) -> set[str]:
    module = import_module(f"confusables.readers.{file}")
    return {
        value.name
        for value in vars(module).values()
        if isinstance(value, Reader) and not file.startswith("_")
    }


def test_every_reader_is_registered_tested_and_documented() -> None:
    registered = {reader.name for reader in READERS}
    made = {name: file for file in _files("readers") for name in _readers_in(file)}
    assert set(made) == registered
    folders = (TESTS / "readers", TESTS / "corpus")
    tests = {p.name: p.read_text("utf-8") for d in folders for p in d.glob("test_*.py")}
    docs = _docs()
    for name, file in made.items():
        own = f"test_{file}.py" in tests
        assert own or any(f'"{name}"' in text for text in tests.values()), f"no test of {name}"
        assert f"`{name}`" in docs, f"no page names `{name}`"


def test_every_command_is_tested_and_documented() -> None:
    docs = _docs()
    tests = "\n".join(p.read_text("utf-8") for p in (TESTS / "cli").glob("test_*.py"))
    for command in COMMANDS:
        assert f'"{command.name}"' in tests, f"no test of {command.name}"
        assert f"confusables {command.name}" in docs, f"no page names {command.name}"


def test_public_names_are_those_of_the_interface() -> None:
    promised = {"Checker", "Corpus", "InvalidName", "Level", "check", "compare", "parse"}
    assert promised <= set(confusables.__all__)
    for name in confusables.__all__:
        assert getattr(confusables, name) is not None
    assert set(confusables.__all__) <= set(dir(confusables))
    with pytest.raises(AttributeError):
        _ = confusables.no_such_name  # type: ignore[attr-defined]


def test_the_logger_is_silent_until_somebody_listens() -> None:
    import logging

    handlers = logging.getLogger("confusables").handlers
    assert [type(h) for h in handlers] == [logging.NullHandler]

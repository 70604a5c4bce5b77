"""Every module of the lookups has its tests, every source and reason its line in the manual."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import confusables.lookups
from confusables.model import Reason

PACKAGE = Path(confusables.lookups.__file__).parent
MANUAL = (Path(__file__).parents[2] / "docs" / "lookups.md").read_text("utf-8")
MODULES = sorted(path.stem for path in PACKAGE.glob("*.py") if path.stem != "__init__")
BELOW = {
    "clean", "errors", "files", "fold", "lookups", "model", "names", "owners", "refreshed",
    "tables",
}  # fmt: skip


@pytest.mark.parametrize("module", MODULES)
def test_every_module_is_tested_and_short(module) -> None:
    assert Path(__file__).with_name(f"test_{module}.py").is_file()
    assert len((PACKAGE / f"{module}.py").read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_down_only(module) -> None:
    tree = ast.parse((PACKAGE / f"{module}.py").read_text("utf-8"))
    for node in ast.walk(tree):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        for name in names:
            if name.startswith("confusables."):
                assert name.split(".")[1] in BELOW
            assert not name.startswith(("encodings", "http.server"))


@pytest.mark.parametrize("source", ["rdap", "whois", "dns"])
def test_every_source_is_a_module_in_the_manual(source) -> None:
    assert source in MODULES
    assert source.upper() in MANUAL


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_is_explained(reason) -> None:
    assert f"`{reason}`" in MANUAL


def test_no_codec_of_the_standard_library() -> None:
    for module in MODULES:
        text = (PACKAGE / f"{module}.py").read_text("utf-8")
        assert '"idna")' not in text
        assert '"punycode"' not in text

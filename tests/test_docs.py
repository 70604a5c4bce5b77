"""The manual: its Python and its commands run, and its help is the real one."""

from __future__ import annotations

import doctest
import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import guard
import manual
import pytest
import readme

from confusables import Checker
from confusables.screen import rows

if TYPE_CHECKING:
    from pathlib import Path

PAGES = sorted(manual.DOCS.glob("*.md"))
RUN = ("index", "tutorial", "howto-launch", "howto-portfolio")


def _blocks(path: Path) -> list[readme.Block]:
    """The fenced blocks, those inside a list too."""
    return readme.blocks(re.sub(r"^ {4}", "", path.read_text("utf-8"), flags=re.MULTILINE))


def test_the_help_is_the_real_one() -> None:
    """Where this fails: python tests/manual.py."""
    assert manual.PAGE.read_text("utf-8") == manual.page()


def _python(path: Path) -> list[str]:
    return [b.text for b in readme.blocks(path.read_text("utf-8")) if b.kind == "pycon"]


@pytest.mark.parametrize("path", [*filter(_python, PAGES)], ids=lambda p: p.stem)
def test_python_runs_and_gives_what_is_shown(path: Path) -> None:
    names: dict[str, object] = {}
    for text in _python(path):
        test = doctest.DocTestParser().get_doctest(text, names, path.name, None, 0)
        told: list[str] = []
        runner = doctest.DocTestRunner(verbose=False)
        failed, tried = runner.run(test, out=told.append, clear_globs=False)
        assert tried
        assert failed == 0, "".join(told)
        names = test.globs


def test_rows_of_a_screening_are_as_shown() -> None:
    """But that their numbers are rounded."""
    page = (manual.DOCS / "bulk.md").read_text("utf-8")
    shown = re.findall(r'^{"name".*}$', page, flags=re.MULTILINE)
    assert len(shown) == 3
    for row in map(json.loads, shown):
        (made,) = (found.to_dict() for found in rows(Checker(), row["name"]))
        assert list(row) == list(made)
        for name in row.keys() - {"probability", "bits"}:
            assert row[name] == made[name]
        if "bits" in row:
            assert row["probability"] == pytest.approx(1 / (1 + 2 ** -row["bits"]), abs=0.005)
            assert row["bits"] == pytest.approx(made["bits"], abs=0.05)


@pytest.mark.parametrize("name", RUN)
def test_commands_run(name: str, tmp_path: Path) -> None:
    program = tmp_path / "bin" / "confusables"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m confusables "$@"\n', "utf-8")
    program.chmod(0o755)
    for block in _blocks(manual.DOCS / f"{name}.md"):
        for line in block.text.splitlines() if block.kind == "sh" else ():
            done = subprocess.run(
                ["/bin/sh", "-c", line], cwd=tmp_path, capture_output=True, check=False,
                timeout=60, env=guard.child_environment(
                    {"PATH": f"{program.parent}{os.pathsep}{os.defpath}"}
                ),
            )  # fmt: skip
            assert done.returncode in (0, 1), f"{line}: {done.stderr.decode()}"

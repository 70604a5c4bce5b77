"""The README does what it says: its commands and Python run, its sample output is the real one."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import guard
import pytest
import readme

from confusables.cli import COMMANDS
from confusables.cli.common import (
    BAD_INPUT,
    FAULT,
    FOUND,
    INCOMPLETE,
    INTERRUPTED,
    NO_INPUT,
    OK,
    USAGE,
)

if TYPE_CHECKING:
    from pathlib import Path

ROOT = readme.README.parent
TEXT = readme.README.read_text("utf-8")
BLOCKS = readme.blocks(TEXT)


def _under(heading: str) -> list[str]:
    return [b.text for b in BLOCKS if b.kind == "sh" and b.heading == heading]


def test_the_sample_output_is_the_real_one() -> None:
    assert readme.comparable(readme.sample()) == readme.comparable(readme.real_output())


@pytest.mark.parametrize("block", [b.text for b in BLOCKS if b.kind == "pycon"])
def test_the_python_runs_and_gives_what_is_shown(block: str) -> None:
    names: dict[str, object] = {}
    for earlier in [b.text for b in BLOCKS if b.kind == "pycon"]:
        test = doctest.DocTestParser().get_doctest(earlier, names, "README.md", "README.md", 0)
        told: list[str] = []
        runner = doctest.DocTestRunner(verbose=False)
        runner.run(test, out=told.append, clear_globs=False)
        names = test.globs
        if earlier == block:
            assert runner.failures == 0, "".join(told)
            return


def test_the_commands_run(tmp_path: Path) -> None:
    """Each line under "On the command line", in a shell, in an empty folder."""
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    program = tmp_path / ".venv" / "bin" / "confusables"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m confusables "$@"\n', "utf-8")
    program.chmod(0o755)
    (block,) = _under("On the command line")
    for line in block.splitlines():
        done = subprocess.run(
            ["/bin/sh", "-c", line],
            cwd=tmp_path,
            capture_output=True,
            check=False,
            timeout=60,
            env=guard.child_environment({"PATH": os.defpath}),
        )
        assert done.returncode in (OK, FOUND), f"{line}: {done.stderr.decode()}"
    assert (tmp_path / "report.json").is_file()
    assert (tmp_path / "fr.corpus").is_file()


def test_the_first_command_sets_up_and_runs_the_main_job() -> None:
    (first,) = _under("Start")
    assert first.strip() == (
        "python3 -m venv .venv && .venv/bin/pip install . && "
        ".venv/bin/confusables check lepanierbleu.ca"
    )


def test_one_command_passes_the_tests() -> None:
    (command,) = _under("Tests")
    assert command.count("\n") == 1
    assert command.strip().endswith(".venv/bin/pytest")
    assert "pip install '.[test]'" in command


def test_exit_codes_are_those_of_the_program() -> None:
    told = [int(code) for code in re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)]
    known = {OK, FOUND, USAGE, BAD_INPUT, NO_INPUT, INCOMPLETE, FAULT, INTERRUPTED}
    assert known <= set(told)
    assert told == sorted(told)


def test_what_a_newcomer_must_know_is_said() -> None:
    text = " ".join(TEXT.split())
    for words in (
        "monpanierbleu.com is found here because it stands in the list of documented cases",
        "a full list of its country's domains",
        "cannot be installed together",
        "Windows and macOS",
        "SemVer",
        "MIT licence",
        "Trademark and company registers",
    ):
        assert words in text, words
    for command in COMMANDS:
        assert f"confusables {command.name}" in TEXT


def test_links_within_the_repository_lead_somewhere() -> None:
    pages = [readme.README, *(ROOT / "docs").glob("*.md"), ROOT / "CONTRIBUTING.md"]
    for page in pages:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_files_named_in_the_documents_exist() -> None:
    for page in (readme.README, ROOT / "CONTRIBUTING.md", ROOT / "docs" / "how-it-works.md"):
        for path in re.findall(
            r"`((?:data|docs|tests|notebooks|benchmarks|confusables|\.ci)/[\w./-]*\w)`",
            page.read_text("utf-8"),
        ):
            if not re.search(r"/(test_)?x+\.py$", path):
                assert (ROOT / path).exists(), f"{page.name}: {path}"

"""The command line in this process, and small files to give it."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

from confusables.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Done(NamedTuple):
    """What a command gave."""

    code: int
    out: str
    err: str


@pytest.fixture
def cli(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., Done]:
    """Run a command in an empty folder; nothing but its exit code may leave it."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(
            sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(stdin)), encoding="utf-8")
        )
        code = main(list(arguments))
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Done(code, out, err)

    return call


@pytest.fixture
def basket(tmp_path: Path) -> str:
    """A list of three domains, one of which is easily mistaken for lepanierbleu.ca."""
    (tmp_path / "list.txt").write_text("monpanierbleu.com\nwindmill.org\nlandscape.fr\n", "utf-8")
    return "list.txt"

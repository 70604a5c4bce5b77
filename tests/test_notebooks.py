"""The notebooks hold calls and prose only, and run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))


def cells(path: Path) -> list[str]:
    whole = json.loads(path.read_text(encoding="utf-8"))
    return ["".join(c["source"]) for c in whole["cells"] if c["cell_type"] == "code"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_a_notebook_defines_nothing(path):
    for source in cells(path):
        assert "def " not in source
        assert "class " not in source


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_a_notebook_runs(path):
    pytest.importorskip("pandas")
    state: dict[str, object] = {}
    for source in cells(path):
        exec(compile(source, path.name, "exec"), state)  # noqa: S102 - the cells of our notebook

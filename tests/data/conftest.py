"""The build script and its steps, loaded from data/ as they are run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from loaded import loaded

if TYPE_CHECKING:
    from types import ModuleType


@pytest.fixture(scope="session")
def tool() -> ModuleType:
    return loaded("data/build.py")


@pytest.fixture(scope="session")
def inputs(tool: ModuleType) -> dict[str, bytes]:
    from steps import records

    return {path: tool.read_input(path, tool.sources(), {}) for path in records.INPUTS}

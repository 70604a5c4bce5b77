"""A script of this repository as a module."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["loaded"]

_ROOT = Path(__file__).resolve().parents[1]


def loaded(path: str) -> ModuleType:
    """The script at a path from the root."""
    file = _ROOT / path
    name = f"loaded_{file.stem}"
    spec = importlib.util.spec_from_file_location(name, file)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

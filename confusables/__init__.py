"""Find the existing registrations that people would mistake for a new name.

The library logs to ``confusables``, never a name under study, and asks nobody unless a
``Lookup`` is given.
"""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from confusables.checker import Checker, check, compare
    from confusables.corpus import Corpus
    from confusables.errors import ConfusablesError, InvalidName
    from confusables.lookups import Lookup
    from confusables.market import Launch
    from confusables.model import Level, Name
    from confusables.names import parse
    from confusables.report import Report

__version__ = "0.1.0"
__all__ = [
    "Checker",
    "ConfusablesError",
    "Corpus",
    "InvalidName",
    "Launch",
    "Level",
    "Lookup",
    "Name",
    "Report",
    "check",
    "compare",
    "parse",
]

logging.getLogger(__name__).addHandler(logging.NullHandler())

# Each public name and its module, imported at first use: an import of the package alone is cheap.
_HOMES = {
    "Checker": "checker",
    "ConfusablesError": "errors",
    "Corpus": "corpus",
    "InvalidName": "errors",
    "Launch": "market",
    "Level": "model",
    "Lookup": "lookups",
    "Name": "model",
    "Report": "report",
    "check": "checker",
    "compare": "checker",
    "parse": "names",
}


def __getattr__(name: str) -> Any:
    if name == "lookups":  # confusables.lookups.read_whois: the import binds it here
        return import_module(f"{__name__}.lookups")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

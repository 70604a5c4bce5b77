"""What a check imports when it first needs it, imported before: when a checker is made.

Names parsed alone, and the command line's help, are spared it. But a process that is forked while
another thread imports has that import's lock held for ever, so threads that check are not to be
the first that do.
"""

from __future__ import annotations

from importlib import import_module

from confusables.suffix_list import suffix_list

__all__ = ["ready"]

_LATE = (
    "encodings.idna",
    "encodings.punycode",
    "encodings.utf_32_le",
    "idna.uts46data",
    "numpy.ma",  # by numpy.unique
)


def ready() -> None:
    """Import what a check needs, and read the list of suffixes."""
    for name in _LATE:
        import_module(name)
    suffix_list()

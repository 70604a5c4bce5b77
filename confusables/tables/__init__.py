"""Generated data that ships, and its loader. ``data/build.py`` writes it, nobody edits it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from confusables.errors import TablesError

__all__ = ["open_table"]


@cache
def open_table(name: str) -> bytes:
    """The bytes of a shipped table, read once. Raises TablesError if it is not there."""
    try:
        return files(__name__).joinpath(name).read_bytes()
    except OSError as error:
        raise TablesError(
            f"the table {name} that ships with this library cannot be read ({error.strerror});"
            " install it again"
        ) from error

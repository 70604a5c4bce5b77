"""Which letters and digits lie beside each other on the keyboards of a language.

Layouts: azerty (France), qwertz (Germany), qwerty (United States), and the national forms be, br,
ca-fr, ch-de, ch-fr, es, it, nl and pt. Source: xkeyboard-config, see ``data/steps/keyboards.py``.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from confusables.errors import TablesError
from confusables.tables import open_table

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["adjacent", "layouts", "neighbours"]


def layouts() -> tuple[str, ...]:
    """The names of all layouts, sorted."""
    return tuple(_layouts())


def neighbours(layout: str) -> Mapping[str, str]:
    """Each letter and digit of a layout (lower case) to those beside it, sorted by code point.

    Accented letters stand in it where the layout has keys for them. Raises ValueError for a layout
    that is not known.
    """
    try:
        return _layouts()[layout]
    except KeyError:
        known = ", ".join(layouts())
        raise ValueError(f"no keyboard layout {layout!r}; there are {known}") from None


def adjacent(a: str, b: str) -> bool:
    """Whether two characters lie beside each other on any of the layouts.

    Symmetric; a character is not beside itself. Case counts: pass lower case.
    """
    return len(a) == 1 and len(b) == 1 and a + b in _pairs()


@cache
def _pairs() -> frozenset[str]:
    return frozenset(
        a + b for near_of in _layouts().values() for a, near in near_of.items() for b in near
    )


@cache
def _layouts() -> Mapping[str, Mapping[str, str]]:
    table: dict[str, dict[str, str]] = {}
    try:
        for line in open_table("keyboards.tsv").decode("utf-8").splitlines()[1:]:
            layout, character, near = line.split("\t")
            table.setdefault(layout, {})[character] = near
    except ValueError as error:
        raise TablesError(f"the table keyboards.tsv is damaged ({error}); install again") from error
    return MappingProxyType({layout: MappingProxyType(keys) for layout, keys in table.items()})

"""``confusables update``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from confusables.cli.common import INCOMPLETE, LANG, OK, complain, standard_output
from confusables.model import Says
from confusables.refreshed import BOOTSTRAP, SUFFIX_LIST
from confusables.report.words import say

if TYPE_CHECKING:
    from confusables.lookups import Refreshed

__all__ = ["update"]

_LISTS = {
    BOOTSTRAP: Says("the RDAP servers of the registries"),
    SUFFIX_LIST: Says("the public suffixes"),
}


@click.command()
@LANG
def update(lang: str) -> int:
    """Fetch the list of RDAP servers and the Public Suffix List anew.

    The two hosts are named first; they learn that this program is in use, and no name. Both lists
    are checked before either is put in place.
    """
    from confusables import lookups
    from confusables.lookups.refresh import ORIGINS

    for name, url in ORIGINS.items():
        told = Says("{url} for {list}", {"url": url, "list": say(_LISTS[name], lang)})
        complain(told, "asking")
    try:
        fetched = lookups.update()
    except lookups.UpdateError as error:
        complain(str(error))
        complain(Says("nothing was changed: the lists in use stay as they are"), "note")
        return INCOMPLETE
    with standard_output() as out:
        out.writelines(_came(one, lang) + "\n" for one in fetched)
    return OK


def _came(one: Refreshed, lang: str) -> str:
    as_of = one.as_of or say(Says("an unknown date"), lang)
    values = {"list": say(_LISTS[one.name], lang), "as_of": as_of, "path": str(one.path)}
    return say(Says("{list}, as of {as_of}: {path}", values), lang)

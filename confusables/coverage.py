"""What a check searched, and what it did not."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from confusables.model import Says
from confusables.names import unlisted
from confusables.readers import REGISTRIES
from confusables.results import Coverage, Listed, Searched
from confusables.suffix_list import suffix_list
from confusables.views import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from confusables.corpus import Corpus
    from confusables.model import Name
    from confusables.results import Intended

__all__ = ["coverage"]

_DAYS_OLD = 365


def coverage(name: Name, corpora: Sequence[Corpus], intended: Iterable[Intended] = ()) -> Coverage:
    """The coverage of a check of the name in the corpora, which asked nobody; ``intended`` are the
    addresses that it is to have."""
    missing = [
        Says("trademark and company registers, app stores and social handles"),
        _zones(corpora),
    ]
    missing += (
        Says("“.{suffix}”, which is on no list of public suffixes", {"suffix": suffix})
        for suffix in unlisted([name.ascii] if name.suffix else [i.domain for i in intended])
    )
    if not name.unicode.isascii() and not View(name).sounds:
        missing.append(Says("likeness of sound, which is not compared in this script"))
    today = dt.datetime.now(dt.UTC).date()
    for corpus in corpora:
        if _older(corpus.as_of, today):
            missing.append(
                Says(
                    "anything registered since {as_of}: the corpus {corpus} is over a year old",
                    {"as_of": corpus.as_of, "corpus": corpus.name},
                )
            )
    if _older(known := suffix_list().as_of, today):
        missing.append(
            Says(
                "endings that have become public suffixes since {as_of}: their list is over a year"
                " old (confusables update fetches it anew)",
                {"as_of": known},
            )
        )
    return Coverage(tuple(map(_searched, corpora)), tuple(missing))


def _searched(corpus: Corpus) -> Searched:
    lists = tuple(Listed(s["name"], s.get("format", "")) for s in corpus.sources)
    return Searched(corpus.name, corpus.names, corpus.as_of, corpus.digest, lists)


def _zones(corpora: Sequence[Corpus]) -> Says:
    """Which lists of registries were not searched: all, unless a list is known to be one."""
    if any(s.get("format") in REGISTRIES for c in corpora for s in c.sources):
        return Says(
            "zones that are not published or not among the lists above, and all names that no list"
            " above holds"
        )
    return Says(
        "the complete lists of the registries (zones), published or not (no list above is known to"
        " be one), and all names that no list above holds"
    )


def _older(as_of: str, today: dt.date) -> bool:
    try:
        return (today - dt.date.fromisoformat(as_of)).days > _DAYS_OLD
    except ValueError:
        return False

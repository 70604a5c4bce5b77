"""A report of fifty collisions, for what must be small and quick."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from confusables import Checker, Corpus

if TYPE_CHECKING:
    from pathlib import Path

    from confusables import Report

__all__ = ["many_collisions"]

_BEFORE = ("mon", "ton", "son", "la", "ma", "un", "une", "les", "des", "notre")
_AFTER = ("", "shop", "online", "app", "web", "net", "store", "shops")


def many_collisions(folder: Path, count: int = 50) -> Report:
    """``lepanierbleu.ca`` against a list of its neighbours."""
    names = [f"{b}panierbleu{a}.com,Nom {b} {a},Société {b},FR,2017-06"
             for b, a in product(_BEFORE, _AFTER)]  # fmt: skip
    path = folder / "many.csv"
    path.write_text("\n".join(["domain,name,owner,country,since", *names]) + "\n", "utf-8")
    checker = Checker(
        Corpus.load(path), markets=["CA"], limit=count, min_probability=0.0, warn_at=0.5
    )
    return checker.check("lepanierbleu.ca")

"""public_suffix_list.dat: the Public Suffix List, as ``data/take_suffixes.py`` took it."""

from __future__ import annotations

from confusables.refreshed import SUFFIX_LIST
from confusables.suffix_list import checked
from steps import Inputs, Step

SOURCE = "sources/public-suffix-list-2026-10-22.txt"


def _build(inputs: Inputs) -> bytes:
    return checked(inputs[SOURCE]).encode()


STEP = Step(SUFFIX_LIST, (SOURCE,), _build)

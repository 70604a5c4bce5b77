"""Lists of popular names: "ranked" (Tranco, Umbrella), "majestic" and "crux"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from confusables import Corpus
from confusables.errors import ListError

if TYPE_CHECKING:
    from pathlib import Path


def _built(tmp_path: Path, text: str, form: str | None = None) -> Corpus:
    (tmp_path / "list.csv").write_bytes(text.encode())
    return Corpus.load(tmp_path / "list.csv", format=form)


@pytest.mark.parametrize("form", [None, "ranked"])
def test_rank_and_domain(tmp_path: Path, form: str | None) -> None:
    corpus = _built(tmp_path, "1,google.com\r\n2,www.example.co.uk\r\nx\r\n\r\n4,\r\n", form)
    assert (corpus.names, corpus.skipped) == (2, 2)
    assert corpus.find("example") is not None
    assert "rank,domain" in corpus.examples[0]


MAJESTIC = "GlobalRank,TldRank,Domain,TLD,RefSubNets,RefIPs,IDN_Domain,IDN_TLD,PrevGlobalRank"


@pytest.mark.parametrize("form", [None, "majestic"])
def test_majestic_by_its_header(tmp_path: Path, form: str | None) -> None:
    rows = "1,1,google.com,com,2,3,google.com,com,1\n2,2\n3,1,,x,,,,,\n"
    corpus = _built(tmp_path, f"{MAJESTIC}\n{rows}", form)
    assert (corpus.names, corpus.skipped) == (1, 2)
    with pytest.raises(ListError, match="Domain"):
        _built(tmp_path, "GlobalRank,TLD\n1,com\n", form)


@pytest.mark.parametrize("form", [None, "crux"])
@pytest.mark.parametrize("header", ["origin,rank\n", ""])
def test_origins_become_registrable_names(tmp_path: Path, form: str | None, header: str) -> None:
    text = "https://www.google.co.uk,1000\nhttp://a.b.example.com:8080,5000\nftp://x.com,1\n"
    corpus = _built(tmp_path, header + text, form)
    assert (corpus.names, corpus.skipped) == (2, 1)
    assert {corpus.at(row).label for row in range(2)} == {"google", "example"}


def test_what_is_no_domain_is_told_by_its_line_and_is_no_brand(tmp_path: Path) -> None:
    corpus = _built(tmp_path, "# Umbrella\n1,com\n2,google.com\n3,localhost\n")
    assert (corpus.names, corpus.skipped) == (1, 2)
    assert corpus.examples[0].endswith("list.csv:2: not a domain: “com”")

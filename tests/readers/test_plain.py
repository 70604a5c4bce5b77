"""Plain lists: one domain, host or URL a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from confusables import Corpus

if TYPE_CHECKING:
    from pathlib import Path


def _built(tmp_path: Path, content: bytes) -> Corpus:
    (tmp_path / "list.txt").write_bytes(content)
    return Corpus.load(tmp_path / "list.txt")


def test_hosts_urls_comments_and_line_ends(tmp_path: Path) -> None:
    corpus = _built(
        tmp_path,
        b"# a comment\r\n\r\nexample.com\r\nhttps://www.Numergy.fr/path?q\n  gandi.net.  \n"
        b"shop.panier.co.uk\nno-newline-at-the-end.org",
    )
    assert (corpus.names, corpus.skipped) == (5, 0)
    for label in ("example", "numergy", "gandi", "panier", "no-newline-at-the-end"):
        assert corpus.find(label) is not None


def test_a_byte_order_mark_is_no_part_of_the_first_row(tmp_path: Path) -> None:
    assert _built(tmp_path, "\ufeffexample.com\n".encode()).find("example") is not None


def test_unicode_and_punycode_are_one_row(tmp_path: Path) -> None:
    corpus = _built(tmp_path, "bénéteau.com\nxn--bnteau-bvab.com\nBÉNÉTEAU.com\n".encode())
    assert (corpus.names, len(corpus)) == (1, 1)


def test_a_row_that_is_not_utf_8_is_told_by_its_line(tmp_path: Path) -> None:
    corpus = _built(tmp_path, b"example.com\ncaf\xe9.fr\ngandi.net\n")
    assert (corpus.names, corpus.skipped) == (2, 1)
    assert "list.txt:2: " in corpus.examples[0]


def test_brands_stand_in_a_list_too(tmp_path: Path) -> None:
    corpus = _built(tmp_path, b"Le Panier bleu\nexample.com\n")
    found = corpus.find("lepanierbleu")
    assert found is not None
    assert corpus.registrations(found)[0].domain is None

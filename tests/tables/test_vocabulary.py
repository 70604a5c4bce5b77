"""The token table: found words, and tables that cannot be used."""

from __future__ import annotations

import pytest

from confusables.errors import TablesError
from confusables.tables import open_table
from confusables.tables.vocabulary import Vocabulary, vocabulary


def test_words_are_found_by_part_and_alone() -> None:
    table = vocabulary()
    row = table.find("panier")
    assert row is not None
    assert table.part("pan")["panier"] == row
    assert table.find("xqzxqz") is None
    assert table.find("") is None
    assert table.part("qqq") == {}


def test_every_part_agrees_with_the_head() -> None:
    table = vocabulary()
    rows = sorted(row for prefix in table._index for row in table.part(prefix).values())
    assert rows == list(range(len(table.bits)))
    assert len(table.masks) == len(table.bits)


def test_common_words_have_fewer_bits() -> None:
    table = vocabulary()
    the, university, abacus = (table.find(w) for w in ("the", "university", "abacus"))
    assert the is not None
    assert university is not None
    assert abacus is not None
    assert table.bits[the] < table.bits[abacus]
    assert table.bits[university] < table.bits[abacus]


@pytest.mark.parametrize("content", [b"", b"\n", b"confusables words 2\tfr\t1\t1\n", b"x" * 100])
def test_another_table_is_refused(content: bytes) -> None:
    with pytest.raises(TablesError):
        Vocabulary(content)


def test_a_damaged_table_is_refused() -> None:
    with pytest.raises(TablesError, match="damaged"):
        Vocabulary(open_table("words.bin")[:-1])


def test_a_missing_table_says_so() -> None:
    with pytest.raises(TablesError, match="no-such-table"):
        open_table("no-such-table")

"""CSV and TSV with named columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from confusables import Corpus
from confusables.errors import CorpusError

if TYPE_CHECKING:
    from pathlib import Path


def _built(tmp_path: Path, text: str, name: str = "list.csv") -> Corpus:
    (tmp_path / name).write_text(text, "utf-8")
    return Corpus.load(tmp_path / name)


def _row(corpus: Corpus, label: str):
    found = corpus.find(label)
    assert found is not None
    (row,) = corpus.registrations(found)
    return row


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_columns_in_any_order_and_case_and_others_passed_over(tmp_path, separator) -> None:
    head = separator.join(["Since", "remark", "COUNTRY", "domain", "Owner"])
    row = separator.join(["2017-06", "x", "fr|be", "gandi.net", "Gandi SAS|Other"])
    found = _row(_built(tmp_path, f"{head}\n{row}\n"), "gandi")
    assert (found.since, found.countries, found.owners) == (
        "2017-06", ("FR", "BE"), ("Gandi SAS", "Other"),
    )  # fmt: skip


def test_quoted_cells(tmp_path) -> None:
    corpus = _built(tmp_path, 'domain,owner\ngandi.net,"Gandi, ""the"" registrar"\n')
    assert _row(corpus, "gandi").owners == ('Gandi, "the" registrar',)


def test_a_name_without_a_domain(tmp_path) -> None:
    found = _row(_built(tmp_path, "name,domain,country\nLe Panier bleu,,CA\n"), "lepanierbleu")
    assert (found.domain, found.name, found.countries) == (None, "Le Panier bleu", ("CA",))


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("a..b,FR,2017", "empty label"),
        ("x.com,France,2017", "country"),
        ("x.com,FR,June 2017", "since"),
        ("x.com,FR", "columns"),
        ("x.com,FR,2017,more", "columns"),
        (",,", "domain"),
        ("192.0.2.1,FR,2017", "IP address"),
    ],
)
def test_a_bad_row_is_told_by_file_and_line_and_the_rest_used(tmp_path, row, problem) -> None:
    corpus = _built(tmp_path, f"domain,country,since\nok.com,FR,2017\n{row}\nfine.com,FR,2018\n")
    assert (corpus.names, corpus.skipped) == (2, 1)
    assert "list.csv:3: " in corpus.examples[0]
    assert problem in corpus.examples[0]


def test_a_value_cannot_forge_another_column_or_act_on_a_terminal(tmp_path) -> None:
    corpus = _built(tmp_path, "domain,owner\nx-y.com,a\x1b[31m\x1fb\u202ec\n")
    owners = _row(corpus, "x-y").owners
    assert len(owners) == 1
    assert owners[0].isprintable()


def test_a_header_without_domain_or_name_is_no_table_of_names(tmp_path) -> None:
    (tmp_path / "list.csv").write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(CorpusError):
        Corpus.load(tmp_path / "list.csv", format="table")


def test_line_ends_of_cr_alone_are_said(tmp_path) -> None:
    with pytest.raises(CorpusError, match=r"list\.csv: lines end in CR alone"):
        _built(tmp_path, "domain,country\rgandi.net,FR\rbleu.com,CA\r")
    (tmp_path / "list.csv").write_bytes(b"domain,country\rgandi.net,FR\r")
    with pytest.raises(CorpusError, match=r"list\.csv:1: no column"):
        Corpus.load(tmp_path / "list.csv", format="table")

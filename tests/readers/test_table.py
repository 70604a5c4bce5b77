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


@pytest.mark.parametrize(
    "head",
    [
        "Domaine;Pays;Titulaire;Depuis",
        "Domain;Land;Inhaber;Seit",
        "Dominio;País;Titular;Desde",
        "Dominio;Paese;Titolare;Dal",
        "Domein;Land;Houder;Sinds",
    ],
)
def test_columns_as_other_languages_have_them(tmp_path, head) -> None:
    found = _row(_built(tmp_path, f"{head}\ngandi.net;FR;Gandi SAS;2017-06\n"), "gandi")
    assert (found.countries, found.owners, found.since) == (("FR",), ("Gandi SAS",), "2017-06")


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("domain,host\nfoo.fr,ns1.provider.net\n", ("foo.fr", ())),
        ("host,domain\nns1.provider.net,foo.fr\n", ("foo.fr", ())),
        ("domain,website\nfoo.fr,\n", ("foo.fr", ())),
        ("domain,website\n,https://www.foo.fr/x\n", ("foo.fr", ())),
        ("domain,owner,organisation\nfoo.fr,ACME,\n", ("foo.fr", ("ACME",))),
        ("domain,organisation,owner\nfoo.fr,Group,ACME\n", ("foo.fr", ("ACME",))),
        ("id,url\n1,https://foo.fr/\n", ("foo.fr", ())),
    ],
)
def test_of_columns_that_say_one_thing_the_first_that_has_a_value_counts(
    tmp_path, text, found
) -> None:
    corpus = _built(tmp_path, text)
    row = _row(corpus, "foo")
    assert (corpus.names, corpus.skipped, (row.domain, row.owners)) == (1, 0, found)


@pytest.mark.parametrize("text", ["domain\nfoo.fr\n", '"Domain"\r\n"foo.fr"\r\n', "url\nfoo.fr"])
def test_the_header_of_a_single_column_is_no_name(tmp_path, text) -> None:
    corpus = _built(tmp_path, text)
    assert (corpus.names, corpus.skipped, _row(corpus, "foo").domain) == (1, 0, "foo.fr")


def test_a_single_column_of_names_has_domains_and_brands(tmp_path) -> None:
    corpus = _built(tmp_path, "name\nfoo.fr\nLe Panier bleu\n")
    assert (corpus.names, corpus.skipped) == (2, 0)
    assert _row(corpus, "foo").domain == "foo.fr"
    assert _row(corpus, "lepanierbleu").domain is None


def test_remarks_before_the_header_do_not_count(tmp_path) -> None:
    corpus = _built(tmp_path, "# my list\n\n#domain,owner\nfoo.fr,ACME\na..b,x\n")
    assert (corpus.names, _row(corpus, "foo").owners) == (1, ("ACME",))
    assert "list.csv:5: " in corpus.examples[0]


def test_what_is_no_domain_is_none_in_a_column_of_domains(tmp_path) -> None:
    corpus = _built(tmp_path, "domain,name\nfoo.fr,\nCom,\n,Com\n")
    assert (corpus.names, corpus.skipped) == (2, 1)
    assert corpus.examples[0].endswith("list.csv:3: not a domain: “Com”")
    assert _row(corpus, "com").name == "Com"


def test_other_titles_are_told_with_their_line(tmp_path) -> None:
    with pytest.raises(CorpusError, match=r"list\.csv:2: no column called domain or name"):
        _built(tmp_path, "# x\nid,link\n1,https://foo.fr/\n2,https://bar.fr/\n")
    # Brands with a comma are no table.
    assert _built(tmp_path, "Smith, Jones\nLe Panier bleu\nfoo.fr\n").names == 3


def test_a_line_break_in_quotes_is_part_of_the_cell(tmp_path) -> None:
    corpus = _built(
        tmp_path, 'domain,owner\r\nfoo.fr,"ACME\r\nbaz.com, Inc"\r\nbar.com,Bar\r\nx..y,z\r\n'
    )
    assert (corpus.names, corpus.find("baz")) == (2, None)
    assert _row(corpus, "foo").owners == ("ACME baz.com, Inc",)
    assert "list.csv:5: an empty label" in corpus.examples[0]


@pytest.mark.parametrize(
    ("rows", "problem", "names"),
    [
        ('foo.fr,"ACME\nbaz.com,Inc\nbar.com,"Bar"\nfine.com,x\n', "a cell, up to line 5", 2),
        ('foo.fr,"ACME\nbaz.com,Inc\n', "a cell, up to line 4", 1),
        ('foo.fr,"ACME" SAS\nfine.com,x\n', "quotes or line ends that a table does not have", 2),
    ],
)
def test_quotes_that_are_not_closed_are_told_with_all_that_they_hide(
    tmp_path, rows, problem, names
) -> None:
    corpus = _built(tmp_path, f"domain,owner\nok.com,Ok\n{rows}")
    assert (corpus.names, corpus.skipped) == (names, 1)
    assert "list.csv:3: " in corpus.examples[0]
    assert corpus.examples[0].endswith(problem)


def test_a_row_that_is_not_utf_8_is_told_where_it_begins(tmp_path) -> None:
    (tmp_path / "list.csv").write_bytes(b'domain,owner\nok.com,"a\n\xe9"\nfine.com,b\n')
    corpus = Corpus.load(tmp_path / "list.csv")
    assert (corpus.names, corpus.skipped) == (1, 1)
    assert corpus.examples[0].endswith("list.csv:2: not UTF-8")

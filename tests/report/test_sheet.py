"""CSV and Markdown: nothing that a stranger wrote acts in a spreadsheet or a page."""

from __future__ import annotations

import csv
import io

import pytest

from confusables import Checker, Corpus
from confusables.report import sheet


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    path = tmp_path_factory.mktemp("sheet") / "list.csv"
    path.write_text(
        "domain,name,owner,country,since\n"
        'monpanierbleu.com,"=HYPERLINK(1)","+<b>|x</b>",FR,2017-06\n'
        'lapanierbleu.fr,"@x\n[a](http://x.test)",,,\n',
        "utf-8",
    )
    return Checker(Corpus.load(path)).check("lepanierbleu.ca")


def _rows(report, lang: str = "en") -> list[dict[str, str]]:
    out = io.StringIO()
    sheet.write_header(out)
    sheet.write_report(report, out, lang)
    sheet.write_unusable("=1+1..", "no name", out)
    return list(csv.DictReader(io.StringIO(out.getvalue())))


def test_a_row_a_collision_and_no_formula_in_any_cell(report) -> None:
    rows = _rows(report)
    assert [r["domain"] for r in rows[:-1]] == [c.domain for c in report.collisions]
    for row in rows:
        for name, cell in row.items():
            assert name in ("probability", "bits") or not cell.startswith(("=", "+", "-", "@"))
    assert "'=HYPERLINK(1)" in {r["name"] for r in rows}
    assert rows[-1]["input"] == "'=1+1.."
    assert rows[-1]["error"] == "no name"


ENDINGS = "ca fr de it es nl be ch at pl pt se no fi dk ie lu li mc us mx ar cl co pe ve in jp"


def test_a_list_in_a_cell_is_whole(tmp_path) -> None:
    domains = [f"lapanierbleu.{ending}" for ending in ENDINGS.split()]
    rows = [f"{domain},{'x' * 400},FR" for domain in domains]
    (tmp_path / "a.csv").write_text("\n".join(["domain,owner,country", *rows]) + "\n", "utf-8")
    row = _rows(Checker(Corpus.load(tmp_path / "a.csv")).check("lepanierbleu.ca"))[0]
    assert sorted([row["domain"], *row["also"].split(" ")]) == sorted(domains)
    assert len(row["owners"]) == 300  # of what a stranger wrote, no more


def test_numbers_are_whole_and_read_back(report) -> None:
    for row, collision in zip(_rows(report), report.collisions, strict=False):
        assert float(row["probability"]) == collision.probability
        assert float(row["bits"]) == collision.bits


def test_a_name_without_collisions_has_a_row(tmp_path) -> None:
    (tmp_path / "a.txt").write_text("windmill.org\n", "utf-8")
    clear = Checker(Corpus.load(tmp_path / "a.txt")).check("zxqvkjwpt.com")
    row = _rows(clear)[0]
    assert (row["input"], row["level"], row["domain"]) == ("zxqvkjwpt.com", "none-found", "")


def test_markdown_has_the_verdict_the_bits_and_no_markup_of_strangers(report) -> None:
    text = report.to_markdown()
    assert text.startswith("# lepanierbleu.ca: WARNING\n")
    for collision in report.collisions:
        assert f"| {collision.bits:+.1f} |" in report.to_markdown(explain=True)
    assert "| Bits |" not in text
    assert "<b>" not in text.replace("\\<b\\>", "")
    assert "](http" not in text.replace("\\](http", "")
    assert report.to_markdown("fr").startswith("# lepanierbleu.ca\u00a0: ALERTE\n")


def test_a_row_has_what_was_given_and_what_was_compared(tmp_path) -> None:
    (tmp_path / "list.txt").write_text("exampel.com\n", "utf-8")
    checker = Checker(Corpus.load(tmp_path / "list.txt"))
    for text, compared in (
        ("https://shop.example.com/a", "example.com"),
        ("Example", "example"),
        ("gooogle.xn--p1ai", "gooogle.рф"),
    ):
        for row in _rows(checker.check(text))[:-1]:
            assert (row["input"], row["compared"]) == (text, compared)

"""``check --format``: every form, for one name, several, and names that are none."""

from __future__ import annotations

import csv
import io

import pytest


@pytest.mark.parametrize("form", ["html", "markdown", "csv"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_form_by_language(cli, basket, form, lang) -> None:
    ask = ("check", "lepanierbleu.ca", "--corpus", basket, "--format", form, "--lang", lang)
    done = cli(*ask)
    assert (done.code, done.err) == (1, "")
    assert "monpanierbleu.com" in done.out


def test_several_names_on_one_page(cli, basket) -> None:
    done = cli("check", "lepanierbleu.ca", "a..b", "windmil.org", "--corpus", basket,
               "--format", "html")  # fmt: skip
    assert done.code == 65
    assert done.out.count("<!doctype html>") == 1
    assert done.out.count('<article class="report">') == 2


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("text", "a..b: NOT CHECKED — an empty label between two dots, at character 2: “a..b”."),
        (
            "markdown",
            "# a..b: NOT CHECKED\n\nAn empty label between two dots, at",
        ),
        ("html", '<span class="word">NOT CHECKED</span> — an empty label between two dots'),
    ],
)
def test_what_could_not_be_checked_is_told_in_its_place(cli, basket, form, told) -> None:
    done = cli("check", "windmil.org", "a..b", "lepanierbleu.ca", "--corpus", basket,
               "--format", form)  # fmt: skip
    assert done.code == 65
    before, after = done.out.split(told)
    assert "windmil.org" in before
    assert "monpanierbleu.com" in after
    assert "monpanierbleu.com" not in before
    if form != "html":  # standard error says it, and there is nothing else to say
        assert cli("check", "a..b", "--format", form).out == ""


def test_a_candidate_that_could_not_be_checked_is_told_last(cli, basket) -> None:
    for form in ("text", "html"):
        done = cli("check", "a..b", "lepanierbleu.ca", "--choose", "--corpus", basket,
                   "--format", form, "--lang", "fr")  # fmt: skip
        assert done.code == 65
        assert "NON VÉRIFIÉ" in done.out.partition("monpanierbleu.com")[2]


def test_candidates_on_a_page(cli, basket) -> None:
    done = cli("check", "lepanierbleu.ca", "zxqvkjwpt.com", "--corpus", basket, "--choose",
               "--format", "html")  # fmt: skip
    assert done.code == 1
    assert "Clear, in what was searched: zxqvkjwpt.com." in done.out


@pytest.mark.parametrize("form", ["csv", "markdown"])
def test_candidates_have_no_such_form(cli, basket, form) -> None:
    done = cli("check", "a.com", "b.com", "--choose", "--format", form)
    assert (done.code, done.out) == (2, "")


def test_a_sheet_has_a_row_for_what_is_no_name(cli, basket) -> None:
    done = cli("check", "a..b", "lepanierbleu.ca", "--corpus", basket, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert done.code == 65
    assert [bool(r["error"]) for r in rows] == [True, False]


def test_without_jinja2_nothing_is_written_and_the_install_line_told(
    cli, basket, monkeypatch
) -> None:
    import sys

    from confusables.report import html

    html._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    done = cli("check", "a.com", "--corpus", basket, "--format", "html")
    html._environment.cache_clear()
    assert (done.code, done.out) == (2, "")
    assert "pip install 'domain-confusables[html]'" in done.err


def test_a_page_of_no_name_is_not_made(cli, basket, tmp_path) -> None:
    for names, stdin in (("-", b""), ("-", b"\n\n"), ("a..b", b"")):
        given = ("check", names, "--corpus", basket, "--format", "html")
        done = cli(*given, "--output", "page.html", stdin=stdin)
        assert done.code == 65
        assert done.err.endswith("confusables: error: no name to make a page of\n")
        assert not (tmp_path / "page.html").exists()
    assert cli("check", "-", "--corpus", basket, "--format", "json").out == "[]\n"

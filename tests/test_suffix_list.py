"""Which public suffix list is in use, and as of when."""

from __future__ import annotations

import gc
import sys
import warnings

import pytest

from confusables.names import parse, registrable, suffix_endings
from confusables.refreshed import SUFFIX_LIST, cache_folder
from confusables.suffix_list import date, suffix_list
from confusables.tables import open_table

LISTED = (
    "// VERSION: {date}_03-04-05_UTC\n// ===BEGIN ICANN DOMAINS===\ncom\nfr\nexemple-neuf\n"
    + "".join(f"x{i}.fr\n" for i in range(5000))
    + "// ===END ICANN DOMAINS===\n// ===BEGIN PRIVATE DOMAINS===\nhebergeur-neuf.com\n"
    "// ===END PRIVATE DOMAINS===\n"
)


def forget() -> None:
    for kept in (suffix_list, suffix_endings):
        kept.cache_clear()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder of caches; what was read from it is forgotten afterwards."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cache_folder().mkdir()
    forget()
    yield cache_folder()
    forget()


def shipped() -> str:
    return date(open_table(SUFFIX_LIST).decode("utf-8"))


def test_the_shipped_list_without_another(folder) -> None:
    assert parse("a.exemple-neuf").listed is False
    assert parse("a.co.uk").suffix == "co.uk"
    assert parse("a.bank.in").suffix == "bank.in"  # a suffix since 2025
    assert parse("a.github.io").suffix == "github.io"  # one of a company
    assert suffix_list().as_of == shipped() >= "2026-10-22"


def test_the_refreshed_list_counts_names_and_date_alike(folder) -> None:
    (folder / SUFFIX_LIST).write_text(LISTED.format(date="2099-01-02"), "utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        name = parse("www.boutique.exemple-neuf")
        gc.collect()
    assert (name.label, name.suffix, name.listed) == ("boutique", "exemple-neuf", True)
    assert parse("a.hebergeur-neuf.com").suffix == "hebergeur-neuf.com"
    assert registrable("b.a.hebergeur-neuf.com") == ("a.hebergeur-neuf.com", True)
    assert "exemple-neuf" in suffix_endings()
    assert suffix_list().as_of == "2099-01-02"


def test_no_file_is_left_open(folder) -> None:
    (folder / SUFFIX_LIST).write_text(LISTED.format(date="2099-01-02"), "utf-8")
    opened: list[object] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "unraisablehook", opened.append)
        with warnings.catch_warnings():
            warnings.simplefilter("error", ResourceWarning)
            parse("a.exemple-neuf")
            forget()
            gc.collect()
    assert opened == []


def test_a_refreshed_list_without_a_date_counts(folder) -> None:
    (folder / SUFFIX_LIST).write_text(LISTED.partition("\n")[2], "utf-8")
    assert parse("a.exemple-neuf").listed
    assert suffix_list().as_of == ""


def test_a_list_older_than_the_shipped_one_does_not_count(folder) -> None:
    (folder / SUFFIX_LIST).write_text(LISTED.format(date="2001-01-02"), "utf-8")
    assert not parse("a.exemple-neuf").listed
    assert suffix_list().as_of == shipped()


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        b"",
        b"com\nfr\n",
        b"<html><body>Please log in to this network</body></html>",
        LISTED.format(date="2099-01-02").encode()[:20_000],
    ],
)
def test_a_list_that_cannot_be_used_does_not_count(folder, caplog, content) -> None:
    (folder / SUFFIX_LIST).write_bytes(content)
    assert parse("a.co.uk").suffix == "co.uk"
    assert suffix_list().as_of == shipped()
    assert "cannot be used" in caplog.text

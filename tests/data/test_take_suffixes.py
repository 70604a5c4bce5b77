"""The Public Suffix List taken with all of its rules, and without the people who sent them in."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from confusables.refreshed import SUFFIX_LIST
from confusables.tables import open_table

DATA = Path(__file__).resolve().parents[2] / "data"

LIST = """// This list is under a licence.
// Keep this notice.

// Please pull this list from its own place

// VERSION: 2026-10-22_08-36-41_UTC
// COMMIT: 8437e52

// ===BEGIN ICANN DOMAINS===

// ac : http://nic.ac/rules.htm
ac
*.ck
!www.ck
// ===END ICANN DOMAINS===
// ===BEGIN PRIVATE DOMAINS===

// Example : https://example.com
// Submitted by A. Person <person@example.com>
example.net
// ===END PRIVATE DOMAINS===
"""


@pytest.fixture
def tool(monkeypatch):
    monkeypatch.syspath_prepend(str(DATA))
    return importlib.import_module("take_suffixes")


def test_licence_version_sections_and_rules_are_taken_and_nobody_s_address(tool) -> None:
    assert tool.rules(LIST).splitlines() == [
        "// This list is under a licence.",
        "// Keep this notice.",
        "",
        "// VERSION: 2026-10-22_08-36-41_UTC",
        "// COMMIT: 8437e52",
        "// ===BEGIN ICANN DOMAINS===",
        "ac",
        "*.ck",
        "!www.ck",
        "// ===END ICANN DOMAINS===",
        "// ===BEGIN PRIVATE DOMAINS===",
        "example.net",
        "// ===END PRIVATE DOMAINS===",
    ]


def test_what_is_taken_once_is_taken_the_same_again(tool) -> None:
    text = open_table(SUFFIX_LIST).decode("utf-8")
    assert tool.rules(text) == text
    assert "@" not in text
    assert "Mozilla Public" in text.partition("VERSION")[0]


@pytest.mark.parametrize("content", [b"", b"com\nfr\n", b"\xff"])
def test_what_is_not_the_list_is_refused(tool, tmp_path, monkeypatch, content) -> None:
    (tmp_path / "list.dat").write_bytes(content)
    monkeypatch.setattr("sys.argv", ["take_suffixes.py", str(tmp_path / "list.dat")])
    with pytest.raises(SystemExit, match=r"list\.dat: not the Public Suffix List"):
        tool.main()

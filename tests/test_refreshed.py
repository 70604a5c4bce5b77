"""Where refreshed lists lie."""

from __future__ import annotations

import sys
from pathlib import Path

from confusables.refreshed import SUFFIX_LIST, bootstrap_path, cache_folder, suffix_list_path


def test_nothing_was_fetched(tmp_path) -> None:
    assert suffix_list_path(tmp_path) is None
    assert bootstrap_path(tmp_path) is None
    (tmp_path / SUFFIX_LIST).write_text("x")
    assert suffix_list_path(tmp_path) == tmp_path / SUFFIX_LIST


def test_the_folder_follows_the_system(monkeypatch) -> None:
    for platform, variable, tail in (
        ("linux", "XDG_CACHE_HOME", "domain-confusables"),
        ("win32", "LOCALAPPDATA", "domain-confusables"),
    ):
        monkeypatch.setattr(sys, "platform", platform)
        monkeypatch.setenv(variable, "/somewhere")
        assert cache_folder() == Path("/somewhere") / tail
    monkeypatch.setattr(sys, "platform", "darwin")
    assert cache_folder().parts[-3:] == ("Library", "Caches", "domain-confusables")

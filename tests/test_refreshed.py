"""Where refreshed lists lie."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from confusables.lookups import Lookup, UpdateError, default_cache_path, update
from confusables.names import parse
from confusables.refreshed import SUFFIX_LIST, bootstrap_path, cache_folder, suffix_list_path
from confusables.suffix_list import suffix_list


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


@pytest.fixture
def homeless(monkeypatch) -> None:
    """A user of no account and without a home, as in many a container."""
    for variable in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "USERPROFILE", "HOMEPATH"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 987_654_321)


def test_without_a_home_what_ships_is_used(homeless) -> None:
    assert cache_folder() is None
    assert suffix_list_path() is None
    assert bootstrap_path() is None
    assert default_cache_path() is None
    suffix_list.cache_clear()
    assert parse("lepanierbleu.co.uk").suffix == "co.uk"
    suffix_list.cache_clear()
    with Lookup(cache=default_cache_path()) as lookup:
        assert lookup.told(["exemple.com"])
    with pytest.raises(UpdateError, match="no home folder"):
        update()


def test_a_folder_that_may_not_be_entered_holds_nothing(tmp_path, monkeypatch) -> None:
    def forbidden(path: object, **_: object) -> os.stat_result:
        raise PermissionError(13, "Permission denied", str(path))

    long = tmp_path / ("x" * 5000)
    assert suffix_list_path(long) is None
    (tmp_path / SUFFIX_LIST).write_text("x")
    monkeypatch.setattr(os, "stat", forbidden)
    assert suffix_list_path(tmp_path) is None

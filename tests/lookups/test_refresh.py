"""Fetching the bootstrap and the suffix list on request."""

from __future__ import annotations

import gc

import pytest
from lookups.loopback import http, say
from lookups.test_bootstrap import listing

from confusables.lookups import UpdateError, update
from confusables.lookups.bootstrap import load
from confusables.lookups.refresh import ORIGINS
from confusables.refreshed import BOOTSTRAP, SUFFIX_LIST, bootstrap_path, suffix_list_path

SUFFIXES = (
    "// VERSION: 2027-01-02_03-04-05_UTC\n// ===BEGIN ICANN DOMAINS===\ncom\nfr\nexemple-neuf\n"
    + "".join(f"x{i}.fr\n" for i in range(5000))
    + "// ===END ICANN DOMAINS===\n// ===BEGIN PRIVATE DOMAINS===\n// ===END PRIVATE DOMAINS===\n"
).encode()
SERVERS = listing("2027-01-02T00:00:00Z", [["test"], ["https://rdap.example/"]])


@pytest.fixture
def fetch(serve, tmp_path):
    def call(servers: bytes, suffixes: bytes, **more: object):
        a, b = serve(say(servers)), serve(say(suffixes))
        origins = {BOOTSTRAP: a.url, SUFFIX_LIST: b.url}
        return update(tmp_path, origins=origins, allow_loopback=True, timeout=2, **more)

    return call


def test_both_lists_are_put_in_place(fetch, tmp_path) -> None:
    done = fetch(http(SERVERS), http(SUFFIXES))
    assert [(one.name, one.as_of) for one in done] == [
        (BOOTSTRAP, "2027-01-02"),
        (SUFFIX_LIST, "2027-01-02"),
    ]
    assert load(tmp_path).servers == {"test": "https://rdap.example/"}
    assert suffix_list_path(tmp_path) == tmp_path / SUFFIX_LIST
    assert bootstrap_path(tmp_path).read_bytes() == SERVERS
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([BOOTSTRAP, SUFFIX_LIST])


@pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)
def test_tldextract_reads_the_refreshed_list_offline(fetch, tmp_path) -> None:
    import tldextract

    fetch(http(SERVERS), http(SUFFIXES))
    path = suffix_list_path(tmp_path)
    extract = tldextract.TLDExtract(suffix_list_urls=(path.as_uri(),), cache_dir=None)
    assert extract("a.b.exemple-neuf").suffix == "exemple-neuf"
    del extract
    gc.collect()


@pytest.mark.parametrize(
    ("servers", "suffixes"),
    [
        (http(b"", 404), http(SUFFIXES)),
        (http(b"<html>"), http(SUFFIXES)),
        (http(SERVERS), http(b"<html>")),
        (http(SERVERS), http(SUFFIXES[:2000])),
        (http(SERVERS), http(b"\xff" * 100)),
        (http(SERVERS), http(SUFFIXES, 200, {"Content-Length": "9999999"})),
        (http(SERVERS), b""),
        (http(b"", 302, {"Location": "http://127.0.0.3/"}), http(SUFFIXES)),
    ],
)
def test_a_fault_changes_nothing(fetch, tmp_path, servers, suffixes) -> None:
    (tmp_path / BOOTSTRAP).write_bytes(b"old")
    with pytest.raises(UpdateError):
        fetch(servers, suffixes)
    assert [path.name for path in tmp_path.iterdir()] == [BOOTSTRAP]
    assert (tmp_path / BOOTSTRAP).read_bytes() == b"old"


def test_a_full_or_forbidden_disk_is_said(fetch, tmp_path, monkeypatch) -> None:
    import os

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UpdateError, match="No space left"):
        fetch(http(SERVERS), http(SUFFIXES))
    assert list(tmp_path.iterdir()) == []


def test_of_two_lists_none_is_put_in_place_where_one_cannot_be(fetch, tmp_path) -> None:
    (tmp_path / SUFFIX_LIST).mkdir()
    (tmp_path / BOOTSTRAP).write_bytes(b"old")
    with pytest.raises(UpdateError, match="Is a directory"):
        fetch(http(SERVERS), http(SUFFIXES))
    assert (tmp_path / BOOTSTRAP).read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([BOOTSTRAP, SUFFIX_LIST])


def test_only_https_without_the_seam(serve, tmp_path) -> None:
    server = serve(say(http(SERVERS)))
    with pytest.raises(UpdateError, match="refused"):
        update(tmp_path, origins={BOOTSTRAP: server.url})
    assert server.connections == 0
    assert all(url.startswith("https://") for url in ORIGINS.values())

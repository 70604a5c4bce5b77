"""Which RDAP server a top-level domain has."""

from __future__ import annotations

import json
import logging
import time

import pytest

from confusables.lookups.bootstrap import load, parsed
from confusables.refreshed import BOOTSTRAP


def listing(published: str, *services: object) -> bytes:
    return json.dumps({"publication": published, "services": services}).encode()


def test_the_shipped_list(tmp_path) -> None:
    shipped = load(tmp_path)
    assert shipped.published == "2026-07-23T02:00:03Z"
    assert len(shipped.servers) > 1100
    assert all(url.startswith("https://") and url.endswith("/") for url in shipped.servers.values())
    assert {"com", "fr", "ca", "quebec"} <= set(shipped.servers)
    assert "kg" not in shipped.servers  # http only


def test_a_refreshed_list_that_is_newer(tmp_path) -> None:
    path = tmp_path / BOOTSTRAP
    path.write_bytes(
        listing("2027-01-01T00:00:00Z", [["TEST"], ["http://a/", "https://b.example/x"]])
    )
    assert load(tmp_path).servers == {"test": "https://b.example/x/"}
    path.write_bytes(listing("2020-01-01T00:00:00Z", [["test"], ["https://b.example/"]]))
    assert "com" in load(tmp_path).servers


@pytest.mark.parametrize("content", [b"", b"null", b"[]", b"{}", b"[" * 5000, b'{"services": 1}'])
def test_a_refreshed_list_that_is_none(tmp_path, caplog, content) -> None:
    (tmp_path / BOOTSTRAP).write_bytes(content)
    with caplog.at_level(logging.WARNING, logger="confusables"):
        assert "com" in load(tmp_path).servers
    assert "cannot be used" in caplog.text


@pytest.mark.parametrize(
    "services",
    [
        [],
        [[["x"], ["http://a/"]]],
        [[["x"], ["https://u:p@a/"]]],
        [[["x"], ["https://a.example/\x1b[31m"]]],
        [[["x"], ["https://a\x9b.example/"]]],
        [[["x"], ["https://a.example/?q="]]],
        [[1, 2]],
        [[["x"], "https"]],
        "x",
    ],
)
def test_lists_without_a_usable_server(services) -> None:
    with pytest.raises(ValueError, match="not a list"):
        parsed(json.dumps({"publication": "2027", "services": services}).encode())


@pytest.mark.parametrize("published", ["", "soon", "\x1b[31m2027", "2027-01-01\x1b[31m", 2027])
def test_a_list_without_a_date(published) -> None:
    with pytest.raises(ValueError, match="not a list"):
        parsed(listing(published, [["x"], ["https://a.example/"]]))


def test_a_list_made_to_take_long() -> None:
    begun = time.process_time()
    tlds, urls = [f"x{i}" for i in range(20_000)], [f"https://a{i}.example/" for i in range(20_000)]
    assert len(parsed(listing("2027-01-01", [tlds, urls])).servers) == 20_000
    assert time.process_time() - begun < 2

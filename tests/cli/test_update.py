"""``confusables update``: what it asks, what came, and what goes wrong."""

from __future__ import annotations

import sys
from functools import partial

import pytest
from lookups.conftest import serve  # noqa: F401 - a fixture
from lookups.loopback import http, say
from lookups.test_refresh import SERVERS, SUFFIXES
from test_suffix_list import forget

from confusables import lookups
from confusables.lookups.bootstrap import load
from confusables.lookups.net import Network
from confusables.names import parse
from confusables.refreshed import BOOTSTRAP, SUFFIX_LIST, cache_folder
from confusables.suffix_list import suffix_list


@pytest.fixture
def update(cli, serve, monkeypatch, tmp_path):  # noqa: F811 - a fixture
    """The command, with both lists served on loopback and an empty folder of caches."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    forget()

    def call(servers: bytes, suffixes: bytes, *more: str):
        origins = {BOOTSTRAP: serve(say(servers)).url, SUFFIX_LIST: serve(say(suffixes)).url}
        asked = partial(lookups.refresh.update, origins=origins, allow_loopback=True, timeout=2)
        monkeypatch.setattr(lookups, "update", asked)
        return cli("update", *more)

    yield call
    forget()


def test_it_says_whom_it_asks_and_what_came(update) -> None:
    done = update(http(SERVERS), http(SUFFIXES))
    assert done.code == 0
    assert "asking: https://data.iana.org/rdap/dns.json for the RDAP servers" in done.err
    assert "asking: https://publicsuffix.org/list/public_suffix_list.dat for the" in done.err
    folder = cache_folder()
    assert done.out.splitlines() == [
        f"the RDAP servers of the registries, as of 2 January 2027: {folder / BOOTSTRAP}",
        f"the public suffixes, as of 2 January 2027: {folder / SUFFIX_LIST}",
    ]


def test_what_came_is_used(update) -> None:
    assert not parse("a.exemple-neuf").listed
    assert update(http(SERVERS), http(SUFFIXES)).code == 0
    forget()
    assert parse("a.exemple-neuf").listed
    assert suffix_list().as_of == "2027-01-02"
    assert load().servers == {"test": "https://rdap.example/"}


@pytest.mark.parametrize(
    ("servers", "suffixes", "said"),
    [
        (http(b"", 404), http(SUFFIXES), "HTTP 404"),
        (http(b"<html>"), http(SUFFIXES), "not a list of RDAP servers"),
        (http(SERVERS), http(b"<html>"), "not the Public Suffix List"),
        (http(SERVERS), b"", "http://127.0.0.1:"),
    ],
)
def test_what_goes_wrong_is_code_69_and_changes_nothing(update, servers, suffixes, said) -> None:
    done = update(servers, suffixes)
    assert (done.code, done.out) == (69, "")
    assert "error: http://127.0.0.1:" in done.err
    assert said in done.err
    assert "the lists in use stay as they are" in done.err
    assert not cache_folder().exists()


def test_it_takes_no_names(cli) -> None:
    assert cli("update", "lepanierbleu.ca").code == 2


def test_a_name_of_a_server_that_does_not_resolve_is_told_in_the_language(cli, monkeypatch) -> None:
    unknown = partial(Network, resolver=lambda *_: [])
    monkeypatch.setattr(lookups.refresh, "Network", unknown)
    asked = partial(lookups.refresh.update, origins={SUFFIX_LIST: "https://nowhere.test/list"})
    monkeypatch.setattr(lookups, "update", asked)
    told = "error: https://nowhere.test/list: the server's name does not resolve\n"
    assert told in cli("update").err
    done = cli("update", "--lang", "fr")
    assert done.code == 69
    assert "liste" in done.err
    told = "erreur\u00a0: https://nowhere.test/list\u00a0: le nom du serveur est introuvable\n"
    assert told in done.err


def test_what_goes_wrong_is_told_in_french(update) -> None:
    for servers, told in (
        (http(b"", 404), "\u00a0: le serveur a répondu HTTP 404\n"),
        (http(b"<html>"), "\u00a0: ce n’est pas une liste de serveurs RDAP\n"),
        (b"", "\u00a0: le serveur n’a pas pu être joint, ou a refusé de répondre\n"),
    ):
        assert told in update(servers, http(SUFFIXES), "--lang", "fr").err

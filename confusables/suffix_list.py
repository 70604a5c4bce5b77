"""The Public Suffix List in use: the copy that ``confusables update`` fetched, or the shipped one.

tldextract reads both; its own copy, which may be years old, is not used. Nothing is fetched here,
and nothing is read at import.
"""

from __future__ import annotations

import logging
import re
import socket
import sys
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from confusables.refreshed import SUFFIX_LIST, suffix_list_path
from confusables.tables import open_table

if TYPE_CHECKING:
    import tldextract

__all__ = ["SuffixList", "checked", "date", "suffix_list"]

_VERSION = re.compile(r"VERSION: (\d{4}-\d\d-\d\d)")
_HEAD = 4000
_LEAST = 5000
_MARKERS = ("===BEGIN ICANN DOMAINS===", "===END PRIVATE DOMAINS===")
_CONNECTION = "urllib3.util.connection"
_SPEAKS_IPV6 = socket.has_ipv6  # read once: two threads may import at a time
_log = logging.getLogger("confusables")


class SuffixList(NamedTuple):
    """The list as tldextract reads it, and the date that it states (empty where it states none)."""

    extract: tldextract.TLDExtract
    as_of: str


@cache
def suffix_list() -> SuffixList:
    """The refreshed list if there is a whole one that is not older, else the shipped one.

    Read once: what is fetched afterwards counts from the next start.
    """
    tldextract = _quietly_imported()
    shipped, refreshed = open_table(SUFFIX_LIST).decode("utf-8"), _refreshed()
    older = bool(date(refreshed)) and date(refreshed) < date(shipped)
    text = shipped if older or not refreshed else refreshed
    extract = tldextract.TLDExtract(
        suffix_list_urls=(f"file:{SUFFIX_LIST}",),  # which is not opened: see _Read
        cache_dir=None,
        fallback_to_snapshot=False,
        include_psl_private_domains=True,
    )
    session: Any = _Read(text)
    extract.update(fetch_now=True, session=session)
    return SuffixList(extract, date(text))


def _quietly_imported() -> Any:
    """tldextract, which loads urllib3, without the socket that this binds to see whether the
    machine speaks IPv6: a check opens none. What Python was made for is taken for what it finds."""
    if _CONNECTION not in sys.modules:
        socket.has_ipv6 = False
        try:
            connection: Any = import_module(_CONNECTION)
        finally:
            socket.has_ipv6 = _SPEAKS_IPV6
        connection.HAS_IPV6 = _SPEAKS_IPV6
    return import_module("tldextract")


def checked(content: bytes) -> str:
    """The text of the Public Suffix List; ValueError where the content is not it, whole."""
    text = content.decode("utf-8")
    rules = sum(1 for line in text.splitlines() if line.strip() and not line.startswith("//"))
    if rules < _LEAST or any(marker not in text for marker in _MARKERS):
        raise ValueError("not the Public Suffix List")
    return text


def date(text: str) -> str:
    """The day that the list states of itself; empty where it states none."""
    found = _VERSION.search(text[:_HEAD])
    return found[1] if found else ""


class _Read:
    """Hands tldextract a text that was read already, in place of what it would fetch."""

    def __init__(self, text: str) -> None:
        self.text = text

    def get(self, *_: Any, **__: Any) -> Self:
        """The reply to any question."""
        return self

    def raise_for_status(self) -> None:
        """Nothing went wrong."""


def _refreshed() -> str:
    """The text of the refreshed list; empty where there is none that can be used."""
    path = suffix_list_path()
    if path is None:
        return ""
    try:
        return checked(path.read_bytes())
    except (OSError, ValueError) as error:
        _log.warning("the refreshed list of suffixes cannot be used: %s", error)
        return ""

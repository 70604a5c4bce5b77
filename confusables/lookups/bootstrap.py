"""Which RDAP server a top-level domain has (RFC 9224): the shipped table, or a refreshed one."""

from __future__ import annotations

import json
import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from confusables.errors import TablesError
from confusables.refreshed import bootstrap_path
from confusables.tables import open_table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Bootstrap", "load", "parsed"]

_MOST = 10_000
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T[\d:.]{1,20}(Z|[+-]\d\d:\d\d))?", re.ASCII)
_PLAIN = re.compile(r"[\w.:/~-]{8,300}", re.ASCII)
_log = logging.getLogger("confusables")


@dataclass(frozen=True, slots=True)
class Bootstrap:
    """Servers by top-level domain (A-labels), and the moment of the list."""

    published: str
    servers: Mapping[str, str]


def load(folder: Path | None = None) -> Bootstrap:
    """The refreshed list if there is one that can be read and is newer, else the shipped one."""
    shipped = _shipped()
    path = bootstrap_path(folder)
    if path is None:
        return shipped
    try:
        fetched = parsed(path.read_bytes())
    except (OSError, ValueError) as error:
        _log.warning("the refreshed list of RDAP servers cannot be used: %s", error)
        return shipped
    return fetched if fetched.published > shipped.published else shipped


def parsed(content: bytes) -> Bootstrap:
    """IANA's JSON as servers; servers without https are left out. ValueError where it is not it."""
    try:
        found: Any = json.loads(content)
        published, services = found["publication"], found["services"]
        servers = {
            tld.lower(): base
            for tlds, urls in services[:_MOST]
            if (base := _base(urls))
            for tld in tlds
        }
    except (LookupError, TypeError, AttributeError, RecursionError, ValueError) as error:
        raise ValueError("not a list of RDAP servers") from error
    if not (isinstance(published, str) and _MOMENT.fullmatch(published) and servers):
        raise ValueError("not a list of RDAP servers")
    return Bootstrap(published, servers)


def _base(urls: list[str]) -> str:
    """The first https server of an entry, ended by a stroke; empty where there is none.

    An address with a user, a query or anything that would act on a terminal is none.
    """
    for url in sorted(urls):
        parts = urlsplit(url)
        if parts.scheme == "https" and parts.hostname and _PLAIN.fullmatch(url):
            return url if url.endswith("/") else url + "/"
    return ""


def _shipped() -> Bootstrap:
    published, servers = "", {}
    for line in open_table("rdap.tsv").decode("utf-8").splitlines():
        if line.startswith("#"):
            published = line.removeprefix("# published ") if "published" in line else published
            continue
        server, _, tlds = line.partition("\t")
        servers.update(dict.fromkeys(tlds.split(), server))
    if not servers:
        raise TablesError("rdap.tsv holds no servers; install this library again")
    return Bootstrap(published, servers)

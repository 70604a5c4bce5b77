"""Fetch the RDAP bootstrap file and the Public Suffix List, on request and only then."""

from __future__ import annotations

import os
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from confusables import suffix_list
from confusables.errors import ConfusablesError
from confusables.files import replacing
from confusables.lookups import bootstrap
from confusables.lookups.net import Failure, Network, Wires, place
from confusables.model import Reason
from confusables.refreshed import BOOTSTRAP, SUFFIX_LIST, cache_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["ORIGINS", "Refreshed", "UpdateError", "update"]

ORIGINS = {
    BOOTSTRAP: "https://data.iana.org/rdap/dns.json",
    SUFFIX_LIST: "https://publicsuffix.org/list/public_suffix_list.dat",
}
"""File name to the address that it is fetched from."""

_MAX_BYTES = 8 * 1024 * 1024
_NOT_REACHED = "the server could not be reached, or refused to answer"
_WHY = {
    Reason.TIMEOUT: "no answer in time",
    Reason.TLS: "the connection was not to be trusted",
    Reason.MALFORMED: "the answer was broken",
    Reason.TOO_BIG: "the answer was too long",
}


class UpdateError(ConfusablesError):
    """A list could not be fetched or is not what it should be; the old one stays in use."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A list that was fetched: its file, and the date that it states of itself."""

    name: str
    path: Path
    as_of: str


@dataclass(frozen=True, slots=True)
class _Road:
    """How to fetch; the seams for tests."""

    network: Network = field(default_factory=Network)
    verify: bool | str = True


def update(
    folder: Path | None = None,
    *,
    timeout: float = 60.0,
    origins: dict[str, str] | None = None,
    allow_loopback: bool = False,
    verify: bool | str = True,
) -> tuple[Refreshed, ...]:
    """Fetch both lists, check them, and put each in place in one step; UpdateError otherwise.

    The hosts that are told (that this library is in use, and nothing else) are those of
    ``origins``, by default ``ORIGINS``. Both lists are checked before either is replaced.
    """
    folder = folder or cache_folder()
    if folder is None:
        raise UpdateError("this user has no home folder to keep the lists in")
    road = _Road(Network(allow_loopback=allow_loopback), verify)
    fetched = []
    for name, url in (origins or ORIGINS).items():
        try:
            content = _fetched(url, timeout, road)
            fetched.append((name, content, _CHECKS[name](content)))
        except Failure as error:
            raise UpdateError(
                f"{url}: {error.note or _WHY.get(error.reason, _NOT_REACHED)}"
            ) from error
        except ValueError as error:
            raise UpdateError(f"{url}: {error}") from error
    try:
        _put(folder, {name: content for name, content, _ in fetched})
    except OSError as error:
        raise UpdateError(f"{folder}: {error.strerror or error}") from error
    return tuple(Refreshed(name, folder / name, as_of) for name, _, as_of in fetched)


def _put(folder: Path, contents: dict[str, bytes]) -> None:
    """Put files in place, none before all are on the disk. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as waiting:
        for name, content in contents.items():
            file = waiting.enter_context(replacing(folder / name))
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


def _fetched(url: str, timeout: float, road: _Road) -> bytes:
    from confusables.lookups.transport import Transport

    wires = Wires()
    transport = Transport(
        road.network, wires, frozenset({place(url)}), verify=road.verify, max_bytes=_MAX_BYTES
    )
    reply = transport.get(url, time.monotonic() + timeout, accept="*/*")
    if reply.status != 200:
        raise ValueError(f"the server answered HTTP {reply.status}")
    return reply.body


def _checked_bootstrap(content: bytes) -> str:
    return bootstrap.parsed(content).published[:10]


def _checked_suffixes(content: bytes) -> str:
    return suffix_list.date(suffix_list.checked(content))


_CHECKS: dict[str, Callable[[bytes], str]] = {
    BOOTSTRAP: _checked_bootstrap,
    SUFFIX_LIST: _checked_suffixes,
}

"""The folder of this user's caches: what ``confusables update`` fetched, and what was worked out.

Low in the layers, so that names and lookups can both ask it. Nothing here is read at import.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = ["BOOTSTRAP", "SUFFIX_LIST", "bootstrap_path", "cache_folder", "suffix_list_path"]

BOOTSTRAP = "rdap-dns.json"
SUFFIX_LIST = "public_suffix_list.dat"


def cache_folder() -> Path | None:
    """Where this user's caches of this library lie, by the custom of the system.

    None for a user without a home, as in a container that runs under a number of no account.
    """
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    try:
        return Path(base).expanduser() / "domain-confusables"
    except RuntimeError:
        return None


def bootstrap_path(folder: Path | None = None) -> Path | None:
    """The refreshed RDAP bootstrap file (IANA's JSON), or None where none was fetched."""
    return _existing(folder, BOOTSTRAP)


def suffix_list_path(folder: Path | None = None) -> Path | None:
    """The refreshed Public Suffix List (its own text format), or None where none was fetched.

    Checked before it was put there.
    """
    return _existing(folder, SUFFIX_LIST)


def _existing(folder: Path | None, name: str) -> Path | None:
    folder = folder or cache_folder()
    # Of a folder that may not be entered os.path says no, where Path would raise.
    return folder / name if folder and os.path.isfile(folder / name) else None

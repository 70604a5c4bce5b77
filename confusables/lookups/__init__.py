"""Who holds a domain: RDAP, WHOIS and DNS, in three words, and never a guess.

``Lookup`` asks; ``read_rdap`` and ``read_whois`` read replies that the caller has. Nothing here
opens a socket at import, and the libraries that can are imported on first use.
"""

from __future__ import annotations

from confusables.lookups.cache import default_cache_path
from confusables.lookups.lookup import Lookup, Told
from confusables.lookups.rdap import read_rdap
from confusables.lookups.refresh import Refreshed, UpdateError, update
from confusables.lookups.whois import read_whois

__all__ = [
    "Lookup",
    "Refreshed",
    "Told",
    "UpdateError",
    "default_cache_path",
    "read_rdap",
    "read_whois",
    "update",
]

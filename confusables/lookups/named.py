"""What the user names: servers by suffix, certificate authorities, proxies. Judged when a lookup is
made: TypeError for what is no text, ValueError for a text that cannot be used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from confusables.lookups.answers import a_label
from confusables.lookups.net import Failure, place, split_host
from confusables.model import Reason

__all__ = ["base", "by_suffix", "proxies_of", "proxy_for", "proxy_place", "server", "suffixes"]

_SCHEMES = ("http", "https", "all")


def by_suffix(name: str, given: Mapping[str, str] | None) -> dict[str, str]:
    """Servers by suffix (A-labels)."""
    return {suffix(key): value for key, value in _texts(name, given).items()}


def suffixes(name: str, given: Iterable[str]) -> frozenset[str]:
    """A set of suffixes (A-labels)."""
    if isinstance(given, str):
        raise ValueError(f"{name} are suffixes in a list: [{given!r}]")
    found = list(given)
    for text in found:
        if not isinstance(text, str):
            raise TypeError(f"{name} are suffixes in a list, not {text!r}")
    return frozenset(map(suffix, found))


def suffix(text: str) -> str:
    """A suffix as A-labels, without points around it."""
    bare = text.strip(".").lower()
    made = a_label(f"a.{bare}")
    if made is None:
        raise ValueError(f"not a suffix: {text!r}")
    return made.removeprefix("a.")


def base(url: str) -> str:
    """A base address, ended by a stroke."""
    try:
        host = place(url)[1]
    except Failure:
        host = ""
    if not host or any(c.isspace() for c in url):
        raise ValueError(f"not an address of an RDAP server: {url!r}")
    return url if url.endswith("/") else url + "/"


def server(host: str) -> str:
    """``host`` or ``host:port`` of a WHOIS server."""
    split_host(host, 43)
    return host


def proxies_of(given: Mapping[str, str] | None) -> dict[str, str]:
    """Proxies by what is asked through them: ``http``, ``https`` or ``all``, or one of these with a
    host (``https://rdap.example``), in small letters.

    A proxy is an address of http or https; its credentials may stand in it. Anything else is
    refused here, for a key or a proxy that is passed over would mean to ask without one.
    """
    found = {}
    for key, url in _texts("proxies", given).items():
        scheme, _, host = key.strip().lower().partition("://")
        fits = scheme in _SCHEMES and (not host or urlsplit(f"//{host}").netloc == host)
        if not fits or ("://" in key and not host) or any(c in host for c in "@:? "):
            raise ValueError(f"proxies are for http, https or all, not for {key!r}")
        url = url if "://" in url else f"http://{url}"
        try:
            proxy_place(url)
        except (Failure, ValueError):
            raise ValueError(f"the proxy for {key!r} is no address of http or https") from None
        found[f"{scheme}://{host}" if host else scheme] = url
    return found


def proxy_for(proxies: Mapping[str, str], scheme: str, host: str) -> str | None:
    """The proxy through which a host is asked, None where none is named at all.

    Raises Failure where there are proxies for others alone: who names a proxy is not to be seen.
    """
    for key in (f"{scheme}://{host}", scheme, f"all://{host}", "all"):
        if key in proxies:
            return proxies[key]
    if proxies:
        raise Failure(Reason.REFUSED, "no proxy for this address")
    return None


def proxy_place(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of a proxy; its credentials are no part of them. Raises Failure."""
    parts = urlsplit(url)
    return place(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}")


def _texts(name: str, given: Mapping[str, str] | None) -> dict[str, str]:
    if given is not None and not isinstance(given, Mapping):
        raise TypeError(f"{name} maps texts to texts, and is not {given!r}")
    found = dict(given or {})
    for key, value in found.items():
        if not (isinstance(key, str) and isinstance(value, str)):
            raise TypeError(f"{name} maps texts to texts, not {key!r} to {type(value).__name__}")
    return found

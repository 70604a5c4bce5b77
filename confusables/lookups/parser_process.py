"""The process behind ``witness.py``: python-whois's parser, reading lines and writing lines.

It is run by its path and imports nothing of this library, so that it is small and starts fast. A
line in is ``[domain, text]``, a line out ``[registrar, created, sees name servers]``, both JSON.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from typing import Any

MEMORY = 1 << 30


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _read(domain: str, text: str) -> list[Any]:
    """What python-whois makes of a reply; nothing where it fails in any of its ways."""
    from whois.parser import WhoisEntry

    try:
        entry = WhoisEntry.load(domain, text)
        created, registrar = _first(entry.get("creation_date")), _first(entry.get("registrar"))
        servers = bool(entry.get("name_servers"))
    except Exception:  # noqa: BLE001 (somebody else's parser, on a stranger's text, in a process of its own)
        return [None, None, False]
    stated = created.date().isoformat() if hasattr(created, "date") else None
    return [registrar if isinstance(registrar, str) else None, stated, servers]


def _serve() -> None:
    """The process's life: a line with domain and text in, a line with what is read out."""
    import signal
    import socket

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    def refuse(*_: object) -> None:
        raise OSError("the parser has no business on a network")

    socket.socket.connect = refuse  # type: ignore[method-assign]  # no network here
    socket.getaddrinfo = refuse  # type: ignore[assignment]  # no network here
    out, sys.stdout = sys.stdout, sys.stderr
    _read("example.com", "Domain Name: EXAMPLE.COM\n")
    print("ready", file=out, flush=True)
    for line in sys.stdin:
        domain, text = json.loads(line)
        print(json.dumps(_read(domain, text)), file=out, flush=True)


if __name__ == "__main__":
    _serve()

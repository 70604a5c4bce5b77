"""What zones share: which owner names are registrations."""

from __future__ import annotations

import re

from confusables.errors import ListError
from confusables.names import split_suffix

__all__ = ["Delegations"]


_ESCAPE = re.compile(r"\\(\d{3}|.)")


class Delegations:
    """The names delegated from a zone, by its records in order.

    Names are full ones with their last dot, in any case. The apex is the owner of the first SOA;
    ``closed`` tells whether another one of it came. A name that is a public suffix itself (pp.se)
    is nobody's registration.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._end = ""
        self._depth = 0
        self._last = ""
        self.closed = False

    def owner(self, line: int, name: str, kind: str) -> str:
        """The registration that a record shows, without its last dot; empty for other records.

        Raises ListError for records before the SOA.
        """
        name = _ESCAPE.sub(_unescaped, name).lower()
        if kind == "soa":
            self.closed = bool(self._end)
        if kind == "soa" and not self._end:
            self._end = "." + name if name != "." else "."
            self._depth = name.rstrip(".").count(".") + 2 if name != "." else 1
            return ""
        if kind != "ns":
            return ""
        if not self._end:
            raise ListError("a zone begins with its SOA record", path=self._path, line=line)
        if name == self._last or not name.endswith(self._end):
            return ""
        if name.count(".") != self._depth:
            return ""
        self._last = name
        return name[:-1] if split_suffix(name[:-1])[1] else ""


def _unescaped(found: re.Match[str]) -> str:
    """The letter or digit that an escape stands for; of others the one way to write them."""
    code = int(found[1]) if found[1].isdecimal() else ord(found[1])
    return chr(code) if chr(code).isascii() and chr(code).isalnum() else f"\\{code:03}"

"""What zones share: which owner names are registrations."""

from __future__ import annotations

from confusables.errors import ListError

__all__ = ["Delegations"]


class Delegations:
    """The names delegated from a zone, by its records in order.

    Names are full ones with their last dot, in lower case. The apex is the owner of the first SOA.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._end = ""
        self._depth = 0
        self._last = ""

    def owner(self, line: int, name: str, kind: str) -> str:
        """The registration that a record shows, without its last dot; empty for other records.

        Raises ListError for records before the SOA.
        """
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
        return name[:-1]

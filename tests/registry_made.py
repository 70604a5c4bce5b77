"""A registry on loopback for the usual endings, and lookups that ask it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lookups.loopback import NOT_FOUND, Server, domain_object, http, path_of

from confusables.lookups import Lookup

if TYPE_CHECKING:
    import socket

__all__ = ["ENDINGS", "Registry"]

ENDINGS = ("ca", "com", "fr", "net", "nl", "org", "test")


class Registry:
    """An RDAP server that holds the names in ``held``; the others have no record.

    ``replies`` are whole HTTP replies by name, instead. ``everything`` registers any name.
    """

    def __init__(self, *held: str) -> None:
        self.held: dict[str, dict[str, object]] = {name: {} for name in held}
        self.replies: dict[str, bytes] = {}
        self.everything = False
        self.seconds = 0.0
        self.server = Server(self._reply)

    def close(self) -> None:
        self.server.close()

    @property
    def asked(self) -> list[str]:
        """The names that were asked about, in order."""
        return [path_of(request) for request in self.server.requests if request]

    def hold(self, name: str, holder: str, country: str = "France") -> None:
        """Register a name for an organisation of a country."""
        address = ["adr", {}, "text", ["", "", "", "", "", "", country]]
        rows = [["fn", {}, "text", holder], ["kind", {}, "text", "org"], address]
        registrar = [["fn", {}, "text", "Example Registrar SAS"]]
        self.held[name] = {
            "entities": [
                {"roles": ["registrant"], "vcardArray": ["vcard", rows]},
                {"roles": ["registrar"], "vcardArray": ["vcard", registrar]},
            ]
        }

    def lookup(self, **more: object) -> Lookup:
        """A lookup that asks this registry about the usual endings, and nobody else."""
        given = {"rdap": dict.fromkeys(ENDINGS, self.server.url), "allow_loopback": True}
        return Lookup(**{"timeout": 5.0, "witness": False, **given, **more})

    def _reply(self, conn: socket.socket, request: bytes) -> None:
        self.server.pause(self.seconds)
        name = path_of(request)
        if name in self.replies:
            conn.sendall(self.replies[name])
        elif name in self.held or self.everything:
            conn.sendall(http(domain_object(name, **self.held.get(name, {}))))
        else:
            conn.sendall(http(NOT_FOUND, 404))

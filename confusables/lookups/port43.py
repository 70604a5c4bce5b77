"""A client for RFC 3912: one line sent, text read until the server closes."""

from __future__ import annotations

import re
import time
from contextlib import closing
from dataclasses import dataclass

from confusables.lookups.net import Failure, Network, Wires
from confusables.lookups.whois import MAX_REPLY
from confusables.model import Reason

__all__ = ["Port43"]

_ASKABLE = re.compile(r"[a-z0-9.-]{3,253}\Z")
_CHUNK = 16 * 1024


@dataclass(frozen=True, slots=True)
class Port43:
    """Port 43. The reply's referrals are never followed: hosts come from our tables alone."""

    network: Network
    wires: Wires
    max_bytes: int = MAX_REPLY

    def ask(self, host: str, port: int, query: str, domain: str, deadline: float) -> bytes:
        """The reply to the query, in which NAME stands for the domain (A-labels)."""
        if not _ASKABLE.match(domain) or domain.startswith("-"):
            raise Failure(Reason.INVALID_NAME)
        line = query.replace("NAME", domain).encode("ascii") + b"\r\n"
        sock = self.network.connect(host, port, deadline)
        with closing(sock), self.wires.hold(sock, deadline) as held:
            reply = bytearray()
            try:
                sock.settimeout(_left(deadline))
                sock.sendall(line)
                while True:
                    sock.settimeout(_left(deadline))
                    part = sock.recv(_CHUNK)
                    if not part:
                        break
                    reply += part
                    if len(reply) > self.max_bytes:
                        raise Failure(Reason.TOO_BIG)
            except TimeoutError as error:
                raise Failure(Reason.TIMEOUT) from error
            except OSError as error:
                raise Failure(Reason.TIMEOUT if held.ended else Reason.REFUSED) from error
            if held.ended:
                raise Failure(Reason.TIMEOUT)
        return bytes(reply)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise Failure(Reason.TIMEOUT)
    return left

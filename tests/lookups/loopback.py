"""Real servers on loopback that replay bytes and inject faults."""

from __future__ import annotations

import json
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress

Script = Callable[[socket.socket, bytes], None]


class Server:
    """A threaded TCP server: reads one request (up to ``end``), then does what the script says."""

    def __init__(
        self,
        script: Script,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        tls: ssl.SSLContext | None = None,
        end: bytes = b"\r\n\r\n",
        wait: bool = True,
    ) -> None:
        self.script, self.tls, self.end, self.wait = script, tls, end, wait
        self.requests: list[bytes] = []
        self.connections = 0
        self.lock = threading.Lock()
        self.ended = threading.Event()
        self.threads: list[threading.Thread] = []
        self.listener = socket.create_server((host, port), backlog=64)
        self.host, self.port = self.listener.getsockname()[:2]
        self.thread = threading.Thread(target=self._accept, daemon=True)
        self.thread.start()

    @property
    def address(self) -> str:
        return f"{self.host}:{self.port}"

    @property
    def url(self) -> str:
        return f"{'https' if self.tls else 'http'}://{self.address}/"

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.ended.set()
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.thread.join(5)
        for thread in self.threads:
            thread.join(5)

    def pause(self, seconds: float) -> None:
        """Wait, but not beyond the end of the test."""
        self.ended.wait(seconds)

    def _accept(self) -> None:
        while not self.ended.is_set():
            try:
                conn, _ = self.listener.accept()
            except OSError:
                return
            with self.lock:
                self.connections += 1
                self.threads = [t for t in self.threads if t.is_alive()]
                thread = threading.Thread(target=self._serve, args=(conn,), daemon=True)
                self.threads.append(thread)
            thread.start()

    def _serve(self, conn: socket.socket) -> None:
        conn.settimeout(20)
        try:
            if self.tls is not None:
                conn = self.tls.wrap_socket(conn, server_side=True)
            request = b""
            while self.wait and self.end not in request:
                part = conn.recv(4096)
                if not part:
                    break
                request += part
            if self.wait and self.end not in request:
                return  # the client went before it had asked
            with self.lock:
                self.requests.append(request)
            self.script(conn, request)
        except (OSError, ssl.SSLError):
            pass
        finally:
            with suppress(OSError):
                conn.shutdown(socket.SHUT_WR)
            with suppress(OSError):
                conn.close()


def http(
    body: bytes = b"",
    status: int = 200,
    headers: dict[str, str] | None = None,
    *,
    length: bool = True,
) -> bytes:
    """A whole HTTP reply."""
    lines = [f"HTTP/1.1 {status} X"]
    if length and not (headers and "Content-Length" in headers):
        lines.append(f"Content-Length: {len(body)}")
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body


def say(*parts: bytes) -> Script:
    """A script that sends bytes and closes."""

    def script(conn: socket.socket, _request: bytes) -> None:
        for part in parts:
            conn.sendall(part)

    return script


def drip(data: bytes, seconds: float) -> Script:
    """A script that sends a byte at a time, with a pause after each."""

    def script(conn: socket.socket, _request: bytes) -> None:
        for i in range(len(data)):
            conn.sendall(data[i : i + 1])
            time.sleep(seconds)

    return script


def endless(part: bytes, head: bytes = b"") -> Script:
    """A script that never stops sending."""

    def script(conn: socket.socket, _request: bytes) -> None:
        conn.sendall(head)
        while True:
            conn.sendall(part)

    return script


def path_of(request: bytes) -> str:
    """The last part of the path that a request asks for."""
    return request.split(b" ", 2)[1].rsplit(b"/", 1)[-1].decode("ascii", "replace")


def domain_object(name: str, **more: object) -> bytes:
    """A valid RDAP domain object."""
    found = {
        "objectClassName": "domain",
        "handle": "D1-TEST",
        "ldhName": name,
        "status": ["active"],
        "events": [
            {"eventAction": "registration", "eventDate": "2011-12-13T14:15:16Z"},
            {"eventAction": "expiration", "eventDate": "2031-12-13T14:15:16Z"},
        ],
        "entities": [
            {
                "objectClassName": "entity",
                "roles": ["registrar"],
                "vcardArray": ["vcard", [["fn", {}, "text", "Example Registrar SAS"]]],
            }
        ],
    }
    return json.dumps(found | more).encode()


NOT_FOUND = json.dumps(
    {"rdapConformance": ["rdap_level_0"], "errorCode": 404, "title": "Object not found"}
).encode()


def registry(conn: socket.socket, request: bytes) -> None:
    """An RDAP registry: names that begin with ``no`` have no record."""
    name = path_of(request)
    if name.startswith("no"):
        conn.sendall(http(NOT_FOUND, 404))
    else:
        conn.sendall(http(domain_object(name)))

"""A registrar's checkout: is the name in the basket one that people would take for another?

    python examples/service.py --corpus fr.corpus --corpus shipped --port 8080
    curl 'http://127.0.0.1:8080/check?name=lepanierbleu.ca'

A plain WSGI application: ``application(checker)`` runs under any WSGI server. The ``Checker`` is
made once; threads share it, and so do processes that are forked after it was made (``gunicorn
--preload``), which is how a checkout uses all cores. Nothing is logged of the names that people ask
about.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import json
import sys
from socketserver import ThreadingMixIn
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from confusables import Checker, Corpus, InvalidName

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

SHOWN = 3
# Seconds after which a thread gives way to another: longer than a check, since checks that take
# turns all end later.
TURN = 0.05


def application(checker: Checker) -> WSGIApplication:
    """The service over a checker: GET /check?name=..."""

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        status, body = _answer(checker, environ)
        content = json.dumps(body, ensure_ascii=False).encode()
        length = ("Content-Length", str(len(content)))
        start(status, [("Content-Type", "application/json; charset=utf-8"), length])
        return [content]

    return answer


def _answer(checker: Checker, environ: WSGIEnvironment) -> tuple[str, dict[str, Any]]:
    if environ["REQUEST_METHOD"] != "GET" or environ.get("PATH_INFO") != "/check":
        return "404 Not Found", {"error": "GET /check?name=..."}
    names = parse_qs(environ.get("QUERY_STRING", "")).get("name", [])
    if len(names) != 1:
        return "400 Bad Request", {"error": "one name is needed: /check?name=..."}
    try:
        report = checker.check(names[0])
    except InvalidName as error:
        return "400 Bad Request", {"error": str(error)}
    found = [
        {"domain": c.domain, "name": c.name, "level": str(c.level), "probability": c.probability,
         "kind": str(c.kind), "because": [str(term.says) for term in c.terms]}
        for c in report.collisions[:SHOWN]
    ]  # fmt: skip
    return "200 OK", {"name": report.name.ascii, "level": str(report.level), "collisions": found}


class Server(ThreadingMixIn, WSGIServer):
    """A thread a request."""

    daemon_threads = True
    request_queue_size = 64


class _Quiet(WSGIRequestHandler):
    """Names under study are nobody's business: requests are not logged."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - as the base class has it
        """Nothing."""


def serve(checker: Checker, host: str = "127.0.0.1", port: int = 0) -> WSGIServer:
    """A server that is bound and not yet running; port 0 takes a free one."""
    return make_server(host, port, application(checker), Server, _Quiet)


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", action="append", default=[], help="a built corpus, or shipped")
    parser.add_argument("--port", type=int, default=8080)
    given = parser.parse_args()
    corpora = [
        Corpus.shipped() if path == "shipped" else Corpus.open(path)
        for path in given.corpus or ["shipped"]
    ]
    checker = Checker(corpora, limit=SHOWN)
    checker.check("warm.up")  # what is loaded at first use is loaded before the first customer
    gc.freeze()  # and is not looked through for garbage while one waits
    sys.setswitchinterval(TURN)
    with serve(checker, port=given.port) as server:
        print(f"http://127.0.0.1:{server.server_port}/check?name=lepanierbleu.ca")
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()


if __name__ == "__main__":
    main()

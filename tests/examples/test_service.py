"""The example service: its answers, and sixteen threads at once."""

from __future__ import annotations

import json
import threading
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from loaded import loaded

from confusables import Checker, Corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = Path(__file__).resolve().parents[2] / "examples" / "service.py"
NAMES = [
    "lepanierbleu.ca",
    "ghandi.net",
    "zxqzxq.org",
    "bénéteau.fr",
    "Le Panier bleu",
    "..",
    "日本.jp",
]
THREADS, SECONDS = 16, 3.0


@pytest.fixture(scope="module")
def service():
    return loaded("examples/service.py")


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    path = tmp_path_factory.mktemp("corpus") / "list.txt"
    path.write_text("monpanierbleu.com\ngandi.net\nbeneteau.com\nwindmill.org\n", "utf-8")
    return Checker(Corpus.load(path))


@contextmanager
def _running(service, checker: Checker) -> Iterator[int]:
    with service.serve(checker) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def _get(port: int, path: str) -> tuple[int, dict]:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
    finally:
        connection.close()


def test_answers(service, checker) -> None:
    with _running(service, checker) as port:
        status, found = _get(port, "/check?name=lepanierbleu.ca")
        assert (status, found["level"]) == (200, "warn")
        assert found["collisions"][0]["domain"] == "monpanierbleu.com"
        assert any("le → mon" in because for because in found["collisions"][0]["because"])
        assert _get(port, "/check?name=zxqzxq.org")[1]["level"] == "none-found"
        assert _get(port, "/check?name=..")[0] == 400
        assert _get(port, "/check")[0] == 400
        assert _get(port, "/other")[0] == 404


def test_sixteen_threads_get_the_same_answers_and_no_error(service, checker) -> None:
    paths = [f"/check?name={quote(name)}" for name in NAMES]
    wrong: list[object] = []
    counts = [0] * THREADS
    with _running(service, checker) as port:
        expected = [_get(port, path) for path in paths]
        until = time.monotonic() + SECONDS

        def customer(number: int) -> None:
            at = number
            while time.monotonic() < until:
                at = (at + 1) % len(paths)
                try:
                    answer = _get(port, paths[at])
                except Exception as error:  # noqa: BLE001 - whatever it is, it is an error
                    wrong.append(error)
                    return
                if answer != expected[at]:
                    wrong.append((paths[at], answer))
                counts[number] += 1

        threads = [threading.Thread(target=customer, args=(n,)) for n in range(THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert wrong == []
    assert min(counts) > 0

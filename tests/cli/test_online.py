"""``confusables check --online``: what is asked, told and shown, and the exit codes."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import guard
import pytest
import terminal
from lookups.loopback import http
from registry_made import ENDINGS

from confusables import lookups
from confusables.lookups import bootstrap

NEW = "lepanierbleu.ca"
OLD = "monpanierbleu.com"
CLEAR = "zxqvkjwpt.com"


@pytest.fixture
def online(cli, registry, monkeypatch, tmp_path):
    """The command with lookups that ask the registry on loopback alone, and their cache."""
    real = lookups.Lookup

    def made(**given: object) -> lookups.Lookup:
        servers = dict.fromkeys(set(ENDINGS) - {"nl"}, registry.server.url)
        return real(rdap=servers, allow_loopback=True, witness=False, timeout=5.0, **given)

    # A server that is named has no terms in the way: of .nl the list of servers tells it.
    known = bootstrap.Bootstrap("2026-01-01", {"nl": registry.server.url})
    monkeypatch.setattr(bootstrap, "load", lambda: known)
    monkeypatch.setattr(lookups, "Lookup", made)
    monkeypatch.setattr(lookups, "default_cache_path", lambda: tmp_path / "answers.sqlite")
    (tmp_path / "one.txt").write_text(f"{OLD}\nwindmill.org\n", "utf-8")

    def call(*arguments: str):
        return cli("check", *arguments, "--online", "--corpus", "one.txt")

    return call


def test_the_registrys_word_stands_in_the_report(online, registry) -> None:
    registry.hold(OLD, "Panier SARL")
    done = online(NEW)
    assert done.code == 1
    text = " ".join(done.out.split())
    assert re.search(r"registered, says the registry \(RDAP, \d+ \w+ \d{4}\)", text)
    assert "· holder Panier SARL · registrar Example Registrar SAS ·" in text
    assert "France (stated for the holder) · since 13 December 2011" in text
    assert "the existing name was first" in text
    assert "the registries, asked about one name Not searched:" in text


def test_who_is_told_is_said_first(online, registry) -> None:
    done = online(NEW, "--probe", "3")
    assert done.err.splitlines() == [
        "confusables: asking: 127.0.0.1, told of up to 4 names (RDAP, in clear)",
        "confusables: asking: and, under each ending with a registered name, one random name",
    ]
    assert NEW not in registry.asked


def test_it_is_said_before_anybody_is_asked(online, registry, monkeypatch) -> None:
    from confusables.cli import online as module

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "complain", stop)
    assert online(NEW).code == 130
    assert registry.asked == []


def test_where_nothing_can_be_asked_it_is_said(online, registry, tmp_path) -> None:
    (tmp_path / "one.txt").write_text("monpanierbleu.nl\n", "utf-8")
    done = online(NEW)
    assert "asking: nobody: no registry can be asked about these names" in done.err
    assert "unless you give --accept-terms nl" in " ".join(done.out.split())
    assert registry.asked == []


def test_a_probe_that_finds_a_registration_warns(online, registry) -> None:
    registry.hold("panierbleu.com", "Panier SARL")
    found = json.loads(online(NEW, "--probe", "5", "--format", "json").out)
    hit = next(c for c in found["collisions"] if c["domain"] == "panierbleu.com")
    assert hit["registration"] == {
        "owners": ["Panier SARL"],
        "countries": ["FR"],
        "since": "2011-12-13",
        "sources": ["lookup"],
    }
    assert hit["lookup"]["verdict"] == "registered"
    assert hit["lookup"]["countries"] == [{"country": "FR", "says": "registrant"}]
    assert found["coverage"]["lookups"] == {"asked": 6, "unknown": 0}
    verdicts = [s["lookup"] and s["lookup"]["verdict"] for s in found["suggestions"]]
    assert verdicts.count("no-record") == 4
    assert "registered" not in verdicts


def test_what_stays_unknown_is_code_69_where_all_is_required(online, registry) -> None:
    unknown = ("--warn-at", "1", "--review-at", "0.01", "--require-complete")
    registry.replies[OLD] = http(b"", 429)
    assert online(NEW, *unknown[:-1]).code == 0
    done = online(NEW, *unknown)
    assert done.code == 69
    assert "unknown whether it is registered: asked too often for now" in " ".join(done.out.split())
    assert online(CLEAR, "--require-complete").code == 0


def test_the_order_of_the_codes(online, registry) -> None:
    registry.replies[OLD] = http(b"", 429)
    assert online(NEW, "--require-complete").code == 1  # a warning outranks it
    assert online(NEW, "a..b", "--require-complete").code == 65
    assert online(NEW, "--require-complete", "--corpus", "nowhere").code == 66
    assert online(NEW, "--probe", "0").code == 2


@pytest.mark.parametrize(
    "more",
    [["--probe", "3"], ["--accept-terms", "nl"], ["--no-cache"], ["--require-complete"]],
)
def test_without_online_they_are_wrong_usage(cli, basket, more) -> None:
    done = cli("check", NEW, "--corpus", basket, *more)
    assert (done.code, done.out) == (2, "")
    assert f"{more[0]} needs --online, which asks the registries" in done.err


def test_terms_of_no_suffix_are_wrong_usage(online) -> None:
    done = online(NEW, "--accept-terms", "a b")
    assert done.code == 2
    assert "--accept-terms" in done.err


def test_answers_are_kept_unless_told_otherwise(online, registry, tmp_path) -> None:
    registry.hold(OLD, "Panier SARL")
    online(NEW, "--no-cache")
    assert not (tmp_path / "answers.sqlite").exists()
    online(NEW)
    count = registry.asked.count(OLD)
    assert "holder Panier SARL" in online(NEW).out
    assert registry.asked.count(OLD) == count == 2


def test_accepted_terms_reach_the_registry(online, registry, tmp_path) -> None:
    (tmp_path / "one.txt").write_text("monpanierbleu.nl\n", "utf-8")
    registry.hold("monpanierbleu.nl", "Panier BV", "Netherlands")
    assert "holder Panier BV" not in online(NEW).out
    assert "holder Panier BV" in online(NEW, "--accept-terms", "nl").out


def test_candidates_are_looked_up_too(online, registry) -> None:
    registry.hold(OLD, "Panier SARL")
    done = online(NEW, CLEAR, "--choose", "--format", "json")
    reports = [r for c in json.loads(done.out)["candidates"] for r in c["reports"]]
    holders = [c["lookup"]["holder"] for r in reports for c in r["collisions"]]
    assert holders == ["Panier SARL"]


PATIENCE = 8.0  # less than a question takes that nobody answers, more than any machine to end
PROGRAM = """
import sys
from confusables import lookups
from confusables.cli import main
real, url, cache = lookups.Lookup, sys.argv[1], sys.argv[2]
def made(**given):
    servers = dict.fromkeys(("ca", "com", "net", "org"), url)
    return real(rdap=servers, allow_loopback=True, **given)
lookups.Lookup, lookups.default_cache_path = made, lambda: cache
sys.exit(main(sys.argv[3:]))
"""


@pytest.mark.parametrize("seconds", [0.02, 30.0])
def test_ctrl_c_ends_it_at_once_and_leaves_the_cache_sound(registry, tmp_path, seconds) -> None:
    registry.seconds = seconds
    (tmp_path / "one.txt").write_text(f"{OLD}\n", "utf-8")
    path = tmp_path / "answers.sqlite"
    names = [f"lepanier{color}.ca" for color in ("bleu", "rouge", "vert", "noir", "blanc")] * 20
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, registry.server.url, str(path), "check", *names,
         "--online", "--probe", "60", "--corpus", "one.txt"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=guard.child_environment(),
    )  # fmt: skip
    for _ in range(600):
        if len(registry.asked) >= (5 if seconds < 1 else 1):
            break
        time.sleep(0.05)
    begun = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert time.monotonic() - begun < PATIENCE, "it waits for what is under way"
    assert process.returncode == 130, err
    assert b"interrupted" in err
    assert b"Traceback" not in err
    if path.exists():
        with closing(sqlite3.connect(path)) as base:
            assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_bar_is_drawn_on_a_terminal(registry, tmp_path) -> None:
    registry.seconds = 0.05
    (tmp_path / "one.txt").write_text(f"{OLD}\n", "utf-8")
    code, drawn = terminal.shown(
        registry.server.url, str(tmp_path / "cache"), "check", NEW, "--online", "--probe", "10",
        "--corpus", "one.txt", code=PROGRAM, env={"TERM": "xterm", "COLUMNS": "100"}, cwd=tmp_path,
    )  # fmt: skip
    assert code == 1
    assert drawn.index("told of up to 11 names") < drawn.index("asking the registries")
    assert "a second" in drawn


FORBID = """
import sys
def audit(event, arguments):
    if event.startswith("socket.") and event != "socket.gethostname":
        raise RuntimeError(f"offline: {event} {arguments}")
sys.addaudithook(audit)
"""
RUN = "from confusables.cli import main\nsys.exit(main(sys.argv[1:]))"


def _forbidden(code: str, *arguments: str, cwd: str) -> subprocess.CompletedProcess[str]:
    """A child in which any event of a socket is an error: even a bare one, even on loopback."""
    return subprocess.run(
        [sys.executable, "-c", FORBID + code, *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env=guard.child_environment({"PATH": os.defpath}),
    )


def test_without_online_no_socket_is_opened_and_nothing_resolved(tmp_path) -> None:
    for more in ([], ["--explain"], ["--format", "json"], ["--launch-visits", "1000"]):
        done = _forbidden(RUN, "check", NEW, "Le Panier bleu", *more, cwd=str(tmp_path))
        assert done.returncode == 1, done.stderr
        assert done.stderr == ""


@pytest.mark.parametrize(
    "code", ["import socket; socket.socket()", "import socket; socket.gethostbyname('localhost')"]
)
def test_the_proof_bites(code, tmp_path) -> None:
    assert "RuntimeError: offline: socket" in _forbidden(code, cwd=str(tmp_path)).stderr

"""python-whois in a process that can be killed, and how far it is believed."""

from __future__ import annotations

import gc
import time
from dataclasses import replace
from pathlib import Path

import pytest

from confusables.lookups.answers import unknown
from confusables.lookups.witness import BUDGET, Statement, Witness, second
from confusables.model import Answer, Reason, Verdict

RECORD = (
    "Domain Name: EXEMPLE.COM\nRegistrar: Example Registrar\nCreation Date: 2001-02-03T00:00:00Z\n"
)
UNKNOWN = unknown(Reason.UNRECOGNISED, "whois")
FOUND = Answer(Verdict.REGISTERED, Reason.FOUND, "whois")


@pytest.fixture
def witness(whole):
    made = Witness()
    yield made
    made.close()


def runs(witness: Witness) -> bool:
    process = witness._process
    return process is not None and process.poll() is None


def warm(witness: Witness) -> None:
    until = time.monotonic() + 20
    while witness.ask("exemple.com", RECORD) is None:
        assert time.monotonic() < until


def test_it_reads_a_record(witness) -> None:
    warm(witness)
    heard = witness.ask("exemple.com", RECORD)
    assert heard == Statement("Example Registrar", "2001-02-03", servers=False)


@pytest.mark.parametrize("text", ["", "\0", "\ud800", "x" * 100_000, 'with "=xxx"', "{}\n[]\n"])
def test_it_is_total(witness, text) -> None:
    warm(witness)
    begun = time.monotonic()
    heard = witness.ask("exemple.com", text)
    assert heard is None or isinstance(heard, Statement)
    assert time.monotonic() - begun < BUDGET + 3


def test_a_slow_one_is_killed_and_another_started(tmp_path, monkeypatch, whole) -> None:
    script = tmp_path / "slow.py"
    script.write_text(
        "import sys, time\nprint('ready', flush=True)\nsys.stdin.readline()\ntime.sleep(60)\n"
    )
    witness = Witness(script)
    try:
        begun = time.monotonic()
        assert witness.ask("exemple.com", RECORD, 1.0) is None
        assert time.monotonic() - begun < 10
        assert not runs(witness)
        script.write_text(
            "print('ready', flush=True)\ninput()\nprint('[null, null, true]', flush=True)\n"
        )
        assert witness.ask("exemple.com", RECORD) == Statement(None, None, servers=True)
    finally:
        witness.close()


@pytest.mark.parametrize("says", ["nonsense", "{}", "[1]", "[1, 2, 3]", "[" * 5000])
def test_nonsense_is_not_heard(tmp_path, whole, says) -> None:
    script = tmp_path / "odd.py"
    script.write_text(
        f"print('ready', flush=True)\ninput()\nprint({says!r}, flush=True)\ninput()\n"
    )
    witness = Witness(script)
    try:
        heard = witness.ask("exemple.com", RECORD)
        assert heard is None or heard == Statement(None, None, servers=False)
    finally:
        witness.close()


def test_one_that_dies_or_cannot_start(tmp_path, whole) -> None:
    script = tmp_path / "dead.py"
    script.write_text("raise SystemExit(1)\n")
    for path in (script, tmp_path / "missing.py"):
        witness = Witness(Path(path))
        assert witness.ask("exemple.com", RECORD) is None
        witness.close()


def test_it_cannot_reach_anything(tmp_path, whole) -> None:
    from confusables.lookups import parser_process

    assert "connect = refuse" in Path(parser_process.__file__).read_text()


def test_one_that_is_forgotten_ends(whole) -> None:
    witness = Witness()
    warm(witness)
    process = witness._process
    del witness
    gc.collect()
    assert process is not None
    assert process.poll() is not None


def test_absence_is_never_its_word() -> None:
    for answer in (UNKNOWN, FOUND):
        assert second("exemple.com", RECORD, answer, None) == answer
        assert second("exemple.com", "nothing", answer, Statement()) == answer


def test_registered_needs_the_name_and_a_fact() -> None:
    heard = Statement("Example Registrar", "2001-02-03", servers=True)
    answer = second("exemple.com", RECORD, UNKNOWN, heard)
    assert (answer.verdict, answer.registrar) == ("registered", "Example Registrar")
    assert second("autre.com", RECORD, UNKNOWN, heard) == UNKNOWN
    assert second("exemple.com", RECORD, UNKNOWN, Statement()) == UNKNOWN
    for reason in (Reason.THROTTLED, Reason.RESERVED, Reason.OTHER_DOMAIN, Reason.MALFORMED):
        other = replace(UNKNOWN, reason=reason)
        assert second("exemple.com", RECORD, other, heard) == other


def test_a_registrar_must_stand_in_the_text() -> None:
    assert second("exemple.com", RECORD, FOUND, Statement("Invented Inc")).registrar is None
    assert (
        second("exemple.com", RECORD, FOUND, Statement("Example Registrar")).registrar
        == "Example Registrar"
    )
    own = replace(FOUND, registrar="Ours")
    assert second("exemple.com", RECORD, own, Statement("Example Registrar")) == own
    assert second("exemple.com", "REDACTED", FOUND, Statement("REDACTED")).registrar is None


def test_who_comes_too_late_does_not_kill_it(witness) -> None:
    warm(witness)
    assert witness.ask("exemple.com", RECORD, 0.0) is None
    assert runs(witness)

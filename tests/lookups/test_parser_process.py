"""The process behind the witness, in this one."""

from __future__ import annotations

import subprocess
import sys

from confusables.lookups import parser_process


def test_it_reads() -> None:
    text = "Domain Name: EXEMPLE.COM\nRegistrar: Example\nCreation Date: 2001-02-03T00:00:00Z\n"
    assert parser_process._read("exemple.com", text) == ["Example", "2001-02-03", False]
    assert parser_process._read("a(.com", "x") == [None, None, False]


def test_it_lives_by_lines_and_ends_with_its_input() -> None:
    done = subprocess.run(
        [sys.executable, "-P", parser_process.__file__],
        input='["exemple.com", "Registrar: Example"]\n["a(.com", ""]\n',
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout.splitlines() == ["ready", '["Example", null, false]', "[null, null, false]"]


def test_it_imports_nothing_of_the_library_and_cannot_connect() -> None:
    code = (
        "import sys, runpy, io, socket; sys.stdin = io.StringIO('');"
        f"runpy.run_path({parser_process.__file__!r}, run_name='__main__');"
        "assert not [m for m in sys.modules if m.startswith('confusables')];"
        "socket.socket().connect(('127.0.0.1', 9))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=False
    )
    assert "the parser has no business on a network" in done.stderr

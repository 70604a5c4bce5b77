"""The program as a whole: help, faults, interruption, closed pipes, colour."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import guard
import pytest
import terminal

import confusables
import confusables.__main__
from confusables.cli import COMMANDS


def test_help_and_version(cli) -> None:
    told = cli("--help")
    assert told.code == 0
    for command in COMMANDS:
        assert f"\n  {command.name} " in told.out
        assert cli(command.name, "--help").code == 0
    for code in ("0 ", "1 ", "2 ", "65", "66", "69", "70", "130"):
        assert f"\n    {code}" in told.out
    assert max(map(len, told.out.splitlines())) <= 80
    assert "..." not in told.out.partition("\nCommands:")[2]  # where a sentence was cut off
    assert cli("--version").out.strip().endswith(confusables.__version__)


def test_without_a_command_the_help_and_code_2(cli) -> None:
    done = cli()
    assert done.code == 2
    assert "Usage: confusables" in done.out + done.err


def test_an_unknown_command_is_code_2(cli) -> None:
    done = cli("divine", "x.com")
    assert (done.code, len(done.err.splitlines())) == (2, 1)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("check",), "Missing argument 'NAME...' (see confusables check --help)"),
        (("check", "x", "--limit", "0"), "Invalid value for '--limit': '0' is no whole number"),
        (("check", "x", "--suffix", ","), "Invalid value for '--suffix': an empty text names"),
        (("check", "x", "--market", "ZZ"), "Invalid value for '--market': 'ZZ' is no country"),
        (("corpus", "build", "x", "y", "--format", "z"), "Invalid value for '--format': 'z' is"),
    ],
)
def test_wrong_usage_is_told_in_one_way(cli, arguments, told) -> None:
    done = cli(*arguments)
    assert done.code == 2
    assert done.err.startswith(f"confusables: usage: {told}")
    assert ". (see" not in done.err


@pytest.mark.parametrize("arguments", [("check", "\x1b[31m--no"), ("check", "--\x1b[31mno", "x")])
def test_what_is_told_does_not_act_on_a_terminal(cli, arguments) -> None:
    assert "\x1b" not in cli(*arguments).err


def test_a_fault_of_the_program_is_code_70_in_one_line(cli, monkeypatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("confusables.checker.compare", broken)
    done = cli("compare", "a.com", "b.com")
    assert (done.code, done.out, len(done.err.splitlines())) == (70, "", 1)
    assert "boom" in done.err
    assert "report" in done.err


def test_an_interruption_is_code_130(cli, monkeypatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("confusables.checker.compare", interrupted)
    done = cli("compare", "a.com", "b.com")
    assert (done.code, len(done.err.splitlines())) == (130, 1)


def test_a_table_that_is_missing_is_a_fault_in_one_line(cli, monkeypatch) -> None:
    from confusables.errors import TablesError

    def broken(*_: object, **__: object) -> None:
        raise TablesError("the table x is damaged; install again")

    monkeypatch.setattr("confusables.checker.compare", broken)
    done = cli("compare", "a.com", "b.com")
    assert (done.code, len(done.err.splitlines())) == (70, 1)


def test_a_closed_pipe_ends_silently() -> None:
    names = b"".join(b"kuvarzeq%d.com\n" % n for n in range(200))
    with subprocess.Popen(
        [sys.executable, "-m", "confusables", "check", "-", "--format", "jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=guard.child_environment(),
    ) as process:
        process.stdin.write(names)
        process.stdin.close()
        process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read()
        code = process.wait(timeout=60)
    assert (code, told) == (0, b"")


@pytest.mark.parametrize("output", [(), ("--output", "out")])
@pytest.mark.parametrize("command", [("check", "a.com"), ("screen", "list.txt", "--format", "csv")])
def test_a_pipe_that_nobody_reads_ends_silently(basket, tmp_path, command, output) -> None:
    (tmp_path / "out").symlink_to("/dev/stdout")
    read, write = os.pipe()
    os.close(read)
    code, told = _piped(tmp_path, (*command, "--corpus", "list.txt", *output), stdout=write)
    os.close(write)
    assert (code, told) == (0, b"")


WARNED = "lepanierbleu.ca"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("check", WARNED, "--corpus", "list.txt"), 1),
        (("check", WARNED, "--corpus", "list.txt", "--format", "json"), 1),
        (("check", WARNED, "zzz.com", "--corpus", "list.txt", "--format", "jsonl"), 1),
        (("check", "a..b", WARNED, "--corpus", "list.txt"), 65),
        (("check", "zzz.com", "--corpus", "list.txt"), 0),
        (("compare", WARNED, "monpanierbleu.com"), 1),
        (("compare", "--pairs", "pairs.tsv"), 1),
        (("compare", "--pairs", "bad.tsv"), 65),
        (("screen", "names.txt", "--corpus", "list.txt"), 1),
        (("screen", "names.txt", "--corpus", "list.txt", "--output", "out"), 1),
        (("watch", "names.txt", "list.txt", "--corpus", "list.txt", "--state", "state"), 1),
        (("corpus", "info", "odd.txt"), 65),
    ],
)
def test_a_closed_pipe_keeps_the_code_of_what_is_known(
    basket, tmp_path, arguments, expected
) -> None:
    (tmp_path / "out").symlink_to("/dev/stdout")
    (tmp_path / "names.txt").write_text(f"{WARNED}\n", "utf-8")
    (tmp_path / "pairs.tsv").write_text(f"{WARNED}\tmonpanierbleu.com\na.fr\tb.fr\n", "utf-8")
    (tmp_path / "bad.tsv").write_text(f"a..fr\tb.fr\n{WARNED}\tmonpanierbleu.com\n", "utf-8")
    (tmp_path / "odd.txt").write_text("a.fr\na..fr\n", "utf-8")
    read, write = os.pipe()
    os.close(read)
    code, told = _piped(tmp_path, arguments, stdout=write)
    os.close(write)
    assert (code, told.count(b"\n")) == (expected, expected == 65)


def test_what_is_told_to_a_pipe_that_nobody_reads_stops_nothing(basket, tmp_path) -> None:
    read, write = os.pipe()
    os.close(read)
    arguments = ("check", "a..b", WARNED, "--corpus", "list.txt", "--output", "out.txt")
    assert _piped(tmp_path, arguments, stderr=write)[0] == 65
    assert WARNED in (tmp_path / "out.txt").read_text("utf-8")
    assert _piped(tmp_path, ("check", "--no-such"), stderr=write)[0] == 2
    os.close(write)


PRINTING = (
    ("check", "a.com", "--corpus", "list.txt"),
    ("check", "a.com", "--corpus", "list.txt", "--format", "json"),
    ("compare", "a.com", "b.com"),
    ("corpus", "info", "list.txt"),
    ("notice", "a.com", "b.com", "--corpus", "list.txt"),
    ("screen", "list.txt", "--corpus", "list.txt", "--format", "csv"),
    ("watch", "list.txt", "list.txt", "--corpus", "list.txt", "--state", "state"),
    ("--help",),
)


def _piped(tmp_path, arguments, **streams) -> tuple[int, bytes]:
    command = [sys.executable, "-m", "confusables", *arguments]
    given = {"stderr": subprocess.PIPE, **streams}
    done = subprocess.run(command, cwd=tmp_path, timeout=60, check=False,
                          env=guard.child_environment(), **given)  # fmt: skip
    return done.returncode, done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", PRINTING)
def test_a_full_disk_under_standard_output_is_said(basket, tmp_path, arguments) -> None:
    with open("/dev/full", "wb") as full:
        code, told = _piped(tmp_path, arguments, stdout=full)
    assert code == 66
    assert told.splitlines()[-1] == (
        b"confusables: error: standard output: cannot be written: No space left on device"
    )


@pytest.mark.skipif(os.name != "posix", reason="needs descriptors")
@pytest.mark.parametrize("arguments", PRINTING[:-1])
def test_a_closed_standard_output_is_said(basket, tmp_path, arguments) -> None:
    code, told = _piped(tmp_path, arguments, preexec_fn=lambda: os.close(1))
    assert code == 66
    assert told.splitlines()[-1] == (
        b"confusables: error: standard output: cannot be written: it is closed"
    )


@pytest.mark.skipif(os.name != "posix", reason="needs descriptors")
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "-"),
        ("screen", "-"),
        ("compare", "--pairs", "-"),
        ("check", "a..", "--output", "o"),
    ],
)
def test_closed_standard_input_and_error_output(tmp_path, arguments) -> None:
    code, told = _piped(tmp_path, arguments, preexec_fn=lambda: os.close(0))
    if "-" in arguments:
        assert (code, told) == (
            66,
            b"confusables: error: standard input: cannot be read: it is closed\n",
        )
    code, _ = _piped(tmp_path, arguments, preexec_fn=lambda: os.closerange(0, 3))
    assert code == (66 if "-" in arguments else 65)


def test_as_a_process_it_gives_the_same_as_in_python(run, tmp_path) -> None:
    (tmp_path / "list.txt").write_text("monpanierbleu.com\n", "utf-8")
    done = run("check", "lepanierbleu.ca", "--corpus", "list.txt", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, b"")
    corpus = confusables.Corpus.load(tmp_path / "list.txt")
    report = confusables.Checker(corpus).check("lepanierbleu.ca")
    assert done.stdout.decode("utf-8") == report.to_text()


def test_a_pipe_has_no_colour_and_its_bytes_are_utf_8_everywhere(run) -> None:
    env = {"FORCE_COLOR": "1", "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "TERM": "xterm-256color"}
    done = run("compare", "bénéteau.com", "beneteau.com", env=env)
    assert b"\x1b" not in done.stdout
    assert "bénéteau.com" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(("no_colour", "coloured"), [("", True), ("1", False)])
def test_a_terminal_has_colour_unless_told_otherwise(no_colour: str, coloured: bool) -> None:
    env = {"TERM": "xterm-256color"} | ({"NO_COLOR": "1"} if no_colour else {})
    code, shown = terminal.shown("compare", "gandi.net", "gandi.fr", stream="stdout", env=env)
    assert code == 1
    assert shown.startswith("\x1b[" if coloured else "gandi.net")
    assert ("\x1b[" in shown) == coloured


def test_a_closed_pipe_ends_a_list_of_pairs_silently(tmp_path) -> None:
    (tmp_path / "pairs.tsv").write_text("a.fr\tb.fr\n" * 20_000, "utf-8")
    read, write = os.pipe()
    os.close(read)
    code, told = _piped(tmp_path, ("compare", "--pairs", "pairs.tsv"), stdout=write)
    os.close(write)
    assert (code, told) == (0, b"")


def test_a_terminated_check_leaves_no_half_of_its_output(tmp_path) -> None:
    command = [sys.executable, "-m", "confusables", "check", "-", "--format", "jsonl"]
    with subprocess.Popen(
        [*command, "--output", "out.jsonl"], cwd=tmp_path, stdin=subprocess.PIPE,
        stderr=subprocess.PIPE, env=guard.child_environment(),
    ) as process:  # fmt: skip
        process.stdin.write(b"lepanierbleu.ca\n")
        process.stdin.flush()
        deadline = time.monotonic() + 30
        while not list(tmp_path.iterdir()) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert list(tmp_path.iterdir())
        process.send_signal(signal.SIGTERM)
        told = process.stderr.read()
        assert process.wait(timeout=60) == 130
    assert b"Traceback" not in told
    assert list(tmp_path.iterdir()) == []


def test_an_interruption_before_all_is_read_is_code_130(monkeypatch, capsys) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("confusables.cli.main", interrupted)
    assert confusables.__main__.main() == 130
    assert capsys.readouterr().err == "confusables: error: interrupted\n"

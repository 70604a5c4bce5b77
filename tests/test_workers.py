"""Pools of processes: order, errors, and that nothing half started outlives the program."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from functools import partial

import guard
import pytest

from confusables.errors import ConfusablesError
from confusables.workers import cores, forking, in_turn

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes are forked here")

FORKED = multiprocessing.get_context("fork")
STARTED = """
import multiprocessing, multiprocessing.context, os, signal, sys
from confusables.errors import ConfusablesError
from confusables.workers import cores, in_turn

class Process(multiprocessing.context.ForkProcess):
    def start(self):
        super().start()
        os.killpg(0, int(sys.argv[1]))  # as a terminal does to all at once

class Context(multiprocessing.context.ForkContext):
    Process = Process

signal.signal(signal.SIGTERM, signal.default_int_handler)  # as the command line does
try:
    list(in_turn(abs, range(1000), Context(), 2, int))
except KeyboardInterrupt:
    print("interrupted,", len(multiprocessing.active_children()), "left")
"""
ENDED = """
import multiprocessing, time
from contextlib import closing
from confusables.workers import in_turn

context = multiprocessing.get_context("fork")
try:
    with closing(in_turn(time.sleep, [0, 0, *[1] * 20], context, 2, int)) as made:
        next(made)
        print("begun", flush=True)
        list(made)
except KeyboardInterrupt:
    print("interrupted,", len(multiprocessing.active_children()), "left")
"""


def _double(number: int) -> int:
    return 2 * number


def _refused(number: int) -> int:
    raise ValueError(f"not {number}")


def test_what_is_made_comes_in_order_as_it_is_wanted() -> None:
    taken: list[int] = []

    def given():
        for number in range(100):
            taken.append(number)
            yield number

    made = in_turn(_double, given(), FORKED, 2, int)
    assert next(made) == 0
    assert len(taken) < 20
    assert list(made) == [2 * number for number in range(1, 100)]


def test_what_the_work_raises_is_raised_and_no_process_stays() -> None:
    with pytest.raises(ValueError, match="not 0"):
        list(in_turn(_refused, range(5), FORKED, 2, int))
    assert not multiprocessing.active_children()


def test_a_process_that_dies_is_told_in_words() -> None:
    with pytest.raises(ConfusablesError, match="a process died"):
        list(in_turn(os._exit, range(1, 5), FORKED, 2, int))
    assert not multiprocessing.active_children()


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="cores are not assigned here")
def test_cores_are_those_that_this_process_may_use() -> None:
    allowed = os.sched_getaffinity(0)
    assert cores() == len(allowed)
    os.sched_setaffinity(0, {min(allowed)})
    try:
        assert cores() == 1
    finally:
        os.sched_setaffinity(0, allowed)


def test_processes_are_forked_or_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any other would run a script that has no main guard once more."""
    context = forking(2)
    assert context is not None
    assert context.get_start_method() == "fork"
    assert forking(1) is None
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert forking(2) is None


def test_each_process_is_prepared() -> None:
    prepare = partial(os.environ.__setitem__, "PREPARED")
    assert set(in_turn(os.getenv, ["PREPARED"] * 8, FORKED, 2, prepare, "yes")) == {"yes"}
    assert "PREPARED" not in os.environ


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_what_ends_the_program_while_it_starts_processes_ends_them_too(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", STARTED, str(int(getattr(signal, name)))],
        capture_output=True,
        text=True,
        timeout=60,
        start_new_session=True,
        env=guard.child_environment(),
        check=False,
    )
    assert (done.stdout, done.stderr) == ("interrupted, 0 left\n", "")


def test_a_second_interrupt_waits_until_the_processes_are_ended() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ENDED],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=guard.child_environment(),
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "begun\n"
        try:
            child.send_signal(signal.SIGINT)
            time.sleep(0.3)  # while it waits for its processes
            child.send_signal(signal.SIGINT)
            assert child.communicate(timeout=30) == ("interrupted, 0 left\n", "")
        finally:
            with suppress(ProcessLookupError):  # as it should be
                os.killpg(child.pid, signal.SIGKILL)


def test_a_hangup_that_the_program_ignores_is_ignored_by_its_processes() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
    try:
        assert set(in_turn(signal.getsignal, [signal.SIGHUP] * 4, FORKED, 2, int)) == {
            signal.SIG_IGN
        }
    finally:
        signal.signal(signal.SIGHUP, before)

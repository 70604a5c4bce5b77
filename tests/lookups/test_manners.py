"""One request in flight, a token bucket, silence, and a daily cap."""

from __future__ import annotations

import threading
import time

import pytest

from confusables.lookups.manners import Manners, Patience, retry_after
from confusables.lookups.net import Failure
from confusables.model import Reason


def test_a_bucket_of_three_then_the_rate() -> None:
    manners = Manners()
    begun = time.monotonic()
    for _ in range(4):
        with manners.turn("x", 2.0, None):
            pass
    assert 0.45 <= time.monotonic() - begun < 1.5, "one wait of half a second, and no three"


def test_operators_do_not_wait_for_each_other() -> None:
    manners = Manners()
    begun = time.monotonic()
    for i in range(50):
        with manners.turn(f"operator {i}", 0.1, None):
            pass
    assert time.monotonic() - begun < 8, "a wait for one token takes ten seconds"


def test_one_in_flight() -> None:
    manners, inside, most = Manners(), 0, 0

    def ask() -> None:
        nonlocal inside, most
        with manners.turn("x", 1000.0, None):
            inside += 1
            most = max(most, inside)
            time.sleep(0.01)
            inside -= 1

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1


def test_a_daily_cap() -> None:
    manners = Manners()
    for _ in range(2):
        with manners.turn("x", 100.0, 2):
            pass
    with pytest.raises(Failure) as failure, manners.turn("x", 100.0, 2):
        pass
    assert (failure.value.reason, failure.value.note) == (Reason.THROTTLED, "daily cap reached")
    with manners.turn("y", 100.0, 2):
        pass


def test_silence_is_kept() -> None:
    manners = Manners()
    manners.quiet("x", 0.2)
    begun = time.monotonic()
    with manners.turn("x", 100.0, None):
        assert time.monotonic() - begun >= 0.19
    manners.quiet("x", 1e9)
    with pytest.raises(Failure) as failure, manners.turn("x", 100.0, None):
        pass
    assert failure.value.reason is Reason.THROTTLED


def test_an_end_ends_every_wait() -> None:
    stop = threading.Event()
    manners = Manners(stop=stop)
    threading.Timer(0.2, manners.interrupt).start()
    begun = time.monotonic()
    with pytest.raises(Failure), manners.turn("x", 100.0, None):
        manners.pause(30)
    assert time.monotonic() - begun < 20
    with manners.turn("x", 100.0, None):
        manners.pause(0.01)
    stop.set()
    with pytest.raises(Failure), manners.turn("x", 100.0, None):
        manners.pause(30)


@pytest.mark.parametrize(
    ("stated", "seconds"),
    [
        (None, 60),
        ("", 60),
        ("0", 0),
        ("-1", 60),
        ("7", 7),
        (" 7 ", 7),
        ("1000000000", 86400),
        ("9" * 50, 86400),
        ("9" * 5000, 60),
        ("x", 60),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
        ("Wed, 21 Oct 2099 07:28:00 GMT", 86400),
        ("Wed, 99 Oct 2099", 60),
        ("٧", 60),
        ("+7", 7),
        ("+-5", 60),
        ("-+2", 60),
    ],
)
def test_retry_after(stated, seconds) -> None:
    assert retry_after(stated) == seconds


def test_patience() -> None:
    patience = Patience(1.0)
    before = time.monotonic()
    with patience.spend(0.5) as deadline:
        begun = time.monotonic()
        assert before - 1e-6 <= deadline - 0.5 <= begun + 1e-6
        time.sleep(0.1)
        slept = time.monotonic() - begun
    took = time.monotonic() - before
    assert 1.0 - took - 1e-6 <= patience.left <= 1.0 - slept + 1e-6

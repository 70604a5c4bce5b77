"""What all tests share: no network, one profile of hypothesis, child processes, small corpora."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import guard
import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from registry_made import Registry

guard.install()

# A shell starts what it puts in the background with interrupts ignored, and children inherit that:
# the tests that interrupt a child need it as it is on a terminal.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A shared machine stalls now and then: single examples have no deadline of their own, the tests
# that promise a time measure it themselves.
settings.register_profile(
    "suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "deep", settings.get_profile("suite"), max_examples=3000, derandomize=False
)
settings.load_profile("suite")


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    """Fails a test that tried to leave this machine, even where the refusal was swallowed."""
    guard.refused.clear()
    yield
    tried, guard.refused[:] = list(guard.refused), []
    assert not tried, f"the network was asked for: {tried}"


@pytest.fixture
def registry() -> Iterator[Registry]:
    """A registry on loopback."""
    from registry_made import Registry

    made = Registry()
    yield made
    made.close()


@pytest.fixture(scope="session")
def run() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the command line as a process of its own, without network, and return what it gave."""

    def call(
        *arguments: str, stdin: bytes = b"", env: dict[str, str] | None = None, **more: object
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "confusables", *arguments],
            input=stdin,
            capture_output=True,
            timeout=60,
            check=False,
            env=guard.child_environment(env),
            **more,
        )

    return call

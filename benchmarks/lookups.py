"""What the lookups reach: python benchmarks/lookups.py [readings|throttles|registry|interrupt]...

``readings`` needs the recorded replies (``CONFUSABLES_RECORDED``, see tests/lookups/recorded.py).
Everything runs on this machine; nothing is asked of anybody.
"""

from __future__ import annotations

import json
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from queue import Empty, Queue

ROOT = Path(__file__).resolve().parents[1]
# This file bears the name of a folder of the tests: its own folder must not come first.
sys.path[:] = [str(ROOT), str(ROOT / "tests"), *sys.path[1:]]

from lookups.loopback import Server, http, registry  # noqa: E402 - after the path above
from lookups.recorded import folder, replies  # noqa: E402 - after the path above
from lookups.scores import FIELDS, Scores, score  # noqa: E402 - after the path above
from lookups.test_throttles import texts  # noqa: E402 - after the path above

from confusables.lookups import Lookup, read_whois, whois  # noqa: E402 - after the path above
from confusables.lookups.registries import Lines  # noqa: E402 - after the path above
from confusables.lookups.statuses import statuses  # noqa: E402 - after the path above
from confusables.model import Answer, Country, Reason, Verdict  # noqa: E402 - after the path above

NAMES = 1000
LATENCY = 0.05
RATE = 50

# python-whois as its recipes use it, in a process of its own: its time cannot be limited otherwise.
ALONE = """
import json, sys
from whois.parser import WhoisEntry
from whois.exceptions import WhoisDomainNotFoundError
first = lambda v: v[0] if isinstance(v, list) and v else v
for line in sys.stdin:
    domain, text = json.loads(line)
    try:
        found = WhoisEntry.load(domain, text)
        created = first(found.get("creation_date"))
        status = found.get("status") or []
        said = {
            "full": any(found.values()),
            "registrar": first(found.get("registrar")),
            "created": created.date().isoformat() if hasattr(created, "date") else None,
            "country": first(found.get("country")),
            "status": status if isinstance(status, list) else [status],
        }
    except WhoisDomainNotFoundError:
        said = {"absent": True}
    except Exception as error:
        said = {"error": type(error).__name__}
    print(json.dumps(said, default=str), flush=True)
"""


class Alone:
    """python-whois alone, killed after five seconds a reply."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[str] | None = None
        self.lines: Queue[str] = Queue()

    def read(self, domain: str, content: bytes) -> Answer:
        said = self.ask(domain, content.decode("utf-8", "replace"))
        if said.get("absent"):
            return Answer(Verdict.NO_RECORD, Reason.NO_RECORD)
        if not said.get("full"):
            return Answer(Verdict.UNKNOWN, Reason.UNRECOGNISED)
        from confusables.lookups.countries import country_code

        code = country_code(str(said["country"] or ""))
        return Answer(
            Verdict.REGISTERED,
            Reason.FOUND,
            registrar=said["registrar"],
            created=said["created"],
            statuses=statuses(str(s) for s in said["status"]),
            countries=(Country(code, "registrant"),) if code else (),
        )

    def ask(self, domain: str, text: str) -> dict[str, object]:
        if self.process is None:
            self.process = subprocess.Popen(  # noqa: S603 - ours
                [sys.executable, "-c", ALONE],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
            self.lines = Queue()
            threading.Thread(target=self.pump, args=(self.process, self.lines), daemon=True).start()
        if self.process.stdin is not None:
            self.process.stdin.write(json.dumps([domain, text]) + "\n")
            self.process.stdin.flush()
        try:
            return json.loads(self.lines.get(timeout=5))
        except Empty:
            self.close()
            return {"error": "over 5 s"}

    def pump(self, process: subprocess.Popen[str], lines: Queue[str]) -> None:
        for line in process.stdout or ():
            lines.put(line)

    def close(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


def readings() -> None:
    """How right the reader is on replies not read while writing, and python-whois alone."""
    path = folder()
    if path is None:
        print("readings: the recorded replies are not at hand (CONFUSABLES_RECORDED)")
        return
    every = list(replies(path))
    alone = Alone()
    for title, chosen in (
        ("held out", [r for r in every if r.held_out]),
        ("read while writing", [r for r in every if not r.held_out]),
    ):
        kinds = Counter(r.kind for r in chosen)
        tops = len({r.tld.rsplit(".", 1)[-1] for r in chosen})
        print(
            f"readings, {title}: {len(chosen)} replies of {tops} top-level domains, {dict(kinds)}"
        )
        for name, read in (("this library", read_whois), ("python-whois alone", alone.read)):
            begun = time.monotonic()
            show(name, score(chosen, read), time.monotonic() - begun)
    alone.close()


def show(name: str, scores: Scores, took: float) -> None:
    verdicts = scores.verdicts
    counted = ", ".join(
        f"{field} {scores.of(field):.3f} of {scores.stated[field]} ({scores.wrong[field]} wrong)"
        for field in FIELDS
    )
    print(
        f"  {name}: registered recognised {scores.share('registered', 'registered'):.3f}, "
        f"no-record recognised {scores.share('notfound', 'no-record'):.3f}; read as no-record: "
        f"{verdicts['registered', 'no-record']} registered, {verdicts['throttled', 'no-record']} "
        f"throttled, {verdicts['other', 'no-record']} others; beyond mislabelled ones "
        f"{scores.lies}; {counted}; "
        f"day and month swapped {scores.swapped}; {took:.1f} s"
    )


def throttles() -> None:
    """Documented limits and refusals, one registry left out at a time."""
    known = whois.registry
    wrong: Counter[str] = Counter()
    for text in texts():
        bare = replace(known(text.domain), lines=Lines())
        for name, table in (("all known", known), ("left out", lambda _, bare=bare: bare)):
            whois.registry = table  # type: ignore[attr-defined]  # for the measurement
            verdict = read_whois(text.domain, text.reply.encode()).verdict
            wrong[name] += verdict is not Verdict.UNKNOWN
    whois.registry = known  # type: ignore[attr-defined]  # for the measurement
    suffixes = len({text.suffix for text in texts()})
    print(
        f"throttles: {len(texts())} texts of {suffixes} suffixes; read as anything but unknown: "
        f"{wrong['all known']} with all that is known, "
        f"{wrong['left out']} with the registry left out"
    )


def slow_registry() -> Server:
    """A registry with a latency, which refuses what comes faster than its rate."""
    lock, tokens, last = threading.Lock(), [float(RATE)], [time.monotonic()]

    def script(conn, request: bytes) -> None:
        with lock:
            now = time.monotonic()
            tokens[0] = min(float(RATE), tokens[0] + (now - last[0]) * RATE)
            last[0] = now
            tokens[0] -= 1
            refused = tokens[0] < 0
        time.sleep(LATENCY)
        if refused:
            conn.sendall(http(b"", 429))
        else:
            registry(conn, request)

    return Server(script)


def memory() -> float:
    """Megabytes in use now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def registry_of_thousand() -> None:
    """A thousand names at a loopback registry."""
    names = [f"{'no' if i % 3 else 'a'}name{i}.test" for i in range(NAMES)]
    with (
        slow_registry() as server,
        tempfile.TemporaryDirectory() as temporary,
        Lookup(
            rdap={"test": server.url}, allow_loopback=True, cache=Path(temporary) / "c.sqlite"
        ) as lookup,
    ):
        verdicts: Counter[str] = Counter()
        early = 0.0
        begun = time.monotonic()
        for i, (_, answer) in enumerate(lookup.ask_all(names)):
            verdicts[str(answer.verdict)] += 1
            if i == 100:
                early = memory()
        took = time.monotonic() - begun
        print(
            f"registry: {NAMES} names, {LATENCY * 1000:.0f} ms latency, at most {RATE} a second, "
            f"one in flight: {dict(verdicts)}, {took:.1f} s ({NAMES / took:.1f} a second), "
            f"memory {memory() - early:+.1f} MB from the 100th to the last"
        )


PROGRAM = """
import sys
from confusables.lookups import Lookup
with Lookup(rdap={"test": sys.argv[1]}, allow_loopback=True, cache=sys.argv[2]) as lookup:
    for name, _ in lookup.ask_all(f"a{i}.test" for i in range(1000)):
        print(name, flush=True)
"""


def interrupt() -> None:
    """How soon Ctrl-C ends a batch, and whether the cache is sound after it."""
    times = []
    with slow_registry() as server, tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "c.sqlite"
        for wait in (0.5, 1.0, 2.0):
            process = subprocess.Popen(  # noqa: S603 - ours
                [sys.executable, "-c", PROGRAM, server.url, str(path)],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=ROOT,
            )
            next(iter(process.stdout or ()))
            time.sleep(wait)
            begun = time.monotonic()
            process.send_signal(signal.SIGINT)
            process.communicate()
            times.append(time.monotonic() - begun)
        with closing(sqlite3.connect(path)) as base:
            sound = base.execute("PRAGMA integrity_check").fetchone()[0]
            kept = base.execute("SELECT count(*) FROM answers").fetchone()[0]
    print(
        f"interrupt: {len(times)} batches ended within {max(times):.2f} s; "
        f"cache {sound}, {kept} answers kept"
    )


PARTS = {
    "readings": readings,
    "throttles": throttles,
    "registry": registry_of_thousand,
    "interrupt": interrupt,
}

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()

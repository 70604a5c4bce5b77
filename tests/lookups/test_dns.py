"""DNS against a real name server (NSD), and faults 53 and 54."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from lookups.loopback import registry

from confusables.errors import MissingExtra
from confusables.lookups import Lookup
from confusables.lookups.dns import Dns, random_label
from confusables.lookups.manners import Patience

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from confusables.model import Answer

_SOA = "@ 300 IN SOA ns.test. root.test. 1 300 300 300 300\n@ 300 IN NS ns.test.\n"
ZONES = {
    "test": _SOA
    + "ns A 127.0.0.1\ndelegated NS ns.delegated\nns.delegated A 127.0.0.1\nnodata TXT x\n"
    + "loop CNAME pool\npool CNAME loop\naddress A 127.0.0.1\n"
    + "".join(f"big NS ns{i}.a-rather-long-name-for-a-name-server.test.\n" for i in range(60)),
    "alive.test": _SOA + "@ A 127.0.0.1\n@ AAAA ::1\n@ MX 10 mail.test.\n",
    "mute.test": _SOA + "@ MX 0 .\n",
    "wild": _SOA + "* A 127.0.0.1\n* MX 10 mail.test.\n",
    "broken.test": "",
}
CONFIG = """server:
    ip-address: 127.0.0.1
    port: {port}
    username: ""
    zonesdir: "{folder}"
    pidfile: ""
    xfrdfile: "{folder}/xfrd"
    zonelistfile: "{folder}/list"
    xfrdir: "{folder}"
    database: ""
    logfile: "{folder}/log"
    server-count: 1
remote-control:
    control-enable: no
"""


@pytest.fixture(scope="module")
def nsd(tmp_path_factory) -> Iterator[str]:
    """A name server on loopback; its address."""
    program = shutil.which("nsd") or "/usr/sbin/nsd"
    folder: Path = tmp_path_factory.mktemp("nsd")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    config = CONFIG.format(port=port, folder=folder)
    for zone, text in ZONES.items():
        if text:
            (folder / f"{zone}.zone").write_text(f"$ORIGIN {zone}.\n$TTL 300\n{text}")
        config += f'zone:\n    name: "{zone}"\n    zonefile: "{zone}.zone"\n'
    (folder / "nsd.conf").write_text(config)
    process = subprocess.Popen([program, "-d", "-c", str(folder / "nsd.conf")])
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=0.2).close()
            break
        except OSError:
            time.sleep(0.05)
    yield f"127.0.0.1:{port}"
    process.terminate()
    process.wait(10)


def ask(nsd: str, domain: str, seconds: float = 3.0) -> Answer:
    return Dns(nsd).ask(domain, Patience(seconds))


def test_delegation_is_registered(nsd) -> None:
    answer = ask(nsd, "delegated.test")
    assert (answer.verdict, answer.source, answer.dns) == ("registered", "dns", ("delegated",))


def test_apex_with_address_and_mail(nsd) -> None:
    assert ask(nsd, "alive.test").dns == ("delegated", "address", "mail")
    assert ask(nsd, "mute.test").dns == ("delegated", "no-mail")


def test_fault_53_nxdomain_is_unknown(nsd) -> None:
    answer = ask(nsd, "absent.test")
    assert (answer.verdict, answer.reason) == ("unknown", "not-delegated")
    assert answer.dns == ("not-delegated",)


def test_fault_53_nodata_is_unknown(nsd) -> None:
    assert ask(nsd, "nodata.test").reason == "unrecognised"
    assert ask(nsd, "address.test").dns == ("address",)


def test_fault_53_servfail_refused_lame(nsd) -> None:
    assert ask(nsd, "x.broken.test").reason == "malformed"
    assert ask(nsd, "exemple.elsewhere").reason == "refused"
    with socket.create_server(("127.0.0.1", 0)) as gone:
        address = f"127.0.0.1:{gone.getsockname()[1]}"
    begun = time.monotonic()
    assert ask(address, "exemple.test", 1.0).reason in {"timeout", "refused"}
    assert time.monotonic() - begun < 4, "dnspython would wait five seconds"


def test_silence_is_a_timeout() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind(("127.0.0.1", 0))
        begun = time.monotonic()
        assert ask(f"127.0.0.1:{silent.getsockname()[1]}", "exemple.test", 1.0).reason == "timeout"
        assert time.monotonic() - begun < 4, "dnspython would wait five seconds"


def test_fault_54_wildcard_suffix_is_no_evidence(nsd) -> None:
    answer = ask(nsd, "exemple.wild")
    assert (answer.verdict, answer.dns) == ("unknown", ("wildcard-suffix",))
    dns = Dns(nsd)
    until = time.monotonic() + 3
    assert dns.is_wildcard("wild", until) is True
    assert dns.is_wildcard("test", until) is False


def test_fault_54_cname_loop_and_truncation(nsd) -> None:
    assert ask(nsd, "loop.test").verdict == "unknown"
    assert ask(nsd, "big.test").verdict == "registered"


def test_beside_a_registry(nsd, serve) -> None:
    server = serve(registry)
    with Lookup(rdap={"test": server.url}, allow_loopback=True, dns=nsd, witness=False) as lookup:
        answer = lookup.ask("alive.test")
        assert (answer.verdict, answer.source) == ("registered", "rdap")
        assert answer.dns == ("delegated", "address", "mail")
        assert [heard.source for heard in answer.heard] == ["rdap", "dns"]


def test_a_delegated_name_is_not_a_no_record_whatever_the_registry_says(nsd, serve) -> None:
    from lookups.loopback import NOT_FOUND, http, say

    server = serve(say(http(NOT_FOUND, 404)))
    with Lookup(rdap={"test": server.url}, allow_loopback=True, dns=nsd, witness=False) as lookup:
        answer = lookup.ask("delegated.test")
        assert (answer.verdict, answer.source) == ("registered", "dns")
        assert answer.heard[0].verdict == "no-record"
        assert lookup.ask("absent.test").verdict == "no-record"


def test_a_missing_extra_is_said_at_once(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "dns.resolver", None)
    with pytest.raises(MissingExtra, match=r"domain-confusables\[dns\]"):
        Lookup(dns="system")


def test_random_labels_differ() -> None:
    assert len({random_label() for _ in range(100)}) == 100

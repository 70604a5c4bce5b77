"""Replies made to take long: each of the largest size that is let in is read in moments."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lookups.loopback import domain_object, http, say

from confusables.lookups import Lookup, read_rdap, read_whois
from confusables.lookups.fields import fields
from confusables.lookups.rdap import MAX_BODY
from confusables.lookups.registries import keys
from confusables.lookups.statuses import statuses
from confusables.lookups.whois import MAX_REPLY

NAME = "exemple.fr"
BOUND = 2.0
RECORD = "Domain Name: EXEMPLE.FR\nRegistrar: X\nCreation Date: 2000-01-01\n"
UNITS = [
    *(" ", "\t", "(", "[", "<", ".", "-", ":", "%", "* ", "< ", " (", "a.", "a ", "a-", ", ", "a,"),
    *(" / ", "//", "www.", "https://", "Prohibited ", "a is ", "if ", "limit ", "\u3000", "é", "1"),
    *("you has ", "domain name ", "no match for ", "not found ", "\n", " - a\n", "a: b\n", "\r"),
]
PREFIXES = [
    "",
    "Domain Status: a",
    "Domain Name: ",
    "Registrar: ",
    "Registered on ",
    "name server: ",
    "No match for ",
    "[a",
    "a] ",
    "%",
    "holder-c: x\n\nnic-hdl: ",
]
PLACES = ["status", "notices", "events", "entities", "ldhName", "title", "description", "remarks"]


def took(read, *asked) -> float:
    """The seconds of the processor that it takes: those of others on the machine do not count."""
    begun = time.process_time()
    read(*asked)
    return time.process_time() - begun


def filled(unit: str, size: int) -> str:
    """The unit again and again, up to the size in bytes."""
    encoded = unit.encode()
    return (encoded * (size // len(encoded))).decode()


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("unit", UNITS)
def test_whois(prefix, unit) -> None:
    body = filled(unit, MAX_REPLY - len(RECORD) - 100)
    assert took(read_whois, NAME, f"{RECORD}{prefix}{body}b\n".encode()) < BOUND


@pytest.mark.parametrize("unit", [unit for unit in UNITS if "\n" not in unit])
@pytest.mark.parametrize("wide", [75, 290, 990])
def test_whois_in_many_lines(unit, wide) -> None:
    body = "\n".join(f"{filled(unit, wide)}{i}" for i in range(MAX_REPLY // (wide + 5)))
    assert took(read_whois, NAME, body.encode()) < BOUND
    body = "\n".join(f"state: {filled(unit, wide)}" for i in range(MAX_REPLY // (wide + 8)))
    assert took(read_whois, NAME, body.encode()) < BOUND


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("unit", ["  ", "(", "< ", "a.", "a,", "limit ", "é"])
def test_rdap(place, unit) -> None:
    most = MAX_BODY // 3 if len(json.dumps(unit)) > len(unit) + 2 else MAX_BODY - 2000
    for content in (
        f"a{filled(unit, most)}b",
        [f"a{filled(unit, 190)}{i}" for i in range(most // 210)],
        [unit] * (most // (len(json.dumps(unit)) + 2)),
        [{"title": filled(unit, 190), "description": [unit]}] * (most // 260),
        [{"eventAction": str(i), "eventDate": "2000-01-01"} for i in range(most // 60)],
    ):
        found = json.loads(domain_object(NAME))
        found[place] = content
        error = {"errorCode": 404, place: content}
        for status, said in ((200, found), (404, error)):
            body = json.dumps(said).encode()
            assert took(read_rdap, NAME, status, body) < BOUND


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PREFIXES), st.text(min_size=1, max_size=6), st.text(max_size=3))
def test_any_unit(prefix, unit, end) -> None:
    body = (unit * 30_000).encode("utf-8", "replace")[: MAX_REPLY - 1000]
    reply = RECORD.encode() + prefix.encode() + body + end.encode("utf-8", "replace")
    assert took(read_whois, NAME, reply) < BOUND


def test_a_long_line_is_cut() -> None:
    assert [len(f.value) for f in fields("Holder: " + "x" * 60_000, keys())] == [1000 - 8]
    assert statuses(["a" * 5000]) == ("a" * 79 + "…",)
    assert statuses(["(" * 5000, "ok"]) == ("ok",)


@pytest.mark.parametrize("unit", [" ", "(", "< ", "a,"])
def test_the_time_of_a_question_is_kept(serve, whole, unit) -> None:
    body = domain_object("exemple.test", status=[f"a{filled(unit, 900_000)}b"])
    server = serve(say(http(body)))
    reply = f"{RECORD.replace('.FR', '.TEST')}Domain Status: a{filled(unit, 60_000)}b\n".encode()
    port43 = serve(say(reply), end=b"\r\n")
    for more in ({"rdap": {"test": server.url}}, {"whois": {"test": port43.address}}):
        with Lookup(timeout=2.0, allow_loopback=True, witness=False, **more) as lookup:
            begun = time.monotonic()
            assert lookup.ask("exemple.test").verdict == "registered"
            assert time.monotonic() - begun < 3.0

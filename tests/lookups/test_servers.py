"""The sources themselves: targets, retries, silence."""

from __future__ import annotations

from lookups.loopback import http, registry, say

from confusables.lookups.manners import Manners, Patience
from confusables.lookups.net import Network, Wires, place
from confusables.lookups.port43 import Port43
from confusables.lookups.servers import OWN_RATE, Rdap, Whois
from confusables.lookups.transport import Transport


def rdap(url: str, **more: object) -> Rdap:
    transport = Transport(Network(allow_loopback=True), Wires(), frozenset({place(url)}))
    return Rdap(transport, Manners(), more.pop("bootstrap", {}), {"test": url}, **more)


def whois(address: str, **more: object) -> Whois:
    client = Port43(Network(allow_loopback=True), Wires())
    return Whois(client, Manners(), {"test": address}, **more)


def test_targets() -> None:
    source = rdap("http://127.0.0.1:9/", bootstrap={"fr": "https://rdap.nic.fr/"}, masked={"ca"})
    own, listed = source.target("exemple.test"), source.target("exemple.fr")
    assert own is not None
    assert (own.rate, own.daily) == (OWN_RATE, None)
    assert listed is not None
    assert (listed.operator, listed.daily) == ("afnic", 1000)
    assert source.target("exemple.ca") is None
    assert source.target("exemple.autre") is None
    clear = whois("127.0.0.1:9", masked={"de"})
    assert clear.target("exemple.de") is None
    french = clear.target("exemple.fr")
    assert french is not None
    assert french.operator == listed.operator  # one budget for both kinds
    assert whois("127.0.0.1:9", closed=True).target("exemple.test") is None


def test_no_service() -> None:
    assert rdap("http://127.0.0.1:9/").ask("a.autre", Patience(1)).reason == "no-service"
    assert whois("127.0.0.1:9").ask("a.autre", Patience(1)).reason == "no-service"


def test_a_wait_that_is_too_long_is_not_waited(serve) -> None:
    server = serve(say(http(b"", 503, {"Retry-After": "30"})))
    patience = Patience(2)
    assert rdap(server.url).ask("exemple.test", patience).reason == "malformed"
    assert server.connections == 1
    assert patience.left > 1.5


def test_other_numbers_are_not_asked_again(serve) -> None:
    for status in (400, 403, 404, 422, 429, 500):
        server = serve(say(http(b"", status)))
        rdap(server.url).ask("exemple.test", Patience(2))
        assert server.connections == 1


def test_silence_after_a_limit(serve) -> None:
    server = serve(say(b"Too many requests\r\n"), end=b"\r\n")
    source = whois(server.address)
    assert source.ask("a.test", Patience(2)).reason == "throttled"
    assert source.ask("b.test", Patience(2)).note == "the registry asked to wait"
    assert server.connections == 1


def test_time_spent_is_deducted(serve) -> None:
    patience = Patience(2)
    assert rdap(serve(registry).url).ask("exemple.test", patience, 0.5).verdict == "registered"
    assert 1 < patience.left < 2

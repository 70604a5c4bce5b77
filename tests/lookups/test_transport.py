"""The one road over requests, and an independent client at the same server."""

from __future__ import annotations

import json
import time

import pytest
from lookups.loopback import domain_object, http, path_of, registry, say

from confusables.lookups import Lookup, read_rdap
from confusables.lookups.net import Failure, Network, Wires, place
from confusables.lookups.transport import Transport
from confusables.model import Reason


def transport(*urls: str, **more: object) -> Transport:
    allowed = frozenset(place(url) for url in urls)
    return Transport(Network(allow_loopback=True), Wires(), allowed, **more)


def get(made: Transport, url: str):
    return made.get(url, time.monotonic() + 2)


def test_what_is_sent(serve, monkeypatch, tmp_path) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login user password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("http_proxy", "http://127.0.0.3:9/")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere")
    server = serve(registry)
    get(transport(server.url), f"{server.url}domain/exemple.test")
    sent = server.requests[0].decode().split("\r\n")
    assert sent[0] == "GET /domain/exemple.test HTTP/1.1"
    headers = dict(line.lower().split(": ", 1) for line in sent[1:] if line)
    assert headers == {
        "host": server.address,
        "accept": "application/rdap+json, application/json;q=0.8",
        "accept-encoding": "identity",
        "connection": "close",
        "user-agent": "domain-confusables",
    }


def test_redirects_to_allowed_places(serve) -> None:
    end = serve(registry)
    start = serve(
        lambda c, r: c.sendall(http(b"", 301, {"Location": f"{end.url}domain/{path_of(r)}"}))
    )
    reply = get(transport(start.url, end.url), f"{start.url}domain/exemple.test")
    assert (reply.status, reply.url) == (200, f"{end.url}domain/exemple.test")
    with pytest.raises(Failure) as failure:
        get(transport(start.url), f"{start.url}domain/exemple.test")
    assert failure.value.note == "redirect refused"


def test_plain_http_is_for_loopback(serve) -> None:
    server = serve(registry)
    plain = Transport(Network(), Wires(), frozenset())
    with pytest.raises(Failure) as failure:
        get(plain, server.url)
    assert failure.value.reason is Reason.REFUSED
    far = Transport(
        Network(allow_loopback=True, resolver=lambda h, p: ["8.8.8.8"]), Wires(), frozenset()
    )
    with pytest.raises(Failure) as failure:
        get(far, "http://rdap.registry.test/")
    assert failure.value.note == "plain http refused"


def test_plain_http_goes_where_it_was_looked_at(serve) -> None:
    """A resolver that tells a stranger's address at the second time: the guard of the tests
    (``guard.py``) would refuse to connect there."""
    server, asked = serve(registry), []

    def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["8.8.8.8"]

    url = f"http://rdap.registry.test:{server.port}/domain/exemple.test"
    network = Network(allow_loopback=True, resolver=resolver)
    assert get(Transport(network, Wires(), frozenset()), url).status == 200
    assert asked == ["rdap.registry.test"]


def test_a_proxy_only_where_it_was_asked_for(serve) -> None:
    proxy = serve(lambda c, r: c.sendall(http(domain_object("exemple.test"))))
    made = transport("http://rdap.registry.test/", proxies={"http": proxy.url})
    assert get(made, "http://rdap.registry.test/domain/exemple.test").status == 200
    assert proxy.requests[0].startswith(
        b"GET http://rdap.registry.test/domain/exemple.test HTTP/1.1"
    )


@pytest.mark.parametrize(
    "url", ["ftp://a/", "//a/", "http://", "http://u@a/", "http://[::1", "http://a:0/", "x"]
)
def test_places_that_are_none(url) -> None:
    with pytest.raises(Failure):
        place(url)


def test_places() -> None:
    assert place("https://A.example./x?y") == ("https", "a.example", 443)


def test_whoisit_reads_the_same_server(serve, monkeypatch) -> None:
    import whoisit

    server = serve(
        say(http(domain_object("exemple.com"), 200, {"Content-Type": "application/rdap+json"}))
    )
    whoisit.load_bootstrap_data(_bootstrap(server.url), allow_insecure=True)
    try:
        theirs = whoisit.domain("exemple.com", allow_insecure_ssl=True, follow_related=False)
    finally:
        whoisit.clear_bootstrapping()
    ours = read_rdap("exemple.com", 200, domain_object("exemple.com"))
    assert theirs["name"].lower() == "exemple.com"
    assert theirs["registration_date"].date().isoformat() == ours.created
    assert theirs["expiration_date"].date().isoformat() == ours.expires
    with Lookup(rdap={"com": server.url}, allow_loopback=True, witness=False) as lookup:
        assert lookup.ask("exemple.com").created == ours.created
    asked = {request.split(b" ")[1] for request in server.requests}
    assert asked == {b"/domain/exemple.com"}


def _bootstrap(url: str) -> str:
    def part(key: str) -> dict[str, object]:
        return {"services": [[[key], [url]]], "publication": "2026-01-01T00:00:00Z"}

    keys = {"asn": "1-2", "dns": "com", "ipv4": "192.0.2.0/24", "ipv6": "2001:db8::/32"}
    parts = {name: part(key) for name, key in keys.items()}
    tags = {"services": [[["a@example.test"], ["EX"], [url]]]}
    return json.dumps({"timestamp": 1, **parts, "object": tags})

"""What the user names: servers, suffixes, proxies; and that a proxy that was named is used."""

from __future__ import annotations

import base64
import socket
import ssl
import threading
from contextlib import suppress

import pytest
import trustme
from lookups.loopback import http, registry

from confusables.lookups import Lookup
from confusables.lookups.named import proxies_of, proxy_for, proxy_place
from confusables.lookups.net import Failure

NAME = "exemple.test"


def test_proxies_are_read_as_they_are_named() -> None:
    given = {
        "HTTPS": "http://10.0.0.1:3128",
        "all": "https://user:se%40cret@proxy.example/",
        "http://RDAP.example": "proxy.example:8080",
    }
    found = proxies_of(given)
    assert found == {
        "https": "http://10.0.0.1:3128",
        "all": "https://user:se%40cret@proxy.example/",
        "http://rdap.example": "http://proxy.example:8080",
    }
    assert proxy_for(found, "https", "rdap.example") == found["https"]
    assert proxy_for(found, "http", "rdap.example") == found["http://rdap.example"]
    assert proxy_for(found, "http", "rdap.other") == found["all"]
    assert proxy_place(found["all"]) == ("https", "proxy.example", 443)
    assert proxies_of(None) == proxies_of({}) == {}


@pytest.mark.parametrize("key", ["", "ftp", "socks5", "no", "https://", "https://a/b", "all://a:1"])
def test_a_key_that_would_be_passed_over_is_refused(key) -> None:
    with pytest.raises(ValueError, match="proxies are for http, https or all"):
        Lookup(proxies={key: "http://127.0.0.1:3128"})


@pytest.mark.parametrize(
    "url",
    ["", "http://", "socks5://127.0.0.1:1", "http://127.0.0.1:0", "http://a:x", "http://[::1"],
)
def test_a_proxy_that_cannot_be_asked_is_refused(url) -> None:
    with pytest.raises(ValueError, match="no address of http or https") as error:
        Lookup(proxies={"all": url.replace("//", "//user:secret@")})
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    "given",
    [
        {"timeout": "5"},
        {"timeout": None},
        {"timeout": True},
        {"rdap": ["test"]},
        {"rdap": {"test": None}},
        {"whois": {"test": 5}},
        {"whois": {5: "127.0.0.1"}},
        {"accept_terms": [None]},
        {"accept_terms": None},
        {"proxies": "http://127.0.0.1"},
        {"proxies": {"https": None}},
    ],
)
def test_what_is_no_text_is_refused(given) -> None:
    with pytest.raises(TypeError):
        Lookup(**given)


class Proxy:
    """A proxy that passes on to one server whatever is asked for."""

    def __init__(self, serve, server) -> None:
        self.to = server
        self.at = serve(self.script)

    def script(self, conn: socket.socket, request: bytes) -> None:
        with socket.create_connection((self.to.host, self.to.port), 5) as onward:
            if request.startswith(b"CONNECT "):
                conn.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
                back = threading.Thread(target=_pass, args=(conn, onward), daemon=True)
                back.start()
                _pass(onward, conn)
                with suppress(OSError):
                    conn.shutdown(socket.SHUT_RDWR)
                back.join(5)
            else:
                onward.sendall(request)
                _pass(onward, conn)


def _pass(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while part := source.recv(4096):
            target.sendall(part)
        target.shutdown(socket.SHUT_WR)


@pytest.mark.parametrize("key", ["https", "HTTPS", "all", "https://rdap.registry.test"])
def test_https_is_asked_through_the_proxy_that_was_named(serve, tmp_path, key) -> None:
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("rdap.registry.test").configure_cert(context)
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    proxy = Proxy(serve, serve(registry, tls=context))
    url = proxy.at.url.replace("//", "//user:secret@")
    asked = []
    with Lookup(  # without allow_loopback: a proxy of the user's own may stand anywhere
        rdap={"test": "https://rdap.registry.test/"},
        proxies={key: url},
        verify=str(tmp_path / "ca.pem"),
        resolver=lambda host, port: asked.append(host) or [],
    ) as lookup:
        assert lookup.ask(NAME).verdict == "registered"
        assert lookup.ask(f"no-{NAME}").verdict == "no-record"
    first, *rest = proxy.at.requests[0].decode().split("\r\n")
    assert first.startswith("CONNECT rdap.registry.test:443 ")
    secret = base64.b64encode(b"user:secret").decode()
    assert f"proxy-authorization: basic {secret}".lower() in [line.lower() for line in rest]
    assert not [r for r in proxy.to.requests if b"uthorization" in r]
    assert not asked


@pytest.mark.parametrize("key", ["http", "HTTP", "all", "http://127.0.0.1", "all://127.0.0.1"])
def test_http_is_asked_through_the_proxy_that_was_named(serve, key) -> None:
    origin = serve(registry)
    proxy = Proxy(serve, serve(registry))
    with Lookup(
        rdap={"test": origin.url}, proxies={key: proxy.at.url}, allow_loopback=True
    ) as lookup:
        assert lookup.ask(NAME).verdict == "registered"
    assert proxy.at.requests[0].startswith(f"GET {origin.url}domain/{NAME} ".encode())
    assert not origin.connections


@pytest.mark.parametrize("key", ["https", "all://rdap.example", "http://127.0.0.2"])
def test_nothing_is_asked_around_a_proxy(serve, key) -> None:
    origin, proxy = serve(registry), serve(lambda c, r: c.sendall(http(b"", 500)))
    with Lookup(rdap={"test": origin.url}, proxies={key: proxy.url}, allow_loopback=True) as lookup:
        answer = lookup.ask(NAME)
    assert (answer.verdict, answer.reason) == ("unknown", "refused")
    assert answer.note == "no proxy for this address"
    assert not origin.connections
    assert not proxy.connections


def test_no_proxy_no_failure() -> None:
    assert proxy_for({}, "https", "rdap.example") is None
    with pytest.raises(Failure):
        proxy_for({"http": "http://127.0.0.1"}, "https", "rdap.example")

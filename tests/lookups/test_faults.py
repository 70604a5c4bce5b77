"""The sixty faults, each against a real server on loopback that injects it.

Pass rule of every row: the right verdict (never a no-record that the registry did not state),
within the deadline plus half a second, memory growth below 32 MB, no traceback, nothing left.
Faults 53 and 54 (DNS) stand in ``test_dns.py``, 55 to 58 (cache) in
``test_cache.py``, 59 in ``test_batch.py`` and 60 in ``test_offline.py``.
"""

from __future__ import annotations

import gzip
import json
import socket
import ssl
import struct
import threading
import time
import zlib

import pytest
import trustme
from lookups.loopback import (
    NOT_FOUND,
    Server,
    domain_object,
    drip,
    endless,
    http,
    path_of,
    registry,
    say,
)

from confusables.clean import clean, defuse
from confusables.lookups import Lookup, read_rdap, read_whois
from confusables.lookups.net import judge

NAME = "exemple.test"


def rdap(server: Server) -> dict[str, object]:
    return {"rdap": {"test": server.url}}


def whois(server: Server, suffix: str = "test") -> dict[str, object]:
    return {"whois": {suffix: server.address}}


# --- 1 to 8: the connection and the frame -------------------------------------------------------


def test_fault_01_refused_port(bounded) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    assert bounded(NAME, rdap={"test": f"http://127.0.0.1:{port}/"}).reason == "refused"
    assert bounded(NAME, whois={"test": f"127.0.0.1:{port}"}).reason == "refused"


def test_fault_02_accepts_and_never_answers(serve, bounded) -> None:
    silent = serve(lambda conn, request: silent.pause(10))
    assert bounded(NAME, **rdap(silent)).reason == "timeout"
    quiet = serve(lambda conn, request: quiet.pause(10), end=b"\r\n")
    assert bounded(NAME, **whois(quiet)).reason == "timeout"


def test_fault_03_one_byte_each_half_second(serve, bounded) -> None:
    server = serve(drip(http(domain_object(NAME)), 0.5))
    assert bounded(NAME, **rdap(server)).reason == "timeout"
    slow = serve(drip(b"No match for exemple.test\r\n", 0.5), end=b"\r\n")
    assert bounded(NAME, **whois(slow)).reason == "timeout"


def test_fault_04_one_slow_header(serve, bounded) -> None:
    def script(conn, request):
        conn.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        for _ in range(100):
            conn.sendall(b"a")
            time.sleep(0.1)

    assert bounded(NAME, **rdap(serve(script))).reason == "timeout"


def test_fault_05_endless_100_continue(serve, bounded) -> None:
    server = serve(endless(b"HTTP/1.1 100 Continue\r\n\r\n"))
    assert bounded(NAME, **rdap(server)).reason in {"timeout", "malformed"}


def test_fault_06_five_thousand_headers(serve, bounded) -> None:
    headers = {f"X-{i}": "y" for i in range(5000)}
    assert bounded(NAME, **rdap(serve(say(http(b"{}", 200, headers))))).reason == "malformed"


def test_fault_07_endless_chunked_body(serve, bounded) -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    assert bounded(NAME, **rdap(serve(endless(chunk, head)))).reason == "too-big"
    flood = serve(endless(b"a" * 4096), end=b"\r\n")
    assert bounded(NAME, **whois(flood)).reason == "too-big"


@pytest.mark.parametrize("length", ["99999", "5"])
def test_fault_08_content_length_too_long_or_short(serve, bounded, length) -> None:
    reply = http(domain_object(NAME), 200, {"Content-Length": length})
    assert bounded(NAME, **rdap(serve(say(reply)))).reason == "malformed"


# --- 9 to 16: encodings, redirects, TLS ---------------------------------------------------------


def test_fault_09_half_a_megabyte_of_gzip_that_is_half_a_gigabyte(serve, bounded) -> None:
    squeeze = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    megabyte = b"\0" * (1 << 20)
    parts = [squeeze.compress(megabyte) for _ in range(512)]
    bomb = b"".join(parts) + squeeze.flush()
    reply = http(bomb, 200, {"Content-Encoding": "gzip"})
    del parts
    assert bounded(NAME, **rdap(serve(say(reply)))).reason == "too-big"


def test_fault_10_nested_or_false_encoding(serve, bounded) -> None:
    body = domain_object(NAME)
    for coding, content in (
        ("gzip, gzip", gzip.compress(gzip.compress(body))),
        ("gzip", body),
        ("br", body),
        ("gzip", gzip.compress(body)[:-9]),
        ("gzip", gzip.compress(body) + b"more"),
    ):
        server = serve(say(http(content, 200, {"Content-Encoding": coding})))
        assert bounded(NAME, **rdap(server)).reason == "malformed"
    honest = serve(say(http(gzip.compress(body), 200, {"Content-Encoding": "gzip"})))
    assert bounded(NAME, allowed=("registered",), **rdap(honest)).reason == "found"


def test_fault_11_redirect_loop_and_many_hops(serve, bounded) -> None:
    loop = serve(lambda c, r: c.sendall(http(b"", 302, {"Location": f"/domain/{path_of(r)}"})))
    assert bounded(NAME, **rdap(loop)).note == "redirect refused"
    assert loop.connections == 4

    def hops(conn, request):
        at = int(request.split(b"hop=")[1].split(b" ")[0]) if b"hop=" in request else 0
        conn.sendall(http(b"", 302, {"Location": f"/domain/{NAME}?hop={at + 1}"}))

    chain = serve(hops)
    assert bounded(NAME, **rdap(chain)).note == "redirect refused"
    assert chain.connections == 4


def test_fault_12_redirect_to_an_address_of_a_private_network(serve, bounded, canary) -> None:
    leave = serve(say(http(b"", 302, {"Location": f"http://{canary.address}/domain/{NAME}"})))
    assert bounded(NAME, **rdap(leave)).note == "redirect refused"
    for address in ("169.254.169.254", "10.0.0.1", "192.168.1.1", "127.0.0.1", "fe80::1", "::1"):
        assert not judge(address)


def test_fault_13_redirect_to_plain_http_or_a_file(serve, bounded, canary, authority) -> None:
    for location in (f"http://{canary.address}/", "file:///etc/hosts", "ftp://127.0.0.3/"):
        server = serve(say(http(b"", 302, {"Location": location})), tls=authority.server())
        answer = bounded(NAME, verify=authority.path, **rdap(server))
        assert answer.note == "redirect refused"


@pytest.mark.parametrize(
    "location", ["http://[::1", "http://a:99999/", "//", "\x00", "http://u:p@127.0.0.3/"]
)
def test_fault_14_location_that_is_no_address(serve, bounded, location) -> None:
    server = serve(say(http(b"", 302, {"Location": location})))
    assert bounded(NAME, **rdap(server)).verdict == "unknown"


def test_fault_15_host_that_resolves_differently_the_second_time(serve, bounded, canary) -> None:
    server = serve(registry, port=0)
    calls: list[str] = []

    def resolver(host: str, port: int) -> list[str]:
        calls.append(host)
        return ["127.0.0.1"] if len(calls) <= 2 else ["127.0.0.3"]

    url = f"http://rdap.registry.test:{server.port}/"
    bounded(NAME, allowed=("registered",), rdap={"test": url}, resolver=resolver)
    assert len(calls) <= 2
    mixed = {"rdap": {"test": url}, "resolver": lambda host, port: ["127.0.0.1", "10.0.0.1"]}
    assert bounded(NAME, **mixed).note == "address refused"
    alone = {"whois": {"test": "w.registry.test:43"}, "resolver": lambda h, p: ["127.0.0.1"]}
    assert bounded(NAME, allow_loopback=False, **alone).note == "address refused"


def test_fault_16_tls(serve, bounded, authority) -> None:
    good = serve(registry, tls=authority.server())
    bounded(NAME, allowed=("registered",), verify=authority.path, **rdap(good))
    stranger = Authority()
    for context in (stranger.server(), authority.server("other.test"), authority.expired()):
        server = serve(registry, tls=context)
        assert bounded(NAME, verify=authority.path, **rdap(server)).reason == "tls"
    unknown = serve(registry, tls=authority.server())
    assert bounded(NAME, **rdap(unknown)).reason == "tls"
    old = serve(registry, tls=authority.old())
    assert bounded(NAME, verify=authority.path, **rdap(old)).reason == "tls"


class Authority:
    """A certificate authority of a test, and servers with its certificates."""

    def __init__(self) -> None:
        self.ca = trustme.CA()
        self.path = ""

    def server(self, name: str = "127.0.0.1") -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.ca.issue_cert(name).configure_cert(context)
        return context

    def expired(self) -> ssl.SSLContext:
        from datetime import UTC, datetime

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        past = datetime(2020, 1, 1, tzinfo=UTC)
        self.ca.issue_cert(
            "127.0.0.1", not_before=past, not_after=past.replace(day=2)
        ).configure_cert(context)
        return context

    def old(self) -> ssl.SSLContext:
        context = self.server()
        context.set_ciphers("ALL:@SECLEVEL=0")
        with pytest.warns(DeprecationWarning, match="TLS"):
            context.minimum_version = ssl.TLSVersion.TLSv1
        with pytest.warns(DeprecationWarning, match="TLS"):
            context.maximum_version = ssl.TLSVersion.TLSv1
        return context


@pytest.fixture
def authority(tmp_path) -> Authority:
    made = Authority()
    made.path = str(tmp_path / "ca.pem")
    made.ca.cert_pem.write_to_path(made.path)
    return made


# --- 17 to 30: what RDAP servers say ------------------------------------------------------------


def test_fault_17_reset_in_the_handshake_and_in_the_body(serve, bounded, authority) -> None:
    def reset(conn, request):
        conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    server = serve(reset, wait=False)
    url = server.url.replace("http:", "https:")
    assert bounded(NAME, rdap={"test": url}, verify=authority.path).reason in {"refused", "tls"}

    def halfway(conn, request):
        conn.sendall(http(domain_object(NAME))[:150])
        time.sleep(0.05)
        reset(conn, request)

    assert bounded(NAME, **rdap(serve(halfway))).reason in {"refused", "malformed"}
    cut = serve(halfway, end=b"\r\n")
    assert bounded(NAME, **whois(cut)).verdict == "unknown"


def test_fault_18_html(serve, bounded) -> None:
    page = b"<!DOCTYPE html><html><body>Domain exemple.test not found</body></html>"
    assert bounded(NAME, **rdap(serve(say(http(page))))).reason == "malformed"
    assert bounded(NAME, **whois(serve(say(page), end=b"\r\n"))).reason == "malformed"


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b"{}", b'"a"', b"1", b"{"])
def test_fault_19_empty_null_list(serve, bounded, body) -> None:
    assert bounded(NAME, **rdap(serve(say(http(body))))).reason == "malformed"


@pytest.mark.parametrize("part", [b"[", b'{"a":'])
def test_fault_20_hundred_thousand_deep(serve, bounded, part) -> None:
    assert bounded(NAME, **rdap(serve(say(http(part * 100_000))))).reason == "malformed"


def test_fault_21_long_integer_and_nan(serve, bounded) -> None:
    long = domain_object(NAME)[:-1] + b', "x": ' + b"1" * 5000 + b"}"
    assert bounded(NAME, **rdap(serve(say(http(long))))).reason == "malformed"
    nan = domain_object(NAME)[:-1] + b', "x": NaN, "errorCode": NaN}'
    assert bounded(NAME, **rdap(serve(say(http(nan))))).reason == "malformed"


def test_fault_22_duplicate_keys_and_lone_surrogates(serve, bounded) -> None:
    twice = b'{"objectClassName":"domain","ldhName":"exemple.test","ldhName":"autre.test"}'
    assert bounded(NAME, **rdap(serve(say(http(twice))))).reason == "malformed"
    lone = domain_object(NAME, status=["\\ud800"]).replace(b"\\\\ud800", b"\\ud800")
    answer = bounded(NAME, allowed=("registered",), **rdap(serve(say(http(lone)))))
    answer_text = repr(answer.statuses)
    assert "\\ud800" not in answer_text


def test_fault_23_another_domain(serve, bounded) -> None:
    other = serve(say(http(domain_object("autre.test"))))
    assert bounded(NAME, **rdap(other)).reason == "other-domain"


@pytest.mark.parametrize("field", ["status", "events", "notices", "entities", "remarks", "links"])
@pytest.mark.parametrize("value", ["active", {"a": 1}, 7, None, [None, 1, [], {}], True])
def test_fault_24_fields_of_the_wrong_shape(field, value) -> None:
    answer = read_rdap(NAME, 200, domain_object(NAME, **{field: value}))
    assert answer.reason == "found"


@pytest.mark.parametrize(
    "card",
    [
        None,
        "vcard",
        [],
        ["vcard"],
        ["vcard", None],
        ["vcard", [None]],
        ["vcard", [["fn"]]],
        ["vcard", [["fn", {}, "text"]]],
        ["vcard", [["fn", None, None, None]]],
        ["vcard", [[1, 2, 3, 4], ["fn", [], "text", {"a": 1}]]],
        ["vcard", [["adr", {"cc": 1}, "text", ["", "", "", "", "", "", 7]], ["adr", 1, 2, "x"]]],
    ],
)
def test_fault_25_malformed_jcard(card) -> None:
    entities = [{"roles": ["registrar", "registrant"], "vcardArray": card}, {"roles": "x"}, 5]
    answer = read_rdap(NAME, 200, domain_object(NAME, entities=entities))
    assert (answer.verdict, answer.registrar, answer.holder) == ("registered", None, None)


def test_fault_26_not_found_in_three_ways(serve, bounded) -> None:
    page = serve(say(http(b"<html>404</html>", 404)))
    assert bounded(NAME, **rdap(page)).reason == "unrecognised"
    words = "not available for registration: Registry Reserved"
    body = json.dumps({"errorCode": 404, "title": "Not Found", "description": [words]}).encode()
    reserved = serve(say(http(body, 404)))
    assert bounded(NAME, **rdap(reserved)).reason == "reserved"
    assert bounded(NAME, **rdap(serve(say(http(b"", 404))))).reason == "unrecognised"
    # A server to which the registry's own redirects, at another place, is not its authority.
    elsewhere = serve(say(http(NOT_FOUND, 404)), host="127.0.0.2")
    start = serve(say(http(b"", 302, {"Location": f"{elsewhere.url}domain/{NAME}"})))
    both = {"rdap": {"test": start.url, "autre": elsewhere.url}}
    assert bounded(NAME, **both).reason == "unrecognised"
    # Nor is a path, at the same place, that the registry was not asked for: another name, or none.
    for path in ("/x/domain/autre.test", f"/x/domain/{NAME}", "/"):
        inside = serve(
            lambda conn, request, path=path: conn.sendall(
                http(b"", 302, {"Location": path})
                if request.startswith(b"GET /domain/")
                else http(NOT_FOUND, 404)
            )
        )
        assert bounded(NAME, **rdap(inside)).reason == "unrecognised"
    honest = serve(say(http(NOT_FOUND, 404)))
    assert bounded(NAME, allowed=("no-record",), **rdap(honest)).reason == "no-record"


@pytest.mark.parametrize(
    "after", ["0", "-1", "1000000000", "Wed, 21 Oct 2099 07:28:00 GMT", "x", ""]
)
def test_fault_27_too_many_requests(serve, whole, after) -> None:
    server = serve(say(http(b"{}", 429, {"Retry-After": after})))
    with Lookup(timeout=1, allow_loopback=True, witness=False, **rdap(server)) as lookup:
        begun = time.monotonic()
        assert lookup.ask(NAME).reason == "throttled"
        lookup.ask("autre.test")
        assert time.monotonic() - begun < 2
    assert server.connections == (1 if after != "0" else 2)


@pytest.mark.parametrize("status", [403, 422])
def test_fault_28_throttled_by_other_numbers(serve, bounded, status) -> None:
    assert bounded(NAME, **rdap(serve(say(http(b"{}", status))))).reason == "throttled"


def test_fault_29_out_of_order_then_well(serve, bounded) -> None:
    def script(conn, request):
        if server.connections == 1:
            conn.sendall(http(b"", 503, {"Retry-After": "0"}))
        else:
            registry(conn, request)

    server = serve(script)
    assert bounded(NAME, allowed=("registered",), **rdap(server)).reason == "found"
    assert server.connections == 2
    broken = serve(say(http(b"", 503)))
    assert bounded(NAME, **rdap(broken)).reason == "malformed"
    assert broken.connections == 2


def test_fault_30_quota_notice_inside_an_answer(serve, bounded) -> None:
    notices = [{"title": "Query quota reached", "description": ["Some data is left out."]}]
    server = serve(say(http(domain_object(NAME, notices=notices))))
    answer = bounded(NAME, allowed=("registered",), **rdap(server))
    assert answer.note == "partial"


# --- 31 to 40: what WHOIS servers say -----------------------------------------------------------

AFNIC = (
    b"%%\n%% This is the AFNIC Whois server.\n%%\n%% Rights restricted by copyright.\n%%\n"
    b"%% Too many requests...\n%%\n\n%% No entries found in the AFNIC Database.\n"
)


def test_fault_31_throttled_and_no_entries_found(serve, bounded) -> None:
    server = serve(say(AFNIC), end=b"\r\n")
    assert bounded("exemple.fr", **whois(server, "fr")).reason == "throttled"


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        ("cz", "Your connection limit exceeded. Please slow down and try again later."),
        ("nl", "exemple.nl: maximum number of requests per second exceeded"),
        ("uk", "The WHOIS query quota for 192.0.2.1 has been exceeded\nand will be replenished"),
        ("be", "% Excessive querying, grace period of 30 seconds."),
        ("eu", "% Still in grace period, wait 27 seconds."),
        ("de", "% Error: 55000000002 Connection refused; access control limit exceeded."),
        ("org", "WHOIS LIMIT EXCEEDED - SEE WWW.PIR.ORG/WHOIS FOR DETAILS"),
    ],
)
def test_fault_32_throttles(serve, bounded, suffix, text) -> None:
    server = serve(say(text.encode()), end=b"\r\n")
    answer = bounded(f"exemple.{suffix}", accept_terms=["nl"], **whois(server, suffix))
    assert answer.reason == "throttled"


@pytest.mark.parametrize("text", [b"", b"\r\n", b" \n\t\n", b"\0\0\0"])
def test_fault_33_empty_reply(serve, bounded, text) -> None:
    assert bounded(NAME, **whois(serve(say(text), end=b"\r\n"))).reason == "unrecognised"


def test_fault_34_banner_and_terms_only(serve, bounded) -> None:
    text = b"% Example registry whois server 2.1\n% By submitting a query you agree to the terms\n"
    assert bounded(NAME, **whois(serve(say(text), end=b"\r\n"))).reason == "unrecognised"


def test_fault_35_another_domain(serve, bounded) -> None:
    record = b"Domain Name: AUTRE.TEST\nRegistrar: Example\nCreation Date: 2001-02-03\n"
    assert bounded(NAME, **whois(serve(say(record), end=b"\r\n"))).reason == "other-domain"
    absent = serve(say(b'No match for "AUTRE.TEST".\r\n'), end=b"\r\n")
    assert bounded(NAME, **whois(absent)).reason == "other-domain"


@pytest.mark.parametrize("charset", ["latin-1", "shift_jis", "utf-16", "utf-8-sig", "utf-16-le"])
def test_fault_36_charsets(serve, bounded, charset) -> None:
    name = "Société Exemple" if charset != "shift_jis" else "例示会社"
    record = f"Domain Name: exemple.test\nCreated: 2001-02-03\nRegistrant Organization: {name} SA\n"
    server = serve(say(record.encode(charset)), end=b"\r\n")
    answer = bounded(NAME, allowed=("registered",), **whois(server))
    assert answer.created == "2001-02-03"
    if charset != "shift_jis":
        assert answer.holder == "Société Exemple SA"


def test_fault_36_nul_bytes(serve, bounded) -> None:
    record = b"Domain Name: exem\0ple.test\nCreated: 2001-02-03\n\0\0"
    bounded(NAME, allowed=("registered",), **whois(serve(say(record), end=b"\r\n")))


SLOW = b"[ JPRS database provides information on network administration. ]\r\n\r\n" + b"".join(
    b"%s. [%s]%s%s\r\n" % (letter, key, b" " * 24, value)
    for letter, key, value in (
        (b"a", b"Domain Name", b"EXEMPLE.CO.JP"),
        (b"g", b"Organization", b"Exemple KK"),
        (b"m", b"Administrative Contact", b"AB123JP"),
        (b"p", b"Name Server", b"ns1.exemple.jp"),
        (b"s", b"State", b"Connected (2031/03/31)"),
        (b"t", b"Registered Date", b"2001/03/22"),
    )
)


def test_fault_37_a_reply_that_takes_the_witness_a_minute(serve, bounded) -> None:
    slow = SLOW + b"".join(b"[                ]%s\r\n" % (b" " * 40) for _ in range(30))
    server = serve(say(slow), end=b"\r\n")
    answer = bounded(
        "exemple.co.jp", allowed=("registered",), witness=True, timeout=3, **whois(server, "jp")
    )
    assert (answer.created, answer.statuses) == ("2001-03-22", ("Connected",))


def test_fault_38_reply_that_makes_a_client_ask_again_for_ever(serve, bounded) -> None:
    text = (
        b'Whois Server Version 2.0\n\nAborting search 50 records found, with "=xxx" to see them\n'
    )
    server = serve(say(text), end=b"\r\n")
    bounded(NAME, witness=True, **whois(server))
    assert server.connections == 1


@pytest.mark.parametrize(
    "referral",
    ["127.0.0.3", "127.0.0.3:{port}", "{self}", "127.0.0.3:43/x?y", "[::1]:43", "-h 127.0.0.3"],
)
def test_fault_39_and_40_referrals(serve, bounded, canary, referral) -> None:
    def script(conn, request):
        where = referral.format(port=canary.port, self=server.address)
        text = f"Domain Name: exemple.test\nCreated: 2001-02-03\nRegistrar WHOIS Server: {where}\n"
        conn.sendall(f"{text}refer: {where}\nReferralServer: whois://{where}\n".encode())

    server = serve(script, end=b"\r\n")
    bounded(NAME, allowed=("registered",), witness=True, timeout=3, **whois(server))
    assert server.connections == 1


# --- 41 to 45: hostile text ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b]52;c;aGk=\x07Exemple SA\x1b[31m",
        "Exemple\u202e SA\u2066",
        "Exem\u200bple\ufeff SA",
        "Exemple\x00\x85\x9b SA",
    ],
)
def test_faults_41_and_42_controls_bidi_and_zero_width(serve, bounded, hostile) -> None:
    card = ["vcard", [["kind", {}, "text", "org"], ["fn", {}, "text", hostile]]]
    entities = [{"roles": ["registrant", "registrar"], "vcardArray": card}]
    server = serve(say(http(domain_object(NAME, entities=entities, status=[hostile]))))
    answer = bounded(NAME, allowed=("registered",), **rdap(server))
    shown = f"{answer.holder}{answer.registrar}{''.join(answer.statuses)}"
    assert shown.isprintable()
    assert clean(hostile).isprintable()


@pytest.mark.parametrize("cell", ["=HYPERLINK(1)", "+1", "-1", "@x", " =1", "\t=1", "\r=1", "＝1"])
def test_fault_43_formulas(cell) -> None:
    assert defuse(cell).startswith("'")
    assert defuse("Exemple = SA") == "Exemple = SA"
    assert defuse("") == ""


def test_fault_44_markup_is_carried_as_text(serve, bounded) -> None:
    holder = "Registrant Organization: <script>x</script> Inc"
    record = f"Domain Name: exemple.test\nCreated: 2001-02-03\n{holder}\n"
    server = serve(say(record.encode()), end=b"\r\n")
    answer = bounded(NAME, allowed=("registered",), **whois(server))
    assert answer.holder == "<script>x</script> Inc"  # escaping is the report's


@pytest.mark.parametrize(
    "stated",
    [
        "2001-02-31",
        "31/02/2001",
        "0000-01-01",
        "01/02/03",
        "2999-01-01",
        "03/04/2009",
        ["2001"],
        "x",
    ],
)
def test_fault_45_dates_that_are_none(serve, bounded, stated) -> None:
    events = [{"eventAction": "registration", "eventDate": stated}]
    server = serve(say(http(domain_object(NAME, events=events))))
    assert bounded(NAME, allowed=("registered",), **rdap(server)).created is None
    text = f"Domain Name: exemple.test\nRegistrar: Example\nCreated: {stated}\n".encode()
    record = serve(say(text), end=b"\r\n")
    assert bounded(NAME, allowed=("registered",), **whois(record)).created is None


# --- 46 to 52: what is asked --------------------------------------------------------------------

HOSTILE_QUERIES = [
    "exemple.test\r\nautre.test",
    "exemple\0.test",
    "exemple .test",
    "-h 127.0.0.3 exemple.test",
    '"exemple".test',
    "a(.test",
    "../../x.test",
    "http://u:p@exemple.test:8080/?q",
    "exemple.test:43",
    "192.0.2.1",
    "[::1]",
    "a" * 64 + ".test",
    ".".join(["a" * 62] * 4) + ".test",
    "a..test",
    "xn--a.test",
    "xn--0.test",
    "\ud800.test",
    "a" * 100_000 + ".test",
    "",
    ".",
    "test",
]


@pytest.mark.parametrize("query", HOSTILE_QUERIES)
def test_faults_46_to_49_and_51_queries_that_are_no_names(serve, bounded, query) -> None:
    server = serve(say(b"No match\r\n"), end=b"\r\n")
    answer = bounded(query, **whois(server))
    assert answer.reason == "invalid-name"
    assert server.connections == 0
    assert read_whois(query, b"No match").reason == "invalid-name"
    assert read_rdap(query, 404, NOT_FOUND).reason == "invalid-name"


@pytest.mark.parametrize("label", ["CON", "..", "a" * 300])
def test_fault_47_names_as_cache_keys(tmp_path, serve, whole, label) -> None:
    server = serve(registry)
    path = tmp_path / "cache" / "answers.sqlite"
    with Lookup(allow_loopback=True, cache=path, witness=False, **rdap(server)) as lookup:
        lookup.ask(f"{label}.test")
    assert {p.name for p in tmp_path.rglob("*") if p.is_file()} <= {"answers.sqlite"}


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("faß.test", "xn--fa-hia.test"),
        ("βόλος.test", "xn--nxasmm1c.test"),
        ("EXEMPLE。test", "exemple.test"),
        ("Bénéteau.test", "xn--bnteau-bvab.test"),
        ("exemple.test.", "exemple.test"),
    ],
)
def test_fault_50_names_that_are_mapped(serve, bounded, typed, asked) -> None:
    server = serve(registry)
    bounded(typed, allowed=("registered",), **rdap(server))
    assert path_of(server.requests[0]) == asked


@pytest.mark.parametrize("typed", ["💩.test", "a\u200db.test", "a\u202eb.test"])
def test_fault_50_names_that_idna_forbids(serve, bounded, typed) -> None:
    server = serve(registry)
    assert bounded(typed, **rdap(server)).reason == "invalid-name"
    assert server.connections == 0


def test_fault_52_no_service(bounded) -> None:
    answer = bounded("exemple.sans-service")
    assert (answer.reason, answer.source) == ("no-service", None)


def test_fault_52_suffix_that_registers_every_name(serve, whole) -> None:
    server = serve(lambda conn, request: conn.sendall(http(domain_object(path_of(request)))))
    with Lookup(allow_loopback=True, witness=False, **rdap(server)) as lookup:
        found = dict(lookup.ask_all([NAME, "autre.test"], siblings=True))
    assert {answer.verdict for answer in found.values()} == {"unknown"}
    assert server.connections == 3


def test_threads_of_the_suite_are_counted() -> None:
    assert not [t for t in threading.enumerate() if t.name.startswith("confusables-lookup")]

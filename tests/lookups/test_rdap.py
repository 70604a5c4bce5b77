"""What RDAP replies say."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lookups.loopback import NOT_FOUND, domain_object

from confusables.lookups import read_rdap, read_whois
from confusables.lookups.rdap import MAX_BODY
from confusables.model import Country

NAME = "exemple.test"


def card(**rows: object) -> list[object]:
    return [
        "vcard",
        [["version", {}, "text", "4.0"], *([k, {}, "text", v] for k, v in rows.items())],
    ]


def registrant(**rows: object) -> list[dict[str, object]]:
    return [{"roles": ["registrant"], "vcardArray": card(**rows)}]


def read(**more: object):
    return read_rdap(NAME, 200, domain_object(NAME, **more))


def test_a_record_is_read_whole() -> None:
    address = ["", "", "", "", "", "", "France"]
    entities = [
        *registrant(kind="org", fn="Exemple SA", adr=address),
        {
            "roles": ["registrar"],
            "vcardArray": card(fn="Example Registrar", adr=[*address[:6], "US"]),
        },
    ]
    answer = read(entities=entities, status=["active", "client transfer prohibited"])
    assert (answer.verdict, answer.reason, answer.source) == ("registered", "found", "rdap")
    assert (answer.registrar, answer.holder) == ("Example Registrar", "Exemple SA")
    assert (answer.created, answer.expires) == ("2011-12-13", "2031-12-13")
    assert answer.statuses == ("ok", "clientTransferProhibited")
    assert answer.countries == (Country("FR", "registrant"), Country("US", "registrar"))


@pytest.mark.parametrize(
    ("rows", "holder"),
    [
        ({"fn": "Camille Exemple"}, None),
        ({"fn": "Camille Exemple", "org": "Camille Exemple"}, None),
        ({"fn": "Camille Exemple", "org": "Exemple SA"}, "Exemple SA"),
        ({"fn": "Camille Exemple", "kind": "individual"}, None),
        ({"fn": "Exemple", "kind": "org"}, "Exemple"),
        ({"fn": "", "org": ["Exemple SA", "Unit"]}, "Exemple SA"),
        ({"fn": "", "org": "REDACTED FOR PRIVACY"}, None),
        ({"fn": "", "org": ""}, None),
    ],
)
def test_a_holder_is_never_a_person(rows, holder) -> None:
    assert read(entities=registrant(**rows)).holder == holder


def test_the_country_code_parameter_comes_first() -> None:
    row = ["adr", {"cc": "CA"}, "text", ["", "", "", "", "", "", "France"]]
    entities = [{"roles": ["registrant"], "vcardArray": ["vcard", [row]]}]
    assert read(entities=entities).countries == (Country("CA", "registrant"),)


def test_names_may_be_written_in_any_form() -> None:
    body = domain_object("XN--BNTEAU-BVAB.TEST.", unicodeName="bénéteau.test")
    assert read_rdap("Bénéteau.test", 200, body).verdict == "registered"
    assert read_rdap("benetau.test", 200, body).reason == "other-domain"


def test_nested_entities_are_not_the_domains() -> None:
    inner = {"roles": ["registrant"], "vcardArray": card(kind="org", fn="Inner SA")}
    assert read(entities=[{"roles": ["registrar"], "entities": [inner]}]).holder is None


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (200, "malformed"),
        (204, "malformed"),
        (301, "refused"),
        (400, "malformed"),
        (401, "refused"),
        (403, "throttled"),
        (404, "unrecognised"),
        (410, "unrecognised"),
        (422, "throttled"),
        (429, "throttled"),
        (451, "refused"),
        (500, "malformed"),
        (503, "malformed"),
        (0, "malformed"),
        (-1, "malformed"),
        (999, "malformed"),
    ],
)
def test_statuses_without_a_body(status, reason) -> None:
    answer = read_rdap(NAME, status, b"")
    assert (answer.verdict, answer.reason) == ("unknown", reason)


@pytest.mark.parametrize(
    ("body", "verdict", "reason"),
    [
        (NOT_FOUND, "no-record", "no-record"),
        (b'{"errorCode": 404}', "no-record", "no-record"),
        (b'{"errorCode": "404", "title": "Not Found"}', "no-record", "no-record"),
        (b'{"rdapConformance": ["rdap_level_0"]}', "unknown", "unrecognised"),
        (b'{"rdapConformance": ["x"], "title": "Not Found"}', "unknown", "unrecognised"),
        (b'{"rdapConformance": ["x"], "errorCode": null}', "unknown", "unrecognised"),
        (b'{"rdapConformance": ["x"], "errorCode": [404]}', "unknown", "unrecognised"),
        (b'{"rdapConformance": ["x"], "errorCode": 404.0}', "unknown", "unrecognised"),
        (b'{"rdapConformance": "x", "errorCode": 429}', "unknown", "throttled"),
        (b'{"errorCode": 403}', "unknown", "throttled"),
        (b'{"errorCode": true}', "unknown", "unrecognised"),
        (b'{"errorCode": 4040}', "unknown", "unrecognised"),
        (b'{"message": "Not Found"}', "unknown", "unrecognised"),
        (b"{}", "unknown", "unrecognised"),
        (b"not found", "unknown", "unrecognised"),
    ],
)
def test_not_found(body, verdict, reason) -> None:
    answer = read_rdap(NAME, 404, body)
    assert (answer.verdict, answer.reason) == (verdict, reason)


@pytest.mark.parametrize(
    ("description", "reason"),
    [
        ("not available for registration: Registry Reserved", "reserved"),
        ("The domain name is reserved", "reserved"),
        ("This name is blocked", "blocked"),
        ("Too many requests, try again later", "throttled"),
        ("Invalid domain name", "invalid-name"),
    ],
)
def test_not_found_with_words(description, reason) -> None:
    body = json.dumps({"errorCode": 404, "title": "x", "description": [description]}).encode()
    assert read_rdap(NAME, 404, body).reason == reason


TERMS = {
    "title": "Terms of Use",
    "description": [
        "By querying this database you agree to these terms.",
        "Queries are throttled. If too many queries are received they will be rejected.",
    ],
}
STATUS = {"title": "Status Codes", "description": ["See https://icann.org/epp"]}


def absent(**more: object):
    said = {"errorCode": 404, "title": "Not Found", "notices": [TERMS, STATUS], **more}
    return read_rdap(NAME, 404, json.dumps(said).encode())


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"description": ["exemple.test not found"]},
        {"description": ["The server rdap.nic.test has no object. See https://nic.test/"]},
        {"ldhName": "EXEMPLE.TEST"},
        {"type": "about:blank", "lang": "en", "port43": "whois.nic.test"},
        {"status": 404, "path": "/domain/exemple.test", "message": "Not Found"},
        {"description": ["The domain you are seeking as 'exemple.test' cannot be found here"]},
        {"description": ["The server has no information about exemple.test"]},
        {"description": ["Object not found", "For more information see https://nic.test/"]},
        {"events": [], "secureDNS": {}},
    ],
)
def test_an_error_of_absence(more) -> None:
    assert absent(**more).verdict == "no-record"


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"notices": [{"title": "Quota", "description": ["query limit exceeded"]}]}, "throttled"),
        ({"notices": [{"title": "x", "description": "Too many requests"}]}, "throttled"),
        ({"remarks": [{"description": ["This name is blocked"]}]}, "blocked"),
        ({"notices": [{"type": "result set truncated due to excessive load"}]}, "unrecognised"),
        ({"message": "Rate limit exceeded"}, "throttled"),
        ({"description": ["Too many requests. If you need more, write to us."]}, "throttled"),
        ({"description": [f"{'x ' * 300} rate limit exceeded"]}, "throttled"),
        ({"description": ["Domain autre.test was not found"]}, "other-domain"),
        ({"description": ["Domain Name: autre.test", "Not found"]}, "other-domain"),
        ({"description": ["No data found for domain autre.test"]}, "other-domain"),
        ({"ldhName": "autre.test"}, "other-domain"),
        ({"unicodeName": "é.test"}, "other-domain"),
        ({"ldhName": "no domain"}, "other-domain"),
        ({"title": "Auction pending"}, "unrecognised"),
        ({"status": ["reserved"]}, "reserved"),
        ({"description": [{"value": "reserved"}]}, "reserved"),
        ({"description": [["Registry Reserved"]]}, "reserved"),
        ({"notices": [{"title": "x", "description": [{"a": "reserved name"}]}]}, "reserved"),
        ({"more": {"reason": [["reserved"]]}}, "reserved"),
        ({"variants": [{"relation": ["blocked"]}]}, "blocked"),
        ({"isReserved": True}, "unrecognised"),
        ({"events": [{"eventAction": "registration"}]}, "unrecognised"),
        ({"entities": [{"roles": ["registrar"]}]}, "unrecognised"),
        ({"nameservers": [{"ldhName": "ns1.exemple.example"}]}, "unrecognised"),
        ({"description": ["No such endpoint"]}, "unrecognised"),
        ({"description": ["Unknown path /domain/"]}, "unrecognised"),
        ({"description": ["There is no path /domain/"]}, "unrecognised"),
        ({"description": ["Resource not found: check the URL"]}, "unrecognised"),
        ({"description": ["Nameserver not found"]}, "unrecognised"),
        ({"description": ["Entity exemple not found"]}, "unrecognised"),
        ({"description": ["The backend did not answer"]}, "unrecognised"),
        ({"detail": "The backend did not answer"}, "unrecognised"),
        ({"message": "查询次数过多"}, "unrecognised"),
        ({"title": "No RDAP server for this TLD"}, "unrecognised"),
        ({"description": ["No information about the requested zone"]}, "unrecognised"),
        ({"description": ["x"] * 1000}, "unrecognised"),
        ({"description": ["x" * 100_000]}, "unrecognised"),
        ({"notices": [{"title": "x", "description": ["x"] * 1000}]}, "unrecognised"),
    ],
)
def test_a_404_that_is_no_answer_to_the_question(more, reason) -> None:
    answer = absent(**more)
    assert (answer.verdict, answer.reason) == ("unknown", reason)


def test_words_that_promise_are_not_repeated() -> None:
    body = json.dumps({"errorCode": 404, "title": "exemple.test is available"}).encode()
    answer = read_rdap(NAME, 404, body)
    assert (answer.verdict, answer.note) == ("no-record", None)
    assert read_rdap(NAME, 404, NOT_FOUND).note == "Object not found"


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (["reserved"], "reserved"),
        (["reserved", "active"], "reserved"),
        (["active", "Reserved by Registry"], "reserved"),
        (["server reserved"], "reserved"),
        (["registryReserved"], "reserved"),
        (["blocked"], "blocked"),
        (["reserved", "blocked"], "blocked"),
        (["invalid"], "invalid-name"),
        (["transfer blocked"], "found"),
        (["blocked for transfer"], "found"),
        (["client hold"], "found"),
        (["server hold", "pending delete", "redemption period"], "found"),
        (["active", "locked"], "found"),
    ],
)
def test_a_reserved_object(status, reason) -> None:
    """Both readers, whatever is dated beside it."""
    assert read(status=status).reason == reason
    stated = "".join(f"Domain Status: {one}\n" for one in status)
    record = (
        f"Domain Name: {NAME}\nRegistrar: Example\nCreation Date: 2011-12-13\n"
        f"Expiration Date: 2031-12-13\nName Server: ns1.exemple.example\n{stated}"
    )
    assert read_whois(NAME, record.encode()).reason == reason


def test_a_reserved_object_without_a_holding() -> None:
    assert read(status=["reserved"], events=[]).reason == "reserved"
    assert read(status=["transfer blocked"], events=[]).reason == "blocked"
    assert read(status=["active"], events=[]).reason == "found"
    record = {"eventDate": "2026-01-02T03:04:05Z"}
    for action in ("last update of RDAP database", "last changed", "registration"):
        events = [{"eventAction": action, **record}]
        assert read(status=["reserved"], events=events).reason == "reserved"


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("This name is reserved by the registry", "reserved"),
        ("This name is blocked", "blocked"),
        ("Invalid domain name", "invalid-name"),
        ("available for registration", "unrecognised"),
        ("exemple.test is available to register", "unrecognised"),
        ("The domain was not found", "unrecognised"),
        ("autre.test not found", "unrecognised"),
        ("The name is not available for registration", "reserved"),
        ("Query limit exceeded", "found"),
        ("Query limit exceeded\nThis name is reserved", "reserved"),
        ("Service subject to Terms of Use", "found"),
        ("x\n" * 50_000, "unrecognised"),
    ],
)
@pytest.mark.parametrize("place", ["remarks", "notices"])
def test_an_object_that_states_nothing_is_what_is_said_of_it(told, reason, place) -> None:
    more = {place: [{"title": "About", "description": told.split("\n")}]}
    assert read(status=[], events=[], **more).reason == reason
    assert read(**more).reason == "found"


def test_an_object_that_states_nothing_and_of_which_nothing_is_said() -> None:
    assert read(status=[], events=[]).reason == "found"
    assert read(status=[], events=[], notices=[TERMS, STATUS]).reason == "found"


def test_no_creation_date_where_the_registry_publishes_none() -> None:
    assert read_rdap("exemple.de", 200, domain_object("exemple.de")).created is None


def test_too_big() -> None:
    assert read_rdap(NAME, 200, b" " * (MAX_BODY + 1)).reason == "too-big"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
KEYS = st.sampled_from(
    ["status", "events", "entities", "notices", "remarks", "ldhName", "unicodeName", "errorCode"]
)


@settings(max_examples=300)
@given(st.integers(-10, 700), st.binary(max_size=200) | JSON.map(lambda j: json.dumps(j).encode()))
def test_total(status, body) -> None:
    answer = read_rdap(NAME, status, body)
    assert answer.verdict == "unknown" or status in {200, 404}


@settings(max_examples=300)
@given(st.dictionaries(KEYS, JSON, max_size=4), st.sampled_from([200, 404]))
def test_total_around_a_valid_object(fields, status) -> None:
    answer = read_rdap(NAME, status, domain_object(NAME, **fields))
    assert answer.verdict != "no-record"


@pytest.mark.parametrize(
    "part", [b"[", b'{"a":', b'"', b"1", b'[{"roles":["registrant"]},', b"\\ud800"]
)
def test_at_most_two_seconds(part) -> None:
    body = (part * (MAX_BODY // len(part)))[:MAX_BODY]
    entities = [{"roles": ["registrant"], "vcardArray": card(fn="x")}] * 8000
    remarks = [{"description": [f"{i} {i}" for i in range(6000)]}]
    bare = domain_object(NAME, status=[], events=[], remarks=remarks)
    for content in (body, domain_object(NAME, entities=entities)[:MAX_BODY], bare):
        begun = time.process_time()
        read_rdap(NAME, 200, content)
        read_rdap(NAME, 404, content)
        assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("status", "body"),
    [("404", b"{}"), (None, b"{}"), (True, b"{}"), (404.0, b"{}"), (404, "{}"), (404, None)],
)
def test_what_is_no_reply_is_refused(status, body) -> None:
    with pytest.raises(TypeError, match=r"whole number|bytes"):
        read_rdap(NAME, status, body)
    assert read_rdap(5, 404, bytearray(NOT_FOUND)).reason == "invalid-name"
    assert read_rdap(NAME, 404, bytearray(NOT_FOUND)).verdict == "no-record"

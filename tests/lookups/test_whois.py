"""What port-43 replies say. Excerpts are shortened by hand and carry no personal data."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from confusables.lookups import read_whois
from confusables.lookups.registries import any_lines, registry
from confusables.lookups.whois import MAX_REPLY, decoded
from confusables.model import Country

RECORD = b"""Domain Name: EXEMPLE.TEST
Registrar: Example Registrar SAS (R22-LRCC)
Creation Date: 2001-02-03T04:05:06Z
Registry Expiry Date: 2031-02-03T04:05:06Z
Domain Status: clientTransferProhibited https://icann.org/epp#clientTransferProhibited
Domain Status: CLIENT DELETE PROHIBITED
Registrant Organization: Exemple SA
Registrant Country: FR
Sponsoring Registrar Country: LU
Name Server: ns1.exemple.test
"""


def test_a_record_is_read_whole() -> None:
    answer = read_whois("exemple.test", RECORD)
    assert (answer.verdict, answer.reason, answer.source) == ("registered", "found", "whois")
    assert (answer.registrar, answer.holder) == ("Example Registrar SAS", "Exemple SA")
    assert (answer.created, answer.expires) == ("2001-02-03", "2031-02-03")
    assert answer.statuses == ("clientTransferProhibited", "clientDeleteProhibited")
    assert answer.countries == (Country("FR", "registrant"), Country("LU", "registrar"))
    assert answer.at is not None
    assert answer.at.endswith("Z")


BOILERPLATE = (
    "This is the EXEMPLE Whois server 6.1",
    "The data are provided for information purposes only, without any guarantee.",
    "You agree not to use them for unsolicited mail, nor to ask for more than",
    "you need. Rights restricted by copyright.",
    "See https://nic.exemple/whois/",
)


# The lines of section 4 of the decision table, and some more.
@pytest.mark.parametrize(
    ("domain", "reply"),
    [
        ("exemple.fr", "%% No entries found in the AFNIC Database."),
        ("exemple.ca", "Not found: exemple.ca\n\n%\n% Use of CIRA's WHOIS service is governed"),
        ("exemple.com", 'No match for "EXEMPLE.COM".\n>>> Last update of whois database: x <<<'),
        ("exemple.de", "Domain: exemple.de\nStatus: free\n"),
        (
            "exemple.uk",
            '    No match for "exemple.uk".\n\n    This domain name has not been registered.',
        ),
        ("exemple.eu", "Domain: exemple.eu\nScript: LATIN\n\nStatus: AVAILABLE\n"),
        ("exemple.be", "Domain:\texemple.be\nStatus:\tAVAILABLE\n"),
        ("exemple.br", "% No match for exemple.br"),
        ("exemple.cn", "No matching record."),
        ("exemple.it", "Domain:             exemple.it\nStatus:             AVAILABLE\n"),
        (
            "exemple.ru",
            "No entries found for the selected source(s).\n\nLast updated on 2026-01-01",
        ),
        ("exemple.is", '% No entries found for query "exemple.is".'),
        ("exemple.uz", 'Sorry, but domain: "exemple.uz", not found in database'),
        ("exemple.ng", "Domain Name: exemple.ng\nDomain Status: No Object Found\n"),
        ("exemple.tel", "The queried object does not exist: no matching objects found"),
        ("exemple.bz", "NOT FOUND\n\nAccess to WHOIS information is provided to assist persons in"),
        (
            "exemple.fr",
            "%% This is the AFNIC Whois server.\n%%\n%% complete date format: Y\n\n%% NOT FOUND",
        ),
        ("exemple.hu", "% Whois server 4.0 serving the hu ccTLD\n\n\nNo match"),
        (
            "exemple.kz",
            "Whois Server for the KZ top level domain name.\n"
            "This server is maintained by KazNIC.\n\n*** Nothing found for this query.",
        ),
        (
            "exemple.lv",
            "[Domain]\nDomain: exemple.lv\nStatus: free\n\n[Whois]\nUpdated: 2026-01-02",
        ),
        (
            "exemple.nz",
            "query_datetime: 2026-01-02T03:04:05+13:00\n"
            "domain_name: exemple.nz\nquery_status: 220 Available",
        ),
        (
            "exemple.us",
            "No Data Found\n\nURL of the ICANN Whois Inaccuracy Complaint Form: https://www.icann.org/wicf/",
        ),
        (
            "exemple.pl",
            "No information available about domain name exemple.pl in the Registry NASK "
            "database.\n\n\nWHOIS displays data with a delay not exceeding 15 minutes in relation "
            "to the .pl Registry system",
        ),
    ],
)
def test_no_record(domain, reply) -> None:
    answer = read_whois(domain, reply.encode())
    assert (answer.verdict, answer.reason) == ("no-record", "no-record")
    assert answer.note is None


@pytest.mark.parametrize(
    ("domain", "reply", "reason"),
    [
        ("exemple.io", "Domain reserved", "reserved"),
        ("exemple.eu", "Domain: exemple.eu\nStatus: NOT AVAILABLE", "reserved"),
        ("exemple.be", "Domain: exemple.be\nStatus: NOT ALLOWED", "reserved"),
        ("exemple.it", "Domain: exemple.it\nStatus: UNASSIGNABLE", "reserved"),
        (
            "exemple.test",
            "This name is reserved by the Registry in accordance with policy",
            "reserved",
        ),
        ("exemple.test", "The registration of this domain is restricted", "reserved"),
        ("exemple.test", "exemple.test can not be registered online", "reserved"),
        ("exemple.test", "This premium domain is available for purchase.", "reserved"),
        ("exemple.test", "Domain exemple.test is not available for registration", "reserved"),
        ("exemple.test", "DPML brand protection", "blocked"),
        ("exemple.test", "This name is blocked by a DPML block", "blocked"),
        ("exemple.test", "exemple.test subscribes to the AdultBlock service", "blocked"),
        ("exemple.de", "Domain: exemple.de\nStatus: invalid", "invalid-name"),
        ("exemple.test", "Invalid domain name", "invalid-name"),
        ("exemple.test", "% Malformed request.", "invalid-name"),
        ("exemple.test", "Error: syntax error in query", "invalid-name"),
        ("exemple.vu", "The domain exemple.vu\nis not valid!", "invalid-name"),
        ("exemple.test", "Too many requests\n\nDomain: autre.test\nStatus: ok", "throttled"),
        ("exemple.test", "hello", "unrecognised"),
        ("exemple.test", "<html><body>No match</body></html>", "malformed"),
        ("exemple.test", "<!-- x -->\n<p>\nNot found\n", "malformed"),
        ("exemple.test", "HTTP/1.1 404 Not Found\nServer: x\n\nNot found\n", "malformed"),
        ("exemple.test", "Domain Name: autre.test\nNOT FOUND", "other-domain"),
    ],
)
def test_unknown(domain, reply, reason) -> None:
    answer = read_whois(domain, reply.encode())
    assert (answer.verdict, answer.reason) == ("unknown", reason)


@pytest.mark.parametrize(
    ("stated", "status"),
    [
        ("pendingDelete / redemptionPeriod", "redemptionPeriod"),
        ("REDEMPTIONPERIOD", "redemptionPeriod"),
        ("clientHold", "clientHold"),
        ("PENDING DELETE", "pendingDelete"),
        ("quarantine", "quarantine"),
        ("suspended", "suspended"),
    ],
)
def test_names_on_hold_are_registered(stated, status) -> None:
    reply = f"Domain: exemple.test\nStatus: {stated}\nCreated: 2001-02-03\n"
    answer = read_whois("exemple.test", reply.encode())
    assert answer.verdict == "registered"
    assert status in answer.statuses


TERMS = """% Version: 2.0
%
% Restricted rights. Terms and Conditions of Use: the data are provided for information
% purposes only, to tell whether a name is still available or not. It is not permitted to use
% them for any other purpose; a name that is free may be reserved.
%
"""

NOTICE = """>>> Last update of WHOIS database: 2026-01-02T03:04:05Z <<<

For more information on Whois status codes, please visit https://icann.org/epp

NOTICE: The expiration date displayed in this record is the date the
registrar's sponsorship of the name in the registry is currently set to
expire. This date does not necessarily reflect that of the registrant's
agreement with the registrar.
"""


@pytest.mark.parametrize(
    ("domain", "reply", "statuses"),
    [
        (
            "exemple.fr",
            "Domain Name: exemple.fr\nDomain Status: redemptionPeriod",
            "redemptionPeriod",
        ),
        ("exemple.fr", "Domain Name: exemple.fr\nDomain Status: pendingDelete", "pendingDelete"),
        ("exemple.fr", "Domain Name: EXEMPLE.FR\nDomain Status: clientHold", "clientHold"),
        ("exemple.fr", "Domain Name: exemple.fr\nDomain Status: ok", "ok"),
        ("exemple.fr", "Domain Name: exemple.fr\nDomain Status: Active", "ok"),
        (
            "exemple.it",
            "Domain:   exemple.it\nStatus:   pendingDelete / redemptionPeriod",
            "pendingDelete redemptionPeriod",
        ),
        ("exemple.it", "Domain: exemple.it\nStatus: inactive / clientHold", "inactive clientHold"),
        ("exemple.be", "Domain:\texemple.be\nStatus:\tQUARANTINE", "QUARANTINE"),
        ("exemple.eu", "Domain: exemple.eu\nStatus: QUARANTINE", "QUARANTINE"),
        ("exemple.ca", "Domain name: exemple.ca\nDomain status: pending delete", "pendingDelete"),
        ("exemple.de", "Domain: exemple.de\nStatus: connect", "connect"),
        ("exemple.jp", "[Domain Name] EXEMPLE.JP\n[Status] Connected (2031/03/31)", "Connected"),
        (
            "exemple.ru",
            "domain: EXEMPLE.RU\nstate: REGISTERED, DELEGATED, VERIFIED",
            "REGISTERED DELEGATED VERIFIED",
        ),
        (
            "exemple.com",
            "Domain Name: EXEMPLE.COM\nDomain Status: CLIENT TRANSFER PROHIBITED\n"
            "Domain Status: serverHold https://icann.org/epp#serverHold",
            "clientTransferProhibited serverHold",
        ),
    ],
)
def test_a_status_of_registrations_alone_tells_of_one(domain, reply, statuses) -> None:
    around = (f"{TERMS}\n{reply}\n", f"{reply}\n\n{TERMS}", f"{reply}\n{NOTICE}")
    for whole in (reply, reply.replace("\n", "\r\n"), *around):
        answer = read_whois(domain, whole.encode())
        assert (answer.verdict, answer.reason) == ("registered", "found")
        assert answer.statuses == tuple(statuses.split())
    said = reply.partition("\n")[2]
    assert read_whois(domain, said.encode()).verdict == "unknown"
    assert read_whois("autre." + domain.partition(".")[2], reply.encode()).reason == "other-domain"
    for beside in (
        "Not found",
        "NOT FOUND: " + domain,
        "Available: yes",
        "Domain exists: no",
        "Status: reserved",
    ):
        assert read_whois(domain, f"{reply}\n{beside}\n".encode()).verdict == "unknown"


@pytest.mark.parametrize(
    "status",
    [
        *("free", "AVAILABLE", "not registered", "Not Registered", "unassigned", "no object found"),
        *("reserved", "RESERVED", "blocked", "invalid", "NOT AVAILABLE", "unavailable", "premium"),
        *("inactive", "pendingCreate", "expired", "cancelled", "deleted", "whatever", "unknown"),
        *(
            "not active",
            "unregistered",
            "ok to register",
            "active application",
            "inactive, verified",
        ),
        *(
            "ok / reserved",
            "active, free",
            "not on hold",
            "Active (not registered)",
            "success",
            "none",
        ),
    ],
)
@pytest.mark.parametrize("key", ["Status: ", "Domain Status:\t", "state..........: ", "[Status] "])
def test_any_other_status_tells_of_no_registration(status, key) -> None:
    for suffix in ("fr", "test", "de", "it", "be", "eu", "ca", "com"):
        for around in ("{}", TERMS + "\n{}\n", "{}\n\nPlease visit www.nic.test for more.\n"):
            reply = around.format(f"Domain Name: exemple.{suffix}\n{key}{status}")
            answer = read_whois(f"exemple.{suffix}", reply.encode())
            assert answer.verdict != "registered"
            assert answer.verdict == "unknown" or status.casefold() in {
                *("free", "available", "not registered", "unassigned", "no object found"),
                *("unregistered",),
            }


BELGIAN = """Domain:\texemple.be
Status:\tNOT AVAILABLE
Registered:\tMon Jun 5 2017

Registrar:
\tName:\tExample Registrar
\tWebsite:\thttps://www.exemple.test

Nameservers:
\tns1.exemple.be
\tns2.exemple.be

Keys:

Flags:
{flags}
Please visit www.dnsbelgium.be for more info.
Or write to us.
"""


@pytest.mark.parametrize(
    ("flags", "statuses"),
    [
        ("", ("NOT AVAILABLE",)),
        ("\tclientTransferProhibited\n", ("NOT AVAILABLE", "clientTransferProhibited")),
        ("\n\tclientTransferProhibited\n", ("NOT AVAILABLE", "clientTransferProhibited")),
    ],
)
def test_running_text_is_no_status(flags, statuses) -> None:
    answer = read_whois("exemple.be", BELGIAN.format(flags=flags).encode())
    assert (answer.verdict, answer.registrar) == ("registered", "Example Registrar")
    assert answer.statuses == statuses


def test_not_available_is_a_registration_of_be_where_a_record_stands_beside() -> None:
    status = "Domain: exemple.be\nStatus: NOT AVAILABLE\n"
    dated = status + "Registered: Mon Jun 5 2017\n"
    for reply in (dated, dated + "Registrar:\n\tName: Gandi\n", TERMS + "\n" + dated):
        answer = read_whois("exemple.be", reply.encode())
        assert (answer.verdict, answer.created) == ("registered", "2017-06-05")
    for reply in (
        status,
        status + "Registered: none\n",
        dated.replace("NOT AVAILABLE", "NOT ALLOWED"),
        dated + "Status: reserved\n",
        "Status: NOT AVAILABLE\nRegistered: Mon Jun 5 2017\n",
    ):
        answer = read_whois("exemple.be", reply.encode())
        assert (answer.verdict, answer.reason) == ("unknown", "reserved")


@pytest.mark.parametrize(
    "stated", ["Registered: no", "Created: none", "Expires: -", "Changed: N/A"]
)
def test_a_date_that_is_none_tells_of_no_registration(stated) -> None:
    reply = f"Domain: exemple.test\n{stated}\n"
    assert read_whois("exemple.test", reply.encode()).verdict == "unknown"
    for absent in ("Registrar: Example\nNot found\n", "Registrar: Example\nStatus: free\n"):
        assert read_whois("exemple.test", (reply + absent).encode()).verdict == "unknown"


def test_the_status_of_a_question_is_none_of_the_domain() -> None:
    assert read_whois("exemple.test", b"Query: exemple.test\nStatus: OK\n").verdict == "unknown"


def test_words_of_terms_are_no_limit() -> None:
    terms = (
        "\n\n% You agree not to use this service at a rate that exceeds the limits; if a limit is\n"
        "% exceeded, access will be denied and your address may be blocked. The registry\n"
        "% reserves the right to restrict your access. Queries are rate limited. All rights\n"
        "% reserved.\n"
    )
    assert read_whois("exemple.test", b"NOT FOUND" + terms.encode()).verdict == "no-record"
    assert read_whois("exemple.test", RECORD + terms.encode()).verdict == "registered"


def test_countries_are_several_facts() -> None:
    answer = read_whois("exemple.ca", RECORD.replace(b"EXEMPLE.TEST", b"exemple.ca"))
    assert answer.countries == (
        Country("FR", "registrant"),
        Country("CA", "eligibility"),
        Country("LU", "registrar"),
    )


@pytest.mark.parametrize(
    ("organisation", "name", "holder"),
    [
        ("REDACTED FOR PRIVACY", "REDACTED FOR PRIVACY", None),
        ("Data Protected", "x", None),
        ("N/A", "x", None),
        ("-", "x", None),
        ("Camille Exemple", "Camille Exemple", None),
        ("Exemple, Camille", "Camille Exemple", None),
        ("camille@exemple.test", "x", None),
        ("Exemple SA", "Exemple SA", "Exemple SA"),
        ("Exemple GmbH & Co. KG", "Camille Exemple", "Exemple GmbH & Co. KG"),
        ("Association des Exemples", "Camille Exemple", "Association des Exemples"),
    ],
)
def test_a_holder_is_never_a_person(organisation, name, holder) -> None:
    reply = (
        f"Domain: exemple.test\nCreated: 2001-02-03\nRegistrant Name: {name}\n"
        f"Registrant Organization: {organisation}\n"
    )
    assert read_whois("exemple.test", reply.encode()).holder == holder


def test_a_bare_registrant_is_no_organisation() -> None:
    reply = b"domain: exemple.test\nregistrant: Camille Exemple\ncreated: 2001-02-03\n"
    assert read_whois("exemple.test", reply).holder is None


def test_no_creation_date_where_the_registry_publishes_none() -> None:
    record = RECORD.replace(b"EXEMPLE.TEST", b"exemple.de")
    assert read_whois("exemple.de", record).created is None


def test_day_and_month_are_not_swapped() -> None:
    def created(domain: str, stated: str) -> str | None:
        return read_whois(
            domain, f"domain: {domain}\nRegistrar: X\nCreated: {stated}\n".encode()
        ).created

    assert created("exemple.test", "03/04/2009") is None
    assert created("exemple.fr", "03/04/2009") == "2009-04-03"
    assert created("exemple.test", "13/04/2009") == "2009-04-13"
    assert created("exemple.test", "04/13/2009") == "2009-04-13"
    assert created("exemple.rs", "03.04.2009 10:00:00") == "2009-04-03"


def test_a_reply_may_name_the_domain_in_unicode() -> None:
    reply = "Domain Name: bénéteau.test\nCreated: 2001-02-03\n".encode()
    assert read_whois("xn--bnteau-bvab.test", reply).verdict == "registered"
    assert read_whois("BÉNÉTEAU.test", reply).verdict == "registered"


def test_a_record_and_a_no_record_line_do_not_agree() -> None:
    absent = b"\nNot found: exemple.test\n"
    half = b"Domain Name: exemple.test\nRegistrar: Example\nCreated: 2001-02-03\n"
    assert read_whois("exemple.test", half).verdict == "registered"
    assert read_whois("exemple.test", half + absent).verdict == "unknown"
    assert read_whois("exemple.test", RECORD + absent).verdict == "registered"
    for least in (b"Creation Date: 2010-01-01", b"Registrar: Example", b"Name Server: ns1.test"):
        part = b"Domain Name: exemple.test\n%s\n" % least
        for reply in (part + absent, absent + part):
            answer = read_whois("exemple.test", reply)
            assert (answer.verdict, answer.reason) == ("unknown", "unrecognised")


@pytest.mark.parametrize(
    ("domain", "absent"),
    [
        ("exemple.fr", "%% NOT FOUND"),
        ("exemple.com", 'No match for "EXEMPLE.COM".'),
        ("exemple.org", "Domain not found."),
        ("exemple.co", "No Data Found"),
        ("exemple.nl", "exemple.nl is free"),
        ("exemple.de", "Domain: exemple.de\nStatus: free"),
        ("exemple.test", "Not found"),
    ],
)
@pytest.mark.parametrize(
    "more",
    [
        "Access temporarily restricted",
        "Requête refusée",
        "Débit dépassé, réessayez",
        "查询次数过多",
        "Zbyt wiele zapytań",
        "only one request per second allowed",
        "This domain is in auction",
        "This string is a registry-held name",
        "Sold on 2026-01-02",
        "Contact the ministry first",
        "[held by the ministry]",
        "Type: held",
    ],
)
def test_a_reply_that_says_more_than_no_record_is_unknown(domain, absent, more) -> None:
    assert read_whois(domain, absent.encode()).verdict == "no-record"
    for reply in (f"{absent}\n{more}\n", f"{more}\n\n{absent}\n", f"{absent}\n\n%% {more}\n"):
        assert read_whois(domain, reply.encode()).verdict == "unknown"
    around = "\n".join(f"% {text}" for text in BOILERPLATE)
    whole = f"{around}\n\n{absent}\n"
    assert read_whois(domain, whole.encode()).verdict == "no-record"
    for place in (f"{whole}\n{more}\n", whole.replace(absent, f"{absent}\n{more}")):
        assert read_whois(domain, place.encode()).verdict == "unknown"


def test_a_reply_is_bytes() -> None:
    with pytest.raises(TypeError, match="a reply is bytes, as it came from the server, not str"):
        read_whois("exemple.test", "Not found")  # type: ignore[arg-type]
    assert read_whois("exemple.test", bytearray(b"Not found")).verdict == "no-record"


def test_too_big() -> None:
    assert read_whois("exemple.test", b"a" * (MAX_REPLY + 1)).reason == "too-big"


def test_decoding() -> None:
    assert decoded("é".encode("latin-1")) == "é"
    assert decoded("例".encode("iso2022_jp"), "iso2022_jp") == "例"
    assert decoded(b"a\r\nb\rc") == "a\nb\nc"


def test_own_lines_are_known_for_many_registries() -> None:
    suffixes = [
        "fr",
        "ca",
        "com",
        "de",
        "uk",
        "nl",
        "eu",
        "be",
        "br",
        "cn",
        "it",
        "pl",
        "at",
        "cz",
        "ru",
        "se",
        "no",
        "dk",
        "fi",
        "jp",
        "kr",
        "tw",
        "hk",
        "sg",
        "au",
        "nz",
    ]
    assert all(registry(f"exemple.{suffix}").lines.not_found for suffix in suffixes)
    assert any_lines().throttled


WORDS = st.sampled_from(
    [
        "No",
        "match",
        "for",
        "not",
        "found",
        "Domain",
        "Name:",
        "exemple.test",
        "Status:",
        "free",
        "AVAILABLE",
        "limit",
        "exceeded",
        "too\n",
        "",
        "",
        "",
        "many",
        "requests",
        "reserved",
        "blocked",
        "invalid",
        "Registrar:",
        "Created:",
        "2001-02-03",
        "31/02/2001",
        "nserver:\n",
        "",
        "",
        "",
        "\r\n",
        "\n\n",
        "%",
        "%%",
        ">>>",
        "[",
        "]",
        ":",
        "...",
        "\x00",
        "\x1b",
        "\u202e",
        "é",
        "例",
        "registrant:",
        "REDACTED",
        "Country:",
        "FR",
        "(CN)",
    ]
)


@settings(max_examples=300)
@given(
    st.one_of(
        st.binary(max_size=400),
        st.lists(WORDS, max_size=60).map(lambda w: " ".join(w).encode("utf-8", "replace")),
    ),
    st.sampled_from(["exemple.test", "exemple.fr", "a b", "x", "\ud800", "exemple.jp"]),
)
def test_total(reply, domain) -> None:
    answer = read_whois(domain, reply)
    assert answer.source == "whois"
    shown = (answer.registrar, answer.holder, answer.note, *answer.statuses)
    assert all(text is None or text.isprintable() for text in shown)


@pytest.mark.parametrize(
    "part",
    [
        b"limit exceeded quota maximum requests your ip address has been ",
        b"a:",
        b"a\n",
        b"%\n\n",
        b"Created: 2001\n",
        b"query limit query limit query limit " * 8 + b"\n",
        b"no data no data no data not found domain name " * 6 + b"\n",
        b"the domain name exemple.test exemple.test " * 7 + b"\n",
        b"[" * 50 + b"\n",
        b"k............................" * 9 + b"\n",
        b" " * 290 + b"\n",
        b"\t",
        b"domain: exemple.test is " * 10 + b"\n",
    ],
)
def test_at_most_two_seconds(part) -> None:
    reply = (part * (MAX_REPLY // len(part) + 1))[:MAX_REPLY]
    lines = reply.split(b"\n")
    varied = b"\n".join(b"%s %d" % (line, i) for i, line in enumerate(lines))[:MAX_REPLY]
    for text in (reply, varied):
        begun = time.process_time()
        read_whois("exemple.test", text)
        assert time.process_time() - begun < 2

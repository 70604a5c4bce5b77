"""What notices and remarks of an RDAP error tell of the domain."""

from __future__ import annotations

import json

import pytest
from lookups.loopback import Server, http, say

from confusables.lookups import Lookup, read_rdap

NAME = "exemple.test"
ERROR = {"rdapConformance": ["rdap_level_0"], "errorCode": 404, "title": "Not Found"}


def absent(**more: object):
    return read_rdap(NAME, 404, json.dumps(ERROR | more).encode())


STATED = [
    "The name is registered",
    "This domain is registered; data withheld at the holder's request",
    "Domain held by registry",
    "Name belongs to the government",
    "Domain exists but its data is private",
    "Object not visible to you",
    "The domain is reserved",
]
KINDS = [
    "object redacted due to authorization",
    "object truncated due to unexplainable reasons",
    "result set truncated due to authorization",
]


@pytest.mark.parametrize("text", [*STATED, *KINDS, "Sunrise only"])
def test_a_state_of_the_object_is_no_absence(text) -> None:
    for told in (
        {"remarks": [{"title": "Status", "description": [text]}]},
        {"remarks": [{"description": text}]},
        {"remarks": [{"type": text}]},
        {"remarks": {"title": text}},
        {"remarks": [text]},
        {"remarks": [{"description": ["x" * 200, text]}]},
        {"notices": [{"title": "Status", "description": [text]}]},
        {"notices": [{"title": text}]},
        {"notices": [{"type": text, "title": "Terms of Use"}]},
        {"notices": [text]},
        {"notices": text},
    ):
        answer = absent(**told)
        assert answer.verdict == "unknown", told


@pytest.mark.parametrize("text", STATED)
def test_a_sentence_about_the_domain_counts_among_terms(text) -> None:
    terms = f"Service subject to these terms. {text}. By querying you agree to them."
    assert absent(notices=[{"title": "Terms of Use", "description": [terms]}]).verdict == "unknown"


@pytest.mark.parametrize("text", ["Note the colour", "See https://nic.test/", "Backend 7"])
def test_a_remark_is_about_the_object_whatever_it_says(text) -> None:
    assert absent(remarks=[{"title": "Remark", "description": [text]}]).verdict == "unknown"


def test_a_remark_may_repeat_that_nothing_was_found() -> None:
    said = {"description": ["Domain not found"], "links": [{"href": "https://nic.test/registered"}]}
    assert absent(remarks=[said]).verdict == "no-record"
    assert absent(remarks=[]).verdict == "no-record"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Terms of Service", "Service subject to Terms of Service."),
        (
            "RDAP Terms of Service",
            "By querying our Domain Database, you are agreeing to comply with these terms. "
            "Information on registered domain names is provided for lawful purposes. The "
            "registrant of a domain name that is registered in this zone is responsible for it.",
        ),
        (
            "Terms",
            "Registration data is provided to authorized persons. Data that is redacted is so.",
        ),
        ("Copyright", "X is a registered trademark of Example SA. All rights reserved."),
        ("", "Example is a registered trade mark."),
        ("RDDS Inaccuracy Complaint Form", "URL of the complaint form: https://icann.org/wicf"),
        ("Status Codes", "For more information on domain status codes, see https://icann.org/epp"),
        ("Notice", "This response conforms to the RDAP Operational Profile version 1.0"),
        ("Disclaimer", "Data of registered domains may be redacted for privacy."),
        ("Notice", "The domain is not registered"),
        ("Notice", "exemple.test not found"),
    ],
)
def test_terms_and_the_like_stay_harmless(title, text) -> None:
    assert absent(notices=[{"title": title, "description": [text]}]).verdict == "no-record"


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"title": "429"}, "throttled"),
        ({"description": ["403"]}, "throttled"),
        ({"description": "(451)"}, "refused"),
        ({"status": 403}, "throttled"),
        ({"statusCode": "503"}, "unrecognised"),
    ],
)
def test_another_status_in_a_404(more, reason) -> None:
    answer = absent(**more)
    assert (answer.verdict, answer.reason) == ("unknown", reason)
    assert absent(status=404, description=["404"]).verdict == "no-record"


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        ("text/html; charset=utf-8", "unknown"),
        ("Application/XHTML+XML", "unknown"),
        ("application/rdap+json", "no-record"),
        ("application/json", "no-record"),
        ("", "no-record"),
    ],
)
def test_a_page_is_no_answer_whatever_is_in_it(kind, verdict) -> None:
    headers = {"Content-Type": kind} if kind else None
    with (
        Server(say(http(json.dumps(ERROR).encode(), 404, headers))) as server,
        Lookup(rdap={"test": server.url}, allow_loopback=True) as lookup,
    ):
        assert lookup.ask(NAME).verdict == verdict

"""What a report says of what the registries said."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest
from market_made import collision, report, suggestion

from confusables.model import Answer, Country, Reason, Says, Verdict
from confusables.report import asked
from confusables.results import Coverage

AT = "2026-11-26T10:00:00Z"
KNOWN = Answer(
    Verdict.REGISTERED,
    Reason.FOUND,
    "rdap",
    AT,
    registrar="Example Registrar SAS",
    holder="Panier SARL",
    created="2011-12-13",
    expires="2031-12-13",
    statuses=("ok", "clientHold"),
    countries=(
        Country("FR", "registrant"),
        Country("CA", "eligibility"),
        Country("US", "registrar"),
    ),
)
MISSING = Answer(Verdict.NO_RECORD, Reason.NO_RECORD, "whois", AT)
UNKNOWN = [Answer(Verdict.UNKNOWN, reason, None, AT) for reason in Reason]


def test_a_registration_is_told_whole() -> None:
    assert asked.answered(KNOWN, "monpanierbleu.com", "en") == (
        "registered, says the registry (RDAP, 2026-11-26) · holder Panier SARL · "
        "registrar Example Registrar SAS · France (stated for the holder) · "
        "Canada (required by the ending) · United States (the registrar's) · since 2011-12-13 · "
        "status clientHold"
    )


def test_what_is_not_stated_is_said_to_be_so() -> None:
    bare = Answer(Verdict.REGISTERED, Reason.FOUND, "whois", AT)
    assert asked.answered(bare, "a.de", "en") == (
        "registered, says the registry (WHOIS, 2026-11-26) · holder not stated · date not stated"
    )


def test_no_record_is_no_more_than_that() -> None:
    assert asked.answered(MISSING, "a.fr", "en") == (
        "no record, says the registry (WHOIS, 2026-11-26); "
        "it may have lapsed, or be reserved or blocked"
    )


@pytest.mark.parametrize("answer", UNKNOWN, ids=lambda a: str(a.reason))
def test_an_unknown_is_shown_as_one_with_its_reason(answer) -> None:
    told = asked.answered(answer, "a.nl", "en")
    assert told.startswith("unknown whether it is registered: ")
    assert len(told.partition(": ")[2]) > 10
    assert "{" not in told


def test_each_reason_of_an_unknown_has_its_own_words() -> None:
    told = {
        a.reason: asked.answered(a, "a.nl", "en")
        for a in UNKNOWN
        if a.reason not in (Reason.FOUND, Reason.NO_RECORD)
    }
    assert len(set(told.values())) == len(told)
    assert "--accept-terms nl" in told[Reason.TERMS]


def _whole() -> str:
    answers = [KNOWN, MISSING, *UNKNOWN]
    found = report(
        collisions=[replace(collision(f"a{i}.nl"), lookup=a) for i, a in enumerate(answers)]
    )
    names = itertools.count()
    suggested = [replace(suggestion(f"s{next(names)}.nl"), lookup=a) for a in [*answers, None]]
    return replace(
        found, suggestions=suggested, coverage=Coverage((), (Says("x"),), asked=40, unknown=32)
    ).to_text(width=1000)


def test_no_report_says_free_or_available() -> None:
    assert not re.search(r"\b(free|available|unregistered)\b", _whole(), re.IGNORECASE)


def test_a_report_shows_all_of_it() -> None:
    text = _whole()
    assert "   registered, says the registry (RDAP, 2026-11-26) · holder Panier SARL" in text
    assert "the registries, asked about 40 names; 32 of them stayed unknown" in text
    assert "which are registered:\n   s0.nl: registered, says" in text
    assert "has no record (they may be reserved or blocked all the same):\n   s1.nl\n" in text
    assert "asked about, and unknown:\n   s2.nl: " in text
    assert "nobody has asked whether they are registered:\n   s18.nl\n" in text


def test_hostile_text_of_a_registry_is_cleaned() -> None:
    hostile = replace(KNOWN, holder="Evil\x1b[31m\u202eSA", registrar="R\u200b\nX", statuses=())
    found = replace(collision(), lookup=hostile)
    text = report(collisions=[found]).to_text(width=300)
    assert "holder Evil[31mSA" in text
    assert not any(c in text for c in "\x1b\u202e\u200b")


def test_where_nobody_was_asked_nothing_is_said_of_it() -> None:
    text = report(collisions=[collision()]).to_text()
    assert "registry" not in text
    assert asked.counted(Coverage((), ()), "en") == ""


def test_all_answered_is_said() -> None:
    told = asked.counted(Coverage((), (), asked=3), "en")
    assert told == "the registries, asked about 3 names"


def test_suggestions_that_nobody_asked_about_stand_as_before() -> None:
    (only,) = asked.groups([suggestion("a.fr")], "en")
    assert only == (
        "People may also type these; nobody has asked whether they are registered:",
        ["a.fr"],
    )

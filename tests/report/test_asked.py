"""What a report says of what the registries said."""

from __future__ import annotations

import csv
import io
import itertools
import re
from dataclasses import replace
from html import unescape

import pytest
from market_made import collision, report, suggestion

from confusables.model import Answer, Country, Reason, Says, Verdict
from confusables.report import Report, asked, sheet
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
        "registered, says the registry (RDAP, 26 November 2026) · holder Panier SARL · "
        "registrar Example Registrar SAS · France (stated for the holder) · "
        "Canada (required by the ending) · United States (the registrar's) · "
        "since 13 December 2011 · status clientHold"
    )


def test_what_is_not_stated_is_said_to_be_so() -> None:
    bare = Answer(Verdict.REGISTERED, Reason.FOUND, "whois", AT)
    assert asked.answered(bare, "a.de", "en") == (
        "registered, says the registry (WHOIS, 26 November 2026) · holder not stated"
        " · date not stated"
    )


def test_no_record_is_no_more_than_that() -> None:
    assert asked.answered(MISSING, "a.fr", "en") == (
        "no record, says the registry (WHOIS, 26 November 2026); "
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


def _whole() -> Report:
    answers = [KNOWN, MISSING, *UNKNOWN]
    found = report(
        collisions=[replace(collision(f"a{i}.nl"), lookup=a) for i, a in enumerate(answers)]
    )
    names = itertools.count()
    suggested = [replace(suggestion(f"s{next(names)}.nl"), lookup=a) for a in [*answers, None]]
    return replace(
        found, suggestions=suggested, coverage=Coverage((), (Says("x"),), asked=40, unknown=32)
    )


def _sheet(found: Report) -> str:
    out = io.StringIO()
    sheet.write_header(out)
    sheet.write_report(found, out, "en")
    return out.getvalue()


FORMS = {
    "text": lambda found: found.to_text(width=1000),
    "html": lambda found: unescape(found.to_html()),
    "markdown": lambda found: found.to_markdown().replace("\\", ""),
    "csv": _sheet,
}


@pytest.mark.parametrize("form", FORMS)
def test_no_report_says_free_or_available(form) -> None:
    assert not re.search(r"\b(free|available|unregistered)\b", FORMS[form](_whole()), re.IGNORECASE)


@pytest.mark.parametrize("form", ["text", "html", "markdown"])
def test_each_form_for_people_tells_each_answer_and_how_many_stayed_unknown(form) -> None:
    text = FORMS[form](_whole())
    for answer in [KNOWN, MISSING, *UNKNOWN]:  # a line of a page begins with a capital
        assert asked.answered(answer, "a.nl", "en").casefold() in text.casefold()
    assert "he registries, asked about 40 names; 32 of them stayed unknown" in text
    assert text.index("s17.nl") < text.index("nobody has asked") or form == "html"


def test_markdown_parts_the_suggestions_by_what_is_known() -> None:
    text = FORMS["markdown"](_whole())
    known = [line for line in text.splitlines() if line.startswith("## People may also type")]
    assert known == [
        "## People may also type these, which are registered",
        "## People may also type these, of which the registry has no record"
        " (they may be reserved or blocked all the same)",
        "## People may also type these; asked about, and unknown",
        "## People may also type these; nobody has asked whether they are registered",
    ]
    assert text.rindex("- s17.nl: ") < text.index(known[3]) < text.index("- s18.nl")


def test_a_table_has_the_answers_in_columns() -> None:
    rows = list(csv.DictReader(io.StringIO(_sheet(_whole()))))
    answers = [KNOWN, MISSING, *UNKNOWN]
    assert [(r["lookup"], r["lookup_reason"]) for r in rows] == [
        (str(a.verdict), str(a.reason)) for a in answers
    ]
    (bare,) = csv.DictReader(io.StringIO(_sheet(report(collisions=[collision()]))))
    assert (bare["lookup"], bare["lookup_reason"]) == ("", "")


def test_all_that_was_asked_about_is_shown_however_much_it_is() -> None:
    many = [replace(suggestion(f"s{n}.nl"), lookup=MISSING) for n in range(60)]
    for form in ("text", "html", "markdown"):
        text = FORMS[form](report(suggestions=[*many, suggestion("rest.nl")]))
        assert "s59.nl" in text
        assert "rest.nl" in text


def test_in_french_a_colon_has_its_space() -> None:
    (_, (line,)) = asked.groups([replace(suggestion("a.nl"), lookup=UNKNOWN[0])], "fr")[0]
    assert line.startswith("a.nl\u00a0: ")


def test_a_report_shows_all_of_it() -> None:
    text = FORMS["text"](_whole())
    assert "   registered, says the registry (RDAP, 26 November 2026) · holder Panier SARL" in text
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

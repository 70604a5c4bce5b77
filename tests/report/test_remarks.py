"""What a report says before all else of how a text was read."""

from __future__ import annotations

import json

import pytest

import confusables
from confusables import Checker
from confusables.names import parse
from confusables.report.remarks import remarks


@pytest.mark.parametrize(
    ("text", "ending", "domain"),
    [
        ("Ma Garderie.ca", ".ca", "magarderie.ca"),
        ("mon quartier .ca", ".ca", "monquartier.ca"),
        ("monquartier,ca", ",ca", "monquartier.ca"),
        ("#JeMeVaccine.ca", ".ca", "jemevaccine.ca"),
        ("Québec en santé.qc.ca", ".qc.ca", "quebecensante.qc.ca"),
    ],
)
def test_an_ending_behind_a_brand_is_said_to_be_letters_of_it(text, ending, domain) -> None:
    (told,) = remarks(parse(text), "en")
    assert told == (
        f"“{ending}” at the end was read as letters of the name; for the address write {domain}."
    )


@pytest.mark.parametrize(
    "text",
    ["St. Hubert", "A.P.C.", "J.P. Morgan", "Dr. No", "Studio.54", "Le Panier bleu", "H&M", ".ca x",
     "Smith, Co", "lepanierbleu.ca", "exemple.co.uk", "foo bar.zzz"],
)  # fmt: skip
def test_other_texts_get_no_remark(text) -> None:
    assert remarks(parse(text), "en") == []


def test_an_ending_that_nobody_knows_is_said_and_how_a_brand_is_written() -> None:
    told = remarks(parse("Bouge.ta.ville"), "en")
    assert told == [
        "Only ta.ville was compared. Left aside: the subdomain “bouge”.",
        "“.ville” is on no list of endings.",
        "If it is a brand, write it with spaces: “Bouge ta ville”.",
    ]
    assert "did you mean .quebec?" in remarks(parse("x.qubec"), "en")[0]
    assert "did you mean .com?" in remarks(parse("x.cmo"), "en")[0]


@pytest.mark.parametrize("form", ["to_text", "to_markdown", "to_html"])
def test_every_form_for_people_says_it_first(form) -> None:
    made = getattr(confusables.check("Ma Garderie.ca"), form)()
    said = made.index("at the end was read")
    assert said < made.index("o existing name that people")


def test_an_intended_ending_that_nobody_knows_is_told_everywhere() -> None:
    report = Checker(suffixes=["qubec", "ca"]).check("Ville en fête")
    for form in ("to_text", "to_markdown", "to_html"):
        assert "did you mean .quebec?" in getattr(report, form)().replace("\\", "")
    missing = json.loads(report.to_json())["coverage"]["not_searched"]
    assert "“.qubec”, which is on no list of public suffixes" in missing
    assert not any("“.ca”" in line for line in missing)
    assert missing == [str(says) for says in report.coverage.not_searched]

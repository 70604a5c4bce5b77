"""Port-43 replies as fields."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from confusables.lookups.fields import Facts, Field, facts, fields
from confusables.lookups.registries import keys


def read(text: str) -> Facts:
    return facts(fields(text, keys()), keys())


def test_the_forms_of_a_statement() -> None:
    text = "Key: value\n  [State]   Connected\nc. [Name]  x\nStatus......: ok\nOwner\tExemple SA\n"
    assert [(f.key, f.value) for f in fields(text, keys())] == [
        ("key", "value"),
        ("state", "Connected"),
        ("name", "x"),
        ("status", "ok"),
        ("owner", "Exemple SA"),
    ]


def test_a_value_may_stand_on_the_next_lines() -> None:
    found = list(fields("Registrar:\n    Example [Tag = X]\n    more\n\nother words\n", keys()))
    assert [(f.key, f.value) for f in found] == [
        ("registrar", ""),
        ("registrar", "Example [Tag = X]"),
        ("registrar", "more"),
    ]


def test_sections_end_at_blank_lines_and_lesser_indents() -> None:
    text = "Registrant:\n  Organization: A SA\n\nCreated: 2001-02-03\n"
    text += "Registrar:\n  Name: R\nStatus: ok\n"
    found = read(text)
    assert (found.organisation, found.created, found.registrar) == ("A SA", "2001-02-03", "R")
    assert found.statuses == ("ok",)


def test_a_contacts_dates_are_not_the_domains() -> None:
    text = (
        "Domain: x.test\nRegistrant\n  Created: 1999-01-01\nAdmin Contact\n  Created: 1998-01-01\n"
    )
    assert read(text).created is None


def test_comments_and_sentences_are_no_statements() -> None:
    assert (
        list(fields("% Registrar: no\n# Status: no\n>>> Created: no\nA sentence.\n", keys())) == []
    )
    assert list(fields("Registered on 02nd August 2000\n", keys())) == [
        Field("", "registered on", "02nd August 2000")
    ]


def test_a_holder_is_found_by_its_handle() -> None:
    text = (
        "domain: x.test\nholder-c: EX1-TEST\nadmin-c: AD1-TEST\n\n"
        "nic-hdl: AD1-TEST\ntype: PERSON\ncontact: Camille Exemple\ncountry: BE\n\n"
        "nic-hdl: EX1-TEST\ntype: ORGANIZATION\ncontact: Exemple SA\ncountry: FR\n"
    )
    found = read(text)
    assert (found.organisation, found.country) == ("Exemple SA", "FR")
    assert read(text.replace("ORGANIZATION", "PERSON")).organisation is None


def test_objects_that_bear_one_handle_must_agree() -> None:
    text = "domain: x.test\nholder-c: -\n\nnic-hdl: -\ncountry: BE\n\nnic-hdl: -\ncountry: FR\n"
    assert read(text).country is None


def test_an_organisation_beside_the_domain_and_not_in_other_objects() -> None:
    assert read("domain: x.test\norg: Exemple SA\n").organisation == "Exemple SA"
    other = "domain: x.test\nadmin-c: AD1\n\ncontact: AD1\norg: Agence SA\n"
    assert read(other).organisation is None
    own = "domain: x.test\nregistrant: EX1\n\ncontact: EX1\norg: Exemple SA\n"
    assert read(own).organisation == "Exemple SA"


def test_a_lone_country() -> None:
    assert read("domain: x.test\ncountry: FR\n").country == "FR"
    assert read("domain: x.test\ncountry: FR\n\nAdmin Contact:\n  country: BE\n").country is None


def test_a_legal_person_has_an_organisations_name() -> None:
    text = "[Holder]\nType: Legal person\nName: Exemple SIA\nCountry: LV\n"
    assert read(text).organisation == "Exemple SIA"
    assert read(text.replace("Legal", "Natural")).organisation is None


def test_marked_headings_and_underscores() -> None:
    text = "** Domain Name: exemple.tr\n** Registrar:\nOrganization Name\t: Example\n"
    assert read(text).domains == ("exemple.tr",)
    assert read("domain_name: a.nz\ndomain_dateregistered: 1999-02-17\n").created == "1999-02-17"
    assert read("a [Domain Name]   exemple.my\n").domains == ("exemple.my",)
    assert read("   Record created on 2000-10-02 13:55:33 (YYYY-MM-DD)\n").created is not None


def test_statuses_behind_the_name() -> None:
    assert read("Domain name:\n   EXEMPLE.TK is Active\n").statuses == ("Active",)


@given(st.text(max_size=300))
def test_total(text) -> None:
    read(text)

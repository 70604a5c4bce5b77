"""What the shipped facts say, and that they say no more than their sources."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "confusables" / "tables"
PARTIAL = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
A_LABELS = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}")

KNOWN = {"OVH": "ovh.com"}
PRINTED = {
    "Le Panier bleu": "lepanierbleu.ca",
    "Mon Panier bleu": "monpanierbleu.com",
    "Ouestjob.com": "ouestjob.com",
}
"""The only domains that the articles print, and what everybody knows."""

ORGANISATIONS = {"", "LibertySurf", "France Télécom", "OVHcloud"}

NAMED = {
    *PRINTED, "Digiweb France", "Digiweb USA", "Interliant", "Poplist", "freesbee", "Cyberouest",
    "OVH", "OVHcloud", "CloudWatt", "Numergy", "Gandi", "AFUL", "Adullact", "Nexedi", "Alter Way",
    "Ielo", "If Research", "Vifib", "01net", "Beneteau",
}  # fmt: skip


@pytest.fixture(scope="module")
def cases():
    with (ROOT / "data" / "cases.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def found(inputs):
    from steps.records import records

    return records(inputs)


@pytest.fixture(scope="module")
def by_domain(found):
    return {record.domain: record for record in found if record.domain}


def table(name):
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def test_every_case_has_its_source_and_no_invented_domain(cases):
    for row in cases:
        assert all(row[key] for key in ("case", "name", "role", "outlet", "article")), row
        known = row["outlet"] == "general knowledge" and row["note"] == "its domain"
        stated = KNOWN if known else PRINTED
        assert row["domain"] == stated.get(row["name"], ""), row
        assert row["owner"] in ORGANISATIONS, row
        assert row["country"] in {"", "CA", "FR", "US"}, row
        assert row["since"] == "" or PARTIAL.fullmatch(row["since"]), row
        assert row["published"] == "" or PARTIAL.fullmatch(row["published"]), row
        assert row["published"] or any(
            why in row["article"] for why in ("undated", "not stated", "none of the articles")
        ), row
        assert row["searched"] in {"yes", "no"}, row
    assert {row["name"] for row in cases if row["searched"] == "yes"} >= NAMED


def test_the_two_baskets_are_as_the_article_has_them(by_domain):
    old, new = by_domain["monpanierbleu.com"], by_domain["lepanierbleu.ca"]
    assert (old.name, old.countries, old.since) == ("Mon Panier bleu", ("FR",), "2017-06")
    assert (new.name, new.countries, new.since) == ("Le Panier bleu", ("CA",), "2020-04-05")
    assert old.owners == new.owners == ()
    assert old.sources == new.sources == ("cases",)


def test_names_without_a_domain_come_last(found):
    names = [record.name for record in found if record.domain is None]
    assert found[-len(names) :] == [record for record in found if record.domain is None]
    assert names == sorted(names)
    assert set(names) == NAMED - PRINTED.keys() | {"Interliant Europe", "Nordnet", "Rapid.Space"}


def test_the_records_are_sane(found, by_domain):
    from steps.records import OWNERS

    domains = [record.domain for record in found if record.domain]
    assert domains == sorted(set(domains))
    assert len(domains) >= 64_076
    assert sum(bool(record.countries) for record in found) > 61_500
    for record in found:
        assert record.domain is None or A_LABELS.fullmatch(record.domain), record
        assert record.domain or record.name, record
        assert len(record.owners) <= OWNERS, record
        assert all(re.fullmatch("[A-Z]{2}", code) for code in record.countries), record
        assert list(record.countries) == sorted(set(record.countries)), record
        for text in (record.name, *record.owners):
            assert not re.search(r"[\x00-\x1f\x7f|]", text), record
            assert text == " ".join(text.split()), record
        assert record.sources, record
        assert record.since is None or PARTIAL.fullmatch(record.since), record
    assert not {"FX", "EU", "UK", "001"} & {c for r in found for c in r.countries}


def test_a_shared_domain_is_called_after_its_parent(by_domain):
    for domain, name in {
        "google.com": "Google",
        "ethz.ch": "ETH Zurich",
        "cnrs.fr": "Centre National de la Recherche Scientifique",
        "mit.edu": "Massachusetts Institute of Technology",
        "berlin.de": "Berlin",
        "abbvie.co.jp": "AbbVie",
    }.items():
        assert by_domain[domain].name == name == by_domain[domain].owners[0]
    assert by_domain["google.com"].owners == ("Google",)


def test_whoever_has_a_page_on_a_host_does_not_hold_it(by_domain):
    for domain in ("hypotheses.org", "edublogs.org", "e-monsite.com"):
        record = by_domain[domain]
        assert (record.name, record.owners, record.countries) == ("", (), ())


def test_a_brand_of_the_whole_world_has_no_country_and_fx_is_france(tool):
    from steps.records import country

    assert country("001") is None
    assert country("fx") == country("fr") == "FR"
    assert country("el") is None


def test_every_source_of_a_record_has_a_date(found, inputs):
    from steps.records import as_of

    dates = as_of(inputs)
    assert {source for record in found for source in record.sources} == set(dates)
    assert all(PARTIAL.fullmatch(date) for date in dates.values())


def test_a_record_of_a_case(by_domain):
    found = by_domain["monpanierbleu.com"]
    assert (found.name, found.owners, found.countries) == ("Mon Panier bleu", (), ("FR",))
    assert (found.since, found.sources) == ("2017-06", ("cases",))


def test_groups_of_one_owner(by_domain):
    groups = table("owners.tsv")
    assert [int(row[0]) for row in groups] == list(range(1, len(groups) + 1))
    for _, owner, domains in groups:
        assert owner
        assert len(set(domains.split())) > 1
        assert domains.split() == sorted(domains.split())
    together = [set(row[2].split()) for row in groups]
    assert any({"saturn.de", "saturn.at"} <= group for group in together)
    assert any({"abbvie.com", "abbvie.co.jp"} <= group for group in together)
    assert not any("consensu.org" in group for group in together)
    assert not any("monpanierbleu.com" in group for group in together)


def test_languages_of_countries():
    spoken = {country: languages.split() for country, languages in table("territories.tsv")}
    assert len(spoken) > 240
    assert spoken["CA"][:2] == ["en:87:o", "fr:29:o"]
    assert spoken["FR"][0] == "fr:97:o"
    for country, languages in spoken.items():
        assert re.fullmatch("[A-Z]{2}", country)
        assert all(re.fullmatch(r"[a-z]{2,3}:[\d.e-]+:[odr]?", language) for language in languages)
        shares = [float(language.split(":")[1]) for language in languages]
        assert shares == sorted(shares, reverse=True)


def test_where_suffixes_belong():
    rows = table("suffixes.tsv")
    known = {row[0]: row[1:] for row in rows}
    assert [row[0] for row in rows] == sorted(known)
    for suffix, kind, country in (
        ("ca", "country", "CA"), ("uk", "country", "GB"), ("eu", "country", "EU"),
        ("su", "country", "RU"), ("ac", "country", "SH"), ("xn--p1ai", "country", "RU"),
        ("co.uk", "country", "GB"), ("gouv.fr", "restricted", "FR"), ("gov", "restricted", "US"),
        ("quebec", "place", "CA"), ("com", "generic", ""), ("shop", "generic", ""),
    ):  # fmt: skip
        assert known[suffix][:2] == [kind, country], suffix
    assert known["quebec"][3] == "fr"
    assert known["io"][2] == "yes"
    assert max(rows, key=lambda row: int(row[5]))[0] == "com"
    assert int(known["co.uk"][4]) > int(known["uk"][4])
    spoken = {country for country, _ in table("territories.tsv")}
    assert {row[2] for row in rows} - spoken <= {"", "EU", "BV", "HM", "GS", "AQ"}

"""The documented cases of data/cases.csv: what a report must say of each."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from confusables import Checker, Launch, compare
from confusables.market import notice
from confusables.model import Level
from confusables.names import parse
from confusables.results import Action, Overlap, Who

CASES = Path(__file__).parents[2] / "data" / "cases.csv"


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def checker():
    return Checker(launch=Launch(200_000, peak=True))


def collisions(report):
    return {c.domain or c.name: c for c in report.collisions}


# Names of the cases that nothing which ships comes near to.
ALONE = {"01net", "AFUL", "Adullact", "Beneteau", "Nexedi", "Numergy", "Transpac", "Vifib"}


@pytest.mark.parametrize("name", sorted({r["domain"] or r["name"] for r in rows()} - ALONE))
def test_the_layers_of_a_report_on_the_cases_move_nothing(checker, name):
    report = checker.check(name)
    assert report.collisions or report.own
    for found in (*report.collisions, *report.own):
        assert found.market is not None
        assert found.first is not None
        pair = compare(name, found.domain or found.unicode)
        assert found.probability == pair.probability  # the layers moved nothing
    for found in report.collisions:
        assert found.stray_visits is not None
        assert bool(found.advice) or found.level != Level.WARN


def test_panier_bleu(checker):
    report = checker.check("lepanierbleu.ca")
    assert report.level == Level.WARN
    found = report.collisions[0]
    assert found.domain == "monpanierbleu.com"
    assert found.level == Level.WARN
    assert found.market.new == ("CA",)
    assert found.market.existing == ("FR",)
    assert found.market.shared_languages == ("fr",)
    assert found.market.overlap == Overlap.SHARED_LANGUAGE
    assert found.first.who == Who.EXISTING
    assert found.first.existing == "2017-06"
    assert found.stray_visits.high > found.stray_visits.middle > 0
    actions = {a.action for a in found.advice}
    assert {
        Action.CHOOSE_ANOTHER, Action.WRITE_TO_HOLDER, Action.DISAMBIGUATE, Action.WARN_HOST,
        Action.GEOGRAPHIC, Action.ASK_LAWYER, Action.SEARCH_TERMS,
    } <= actions  # fmt: skip
    drafted = notice(
        report.name,
        parse(found.domain),
        "fr",
        ours=report.existing,
        theirs=found.registration,
        level=found.level,
    )
    assert "Mon Panier bleu" in drafted.letter
    assert "depuis juin\u00a02017, donc avant nous" in drafted.letter


def test_panier_bleu_for_its_market(checker):
    made = Checker(markets=["CA"], languages=["fr"]).check("Le Panier bleu")
    found = collisions(made)["monpanierbleu.com"]
    assert found.market.new_languages == ("fr",)
    assert found.market.overlap == Overlap.SHARED_LANGUAGE


def test_the_small_shop_looking_the_other_way_was_first(checker):
    found = collisions(checker.check("monpanierbleu.com"))["lepanierbleu.ca"]
    assert found.first.who == Who.NEW
    assert not {Action.WRITE_TO_HOLDER, Action.CHOOSE_ANOTHER} & {a.action for a in found.advice}


@pytest.mark.parametrize("asked", ["Digiweb France", "digiweb.fr"])
def test_digiweb_one_name_two_countries_two_owners(asked):
    report = Checker(markets=["FR"]).check(asked)
    found = collisions(report)["Digiweb USA"]
    assert found.level == Level.WARN
    assert found.market.new == ("FR",)
    assert found.market.existing == ("US",)
    assert found.market.overlap in (Overlap.NONE, Overlap.GENERIC_SUFFIX)
    assert found.first.who == Who.NOT_KNOWN or asked == "digiweb.fr"
    assert "Digiweb USA" not in {c.name for c in report.own}


@pytest.mark.parametrize(("asked", "held"), [("OVHcloud", "OVH"), ("OVH", "OVHcloud")])
def test_ovh_one_owner_is_shown_apart(checker, asked, held):
    report = checker.check(asked)
    own = {c.name: c for c in report.own}
    assert held in own
    assert own[held].why is not None
    assert own[held].advice == ()
    assert held not in {c.name for c in report.collisions}


@pytest.mark.parametrize(
    ("asked", "other"), [("ouestjob.com", "Cyberouest"), ("Cyberouest", "ouestjob.com")]
)
def test_ouestjob_and_cyberouest_share_a_word_and_are_review_at_most(checker, asked, other):
    found = collisions(checker.check(asked)).get(other)
    assert found is None or found.level == Level.REVIEW
    assert compare(asked, other).level != Level.WARN


@pytest.mark.parametrize(("asked", "other"), [("Numergy", "CloudWatt"), ("CloudWatt", "Numergy")])
def test_numergy_and_cloudwatt_have_nothing_to_report(checker, asked, other):
    assert other not in collisions(checker.check(asked))
    assert compare(asked, other).level == Level.BELOW


@pytest.mark.parametrize(
    ("asked", "other"),
    [("Alter-Way", "Alter Way"), ("Ghandi", "Gandi"), ("rapidspace", "Rapid.Space")],
)
def test_near_in_sound_spacing_and_suffix(checker, asked, other):
    """The other lessons of the sovereign clouds: at least a matter of review."""
    assert compare(asked, other).level in (Level.WARN, Level.REVIEW) or compare(asked, other).same

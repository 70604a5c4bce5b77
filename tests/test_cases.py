"""The documented cases, and the twenty pairs on which the rivals were measured."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pairs import NOT_CONFUSED, PAIRS

from confusables import Checker, Corpus, Level, check, compare
from confusables.model import Kind
from confusables.names import brand, parse

if TYPE_CHECKING:
    from confusables.report import Report

CASES = Path(__file__).resolve().parents[1] / "data" / "cases.csv"


@pytest.fixture(scope="module")
def report() -> Report:
    return check("lepanierbleu.ca")


def test_le_panier_bleu_warns_of_mon_panier_bleu(report: Report) -> None:
    assert report.level == Level.WARN
    first = report.collisions[0]
    assert (first.domain, first.level) == ("monpanierbleu.com", Level.WARN)
    assert first.registration.name == "Mon Panier bleu"
    assert first.registration.countries == ("FR",)
    assert first.registration.since == "2017-06"


def test_it_is_explained_as_a_determiner_and_another_suffix(report: Report) -> None:
    first = report.collisions[0]
    assert first.kind == Kind.DETERMINER
    said = {t.signal: t.because for t in first.terms}
    assert said["determiner"] == "le → mon before “panierbleu”"
    assert ".com for .ca" in said["suffix"]


def test_the_report_says_so_in_its_first_lines(report: Report) -> None:
    head = "\n".join(report.to_text().splitlines()[:13])
    assert "WARNING" in head
    assert "monpanierbleu.com" in head
    assert "le → mon before “panierbleu”" in head
    assert "another ending, .com for .ca" in head


def test_the_new_platform_itself_is_held(report: Report) -> None:
    assert report.existing is not None
    assert report.existing.domain == "lepanierbleu.ca"
    assert report.existing.since == "2020-04-05"


def test_the_other_way_round_the_same_number(report: Report) -> None:
    back = check("monpanierbleu.com")
    (there,) = [c for c in report.collisions if c.domain == "monpanierbleu.com"]
    (here,) = [c for c in back.collisions if c.domain == "lepanierbleu.ca"]
    assert here.bits == pytest.approx(there.bits, abs=1e-6)
    assert here.kind == there.kind


def test_without_the_cases_the_shop_is_among_the_first_suggestions(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("unrelated.org\n", "utf-8")
    report = Checker(Corpus.load(tmp_path / "list.txt")).check("lepanierbleu.ca")
    assert "monpanierbleu.com" in [s.domain for s in report.suggestions[:20]]
    assert all(s.lookup is None for s in report.suggestions)


@pytest.fixture(scope="module")
def both_ways(tmp_path_factory: pytest.TempPathFactory) -> tuple[Checker, Checker]:
    made = []
    for name, side in (("existing", 1), ("new", 0)):
        path = tmp_path_factory.mktemp(name) / "list.txt"
        path.write_text("\n".join(dict.fromkeys(pair[side] for pair in PAIRS)), "utf-8")
        made.append(Checker(Corpus.load(path)))
    return made[0], made[1]


def _shown(checker: Checker, new: str, old: str) -> bool:
    report = checker.check(new)
    wanted = parse(old).ascii
    return any(c.domain == wanted for c in (*report.collisions, *report.own))


def test_at_least_seventeen_of_the_twenty_pairs_are_shown(
    both_ways: tuple[Checker, Checker],
) -> None:
    missed = [pair for pair in PAIRS if not _shown(both_ways[0], *pair)]
    assert len(PAIRS) - len(missed) >= 17, missed


def test_the_same_pairs_are_shown_the_other_way_round(both_ways: tuple[Checker, Checker]) -> None:
    existing, new = both_ways
    differ = [(a, b) for a, b in PAIRS if _shown(existing, a, b) != _shown(new, b, a)]
    assert differ == []


def test_names_that_nobody_mistakes_are_not_shown(both_ways: tuple[Checker, Checker]) -> None:
    a, b = NOT_CONFUSED
    assert not _shown(both_ways[0], a, b)
    assert not _shown(both_ways[1], b, a)
    assert compare(a, b).level == Level.BELOW


@pytest.mark.parametrize(
    ("new", "old", "kind"),
    [
        ("digiweb.fr", "digiweb.com", Kind.SAME_LABEL),
        ("ovhcloud.com", "ovh.com", Kind.AFFIX),
        ("beneteau.com", "bénéteau.com", Kind.ACCENT),
        ("alterway.fr", "alter-way.fr", Kind.DELIMITER),
        ("rapid.space", "rapidspace.com", Kind.DOMAIN_HACK),
        ("paypal.com", "paypa1.com", Kind.LOOKALIKE),
        ("google.com", "gооgle.com", Kind.HOMOGLYPH),
        ("lapetiteboutique.fr", "mapetiteboutique.fr", Kind.DETERMINER),
        ("panierbleu.quebec", "lepanierbleu.ca", Kind.DETERMINER),
        ("boutiquedupain.fr", "painboutique.fr", Kind.WORD_ORDER),
        ("bluebasket.ca", "lepanierbleu.ca", Kind.TRANSLATION),
        ("rnicrosoft.com", "microsoft.com", Kind.LOOKALIKE),
    ],
)
def test_each_is_explained_as_a_person_would(new: str, old: str, kind: Kind) -> None:
    found = compare(new, old)
    assert found.kind == kind
    assert found.level in (Level.WARN, Level.REVIEW)


def test_one_owner_under_two_names_stands_apart() -> None:
    """OVH renamed itself OVHcloud."""
    report = check("OVHcloud")
    own = [c for c in report.own if c.label == "ovh"]
    assert own
    assert all(c.why is not None and "owner" in str(c.why) for c in own)
    assert "ovh" not in [c.label for c in report.collisions]


def test_a_case_states_only_what_its_source_states() -> None:
    """Names without a printed domain have none, in the file and in the corpus."""
    corpus = Corpus.shipped()
    with CASES.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["searched"] == "yes"]
    assert len(rows) > 20
    for row in rows:
        name = parse(row["domain"]) if row["domain"] else brand(row["name"])
        found = corpus.find(name.unicode)
        assert found is not None, row["name"]
        from_cases = [r for r in corpus.registrations(found) if "cases" in r.sources]
        assert from_cases, row["name"]
        if row["domain"]:
            assert row["domain"] in [r.domain for r in from_cases]
        else:
            assert None in [r.domain for r in from_cases]


def test_digiweb_is_found_by_its_name_in_two_countries() -> None:
    shown = {c.name: c.registration.countries for c in check("Digiweb").collisions}
    assert shown.get("Digiweb France") == ("FR",)
    assert shown.get("Digiweb USA") == ("US",)

"""A checker that asks the registries: about what, what it makes of the answers, and privacy."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from lookups.loopback import http

import confusables
from confusables import Checker, Corpus, Level
from confusables.lookups import Lookup
from confusables.names import parse
from confusables.results import Who

if TYPE_CHECKING:
    from registry_made import Registry

NEW = "lepanierbleu.ca"
OLD = "monpanierbleu.com"


@pytest.fixture
def checker(tmp_path, registry):
    """Make a checker of a corpus of these rows, that asks the registry."""
    lookups: list[Lookup] = []

    def made(*rows: str, **more: object) -> Checker:
        path = tmp_path / "list.csv"
        path.write_text("\n".join(["domain,name,owner,country,since", *rows]) + "\n", "utf-8")
        lookups.append(registry.lookup())
        return Checker(Corpus.load(path), **{"lookup": lookups[-1], **more})

    yield made
    for lookup in lookups:
        lookup.close()


def names_of(registry: Registry) -> list[str]:
    """What was asked about, without the random names that find endings which hold any name."""
    return [name for name in registry.asked if len(name.partition(".")[0]) != 20]


def test_lookup_is_a_public_name() -> None:
    assert confusables.Lookup is Lookup


def test_existing_names_alone_are_asked_about(checker, registry) -> None:
    registry.hold(OLD, "Panier SARL")
    report = checker(f"{OLD},,,,2017-06", "windmill.org,,,,", f"{NEW},,,,").check(NEW)
    (hit,) = report.collisions
    assert names_of(registry) == [OLD]
    assert (hit.lookup.verdict, hit.lookup.holder) == ("registered", "Panier SARL")
    assert (report.coverage.asked, report.coverage.unknown) == (1, 0)
    assert report.existing is not None
    assert report.to_dict()["collisions"][0]["lookup"]["holder"] == "Panier SARL"
    assert report.to_dict()["coverage"]["lookups"] == {"asked": 1, "unknown": 0}


def test_names_of_ones_own_and_accepted_ones_are_not_asked_about(checker, registry) -> None:
    rows = [f"{OLD},,,,", "mypanierbleu.com,,,,"]
    report = checker(*rows, mine=[OLD], accepted={"mypanierbleu.com": "known"}).check(NEW)
    assert (len(report.own), len(report.accepted)) == (1, 1)
    assert registry.asked == []
    assert report.coverage.asked == 0


def test_a_name_without_a_domain_is_not_asked_about(checker, registry) -> None:
    report = checker(",Mon Panier bleu,,FR,").check(NEW)
    assert [c.domain for c in report.collisions] == [None]
    assert registry.asked == []


def test_what_the_registry_knows_moves_market_and_who_was_first(checker, registry) -> None:
    registry.hold(OLD, "Panier SARL", "France")
    (before,) = checker(f"{OLD},,,,", lookup=None).check(NEW).collisions
    (hit,) = checker(f"{OLD},,,,").check(NEW).collisions
    assert (before.market.existing, before.first.who) == ((), Who.NOT_KNOWN)
    assert (hit.market.existing, hit.first.who) == (("FR",), Who.EXISTING)
    assert hit.first.existing == "2011-12-13"
    assert (hit.probability, hit.bits, hit.level) == (before.probability, before.bits, before.level)
    assert len(hit.advice) > 0


@pytest.mark.parametrize(
    "new", [NEW, "xn--lepanierblu-fbb.ca", "Le Panier bleu", "panierbleu.test"]
)
def test_the_name_under_study_is_never_sent(checker, registry, new) -> None:
    """Neither to find whether it exists, nor as a suggestion of itself."""
    rows = [f"{NEW},,,,", f"{OLD},,,,", "panierbleu.test,,,,"]
    report = checker(*rows, probe=60, suffixes=["ca", "test"]).check(new)
    assert report.coverage.asked > 20
    name = parse(new)
    if name.suffix:
        assert name.ascii not in registry.asked
    else:
        held = {c.domain for c in report.collisions}
        labels = {n.partition(".")[0] for n in registry.asked if n not in held}
        assert name.label not in labels


def test_a_probe_asks_about_so_many_likely_names(checker, registry) -> None:
    report = checker("windmill.org,,,,", probe=4).check(NEW)
    assert sorted(names_of(registry)) == sorted(s.domain for s in report.suggestions[:4])
    verdicts = [s.lookup and str(s.lookup.verdict) for s in report.suggestions]
    assert verdicts[:4] == ["no-record"] * 4
    assert set(verdicts[4:]) == {None}
    assert report.level == Level.NONE_FOUND


@pytest.mark.parametrize(
    ("new", "own"), [("Café Noir", "cafenoir"), ("Bäckerei Müller", "baeckereimueller")]
)
def test_a_brand_is_asked_about_neither_as_it_is_nor_in_plain_letters(
    checker, registry, new, own
) -> None:
    checker("windmill.org,,,,", probe=8).check(new)
    asked = {name.partition(".")[0] for name in registry.asked}
    assert asked
    assert not asked & {own, parse(new).label}


def test_an_intended_address_is_not_asked_about(checker, registry) -> None:
    report = checker(f"{NEW},,,,", f"{OLD},,,,", suffixes=["ca"]).check("Le Panier bleu")
    assert [c.domain for c in report.collisions] == [NEW, OLD]
    assert names_of(registry) == [OLD]


def test_names_that_a_list_holds_are_not_probed(checker, registry) -> None:
    checker("panierbleu.com,,,,", "panierbleu.ca,,,,", probe=3).check(NEW)
    asked = names_of(registry)
    assert "panierbleu.ca" in asked  # the collision that is shown
    assert "panierbleu.com" not in asked  # stands beside it in the list
    assert len(asked) == 1 + 3


def test_the_order_of_the_questions_tells_nothing(checker, registry) -> None:
    ask = checker("windmill.org,,,,", probe=12)
    orders = set()
    for _ in range(3):
        registry.server.requests.clear()
        ask.check(NEW)
        orders.add(tuple(n for n in names_of(registry) if n.endswith(".ca")))
    assert len(orders) > 1


def test_a_probed_name_that_is_registered_becomes_a_collision(checker, registry) -> None:
    registry.hold("panierbleu.com", "Panier SARL", "France")
    report = checker("windmill.org,,,,", probe=5).check(NEW)
    (hit,) = report.collisions
    assert (hit.domain, report.level) == ("panierbleu.com", hit.level)
    assert hit.registration.sources == ("lookup",)
    assert hit.registration.owners == ("Panier SARL",)
    assert (hit.registration.countries, hit.registration.since) == (("FR",), "2011-12-13")
    assert hit.lookup.registrar == "Example Registrar SAS"
    assert hit.probability == confusables.compare(NEW, hit.domain).probability
    assert (hit.market.existing, hit.first.who) == (("FR",), Who.EXISTING)
    assert "panierbleu.com" not in [s.domain for s in report.suggestions]
    assert report.to_dict()["collisions"][0]["registration"]["sources"] == ["lookup"]


def test_a_registered_sibling_of_a_collision_stands_beside_it(checker, registry) -> None:
    registry.hold("panierbleu.ca", "Panier SARL", "Canada")
    registry.hold("panierbleu.com", "Panier SARL")
    report = checker("panierbleu.com,,,FR,2009", probe=5).check(NEW)
    (hit,) = report.collisions
    assert hit.domain == "panierbleu.ca"  # of the suffix of the new name
    assert (hit.lookup.holder, hit.registration.sources) == ("Panier SARL", ("lookup",))
    assert [r.domain for r in hit.also] == ["panierbleu.com"]


def test_a_registered_name_that_is_not_likely_enough_stays_a_suggestion(checker, registry) -> None:
    registry.hold("panierbleu.com", "Panier SARL")
    report = checker("windmill.org,,,,", probe=5, min_probability=1.0).check(NEW)
    assert report.collisions == ()
    (held,) = [s for s in report.suggestions if s.lookup and s.lookup.holder]
    assert (held.domain, held.lookup.verdict) == ("panierbleu.com", "registered")
    assert "panierbleu.com" not in [d for a in report.advice for d in a.domains]
    assert (report.hidden.warn, report.level) == (1, Level.WARN)


def test_what_a_limit_leaves_out_of_what_was_probed_is_counted(checker, registry) -> None:
    for domain in ("panierbleu.com", "panierbleu.ca", "le-panier-bleu.ca"):
        registry.hold(domain, "Panier SARL")
    found = checker(f"{OLD},,,,2017-06", probe=8).check(NEW)
    fewer = checker(f"{OLD},,,,2017-06", probe=8, limit=1).check(NEW)
    assert len(found.collisions) > 1
    assert len(fewer.collisions) == 1
    assert sum(fewer.hidden) + 1 == sum(found.hidden) + len(found.collisions)


def test_what_the_same_owner_holds_is_no_collision(checker, registry) -> None:
    registry.hold("panierbleu.com", "Bleu SA")
    registry.hold(OLD, "Bleu SA")
    report = checker(f"{OLD},,,,", probe=5, owner="Bleu SA").check(NEW)
    assert report.collisions == ()
    assert {c.domain for c in report.own} == {OLD, "panierbleu.com"}
    assert report.level == Level.NONE_FOUND


def test_an_ending_that_registers_any_name_is_unknown(checker, registry) -> None:
    registry.everything = True
    report = checker("windmill.org,,,,", f"{OLD},,,,", probe=6).check(NEW)
    assert [c.domain for c in report.collisions] == [OLD]
    assert report.collisions[0].lookup.verdict == "unknown"
    assert (report.coverage.asked, report.coverage.unknown) == (7, 7)


def test_an_unknown_is_counted_and_changes_nothing(checker, registry) -> None:
    registry.replies[OLD] = http(b"", 429)
    report = checker(f"{OLD},,,,").check(NEW)
    (hit,) = report.collisions
    assert (hit.lookup.verdict, hit.lookup.reason) == ("unknown", "throttled")
    assert (report.coverage.asked, report.coverage.unknown) == (1, 1)
    assert report.level == Level.WARN


def test_what_will_be_asked_is_told_first(checker, registry) -> None:
    told: list[object] = []

    @contextmanager
    def telling(domains):
        told.append((sorted(domains), list(registry.asked)))
        yield told.append

    checker(f"{OLD},,,,", probe=2, telling=telling).check(NEW)
    assert told == [(sorted({OLD, "lepanierbleu.com", "panierbleu.ca"}), []), 1, 2, 3]


def test_nobody_is_told_where_nothing_is_asked(checker) -> None:
    def telling(_):
        raise AssertionError

    assert checker("windmill.org,,,,", telling=telling).check(NEW).coverage.asked == 0


def test_a_probe_needs_a_lookup(checker) -> None:
    with pytest.raises(ValueError, match="needs a lookup"):
        checker("windmill.org,,,,", lookup=None, probe=1)
    with pytest.raises(ValueError, match="a number of names"):
        checker("windmill.org,,,,", probe=-1)


def test_a_screening_asks_once_a_name(checker, registry) -> None:
    registry.hold(OLD, "Panier SARL")
    names = [NEW, "..", *(f"zxqvkjwpt{i}.com" for i in range(40))]
    told: list[str] = []
    screened = checker(f"{OLD},,,,").screen(names, unusable=lambda text, _: told.append(text))
    reports = list(screened)
    assert (len(reports), told) == (41, [".."])
    assert reports[0].collisions[0].lookup.holder == "Panier SARL"
    assert reports[0].suggestions
    assert names_of(registry) == [OLD]
    with pytest.raises(confusables.InvalidName):
        list(checker("windmill.org,,,,").screen([".."]))

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from market_made import collision, report, suggestion

import confusables
from confusables import Checker, Corpus, Launch
from confusables.market import layered
from confusables.model import Answer, Kind, Level, Reading, Reason, Registration, Verdict
from confusables.results import Action, Overlap, Who

FRENCH = (Reading("fr", ("le", "panier", "bleu"), ("panier", "bleu")),)


def bare(found):
    """A collision without its layers."""
    return dataclasses.replace(found, market=None, first=None, stray_visits=None, advice=())


launches = st.one_of(
    st.none(),
    st.builds(Launch, st.integers(0, 10**9), st.booleans(), st.none() | st.floats(0.1, 1e6)),
)


@given(
    st.lists(st.sampled_from(["CA", "FR", "US", "AQ"])),
    st.lists(st.sampled_from(["fr", "en"])),
    launches,
    st.lists(st.sampled_from(["FR", "CA", "BE"]), max_size=2),
    st.sampled_from([None, "2017-06", "2030", "nonsense"]),
    st.lists(st.sampled_from(["Somebody", "Nobody"]), max_size=1),
)
def test_no_fact_of_market_owner_or_traffic_moves_anything_of_the_score(
    countries, languages, launch, stated, since, owners
):
    plain = collision(countries=tuple(stated), since=since, owners=tuple(owners))
    before = report(collisions=[plain])
    after = layered(before, countries, languages, launch)
    assert [bare(c) for c in after.collisions] == [plain]
    assert after.level == before.level
    assert (after.own, after.accepted, after.suggestions) == ((), (), ())


@pytest.fixture(scope="module")
def corpora(tmp_path_factory):
    """The same names with other countries, owners and dates."""
    folder = tmp_path_factory.mktemp("corpora")
    found = []
    for number, facts in enumerate(("FR,2017-06,A", "CA,2021,B", ",,")):
        text = "domain,country,since,owner\n"
        text += "".join(f"{d},{facts}\n" for d in ("monpanierbleu.com", "lepanierblanc.com"))
        (folder / f"{number}.csv").write_text(text, encoding="utf-8")
        Corpus.build(folder / f"{number}.corpus", [folder / f"{number}.csv"])
        found.append(Corpus.open(folder / f"{number}.corpus"))
    return found


def test_check_gives_one_probability_whatever_the_launch_and_the_facts(corpora):
    seen = set()
    for corpus in corpora:
        for more in (
            {},
            {"markets": ["CA"], "languages": ["fr"]},
            {"markets": ["JP"]},
            {"launch": Launch(10**7, peak=True, capacity=1)},
            {"owner": "A"},
        ):
            made = Checker(corpus, min_probability=0, **more).check("lepanierbleu.ca")
            shown = (*made.collisions, *made.own)
            seen.add(tuple(sorted((c.domain, c.probability, c.bits, str(c.kind)) for c in shown)))
    assert len(seen) == 1
    pair = confusables.compare("lepanierbleu.ca", "monpanierbleu.com")
    assert ("monpanierbleu.com", pair.probability, pair.bits, str(pair.kind)) in next(iter(seen))


def test_layers_of_a_collision():
    held = collision(countries=("FR",), since="2017-06")
    made = layered(
        report(collisions=[held], readings=FRENCH), ["CA"], ["fr"], Launch(200_000, peak=True)
    )
    found = made.collisions[0]
    assert found.market.overlap == Overlap.SHARED_LANGUAGE
    assert found.market.shared_languages == ("fr",)
    assert found.first.who == Who.EXISTING
    assert found.stray_visits.middle > 0
    assert Action.WRITE_TO_HOLDER in {a.action for a in found.advice}


def test_a_name_of_ones_own_gets_no_advice_and_no_visits():
    held = collision(countries=("FR",))
    made = layered(report(own=(held,), accepted=(held,)), launch=Launch(1000))
    for found in (*made.own, *made.accepted):
        assert found.market is not None
        assert found.first is not None
        assert found.stray_visits is None
        assert found.advice == ()


def test_the_date_of_a_lookup_counts_where_it_is_earlier():
    answer = Answer(Verdict.REGISTERED, Reason.FOUND, created="2012-03-01")
    held = dataclasses.replace(collision(since="2017-06"), lookup=answer)
    assert layered(report(collisions=[held])).collisions[0].first.existing == "2012-03-01"


def test_a_new_name_that_is_registered_already_has_the_date_of_its_source():
    held = collision(since="2017-06")
    mine = Registration("lepanierbleu.ca", since="2010")
    assert layered(report(collisions=[held], existing=mine)).collisions[0].first.who == Who.NEW
    undated = Registration("lepanierbleu.ca")
    found = layered(report(collisions=[held], existing=undated)).collisions[0]
    assert found.first.who == Who.NOT_KNOWN


def test_layers_may_be_put_on_again():
    once = layered(report(collisions=[collision(countries=("FR",))]), ["CA"])
    assert layered(once, ["CA"]) == once


def test_defensive_names_are_few_likely_and_ranked_by_stray_visits():
    names = [
        suggestion("panierbleu.ca", probability=0.5),
        suggestion("lepanierbleu.com", kind=Kind.SAME_LABEL),
        suggestion("lepanierbleu.org", kind=Kind.SAME_LABEL),
        suggestion("lepanierblue.ca", kind=Kind.TYPING),  # less than 0.2 % of those who type
        suggestion("lepaniebleu.ca", kind=Kind.TYPING),
        suggestion("lepanierbleuca.ca", kind=Kind.DOMAIN_HACK),  # its label is of known words
        suggestion("le-panier-bleu.ca", kind=Kind.DELIMITER),
        suggestion("monpanierbleu.com"),  # a collision already
        suggestion("lapanierbleu.ca", probability=0.9),
        suggestion("mapanierbleu.ca", probability=0.8),
        suggestion("sonpanierbleu.ca", probability=0.7),
        suggestion(
            "nospaniersbleus.ca", lookup=Answer(Verdict.REGISTERED, Reason.FOUND)
        ),
    ]  # fmt: skip
    made = layered(report(collisions=[collision()], suggestions=names, readings=FRENCH))
    assert made.advice[0].action == Action.REGISTER
    assert made.advice[0].domains == (
        "lepanierbleu.com", "le-panier-bleu.ca", "lapanierbleu.ca", "mapanierbleu.ca",
        "sonpanierbleu.ca",
    )  # fmt: skip
    register = [a for a in made.collisions[0].advice if a.action == Action.REGISTER]
    assert register[0].domains == ("lapanierbleu.ca", "mapanierbleu.ca", "sonpanierbleu.ca")


def test_what_may_be_the_domain_of_a_holder_is_not_to_be_registered():
    names = [
        suggestion("lepanierbleu.com", kind=Kind.SAME_LABEL),
        suggestion("monpanierbleu.ca", probability=0.9),
    ]
    held = dataclasses.replace(collision(), domain=None, label="monpanierbleu")
    made = layered(report(collisions=[held], suggestions=names))
    assert made.advice[0].domains == ("lepanierbleu.com",)


def test_defensive_names_bear_their_expected_visits():
    names = [suggestion("lepanierbleu.com", kind=Kind.SAME_LABEL, probability=0.5)]
    made = layered(report(suggestions=names), launch=Launch(1000))
    assert made.advice[0].visits == pytest.approx((1000 * 0.15 * 0.5 * 0.3,))
    assert made.to_dict()["advice"][0]["stray_visits"] == list(made.advice[0].visits)
    assert "lepanierbleu.com (about 22 visits)" in " ".join(made.to_text().split())
    assert "stray_visits" not in layered(report(suggestions=names)).to_dict()["advice"][0]


def test_without_likely_names_nothing_is_to_be_registered():
    made = layered(report(collisions=[collision()]))
    assert made.advice == ()
    assert Action.REGISTER not in {a.action for a in made.collisions[0].advice}


def test_review_gets_the_cheap_measures_alone():
    held = collision(level=Level.REVIEW, countries=("CA",))
    made = layered(report(collisions=[held]), ["CA"])
    assert [a.action for a in made.collisions[0].advice] == [
        Action.DISAMBIGUATE, Action.SEARCH_TERMS,
    ]  # fmt: skip


def test_bad_codes_are_refused_by_the_checker(corpora):
    for bad in ({"markets": ["UK"]}, {"languages": ["fr-CA"]}):
        with pytest.raises(confusables.ConfusablesError, match="is meant"):
            Checker(corpora[0], **bad)


def test_ranks_give_a_capacity():
    held = collision("monpanierbleu.com", countries=("FR",))
    made = layered(report(collisions=[held]), launch=Launch(10, ranks={"monpanierbleu.com": 1000}))
    assert made.collisions[0].stray_visits.capacity > 0

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from market_made import collision, report

from confusables import Checker, Corpus, Launch
from confusables.market import choose, layered
from confusables.model import Kind, Level, Registration
from confusables.report import choose as shown
from confusables.report.sentences import Unusable
from confusables.report.terminal import rendered
from confusables.report.words import percent, say
from confusables.results import Action, Hidden, visits_said

LEVELS = {Level.NONE_FOUND: 0, Level.REVIEW: 1, Level.WARN: 2}
found_of = st.builds(
    lambda level, p, kind: collision(level=level, probability=p, kind=kind),
    st.sampled_from([Level.WARN, Level.REVIEW]),
    st.floats(0.2, 0.999),
    st.sampled_from(list(Kind)),
)


def by_level(collisions):
    return sorted(collisions, key=lambda c: (c.level != Level.WARN, -c.probability))


reports = st.lists(st.lists(found_of, max_size=3).map(lambda c: report(collisions=by_level(c))))


@given(reports, st.none() | st.integers(0, 10**9))
def test_a_lower_level_always_stands_before_a_higher_one(given, visits):
    ranked = choose(given, Launch(visits))
    levels = [LEVELS[c.report.level] for c in ranked]
    assert levels == sorted(levels)
    assert len(ranked) == len(given)
    for candidate in ranked:
        assert candidate.reasons
        assert (candidate.stray_visits is None) == (visits is None)
        assert all(0 <= share <= 1 for share in candidate.stray_share)


def test_at_one_level_the_stray_visits_decide():
    few = report("a.ca", [collision(kind=Kind.SHARED_WORD, probability=0.94)])
    many = report("b.ca", [collision(kind=Kind.SAME_LABEL, probability=0.91)])
    assert [c.name for c in choose([many, few], Launch(1000))] == ["a.ca", "b.ca"]
    assert [c.name for c in choose([many, few])] == ["a.ca", "b.ca"]


def test_visits_that_are_about_alike_do_not_outrank_many_warnings():
    many = [collision("a.com", kind=Kind.AFFIX, probability=0.99)]
    many += [collision(f"a{n}.com", kind=Kind.SHARED_WORD, probability=0.95) for n in range(4)]
    one = [collision("b.com", kind=Kind.DETERMINER, probability=0.95)]
    given = [report("many.ca", many), report("one.ca", one)]
    ranked = choose(given, Launch(200_000))
    assert ranked[1].stray_share[1] < ranked[0].stray_share[1]  # of many.ca
    assert [c.name for c in ranked] == ["one.ca", "many.ca"]


def test_a_clearly_worse_probability_decides_before_the_visits():
    likely = report("a.ca", [collision(kind=Kind.SHARED_WORD, probability=0.95)])
    less = report("b.ca", [collision(kind=Kind.SAME_LABEL, probability=0.55)])
    assert [c.name for c in choose([likely, less])] == ["b.ca", "a.ca"]


def test_a_name_that_is_registered_stands_behind_one_that_is_not():
    held = report("a.ca", existing=Registration("a.ca"))
    other = report("b.ca")
    ranked = choose([held, other])
    assert [c.name for c in ranked] == ["b.ca", "a.ca"]
    assert "registered already" in [str(r) for r in ranked[1].reasons]


def test_equals_stay_as_they_were_given():
    ranked = choose([report(name) for name in ("c.ca", "a.ca", "b.ca")])
    assert [c.name for c in ranked] == ["c.ca", "a.ca", "b.ca"]


def test_the_total_is_that_of_all_collisions():
    one, two = collision("a.com"), collision("b.com")
    single = choose([report("x.ca", [one])], Launch(1000))[0]
    both = choose([report("x.ca", [one, two])], Launch(1000))[0]
    assert both.stray_visits[1] == 2 * single.stray_visits[1]
    assert "one more collision" in [str(r) for r in both.reasons]


def test_the_advice_to_choose_another_names_the_clearer_candidates():
    bad = layered(report("lepanierbleu.ca", [collision(countries=("CA",))]), ["CA"])
    ranked = choose([bad, report("a.ca"), report("b.ca")])
    advice = ranked[-1].report.collisions[0].advice[0]
    assert advice.action == Action.CHOOSE_ANOTHER
    assert advice.domains == ("a.ca", "b.ca")


def test_json_has_the_candidates_in_order_each_with_its_reports():
    bad = report("lepanierbleu.ca", [collision()])
    ranked = choose([bad, report("a.ca")], Launch(1000))
    unusable = [Unusable("a..b", "an empty label")]
    made = json.loads(json.dumps(shown.data(ranked, unusable, "en")))
    assert [c["name"] for c in made["candidates"]] == ["a.ca", "lepanierbleu.ca", "a..b"]
    assert made["candidates"][0]["worst"] is None
    for shares in (made["candidates"][0]["stray_share"], made["candidates"][0]["stray_visits"]):
        assert [repr(share) for share in shares.values()] == ["0.0"] * 3
    assert made["candidates"][1]["worst"]["domain"] == "monpanierbleu.com"
    assert made["candidates"][1]["stray_visits"]["middle"] > 0
    assert made["candidates"][1]["reports"][0]["name"]["ascii"] == "lepanierbleu.ca"
    assert made["candidates"][2] == {"name": "a..b", "error": "an empty label", "reports": []}


def test_a_probability_and_visits_are_written_as_in_a_report():
    sure = report("a.ca", [collision(probability=0.9997)])
    hardly = report("b.ca", [collision(probability=0.002)])
    told = {c.name: c for c in choose([sure, hardly], Launch(234_567))}
    for name, share, french in (
        ("a.ca", "> 99 %", ">\u00a099\u00a0%"),
        ("b.ca", "< 1 %", "<\u00a01\u00a0%"),
    ):
        worst = told[name].reasons[0]
        assert say(worst, "en") == f"worst collision: monpanierbleu.com ({share})"
        assert f"({french})" in say(worst, "fr")
        assert percent(told[name].worst.probability, "en") == share
    for candidate in told.values():
        made = visits_said(*candidate.stray_visits)
        assert candidate.reasons[-1] == made
    visits = told["a.ca"].reasons[-1].values
    assert all(len(n.replace(",", "").rstrip("0")) <= 2 for n in visits.values())


def test_text_says_first_which_are_clear():
    clear = rendered(shown.text(choose([report("a.ca")]), "en"), width=80)
    assert clear.startswith("Clear, in what was searched: a.ca.")
    none = rendered(shown.text(choose([report("b.ca", [collision()])]), "en"), width=80)
    assert none.startswith("None of them is clear; b.ca is the least likely")
    assert rendered(shown.text((), "en"), width=80).strip() == ""


def test_text_says_what_none_found_does_not_say_and_of_what_the_visits_are_a_part():
    launch = Launch(1000)
    made = [layered(report("b.ca", [collision()]), launch=launch), report("a.ca")]
    told = " ".join(rendered(shown.text(choose(made, launch), "en"), width=80).split())
    assert "of the 1,000 visits given for the first day of the launch" in told
    assert told.endswith("nothing here is legal advice.")
    warned = rendered(shown.text(choose([report("b.ca", [collision()])]), "en"), width=80)
    assert "legal advice" not in warned
    assert "first day" not in warned


def test_a_name_of_which_all_is_hidden_is_not_said_to_be_clear():
    hidden = replace(report("a.ca"), level=Level.WARN, hidden=Hidden(warn=2))
    clear, warned = choose([hidden, report("b.ca")])
    assert (clear.name, warned.name) == ("b.ca", "a.ca")
    assert [str(reason) for reason in warned.reasons] == ["not shown here: 2"]


def test_a_brand_whose_intended_address_is_taken_is_registered_already(tmp_path):
    (tmp_path / "list.txt").write_text("papertrail.com\nmypapertrail.com\n", "utf-8")
    checker = Checker(Corpus.load(tmp_path / "list.txt"), suffixes=["com"])
    ranked = choose([checker.check(text) for text in ("Paper Trail", "papertrail.com")])
    assert [c.name for c in ranked] == ["papertrail.com", "Paper Trail"]
    assert [str(c.reasons[0]) for c in ranked] == [
        "registered already", "papertrail.com is registered already",
    ]  # fmt: skip

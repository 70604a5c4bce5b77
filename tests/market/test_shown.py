from __future__ import annotations

import json

from market_made import collision, report, suggestion

from confusables import Launch
from confusables.market import layered
from confusables.market.advice import register
from confusables.model import Kind, Level
from confusables.report.launch_text import worth_registering
from confusables.report.text import plain


def text(*collisions, launch=None, explain=False, **more):
    made = layered(report(collisions=collisions, **more), ["CA"], ["fr"], launch)
    return " ".join(plain(made, "en", width=200, explain=explain).split())


def test_the_verdict_stays_first_and_the_layers_follow_the_reasons():
    shown = text(collision(countries=("FR",), since="2017-06"))
    assert shown.startswith("lepanierbleu.ca: WARNING")
    assert "Canada / France: a shared language, French; the existing name was first" in shown
    assert "stray visits" not in shown
    assert "→ choose another name; write to the holder before launch; point to it" in shown


def test_reverse_and_forward_confusion_are_said():
    held = collision(countries=("FR",))
    assert "(reverse confusion)" in text(held, launch=Launch(200_000, capacity=10))
    assert "(forward confusion)" in text(held, launch=Launch(200, capacity=10**6))
    assert "confusion)" not in text(held, launch=Launch(200))


def test_few_visits_are_no_false_precision():
    held = collision(countries=("FR",), kind=Kind.TYPING)
    assert "stray visits: fewer than one →" in text(held, launch=Launch(10, peak=True))
    some = text(held, launch=Launch(20_000, peak=True))
    assert "stray visits: fewer than one, at worst 17" in some


def test_what_is_worth_registering_stands_apart_from_what_nobody_asked_about():
    made = layered(report(suggestions=[suggestion("panierbleu.ca")]), ["CA"])
    assert "registered:\n   panierbleu.ca\nLikely enough" in made.to_text(width=200)


def test_one_visit_is_one():
    for count, told in ((1.2, "a.ca (about one visit)"), (3.4, "a.ca (about 3 visits)")):
        (line,) = worth_registering([register([suggestion("a.ca")], (count,))], "en")
        assert line.plain.endswith(told)


def test_explain_gives_reasons_and_assumptions():
    held = collision(countries=("FR",))
    shown = text(held, launch=Launch(20_000, peak=True), explain=True)
    assert "wrong-name-determiner 0.005 / 0.03 / 0.1: assumed" in shown
    assert "neighbour-capacity: not known" in shown
    assert "→ ask a trademark lawyer: marks are national" in shown


def test_countries_and_languages_that_are_not_known_are_said_to_be():
    made = layered(report(collisions=[collision(None)], markets=()))
    shown = " ".join(made.to_text().split())
    assert "country not known" in shown


def test_many_countries_are_counted():
    shown = text(collision(countries=("FR", "BE", "CH", "LU", "SN")))
    assert "Canada / France, Belgium, Switzerland, +2:" in shown


def test_a_review_gets_what_is_cheap():
    shown = text(collision(countries=("FR",), level=Level.REVIEW))
    assert "→ point to it on your page; plan search and advertising terms" in shown


def test_json_is_json():
    names = [suggestion("panierbleu.ca")]
    bare = report(collisions=[collision(countries=("FR",))], suggestions=names)
    made = layered(bare, ["CA"], launch=Launch(1000, peak=True, capacity=5))
    found = json.loads(made.to_json())
    assert found["advice"][0]["domains"] == ["panierbleu.ca"]
    assert found["collisions"][0]["market"]["overlap"] == "shared-language"


def test_a_capacity_that_is_given_is_said_to_be():
    launch = Launch(2_000_000, peak=True, capacity=60)
    held = collision(countries=("FR",))
    made = layered(report(collisions=[held]), ["CA"], launch=launch)
    shown = " ".join(made.to_text().split())
    assert "the capacity given is 60" in shown
    assert "by the capacity given the newcomer is the larger of the two" in shown
    assert "the site bears" not in shown
    french = " ".join(made.to_text("fr").split())
    assert "la capacité indiquée est de 60" in french
    assert "d’après la capacité indiquée, le nouveau venu" in french
    ranked = Launch(2_000_000, peak=True, ranks={"monpanierbleu.com": 1_000_000})
    shown = " ".join(layered(report(collisions=[held]), launch=ranked).to_text().split())
    assert "by its rank the site bears about 7" in shown
    assert "given" not in shown

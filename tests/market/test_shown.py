from __future__ import annotations

import json
import re

from market_made import collision, report, suggestion

from confusables import Launch
from confusables.market import layered
from confusables.market.advice import register
from confusables.market.assumptions import ASSUMPTIONS
from confusables.model import Kind, Level
from confusables.report.assumption_names import assumption_name
from confusables.report.grouped import counsels
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
    assert (
        "→ choose another name; ask a trademark lawyer; write to the holder before launch;" in shown
    )


def test_reverse_and_forward_confusion_are_said():
    held = collision(countries=("FR",))
    assert "(reverse confusion)" in text(held, launch=Launch(200_000, capacity=10))
    assert "(forward confusion)" in text(held, launch=Launch(200, capacity=10**6))
    assert "confusion)" not in text(held, launch=Launch(200))


def test_few_visits_are_no_false_precision():
    held = collision(countries=("FR",), kind=Kind.TYPING)
    assert "stray visits: fewer than one however" in text(held, launch=Launch(10, peak=True))
    some = text(held, launch=Launch(20_000, peak=True))
    assert "stray visits: fewer than one, at worst 17" in some


def test_what_is_worth_registering_stands_apart_from_what_nobody_asked_about():
    made = layered(report(suggestions=[suggestion("panierbleu.ca")]), ["CA"])
    assert "registered:\n   panierbleu.ca\nTyped often enough" in made.to_text(width=200)


def test_it_is_told_once_of_which_visits_some_go_astray():
    told = "of the 20,000 visits given for the first day of the launch"
    held = collision(countries=("FR",))
    assert text(held, launch=Launch(20_000)).count(told) == 1
    assert "first day" not in text(held)
    made = layered(report(collisions=[held]), ["CA"], launch=Launch(20_000))
    assert told in made.to_html()
    assert told in made.to_markdown()
    assert "20\u202f000 visites indiquées pour le premier jour" in made.to_html("fr")


def test_every_assumption_has_a_name_in_plain_words():
    for name in ASSUMPTIONS:
        for lang in ("en", "fr"):
            told = assumption_name(name, lang)
            assert told.endswith(f" ({name})")
    assert assumption_name("of another version", "fr") == "of another version"


def test_a_surge_that_differs_from_name_to_name_is_told_of_the_largest():
    names = [("a.fr", Kind.DETERMINER), ("b.com", Kind.SAME_LABEL), ("c.com", Kind.DETERMINER)]
    held = [collision(name, kind=kind, countries=("FR",)) for name, kind in names]
    made = layered(report(collisions=held), ["CA"], launch=Launch(2_000_000, peak=True))
    told = [c for c in counsels(made.collisions, "en") if c.short.startswith("warn the host")]
    assert len(told) == 1
    assert "visits a minute to b.com" in told[0].because
    assert told[0].because.endswith("the hour; the same, with other figures, for a.fr, c.com")


def test_what_the_visits_assume_stands_in_every_form_where_it_is_asked_for():
    made = layered(report(collisions=[collision(countries=("FR",))]), launch=Launch(20_000))
    told = "(wrong-name-determiner) 0.005 / 0.03 / 0.1: assumed"
    for form in (made.to_text, made.to_html, made.to_markdown):
        assert told in " ".join(form(explain=True).split())
        assert told not in " ".join(form().split())
        shown = re.sub("</?code>", "", " ".join(form().split()))
        assert "The option --explain shows what they assume" in shown


def test_names_that_the_advice_names_are_among_those_shown():
    many = [suggestion(f"s{n:02}.ca", kind=Kind.TYPING) for n in range(12)]
    made = layered(report(suggestions=[*many, suggestion("last.com")]), ["CA"])
    assert "last.com" in made.advice[0].domains
    shown = made.to_text(width=200).partition("Typed often enough")[0]
    assert all(domain in shown for domain in made.advice[0].domains)
    left = 13 - sum(f"{s.domain}" in shown for s in made.suggestions)
    assert left
    assert f"and {left} more, in the report as JSON or HTML" in shown
    assert f"and {left} more" in made.to_markdown()
    assert "more, in the report" not in made.to_html()


def test_one_visit_is_one():
    for count, told in ((1.2, "a.ca (about one visit)"), (3.4, "a.ca (about 3 visits)")):
        (line,) = worth_registering([register([suggestion("a.ca")], (count,))], "en")
        assert line.plain.endswith(told)


def test_explain_gives_reasons_and_assumptions():
    held = collision(countries=("FR",))
    shown = text(held, launch=Launch(20_000, peak=True), explain=True)
    made = "share that make this mistake, determiner (wrong-name-determiner)"
    assert f"{made} 0.005 / 0.03 / 0.1: assumed" in shown
    assert "that the site can take (--neighbour-capacity): not known" in shown
    assert "→ ask a trademark lawyer: marks are protected by country" in shown


def test_countries_and_languages_that_are_not_known_are_said_to_be():
    made = layered(report(collisions=[collision(None)], markets=()))
    shown = " ".join(made.to_text().split())
    assert "country not known" in shown


def test_many_countries_are_counted():
    shown = text(collision(countries=("FR", "BE", "CH", "LU", "SN")))
    assert "Canada / Belgium, France, Luxembourg, +2:" in shown


def test_the_countries_of_the_launch_come_first():
    held = collision(countries=("AE", "DE", "CA", "FR", "US"))
    shown = text(held)
    assert "Canada, France, Germany, +2 ·" in shown
    assert "Canada / Canada, France, Germany, +2: a country in common" in shown


def test_a_review_gets_what_is_cheap():
    shown = text(collision(countries=("FR",), level=Level.REVIEW))
    assert "→ point to the other site on your page; plan search and advertising terms" in shown


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
    assert "by its rank the site can take about 7" in shown
    assert "capacity given" not in shown


def test_in_markdown_every_sentence_begins_with_a_capital():
    held = collision(countries=("FR",), since="2017-06")
    for lang in ("en", "fr"):
        made = layered(report(collisions=[held]), ["CA"], ["fr"], Launch(200_000, capacity=10))
        lines = [line.removeprefix("- ") for line in made.to_markdown(lang).splitlines()]
        begun = [line for line in lines if line[:1].isalpha()]
        assert len(begun) > 9
        assert [line for line in begun if line[0].islower()] == []


def test_a_likely_name_that_hardly_anybody_types_is_said_to_be_so():
    far = collision("mypharmacy.bg", kind=Kind.TRANSLATION, probability=0.99)
    near = collision("lepanierbleu.fr", kind=Kind.SAME_LABEL, probability=0.99)
    sentence = "however alike the two are, hardly anybody types this very address"
    assert sentence in text(far, launch=Launch(200_000))
    assert sentence not in text(near, launch=Launch(200_000))
    assert sentence not in text(far)


def test_where_a_name_is_active_is_said_in_plain_words():
    told = text(collision())
    assert "its ending does not tell where the existing name is active" in told
    assert "not known which was first" in told


def test_a_language_that_few_speak_is_no_plain_language_in_common():
    told = text(collision("lepanierbleu.it", countries=("IT",)))
    assert "a shared language, French (Italy: 20 % speak it)" in told
    plainly = text(collision(countries=("BE",)))
    assert "a shared language, French; not known" in plainly

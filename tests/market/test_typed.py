from __future__ import annotations

import pytest
from market_made import collision, report, suggestion

from confusables import Checker, Corpus, Launch
from confusables.market import choose
from confusables.market.typed import typed_of, wrong_of
from confusables.model import Kind
from confusables.results import Intended

BRAND = "Mon dossier santé"
ACCENTED = "xn--mondossiersant-okb"


def meant(*domains):
    return tuple(map(Intended, domains))


@pytest.mark.parametrize(
    ("text", "found", "kind"),
    [
        (BRAND, collision("mondossiersante.com", kind=Kind.ACCENT), Kind.SAME_LABEL),
        (BRAND, suggestion("mondossiersante.com", kind=Kind.ACCENT), Kind.SAME_LABEL),
        (BRAND, suggestion(f"{ACCENTED}.com", kind=Kind.SAME_LABEL), Kind.ACCENT),
        (BRAND, suggestion("dossiersante.com"), Kind.DETERMINER),
        (f"{ACCENTED}.ca", suggestion("mondossiersante.ca", kind=Kind.ACCENT), Kind.ACCENT),
        (f"{ACCENTED}.ca", suggestion(f"{ACCENTED}.com", kind=Kind.SAME_LABEL), Kind.SAME_LABEL),
    ],
)
def test_of_a_brand_the_plain_letters_are_typed(text, found, kind):
    assert typed_of(report(text), Launch(), ()).mistake(found).kind == kind


def test_the_endings_are_those_that_are_intended():
    made = suggestion("lepanierbleu.com")
    of = {"intended": meant("lepanierbleu.ca", "lepanierbleu.quebec")}
    for text, more, endings in (
        ("Le Panier bleu", of, ("ca", "quebec")),
        ("Le Panier bleu", {}, ()),
        ("lepanierbleu.ca", {}, ("ca",)),
    ):
        found = typed_of(report(text, **more), Launch(), ("CA",))
        assert found.mistake(made).suffixes == (endings, "com")


def test_an_intended_address_takes_those_who_type_right():
    held = [collision("lepanierbleu.ca", kind=Kind.SAME_LABEL), collision()]
    made = report("Le Panier bleu", held, intended=meant("lepanierbleu.ca"))
    assert wrong_of(made) == held[1:]


@pytest.mark.parametrize("suffixes", [(), ("com",), ("quebec", "ca"), ("com", "app", "ca")])
@pytest.mark.parametrize("text", [BRAND, "Paper Trail"])
def test_visits_lost_by_typing_are_no_more_than_are_typed(tmp_path, text, suffixes):
    names = "papertrail.com papertrail.us paper-trail.io mondossiersante.fr monsdossiersante.com"
    (tmp_path / "list.txt").write_text("\n".join(names.split()), "utf-8")
    launch = Launch(20_000)
    checker = Checker(
        Corpus.load(tmp_path / "list.txt"), suffixes=suffixes, markets=["CA"], launch=launch
    )
    found = checker.check(text)
    lost = sum(c.stray_visits.middle for c in wrong_of(found))
    defended = [v for a in found.advice for v in a.visits]
    assert lost + sum(defended) <= 20_000 * 0.15 * (1 + 1e-9)
    assert defended
    assert min(defended) > 0
    (candidate,) = choose([found], launch)
    assert candidate.stray_visits[1] <= 20_000 * 0.15


def test_names_in_plain_letters_stand_before_those_with_accents(tmp_path):
    (tmp_path / "list.txt").write_text("windmill.org\n", "utf-8")
    checker = Checker(Corpus.load(tmp_path / "list.txt"), suffixes=["quebec", "ca"], markets=["CA"])
    found = checker.check(BRAND)
    suggested = [s.domain for s in found.suggestions]
    assert suggested[0] == "mondossiersante.com"
    assert f"{ACCENTED}.ca" in suggested
    (advice,) = found.advice
    assert advice.domains[0] == "mondossiersante.com"
    assert not any(domain.startswith("xn--") for domain in advice.domains)

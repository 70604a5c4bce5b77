"""Whose registrations are: a stranger's is not hidden behind one's own."""

from __future__ import annotations

import pytest

from confusables import Checker, Corpus, InvalidName, Level
from confusables.held import Places, joined, same_owner
from confusables.model import Registration
from confusables.owners import is_proxy, is_withheld

NEW = Registration("lepanierbleu.ca")
THEIRS = Registration("monpanierbleu.fr", owners=("Stranger SA",), since="2017")


@pytest.fixture
def basket(tmp_path) -> Corpus:
    path = tmp_path / "basket.csv"
    path.write_text(
        "domain,name,owner,since\n"
        "monpanierbleu.com,,Ours,2016\n"
        "monpanierbleu.fr,,Stranger SA,2017\n"
        ",Ton Panier Bleu,,\n",
        "utf-8",
    )
    return Corpus.load(path)


def _domains(found) -> list[str | None]:
    return [d for c in found for d in (c.domain, *(r.domain for r in c.also))]


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({"mine": ["monpanierbleu.com"]}, "own"),
        ({"owner": "ours"}, "own"),
        ({"accepted": {"monpanierbleu.com": "agreed in 2020"}}, "accepted"),
    ],
)
def test_what_a_stranger_holds_of_the_label_stays_a_collision(basket, given, place) -> None:
    report = Checker(basket, **given).check("lepanierbleu.ca")
    assert report.level == Level.WARN
    assert "monpanierbleu.fr" in _domains(report.collisions)
    assert "monpanierbleu.com" not in _domains(report.collisions)
    apart = getattr(report, place)
    assert _domains(apart) == ["monpanierbleu.com"]
    assert apart[0].why is not None


def test_a_name_without_a_domain_may_be_the_users_too(basket) -> None:
    for given in ({"mine": ["tonpanierbleu"]}, {"accepted": {"Ton Panier Bleu": "known"}}):
        report = Checker(basket, **given).check("lepanierbleu.ca")
        assert None not in _domains(report.collisions)
        assert None in _domains((*report.own, *report.accepted))


def test_who_stays_unnamed_is_not_the_same_owner() -> None:
    for owner in ("REDACTED FOR PRIVACY", "Not Disclosed", "N/A", "Domains By Proxy, LLC",
                  "Contact Privacy Inc. Customer 0123"):  # fmt: skip
        assert is_withheld(owner) or is_proxy(owner)
        one = Registration("windmill.org", owners=(owner,))
        assert same_owner(one, Registration("windmills.org", owners=(owner,))) is None
    held = Registration("windmill.org", owners=("Mill Ltd",))
    assert same_owner(held, Registration("windmills.org", owners=("MILL LTD",))) == "Mill Ltd"


def test_places_refuse_what_is_no_name() -> None:
    with pytest.raises(InvalidName):
        Places(["a..b"], None, {})
    with pytest.raises(InvalidName):
        Places([], None, {"-": "reason"})


def test_the_users_word_comes_before_what_owners_tell() -> None:
    places = Places(["monpanierbleu.fr"], "stranger sa", {"monpanierbleu.fr": "agreed"})
    assert places.of(NEW, "monpanierbleu", THEIRS)[0] == "accepted"
    assert places.known == {"monpanierbleu.fr"}


def test_what_two_sources_say_is_put_together() -> None:
    one = Registration("a.fr", None, ("A",), ("FR",), "2018", ("x",))
    both = joined(one, Registration("a.fr", "Aa", ("B", "A"), ("BE",), "2017-05", ("y",)))
    assert both == Registration("a.fr", "Aa", ("A", "B"), ("FR", "BE"), "2017-05", ("x", "y"))

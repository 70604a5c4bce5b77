"""The pipeline: where a collision is shown, which registration, how many, and what is told."""

from __future__ import annotations

import datetime as dt
import pickle
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import confusables
from confusables import Checker, Corpus, InvalidName, Level, coverage
from confusables.checker import compare
from confusables.errors import InvalidLaunch
from confusables.model import Kind
from confusables.results import Action, Who

if TYPE_CHECKING:
    from collections.abc import Callable

    Make = Callable[..., Corpus]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A corpus of rows: domain, name, owner, country, since."""

    def made(*rows: str, name: str = "a") -> Corpus:
        path = tmp_path / f"{name}.csv"
        path.write_text("domain,name,owner,country,since\n" + "\n".join(rows), "utf-8")
        return Corpus.load(path)

    return made


def _row(domain: str, name: str = "", owner: str = "", country: str = "", since: str = "") -> str:
    return f"{domain},{name},{owner},{country},{since}"


def test_the_registration_shown_is_that_of_the_new_suffix_first(make: Make) -> None:
    rows = [_row(f"gandi.{suffix}") for suffix in ("com", "fr", "net", "org")]
    (hit,) = Checker(make(*rows)).check("ghandi.net").collisions
    assert hit.domain == "gandi.net"
    assert [r.domain for r in hit.also] == ["gandi.com", "gandi.fr", "gandi.org"]
    assert hit.bits == pytest.approx(compare("ghandi.net", "gandi.net").bits, abs=1e-6)


def test_then_that_of_a_market_then_com_then_the_oldest_then_the_first(make: Make) -> None:
    rows = [_row("gandi.com"), _row("gandi.fr"), _row("gandi.org")]
    assert (
        Checker(make(*rows), markets=["FR"]).check("ghandi.ws").collisions[0].domain == "gandi.fr"
    )
    assert Checker(make(*rows)).check("ghandi.ws").collisions[0].domain == "gandi.com"
    dated = [_row("gandi.org", since="2019"), _row("gandi.net", since="2001")]
    assert Checker(make(*dated)).check("ghandi.ws").collisions[0].domain == "gandi.net"
    plain = [_row("gandi.org"), _row("gandi.net")]
    assert Checker(make(*plain)).check("ghandi.ws").collisions[0].domain == "gandi.net"


def test_an_ending_that_completes_the_name_is_shown_before_all(make: Make) -> None:
    rows = [_row("rapid.com"), _row("rapid.space")]
    hits = Checker(make(*rows)).check("rapidspace.com").collisions
    assert [h.domain for h in hits if h.label == "rapid"] == ["rapid.space"]


def test_variants_of_spelling_are_collisions_of_their_own(make: Make) -> None:
    rows = [_row(d) for d in ("alterway.com", "alter-way.com", "alterwáy.com")]
    hits = Checker(make(*rows)).check("alterway.fr").collisions
    assert len(hits) == 3
    assert len({h.label for h in hits}) == 3


def test_the_very_domain_is_existing_and_its_other_suffixes_collide(make: Make) -> None:
    report = Checker(make(_row("gandi.net", since="1999"), _row("gandi.fr"))).check("gandi.net")
    assert report.existing is not None
    assert (report.existing.domain, report.existing.since) == ("gandi.net", "1999")
    (hit,) = report.collisions
    assert (hit.domain, hit.also) == ("gandi.fr", ())


def test_a_brand_held_as_a_brand_is_existing(make: Make) -> None:
    report = Checker(make(_row("", "Numergy", country="FR"))).check("numergy")
    assert report.existing is not None
    assert report.existing.domain is None
    assert report.collisions == ()


def test_a_brand_held_as_other_words_collides(make: Make) -> None:
    (hit,) = Checker(make(_row("", "cross-env"))).check("crossenv").collisions
    assert (hit.domain, hit.name, hit.kind) == (None, "cross-env", Kind.DELIMITER)
    assert hit.probability == compare("crossenv", "cross-env").probability


def test_names_of_one_owner_stand_apart(make: Make) -> None:
    corpus = make(_row("gandi.net", owner="Gandi SAS"), _row("ghandi.net", owner="gandi sas"))
    report = Checker(corpus).check("gandi.net")
    assert report.collisions == ()
    (own,) = report.own
    assert own.why is not None
    assert "owner" in str(own.why).lower()
    assert report.level == Level.NONE_FOUND


def test_own_and_accepted_names_do_not_count_and_say_why(make: Make) -> None:
    corpus = make(_row("ghandi.net"), _row("gandi.fr"))
    mine = Checker(corpus, mine=["GHANDI.net"], accepted={"gandi.fr": "agreed"})
    report = mine.check("gandi.net")
    assert (report.level, report.collisions) == (Level.NONE_FOUND, ())
    assert [c.domain for c in report.own] == ["ghandi.net"]
    assert [(c.domain, "agreed" in str(c.why)) for c in report.accepted] == [("gandi.fr", True)]


def test_corpora_are_joined_by_label_and_domain(make: Make) -> None:
    one = make(_row("ghandi.net", owner="A", since="2019"), name="one")
    two = make(_row("ghandi.net", country="IN", since="2001"), _row("ghandi.org"), name="two")
    (hit,) = Checker([one, two]).check("gandi.net").collisions
    found = hit.registration
    assert (found.owners, found.countries, found.since) == (("A",), ("IN",), "2001")
    assert set(found.sources) == {"one", "two"}
    assert [r.domain for r in hit.also] == ["ghandi.org"]


def test_collisions_stand_by_probability_then_name_and_are_limited(make: Make) -> None:
    rows = [_row(f"{d}panierbleu.com") for d in ("mon", "ton", "son", "la", "ma", "ta")]
    every = Checker(make(*rows)).check("lepanierbleu.ca").collisions
    assert len(every) == 6
    keys = [(-c.probability, c.domain) for c in every]
    assert keys == sorted(keys)
    assert Checker(make(*rows), limit=3).check("lepanierbleu.ca").collisions == every[:3]


def test_thresholds_move_levels_and_not_numbers(make: Make) -> None:
    corpus = make(_row("monpanierbleu.com"))
    plain = Checker(corpus).check("lepanierbleu.ca").collisions[0]
    strict = Checker(corpus, warn_at=1.0, review_at=0.0).check("lepanierbleu.ca")
    assert (strict.level, strict.collisions[0].level) == (Level.REVIEW, Level.REVIEW)
    assert strict.collisions[0].bits == plain.bits
    with pytest.raises(ValueError, match="above a warning"):
        Checker(corpus, warn_at=0.1, review_at=0.5)


def test_what_is_shown_is_told_by_the_level_of_its_kind(make: Make) -> None:
    corpus = make(_row("cyberouest.com"), _row("windmoll.com"))
    near = Checker(corpus, min_probability=0.0)
    swapped = Checker(corpus).check("ouestjob.com")
    assert [(c.kind, c.level) for c in swapped.collisions] == [(Kind.AFFIX, Level.REVIEW)]
    for name in ("wendmall.net", "ouestjob.com"):
        shown = [c for c in near.check(name).collisions if c.level != Level.BELOW]
        assert Checker(corpus).check(name).collisions == tuple(shown)
        assert all(c.probability >= near.thresholds.least for c in shown)


def test_the_level_of_a_report_is_the_highest_of_its_collisions(make: Make) -> None:
    corpus = make(_row("cyberouest.com"), _row("oeestjab.com"))
    report = Checker(corpus, min_probability=0.0).check("ouestjob.com")
    assert [c.level for c in report.collisions] == [Level.BELOW, Level.REVIEW]
    assert report.level == Level.REVIEW


def test_what_is_below_is_shown_where_asked_for(make: Make) -> None:
    corpus = make(_row("windmill.org"))
    assert Checker(corpus).check("windsurf.net").collisions == ()
    report = Checker(corpus, min_probability=0.0).check("windsurf.net")
    assert all(c.level == Level.BELOW for c in report.collisions)
    assert report.level == Level.NONE_FOUND


def test_markets_come_from_the_suffix_unless_given(make: Make) -> None:
    corpus = make(_row("windmill.org"))
    assert Checker(corpus).check("panierbleu.ca").markets == ("CA",)
    assert Checker(corpus).check("panierbleu.co.uk").markets == ("GB",)
    assert Checker(corpus).check("panierbleu.com").markets == ()
    assert Checker(corpus, markets=["fr", "BE", "FR"]).check("panierbleu.ca").markets == (
        "FR",
        "BE",
    )


def test_what_was_not_searched_is_told(make: Make, tmp_path: Path) -> None:
    told = [str(s) for s in Checker(make(_row("x.com"))).check("a.test").coverage.not_searched]
    assert any("trademark" in t for t in told)
    assert any("no list" in t for t in told)
    assert any("“.test”" in t for t in told)
    plain = Checker(make(_row("x.com"))).check("日本.com").coverage.not_searched
    assert any("sound" in str(s) for s in plain)


def test_a_corpus_older_than_a_year_is_said_to_be_so(make: Make) -> None:
    corpus = make(_row("x.com"))
    corpus.sources[0]["as_of"] = (dt.date.today() - dt.timedelta(days=400)).isoformat()
    told = [str(s) for s in Checker(corpus).check("a.com").coverage.not_searched]
    assert any("over a year old" in t for t in told)


@pytest.mark.parametrize(("days", "old"), [(400, True), (300, False), (None, False)])
def test_a_list_of_suffixes_older_than_a_year_is_said_to_be_so(
    make: Make, monkeypatch: pytest.MonkeyPatch, days: int | None, old: bool
) -> None:
    as_of = (dt.date.today() - dt.timedelta(days=days)).isoformat() if days else ""
    known = coverage.suffix_list()._replace(as_of=as_of)
    monkeypatch.setattr(coverage, "suffix_list", lambda: known)
    told = Checker(make(_row("x.com"))).check("a.com").to_dict()["coverage"]["not_searched"]
    assert any("public suffixes" in t and "over a year old" in t for t in told) == old


def test_nobody_was_asked(make: Make) -> None:
    report = Checker(make(_row("ghandi.net"))).check("gandi.net")
    assert (report.coverage.asked, report.coverage.unknown) == (0, 0)
    assert report.collisions[0].lookup is None


def test_suggestions_are_other_names_in_order_and_without_repeats(make: Make) -> None:
    report = Checker(make(_row("x.com")), suffixes=["quebec"]).check("lepanierbleu.ca")
    domains = [s.domain for s in report.suggestions]
    assert len(domains) == len(set(domains)) <= 20
    assert "lepanierbleu.ca" not in domains
    for s in report.suggestions:
        assert s.because
        assert s.probability == pytest.approx(compare("lepanierbleu.ca", s.domain).probability)


@pytest.mark.parametrize("text", ["", "a..b", "\x00", "192.0.2.1"])
def test_what_names_nothing_is_refused(make: Make, text: str) -> None:
    checker = Checker(make(_row("x.com")))
    with pytest.raises(InvalidName):
        checker.check(text)
    with pytest.raises(InvalidName):
        Checker(make(_row("x.com")), mine=[text])


def test_one_checker_serves_many_threads() -> None:
    checker = Checker()
    names = ["lepanierbleu.ca", "gandi.net", "digiweb.fr", "bénéteau.com", "H&M"]
    expected = [checker.check(n).to_dict()["collisions"] for n in names]
    wrong: list[str] = []

    def work() -> None:
        for name, want in zip(names, expected, strict=True):
            if checker.check(name).to_dict()["collisions"] != want:
                wrong.append(name)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@pytest.mark.parametrize(
    "given",
    [{"limit": 0}, {"limit": -1}, {"limit": sys.maxsize},
     {"min_probability": float("nan")}, {"min_probability": 1.5},
     {"probe": 3}, {"warn_at": 2}, {"review_at": -0.1}, {"warn_at": float("nan")}],
)  # fmt: skip
def test_figures_that_are_none_are_refused(make: Make, given) -> None:
    with pytest.raises(ValueError, match=r"probability|limit|probe"):
        Checker(make(_row("windmill.org")), **given)
    with pytest.raises(TypeError, match=r"limit is a whole number, not 2\.5"):
        Checker(make(_row("windmill.org")), limit=2.5)
    with pytest.raises(ValueError, match="no corpus"):
        Checker([])


def test_endings_are_those_that_the_command_line_takes(make: Make) -> None:
    corpus = make(_row("windmill.org"))
    for given, told in ((".CA", "ca"), ("québec", "xn--qubec-csa"), (" co.uk", "co.uk")):
        found = Checker(corpus, suffixes=[given]).check("Booking")
        assert [place.domain for place in found.intended] == [f"booking.{told}"]
        assert f"mybooking.{told}" in [s.domain for s in found.suggestions]
    for wrong in ("", " ", ".", "a b", "zz..", "***", "a"):
        with pytest.raises(InvalidLaunch, match="is no ending"):
            Checker(corpus, suffixes=[wrong])


@pytest.mark.parametrize("name", ["markets", "languages", "suffixes", "mine"])
def test_a_text_in_place_of_a_list_is_refused(make: Make, name: str) -> None:
    with pytest.raises(ValueError, match=f"{name} are texts in a list"):
        Checker(make(_row("windmill.org")), **{name: "ca"})


def test_the_level_of_a_report_does_not_hang_on_how_many_are_shown(make: Make) -> None:
    corpus = make(_row("cyberouest.com"), _row("oeestjab.com"))
    for limit in (1, 2):
        report = Checker(corpus, min_probability=0.0, limit=limit).check("ouestjob.com")
        assert len(report.collisions) == limit
        assert report.level == Level.REVIEW


def test_a_name_of_pictures_is_compared_by_them(make: Make) -> None:
    corpus = make(_row("☕.ws"), _row("i❤ny.ws"))
    assert not Checker(corpus).check("🐶.ws").collisions
    assert Checker(corpus).check("i⭐ny.ws").level != Level.WARN
    (found,) = Checker(corpus).check("☕.to").collisions
    assert found.kind == Kind.SAME_LABEL


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("раураl.com", "paypal.com"),
        ("g00gle.com", "google.com"),
        ("rnicrosoft.com", "microsoft.com"),
        ("ɢoogle.com", "google.com"),
    ],
)
def test_what_a_name_of_lookalike_letters_shows_is_suggested_first(
    make: Make, name: str, seen: str
) -> None:
    made = Checker(make(_row("windmill.org"))).check(name).suggestions
    assert made[0].domain == seen


def test_what_is_the_users_own_is_not_suggested(make: Make) -> None:
    corpus = make(_row("windmill.org"))
    mine = "lepanierbleu.com"
    assert mine in [s.domain for s in Checker(corpus).check("lepanierbleu.ca").suggestions]
    for given in ({"mine": [mine]}, {"accepted": {mine: "ours soon"}}):
        found = Checker(corpus, **given).check("lepanierbleu.ca").suggestions
        assert mine not in [s.domain for s in found]


@pytest.mark.parametrize("name", ["œuvre" * 11, "ß" * 50, "é" + "a" * 55, "a" * 63])
def test_suggestions_of_a_long_name_are_names_too(make: Make, name: str) -> None:
    # Plain letters may be more than those typed: œ is oe.
    for made in Checker(make(_row("windmill.org"))).check(f"{name}.com").suggestions:
        assert confusables.parse(made.domain).ascii == made.domain


@pytest.mark.parametrize(
    ("name", "likely", "absurd"),
    [
        ("panierbleu.com", "paniersbleus.com", "panierbleus.com"),
        ("bluebasket.com", "mybluebasket.com", "mabluebasket.com"),
        ("openweather24.com", "openweathertwentyfour.com", "openweatherveinticuatro.com"),
        ("bancadeltempo.it", "labancadeltempo.it", "ilbancadeltempoonlines.it"),
        ("padariadobairro.com.br", "padariadobairro.com", "padariadobairrocombr.com.br"),
        ("cafedesarts.fr", "cafe-des-arts.fr", "cafedes.fr"),
        ("sparkassegraz.at", "sparkasse-graz.at", "sparkassegrazs.at"),
    ],
)
def test_suggestions_are_what_people_type(make: Make, name: str, likely: str, absurd: str) -> None:
    made = [s.domain for s in Checker(make(_row("windmill.org"))).check(name).suggestions]
    assert likely in made
    assert absurd not in made


@pytest.mark.parametrize("brand", ["crossenv", ".NET", "@angular/core", "Amazon.com"])
def test_a_brand_of_a_plain_list_may_be_asked_about(tmp_path: Path, brand: str) -> None:
    listed = tmp_path / "brands.csv"
    listed.write_text(f"name,country\n{brand},FR\nGandi,FR\n", "utf-8")
    plain = tmp_path / "brands.txt"
    plain.write_text("crossenv\ngandi\n", "utf-8")
    for source in (listed, plain):
        corpus = Corpus.build(tmp_path / "built.corpus", [source])
        for asked in ("crossenv", "cross-env", "dotnet", "NET", "angular core", "Amazon"):
            assert Checker(corpus).check(asked).collisions is not None


def test_brands_of_one_label_stand_side_by_side(make: Make) -> None:
    corpus = make(_row("", "crossenv"), _row("", "cross-env"))
    for asked, other in (("crossenv", "cross-env"), ("cross-env", "crossenv")):
        report = Checker(corpus).check(asked)
        assert report.existing is not None
        assert report.existing.name == asked
        (hit,) = report.collisions
        assert (hit.name, hit.kind) == (other, Kind.DELIMITER)


def test_what_is_shown_moves_neither_the_level_nor_what_is_known(make: Make) -> None:
    corpus = make(_row("lepanierbleu.ca"), _row("monpanierbleu.com"), _row("lepanierbleu.com"))
    shown = Checker(corpus).check("lepanierbleu.ca")
    hidden = Checker(corpus, min_probability=1.0).check("lepanierbleu.ca")
    assert hidden.existing == shown.existing
    assert hidden.existing is not None
    assert hidden.level == shown.level == Level.WARN
    assert hidden.collisions == ()
    assert hidden.hidden.warn == len([c for c in shown.collisions if c.level == Level.WARN])
    held = {"monpanierbleu.com", "lepanierbleu.com"}
    for report in (shown, hidden):
        assert held.isdisjoint(s.domain for s in report.suggestions)
    assert f"not shown here: {hidden.hidden.warn}" in hidden.to_text().replace("\n", " ")


def test_what_a_limit_leaves_out_is_counted(make: Make) -> None:
    corpus = make(*(_row(f"{word}panierbleu.com") for word in ("mon", "ton", "notre", "votre")))
    report = Checker(corpus, limit=1).check("lepanierbleu.ca")
    assert (len(report.collisions), report.hidden.warn) == (1, 3)


@pytest.mark.parametrize("corpora", ["a.corpus", ["a.corpus"], [Path("a.corpus")]])
def test_a_path_is_no_corpus(corpora: Any) -> None:
    with pytest.raises(ValueError, match=r"opened ones: Corpus.load\('a.corpus'\)"):
        Checker(corpora)


def test_a_checker_goes_to_another_process(make: Make, tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("lepanierbleu.ca\n", "utf-8")
    for corpus in (make(_row("lepanierbleu.ca")), Corpus.load(listed)):
        checker = Checker(corpus)
        again = pickle.loads(pickle.dumps(checker))  # noqa: S301 - our own
        first, other = (each.check("monpanierbleu.com") for each in (checker, again))
        assert replace(other, made=first.made) == first  # but for the second they were made in


def test_what_a_report_shows_can_be_put_into_a_set(make: Make) -> None:
    report = Checker(make(_row("lepanierbleu.ca"))).check("monpanierbleu.com")
    assert len({*report.collisions, *report.collisions[0].terms, *report.suggestions})
    assert len({*report.collisions, *report.collisions}) == len(report.collisions)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("paindore", "aupaindore"),
        ("happymouse", "happymice"),
        ("cestoblu", "cestaazul"),
        ("chat-noir", "auchatnoir"),
        ("monpanierbleu", "lepanierbleu"),
        ("rojovivo", "alrojovivo"),
    ],
)
def test_one_number_in_a_check_in_a_comparison_and_both_ways_round(
    make: Make, new: str, old: str
) -> None:
    found = Checker(make(_row(f"{old}.fr"))).check(new).collisions[0]
    assert found.probability == compare(new, old).probability == compare(old, new).probability


def _intended(tmp_path, text="Paper Trail", **settings):
    (tmp_path / "list.csv").write_text(
        "domain,owner,country,since\n"
        "papertrail.com,Trails Inc,US,2009\npapertrail.net,Trails Inc,US,2010\n"
    )
    corpus = Corpus.load(tmp_path / "list.csv")
    return Checker(corpus, suffixes=["com", "app"], **settings).check(text)


def test_an_intended_address_that_is_registered_is_existing_and_may_be_a_strangers(tmp_path):
    report = _intended(tmp_path)
    assert [(p.domain, bool(p.existing), p.own) for p in report.intended] == [
        ("papertrail.com", True, False), ("papertrail.app", False, False),
    ]  # fmt: skip
    assert report.existing is None  # a brand is no domain
    assert report.taken == ("papertrail.com",)
    assert report.level == Level.WARN
    hit, other = report.collisions
    assert [r.domain for r in (hit.registration, *hit.also)] == ["papertrail.com"]
    assert [r.domain for r in (other.registration, *other.also)] == ["papertrail.net"]
    assert Action.CHOOSE_ANOTHER in [a.action for a in other.advice]
    assert [a.action for a in hit.advice] == [Action.CONFIRM_HOLDER]
    assert hit.first.who == Who.EXISTING  # the date of a stranger is not that of the launch
    suggested = {s.domain for s in report.suggestions}
    assert not suggested & {"papertrail.com", "papertrail.app"}


def test_an_intended_address_of_ones_own_is_no_collision(tmp_path):
    report = _intended(tmp_path, mine=["papertrail.com", "papertrail.net"])
    assert (report.level, report.intended[0].own) == (Level.NONE_FOUND, True)
    assert report.taken == ()


def test_of_a_domain_nothing_else_is_intended_and_existing_is_itself(tmp_path):
    assert _intended(tmp_path, "papertrail.app").existing is None
    found = _intended(tmp_path, "papertrail.net")
    assert found.existing.domain == "papertrail.net"
    assert found.intended == ()
    assert confusables.check("Le Panier bleu").intended == ()


@pytest.mark.parametrize(
    ("brand", "ending", "label"),
    [
        ("Bäckerei Müller", "de", "baeckereimueller"),
        ("Mon dossier santé", "quebec", "mondossiersante"),
    ],
)
def test_an_intended_address_is_in_the_letters_of_its_ending(make, brand, ending, label) -> None:
    report = Checker(make(_row("windmill.org")), suffixes=[ending]).check(brand)
    assert [p.domain for p in report.intended] == [f"{label}.{ending}"]
    assert report.markets == tuple(filter(None, [{"de": "DE", "quebec": "CA"}[ending]]))

"""A generic word beside the distinctive one."""

from __future__ import annotations

import pytest
from signals.signal_cases import judged, variants

from confusables import Checker, Corpus, compare
from confusables.model import Kind
from confusables.names import parse
from confusables.signals.affix import SIGNAL
from confusables.views import View


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("ovhcloud.com", "ovh.com"),
        ("numergy.fr", "numergyonline.fr"),
        ("numergyshop.fr", "numergycloud.fr"),
        ("mygandishop.com", "mygandi.com"),
        ("getdropbox.com", "dropbox.com"),
        ("lepanierbleu.ca", "lepanierbleushop.ca"),
    ],
)
def test_found(new: str, old: str) -> None:
    found = judged("affix", new, old)
    assert found is not None
    assert found.kind == Kind.AFFIX


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("numergy.fr", "numergyx.fr"),
        ("numergy.fr", "numergy.com"),
        ("shop.com", "cloud.com"),
        ("bluebasket.com", "redbasket.com"),
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("affix", new, old) is None


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("numergy.fr", {"numergyshop", "numergyonline"}),
    ],
)
def test_variants(name: str, labels: set[str]) -> None:
    assert labels <= variants("affix", name)


def test_what_is_added_and_what_is_swapped() -> None:
    assert judged("affix", "ovhcloud.com", "ovh.com").level.startswith("added")
    assert judged("affix", "numergyshop.fr", "numergycloud.fr").level.startswith("swapped")


@pytest.mark.parametrize(
    ("new", "old", "level"),
    [
        ("nasdaqeliteinvestors.com", "nasdaq.com", "contained-word"),
        ("monespace-boursorama.com", "boursorama.com", "contained-word"),
        ("xqboursorama.com", "boursorama.com", "contained"),
    ],
)
def test_a_name_inside_another_tells_more_where_a_word_ends(new: str, old: str, level: str) -> None:
    found = judged("affix", new, old)
    assert found is not None
    assert found.level == level


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("nertflix-upgrade.com", "netflix.com"),
        ("seresstocollar.com", "seresto.com"),
        ("account-equifaz-check.com", "equifax.com"),
    ],
)
def test_a_slip_in_what_stands_beside_words(new: str, old: str) -> None:
    found = judged("affix", new, old)
    assert found is not None
    assert found.level == "slipped"
    assert 0.0 < found.scale <= 1.0


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("account-opencw.com", "opentv.com"),  # too hard a slip in six letters
        ("account-garden-check.com", "gardener.com"),  # a word is no slip
        ("login-garner.com", "gamer.com"),  # nor one that looks like another word
        ("getplanet.com", "aplanet.com"),
        ("zzyqx-nertflix-qqwk.com", "netflix.com"),  # beside what are no words
    ],
)
def test_no_slip_of_hard_or_ordinary_parts(new: str, old: str) -> None:
    found = judged("affix", new, old)
    assert found is None or found.level != "slipped"


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("secure-gand1-login.com", "gandi.net"),  # a look beside words, digits in the part
        ("support-rnumergy.fr", "mumergy.fr"),
        ("nurnergy-factures.fr", "numergy.fr"),
        ("login-c1oudwatt.fr", "cloudwatt.fr"),
        ("login-2024-nurnergy-fr.com", "numergy.fr"),
    ],
)
def test_a_part_that_looks_the_same_is_worth_what_the_name_is_there(new: str, old: str) -> None:
    for one, other in ((new, old), (old, new)):
        found = judged("affix", one, other)
        assert found is not None
        assert found.level == "slipped"
        assert "looks like" in str(found.says)


@pytest.mark.parametrize(("part", "name"), [("paypa1", "paypal"), ("rnicrosoft", "microsoft")])
def test_the_imitation_of_a_name_counts_no_more_than_the_name(part: str, name: str) -> None:
    exact = compare(f"secure-{name}-login.com", f"{name}.com")
    assert compare(f"secure-{part}-login.com", f"{name}.com").bits <= exact.bits + 0.3


def test_a_word_beside_others_is_hardly_a_name_that_looks_like_it() -> None:
    assert compare("mastermobileapp.com", "m4ster.com").level == "review"
    name, word = (
        judged("affix", "login-gand1.com", "gandi.net"),
        judged("affix", "metershop.com", "m3ter.com"),
    )
    assert word.scale < name.scale


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("shop-momammkzq.com", "rnornarnrnkzq.com"),
        ("webindiatirnes.de", "my-web-in-iatimes.de"),
        ("garnezhub.fr", "myamezhub.fr"),
    ],
)
def test_slips_are_the_same_both_ways_round(one: str, other: str) -> None:
    assert compare(one, other).bits == compare(other, one).bits


def test_each_strange_part_between_hyphens_is_put_to_the_names() -> None:
    for old in ("numergy.fr", "bouygues.fr"):
        found = judged("affix", "login-numergi-bouygeus.fr", old)
        assert found is not None
        assert found.level == "slipped"
    assert judged("affix", "nxmergy-qwzrtk.fr", "numergy.fr") is None  # no word beside


def test_a_check_finds_the_name_behind_a_strange_part(tmp_path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("paypal.com\nmicrosoft.com\nwindmill.org\n", "utf-8")
    checker = Checker(Corpus.build(tmp_path / "built.corpus", [listed]))
    for new, old in (
        ("secure-paypa1-login.com", "paypal.com"),
        ("paypl-order-confirm.com", "paypal.com"),
        ("rnicrosoft-support.com", "microsoft.com"),
    ):
        assert [c.domain for c in checker.check(new).collisions] == [old]


def test_a_check_finds_look_alikes_in_a_part_of_longer_names(tmp_path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("secure-paypa1-login.com\nrnicrosoft-support.com\nwindmill.org\n", "utf-8")
    checker = Checker(Corpus.build(tmp_path / "built.corpus", [listed]))
    for new, old in (
        ("paypal.com", "secure-paypa1-login.com"),
        ("microsoft.com", "rnicrosoft-support.com"),
    ):
        assert [c.domain for c in checker.check(new).collisions] == [old]


@pytest.mark.parametrize(
    ("new", "old"), [("fornoantico.it", "fornoantigo.it"), ("spotify.com", "shopify.com")]
)
def test_letters_of_a_word_are_no_generic_word(new: str, old: str) -> None:
    found = judged("affix", new, old)
    assert found is None or found.level != "swapped-3"


@pytest.mark.parametrize(
    "service",
    ["kundenservice", "client", "moncompte", "cuenta", "ufficiale", "oficial", "klantenservice",
     "secure", "suporte", "enligne"],
)  # fmt: skip
def test_words_of_service_tell_little_in_each_language(service: str) -> None:
    assert compare(f"orvalina{service}.com", "orvalina.com").level == "warn"


def test_several_words_that_tell_little_are_taken_off() -> None:
    for whole in ("secure-brontiq-login.com", "brontiqaccountupdate.com", "getbrontiqonline.com"):
        found = judged("affix", whole, "brontiq.com")
        assert found is not None
        assert found.level.startswith("added")


def test_what_begins_or_ends_a_word_is_no_name() -> None:
    assert judged("affix", "mystery.com", "stery.com") is None
    assert judged("affix", "bookshop.com", "book.com").level == "added-3"


@pytest.mark.parametrize("country", ["ireland", "india", "france"])
def test_a_word_behind_a_linking_word_is_no_generic_one(country: str) -> None:
    assert judged("affix", f"bankof{country}.com", "bankofchina.com") is None
    assert judged("affix", f"digiweb{country}.com", "digiwebchina.com").level == "countries"


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("bookerconstruction.co.uk", "e-construction.gov.ua"),
        ("marketconstruction.co.uk", "e-construction.gov.ua"),
        ("ecoledemusique.fr", "ecolededanse.fr"),
    ],
)
def test_no_boundary_within_a_word_and_no_slip_of_a_generic_one(new: str, old: str) -> None:
    assert judged("affix", new, old) is None


def test_a_word_that_no_list_of_names_has_is_a_name() -> None:
    assert judged("affix", "kestrelapp.com", "kestrel.com").level == "added-4"
    assert judged("affix", "windowapp.com", "window.com").level == "added-3"


@pytest.mark.parametrize("trade", ["energie", "assurances", "ersatzteile", "verzekeringen"])
def test_trades_tell_little_in_each_language(trade: str) -> None:
    assert judged("affix", f"brontiq{trade}.com", "brontiq.com").level == "added-4"


def test_a_mark_that_texts_mention_is_a_name_of_its_own() -> None:
    for mark in ("paypal", "netflix", "github"):
        assert judged("affix", f"{mark}-login.com", f"{mark}.com").level == "added-4"
    assert judged("affix", "orange-login.com", "orange.com").level == "added-3"


def test_a_generic_word_of_few_letters_beside_few_is_worth_no_name() -> None:
    assert judged("affix", "savexa.com", "vexa.com").level == "added-3"
    assert judged("affix", "getvarneo.com", "varneo.com").level == "added-4"


def test_another_year_is_no_swap_of_words_that_tell_little() -> None:
    found = judged("affix", "festival2024.com", "festival2025.com")
    assert found is None or not found.level.startswith("swapped")


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("mybrontiqapp.com", "brontiq.com"),
        ("thekindkitchenshop.com", "kindkitchen.com"),
        ("levelomalinboutique.fr", "velomalin.fr"),
    ],
)
def test_a_determiner_before_and_a_generic_word_behind(new: str, old: str) -> None:
    assert judged("affix", new, old).level.startswith("added")


def test_a_determiner_in_place_of_a_generic_word() -> None:
    found = judged("affix", "lepaingris.fr", "paingrisshop.fr")
    assert (found.level, found.scale < 1.0) == ("added-4", True)  # two changes, but small ones
    assert judged("affix", "lenovoshop.com", "novo.com") is None
    assert judged("affix", "theranos.com", "ranosshop.com") is None


@pytest.mark.parametrize(
    ("new", "old", "part"),
    [
        ("lespontsdelaserre.fr", "gitepontsdelaserre.fr", "pontsdelaserre"),
        ("thecopperoak.co.uk", "meadowcopperoak.co.uk", "copperoak"),
    ],
)
def test_another_word_stands_where_a_determiner_is_left_off(new: str, old: str, part: str) -> None:
    for one, other in ((new, old), (old, new)):
        found = judged("affix", one, other)
        assert found.level == "contained-word"
        assert found.says.values["part"] == part


def test_an_everyday_word_behind_a_determiner_is_in_many_names() -> None:
    assert judged("affix", "laferme.fr", "fermedesprairies.fr") is None


def test_a_slip_beside_a_word_tells_no_more_than_the_slip_alone() -> None:
    for name, other in (("brightridge", "brightbridge"), ("mirelvo", "mirelvu")):
        alone = compare(f"{name}.com", f"{other}.com")
        assert compare(f"my{name}.com", f"{other}.com").probability <= alone.probability + 0.05


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("maisonsante.fr", "maisonbeaute.fr"),
        ("artmarkt.de", "automarkt.de"),
        ("digitalschool.com", "digitalhealth.com"),
    ],
)
def test_generic_words_swapped_beside_a_generic_word_tell_nothing(new: str, old: str) -> None:
    assert judged("affix", new, old).level == "swapped-1"
    assert judged("affix", "nunavikhealth.ca", "nunavikschool.ca").level == "swapped-4"


def test_a_generic_word_is_not_put_on_twice() -> None:
    assert "quizmasterappapp" not in variants("affix", "quizmasterapp.com")
    assert "quizmastershop" in variants("affix", "quizmaster.com")


@pytest.mark.parametrize(
    ("name", "rest", "typed"),
    [
        ("quizmasterapp.com", "quizmaster", True),
        ("boutiquebrantivo.fr", "brantivo", True),
        ("getlantern.com", "lantern", True),
        ("openriverfarm.org", "riverfarm", False),
        ("studiopedagogique.fr", "pedagogique", False),
        ("theredgarden.co.uk", "thered", False),
        ("5000fleurs.fr", "5000", False),
    ],
)
def test_a_word_that_is_left_out(name: str, rest: str, typed: bool) -> None:
    shares = dict(SIGNAL.variants(View(parse(name))))
    assert (shares.get(rest, 0.0) > 0.1) is typed


def test_a_coined_name_has_words_of_its_country_beside_it() -> None:
    assert "negoziobrantivo" in variants("affix", "brantivo.it")
    assert "brantivowinkel" in variants("affix", "brantivo.nl")
    assert "brantivowinkel" not in variants("affix", "brantivo.com")


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("myopia-vision.com", "opia-vision.com"),
        ("apple-orchard.com", "le-orchard.com"),
        ("useful-tools.com", "ful-tools.com"),
    ],
)
def test_letters_of_a_longer_word_are_no_generic_word(new: str, old: str) -> None:
    for one, other in ((new, old), (old, new)):
        assert judged("affix", one, other).level == "added-1"


@pytest.mark.parametrize(
    ("new", "old"), [("kuvartoapp.com", "kuvartohq.com"), ("velmodrapro.com", "velmodratv.com")]
)
def test_short_generic_words_beside_a_coined_name_of_some_length(new: str, old: str) -> None:
    assert judged("affix", new, old).level == "swapped-4"
    assert judged("affix", old, new).level == "swapped-4"


@pytest.mark.parametrize(
    ("new", "old"), [("getkuvarto.com", "trykuvarto.com"), ("usevelmodra.io", "velmodraapp.com")]
)
def test_what_is_done_with_a_name_tells_no_more_than_a_determiner(new: str, old: str) -> None:
    assert judged("affix", new, old).level == "added-4"
    assert compare(new, old).level == "warn"


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("unitedbakers.com", "mytedbakers.com"),
        ("mysterytrails.com", "thesterytrails.com"),
        ("sandracoiffure.fr", "mondracoiffure.fr"),
    ],
)
def test_the_beginning_of_a_word_is_no_generic_word_in_place_of_one(new: str, old: str) -> None:
    assert judged("affix", new, old) is None
    assert judged("affix", old, new) is None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("velmodra2027.com", "velmodra.com"),
        ("lesvoisinsdubacasbl.be", "lesvoisinsdubac.be"),
        ("collectifkuvarto.fr", "associationkuvarto.fr"),
    ],
)
def test_years_and_forms_of_associations_are_generic(new: str, old: str) -> None:
    assert judged("affix", new, old).level in ("added-4", "swapped-4")


@pytest.mark.parametrize(
    ("new", "old"),
    [("francescafiori.it", "ancescafiori.it"), ("gustavcoffee.com", "stavcoffee.com")],
)
def test_a_name_of_people_before_words_is_cut_nowhere(new: str, old: str) -> None:
    for one, other in ((new, old), (old, new)):
        assert judged("affix", one, other) is None


@pytest.mark.parametrize(
    ("new", "old"),
    [("petcare.com", "petcafe.com"), ("smithdental.com", "smithrental.com")],
)
def test_words_a_letter_apart_are_told_by_their_letters(new: str, old: str) -> None:
    assert judged("affix", new, old) is None


def test_spellings_of_one_word_a_letter_apart_are_generic_words_all_the_same() -> None:
    assert judged("affix", "novaplay.com", "novatech.com") is not None


def test_a_town_is_no_name_of_its_own() -> None:
    town = judged("affix", "harrogatedental.com", "harrogate.com")
    name = judged("affix", "kuvarodental.com", "kuvaro.com")
    assert town is not None
    assert name is not None
    assert town.level < name.level

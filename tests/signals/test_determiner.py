"""Articles and possessives swapped, added and dropped."""

from __future__ import annotations

import pytest
from signals.signal_cases import judged, variants

from confusables.model import Kind
from confusables.names import parse
from confusables.signals.determiner import SIGNAL
from confusables.views import View


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("lepanierbleu.ca", "monpanierbleu.com"),
        ("lapetiteboutique.fr", "mapetiteboutique.fr"),
        ("panierbleu.quebec", "lepanierbleu.ca"),
        ("thebluebasket.com", "mybluebasket.com"),
        ("meinblumenladen.de", "derblumenladen.de"),
        ("Le Panier bleu", "Mon Panier bleu"),
        ("le-comptoir-vert.fr", "ton-comptoir-vert.fr"),
        ("yourparcel.com", "myparcel.com"),
        ("notrefromagerie.fr", "lafromagerie.fr"),
        ("elmercadoverde.es", "mimercadoverde.es"),
        ("laguida.it", "allaguida.it"),
        ("suglialberi.it", "neglialberi.it"),
        ("questescarpe.it", "miescarpe.it"),
        ("pelasruasdelisboa.pt", "nasruasdelisboa.pt"),
        ("auvillage.fr", "village.fr"),
        ("opopular.com.br", "popular.com.br"),
        ("imhafen.de", "derhafen.de"),
        ("auchatnoir.fr", "lechatnoir.fr"),
        ("aupaindore.fr", "lepaindore.fr"),
        ("duboutdumonde.fr", "boutdumonde.fr"),
    ],
)
def test_found(new: str, old: str) -> None:
    found = judged("determiner", new, old)
    assert found is not None
    assert found.kind == Kind.DETERMINER


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("lepanierbleu.ca", "lepanierblanc.com"),
        ("lenovo.com", "monovo.com"),
        ("lego.com", "go.com"),
        ("panierbleu.ca", "panierbleu.fr"),
        ("lepanierbleu.ca", "lepanierbleu.com"),
        ("legendary.com", "mongendary.com"),
        ("allstate.com", "state.com"),
        ("olive.com", "live.com"),
        ("dubois.fr", "bois.fr"),
        ("einstein.de", "stein.de"),
        ("hershey.com", "shey.com"),
        ("lescaut.fr", "caut.fr"),
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("determiner", new, old) is None


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("lepanierbleu.ca", {"lapanierbleu", "panierbleu", "monpanierbleu"}),
        ("panierbleu.quebec", {"lepanierbleu", "monpanierbleu"}),
        ("thebluebasket.com", {"mybluebasket", "bluebasket"}),
    ],
)
def test_variants(name: str, labels: set[str]) -> None:
    assert labels <= variants("determiner", name)


def test_the_sentence_names_both_determiners_and_the_rest() -> None:
    found = judged("determiner", "lepanierbleu.ca", "monpanierbleu.com")
    assert str(found.says) == "le → mon before “panierbleu”"
    assert (found.level, judged("determiner", "panierbleu.ca", "lepanierbleu.ca").level) == (
        "swapped",
        "added",
    )


@pytest.mark.parametrize(
    ("name", "likely", "odd"),
    [
        ("greenhelper.com", "thegreenhelper", "lagreenhelper"),
        ("panierbleu.fr", "lepanierbleu", "thepanierbleu"),
    ],
)
def test_determiners_of_languages_that_hardly_read_the_name_come_last(
    name: str, likely: str, odd: str
) -> None:
    shares: dict[str, float] = {}
    for label, share in SIGNAL.variants(View(parse(name))):
        shares[label] = max(share, shares.get(label, 0.0))
    assert shares[likely] > 2 * shares.get(odd, 0.0)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("lamiabottega.it", "latuabottega.it"),
        ("lamiabottega.it", "labottega.it"),
        ("ilmiobonus.it", "bonus.it"),
        ("aminhaloja.pt", "atualoja.pt"),
        ("omeucafe.com.br", "cafe.com.br"),
    ],
)
def test_an_article_and_a_possessive_are_one_determiner(new: str, old: str) -> None:
    for one, other in ((new, old), (old, new)):
        assert judged("determiner", one, other) is not None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("dataforge.com", "theaforge.com"),
        ("datacloud.com", "acloud.com"),
        ("lastminute.com", "tminute.com"),
        ("montblanc.com", "letblanc.com"),
    ],
)
def test_no_determiner_is_cut_out_of_a_word(new: str, old: str) -> None:
    assert judged("determiner", new, old) is None


def test_no_rest_that_is_no_word_is_suggested() -> None:
    for name in ("monoprix.fr", "dataforge.com"):
        made = [variant.label for variant in SIGNAL.variants(View(parse(name)))]
        assert not {"oprix", "aforge"} & set(made)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("anybakery.com", "ybakery.com"),
        ("unibakery.com", "ibakery.com"),
        ("satradio.com", "tradio.com"),
        ("decentjewellery.com", "centjewellery.com"),
        ("leopatisserie.fr", "opatisserie.fr"),
    ],
)
def test_a_word_before_other_words_begins_with_no_determiner(new: str, old: str) -> None:
    assert judged("determiner", new, old) is None
    assert judged("determiner", old, new) is None


def test_a_determiner_that_is_typed_apart_is_one_whatever_goes_on_behind_it() -> None:
    assert judged("determiner", "un-ibakery.com", "ibakery.com") is not None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("checkyourheat.com", "checkmyheat.co.uk"),
        ("maisondelabiere.fr", "maisonbiere.fr"),
        ("maisondelabiere.fr", "maisondubiere.fr"),
        ("casadocafe.com.br", "casacafe.com.br"),
        ("trionsnosdechets.fr", "trionslesdechets.fr"),
        ("saltandpepper.com", "saltpepper.com"),
        ("huisvandewijn.nl", "huiswijn.nl"),
        ("bottegadellarte.it", "bottegadarte.it"),
        ("fetedeleau.fr", "fetedeau.fr"),
    ],
)
def test_function_words_inside_a_name(new: str, old: str) -> None:
    found = judged("determiner", new, old)
    assert found is not None
    assert found.scale < 1.0


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("artandtech.com", "artortech.com"),
        ("walkthetalk.org", "walkandtalk.org"),
        ("vieavecplastique.fr", "viesansplastique.fr"),
        ("maisonrouge.fr", "maisondelamer.fr"),
    ],
)
def test_words_inside_that_mean_something_else(new: str, old: str) -> None:
    assert judged("determiner", new, old) is None


@pytest.mark.parametrize(
    ("new", "old"), [("omundo.com.br", "mundo.com"), ("lavenir.fr", "avenir.fr")]
)
def test_an_article_of_one_letter_before_a_word_of_its_language(new: str, old: str) -> None:
    assert judged("determiner", new, old).level == "added"


@pytest.mark.parametrize(("new", "old"), [("oxfam.org", "xfam.org"), ("around.com", "round.com")])
def test_a_first_letter_that_is_no_article(new: str, old: str) -> None:
    assert judged("determiner", new, old) is None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("bijdehaven.nl", "aandehaven.nl"),
        ("naardezee.nl", "aandezee.nl"),
        ("bythesea.com", "onthesea.com"),
        ("auxtroisepis.fr", "lestroisepis.fr"),
        ("indebuurt.nl", "onzebuurt.nl"),
        ("huisaandehaven.nl", "huisbijdehaven.nl"),
    ],
)
def test_where_a_thing_is_may_be_told_otherwise(new: str, old: str) -> None:
    for one, other in ((new, old), (old, new)):
        assert judged("determiner", one, other).level == "swapped"


def test_a_thing_alone_is_not_where_it_is() -> None:
    where = judged("determiner", "bythesea.com", "onthesea.com")
    assert judged("determiner", "bythesea.com", "thesea.com").scale < where.scale
    assert judged("determiner", "bythesea.com", "sea.com") is None
    assert judged("determiner", "andthecity.com", "thecity.com") is None
    assert judged("determiner", "einsicht.de", "dersicht.de") is None


def test_a_letter_stands_for_a_letter_in_one_language_only() -> None:
    assert judged("determiner", "ipiano.com", "tpiano.nl") is None
    assert judged("determiner", "ihotel.com", "ahotel.com") is None
    assert judged("determiner", "omercado.pt", "osmercado.pt") is not None


def test_nobody_calls_his_own_what_says_whose_or_where_it_is() -> None:
    for name, whose in (("dawsonplumbing.co.uk", "my"), ("taxiquimper.fr", "mon")):
        shares = {v.label: v.share for v in SIGNAL.variants(View(parse(name)))}
        assert shares.get(whose + name.partition(".")[0], 0.0) < 0.05
    shares = {v.label: v.share for v in SIGNAL.variants(View(parse("panierbleu.fr")))}
    assert shares["monpanierbleu"] > 0.05

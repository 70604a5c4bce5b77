"""The same meaning in another language."""

from __future__ import annotations

import pytest
from signals.signal_cases import judged

from confusables import compare
from confusables.model import Kind, Level


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("bluebasket.ca", "lepanierbleu.ca"),
        ("greengarden.com", "jardinvert.fr"),
        ("redflower.com", "fleurrouge.fr"),
        ("goldenlion.com", "goldenerloewe.de"),
        ("blackcat.com", "chatnoir.fr"),
    ],
)
def test_found(new: str, old: str) -> None:
    found = judged("translation", new, old)
    assert found is not None
    assert found.kind == Kind.TRANSLATION


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("bluebasket.ca", "lepanierrouge.ca"),
        ("bluebasket.ca", "basketblue.ca"),
        ("greengarden.com", "greengarden.fr"),
        ("numergy.fr", "cloudwatt.fr"),
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("translation", new, old) is None


def test_a_determiner_on_both_sides_tells_more_than_the_word() -> None:
    assert judged("translation", "lejouet.ma", "meinspielzeug.ch").level == "determined"
    assert judged("translation", "jouet.ma", "spielzeug.ch").level == "one-word"


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("notremaison.fr", "ourhouse.com"),
        ("unserhaus.de", "nossacasa.com.br"),
        ("giornalemio.it", "midiario.com"),
        ("vosvacances.fr", "ihrurlaub.de"),
        ("sucasa.es", "seinhaus.de"),
    ],
)
def test_whose_it_is_means_something(new: str, old: str) -> None:
    found = judged("translation", new, old)
    assert found.level in ("loosely", "mostly", "all-words")


@pytest.mark.parametrize(
    ("new", "old", "level"),
    [
        ("wirbauenhaeuser.de", "wijbouwenhuizen.nl", "all-words"),
        ("weplanttrees.org", "ichpflanzebaeume.de", "all-words"),
        ("ichkoche.de", "ikkook.nl", "loosely"),
        ("wecook.com", "nouscuisinons.fr", "loosely"),
    ],
)
def test_who_does_it_means_what_is_done(new: str, old: str, level: str) -> None:
    assert judged("translation", new, old).level == level


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("wirkochen.de", "ichkoche.de"),
        ("wirtanzen.de", "wijzingen.nl"),
        ("wirbauenhaeuser.de", "wijbouwenboten.nl"),
    ],
)
def test_who_does_it_in_one_language_or_something_else_is_no_translation(
    new: str, old: str
) -> None:
    assert judged("translation", new, old) is None


def test_mine_is_not_yours() -> None:
    assert judged("translation", "notremaison.fr", "yourhouse.com").level == "determined"


def test_the_possessive_is_named() -> None:
    found = judged("translation", "notremaison.fr", "ourhouse.com")
    assert dict(found.says.values) == {"mine": "notre maison", "theirs": "our house"}


def test_what_a_word_means_in_another_language_is_not_meant() -> None:
    """The English article is no French tea, and letters that are no word mean nothing."""
    assert judged("translation", "etheruim.com", "malecha.co.ua") is None
    assert judged("translation", "mulheres.com.br", "damasio.com.br") is None


@pytest.mark.parametrize(
    ("new", "old"),
    [("honeybee.com", "honigbiene.de"), ("redfish.com", "poissonrouge.fr"),
     ("whitehouse.com", "maisonblanche.fr")],
)  # fmt: skip
def test_a_compound_means_what_its_words_mean(new: str, old: str) -> None:
    for one, other in ((new, old), (old, new)):
        found = judged("translation", one, other)
        assert found is not None
        assert found.level in ("loosely", "mostly", "all-words")


def test_words_of_one_origin_whose_letters_tell_little_mean_the_same() -> None:
    assert judged("translation", "landhaus.de", "landhuis.nl") is not None
    assert judged("translation", "kleinerprinz.de", "kleineprins.nl") is None


def test_a_word_that_both_have_may_mean_whatever_it_does() -> None:
    for new, old in (("bistrobleu.fr", "bluebistro.com"), ("bluebistro.com", "bistrobleu.fr")):
        found = judged("translation", new, old)
        assert found is not None
        assert found.scale < judged("translation", "bluebasket.ca", "panierbleu.fr").scale
    assert judged("translation", "kebabbleu.fr", "redkebab.com") is None


@pytest.mark.parametrize(
    ("new", "old"), [("justtires.com", "justtyres.co.uk"), ("stadthaus.de", "stadthaeuser.de")]
)
def test_another_spelling_or_form_is_no_translation(new: str, old: str) -> None:
    assert judged("translation", new, old) is None


def test_the_usual_words_for_a_meaning_tell_more_than_others() -> None:
    """panier and basket are the first words of their meaning, azzurro is the second of its."""
    levels = [
        judged("translation", new, old).level
        for new, old in (
            ("panierbleu.fr", "bluebasket.com"),
            ("panierbleu.fr", "cestinoazzurro.it"),
        )
    ]
    assert levels[0] == "all-words"
    assert levels[1] in ("mostly", "loosely")


@pytest.mark.parametrize("old", ["pagesjaunes.fr", "gelbeseiten.de"])
def test_a_compound_with_a_meaning_of_its_own_means_its_words_too(old: str) -> None:
    assert judged("translation", "yellowpages.com", old) is not None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("gameking.com", "jogosdorei.com.br"),  # king of games, game of the king
        ("casaverde.mx", "homegreen.com"),
        ("prestamofacil.es", "loaneasy.com"),
        ("stadtleben.de", "lifecity.com"),
        ("wereldreis.nl", "travelworld.com"),
    ],
)
def test_words_that_stand_as_in_no_translation_tell_less(new: str, old: str) -> None:
    assert judged("translation", new, old).level == "loosely"


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("treeoflife.com", "arbredevie.fr"),
        ("goldenlion.com", "leondorado.es"),
        ("mondefootball.fr", "weltfussball.de"),
        ("toutlevin.com", "everythingwine.ca"),
    ],
)
def test_words_that_stand_as_in_a_translation(new: str, old: str) -> None:
    assert judged("translation", new, old).level in ("mostly", "all-words")


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("bearhouse.com", "beerhouse.com"),  # Dutch beer is a bear
        ("comptebleu.fr", "contebleu.fr"),  # Italian conto
        ("redbar.com", "netbar.com"),  # Spanish red
        ("granterre.it", "terredeble.ca"),  # gran is no grano
    ],
)
def test_a_meaning_in_a_language_that_a_reader_does_not_think_of(new: str, old: str) -> None:
    found = judged("translation", new, old)
    assert found is None or found.level == "loosely"


def test_a_brand_is_not_read_in_several_languages_at_once() -> None:
    assert judged("translation", "Les Jardins de Lucie", "gardenoflights.com") is None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("climatechange.org", "changementclimatique.fr"),
        ("tourismoffice.com", "officedutourisme.fr"),
        ("mercatodelpesce.it", "mercadodelpescado.es"),
        ("foodbank.org", "banquealimentaire.fr"),
    ],
)
def test_words_of_one_origin_are_a_translation_in_two_languages(new: str, old: str) -> None:
    assert judged("translation", new, old) is not None
    assert judged("translation", old, new) is not None


@pytest.mark.parametrize(
    ("new", "old"), [("alpinehotel.com", "hotelalpin.fr"), ("lemusee.fr", "elmuseo.es")]
)
def test_what_order_or_endings_tell_is_no_translation_beside(new: str, old: str) -> None:
    assert judged("translation", new, old) is None


def test_one_thing_is_one_concept() -> None:
    assert judged("translation", "hamhouse.com", "maisondujambon.fr") is not None
    assert judged("translation", "goldenbull.com", "vachedoree.fr") is None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("4seasons.com", "quatresaisons.fr"),
        ("dosgatos.es", "2cats.com"),
        ("100fiori.it", "hundredflowers.com"),
    ],
)
def test_digits_mean_what_their_words_do(new: str, old: str) -> None:
    assert judged("translation", new, old) is not None
    assert judged("translation", old, new) is not None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("jardinsecretmtl.ca", "secretgardenmtl.ca"),
        ("ecolemontcalm.ca", "montcalmschool.ca"),
        ("santequebec.ca", "quebechealth.ca"),
    ],
)
def test_generic_words_beside_a_name_that_both_have(new: str, old: str) -> None:
    assert judged("translation", new, old) is not None


def test_a_form_with_a_meaning_of_its_own_means_what_its_adjective_does() -> None:
    assert judged("translation", "folhaseca.com.br", "dryleaf.com") is not None


def test_a_number_that_both_write_in_digits_is_no_word_translated() -> None:
    assert judged("translation", "furniture1.eu", "meubels1.be").level == "one-word"
    assert judged("translation", "2houses.com", "secondhome.com") is None


@pytest.mark.parametrize(
    ("new", "old"), [("boutiqueduvelo.fr", "bikeshop.es"), ("musiknachrichten.de", "musicnews.com")]
)
def test_what_two_trades_are_called_in_two_languages_is_a_matter_of_review(
    new: str, old: str
) -> None:
    assert compare(new, old).level == "review"
    assert compare("panierbleu.fr", "bluebasket.com").level == "warn"


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("kuvarostore.com", "kuvaroshop.com"),  # a store is a blind in French
        ("magasinvelmora.fr", "boutiquevelmora.fr"),
        ("tresnikdental.com", "tresnikdentist.com"),
        ("tresnikplumbing.co.uk", "tresnikplumbers.co.uk"),
        ("velmorabijoux.fr", "velmorabijouterie.fr"),
    ],
)
def test_another_word_of_one_language_beside_a_name_of_its_own(new: str, old: str) -> None:
    assert judged("translation", new, old) is not None
    assert judged("translation", old, new) is not None
    assert compare(new, old).level == "warn"


@pytest.mark.parametrize(
    ("new", "old"),
    [("tresnikbank.com", "tresnikbanking.com"), ("kuvarotires.com", "kuvarotyres.com")],
)
def test_forms_and_spellings_beside_a_name_are_no_translation(new: str, old: str) -> None:
    assert judged("translation", new, old) is None


def test_what_one_trade_is_called_in_one_language_is_a_matter_of_review() -> None:
    assert compare("coffeestore.com", "coffeeshop.com").level == "review"


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("blumenladenkuvaro.ch", "boutiquedefleurskuvaro.ch"),
        ("bookshopkuvaro.ca", "boutiquedelivreskuvaro.ca"),
    ],
)
def test_a_compound_beside_a_name_means_what_two_words_do(new: str, old: str) -> None:
    assert judged("translation", new, old) is not None
    assert judged("translation", old, new) is not None


@pytest.mark.parametrize(
    ("new", "old"),
    [("zeroplastik.de", "ceroplastico.es"), ("lacabaneauxobjets.fr", "objectcabin.com")],
)
def test_zero_and_objects_mean_something(new: str, old: str) -> None:
    assert judged("translation", new, old) is not None


def test_a_store_is_a_shop_in_all_languages() -> None:
    assert judged("translation", "velmoraboutique.fr", "velmorastore.fr") is not None
    assert compare("velmoratienda.es", "velmorastore.es").level == "warn"


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("savetheplanet.org", "sauvonslaplanete.fr"),
        ("sauvonslaforet.fr", "rettetdenwald.de"),
        ("salvemoslasabejas.es", "savethebees.com"),
        ("aidonslespauvres.fr", "helpthepoor.com"),
    ],
)
def test_what_people_are_called_to_do(new: str, old: str) -> None:
    assert compare(new, old).level == Level.WARN

"""Singular and plural, gender, diminutives."""

from __future__ import annotations

import pytest
from signals.signal_cases import judged, variants

from confusables import compare
from confusables.model import Kind
from confusables.names import parse
from confusables.signals.inflection import SIGNAL
from confusables.views import View


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hotelbleu.com", "hotelsbleus.com"),
        ("bluebasket.com", "bluebaskets.com"),
        ("petitpanier.fr", "petitspaniers.fr"),
        ("flower.com", "flowers.com"),
        ("boutique.fr", "boutiques.fr"),
        ("cheval-vert.fr", "chevaux-verts.fr"),
        ("goosefarm.com", "geesefarm.com"),
        ("kindboek.nl", "kinderboeken.nl"),
        ("mejoramigo.es", "mejoresamigos.es"),
        ("melhoramigo.pt", "melhoresamigos.pt"),
    ],
)
def test_found(new: str, old: str) -> None:
    found = judged("inflection", new, old)
    assert found is not None
    assert found.kind == Kind.INFLECTION


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hotel.com", "motel.com"),
        ("bluebasket.com", "redbaskets.com"),
        ("hotel.com", "hotel.fr"),
        ("flower.com", "flour.com"),
        ("caso.es", "casa.es"),
        ("maan.nl", "man.nl"),
        ("buch.de", "buche.de"),
        ("armee.fr", "arme.fr"),
        ("kiwio.com", "kiwi.com"),
        ("noveo.com", "nove.com"),
        ("lichen.de", "li.de"),
        ("jackiechen.de", "jackie.de"),
        ("festivals.com", "festivaly.eu"),  # no festival y
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("inflection", new, old) is None


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("bluebasket.com", {"bluebaskets"}),
        ("flowers.com", {"flower"}),
        ("cherry.com", {"cherries"}),
        ("journallocal.fr", {"journauxlocaux"}),
        ("tiendaazul.es", {"tiendasazules"}),
        ("lojaazul.com.br", {"lojasazuis"}),
        ("cestinoblu.it", {"cestiniblu"}),
        ("pizzerie.it", {"pizzeria"}),
        ("tischlerei.de", {"tischlereien"}),
    ],
)
def test_variants(name: str, labels: set[str]) -> None:
    assert labels <= variants("inflection", name)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("panierbleu.fr", "paniersbleus.fr"),
        ("stadthaus.de", "stadthaeuser.de"),
        ("holzfass.de", "holzfaesser.de"),
        ("apfelbaum.de", "apfelbaeume.de"),
        ("luz.es", "luces.es"),
        ("mijnboek.nl", "mijnboekje.nl"),
        ("dansschool.nl", "dansschooltje.nl"),  # no word for the splitter: school tje
        ("bloem.nl", "bloempje.nl"),
        ("kapsalon.nl", "kapsalonnetje.nl"),
        ("muehle.de", "muehlchen.de"),
        ("waldbaer.de", "waldbaerchen.de"),
        ("strohhut.de", "strohhuetchen.de"),
        ("dergutewein.de", "meinguterwein.de"),
    ],
)
def test_forms_of_each_language(new: str, old: str) -> None:
    for one, other in ((new, old), (old, new)):
        assert judged("inflection", one, other) is not None


def test_words_that_change_with_their_determiner_are_nearly_the_same() -> None:
    alone = judged("inflection", "blauerkorb.de", "blauekoerbe.de")
    swapped = judged("inflection", "derblauekorb.de", "meinblauerkorb.de")
    linked = judged("inflection", "jardindebleus.fr", "jardinbleu.fr")
    assert alone is not None
    assert swapped is not None
    assert linked is None or linked.scale < swapped.scale < alone.scale


def test_an_s_more_is_the_plural_however_the_name_is_read() -> None:
    for new, old in (("web-log.com", "weblogs.com"), ("weblogs.com", "web-log.com")):
        assert judged("inflection", new, old) is not None
    assert judged("inflection", "cla.com", "clas.com") is None


def test_persons_of_either_gender_are_forms_of_one_word() -> None:
    assert judged("inflection", "amigogrande.es", "amigasgrandes.es") is not None
    assert judged("inflection", "vendeuse.fr", "vendeur.fr") is not None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("star.com", "stare.com"),
        ("plan.com", "plane.com"),
        ("rat.com", "rate.com"),
        ("port.com", "porte.com"),
    ],
)
def test_a_form_in_few_of_the_languages_that_know_both_is_an_accident(new: str, old: str) -> None:
    assert judged("inflection", new, old) is None


@pytest.mark.parametrize("name", ["yocompro.es", "noisiamo.it", "wirhelfen.de", "jeparticipe.fr"])
def test_what_somebody_does_has_no_plural(name: str) -> None:
    assert not variants("inflection", name)


def test_a_product_named_so_has_one() -> None:
    assert "iplays" in variants("inflection", "iplay.com")


def test_an_umlaut_written_out_is_no_form() -> None:
    assert judged("inflection", "mueller.de", "muller.it") is None
    assert judged("inflection", "kuechenhaus.de", "küchenhaus.de") is None
    assert judged("inflection", "haus.de", "haeuser.de") is not None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("mangeonsbien.fr", "mangerbien.fr"),
        ("mangezlocal.fr", "mangeonslocal.fr"),
        ("comamosbien.es", "comerbien.es"),
        ("cuciniamoinsieme.it", "cucinareinsieme.it"),
        ("podemos.es", "poder.es"),
        ("sembrandofuturo.org", "sembrarfuturo.org"),
        ("imparandogiocando.it", "imparagiocando.it"),
        ("plantandoarvores.com.br", "plantamosarvores.com.br"),
    ],
)
def test_forms_of_verbs(new: str, old: str) -> None:
    assert judged("inflection", new, old) is not None
    assert judged("inflection", old, new) is not None


@pytest.mark.parametrize(("one", "other"), [("marketing", "market"), ("shipping", "ship")])
def test_a_word_alone_is_told_from_one_that_means_something_else(one: str, other: str) -> None:
    assert judged("inflection", f"{one}.com", f"{other}.com") is None
    assert judged("inflection", "gaming.com", "game.com") is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("chez.fr", "cher.fr"),
        ("serez.fr", "serre.fr"),
        ("comando.it", "comare.it"),
        ("armando.es", "armar.es"),
        ("intendo.it", "intere.it"),
        ("podemos.es", "podar.es"),
        ("salons.fr", "saler.fr"),
    ],
)
def test_what_only_looks_like_a_form_of_a_verb(one: str, other: str) -> None:
    assert judged("inflection", one, other) is None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("häuschenamsee.de", "hausamsee.de"),
        ("casinhaamarela.com.br", "casaamarela.com.br"),
        ("huisjeaanzee.nl", "huisaanzee.nl"),
        ("wisemice.com", "wisemouse.com"),
        ("actieflid.nl", "actieveleden.nl"),
    ],
)
def test_small_things_and_irregular_words_whatever_else_they_mean(new: str, old: str) -> None:
    assert judged("inflection", new, old) is not None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("gruenekueche.de", "grünesküche.de"),
        ("schoeneraussicht.de", "schöneaussicht.de"),
        ("bergfreund.de", "bergfreundin.de"),
        ("conducteurprudent.fr", "conductriceprudente.fr"),
        ("pintorurbano.es", "pintoraurbana.es"),
    ],
)
def test_forms_of_adjectives_and_of_persons(new: str, old: str) -> None:
    assert judged("inflection", new, old) is not None


@pytest.mark.parametrize(
    ("new", "old"), [("koenigswald.de", "königinwald.de"), ("ship.com", "shipping.com")]
)
def test_what_means_something_else_is_no_form(new: str, old: str) -> None:
    assert judged("inflection", new, old) is None


def test_a_person_of_one_verb_alone_tells_less() -> None:
    alone, beside = compare("kocht.de", "kochen.de"), compare("kochtgut.de", "kochengut.de")
    assert (alone.level, beside.level) == ("review", "warn")
    assert compare("boek.nl", "boeken.nl").level == "warn"  # a plural


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("besuchen.de", "besu.de"),
        ("brauchen.de", "brau.de"),
        ("oranje.nl", "oran.nl"),
        ("kastanje.nl", "kastan.nl"),
        ("delito.es", "delo.es"),
        ("golfinho.pt", "golfo.pt"),
        ("violetta.it", "viola.it"),
        ("veilchen.de", "veil.de"),
        ("sposo.it", "sposare.it"),
    ],
)
def test_what_only_looks_small_or_like_a_person(one: str, other: str) -> None:
    assert judged("inflection", one, other) is None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("mietebilliger.de", "mietenbilliger.de"),
        ("gernelesen.de", "gernliest.de"),
        ("besserschlafen.de", "besserschläft.de"),
        ("lekkereten.nl", "lekkereet.nl"),
        ("groenbouwen.nl", "groenbouwt.nl"),
        ("busquenempleo.es", "buscarempleo.es"),
        ("cantabonito.es", "cantarbonito.es"),
        ("aprendobem.pt", "aprenderbem.pt"),
        ("pagofacil.com.br", "pagarfacil.com.br"),
        ("puliscocasa.it", "pulirecasa.it"),
        ("paghibene.it", "pagarebene.it"),
    ],
)
def test_persons_of_everyday_verbs(new: str, old: str) -> None:
    assert judged("inflection", new, old) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("porto.it", "portare.it"),
        ("scalaverde.it", "scalareverde.it"),
        ("machtwort.de", "machenwort.de"),
        ("fahrtwind.de", "fahrenwind.de"),
        ("ichag.de", "wirag.de"),
        ("werkplaats.nl", "werkenplaats.nl"),
        ("cobraverde.es", "cobrarverde.es"),
        ("cortojusto.es", "cortarjusto.es"),
        ("nadabem.pt", "nadarbem.pt"),
    ],
)
def test_a_noun_that_looks_like_a_person_of_a_verb_is_none(one: str, other: str) -> None:
    assert judged("inflection", one, other) is None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("schlauefuechse.de", "schlauerfuchs.de"),
        ("digitaleschule.de", "digitalerschule.de"),
        ("kleinesfass.de", "kleinefässer.de"),
        ("finanzamtnord.de", "finanzämternord.de"),
        ("kleinerofen.de", "kleineöfen.de"),
        ("dorfbäder.de", "dorfbad.de"),
        ("casarossa.it", "caserosse.it"),
        ("lecase.it", "lamiacasa.it"),
        ("gattonero.it", "gattanera.it"),
        ("uovofresco.it", "uovafresche.it"),
        ("maestrobravo.it", "maestrabrava.it"),
        ("librinuovi.it", "libronuovo.it"),
        ("lospanes.es", "mipan.es"),
        ("lossoles.es", "misol.es"),
        ("houtennest.nl", "houtennestje.nl"),
        ("blauwepoort.nl", "blauwepoortje.nl"),
        ("barquitoverde.es", "barcoverde.es"),
        ("florecitaroja.es", "florroja.es"),
        ("hotelitorojo.es", "hotelrojo.es"),
        ("trencitoverde.es", "trenverde.es"),
        ("dentinhobranco.pt", "dentebranco.pt"),
        ("stellinarossa.it", "stellarossa.it"),
        ("wildekatze.de", "wildeskätzchen.de"),
    ],
)
def test_plurals_gender_and_small_things(new: str, old: str) -> None:
    assert judged("inflection", new, old) is not None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("flieger.de", "fliege.de"),
        ("gutearbeiter.de", "gutarbeitet.de"),
        ("vinoamaro.it", "vinoama.it"),
        ("fischer.de", "fische.de"),
        ("weste.de", "west.de"),
        ("rotehecke.de", "rotesheck.de"),
        ("sekte.de", "sekt.de"),
        ("liste.de", "list.de"),
        ("kante.nl", "kant.nl"),
        ("grandecolpo.it", "grandecolpa.it"),
        ("portarossa.it", "portorosso.it"),
        ("mentofresco.it", "mentafresca.it"),
        ("contenuovo.it", "contonuovo.it"),
        ("vaso.it", "vase.it"),
        ("gallonero.it", "gallinanera.it"),
        ("kaartgroen.nl", "kaartjegroen.nl"),
        ("cochecitorojo.es", "cocherojo.es"),
    ],
)
def test_nouns_that_differ_in_their_vowel_are_two_words(new: str, old: str) -> None:
    assert judged("inflection", new, old) is None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("dorpshuis.nl", "dorphuis.nl"),
        ("boekenkast.nl", "boekkast.nl"),
        ("volksfest.de", "volkfest.de"),
        ("sonnenblume.de", "sonneblume.de"),
        ("landgericht.de", "landgerichte.de"),
        ("bauernmarkt.de", "bauermarkt.de"),
    ],
)
def test_compounds_and_the_words_that_they_are_of(new: str, old: str) -> None:
    assert judged("inflection", new, old) is not None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("handball.de", "handel.de"),
        ("landschaft.de", "landhaft.de"),
        ("gasthaus.de", "gasthof.de"),
        ("sonnenblume.de", "sonnebaum.de"),
        ("dorpshuis.nl", "dorphuur.nl"),
        ("stadspark.nl", "landpark.nl"),
    ],
)
def test_compounds_of_other_words(new: str, old: str) -> None:
    assert judged("inflection", new, old) is None


@pytest.mark.parametrize(
    ("name", "made", "not_made"),
    [
        ("journallocal.fr", "journauxlocaux", "journalslocals"),
        ("petitbateau.fr", "petitsbateaux", "petitsbateaus"),
        ("zonnetuin.nl", "", "zonnestuins"),
    ],
)
def test_the_plural_of_a_noun_and_its_adjective(name: str, made: str, not_made: str) -> None:
    found = variants("inflection", name)
    assert set(made.split()) <= found
    assert not set(not_made.split()) & found


@pytest.mark.parametrize(
    ("name", "form", "plain"),
    [
        ("gartenhotel.de", "gartenhotels", True),
        ("gartenkiste.de", "gartenkistes", False),
        ("hotelrestaurant.fr", "hotelrestaurants", True),
        ("hotelparis.fr", "hotelpari", False),
        ("tacosbristol.co.uk", "tacosbristols", False),
        ("zonnehuisje.nl", "zonnehuisjes", True),
        ("boekenkast.nl", "boekenkasts", False),
    ],
)
def test_a_plural_that_nobody_makes_is_hardly_typed(name: str, form: str, plain: bool) -> None:
    shares = dict(SIGNAL.variants(View(parse(name))))
    assert (shares.get(form, 0.0) > 0.05) is plain


def test_short_words_that_mean_nothing_known_are_hardly_forms_of_one() -> None:
    named, meant = (
        judged("inflection", "mast.de", "masten.de"),
        judged("inflection", "gatto.it", "gatta.it"),
    )
    assert named.scale < 0.5 < meant.scale
    for one, other in (
        ("bonde.br", "bond.com"),
        ("ralf.de", "ralfe.de"),
        ("kurt.com", "kurte.com"),
    ):
        assert compare(one, other).level != "warn"

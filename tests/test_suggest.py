"""Suggestions: what people would really type, in the language and the country of the launch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import confusables
from confusables import Checker, Corpus
from confusables.model import Kind

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    path: Path = tmp_path_factory.mktemp("corpus") / "list.csv"
    path.write_text("domain,owner\nmonpanierbleu.com,Paniers SARL\nmicrosoft.com,Microsoft\n")
    return Corpus.load(path)


def _made(corpus: Corpus, name: str, suffix: str = "fr") -> list[str]:
    return [s.domain for s in Checker(corpus, suffixes=[suffix]).check(name).suggestions]


@pytest.mark.parametrize(
    ("name", "likely", "wrong"),
    [
        # Before a vowel an article is elided, and a possessive is that of the other gender.
        ("École en ligne", "lecoleenligne.fr monecoleenligne.fr", "laecoleenligne maecoleenligne"),
        ("amazonie.fr", "lamazonie.fr monamazonie.fr", "laamazonie maamazonie"),
        ("L'Arc-en-ciel", "monarcenciel.fr", "maarcenciel"),
        # Gender and number as the ending of the noun tells them.
        ("impots.gouv.fr", "mesimpots.fr", "monimpots lesimpot maimpots"),
        ("Bonne Route", "mabonneroute.fr labonneroute.fr bonnesroutes.fr", "lebonneroute"),
        ("Service Canada", "monservicecanada.fr", "maservicecanada laservicecanada"),
        ("Pass Culture", "monpassculture.fr", "mapassculture mypassculture thepassculture"),
        ("Hôpital du futur", "lhopitaldufutur.fr", "mahopitaldufutur lahopitaldufutur"),
        # A name takes no determiner, and no word of another language.
        ("Google Santé", "googlesante.com", "magooglesante lagooglesante googlesanteonline"),
        ("Le Panier bleu", "monpanierbleu.fr", "lepanierbleuonline lepanierbleunet"),
        # No plural of a country, nor of two nouns at once.
        ("canada.ca", "canada.com", "canadas"),
        ("Clic Santé", "clicsante.com", "clicssantes"),
        # A brand is parted where it was typed so.
        ("Mi Salud", "salud.es", "alud"),
    ],
)
def test_suggestions_are_words_that_go_together(
    corpus: Corpus, name: str, likely: str, wrong: str
) -> None:
    made = _made(corpus, name, "es" if name == "Mi Salud" else "fr")
    assert set(likely.split()) <= set(made)
    assert not set(wrong.split()) & {domain.partition(".")[0] for domain in made}


def test_english_names_keep_their_english_words(corpus: Corpus) -> None:
    made = _made(corpus, "Arctic Watch", "ca")
    assert {"myarcticwatch.ca", "thearcticwatch.ca", "arcticwatchonline.ca"} <= set(made)


def test_the_ending_of_the_launch_comes_first(corpus: Corpus) -> None:
    made = _made(corpus, "Mon Espace Santé")
    assert made.index("espacesante.fr") < made.index("espacesante.com")


def test_another_s_name_is_none_to_register(corpus: Corpus) -> None:
    report = Checker(corpus).check("lepanierbleu.ca")
    theirs = {s.domain for s in report.suggestions if s.theirs}
    assert "monpanierbleu.ca" in theirs
    advised = {d for c in report.collisions for a in c.advice for d in a.domains}
    advised |= {d for a in report.advice for d in a.domains}
    assert "notrepanierbleu.ca" in advised
    assert not theirs & advised
    mine = Checker(corpus, owner="Paniers SARL").check("lepanierbleu.ca")
    assert "monpanierbleu.ca" in mine.advice[0].domains


@pytest.mark.parametrize("name", ["quiosque", "lepanierbleu.ca", "boisclair.fr", "vinosdelsur.es"])
def test_kind_and_probability_are_those_of_the_comparison(name: str) -> None:
    made = confusables.check(name).suggestions
    assert made
    for suggested in made:
        pair = confusables.compare(name, suggested.domain)
        assert (suggested.kind, suggested.probability) == (pair.kind, pair.probability)
    slips = [s for s in made if s.slip]
    assert {s.mistake for s in slips} <= {Kind.TYPING}
    assert any(s.kind != Kind.TYPING for s in slips)


def test_what_people_type_without_accents_comes_before_old_spellings() -> None:
    made = [s.domain for s in confusables.check("niñosfelices.es").suggestions]
    assert made.index("ninosfelices.es") < made.index("ninnosfelices.es")


@pytest.mark.parametrize("name", ["nht.com.jm", "nht.gov.jm", "exemple.co.ck"])
def test_below_an_ending_of_endings_no_name_is_suggested(name: str) -> None:
    for suggested in confusables.check(name).suggestions:
        assert confusables.parse(suggested.domain).ascii == suggested.domain


def test_nothing_is_to_register_beside_letters_that_look_like_another_s(corpus: Corpus) -> None:
    report = Checker(corpus).check("microsofт.com")
    assert report.advice == ()
    assert "themicrosoft.com" not in [s.domain for s in report.suggestions]


@pytest.mark.parametrize(
    ("name", "likely", "wrong"),
    [
        # Nothing stands before what is done, nor a possessive before a town.
        ("findmykeys.org", "find-my-keys.org", "thefindmykeys.org findmykeysshop.org"),
        ("townofashford.us", "thetownofashford.us", "mytownofashford.us yourtownofashford.us"),
        ("joinlantern.app", "join-lantern.app", "thejoinlantern.app myjoinlantern.app"),
        ("dansonsdehors.fr", "dansons-dehors.fr", "mesdansonsdehors.fr dansonsdehorss.fr"),
        ("chantezfort.fr", "chantez-fort.fr", "monchantezfort.fr chantezforts.fr"),
        ("plantemosmejor.es", "plantemos-mejor.es", "misplantemosmejor.es"),
        ("nousaveclelac.fr", "nous-avec-le-lac.fr", "monnousaveclelac.fr"),
        ("wirimdorf.de", "wir-im-dorf.de", "meinwirimdorf.de"),
        ("livewild.us", "live-wild.us", "mylivewild.us thelivewild.us livewilds.us"),
        ("drivesafely.us", "drive-safely.us", "mydrivesafely.us"),
        ("tuttosulvino.it", "tutto-sul-vino.it", "miotuttosulvino.it"),
        ("jardinsetmesfleurs.fr", "jardins-et-mes-fleurs.fr", "vosjardinsetmesfleurs.fr"),
        ("buscaempleo.es", "busca-empleo.es", "labuscaempleo.es mibuscaempleo.es"),
        ("cantandojuntos.es", "cantando-juntos.es", "micantandojuntos.es sucantandojuntos.es"),
        ("dormirenville.fr", "dormir-en-ville.fr", "mondormirenville.fr notredormirenville.fr"),
        # Of what looks so and is a noun, they do.
        ("savoirjardiner.fr", "monsavoirjardiner.fr", ""),
        ("cucinaromana.it", "lacucinaromana.it", ""),
        ("melonsdusoleil.fr", "mesmelonsdusoleil.fr", ""),
        # Gender by the noun and its adjectives; where nothing tells it, what shows none.
        ("cabanedesbois.fr", "macabanedesbois.fr", "moncabanedesbois.fr lecabanedesbois.fr"),
        ("petittexte.fr", "monpetittexte.fr", "mapetittexte.fr lapetittexte.fr"),
        ("peniche.fr", "notrepeniche.fr", "monpeniche.fr lepeniche.fr"),
        ("mijardin.es", "tujardin.es nuestrojardin.es", "nuestrajardin.es lajardin.es"),
        ("iltuonegozio.it", "mionegozio.it", "miotuonegozio.it nostrotuonegozio.it"),
        ("kaufhausamsee.de", "meinkaufhausamsee.de", "meinekaufhausamsee.de"),
        ("metzgereiimdorf.de", "meinemetzgereiimdorf.de", "meinmetzgereiimdorf.de"),
        ("gartenkueche.de", "meinegartenkueche.de", "meingartenkueche.de gartenkueches.de"),
        # Plurals that are made, and singulars that are.
        ("journallocal.fr", "journauxlocaux.fr", "journallocals.fr"),
        ("hotelparis.fr", "hotel-paris.fr", "hotelpari.fr"),
        # Numbers in the language of the name, and no word of another.
        ("route66diner.com", "routesixtysixdiner.com", "routesoixantesixdiner.com"),
        ("onzebakker.nl", "mijnbakker.nl", "11bakker.nl"),
        # Nothing is said twice, and no word left out before others.
        ("redbarn.studio", "redbarnstudio.com", "redbarnstudio.studio"),
        ("quizmasterapp.com", "quizmaster.com", "quizmasterappapp.com"),
        ("bikerepairleeds.co.uk", "mybikerepairleeds.co.uk", "repairleeds.co.uk"),
        # A coined name has the words of its country beside it.
        ("brantivo.com.br", "lojabrantivo.com.br", "thebrantivo.com.br"),
        ("brantivo.com", "mybrantivo.com thebrantivo.com", "lojabrantivo.com"),
        # Beside umlauts as they are written without them.
        (
            "bäckerhütte.de",
            "meinebaeckerhuette.de baecker-huette.de",
            "meinebackerhutte.de backer-hutte.de",
        ),
        ("schluesseldienst.ch", "xn--schlsseldienst-jsb.ch schlusseldienst.ch", ""),
    ],
)
def test_suggestions_are_what_people_type(
    corpus: Corpus, name: str, likely: str, wrong: str
) -> None:
    made = {s.domain for s in Checker(corpus).check(name).suggestions}
    assert set(likely.split()) <= made
    assert not set(wrong.split()) & made


@pytest.mark.parametrize("name", ["harborcity.gov", "escuelaviva.edu.mx", "impots.gouv.fr"])
def test_nothing_is_suggested_below_an_ending_that_is_closed(corpus: Corpus, name: str) -> None:
    made = [s.domain for s in Checker(corpus).check(name).suggestions]
    label, _, suffix = name.partition(".")
    assert f"{label}.com" in made
    assert not [domain for domain in made if domain.endswith(f".{suffix}")]

"""Who does it: one pronoun for another before a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from signals.signal_cases import judged

from confusables import Checker, Corpus, Level, compare
from confusables.languages import LANGUAGES
from confusables.languages.verbs import conjugated
from confusables.model import Kind
from confusables.names import parse
from confusables.signals import subject
from confusables.views import View

if TYPE_CHECKING:
    from pathlib import Path

FOUND = [
    ("jeparticipe.ca", "onparticipe.fr"),
    ("jecuisine.fr", "nouscuisinons.fr"),
    ("jachetelocal.ca", "nousachetonslocal.ca"),
    ("jemesoigne.fr", "onsesoigne.fr"),
    ("jesuisartisan.fr", "noussommesartisans.fr"),
    ("wegrowgreen.org", "yougrowgreen.com"),
    ("ichkoche.de", "dukochst.de"),
    ("ikfiets.nl", "wijfietsen.nl"),
    ("yocompro.es", "nosotroscompramos.es"),
    ("iocucino.it", "noicuciniamo.it"),
    ("eucozinho.com.br", "noscozinhamos.com.br"),
    ("manteilt.de", "wirteilen.de"),
    ("siekocht.de", "ichkoche.de"),
    ("duhilfst.de", "ichhelfe.de"),
    ("ichbindabei.de", "wirsinddabei.de"),
    ("ichkannalles.de", "wirkoennenalles.de"),
    ("ichmachemit.de", "wirmachenmit.de"),
    ("zijbouwen.nl", "wijbouwen.nl"),
    ("ikdoemee.nl", "wijdoenmee.nl"),
    ("iamvegan.com", "wearevegan.com"),
    ("ichmachmit.de", "wirmachenmit.de"),
    ("ichspende.de", "wirspenden.de"),
    ("ichspiele.de", "wirspielen.de"),
    ("dutanzt.de", "ichtanze.de"),
    ("ikplantbomen.nl", "wijplantenbomen.nl"),
    ("ikbeweegmee.nl", "wijbewegenmee.nl"),
    ("ikvangop.nl", "wijvangenop.nl"),
    ("ichputzemeinestadt.de", "wirputzenunserestadt.de"),
    ("jenettoiemarue.fr", "nousnettoyonsnotrerue.fr"),
    ("yoreciclo.es", "nosotrosreciclamos.es"),
    ("yoaprendoingles.com", "aprendemosingles.es"),
    ("iocucinosano.it", "cuciniamosano.com"),
    ("eucozinhosaudavel.com.br", "cozinhamossaudavel.com"),
]


@pytest.mark.parametrize(("new", "old"), FOUND)
def test_found_both_ways_round(new: str, old: str) -> None:
    for one, other in ((new, old), (old, new)):
        found = judged("subject", one, other)
        assert found is not None
        assert found.kind == Kind.INFLECTION
        assert compare(one, other).level == Level.WARN


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("jeparticipe.fr", "tuparticipes onparticipe nousparticipons vousparticipez"),
        ("nousaimonslocal.fr", "jaimelocal tuaimeslocal onaimelocal vousaimezlocal"),
        ("jemeforme.fr", "tuteformes onseforme nousnousformons vousvousformez"),
        ("ichkoche.de", "wirkochen"),
        ("ikkook.nl", "jijkookt jekookt wijkoken wekoken"),
        ("yocompro.es", "tucompras nosotroscompramos"),
        ("iocucino.it", "tucucini noicuciniamo"),
        ("wegrowgreen.com", "igrowgreen yougrowgreen theygrowgreen"),
        ("euvendocarros.com.br", "vocevendecarros nosvendemoscarros"),
        ("eufacopao.com.br", "vocefazpao nosfazemospao"),
        ("euquero.com.br", "vocequer nosqueremos"),
        ("nosestamosaqui.pt", "euestouaqui"),
        ("yoquieropan.es", "nosotrosqueremospan tuquierespan"),
        ("wirwissen.de", "ichweiss duweisst"),
        ("ichfangean.de", "dufaengstan"),
        ("jijkomt.nl", "ikkom"),
        ("panierbleu.fr", ""),
        ("onboarding.com", ""),
    ],
)
def test_others_who_do_it_are_made_up_in_their_own_form(name: str, made: str) -> None:
    view = View(parse(name))
    labels = [variant.label for variant in subject.variants(view)]
    assert sorted(set(made.split()) - set(labels)) == []
    assert bool(labels) == bool(made)
    for label in labels:
        assert judged("subject", name, label) is not None


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("euvejo.com.br", "veem"),
        ("noiabbiamofame.it", "iohanno"),
        ("nosvendemos.com.br", "venda"),
        ("nosconstruimos.com.br", "constru"),
    ],
)
def test_no_form_is_made_up_that_others_have(name: str, wrong: str) -> None:
    labels = [variant.label for variant in subject.variants(View(parse(name)))]
    assert not any(wrong in label for label in labels)


def test_who_does_it_gets_no_possessive() -> None:
    suggested = {s.domain for s in Checker().check("jeparticipe.fr").suggestions}
    assert "onparticipe.fr" in suggested
    assert not any(domain.startswith(("notre", "votre", "mon", "my")) for domain in suggested)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("jecuisine.fr", "onjardine.fr"),
        ("jechanteici.fr", "onchanteailleurs.fr"),
        ("tuning.com", "uning.com"),
        ("youtube.com", "itube.com"),
        ("iron.com", "weron.com"),
        ("jouets.fr", "onuets.fr"),
        ("onlinebuy.com", "jelinebuy.com"),
        ("erleben-reisen.de", "wirlebenreisen.de"),
        ("tucambio.es", "yocambio.es"),
        ("noivende.it", "iovendo.it"),
        ("ichmachemit.de", "wirmachenvor.de"),
        ("manhaus.de", "siehaus.de"),
        ("icandy.com", "wecandy.com"),
        ("yococinosano.es", "cocinasana.es"),
        ("yocomprocasas.es", "vendemoscasas.es"),
        ("yococino.es", "cocinamos.es"),
        ("yococinosano.es", "cocinosano.es"),
        ("jecuisineensemble.fr", "cuisinonsensemble.fr"),
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("subject", new, old) is None


def test_a_pronoun_before_one_english_verb_is_how_firms_are_called() -> None:
    assert compare("iwork.com", "wework.com").level == Level.REVIEW
    assert compare("iworkgreen.com", "weworkgreen.com").level == Level.WARN


def test_a_check_finds_them(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("nouscuisinons.fr\nwindmuehle.de\n", encoding="utf-8")
    Corpus.build(tmp_path / "c.corpus", [tmp_path / "names.txt"])
    (hit,) = Checker(Corpus.open(tmp_path / "c.corpus")).check("jecuisine.fr").collisions
    assert hit.domain == "nouscuisinons.fr"
    assert hit.terms[0].because == (
        "“je cuisine” and “nous cuisinons” say the same of somebody else"
    )


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("yoaprendoingles.com", "aprendemosingles.es"),
        ("aprendemosingles.es", "yoaprendoingles.com"),
    ],
)
def test_a_check_finds_them_where_no_pronoun_says_who(tmp_path: Path, new: str, old: str) -> None:
    (tmp_path / "names.txt").write_text(f"{old}\nwindmuehle.de\n", encoding="utf-8")
    Corpus.build(tmp_path / "c.corpus", [tmp_path / "names.txt"])
    (hit,) = Checker(Corpus.open(tmp_path / "c.corpus")).check(new).collisions
    assert hit.domain == old


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_language_has_verbs_for_its_subjects(language) -> None:
    assert language.subjects or not conjugated(language.code)

"""Everyday verbs and the forms of their present."""

from __future__ import annotations

import pytest

from confusables import words
from confusables.languages import LANGUAGES, verbs
from confusables.languages.verbs import as_verb, conjugated, persons, present, tells_who

_CODES = ["de", "es", "it", "nl", "pt"]


@pytest.mark.parametrize("code", _CODES)
def test_forms_are_folded_and_no_infinitives(code: str) -> None:
    forms = present(code)
    assert len(forms) > 200
    for form, verb in forms.items():
        assert form.isascii()
        assert form.isalpha()
        assert form.islower()
        assert len(form) > 2
        assert verb not in forms, f"{verb} is an infinitive and a form"


@pytest.mark.parametrize("code", _CODES)
def test_infinitives_are_words_of_their_language(code: str) -> None:
    unknown = {verb for verb in present(code).values() if code not in words.known(verb)}
    assert len(unknown) < 10, unknown


@pytest.mark.parametrize("code", _CODES)
def test_function_words_are_no_verbs(code: str) -> None:
    language = next(one for one in LANGUAGES if one.code == code)
    closed = language.determiners | language.linking | language.contracted
    assert not present(code).keys() & (closed | language.numbers.keys())


def test_other_languages_have_none() -> None:
    assert not present("fr")
    assert not present("und")
    assert as_verb("mange", "fr") == ""


def test_infinitives_and_their_persons_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    present_of = verbs._Present(frozenset({"kanti"}), lambda verb: iter([verb[:-1] + "as"]))
    monkeypatch.setitem(verbs._PRESENT, "xx", present_of)
    assert present("xx") == {"kantas": "kanti"}
    assert as_verb("kantas", "xx") == "kantas"


@pytest.mark.parametrize(
    ("code", "verb", "forms"),
    [
        ("de", "bauen", "baue baut baust"),
        ("de", "rechnen", "rechne rechnet"),
        ("de", "sammeln", "sammle sammelt"),
        ("de", "spielen", "spiele spielt"),
        ("de", "tanzen", "tanze tanzt"),
        ("de", "hoeren", "hoere hoert hore"),
        ("de", "fahren", "fahre faehrt"),
        ("nl", "lopen", "loop loopt"),
        ("nl", "schrijven", "schrijf schrijft"),
        ("nl", "reizen", "reis reist"),
        ("nl", "wassen", "was wast"),
        ("nl", "tekenen", "teken tekent"),
        ("nl", "studeren", "studeer studeert"),
        ("nl", "ontmoeten", "ontmoet"),
        ("es", "buscar", "busco busca buscan buscamos busque"),
        ("es", "jugar", "juego juega jugamos juegue"),
        ("es", "vivir", "vivo vive viven vivimos viva"),
        ("pt", "alugar", "alugo aluga alugam alugamos alugue"),
        ("pt", "vender", "vendo vende vendem vendemos"),
        ("it", "pagare", "pago paga paghi paghiamo pagano"),
        ("it", "studiare", "studio studia studi studiamo"),
        ("it", "pulire", "pulisco pulisce puliamo"),
        ("it", "vedere", "vedo vede vediamo vedono"),
        ("es", "reciclar", "reciclo recicla reciclamos"),
        ("es", "poder", "puedo puedes podemos"),
        ("es", "defender", "defiendo defiende defendemos"),
        ("pt", "ler", "leio lemos leem"),
        ("pt", "querer", "quero quer queremos"),
        ("it", "agire", "agisco agisce agiamo agiscono"),
        ("it", "ridurre", "riduco riduce riduciamo"),
    ],
)
def test_persons(code: str, verb: str, forms: str) -> None:
    assert {present(code)[form] for form in forms.split()} == {verb}


def test_those_said_of_others_or_asked_are_no_persons_to_make_names_with() -> None:
    assert persons("it")["comprare"][:3] == ("compro", "compri", "compriamo")
    assert not any(form.endswith("nno") for forms in persons("it").values() for form in forms)
    assert "venda" not in persons("pt")["vender"]
    assert "vende" in persons("pt")["vender"]
    assert [
        code for code in ("fr", "en", "de", "es", "it", "pt", "nl", "eo") if tells_who(code)
    ] == [
        "es",
        "it",
        "pt",
    ]


@pytest.mark.parametrize(
    ("code", "form", "verb"),
    [("es", "cantos", "cantar"), ("it", "balli", "ballare"), ("pt", "visitas", "visitar")],
)
def test_a_noun_of_a_verb_is_it_in_both_numbers(code: str, form: str, verb: str) -> None:
    assert words.lemma(form, code) == verb


@pytest.mark.parametrize(
    ("code", "word"),
    [
        *(("de", word) for word in ("kauf", "koch", "fahrt", "macht", "bucht", "messe", "plane")),
        *(("es", word) for word in ("cena", "nada", "cosa", "cobra", "como", "vino", "corto")),
        *(("it", word) for word in ("porto", "porte", "legge", "leggi", "vinci", "abito", "scala")),
        *(("nl", word) for word in ("werk", "hoop", "film")),
        *(("pt", word) for word in ("nada", "como", "curta", "visto", "seguro")),
    ],
)
def test_what_is_another_word_stays_itself(code: str, word: str) -> None:
    assert words.lemma(word, code) == word


def test_who_does_it_tells_forms_that_are_something_else_alone() -> None:
    told = {"bin": "sein", "spende": "spenden", "mach": "machen", "traegt": "tragen"}
    assert told.items() <= conjugated("de").items()
    assert not present("de").keys() & told.keys()
    assert {"is": "zijn", "draag": "dragen", "plant": "planten"}.items() <= conjugated("nl").items()
    assert not present("nl").keys() & {"is", "draag", "plant"}

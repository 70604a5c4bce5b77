"""espeak-ng: what is made of its words, what happens where it fails, and how far our rules agree.

Where the program is not installed a stand-in tests the rest.
"""

from __future__ import annotations

import copy
import random
import shutil
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from confusables import Checker, Corpus, compare
from confusables.errors import MissingProgram, SpeakerError
from confusables.languages import LANGUAGES, by_code
from confusables.languages.espeak import Espeak
from confusables.languages.phones import CONSONANTS, VOWELS, likeness

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

installed = pytest.mark.skipif(not shutil.which("espeak-ng"), reason="espeak-ng is not installed")

# Everyday words and names of each language, and how alike our rules and espeak-ng say them: the
# mean and the least likeness measured (version 1.51), some hundredths less.
SPOKEN = {
    "fr": (
        "panier bleu maison boutique boulangerie fromage jardin château école agneau montagne"
        " soleil fleur voiture rouge pharmacie photo enfant printemps cyber quatre garage bateau"
        " ouest marché bénéteau dupont lefèvre gandi renault michelin bouygues danone carrefour",
        0.94, 0.6,
    ),
    "en": (
        "basket blue house shop garden school mountain flower photo kitchen water light night"
        " seven free green market cheese vision nation knight phone quick rain boat street"
        " amazon facebook google smith london boston",
        0.93, 0.55,
    ),
    "de": (
        "korb blau haus laden garten schule zeitung vogel strasse schiff wasser licht nacht"
        " sieben frei grün markt käse buch vater stadt apfel zimmer fenster freund deutsch"
        " siemens bosch müller schneider hamburg köln",
        0.98, 0.9,
    ),
    "es": (
        "cesta azul casa tienda jardín escuela periódico queso calle barco agua noche siete libre"
        " verde mercado vaca zapato llave niño guerra cielo jamón gente hijo quince"
        " garcía telefónica zara madrid sevilla barcelona",
        0.98, 0.9,
    ),
    "it": (
        "cesto azzurro casa negozio giardino scuola giornale formaggio strada barca acqua notte"
        " sette libero verde mercato chiave gnocchi famiglia scienza ciao zucchero perché"
        " ferrari barilla benetton milano firenze venezia",
        0.97, 0.88,
    ),
    "pt": (
        "cesta azul casa loja jardim escola jornal queijo rua barco água noite sete livre verde"
        " mercado chave coração irmão feijão carro bairro exame caça trabalho"
        " silva pereira petrobras lisboa porto coimbra",
        0.93, 0.65,
    ),
    "nl": (
        "mand blauw huis winkel tuin school krant kaas straat schip water licht nacht zeven groen"
        " markt vogel boek vader stad appel kamer fiets vriend nieuw goed deur trein"
        " philips heineken utrecht amsterdam",
        0.96, 0.7,
    ),
}  # fmt: skip

ALIKE = [
    ("fr", "siberwest", "cyberouest"),
    ("fr", "ghandi", "gandi"),
    ("fr", "eau", "haut"),
    ("fr", "bénéteau", "bénéto"),
    ("fr", "bateau", "bato"),
    ("en", "quick", "kwik"),
    ("en", "photo", "foto"),
    ("en", "light", "lite"),
    ("de", "vogel", "fogel"),
    ("de", "kassel", "cassel"),
    ("es", "vaca", "baca"),
    ("es", "cielo", "sielo"),
    ("it", "perché", "perké"),
    ("pt", "caça", "cassa"),
    ("nl", "ijs", "eis"),
]


def _rules(code: str, word: str) -> str:
    language = by_code(code)
    assert language is not None
    return language.sound(word)


@pytest.fixture(scope="module")
def espeak() -> Espeak:
    return Espeak()


@installed
@pytest.mark.parametrize("code", SPOKEN)
def test_our_rules_and_espeak_say_everyday_words_alike(espeak: Espeak, code: str) -> None:
    text, mean, least = SPOKEN[code]
    words = text.split()
    alike = {
        word: likeness(_rules(code, word), said[code])
        for word, said in zip(words, espeak.sounds(words), strict=True)
    }
    assert sum(alike.values()) / len(alike) >= mean
    assert {word: round(like, 2) for word, like in alike.items() if like < least} == {}


@installed
def test_portuguese_nh(espeak: Espeak) -> None:
    (said,) = espeak.sounds(["vinho"])
    assert likeness(_rules("pt", "vinho"), said["pt"]) >= 0.9


@installed
@pytest.mark.parametrize(("code", "one", "other"), ALIKE)
def test_what_sounds_alike_does_so_to_both(espeak: Espeak, code: str, one: str, other: str) -> None:
    mine, theirs = espeak.sounds([one, other])
    assert likeness(mine[code], theirs[code]) >= 0.93
    assert likeness(_rules(code, one), _rules(code, other)) >= 0.85


@installed
def test_any_text_is_said_as_phones_whatever_stands_beside_it(espeak: Espeak) -> None:
    texts = [
        "", " ", "\n", "a\nb", "\0", "\ud800", "-v", "<voice/>", "$(x)", "日本", "привет", "ß", "é",
        "a" * 3000, "bcdfg" * 50, "١٢٣", "12345", "!!!", "[[x]]", "ovh", "x" * 63, "H2O",
    ]  # fmt: skip
    said = dict(zip(texts, espeak.sounds(texts), strict=True))
    for sounds in said.values():
        assert set(sounds) <= {language.code for language in LANGUAGES}
        for sound in sounds.values():
            assert set(sound) <= VOWELS | CONSONANTS
            assert all(a != b for a, b in pairwise(sound))
    assert said["a\nb"] == espeak.sounds(["ab"])[0]
    assert said["12345"] == {}
    shuffled = random.Random(1).sample(texts, len(texts))
    assert dict(zip(shuffled, Espeak().sounds(shuffled), strict=True)) == said


@installed
def test_a_check_and_a_comparison_with_it_are_one_number(espeak: Espeak, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("yotclub.com\nwindmill.org\n", "utf-8")
    corpus = Corpus.load(tmp_path / "list.txt")
    checker = Checker(corpus, speaker=espeak, min_probability=0.0)
    report = checker.check("yachtclub.com")
    hit = next(c for c in report.collisions if c.domain == "yotclub.com")
    found = compare("yachtclub.com", "yotclub.com", speaker=espeak)
    assert hit.probability == found.probability
    assert found.probability > compare("yachtclub.com", "yotclub.com").probability
    assert found.probability == compare("yotclub.com", "yachtclub.com", speaker=espeak).probability
    assert any("espeak-ng" in term.because for term in hit.terms)
    for made in report.suggestions:
        with_it = compare("yachtclub.com", made.domain, speaker=espeak)
        assert made.probability == with_it.probability
    (screened,) = checker.screen(["yachtclub.com"], workers=2)
    assert [c.probability for c in screened.collisions] == [
        c.probability for c in report.collisions
    ]


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A program called espeak-ng that lists three voices and then runs a line of shell."""

    def made(line: str) -> None:
        program = tmp_path / "espeak-ng"
        voices = "Pty Language\\n 5 fr-fr\\n 5 en-us\\n 5 zz\\n"
        program.write_text(
            f"#!/bin/sh\nif [ \"$1\" = --voices ]; then printf '{voices}'; exit; fi\n{line}\n"
        )
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    return made


def test_voices_that_are_missing_leave_their_language_to_the_rules(stand_in) -> None:
    stand_in("cat")
    assert Espeak().sounds(["kapa", ""]) == [{"fr": "kapa", "en": "kapa"}, {}]


def test_whatever_it_writes_is_phones(stand_in) -> None:
    stand_in("head -c 5000 /dev/urandom")
    for sounds in Espeak().sounds(["one", "two", "three"]):
        assert set(sounds) == {"fr", "en"}
        assert all(set(sound) <= VOWELS | CONSONANTS for sound in sounds.values())
    stand_in("cat > /dev/null")
    assert Espeak().sounds(["one"]) == [{"fr": "", "en": ""}]


@pytest.mark.parametrize("line", ["exit 1", "exec sleep 9"])
def test_a_program_that_fails_is_one_error_that_names_nobody(stand_in, line: str) -> None:
    stand_in(line)
    with pytest.raises(SpeakerError, match=r"^espeak-ng failed: ") as raised:
        Espeak(timeout=0.5).sounds(["secretname"])
    assert "secretname" not in str(raised.value)


def test_a_word_that_crashes_it_is_left_to_the_rules_alone(stand_in) -> None:
    stand_in("while read -r word; do [ $word = bad ] && kill -9 $$; echo $word; done")
    good, bad, fine = Espeak().sounds(["kapa", "bad", "tipi"])
    assert (good["fr"], bad["fr"], fine["fr"]) == ("kapa", "", "tipi")


def test_a_program_without_a_voice_is_an_error(stand_in, tmp_path) -> None:
    stand_in("cat")
    (tmp_path / "espeak-ng").write_text("#!/bin/sh\nkill -9 $$\n")
    with pytest.raises(SpeakerError, match="no voice"):
        Espeak()


def test_without_the_program_its_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(MissingProgram, match="apt-get install espeak-ng") as raised:
        Espeak()
    again = copy.copy(raised.value)
    assert (str(again), again.program) == (str(raised.value), "espeak-ng")

"""Other letters, the same sound."""

from __future__ import annotations

import pytest
from signals.signal_cases import judged, variants

from confusables import Checker, Corpus
from confusables.languages import LANGUAGES
from confusables.model import Kind
from confusables.names import parse
from confusables.signals.sound import compare
from confusables.views import Aids, View


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("gandi.net", "ghandi.net"),
        ("freesbee.fr", "frisbee.fr"),
        ("phonix.com", "fonix.com"),
        ("kwikfit.com", "quickfit.com"),
        ("photomaton.fr", "fotomaton.fr"),
        ("bateau.fr", "bato.fr"),
        ("katalog.de", "catalog.de"),
        ("xchange.com", "exchange.com"),
        ("kado.fr", "cadeau.fr"),
        ("hertzblut.de", "herzblut.de"),
        ("fassade.fr", "facade.fr"),
        ("yandex.ru", "яндекс.рф"),
        ("athina.gr", "αθηνα.gr"),
    ],
)
def test_found(new: str, old: str) -> None:
    found = judged("sound", new, old)
    assert found is not None
    assert found.kind == Kind.SOUND


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("gandi.net", "gandi.fr"),
        ("gandi.net", "mandarin.net"),
        ("freesbee.fr", "numergy.fr"),
        ("panier.fr", "jardin.fr"),
        ("日本.jp", "中国.jp"),
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("sound", new, old) is None


@pytest.mark.parametrize(
    ("new", "old", "level", "says"),
    [
        ("fonearena.com", "phonearena.com", "same-most", f" of {len(LANGUAGES)} languages"),
        ("jimbeam.com", "gymbeam.com", "same-read", "the same ("),
        ("blurizt.com", "blurist.com", "same-other", "the same ("),
    ],
)
def test_the_same_in_most_languages_or_in_one_that_is_read_tells_more(
    new: str, old: str, level: str, says: str
) -> None:
    found = judged("sound", new, old)
    assert found is not None
    assert found.level == level
    assert says in str(found.says)


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("photomaton.fr", {"fotomaton"}),
    ],
)
def test_variants(name: str, labels: set[str]) -> None:
    assert labels <= variants("sound", name)


class _Speaker:
    """Says what it was told to."""

    name = "somebody"

    def __init__(self, **said: str) -> None:
        self._said = said

    def sounds(self, texts):
        return [{"fr": self._said.get(text, "")} for text in texts]


def _voiced(one: str, other: str, **said: str):
    views = Aids(_Speaker(**said)).ask([View(parse(one)), View(parse(other))])
    return compare(*views)


def test_the_better_of_rules_and_speaker_counts() -> None:
    by_rules = judged("sound", "gandi.net", "mandarin.net")
    assert by_rules is None
    found = _voiced("gandi.net", "mandarin.net", gandi="gAdi", mandarin="gAdi")
    assert found is not None
    assert (found.level, str(found.says)) == (
        "same-read",
        "said by somebody they are the same (French)",
    )
    near = _voiced("gandi.net", "mandarin.net", gandi="gAdikalo", mandarin="gAtikalo")
    assert near is not None
    assert str(near.says).startswith("said by somebody they are nearly ")


def test_what_the_rules_hear_counts_where_the_speaker_hears_less() -> None:
    found = _voiced("gandi.net", "ghandi.net", gandi="sibemol", ghandi="katorz")
    assert found == judged("sound", "gandi.net", "ghandi.net")


def test_names_of_letters_said_by_a_speaker_do_not_count() -> None:
    assert _voiced("bpdt.fr", "bgdt.fr", bpdt="bepedete", bgdt="bepedete") is None


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("petitspas.fr", "petipas.fr"),
        ("tempsfort.fr", "tanfort.fr"),
        ("lightlink.com", "litelink.com"),
        ("chatnoir.fr", "chanoir.fr"),
    ],
)
def test_a_name_is_said_word_by_word_too(new: str, old: str) -> None:
    for one, other in ((new, old), (old, new)):
        found = judged("sound", one, other)
        assert found is not None
        assert found.level in ("same-words", "same-read", "same-most")


def test_letters_that_are_spelled_out_are_not_silent_words() -> None:
    for new, old in (("theatre.com", "theatrehd.com"), ("python.org", "pbpython.com")):
        found = judged("sound", new, old)
        assert found is None or found.level != "same-words"


@pytest.mark.parametrize(
    ("new", "old"), [("kirche.de", "kirsche.de"), ("mijnhuis.nl", "mijnhuid.nl")]
)
def test_words_that_differ_in_their_own_language_are_not_the_same_in_another(
    new: str, old: str
) -> None:
    found = judged("sound", new, old)
    assert found is None or found.level == "near"


@pytest.mark.parametrize(
    ("new", "old"),
    [("perro.es", "pero.es"), ("notte.it", "note.it"), ("offen.de", "ofen.de")],
)
def test_words_that_a_doubled_letter_tells_apart_do_not_sound_the_same(new: str, old: str) -> None:
    assert judged("sound", new, old) is None


def test_a_doubled_letter_of_no_word_sounds_the_same() -> None:
    assert judged("sound", "kresmann.de", "kresman.de") is not None


def test_a_check_hears_names_across_scripts(tmp_path) -> None:
    listed = tmp_path / "names.txt"
    listed.write_text("яндекс.рф\nэталон.рф\n", "utf-8")
    checker = Checker(Corpus.build(tmp_path / "built.corpus", [listed]))
    hits = checker.check("yandex.ru").collisions
    assert [(hit.unicode, hit.kind) for hit in hits] == [("яндекс.рф", Kind.SOUND)]


def test_few_phones_tell_less() -> None:
    few, many = judged("sound", "brise.fr", "briz.fr"), judged("sound", "bateau.fr", "bato.fr")
    assert few.level == many.level == "same-read"
    assert few.scale <= many.scale
    assert few.scale < judged("sound", "kwikfit.com", "quickfit.com").scale


def test_words_of_one_language_that_sound_nearly_the_same_are_two_words() -> None:
    assert judged("sound", "mousehouse.com", "moosehouse.com") is None
    assert judged("sound", "hatshopyork.co.uk", "hotshopyork.co.uk") is None

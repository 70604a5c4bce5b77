"""One rare word in both names."""

from __future__ import annotations

import pytest
from signals.signal_cases import judged

from confusables.model import Kind


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("ouestjob.com", "cyberouest.com"),
        ("paprikagarden.com", "paprikaclub.com"),
        ("gardenpaprika.com", "paprikaclub.com"),
    ],
)
def test_found(new: str, old: str) -> None:
    found = judged("shared-word", new, old)
    assert found is not None
    assert found.kind == Kind.SHARED_WORD


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("ouestjob.com", "jobonline.com"),
        ("numergy.fr", "cloudwatt.fr"),
        ("paprika.com", "paprika.fr"),
        ("shoponline.com", "shopcloud.com"),
        ("kermesse2031.fr", "vision2031.org"),
        ("5000chevaux.fr", "5000.com"),
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("shared-word", new, old) is None


def test_a_word_that_is_all_of_one_name_tells_more() -> None:
    assert judged("shared-word", "nasdaqeliteinvestors.com", "nasdaq.com").level == "name"
    assert judged("shared-word", "paprikagarden.com", "paprikaclub.com").level != "whole"


def test_a_name_that_is_read_as_words_alone_is_a_name_beside_others() -> None:
    """fortoria alone reads "for toria"."""
    for new, old in (("fortoria.fr", "fortoriabridge.fr"), ("fortoriabridge.fr", "fortoria.fr")):
        found = judged("shared-word", new, old)
        assert found is not None
        assert found.level == "name"


@pytest.mark.parametrize(("new", "old"), [("vw-parts.com", "vw.com"), ("bmw-teile.de", "bmw.de")])
def test_few_letters_that_hyphens_set_apart(new: str, old: str) -> None:
    assert judged("shared-word", new, old).level == "name"
    assert judged("shared-word", new.replace("-", ""), old) is None


def test_few_letters_that_are_words_or_countries_tell_nothing() -> None:
    assert judged("shared-word", "fr-parts.com", "fr-teile.com") is None
    assert judged("shared-word", "the-parts.com", "the-teile.com") is None


def test_what_stands_beside_a_word_that_is_the_other_name_is_named() -> None:
    found = judged("shared-word", "kestrel.com", "kestrelshop.com")
    assert str(found.says) == "both hold the word “kestrel”, one with “shop” beside it"


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("policialocaldeavila.es", "policialocaldecuenca.es"),
        ("bibliotecamunicipaldebraga.pt", "bibliotecamunicipaldeevora.pt"),
        ("volunteerfiredepthull.org", "volunteerfiredepttroy.org"),
    ],
)
def test_what_tells_two_offices_of_one_kind_apart_is_the_town(new: str, old: str) -> None:
    assert judged("shared-word", new, old).level == "partly"


def test_a_word_behind_a_preposition_is_not_all_of_a_name() -> None:
    """What stands in the place of "with" is another meaning; an article tells none."""
    for new, old in (("conazucar.es", "sinazucar.es"), ("mitzucker.de", "ohnezucker.de")):
        assert judged("shared-word", new, old).level != "whole"
    assert judged("shared-word", "elazafran.es", "azafranexpress.es").level == "whole"


def test_letters_that_are_read_in_two_ways_count_once() -> None:
    """camara de braga in Portuguese, camarade braga in French."""
    assert judged("shared-word", "camaradebraga.pt", "camaradefaro.pt").level == "partly"


@pytest.mark.parametrize(
    ("new", "old", "said"),
    [
        ("velvetharbourinn.co.uk", "velvetharbourcottages.co.uk", "words “velvet harbour”"),
        ("leschevresdularzac.fr", "fromagechevresdularzac.fr", "words “chevres du larzac”"),
        # No linking word at the end, and no letters that are no word.
        ("velvetandgold.co.uk", "velvetandsilver.co.uk", "word “velvet”"),
        ("velvetzkinn.co.uk", "velvetzkcottages.co.uk", "word “velvet”"),
    ],
)
def test_the_run_of_words_around_the_shared_one_is_told(new: str, old: str, said: str) -> None:
    for one, other in ((new, old), (old, new)):
        assert str(judged("shared-word", one, other).says) == f"both hold the {said}"


def test_several_shared_words_tell_more_than_the_rarest_of_them() -> None:
    both = judged("shared-word", "willowmeadowcottages.co.uk", "willowmeadow.co.uk")
    one = judged("shared-word", "willowcottages.co.uk", "willow.co.uk")
    assert both.level == one.level == "name"
    assert both.scale > one.scale

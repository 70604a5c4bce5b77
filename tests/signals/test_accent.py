"""Accents put on, left off or written out."""

from __future__ import annotations

import pytest
from signals.signal_cases import judged, variants

from confusables.model import Kind
from confusables.signals import accent


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("beneteau.com", "bénéteau.com"),
        ("zürich.ch", "zuerich.ch"),
        ("zürich.ch", "zurich.ch"),
        ("loréal.com", "loreal.com"),
        ("bénéteau.com", "bèneteau.com"),
        ("señora.es", "senora.es"),
        ("søren.dk", "soeren.dk"),
        ("œuvre.fr", "oeuvre.fr"),
        ("straße.de", "strasse.de"),
    ],
)
def test_found(new: str, old: str) -> None:
    found = judged("accent", new, old)
    assert found is not None
    assert found.kind == Kind.ACCENT


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("beneteau.com", "beneteaux.com"),
        ("zürich.ch", "zuerrich.ch"),
        ("zurich.ch", "zuerrich.ch"),
        ("poet.com", "pot.com"),
        ("duell.de", "dull.de"),
        ("shoes.com", "shos.com"),
        ("michael.de", "michal.de"),
        ("aeroplane.com", "aroplane.com"),
        ("sonae.com", "sona.com"),
        ("muellr.de", "muller.de"),
        ("gооgle.com", "google.com"),
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("accent", new, old) is None


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("bénéteau.com", {"beneteau"}),
        ("zürich.ch", {"zurich", "zuerich"}),
    ],
)
def test_variants(name: str, labels: set[str]) -> None:
    assert labels <= variants("accent", name)


def test_a_plain_name_has_no_variants() -> None:
    assert variants("accent", "beneteau.com") == set()


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("zurich.ch", "zuerich.ch"),
        ("muller.it", "mueller.de"),
        ("kuche-aktuell.de", "kueche-aktuell.de"),
        ("kinderuberraschung.de", "kinderueberraschung.com"),
        ("schonheit.at", "schoenheit.de"),
        ("guhring.com", "guehring.de"),
    ],
)
def test_an_umlaut_left_off_and_written_out(new: str, old: str) -> None:
    assert judged("accent", new, old).level == "umlaut"
    assert judged("accent", old, new).level == "umlaut"


def test_a_written_out_umlaut_may_be_put_on_or_left_off() -> None:
    assert variants("accent", "kueche-aktuell.de") == {"küche-aktuell", "kuche-aktuell"}
    assert variants("accent", "poet.com") == set()


@pytest.mark.parametrize("name", ["studioensemble.fr", "judoenfamille.fr", "kinoecke.de"])
def test_letters_of_two_words_are_no_umlaut(name: str) -> None:
    assert variants("accent", name) == set()


def test_written_out_accents_are_a_step_of_their_own() -> None:
    assert judged("accent", "zürich.ch", "zuerich.ch").level == "written-out"
    assert judged("accent", "zürich.ch", "zurich.ch").level == "accents"


def test_only_an_umlaut_is_put_on() -> None:
    assert "trauerhilfe" not in variants("accent", "trauerhilfe.de")
    assert variants("accent", "abenteuer.de") == set()
    assert "münchnerkönig" in variants("accent", "muenchnerkoenig.de")


@pytest.mark.parametrize(("code", "another"), [("de", False), ("nl", True)])
def test_a_digraph_is_asked_of_the_languages_that_have_it(
    monkeypatch: pytest.MonkeyPatch, code: str, another: bool
) -> None:
    monkeypatch.setattr(accent, "_digraphs", lambda: {"oe": frozenset({code})})
    asked = accent._means_another.__wrapped__
    assert asked("boek") is another  # beside Dutch bok, a goat

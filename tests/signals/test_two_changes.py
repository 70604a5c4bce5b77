"""Two small changes at once: beside a name, and in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from signals.signal_cases import judged

from confusables import Checker, Corpus, Level, compare
from confusables.determiners import determiners
from confusables.judging import judge
from confusables.model import Kind
from confusables.views import of_label

if TYPE_CHECKING:
    from pathlib import Path

FOUND = [
    ("meinebibliothek.de", "unserebibliotek.de", Kind.SOUND),
    ("lapharmacie.fr", "mafarmacie.fr", Kind.SOUND),
    ("nuestrabiblioteca.es", "vuestrabibliotceca.es", Kind.TYPING),
    ("phunkyferrets.com", "funkyferret.com", Kind.SOUND),
    ("cestaverde.pt", "cestasverdesonline.pt", Kind.INFLECTION),
    ("brontiquel.com", "brontiqeulshop.com", Kind.TYPING),
    ("fotohond.nl", "photohonden.nl", Kind.SOUND),
    ("wijnhuizen.nl", "weinhuis.nl", Kind.SOUND),
    ("klijnebrief.nl", "kleinebrieven.nl", Kind.SOUND),
    ("fotobuch.de", "photobuecher.de", Kind.SOUND),
]


@pytest.mark.parametrize(("new", "old", "kind"), FOUND)
def test_found_both_ways_round(new: str, old: str, kind: Kind) -> None:
    for one, other in ((new, old), (old, new)):
        found = judged("two-changes", one, other)
        assert found is not None
        assert found.kind == kind
    assert compare(new, old).level != Level.BELOW
    assert compare(new, old).bits == compare(old, new).bits


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("lamaison.fr", "maraison.fr"),  # other words
        ("meinbrot.de", "unserboot.de"),
        ("lepanierbleu.ca", "monpanierbleu.com"),  # one change
        ("panierbleu.ca", "paniersbleus.com"),
        ("housekeeper.com", "mousekeeper.com"),
        ("descartes.fr", "lacharte.fr"),  # no determiner
        ("mispellings.com", "spellingcenter.com"),  # no mi and spellings
        ("musicshop.com", "musikapp.com"),  # an everyday word beside generic ones
        ("le.fr", "la.fr"),
        ("cozinhamos.com", "cocinar.es"),  # a verb is no plural
        ("kirche.de", "kirschen.de"),
        ("maisonsfortes.fr", "maizonforte.fr"),  # said the same as they stand
        ("legale.com.br", "legal-x.com"),
        ("manuals.com", "manuall.co.uk"),  # one letter
        ("conciertos.com", "concerto.co.uk"),
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("two-changes", new, old) is None


def test_a_slip_behind_another_determiner_is_looked_for(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("unserebuechrei.de\nwindmuehle.de\n", encoding="utf-8")
    Corpus.build(tmp_path / "c.corpus", [path])
    (hit,) = Checker(Corpus.open(tmp_path / "c.corpus")).check("meinebuecherei.de").collisions
    assert hit.domain == "unserebuechrei.de"
    assert hit.terms[0].because == (
        "“buecherei” and “buechrei” are a slip apart, beside another change"
    )


@given(
    first=st.sampled_from(sorted(determiners() - {"", "d", "l", "n", "o", "a", "e", "i", "t"})),
    second=st.sampled_from(sorted(determiners())),
    name=st.sampled_from(
        ["onlineconverter", "nieruchomosci", "ingressos", "brooklynfitzone", "moebelmanufaktur"]
    ),
    end=st.sampled_from(["", "s", "o", "en", "ito", "amos", "shop"]),
)
def test_both_ways_round_are_one_number(first: str, second: str, name: str, end: str) -> None:
    one, other = of_label(first + name), of_label(second + name + end)
    there, back = (judge(a, b).bits for a, b in ((one, other), (other, one)))
    assert there == pytest.approx(back, abs=1e-9)

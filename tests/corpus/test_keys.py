"""Each signal's own keys, and what it asks for: what others bring too would hide their loss.

The pairs are those that a signal is for and that meet by what it gives alone.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from confusables.corpus import keys
from confusables.corpus.search import Question
from confusables.model import Family, Signal
from confusables.names import parse
from confusables.signals import SIGNALS
from confusables.views import View

BY_NAME = {signal.name: signal for signal in SIGNALS}
KEYS = {
    "accent": [("zürich.ch", "zuerich.ch"), ("soeren.dk", "søren.dk")],
    "affix": [("ovhcloud.com", "ovh.com"), ("numergyshop.fr", "numergycloud.fr")],
    "determiner": [("lepanierbleu.ca", "monpanierbleu.com"), ("the-van.com", "my-van.com")],
    "homoglyph": [("paypal.com", "pаypа1.com"), ("paypa1.com", "раураl.com")],
    "inflection": [("hotelbleu.com", "hotelsbleus.com"), ("goosefarm.com", "geesefarm.com")],
    "lookalike": [("paypal.com", "paypa1.com"), ("modern.com", "rnodem.com")],
    "number": [("2rives.fr", "deuxrives.fr"), ("ninelives.com", "9lives.com")],
    "shared-word": [("ouestjob.com", "cyberouest.com")],
    "shorthand": [("utube.com", "youtube.com"), ("greatshop.com", "gr8shop.com")],
    "sound": [("gandi.net", "ghandi.net"), ("kwikfit.com", "quickfit.com")],
    "subject": [("jeparticipe.ca", "onparticipe.fr"), ("ikvangop.nl", "wijvangenop.nl")],
    "translation": [("bluebasket.ca", "lepanierbleu.ca"), ("pagesjaunes.fr", "gelbeseiten.de")],
    "word-order": [("vinpain.fr", "painetvin.fr"), ("plagehotel.fr", "hoteldelaplage.fr")],
}  # fmt: skip
ASKS = {
    "affix": [("xqboursorama.com", "boursorama.com")],
    "domain-hack": [("bit.ly", "bitly.com"), ("youtu.be", "youtube.com")],
    "homoglyph": [("paypal.com", "pаypа1.com"), ("google.com", "gооg1e.com")],
    "inflection": [("flower.com", "flowers.com"), ("luz.es", "luces.es")],
    "lookalike": [("rnicrosoft.com", "microsoft.com"), ("cloud.com", "doud.com")],
    "number": [("123bebe.fr", "undeuxtroisbebe.fr"), ("247.com", "twentyfourseven.com")],
    "two-changes": [("meinebibliothek.de", "unserebibliotek.de")],
    "word-order": [("infokuvar.fr", "kuvarinfo.com"), ("tresniksoleil.fr", "soleiltresnik.com")],
}


def _cases(pairs: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str, str]]:
    return [(name, *pair) for name, found in pairs.items() for pair in found]


def _views(new: str, old: str) -> tuple[View, View]:
    return View(parse(new)), View(parse(old))


def _asked(signal: Signal[View], new: View) -> set[str]:
    """What a name asks for by one signal, and by the form that every name has."""
    mine = {*signal.keys(new), f"=:{new.base}", f"p:{new.base}"}
    return mine | {f"=:{key[2:]}" for key in mine if key.startswith("p:")} | {*signal.asks(new)}


def test_every_signal_that_has_keys_or_asks_has_pairs() -> None:
    silent: Signal[View] = Signal("silent", Family.LOOK, lambda _, __: None)
    assert KEYS.keys() == {s.name for s in SIGNALS if s.keys is not silent.keys}
    assert ASKS.keys() == {s.name for s in SIGNALS if s.asks is not silent.asks}


@pytest.mark.parametrize(("name", "new", "old"), _cases(KEYS))
def test_names_meet_by_the_keys_of_the_signal_that_they_are_for(name, new, old) -> None:
    signal, (one, other) = BY_NAME[name], _views(new, old)
    assert signal.compare(one, other)
    filed = {*signal.keys(other), f"=:{other.base}"}
    assert not filed.isdisjoint(_asked(signal, one))
    without = replace(signal, keys=lambda _: ())
    assert f"=:{other.base}" not in _asked(without, one), "they need no key of its own"
    assert {*signal.keys(one)} <= {*Question(one).keys}
    assert {*signal.keys(other)} <= keys.filed(other)


@pytest.mark.parametrize(("name", "new", "old"), _cases(ASKS))
def test_names_meet_by_what_the_signal_that_they_are_for_asks(name, new, old) -> None:
    signal, (one, other) = BY_NAME[name], _views(new, old)
    assert signal.compare(one, other)
    filed = keys.filed(other)
    assert not filed.isdisjoint(_asked(signal, one))
    without = replace(signal, asks=lambda _: ())
    assert filed.isdisjoint(_asked(without, one)), "they meet unasked"
    assert {*signal.asks(one)} <= {*Question(one).keys}

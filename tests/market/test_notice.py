from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confusables.market import notice
from confusables.market.letters import LETTERS
from confusables.model import Level, Registration
from confusables.names import parse

OURS = Registration("lepanierbleu.ca", "Le Panier bleu", countries=("CA",), since="2020-04-05")
THEIRS = Registration("monpanierbleu.com", "Mon Panier bleu", countries=("FR",), since="2017-06")
LEVELS = (Level.WARN, Level.REVIEW, Level.BELOW)
TODAY = dt.date(2026, 11, 26)


def draft(lang, **more):
    more = {"ours": OURS, "theirs": THEIRS, "planned": TODAY} | more
    more.setdefault("level", Level.WARN)
    return notice(parse("lepanierbleu.ca"), parse("monpanierbleu.com"), lang, **more)


def test_english():
    made = draft("en")
    assert made.sentence == (
        "Looking for Mon Panier bleu (France)? That is another site: monpanierbleu.com. [It has"
        " no connection with ours: only once you have checked it.]"
    )
    assert made.sentence in made.letter
    assert "Le Panier bleu (lepanierbleu.ca)" in made.letter
    assert "since June 2017, before us" in made.letter
    assert "nothing has been sent" in made.letter_title
    assert "have a lawyer read it first" in made.letter_title


def test_french():
    made = draft("fr")
    assert made.sentence == (
        "Vous cherchez Mon Panier bleu (France)\u202f? C’est un autre site\u00a0:"
        " monpanierbleu.com. [Il n’a aucun lien avec le nôtre\u00a0: à vérifier.]"
    )
    assert f"«\u00a0{made.sentence}\u00a0»" in made.letter
    assert "depuis juin\u00a02017, donc avant nous" in made.letter
    assert "Madame, Monsieur," in made.letter
    assert "rien n’a été envoyé" in made.letter_title


@pytest.mark.parametrize(
    "text", [draft("fr").letter_title, *(draft("fr", level=level).letter for level in LEVELS)]
)
def test_french_typography(text):
    assert not re.search(r"[^\u00a0\u202f/]:(?!//)", text.replace("https:", ""))
    assert not re.search(r"[^\u00a0\u202f][;?!]", text)
    assert not re.search("«[^\u00a0]|[^\u00a0]»", text)
    assert "'" not in text
    assert '"' not in text


@pytest.mark.parametrize("lang", sorted(LETTERS))
def test_it_promises_nothing_and_threatens_nobody(lang):
    letter = draft(lang).letter.casefold()
    for word in ("trademark", "lawyer", "infring", "liab", "damages", "marque déposée", "avocat",
                 "contrefaçon", "responsab", "dommages"):  # fmt: skip
        assert word not in letter
    assert len(letter.split()) < 260


@pytest.mark.parametrize(
    ("since", "en", "fr"),
    [
        ("2017", "since 2017", "depuis 2017"),
        ("2017-08", "since August 2017", "depuis août\u00a02017"),
        ("2017-08-15", "since 15 August 2017", "depuis le 15\u00a0août\u00a02017"),
        ("2017-01-01", "since 1 January 2017", "depuis le 1er\u00a0janvier\u00a02017"),
    ],
)
def test_dates_in_words(since, en, fr):
    theirs = Registration("monpanierbleu.com", since=since)
    assert en in draft("en", theirs=theirs).letter
    assert fr in draft("fr", theirs=theirs).letter


def test_before_us_is_said_only_where_it_is_known():
    later = Registration("monpanierbleu.com", since="2021")
    assert "before us" not in draft("en", theirs=later).letter
    assert "since 2021" in draft("en", theirs=later).letter
    undated = Registration("lepanierbleu.ca")
    assert "before us" not in draft("en", ours=undated).letter
    assert "before us" in draft("en", ours=None).letter  # planned: not launched yet


@pytest.mark.parametrize("lang", sorted(LETTERS))
def test_what_is_not_known_is_left_out(lang):
    made = draft(lang, ours=None, theirs=None)
    assert "monpanierbleu.com" in made.sentence
    assert "()" not in made.letter
    assert "None" not in made.letter
    assert not re.search(r"\b(since|depuis) (?!now)\d", made.letter)


@pytest.mark.parametrize("lang", sorted(LETTERS))
def test_a_brand_without_a_domain_leaves_a_gap_to_fill_in(lang):
    made = notice(parse("Le Panier bleu"), parse("Mon Panier bleu"), lang, level=Level.WARN)
    assert "Mon Panier bleu" in made.sentence
    assert "[…]" in made.sentence


def test_many_countries_are_left_out():
    theirs = Registration("exemple.com", countries=("FR", "BE", "CH"))
    assert "(" not in draft("en", theirs=theirs).sentence


def test_two_countries_are_joined():
    theirs = Registration("exemple.com", countries=("FR", "BE"))
    assert "(France and Belgium)" in draft("en", theirs=theirs).sentence
    assert "(France et Belgique)" in draft("fr", theirs=theirs).sentence


@given(st.text(max_size=60), st.sampled_from(sorted(LETTERS)))
def test_what_a_source_states_can_do_no_harm_on_a_terminal(name, lang):
    theirs = Registration("monpanierbleu.com", name or None)
    made = draft(lang, theirs=theirs)
    for text in (made.letter, made.sentence):
        assert "\x1b" not in text
        assert "\u202e" not in text


NEAR = {
    "en": ("similar", "confuse", "by mistake", "might mistake"),
    "fr": ("proches", "confondre", "par erreur", "confondus"),
}


@pytest.mark.parametrize("lang", sorted(LETTERS))
def test_the_letter_calls_the_names_no_nearer_than_they_are(lang):
    letters = {level: draft(lang, level=level).letter for level in LEVELS}
    assert len(set(letters.values())) == len(LEVELS)
    assert all(word in letters[Level.WARN] for word in (NEAR[lang][0], NEAR[lang][2]))
    assert NEAR[lang][0] not in letters[Level.REVIEW]
    assert not any(word in letters[Level.BELOW] for word in NEAR[lang])
    assert {"en": "[your reason]", "fr": "[votre raison]"}[lang] in letters[Level.BELOW]
    surge = {"en": "visits", "fr": "visites"}[lang]
    assert surge in letters[Level.WARN]
    assert surge not in letters[Level.BELOW]  # where hardly any will come
    assert all(draft(lang).sentence in letter for letter in letters.values())

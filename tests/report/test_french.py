"""French: every sentence is translated, as a reader of French expects it."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loaded import loaded

import confusables
from confusables import Checker, InvalidName, Launch
from confusables.dates import in_words
from confusables.errors import InputError, MissingExtra
from confusables.model import Kind, Level, Says
from confusables.report.problems import problem
from confusables.report.words import bits, kind_name, level_name, number, percent, say

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    return loaded("data/catalogues.py")


def test_every_sentence_is_translated_with_the_same_fields_and_none_is_stale(tool) -> None:
    """Where this fails: run data/catalogues.py and translate what it names in the .po file."""
    assert tool.faults("fr") == []


def test_what_is_compiled_is_what_is_written(tool) -> None:
    for path, content in zip(tool.paths("fr"), tool.made("fr"), strict=True):
        assert path.read_bytes() == content
    assert tool.PROBLEMS.read_text("utf-8").splitlines() == sorted(tool.problems())


def test_the_catalogue_of_another_language_begins_with_its_name(tool) -> None:
    written, _ = tool.made("de")
    assert written.startswith(b"# German of confusables,")
    assert b'\n"Language: de\\n"\n' in written
    assert tool.LANGUAGES == ("fr",)


def test_the_test_would_find_an_untranslated_sentence(tool, monkeypatch) -> None:
    before = tool.faults("fr")
    wanted = tool.messages() | {"a new sentence about {name}": {"x.py"}}
    monkeypatch.setattr(tool, "messages", lambda: wanted)
    assert set(tool.faults("fr")) - set(before) == {"fr: untranslated: a new sentence about {name}"}


def test_french_has_its_signs_and_spaces(tool) -> None:
    for message in tool.read("fr"):
        text = str(message.string) if message.id else ""
        assert not re.search(r"[“”]", text), text
        assert not re.search(r"(?<![\u00a0(])»|«(?!\u00a0)", text), text
        assert not re.search(r"(?<!\u202f)[;!?](?!\w)", text), text
        assert not re.search(r"(?<=\w)'(?=\w)", text), text
        # A colon after a word; not that of file:line, of a flag or of a time.
        assert not re.search(r"(?<=\w):(?=\s)|(?<= ):", text), text
        assert not re.search(r"(?<!\u00a0)%", text), text


def _words(report: str) -> set[str]:
    return set(re.findall(r"[a-z]+", report.lower()))


def test_a_report_in_french_has_no_english_left() -> None:
    launch = Launch(visits=200_000, peak=True)
    report = Checker(markets=["CA"], launch=launch).check("lepanierbleu.ca")
    told = report.to_text("fr", explain=True, width=300)
    assert told.startswith("lepanierbleu.ca\u00a0: ALERTE — un nom existant avec lequel on risque")
    assert "«\u00a0le\u00a0» → «\u00a0mon\u00a0» devant «\u00a0panierbleu\u00a0»" in told
    assert "Canada / France\u00a0: une langue en commun, français\u202f; le nom existant" in told
    ids = re.compile(r"\((?:--)?(from|wrong|ending|half|launch|neighbour)[\w-]*\)")
    assert "part qui tape une adresse de mémoire (from-memory) 0,06" in told
    assert "la liste fournie avec le programme («\u00a0shipped\u00a0»)" in told
    english = {"the", "and", "of", "is", "name", "existing", "not", "searched", "with", "to"}
    assert not _words(ids.sub("", told)) & english


def test_lines_do_not_begin_with_a_sign() -> None:
    report = confusables.check("lepanierbleu.ca")
    for width in range(44, 120, 7):
        for line in report.to_text("fr", width=width, explain=True).splitlines():
            assert not line.strip().startswith((":", ";", "»", "?", "%"))


def test_json_has_french_sentences_and_the_same_values() -> None:
    report = confusables.check("lepanierbleu.ca")
    english, french = report.to_dict(), report.to_dict("fr")
    assert english["collisions"][0]["bits"] == french["collisions"][0]["bits"]
    assert english["level"] == french["level"] == "warn"
    assert "devant" in french["collisions"][0]["terms"][0]["because"]


def test_numbers_and_languages_are_those_of_the_reader() -> None:
    assert number("64,102", "fr") == "64\u202f102"
    assert number("-1,234.5", "fr") == "-1\u202f234,5"
    assert number("2017-06", "fr") == "2017-06"
    assert number("64,102", "en") == "64,102"
    assert percent(0.5, "fr") == "50\u00a0%"
    assert percent(0.5, "en") == "50 %"
    assert percent(0.9999, "en") == "> 99 %"
    assert percent(0.0001, "fr") == "<\u00a01\u00a0%"
    same = Says("said aloud they are the same ({language})", {"language": "de"})
    assert say(same, "fr").endswith("(allemand)")


def test_dates_are_words_and_a_minus_is_a_minus() -> None:
    since = Says("since {date}", {"date": "2017-06"})
    assert say(since, "en") == "since June 2017"
    assert say(since, "fr") == "depuis juin\u00a02017"
    for day, english, french in (
        ("2020-04-05", "5 April 2020", "le 5\u00a0avril\u00a02020"),
        ("2020-04-01T10:00:00Z", "1 April 2020", "le 1er\u00a0avril\u00a02020"),
        ("2020", "2020", "2020"),
        ("2020-13", "2020-13", "2020-13"),
    ):
        assert (in_words(day, "en"), in_words(day, "fr")) == (english, french)
    assert bits(-3.46, "fr") == "\u22123,5"
    assert bits(12, "en") == "+12.0"


def test_languages_have_names_in_english_too() -> None:
    same = Says("said aloud they are the same ({language})", {"language": "de"})
    assert say(same, "en").endswith("(German)")


@pytest.mark.parametrize(
    ("text", "french"),
    [
        (
            "'Canada' is no country code of two letters (ISO 3166), such as CA",
            "«\u00a0Canada\u00a0» n’est pas",
        ),
        ("'x' is not one of 'a', 'b'.", "parmi «\u00a0a\u00a0», «\u00a0b\u00a0»"),
        ("Missing argument 'NAME...'.", "argument manquant\u00a0: «\u00a0NAME...\u00a0»."),
    ],
)
def test_what_was_typed_stands_in_french_quotes(text, french) -> None:
    assert french in problem(text, "fr")


def test_every_kind_and_level_has_a_name_in_both_languages() -> None:
    for kind in Kind:
        assert kind_name(kind, "en")
        assert kind_name(kind, "fr")
    for level in Level:
        assert level_name(level, "en") != level_name(level, "fr")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="there are: en, fr"):
        say(Says("new"), "tlh")


@pytest.mark.parametrize(
    ("error", "french"),
    [
        (
            InvalidName("an empty label between two dots", where="a..fr", position=1),
            "une partie vide du nom entre deux points, au caractère 2\u00a0: «\u00a0a..fr\u00a0»",
        ),
        (
            InputError("not UTF-8", path="a.txt", line=3),
            "a.txt:3\u00a0: n’est pas en UTF-8",
        ),
        (
            MissingExtra("a table of the collisions", "notebook"),
            "un tableau des collisions\u00a0: il faut d’abord"
            " pip install 'domain-confusables[notebook]'",
        ),
        ("what no catalogue knows", "what no catalogue knows"),
        ("", ""),
    ],
)
def test_errors_are_said_in_french(error, french) -> None:
    assert problem(error, "fr") == french
    assert problem(error, "en") == str(error)


@pytest.mark.parametrize(
    ("text", "french"),
    [
        # Paths and names that look like sentences of ours, and quotes inside quotes.
        (
            "a: “”:1: cannot be read: Is a directory",
            "a: “”:1\u00a0: ne peut pas être lu\u00a0: c’est",
        ),
        ("error: cannot be read: Is a directory", "error\u00a0: ne peut pas être lu\u00a0: "),
        ("error: not a corpus file", "error\u00a0: "),
        ("error:3: not UTF-8", "error:3\u00a0: n’est pas en UTF-8"),
        ("a: b.csv: not UTF-8", "a: b.csv\u00a0: n’est pas en UTF-8"),
        ("no letter and no digit: “not UTF-8”", "\u00a0: «\u00a0not UTF-8\u00a0»"),
        ("no letter and no digit: “a “b”: c”", "\u00a0: «\u00a0a “b”: c\u00a0»"),
        ("control and 1,234 are one and the same name", "control et 1,234 sont un seul"),
        (
            "x.csv: no usable row: x.csv:1: not UTF-8",
            "x.csv\u00a0: aucune ligne utilisable\u00a0: x.csv:1\u00a0: n’est pas en UTF-8",
        ),
        ("x.txt: 1,234 more rows not usable", "x.txt\u00a0: 1\u202f234 autres lignes"),
        ("x.txt: the gzip file ends before its end: it is truncated", "il est tronqué"),
    ],
)
def test_what_a_user_gave_is_not_translated(text, french) -> None:
    assert french in problem(text, "fr")


LONG = 200_000


PIECES = (": ", "a: “", "”: ", "' is ", "'\\", '"', ":1: ", "a is less than ", " needs: ", "1,",
          "\ufdd0", "\ud800", "x")  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_any_text_is_said_soon_and_whole(piece) -> None:
    text = piece * (LONG // len(piece))
    began = time.process_time()
    for told in (text, f"x.txt:3: no letter and no digit: “{text}”", f"{text}: cannot be read: x"):
        assert text in problem(told, "fr").replace("\u00a0:", ":").replace("\u202f", ",")
    assert problem(f"x.txt:3: no letter and no digit: “{text}”", "fr").endswith(
        f"{problem('no letter and no digit', 'fr')}\u00a0: «\u00a0{text}\u00a0»"
    )
    assert (
        problem(f"'{text}' is not a valid integer.", "fr").endswith("nombre entier.")
        or "'" in piece
    )
    assert time.process_time() - began < 2


@given(st.text(st.sampled_from(":;,.“”'\"\\{}() 1aé\u00a0") | st.characters(), max_size=60))
def test_any_text_can_be_said(text) -> None:
    for told in (text, f"{text}: not UTF-8", f"x:1: {text}", f"not UTF-8: “{text}”"):
        assert isinstance(problem(told, "fr"), str)
    quoted = problem(f"x.txt:1: no domain: “{text}”", "fr")
    assert quoted.endswith(f"«\u00a0{text}\u00a0»")

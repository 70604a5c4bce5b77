"""What people type is taken as they mean it, and where it cannot be, they are told what to type."""

from __future__ import annotations

import io
import json
import sys

import pytest

from confusables.cli import main


def told(capsys, *arguments: str) -> tuple[int, str, str]:
    code = main([*arguments])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


@pytest.mark.parametrize("lang", ["FR", "fr-CA", "fr_CA.UTF-8"])
def test_a_language_may_be_written_as_systems_write_it(capsys, lang) -> None:
    assert "RIEN TROUVÉ" in told(capsys, "check", "qwxzvk.zz", "--lang", lang)[1]
    assert "option inconnue" in told(capsys, "check", "x", "--sufix", "ca", f"--lang={lang}")[2]
    code, _, error = told(capsys, "check", "x", "--lang", "de")
    assert (code, "'de' is not one of" in error) == (2, True)


@pytest.mark.parametrize(
    "visits", ["200 000", "200\u202f000", "200\u00a0000", "200'000", "200,000"]
)
def test_visits_may_stand_in_groups_of_three(capsys, visits) -> None:
    _, out, _ = told(capsys, "check", "google.fr", "--launch-visits", visits, "--format", "json")
    stray = json.loads(out)["collisions"][0]["stray_visits"]
    assert stray["assumptions"][0]["value"] == 200_000


@pytest.mark.parametrize("visits", ["200.000", "2,00", "1 000,000", "many"])
def test_visits_that_may_mean_another_number_are_refused(capsys, visits) -> None:
    code, _, error = told(capsys, "check", "x", "--launch-visits", visits)
    assert (code, "is not a valid integer" in error) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("x", "--market", "QC"), "two letters (ISO 3166): CA is meant"),
        (("x", "--warn-at", "80"), "did you mean 0.8?"),
        (("x", "--review-at", "5%"), "did you mean 0.05?"),
        (("@monquartier",), "give what stands behind the @"),
        (("info@monquartier.ca",), "give what stands behind the @"),
    ],
)
def test_an_error_says_what_to_type(capsys, arguments, hint) -> None:
    code, _, error = told(capsys, "check", *arguments)
    assert code in (2, 65)
    assert hint in error


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("rapport.html", "<!doctype html>"),
        ("rapport.htm", "<!doctype html>"),
        ("rapport.json", "{\n"),
        ("rapport.jsonl", '{"schema"'),
        ("rapport.csv", "input,"),
        ("rapport.md", "# "),
        ("rapport.txt", "qwxzvk.zz"),
        ("rapport", "“.zz”"),
    ],
)
def test_a_file_is_of_the_form_that_its_ending_tells(tmp_path, capsys, name, begins) -> None:
    (tmp_path / name).write_text("before", "utf-8")
    code, out, _ = told(capsys, "check", "qwxzvk.zz", "--output", str(tmp_path / name))
    written = (tmp_path / name).read_text("utf-8").lstrip("\ufeff")
    assert (code, out) == (0, "")
    assert begins in written[:200]


def test_a_form_that_was_asked_for_outranks_the_ending_of_the_file(tmp_path, capsys) -> None:
    path = tmp_path / "rapport.html"
    told(capsys, "check", "qwxzvk.zz", "--format", "text", "--output", str(path))
    assert "NONE FOUND" in path.read_text("utf-8")
    assert "<" not in path.read_text("utf-8")[:40]


def test_an_empty_list_is_told(tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\n# none\n")))
    assert told(capsys, "check", "-") == (
        0, "", "confusables: note: standard input has no name, nothing was checked\n"
    )  # fmt: skip
    (tmp_path / "none.txt").write_text("", "utf-8")
    code, out, error = told(capsys, "screen", str(tmp_path / "none.txt"))
    assert (code, out) == (0, "")
    assert "none.txt has no name, nothing was screened" in error


def test_standard_input_is_named_in_french(capsys, monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"PAR1\0\0"))))
    assert "erreur\u00a0: entrée standard\u00a0: " in told(capsys, "check", "-", "--lang", "fr")[2]

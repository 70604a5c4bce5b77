"""What the tools for a new language say: stems that throw words together, words that do harm."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture
def tool(monkeypatch):
    monkeypatch.syspath_prepend(str(DATA))
    return importlib.import_module


def test_words_of_one_stem_and_no_common_meaning_are_named(tool):
    stems = tool("stems")
    concepts = "# id\ten\tnl\n1\tfence\thek,hekken\n2\twitch\theks\n3\thedge\theks,hegje\n"
    said = stems.meanings(concepts.encode(), "nl")
    assert said["heks"] == {"witch", "hedge"}
    assert stems.thrown_together(lambda word: word[:3], said) == [["hek", "hekken", "heks"]]
    assert stems.thrown_together(lambda word: word, said) == []


def test_the_words_of_a_text_are_held_against_each_other(tool, tmp_path, capsys):
    text = tmp_path / "text.txt"
    text.write_text("Der Laden, die Läden: im Haus", "utf-8")
    tool("stems").main(["de", str(text)])
    assert "haus" not in (said := capsys.readouterr().out)
    assert all(len(line.split("; ")) > 1 for line in said.splitlines())


def test_stems_of_no_word_at_all_are_no_good_sign(tool, tmp_path, capsys):
    text = tmp_path / "text.txt"
    text.write_text("1 2 3", "utf-8")
    with pytest.raises(SystemExit):
        tool("stems").main(["de", str(text)])
    assert "has no word of de yet" in capsys.readouterr().err


def test_a_determiner_is_said_to_be_another_languages_and_what_it_takes(tool, capsys):
    tool("function_words").main(["de", "die", "unser"])
    die, *_, unser = capsys.readouterr().out.splitlines()
    assert die.startswith("die: also nl (determiner)")
    assert unser.startswith("unser: also no other language; of ")


def test_the_column_of_a_language_is_shown_made_and_filled(tool, tmp_path, capsys, monkeypatch):
    column = tool("column")
    table = tmp_path / "concepts.tsv"
    table.write_text("# id\ten\tfr\n1\tanvil\tenclume\n2\tblue,azure\tbleu\n# end\n", "utf-8")
    monkeypatch.setattr(column, "CONCEPTS", table)
    column.main(["de"])
    rows = capsys.readouterr().out
    assert rows == "2\t\tblue,azure\tbleu\n1\t\tanvil\tenclume\n"
    given = tmp_path / "rows.tsv"
    given.write_text(rows.replace("2\t\t", "2\tblau\t"), "utf-8")
    column.main(["de", str(given)])
    column.main(["de", str(given)])  # a second time is none
    assert table.read_text("utf-8").splitlines() == [
        "# id\ten\tfr\tde", "1\tanvil\tenclume\t", "2\tblue,azure\tbleu\tblau", "# end",
    ]  # fmt: skip
    column.main(["de"])
    assert capsys.readouterr().out == "1\t\tanvil\tenclume\n"


@pytest.mark.parametrize(
    ("row", "said"),
    [("9\tblau", "no such row"), ("1\tblau", "'Blau' already"), ("2\tam boss", "concept 2: de")],
)
def test_what_cannot_be_put_into_a_column_changes_nothing(
    tool, tmp_path, capsys, monkeypatch, row, said
):
    column = tool("column")
    table, given = tmp_path / "concepts.tsv", tmp_path / "rows.tsv"
    table.write_text("# id\ten\tde\n1\tblue\tBlau\n2\tanvil\t\n", "utf-8")
    before = table.read_bytes()
    monkeypatch.setattr(column, "CONCEPTS", table)
    given.write_text(row + "\n", "utf-8")
    with pytest.raises(SystemExit):
        column.main(["de", str(given)])
    assert said in capsys.readouterr().err
    assert table.read_bytes() == before

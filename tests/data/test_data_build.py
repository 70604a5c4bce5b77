"""The road from data/ to the tables: pure, pinned, and told apart when something drifts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
QUICK = ("owners.tsv", "skeleton.json", "scripts.tsv", "keyboards.tsv", "territories.tsv")
SHIPPABLE = {"CC0-1.0", "CC-BY-4.0", "BSD-3-Clause", "MIT", "Apache-2.0", "ISC", "X11", "HPND"} | {
    "Unicode-3.0",
    "MPL-2.0",  # of the Public Suffix List, which stays a file of its own
}


def step(tool, name):
    return next(step for step in tool.STEPS if step.name == name)


@pytest.mark.parametrize("name", QUICK)
def test_a_step_gives_the_same_bytes_again_and_they_are_the_shipped_ones(tool, name):
    pins = tool.sources()
    table = tool.build(step(tool, name), pins, {})
    assert table == tool.build(step(tool, name), pins, {})
    assert tool.drift(name, table, tool.TABLES) is None


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_order_of_sets_has_no_part_in_a_table(seed):
    for name in ("owners.tsv", "suffixes.tsv"):
        done = subprocess.run(  # this interpreter, a script of ours
            [sys.executable, str(ROOT / "data" / "build.py"), "--check", "--only", name],
            env=os.environ | {"PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr


def test_every_table_has_one_step_and_its_inputs_exist(tool):
    names = [step.name for step in tool.STEPS]
    assert len(names) == len(set(names))
    for made in tool.STEPS:
        for path in made.inputs:
            folder, _, name = path.partition("/")
            assert (ROOT / "data" / path).exists() or (folder == "tables" and name in names)


def test_check_says_which_table_drifted_and_where(tool, tmp_path, monkeypatch, capsys):
    made = step(tool, "territories.tsv")
    table = tool.build(made, tool.sources(), {})
    monkeypatch.setattr(tool, "TABLES", tmp_path)
    monkeypatch.setattr(tool, "STEPS", (made,))

    assert tool.main(["--check"]) == 1
    assert "territories.tsv: missing; run python data/build.py" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []

    assert tool.main([]) == 0
    assert (tmp_path / "territories.tsv").read_bytes() == table
    assert tool.main(["--check"]) == 0

    (tmp_path / "territories.tsv").write_bytes(table.replace(b"CA\ten:87", b"CA\ten:88"))
    capsys.readouterr()
    assert tool.main(["--check"]) == 1
    line = table[: table.index(b"CA\ten:87")].count(b"\n") + 1
    assert f"(line {line};" in capsys.readouterr().err


def test_an_input_of_another_digest_is_refused(tool, capsys, monkeypatch):
    name = "cldr-territory-languages.tsv"
    pins = {**tool.sources(), name: {**tool.sources()[name], "sha256": "0" * 64}}
    with pytest.raises(
        tool.BuildError, match=r"sha256 is [0-9a-f]{64}, but data/sources\.toml pins"
    ):
        tool.read_input(f"sources/{name}", pins, {})
    with pytest.raises(tool.BuildError, match="not listed in"):
        tool.read_input(f"sources/{name}", {}, {})
    with pytest.raises(tool.BuildError, match="No such file"):
        tool.read_input("sources/none.tsv", pins, {})
    monkeypatch.setattr(tool, "sources", lambda: pins)
    assert tool.main(["--only", "territories.tsv", "--check"]) == 2
    assert "data/sources/cldr-territory-languages.tsv" in capsys.readouterr().err


def test_a_broken_row_is_said_with_its_line():
    from steps import rows

    with pytest.raises(ValueError, match="line 4, 'xx four words': 1 columns, not 2"):
        list(rows(b"#a\tb\n\n1\t2\nxx four words\n", 2))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("1\tblue", "concept 1 has 2 cells and the first line 3"),
        ("1\tblue\tbleu\n1\tred\trouge", "'1' at the beginning of a row stands twice"),
        ("blue\t\tbleu", "'blue' at the beginning of a row is no number"),
        ("1\tblue\tbleu,rouge et noir", "concept 1: fr 'rouge et noir': not one word"),
        ("1\tblue\tbleu,", "concept 1: fr '': not one word"),
        ("1\tblue\tсиний", "concept 1: fr 'синий': not one word"),
    ],
)
def test_a_row_of_meanings_that_is_none_is_said_with_what_is_wrong(row, said):
    from steps.meanings import meanings

    with pytest.raises(ValueError, match=said):
        list(meanings(f"# id\ten\tfr\n{row}\n".encode()))


def test_a_country_speaks_one_language_of_names_or_none_is_stated():
    from steps.vocabulary import _COUNTRIES

    stated = " ".join(_COUNTRIES.values()).split()
    assert sorted(set(stated)) == sorted(stated), "of two the last would win"


def test_verbs_of_a_language_that_was_added_are_known_by_those_of_the_others(monkeypatch):
    from steps import forms, vocabulary, words

    monkeypatch.setitem(forms._VERBS, "nl", {"eren": ("eert",)})
    monkeypatch.setattr(vocabulary, "COMPOUNDS", {"de"})
    header = "# id\tfr\tes\tit\tpt\tde\tnl\n"
    cells = "1\tnoter\tanotar\tannotare\tanotar\tnotieren\tnoteren\n"
    gap = "2\tcompter\tcontar\tcontare\tcontar\tzählen\t\n"
    inputs = dict.fromkeys(words.STEP.inputs, b"")
    inputs["concepts.tsv"] = (header + cells + gap).encode()
    table = vocabulary.Table()
    vocabulary._from_concepts(inputs, table)
    assert ("noteren", "nl") in table.verbs
    assert ("compter", "fr") in table.verbs
    assert "de" not in {code for _, code in table.verbs}


def test_a_column_of_no_language_is_refused():
    from steps.meanings import meanings

    with pytest.raises(ValueError, match="columns of xx, no language of LANGUAGES"):
        list(meanings(b"# id\ten\txx\n1\tblue\tblau\n"))


def test_words_are_taken_without_what_names_leave_out_and_never_dropped():
    from steps.meanings import meanings
    from steps.spelled import own_word

    assert own_word("aujourd’hui", "fr") == "aujourdhui"
    rows = list(meanings("# id\tes\tfr\n1\tcol·lecció/col\t\n".encode()))
    assert rows == [(1, {"es": [["collecció", "col"]], "fr": []})]
    with pytest.raises(ValueError, match="es 'web2': not one word"):
        own_word("web2", "es")


@pytest.mark.parametrize(
    ("more", "further", "idle"),
    [
        ("fr\tbleus vélo", "fr\tballe", ""),
        ("de\tbleu", "fr\tballe", ""),  # of another language
        ("fr\tvélo bleu", "fr\tballe", "words/more.tsv: .*: fr bleu"),
        ("fr\tvélo\nfr\tvelo", "fr\tballe", "words/more.tsv: .*: fr velo"),
        ("fr\tvélo", "fr\tvélo balle balle", "words/further.tsv: .*: fr vélo, fr balle"),
        ("fr\ttrès", "fr\tballe", "words/more.tsv: .*: fr très"),
    ],
)
def test_a_word_that_another_list_has_already_is_refused(more, further, idle):
    from steps.listed import listed

    given = {
        "concepts.tsv": b"# id\ten\tfr\n1\tblue\tbleu",
        "words/before-nouns.tsv": "fr\ttrès".encode(),
        "words/more.tsv": more.encode(),
        "words/further.tsv": further.encode(),
    }
    found = listed(given, 24.0, {"before-nouns": 40.0, "more": 8.0, "further": 3.0})
    if idle:
        with pytest.raises(ValueError, match=idle):
            list(found)
    else:
        words = [word for word, _, _ in found]
        assert words == ["très", *more.partition("\t")[2].split(), "balle"]


def test_a_generic_word_that_stands_twice_is_refused():
    from steps import generic

    assert generic.build({"words/generic.txt": b"# app\nshop app\n"}) == b"app\nshop\n"
    with pytest.raises(ValueError, match="stand twice: app"):
        generic.build({"words/generic.txt": b"shop app\napp\n"})


def test_a_ninth_language_is_refused_with_the_reason(tool, monkeypatch):
    from steps import words

    monkeypatch.setattr(words, "CODES", tuple("abcdefghi"))
    with pytest.raises(ValueError, match="a ninth needs a second byte"):
        words.build({})


def test_words_of_a_language_that_is_not_registered_are_refused():
    from steps import words

    inputs = dict.fromkeys(words.STEP.inputs, b"") | {"words/more.tsv": b"xx\tword\n"}
    with pytest.raises(ValueError, match="words of xx, no language of LANGUAGES"):
        words.build(inputs)


def test_every_source_is_pinned_dated_licensed_and_noticed(tool):
    pins = tool.sources()
    folder = ROOT / "data" / "sources"
    there = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
    assert there == set(pins)
    headings = (ROOT / "NOTICE").read_text(encoding="utf-8").splitlines()
    for name, source in pins.items():
        assert set(source) == {"origin", "date", "licence", "notice", "taken", "sha256"}, name
        assert all(source.values()), name
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", source["date"]), name
        assert set(re.split(" AND | OR ", source["licence"])) <= SHIPPABLE, name
        assert source["notice"] in headings, name


def test_the_notice_of_the_brands_is_kept_in_full():
    notice = " ".join((ROOT / "NOTICE").read_text(encoding="utf-8").split())
    for part in (
        "Copyright 2026, name-suggestion-index contributors",
        "Redistributions in binary form must reproduce the above copyright notice",
        "Neither the name of the copyright holder nor the names of its contributors",
        "EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE",
        "to any person obtaining a copy of data files and any associated documentation",
    ):
        assert part in notice


def test_no_source_holds_an_address_of_a_person(tool):
    from steps import lines

    mail = re.compile(r"[\w.+-]+@[\w-]+\.[a-z]{2,}", re.IGNORECASE)
    for name in tool.sources():
        for line in lines((ROOT / "data" / "sources" / name).read_bytes()):
            assert not mail.search(line), f"{name}: {line}"

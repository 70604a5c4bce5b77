"""One language more is one file and one line: done in a copy as the guide says, and tried."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import guard
import pytest

from confusables.languages import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
in_the_tables = pytest.mark.skipif(len(LANGUAGES) > 7, reason="the tables hold eight languages")
of_sources = pytest.mark.skipif(
    not (ROOT / "data" / "sources").exists(), reason="a source distribution has no data/sources"
)

# What the file alone brings: function words, sounds, keys, accents written out.
REGISTERED = r"""
from pathlib import Path

from confusables import Checker, Corpus, words
from confusables.languages import LANGUAGES
from confusables.names import parse
from confusables.views import View

assert LANGUAGES[-1].code == "eo"
(own,) = (r for r in words.read("miaklubox") if r.language == "eo")
assert own.core == ("klubox",), own
assert View(parse("ĉambro.com")).sounds["eo"] == "cambro"
Path("names.txt").write_text("klubox.com\nsxafo.com\n", "utf-8")
checker = Checker(Corpus.build("names.corpus", ["names.txt"]))
for new, old, kind in (
    ("miaklubox.com", "klubox.com", "determiner"),
    ("ŝafo.com", "sxafo.com", "accent"),
    ("klibox.com", "klubox.com", "typing"),
):
    found = {one.registration.domain: one.kind for one in checker.check(new).collisions}
    assert found[old] == kind, new
"""

# What words and meanings bring beside, from tables that are built of a few lines.
TAUGHT = r"""
import sys

sys.path.insert(0, "data")
import build
from steps import concepts
from steps import words as tokens

meanings = b"# id\ten\tfr\teo\n1\tblue\tbleu\tblua\n2\tbasket\tpanier\tkorbo\n3\tring\tanneau\t\n"
inputs = dict.fromkeys(tokens.STEP.inputs, b"")
inputs["concepts.tsv"] = meanings
inputs["words/more.tsv"] = "eo\tŝafo bazaro korboj\n".encode()
inputs["sources/words-emoji.tsv.gz"] = b"eo\tkorbobazaro\t1\n"
table = tokens.build(inputs)
assert table.startswith(b"confusables words 4\tfr en de es it pt nl eo\t")
(build.TABLES / "words.bin").write_bytes(table)
adjectives = {"concepts.tsv": meanings, "words/adjectives.txt": b"blue"}
(build.TABLES / "concepts.tsv").write_bytes(concepts.build(adjectives))

from confusables import words

assert words.known("korbo") == ("eo",)
assert words.known("sxafo") == ("eo",)  # written out
assert not words.is_listed("korbobazaro")  # a compound is two words
assert words.read("lakorbobazaro")[0].words == ("la", "korbo", "bazaro")
assert set(words.concepts("korboj")) & set(words.concepts("basket"))
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """The library with a language more: a file, and two words in `LANGUAGES`."""
    root = tmp_path_factory.mktemp("eighth")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "confusables", root / "confusables", ignore=ignored)
    shutil.copytree(ROOT / "data", root / "data", ignore=ignored)
    languages = root / "confusables" / "languages"
    shutil.copy(Path(__file__).with_name("esperanto.py"), languages / "eo.py")
    register(languages / "__init__.py", "eo")
    return root


def register(file: Path, code: str) -> None:
    text = file.read_text("utf-8")
    for line in (r"(import (?:\w\w, )+\w\w)\n", r"(= \((?:\w\w, )+\w\w)\)\n"):
        found = re.search(line, text)
        assert found, f"{line} is nowhere in {file}"
        text = text.replace(found[1], f"{found[1]}, {code}")
    file.write_text(text, "utf-8")


def python(root: Path, *arguments: str) -> str:
    paths = os.pathsep.join([str(root), str(ROOT / "tests" / "sitecustomize")])
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=root,
        env=guard.child_environment({"PYTHONPATH": paths}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def test_a_file_and_a_line_are_enough_to_read_hear_and_check(copy: Path) -> None:
    python(copy, "-c", REGISTERED)


def test_the_laws_hold_for_it_without_a_change_to_them(copy: Path) -> None:
    laws = ROOT / "tests" / "languages" / "test_languages.py"
    python(
        copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "eo or seven or stop", str(laws)
    )


@in_the_tables
def test_words_and_meanings_are_taught_by_their_lists(copy: Path) -> None:
    python(copy, "-c", TAUGHT)


@of_sources
@in_the_tables
@pytest.mark.slow
def test_the_tables_are_built_with_it(copy: Path) -> None:
    assert "words.bin" in python(copy, "data/build.py", "--only", "words.bin")
    assert python(copy, "-c", "from confusables import words; print(words.known('kaj'))")

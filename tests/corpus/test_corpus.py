"""The corpus: what is built is found again, and a file that is not sound is told."""

from __future__ import annotations

import pickle
import random
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from names_made import labels
from rapidfuzz.distance import OSA

from confusables import Checker, ConfusablesError, Corpus
from confusables.errors import CorpusError
from confusables.names import parse
from confusables.views import View, base_form

if TYPE_CHECKING:
    from pathlib import Path

ROWS = """domain,name,owner,country,since
monpanierbleu.com,Mon Panier bleu,,FR,2017-06
monpanierbleu.fr,,Paniers SARL,FR|BE,2019
panier-bleu.com,,,,2001-02-03
xn--bnteau-bvab.com,Bénéteau,Groupe Bénéteau,FR,
пример.рф,,,RU,
日本.jp,,,JP,
,Numergy,,FR,
foo.co.uk,,,GB,
"""


@pytest.fixture
def built(tmp_path: Path) -> Corpus:
    (tmp_path / "list.csv").write_text(ROWS, "utf-8")
    return Corpus.build(tmp_path / "a.corpus", [tmp_path / "list.csv"])


def _domains(corpus: Corpus, label: str) -> dict[str | None, object]:
    found = corpus.find(label)
    return {r.domain: r for r in corpus.registrations(found)} if found else {}


def test_every_row_is_found_with_what_its_source_states(built: Corpus) -> None:
    rows = _domains(built, "monpanierbleu")
    assert set(rows) == {"monpanierbleu.com", "monpanierbleu.fr"}
    assert rows["monpanierbleu.com"].name == "Mon Panier bleu"
    assert rows["monpanierbleu.com"].countries == ("FR",)
    assert rows["monpanierbleu.com"].since == "2017-06"
    assert rows["monpanierbleu.fr"].owners == ("Paniers SARL",)
    assert rows["monpanierbleu.fr"].countries == ("FR", "BE")
    assert rows["monpanierbleu.fr"].since == "2019"
    assert _domains(built, "panier-bleu")["panier-bleu.com"].since == "2001-02-03"


def test_rows_of_any_script_and_suffix_are_found_in_unicode(built: Corpus) -> None:
    assert set(_domains(built, "bénéteau")) == {"xn--bnteau-bvab.com"}
    assert set(_domains(built, "пример")) == {"xn--e1afmkfd.xn--p1ai"}
    assert set(_domains(built, "日本")) == {"xn--wgv71a.jp"}
    assert set(_domains(built, "foo")) == {"foo.co.uk"}


def test_a_name_without_a_domain_has_none(built: Corpus) -> None:
    (registration,) = _domains(built, "numergy").values()
    assert (registration.domain, registration.name) == (None, "Numergy")


def test_what_is_not_there_is_not_found(built: Corpus) -> None:
    assert built.find("absent") is None
    assert built.find("") is None
    assert built.find("panierbleu") is None


def test_one_row_a_label(built: Corpus) -> None:
    assert len(built) == 7
    assert built.names == 8


def test_a_corpus_states_its_digest_sources_and_date(built: Corpus, tmp_path: Path) -> None:
    again = Corpus.build(tmp_path / "b.corpus", [tmp_path / "list.csv"])
    assert again.digest == built.digest
    assert len(built.digest) >= 32
    assert [s["name"] for s in built.sources] == ["list.csv"]
    assert built.as_of
    (tmp_path / "other.txt").write_text("other.com\n", "utf-8")
    other = Corpus.build(tmp_path / "c.corpus", [tmp_path / "other.txt"])
    assert other.digest != built.digest


def test_what_two_lists_say_of_one_domain_is_put_together(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("domain,country,since\nx-y.com,FR,2019\n", "utf-8")
    (tmp_path / "b.csv").write_text("domain,owner,since\nX-Y.COM.,Xy SA,2017-06\n", "utf-8")
    corpus = Corpus.build(tmp_path / "c.corpus", [tmp_path / "a.csv", tmp_path / "b.csv"])
    (row,) = _domains(corpus, "x-y").values()
    assert (row.owners, row.countries, row.since) == (("Xy SA",), ("FR",), "2017-06")
    assert set(row.sources) == {"a", "b"}


def test_the_order_of_rows_has_no_part_in_what_is_found(tmp_path: Path) -> None:
    rows = [f"name{n}.com" for n in range(300)] + [f"name{n}.fr" for n in range(0, 300, 3)]
    found = []
    for seed in (1, 2):
        random.Random(seed).shuffle(rows)
        (tmp_path / "list.txt").write_text("\n".join(rows), "utf-8")
        corpus = Corpus.build(tmp_path / f"{seed}.corpus", [tmp_path / "list.txt"])
        report = Checker(corpus).check("name7.org")
        found.append([(c.domain, c.bits, [r.domain for r in c.also]) for c in report.collisions])
    assert found[0] == found[1]


def test_load_takes_a_built_corpus_and_a_list(built: Corpus, tmp_path: Path) -> None:
    for path in ("a.corpus", "list.csv"):
        assert Corpus.load(tmp_path / path).names == built.names


def test_a_corpus_is_shared_by_threads(built: Corpus) -> None:
    checker, found = Checker(built), []

    def work() -> None:
        for _ in range(20):
            report = checker.check("lepanierbleu.ca")
            found.append([(c.domain, c.bits) for c in report.collisions])

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 80
    assert all(one == found[0] for one in found)
    assert "monpanierbleu.com" in [domain for domain, _ in found[0]]


def test_the_shipped_corpus_is_sound_and_holds_the_cases() -> None:
    corpus = Corpus.shipped()
    assert corpus.names > 60_000
    assert set(_domains(corpus, "monpanierbleu")) == {"monpanierbleu.com"}
    assert corpus.skipped == 0


@settings(max_examples=25)
@given(st.lists(labels, min_size=1, max_size=40, unique=True), labels)
def test_no_near_name_is_lost_by_the_fast_scan(
    tmp_path_factory: pytest.TempPathFactory, held: list[str], asked: str
) -> None:
    """Against a plain reference: every name within the promised edits is a candidate."""
    folder = tmp_path_factory.getbasetemp()
    near = [asked + "x", asked[:-1] + "q", asked[1:], asked[:1] + asked[2:] + asked[1:2]]
    domains = []
    for label in [*held, *near]:
        try:
            domains.append(parse(f"{label}.com").ascii)
        except ConfusablesError:
            continue
    (folder / "scan.txt").write_text("\n".join(domains), "utf-8")
    corpus = Corpus.build(folder / "scan.corpus", [folder / "scan.txt"])
    view = View(parse(f"{asked}.com"))
    found = {f.label for f in corpus.candidates(view)}
    edits = 1 if len(view.base) <= 5 else 2
    for domain in domains:
        label = parse(domain).unicode
        base = base_form(label)
        same_script = base.isascii() == view.base.isascii()
        if same_script and len(base) > 1 and OSA.distance(base, view.base) <= edits:
            assert label in found, f"{label} is {edits} edits or fewer from {asked}"


# --- files that are not sound ---------------------------------------------------------------------


def _use(path: Path) -> None:
    """Open and search a corpus as a check does."""
    corpus = Corpus.open(path)
    Checker(corpus, min_probability=0.0).check("lepanierbleu.ca").to_json()
    corpus.find("monpanierbleu")


@pytest.mark.parametrize("keep", [0, 1, 7, 8, 12, 16, 100, 4096, -1, -64, -1000])
def test_a_truncated_file_is_told(built: Corpus, tmp_path: Path, keep: int) -> None:
    content = (tmp_path / "a.corpus").read_bytes()
    (tmp_path / "cut.corpus").write_bytes(content[:keep])
    with pytest.raises(CorpusError):
        Corpus.open(tmp_path / "cut.corpus", verify=True)


@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 1000, b"monpanierbleu.com\n", b"PK\x03\x04" + b"\0" * 100, b"cnfCORP\n"],
)
def test_a_file_that_is_no_corpus_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "no.corpus").write_bytes(content)
    with pytest.raises(CorpusError) as caught:
        Corpus.open(tmp_path / "no.corpus")
    assert "no.corpus" in str(caught.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.corpus", tmp_path):
        with pytest.raises(CorpusError):
            Corpus.open(path)
        with pytest.raises(CorpusError):
            Corpus.load(path)


def test_a_flipped_bit_anywhere_is_told_by_verify(built: Corpus, tmp_path: Path) -> None:
    content = bytearray((tmp_path / "a.corpus").read_bytes())
    used = [at for at in range(len(content)) if at < 4096 or content[at]]
    places = random.Random(7).sample(used, 150)
    for at in places:
        content[at] ^= 0x10
        (tmp_path / "bad.corpus").write_bytes(content)
        with pytest.raises(CorpusError):
            Corpus.open(tmp_path / "bad.corpus", verify=True)
        content[at] ^= 0x10


def test_a_damaged_file_in_use_gives_an_error_of_ours_or_a_report(
    built: Corpus, tmp_path: Path
) -> None:
    """Whatever the bytes: no other exception, no crash, and never a wait."""
    whole = (tmp_path / "a.corpus").read_bytes()
    draw = random.Random(11)
    told = 0
    for _ in range(120):
        content = bytearray(whole)
        for _ in range(draw.randint(1, 8)):
            content[draw.randrange(len(content))] = draw.randrange(256)
        if draw.random() < 0.3:
            del content[draw.randrange(len(content)) :]
        (tmp_path / "bad.corpus").write_bytes(content)
        try:
            _use(tmp_path / "bad.corpus")
        except CorpusError:
            told += 1
    assert told > 20


# --- building -------------------------------------------------------------------------------------


def test_bad_rows_are_counted_with_file_and_line_and_the_rest_used(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"ok.com\na..b\n\xff\xfe.com\n192.0.2.1\nfine.fr\n")
    corpus = Corpus.build(tmp_path / "a.corpus", [tmp_path / "a.txt"])
    assert (corpus.names, corpus.skipped) == (2, 3)
    path = tmp_path / "a.txt"
    assert [e.rpartition(": ")[0].split(": ")[0] for e in corpus.examples] == [
        f"{path}:2", f"{path}:3", f"{path}:4",
    ]  # fmt: skip


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# only a comment\n", b"a..b\n..\n", b"\0\1\2"])
def test_a_list_without_one_usable_row_is_no_list(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    with pytest.raises(CorpusError) as caught:
        Corpus.build(tmp_path / "a.corpus", [tmp_path / "a.txt"])
    assert "a.txt" in str(caught.value)
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_a_build_that_fails_midway_leaves_the_old_file_and_no_other(
    built: Corpus, tmp_path: Path
) -> None:
    before = (tmp_path / "a.corpus").read_bytes()

    class Stop(Exception):
        pass

    def stop(*_: object) -> None:
        raise Stop

    (tmp_path / "long.txt").write_text("\n".join(f"n{n}.com" for n in range(20_000)), "utf-8")
    with pytest.raises(Stop):
        Corpus.build(tmp_path / "a.corpus", [tmp_path / "long.txt"], progress=stop)
    with pytest.raises(CorpusError):
        Corpus.build(tmp_path / "a.corpus", [tmp_path / "list.csv", tmp_path / "absent.txt"])
    assert (tmp_path / "a.corpus").read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.corpus", "list.csv", "long.txt"]


def test_a_corpus_in_use_may_be_replaced(built: Corpus, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("other.com\n", "utf-8")
    Corpus.build(tmp_path / "a.corpus", [tmp_path / "other.txt"])
    assert built.find("monpanierbleu") is not None
    assert Corpus.open(tmp_path / "a.corpus").find("other") is not None


def test_nothing_to_build_from_is_told(tmp_path: Path) -> None:
    with pytest.raises(CorpusError):
        Corpus.build(tmp_path / "a.corpus", [])


def test_a_pickled_corpus_is_the_same_file_or_none(built: Corpus, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    opened = Corpus.open("a.corpus")
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "list.csv").write_text("domain\nlapanierbleu.com\n", "utf-8")
    Corpus.build(folder / "a.corpus", [folder / "list.csv"])
    monkeypatch.chdir(folder)  # a relative path would lead to another file from here
    kept = pickle.dumps(Checker(opened))
    again = pickle.loads(kept)  # noqa: S301 - our own
    assert "monpanierbleu.com" in [c.domain for c in again.check("lepanierbleu.ca").collisions]
    (folder / "a.corpus").replace(tmp_path / "a.corpus")
    with pytest.raises(CorpusError, match=r"a\.corpus: another file stands there"):
        pickle.loads(kept)  # noqa: S301 - our own
    assert len(opened) == 7, "who has the old one open goes on with it"
    (tmp_path / "a.corpus").unlink()
    with pytest.raises(CorpusError, match="cannot be read"):
        pickle.loads(kept)  # noqa: S301 - our own


def test_a_corpus_in_memory_is_pickled_whole(tmp_path) -> None:
    (tmp_path / "list.csv").write_text(ROWS, "utf-8")
    again = pickle.loads(pickle.dumps(Corpus.load(tmp_path / "list.csv")))  # noqa: S301 - our own
    assert set(_domains(again, "foo")) == {"foo.co.uk"}

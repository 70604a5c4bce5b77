"""Spark: exactly the rows of the local engine, over shards that share labels."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import guard
import pytest

from confusables import Checker, Corpus
from confusables.errors import CorpusError
from confusables.screen import rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pyspark = pytest.importorskip("pyspark")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("default")]

ONE = (
    "monpanierbleu.com", "gandi.net", "windmill.org", "lapetiteboutique.fr", "bénéteau.com",
    "rapid.space", "hotel24.de", "shopcloud.com", "painduquartier.fr", "panierbleu.net",
)  # fmt: skip
TWO = (
    "monpanierbleu.fr", "gandi.fr", "gandi.com", "windmills.org", "petite-boutique.com",
    "beneteau.fr", "bluebasket.com", "ouest-job.com", "panierbleu.org", "lepanierblue.ca",
)  # fmt: skip
NAMES = [
    "lepanierbleu.ca", "ghandi.net", "zxqzxq.org", "beneteau.org", "rapidspace.com",
    "Petite Boutique", "bad name..", "windmil.org", "hotel-vingtquatre.de", "jobouest.fr",
    "gandi.net", "日本.jp",
]  # fmt: skip


@pytest.fixture(scope="module")
def shards(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("shards")
    for name, domains in (("one", ONE), ("two", TWO)):
        (folder / f"{name}.txt").write_text("\n".join(domains), "utf-8")
        Corpus.build(folder / f"{name}.corpus", [folder / f"{name}.txt"])
    return [str(folder / f"{name}.corpus") for name in ("one", "two")]


@pytest.fixture(scope="module", params=["local-cluster[2,1,1024]"])
def spark(request: pytest.FixtureRequest) -> Iterator[object]:
    """A cluster of two workers on this machine."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(request.param).appName("confusables")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in guard.child_environment().items():
            patch.setenv(name, value)
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        session = (
            builder.config("spark.driver.host", "127.0.0.1")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.executorEnv.PYTHONPATH", guard.child_environment()["PYTHONPATH"])
            .getOrCreate()
        )
        yield session
        session.stop()


@pytest.mark.parametrize("settings", [{}, {"min_probability": 0.0, "limit": 3}])
def test_the_rows_are_those_of_the_local_engine(spark, shards, settings) -> None:
    from confusables.spark import screen, screen_texts

    names = NAMES * 6
    checker = Checker([Corpus.open(path) for path in shards], **settings)
    expected = [rows(checker, name) for name in names]
    found = list(screen_texts(spark, names, shards, **settings))
    assert found == expected
    assert any(row.also for of_name in found for row in of_name)
    frame = screen(
        spark.createDataFrame([(n,) for n in NAMES], "text string"), shards, column="text"
    )
    assert {"at", "rank", "name", "domain", "level"} <= set(frame.columns)


def test_the_command_writes_the_same_bytes(spark, shards, tmp_path: Path, monkeypatch) -> None:
    from confusables.cli import main

    monkeypatch.chdir(tmp_path)
    (tmp_path / "names.txt").write_bytes("\n".join(NAMES).encode() + b"\nx\xff.com\n")
    given = ["screen", "names.txt", *(x for path in shards for x in ("--corpus", path))]
    assert main([*given, "--output", "local"]) == 65
    assert main([*given, "--output", "spark", "--engine", "spark"]) == 65
    local = (tmp_path / "local").read_bytes()
    assert (tmp_path / "spark").read_bytes() == local
    assert len({json.loads(line)["name"] for line in local.splitlines()}) == 13
    (tmp_path / "spark").write_bytes(local[:500])
    assert main([*given, "--output", "spark", "--engine", "spark", "--resume"]) == 65
    assert (tmp_path / "spark").read_bytes() == local


def test_a_shard_that_is_missing_or_no_corpus_is_said_before_anything_runs(
    spark, shards, tmp_path: Path
) -> None:
    from confusables.spark import screen_texts

    (tmp_path / "list.txt").write_text("a.com\n")
    for path in (tmp_path / "none.corpus", tmp_path / "list.txt"):
        with pytest.raises(CorpusError, match=path.name):
            next(screen_texts(spark, NAMES, [*shards, str(path)]))

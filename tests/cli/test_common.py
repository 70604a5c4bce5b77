"""What the commands share: outputs that would be written over inputs."""

from __future__ import annotations

import io
import os
import sys

import pytest

from confusables.cli import main


@pytest.fixture
def files(cli, basket, tmp_path):
    """What commands read: a list of names, pairs, a built corpus, exceptions; all but ``o``."""
    (tmp_path / "names.txt").write_text("lepanierbleu.ca\n")
    (tmp_path / "pairs.tsv").write_text("a.com\tb.com\n")
    (tmp_path / "accepted.csv").write_text("a.com,known,2026-01-31\n")
    cli("corpus", "build", "b.corpus", basket)
    (tmp_path / "linked").symlink_to("b.corpus")
    (tmp_path / "hard").hardlink_to(tmp_path / "names.txt")
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ("screen", "names.txt", "--output", "names.txt"),
        ("screen", "names.txt", "--output", "./hard"),
        ("screen", "names.txt", "--output", "names.txt", "--resume"),
        ("screen", "names.txt", "--corpus", "b.corpus", "--output", "linked"),
        ("screen", "b.corpus.rows", "--format", "parquet", "--output", "b.corpus"),
        ("check", "a.com", "--corpus", "b.corpus", "--output", "b.corpus"),
        ("check", "a.com", "--mine", "names.txt", "--output", "hard"),
        ("check", "a.com", "--exceptions", "accepted.csv", "--output", "accepted.csv"),
        ("compare", "--pairs", "pairs.tsv", "--output", "pairs.tsv"),
        ("notice", "a.com", "b.com", "--corpus", "list.txt", "--output", "list.txt"),
        ("watch", "names.txt", "list.txt", "--state", "state", "--output", "state"),
        ("watch", "names.txt", "list.txt", "--state", "state", "--output", "names.txt"),
        ("watch", "names.txt", "list.txt", "--state", "state", "--output", "list.txt"),
        ("watch", "names.txt", "list.txt", "--state", "list.txt"),
        ("corpus", "build", "list.txt", "list.txt"),
    ],
)
def test_an_output_that_is_an_input_is_refused_and_nothing_is_touched(
    cli, files, arguments
) -> None:
    (files / "b.corpus.rows").write_text("lepanierbleu.ca\n")
    before = {p.name: p.read_bytes() for p in files.iterdir()}
    done = cli(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "would be written over" in done.err
    assert {p.name: p.read_bytes() for p in files.iterdir()} == before


def test_an_output_that_is_standard_input_is_refused(files, monkeypatch, capsys) -> None:
    monkeypatch.chdir(files)
    with open("names.txt", encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdin", file)
        assert main(["screen", "-", "--output", "names.txt"]) == 2
    assert "over standard input" in capsys.readouterr().err
    assert (files / "names.txt").read_text() == "lepanierbleu.ca\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO("lepanierbleu.ca\n"))
    assert main(["screen", "-", "--output", "names.txt", "--corpus", "list.txt"]) == 1


def test_a_corpus_may_be_built_over_one_of_its_inputs(cli, files) -> None:
    (files / "day.txt").write_text("orchard.org\n")
    done = cli("corpus", "build", "b.corpus", "b.corpus", "day.txt")
    assert done.code == 0
    assert "4 names" in done.err


@pytest.mark.parametrize(
    "arguments", [("corpus", "build", "-", "list.txt"), ("watch", "list.txt", "-", "--state", "-")]
)
def test_what_must_be_a_file_is_not_standard_output(cli, basket, tmp_path, arguments) -> None:
    done = cli(*arguments)
    assert done.code == 2
    assert "- is standard output, a file is needed" in done.err
    assert not (tmp_path / "-").exists()


def test_an_output_need_not_be_one_that_can_be_read(cli, tmp_path, monkeypatch) -> None:
    (tmp_path / "out.txt").touch()
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.R_OK and access(path, mode))
    assert cli("compare", "gandi.net", "gandi.fr", "--output", "out.txt").code in (0, 1)
    assert (tmp_path / "out.txt").read_text("utf-8").startswith("gandi.net")

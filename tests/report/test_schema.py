"""The published JSON Schema holds for what the commands really print."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import confusables
from confusables.cli import main

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "schema" / "confusables-1.json"


@pytest.fixture(scope="module")
def valid() -> Draft202012Validator:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize(
    "arguments",
    [
        "check lepanierbleu.ca --format json",
        "check lepanierbleu.ca --format json --lang fr --launch-visits 200000 --peak",
        "check lepanierbleu.ca --format json --launch-visits 9 --peak --neighbour-capacity 60",
        "check gandi.net a..b ovhcloud.com zxqvkjwpt.com --format json",
        "check Gandi --suffix net,zzz --format json --launch-visits 9",
        "check lepanierbleu.ca monpanierbleu.com --format json --mine mine.txt",
        "check lepanierbleu.ca --format json --exceptions known.csv --min-probability 0",
        "check exemple.test gооgle.com Gandi --format jsonl",
        "check gandi.net a..b zxqvkjwpt.com --choose --format json --launch-visits 1000",
        "compare gandi.net ghandi.net --format json",
        "compare gandi.net gandi.net --format json",
        "compare --pairs pairs.tsv",
        "screen names.txt --format jsonl",
        "screen names.txt --corpus brand.csv --format jsonl --min-probability 0",
        "watch mine.txt pairs.txt --state state.json --format jsonl",
    ],
)
def test_real_output_is_what_the_schema_says(
    valid, arguments, tmp_path, monkeypatch, capsys
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.txt").write_text("monpanierbleu.com\n", "utf-8")
    (tmp_path / "known.csv").write_text("monpanierbleu.com,agreed,2026-01-31\n", "utf-8")
    (tmp_path / "pairs.tsv").write_text("gandi.net\tghandi.net\na..b\tx.com\n", "utf-8")
    (tmp_path / "names.txt").write_text(
        "lepanierbleu.ca\na..b\nzxqvkjwpt.com\ngandi.net\n", "utf-8"
    )
    (tmp_path / "brand.csv").write_text("domain,name\n,Mon Panier bleu\n", "utf-8")
    (tmp_path / "pairs.txt").write_text("notrepanierbleu.fr\n", "utf-8")
    main(arguments.split())
    out = capsys.readouterr().out
    whole = "jsonl" not in arguments and "--pairs" not in arguments
    found = [out] if whole else out.splitlines()
    assert found
    for text in found:
        errors = [f"{e.json_path}: {e.message}" for e in valid.iter_errors(json.loads(text))]
        assert errors == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda r: r.pop("coverage"),
        lambda r: r.update(level="below"),
        lambda r: r["collisions"][0].update(probability=1.5),
        lambda r: r["collisions"][0].update(kind="other"),
        lambda r: r["collisions"][0]["terms"][0].pop("bits"),
        lambda r: r["coverage"].update(not_searched=[]),
        lambda r: r["name"].update(suffix=1),
    ],
)
def test_the_schema_refuses_what_is_not_so(valid, spoil) -> None:
    report = copy.deepcopy(confusables.check("lepanierbleu.ca").to_dict())
    assert valid.is_valid(report)
    spoil(report)
    assert not valid.is_valid(report)

"""The report as data: the JSON of the interface, and a table."""

from __future__ import annotations

import json

import pytest

import confusables
from confusables.report.data import comparison

COLLISION = {
    "domain", "name", "unicode", "level", "probability", "prior_bits", "bits", "kind", "terms",
    "registration", "also", "lookup",
}  # fmt: skip


@pytest.fixture(scope="module")
def report():
    return confusables.check("lepanierbleu.ca")


def test_the_object_has_the_parts_of_the_interface(report) -> None:
    found = report.to_dict()
    assert found["schema"] == "confusables/1"
    assert set(found["made"]) >= {"at", "version", "weights", "unicode", "suffix_list"}
    assert found["made"]["version"] == confusables.__version__
    assert found["made"]["at"].endswith("Z")
    assert found["thresholds"]["affix"]["review"] < found["thresholds"]["review"]
    assert found["thresholds"]["affix"]["warn"] == found["thresholds"]["warn"]
    assert set(found["name"]) >= {
        "input", "label", "suffix", "ascii", "unicode", "markets", "readings",
    }  # fmt: skip
    assert {"language": "fr", "words": ["le", "panier", "bleu"], "core": ["panier", "bleu"]} in (
        found["name"]["readings"]
    )
    for collision in found["collisions"]:
        assert set(collision) >= COLLISION
        assert set(collision["registration"]) == {"owners", "countries", "since", "sources"}
        for term in collision["terms"]:
            assert set(term) >= {"family", "signal", "level", "bits", "because"}
    for suggestion in found["suggestions"]:
        assert set(suggestion) >= {"domain", "probability", "kind", "because", "lookup"}
    (corpus,) = found["coverage"]["corpora"]
    assert set(corpus) == {"name", "names", "as_of", "digest"}
    assert set(found["coverage"]) >= {"corpora", "lookups", "not_searched"}


def test_numbers_are_not_rounded_and_add_up(report) -> None:
    for collision in report.to_dict()["collisions"]:
        total = collision["prior_bits"] + sum(t["bits"] for t in collision["terms"])
        assert total == pytest.approx(collision["bits"], abs=1e-6)
        assert collision["probability"] == pytest.approx(1 / (1 + 2 ** -collision["bits"]))


def test_json_is_plain_unicode_and_reads_back(report) -> None:
    assert json.loads(report.to_json()) == json.loads(json.dumps(report.to_dict()))
    assert "→" in report.to_json()
    assert "\n" not in report.to_json(indent=None)


def test_a_lone_surrogate_in_an_unusable_input_is_written_out() -> None:
    from confusables.report.data import unusable

    written = json.dumps(unusable("a\ud800", "a problem"), ensure_ascii=False).encode()
    assert json.loads(written)["input"] == r"a\ud800"


def test_a_domain_is_given_as_a_label_and_in_unicode() -> None:
    found = confusables.check("beneteau.fr").to_dict()
    hits = {c["domain"]: c["unicode"] for c in found["collisions"]}
    assert all(domain is None or domain.isascii() for domain in hits)
    name = confusables.check("bénéteau.fr").to_dict()["name"]
    assert (name["ascii"], name["unicode"]) == ("xn--bnteau-bvab.fr", "bénéteau.fr")


def test_a_comparison_has_the_parts_of_the_interface() -> None:
    found = comparison(confusables.compare("gandi.net", "ghandi.net"))
    assert set(found) >= {
        "schema", "a", "b", "probability", "prior_bits", "bits", "level", "kind", "terms",
    }  # fmt: skip
    assert (found["a"], found["b"], found["schema"]) == (
        "gandi.net", "ghandi.net", "confusables/1",
    )  # fmt: skip


def test_a_comparison_tells_where_both_are_one_name() -> None:
    one = comparison(confusables.compare("a.com", "A.COM"))
    assert (one["same"], one["level"], one["terms"]) == (True, "below", [])
    assert comparison(confusables.compare("gandi.net", "ghandi.net"))["same"] is False


def test_a_table_has_a_row_a_collision(report) -> None:
    table = report.to_frame()
    assert len(table) == len(report.collisions)
    assert table["domain"][0] == "monpanierbleu.com"
    assert table["kind"][0] == "determiner"


def test_without_pandas_the_install_line_is_told(report, monkeypatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r"pip install 'domain-confusables\[notebook\]'"):
        report.to_frame()


def test_reports_are_frozen(report) -> None:
    with pytest.raises(AttributeError):
        report.level = "none"


def test_a_reason_is_the_same_sentence_in_python_and_in_the_json() -> None:
    for new, old in (("jimbeam.com", "gymbeam.com"), ("lepanierbleu.ca", "monpanierbleu.com")):
        found = confusables.compare(new, old)
        written = [term["because"] for term in comparison(found)["terms"]]
        assert [term.because for term in found.terms] == written
        assert [str(term.says) for term in found.terms] == written
    report = confusables.check("deux")
    written = [s["because"] for s in report.to_dict()["suggestions"]]
    assert [s.because for s in report.suggestions] == written

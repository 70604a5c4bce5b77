"""Plots: they hold what the report holds, in both languages, and draw without a display."""

from __future__ import annotations

import sys

import pytest

import confusables
from confusables import Checker
from confusables.market import choose

plots = pytest.importorskip("confusables.report.plots")


@pytest.fixture(scope="module", autouse=True)
def _matplotlib():
    pytest.importorskip("matplotlib")


@pytest.fixture(scope="module")
def report():
    return Checker(min_probability=0.0, limit=30).check("gandi.net")


def _texts(figure) -> str:
    axes = figure.axes[0]
    told = [t.get_text() for t in (*axes.texts, *axes.get_yticklabels())]
    return "\n".join([*told, axes.get_xlabel(), axes.get_title("left"), figure.get_supxlabel()])


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_waterfall_has_every_term(report, lang) -> None:
    hit = report.collisions[0]
    figure = plots.waterfall(hit, lang)
    assert len(figure.axes[0].patches) == len(hit.terms) + 2
    assert figure._repr_png_().startswith(b"\x89PNG")
    assert ("avant tout indice" if lang == "fr" else "before any evidence") in _texts(figure)


def test_a_waterfall_names_what_it_compares(report) -> None:
    found = plots.waterfall(confusables.compare("gandi.net", "ghandi.net"))
    assert "gandi.net · ghandi.net: warning" in _texts(found)
    hit = report.collisions[0]
    assert f"gandi.net · {hit.called}: " in _texts(plots.waterfall(hit, name=report.name))
    assert f"\n{hit.called}: " in _texts(plots.waterfall(hit))


def test_the_neighbourhood_has_the_nearest_names(report) -> None:
    texts = _texts(plots.neighbourhood(report))
    for hit in report.collisions[:16]:
        assert hit.unicode in texts
    count = len(report.collisions) + sum(report.hidden)
    assert f"the 16 nearest of {count} existing names" in texts


def test_the_name_in_the_middle_is_as_it_was_written_and_nothing_is_left_out_unsaid() -> None:
    few = Checker(limit=3).check("Le Panier bleu")
    texts = _texts(plots.neighbourhood(few))
    assert "Le Panier bleu" in texts
    assert ("nearest of" in texts) is (sum(few.hidden) > 0)


def test_where_nothing_was_found_a_plot_says_what_that_does_not_say() -> None:
    none = confusables.check("zxqvkjwpt.com")
    for figure in (plots.neighbourhood(none), plots.candidates(choose([none]))):
        assert "none found" in _texts(figure)
        assert "nothing here is legal advice" in _texts(figure)


def test_candidates_stand_in_order_of_preference() -> None:
    found = choose(map(confusables.check, ("lepanierbleu.ca", "zxqvkjwpt.com")))
    texts = _texts(plots.candidates(found, "fr"))
    assert texts.index("rien trouvé") < texts.index("alerte")


def test_names_are_no_mathematics(tmp_path) -> None:
    found = choose([confusables.check("$x^2$")])
    assert plots.candidates(found)._repr_png_()


def test_without_matplotlib_the_install_line_is_told(report, monkeypatch) -> None:
    plots._shown.cache_clear()
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(ImportError, match=r"pip install 'domain-confusables\[notebook\]'"):
        plots.neighbourhood(report)
    plots._shown.cache_clear()

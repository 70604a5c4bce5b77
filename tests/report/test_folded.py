"""Weak reviews of one word are told together, in every form that people read."""

from __future__ import annotations

import pytest

from confusables import Checker, Corpus
from confusables.report.folded import told_together
from confusables.report.html import fragment
from confusables.report.markdown import markdown
from confusables.report.text import plain
from confusables.report.words import percent

MANY = ["carorchard.com", "payorchard.net", "orchardpoint.cz", "orchardtech.net", "cityorchard.pl"]


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    path = tmp_path_factory.mktemp("folded") / "names.txt"
    path.write_text("\n".join([*MANY, "orchardkitchens.com"]), encoding="utf-8")
    built = path.with_suffix(".corpus")
    Corpus.build(built, [path])
    report = Checker(Corpus.open(built)).check("orchardkitchen.com")
    assert len(report.collisions) == len(MANY) + 1
    return report


def test_the_first_two_are_told_alone_and_the_rest_together(found) -> None:
    alone, together = told_together(found.collisions, "en", explain=False)
    assert [place for place, _ in alone] == [1, 2, 3]
    assert alone[0][1].domain == "orchardkitchens.com"
    (line,) = together
    most = percent(found.collisions[3].probability, "en")
    assert line.startswith(
        f"3 more names hold “orchard” beside other words, to review at {most} at most:"
    )
    names = [one.domain for one in found.collisions[3:]]
    assert line.endswith(": " + ", ".join(names))


def test_no_name_is_left_out_of_any_form(found) -> None:
    forms = (
        plain(found, "fr", width=80, explain=False),
        markdown(found, "fr"),
        fragment(found, "fr"),
    )
    for form in forms:
        assert "3 autres noms contiennent" in " ".join(form.split())
        for collision in found.collisions:
            assert collision.domain in form.replace("\\", "")


def test_explained_each_has_its_reasons(found) -> None:
    alone, together = told_together(found.collisions, "en", explain=True)
    assert ([one for _, one in alone], together) == (list(found.collisions), [])


def test_two_more_are_no_paragraph(found) -> None:
    alone, together = told_together(found.collisions[:-1], "en", explain=False)
    assert (len(alone), together) == (len(found.collisions) - 1, [])

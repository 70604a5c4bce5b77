"""Keyboard layouts taken out of symbol files, with what they include."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"

NORDIC = """
// Two layouts
partial xkb_symbols "basic" {
    include "latin(type2)"   // letters
    key <AC10> { [ odiaeresis, Odiaeresis ] };

    include "level3(ralt_switch)"
};
"""
LATIN = 'xkb_symbols "basic" {\n    key <AD01> { [ q, Q ] };\n};\n' + NORDIC.replace(
    'basic" {\n    include "latin(type2)"', 'type2" {\n    include "latin"'
)


@pytest.fixture
def tool(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(str(DATA))
    module = importlib.import_module("take_layouts")
    monkeypatch.setattr(module, "LAYOUTS", {"nordic": "xx(basic)"})
    (tmp_path / "xx").write_text(NORDIC)
    (tmp_path / "latin").write_text(LATIN)
    return module


def test_a_section_and_what_it_includes_are_taken_without_comments(tool, tmp_path):
    found = tool.sections(tmp_path)
    assert sorted(found) == ["latin(basic)", "latin(type2)", "xx(basic)"]
    assert found["xx(basic)"].splitlines()[0] == '    include "latin(type2)"'


def test_a_section_that_is_not_there_is_named(tool, tmp_path, monkeypatch):
    monkeypatch.setattr(tool, "LAYOUTS", {"nordic": "xx(none)"})
    with pytest.raises(SystemExit, match="no section none; it has basic"):
        tool.sections(tmp_path)


def test_the_build_refuses_a_section_that_another_includes_and_nobody_took(tool):
    from steps import keyboards

    with pytest.raises(
        LookupError, match=r"no section latin\(type2\); run python data/take_layout"
    ):
        keyboards._keys(
            "xx(basic)",
            dict(
                keyboards.SECTION.findall(
                    'xkb_symbols "xx(basic)" {\n    include "latin(type2)"\n};'
                )
            ),
        )

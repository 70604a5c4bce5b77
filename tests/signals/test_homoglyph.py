"""Letters of other scripts that look the same."""

from __future__ import annotations

import pytest
from signals.signal_cases import judged, likely, variants

from confusables.model import Kind


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("google.com", "gооgle.com"),
        ("paypal.com", "раураӏ.com"),
        ("apple.com", "аррӏе.com"),
        ("ebay.com", "еbау.com"),
        ("nokia.com", "ոokia.com"),
        ("facebook.com", "fаcebook.com"),
    ],
)
def test_found(new: str, old: str) -> None:
    found = judged("homoglyph", new, old)
    assert found is not None
    assert found.kind == Kind.HOMOGLYPH


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("google.com", "goog1e.com"),
        ("google.com", "goggle.com"),
        ("beneteau.com", "bénéteau.com"),
        ("пример.com", "primer.com"),
        ("日本.com", "日木.com"),
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("homoglyph", new, old) is None


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("ace.com", {"асе"}),
        ("google.com", {"gоogle"}),
    ],
)
def test_variants(name: str, labels: set[str]) -> None:
    assert labels <= variants("homoglyph", name)


def test_mixed_and_whole_scripts_are_told_apart() -> None:
    assert judged("homoglyph", "google.com", "gооgle.com").level == "mixed-script"
    assert judged("homoglyph", "cope.com", "соре.com").level == "whole-script"


def test_a_ligature_written_out_is_spelling() -> None:
    assert judged("homoglyph", "coeur.fr", "cœur.fr") is None
    assert judged("accent", "coeur.fr", "cœur.fr") is not None


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("раураl.com", {"paypal"}),
        ("ɢoogle.com", {"google"}),
        ("mісrоsоft.com", {"microsoft"}),
        ("bénéteаu.fr", {"beneteau"}),
        ("bénéteau.fr", set()),
        ("ярмарка.рф", set()),
    ],
)
def test_the_latin_name_that_is_seen_is_the_likeliest_variant(name: str, seen: set[str]) -> None:
    assert likely("homoglyph", name) == seen

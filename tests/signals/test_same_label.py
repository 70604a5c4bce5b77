"""The same label under another suffix."""

from __future__ import annotations

import pytest
from signals.signal_cases import judged

from confusables.model import Kind


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("digiweb.fr", "digiweb.com"),
        ("gandi.net", "gandi.co.uk"),
        ("bénéteau.com", "xn--bnteau-bvab.fr"),
        ("Numergy", "numergy.fr"),
        ("日本.jp", "日本.com"),
        ("😀.ws", "😀.com"),
    ],
)
def test_found(new: str, old: str) -> None:
    found = judged("same-label", new, old)
    assert found is not None
    assert found.kind == Kind.SAME_LABEL


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("digiweb.fr", "digiwebs.fr"),
        ("beneteau.com", "bénéteau.com"),
        ("alterway.fr", "alter-way.fr"),
        ("gооgle.com", "google.com"),
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("same-label", new, old) is None

"""ASCII letters and digits that look alike."""

from __future__ import annotations

import pytest
from signals.signal_cases import judged, likely, variants

from confusables.model import Kind


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("microsoft.com", "rnicrosoft.com"),
        ("paypal.com", "paypa1.com"),
        ("01net.com", "o1net.com"),
        ("cloud.com", "doud.com"),
        ("cloud.com", "c1oud.com"),
        ("world.com", "vvorld.com"),
        ("lego.com", "iego.com"),
        ("modern.com", "rnodem.com"),
        ("ca1l.com", "call.com"),
        ("clcl.com", "dd.com"),
    ],
)
def test_found(new: str, old: str) -> None:
    found = judged("lookalike", new, old)
    assert found is not None
    assert found.kind == Kind.LOOKALIKE


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("microsoft.com", "nicrosoft.com"),
        ("google.com", "gogle.com"),
        ("cite.com", "dte.com"),
        ("hello.com", "he11a.com"),
    ],
)
def test_not_found(new: str, old: str) -> None:
    assert judged("lookalike", new, old) is None


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("microsoft.com", {"mlcrosoft", "micr0soft", "rnicrosoft"}),
        ("cloud.com", {"doud", "c1oud", "cl0ud"}),
    ],
)
def test_variants(name: str, labels: set[str]) -> None:
    assert labels <= variants("lookalike", name)


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("g00gle.com", {"google"}),
        ("rnicrosoft.com", {"microsoft"}),
        ("paypa1.com", {"paypal"}),
        ("face8ook.com", {"facebook"}),
        ("rnonpanierbleu.ca", {"monpanierbleu"}),
        ("z00mba.com", {"zoomba"}),
        ("modern.com", set()),
        ("studio10.com", set()),
        ("verna.com", set()),
        ("clarins.com", set()),
    ],
)
def test_the_word_that_is_seen_is_the_likeliest_variant(name: str, seen: set[str]) -> None:
    assert likely("lookalike", name) == seen


def test_digits_of_their_own_are_no_letters() -> None:
    for new, old in (("mp3shop.com", "mpeshop.com"), ("more4u.com", "moreau.com")):
        assert judged("lookalike", new, old) is None
    assert judged("lookalike", "face8ook.com", "facebook.com") is not None

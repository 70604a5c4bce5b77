"""The words of replies: limits, refusals, and "no record" of this name or of another."""

from __future__ import annotations

import pytest

from confusables.lookups import read_whois
from confusables.lookups.registries import Lines, registry
from confusables.lookups.wording import (
    absent,
    doubtful,
    is_whole,
    lines,
    names_another,
    quoted,
    refusal,
    spoken,
)
from confusables.model import Reason

NONE = Lines()


def test_a_limit_comes_first() -> None:
    said = lines("Not found\nThis name is reserved\nYour query limit was exceeded")
    assert refusal(NONE, said) is Reason.THROTTLED
    assert quoted(NONE, said, Reason.THROTTLED) == "your query limit was exceeded"
    assert refusal(NONE, said, full=True) is None


def test_rules_are_no_events_but_what_is_spoken_is() -> None:
    text = "If you exceed the limit of queries, access will be denied."
    assert refusal(NONE, lines(text)) is None
    assert refusal(NONE, spoken([text])) is Reason.THROTTLED


def test_a_limit_in_a_long_line_is_seen() -> None:
    text = f"{'word ' * 100}your query limit was exceeded{' word' * 100}"
    assert refusal(NONE, lines(text)) is Reason.THROTTLED
    assert refusal(NONE, lines(f"{text}, if you agree to it")) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("No match for exemple.com", True),
        ("No match for autre.com", False),
        ("No data found for domain exemple.com", True),
        ("No data found for domain autre.com", False),
        ("Could not find autre.com in our database", False),
        ("Could not find exemple.com in the database of autre.com", True),
        ("No entries found in whois.autre.com", True),
        ("No entries found for https://autre.com/", True),
        ("Not found\nThe domain is in auction", None),
        ("Hello", None),
    ],
)
def test_no_record_of_this_name_or_of_another(text, said) -> None:
    assert absent("exemple.com", NONE, lines(text)) is said


def test_no_match_and_a_limit_in_one_line_are_a_limit() -> None:
    text = "No match for exemple.edu. You have exceeded the query limit"
    assert absent("exemple.edu", registry("exemple.edu").lines, lines(text))
    assert read_whois("exemple.edu", text.encode()).reason == "throttled"


def test_what_is_not_read_may_say_otherwise() -> None:
    text = "No match for exemple.com\n" + "https://nic.exemple/\n" * 700
    assert not is_whole(text)
    assert read_whois("exemple.com", text.encode()).reason == "unrecognised"
    assert read_whois("exemple.com", text[: text.index("\n", 600)].encode()).verdict == "no-record"


def test_names_in_what_is_spoken() -> None:
    assert names_another("exemple.fr", NONE, spoken(["autre.fr is not here"]))
    assert not names_another("exemple.fr", NONE, spoken(["exemple.fr, not autre.fr"]))
    assert not names_another("a.exemple.fr", NONE, spoken(["exemple.fr"]))
    assert not names_another("exemple.fr", NONE, spoken(["write to a@autre.fr", "not found. ok"]))


def test_doubtful_words() -> None:
    assert doubtful(spoken(["It may be suspended"]))
    assert not doubtful(lines("It may be suspended"))
    assert not doubtful(spoken(["suspended"]), ["suspended"])

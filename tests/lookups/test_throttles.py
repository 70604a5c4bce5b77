"""Limits and refusals, as registries and their users document them: never a no-record.

Each text is read three times: with all that is known of its registry; with that registry's own
throttle and refusal lines left out; and, the worst case that was seen (AFNIC), with the registry's
own "no record" line after it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from confusables.lookups import read_whois, whois
from confusables.lookups.registries import Lines, registry

if TYPE_CHECKING:
    from confusables.model import Answer

LABEL = "exemple-de-nom"
ABSENT = {
    "fr": "%% No entries found in the AFNIC Database.",
    "re": "%% No entries found in the AFNIC Database.",
    "com": 'No match for "NAME".',
    "net": 'No match for "NAME".',
    "de": "Domain: NAME\nStatus: free",
    "uk": '    No match for "NAME".\n\n    This domain name has not been registered.',
    "nl": "NAME is free",
    "be": "Domain:\tNAME\nStatus:\tAVAILABLE",
    "eu": "Domain: NAME\nStatus: AVAILABLE",
    "br": "% No match for NAME",
    "cn": "No matching record.",
}


class Text(NamedTuple):
    suffix: str
    kind: str
    origin: str
    text: str

    @property
    def domain(self) -> str:
        return f"{LABEL}.{self.suffix}"

    @property
    def reply(self) -> str:
        return self.text.replace("\\n", "\n").replace("NAME", self.domain)


def texts() -> list[Text]:
    path = Path(__file__).with_name("throttles.tsv")
    lines = path.read_text("utf-8").splitlines()
    return [Text(*line.split("\t")) for line in lines if not line.startswith("#")]


def left_out(text: Text, monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget the registry's own lines about limits and refusals."""
    known = registry(text.domain)
    bare = replace(known, lines=Lines(not_found=known.lines.not_found))
    monkeypatch.setattr(whois, "registry", lambda domain: bare)


def read(text: Text, reply: str) -> Answer:
    return read_whois(text.domain, reply.encode())


def test_there_are_enough_of_them() -> None:
    assert len({(t.suffix, t.text) for t in texts()}) >= 60
    assert len({t.suffix for t in texts()}) >= 40


@pytest.mark.parametrize("text", texts(), ids=lambda t: f"{t.suffix}:{t.text[:30]}")
def test_read_with_all_that_is_known(text: Text) -> None:
    answer = read(text, text.reply)
    assert (answer.verdict, answer.reason) == ("unknown", "throttled")


@pytest.mark.parametrize("text", texts(), ids=lambda t: f"{t.suffix}:{t.text[:30]}")
def test_one_registry_left_out(text: Text, monkeypatch) -> None:
    left_out(text, monkeypatch)
    assert read(text, text.reply).verdict == "unknown"


@pytest.mark.parametrize("text", texts(), ids=lambda t: f"{t.suffix}:{t.text[:30]}")
def test_one_registry_left_out_and_a_no_record_line_after_the_limit(text, monkeypatch) -> None:
    left_out(text, monkeypatch)
    absent = ABSENT.get(text.suffix, "No entries found.").replace("NAME", text.domain)
    alone = read(text, absent)
    assert alone.verdict == "no-record"
    assert read(text, f"{text.reply}\n\n{absent}\n").verdict == "unknown"

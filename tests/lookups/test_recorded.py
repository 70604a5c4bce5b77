"""Recorded replies: those of a third of the top-level domains, not read while writing.

The recordings are not part of the repository (see ``recorded.py``); where they are not at hand,
there is nothing to run here, and the excerpts in ``test_whois.py`` stand for them.
"""

from __future__ import annotations

from lookups.recorded import folder, replies
from lookups.scores import score

from confusables.lookups import read_whois

PATH = folder()

if PATH is not None:

    def test_held_out_replies() -> None:
        scores = score((r for r in replies(PATH) if r.held_out), read_whois)
        assert scores.lies == []
        assert scores.verdicts["registered", "no-record"] == 0
        assert scores.verdicts["throttled", "no-record"] == 0
        assert scores.swapped == 0
        assert scores.share("registered", "registered") >= 0.98
        assert scores.share("notfound", "no-record") >= 0.95
        assert scores.of("registrar") >= 0.93
        assert scores.of("created") >= 0.93
        assert scores.of("country") >= 0.90
        assert scores.of("status") >= 0.90

    def test_the_other_replies() -> None:
        scores = score((r for r in replies(PATH) if not r.held_out), read_whois)
        assert scores.lies == []
        assert scores.verdicts["registered", "no-record"] == 0
        assert scores.swapped == 0
        assert scores.share("registered", "registered") >= 0.98
        assert scores.share("notfound", "no-record") >= 0.95


def test_a_folder_that_is_named_wrongly_is_no_folder(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("CONFUSABLES_RECORDED", str(tmp_path))
    assert folder() is None

"""How right a reader is on recorded replies: the figures of the benchmark and of the test."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from confusables.lookups.countries import country_code
from confusables.lookups.statuses import statuses
from confusables.model import Answer, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lookups.recorded import Reply

__all__ = ["FIELDS", "Scores", "score"]

FIELDS = ("registrar", "created", "country", "status")
# Recorded replies whose label tells how the name was chosen, not what the reply says: the text is
# the registry's plain "no record" line.
MISLABELLED = frozenset({"ca-0013.txt", "pt-0022.txt"})


@dataclass(slots=True)
class Scores:
    """Counts: verdicts by truth, and of each field stated, right and wrong."""

    verdicts: Counter[tuple[str, str]] = field(default_factory=Counter)
    stated: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    swapped: int = 0
    lies: list[str] = field(default_factory=list)

    def share(self, truth: str, verdict: str) -> float:
        whole = sum(n for (t, _), n in self.verdicts.items() if t == truth)
        return self.verdicts[truth, verdict] / whole if whole else 0.0

    def of(self, name: str) -> float:
        return self.right[name] / self.stated[name] if self.stated[name] else 0.0


def score(replies: Iterable[Reply], read: Callable[[str, bytes], Answer]) -> Scores:
    """Read every reply and compare it with its labels."""
    scores = Scores()
    for reply in replies:
        answer = read(reply.domain, reply.content)
        scores.verdicts[reply.kind, answer.verdict.value] += 1
        absent = answer.verdict is Verdict.NO_RECORD
        if absent and reply.kind != "notfound" and reply.file not in MISLABELLED:
            scores.lies.append(reply.file)
        if reply.kind == "registered":
            _fields(scores, reply, answer)
    return scores


def _fields(scores: Scores, reply: Reply, answer: Answer) -> None:
    registrant = next((c.country for c in answer.countries if c.says == "registrant"), None)
    pairs = {
        "registrar": (reply.registrar, answer.registrar),
        "created": (reply.created, answer.created),
        "country": (country_code(reply.country or ""), registrant),
        "status": (reply.status, answer.statuses),
    }
    for name, (stated, got) in pairs.items():
        if not stated:
            continue
        scores.stated[name] += 1
        same = bool(got) and _SAME[name](stated, got)
        scores.right[name] += same
        scores.wrong[name] += bool(got) and not same
        if name == "created" and got and not same:
            scores.swapped += _swapped(str(stated), str(got))


def _swapped(stated: str, got: str) -> bool:
    return stated[:4] == got[:4] and stated[5:7] == got[8:10] and stated[8:10] == got[5:7]


def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())


def _same_name(stated: str, got: str) -> bool:
    a, b = sorted((_bare(stated), _bare(got)), key=len)
    return a == b or (len(a) > 4 and b.startswith(a))


def _same_statuses(stated: tuple[str, ...], got: tuple[str, ...]) -> bool:
    return {_bare(s) for s in statuses(stated)} == {_bare(s) for s in got}


_SAME: dict[str, Callable[..., bool]] = {
    "registrar": _same_name,
    "created": lambda stated, got: stated[:10] == got,
    "country": lambda stated, got: stated == got,
    "status": _same_statuses,
}

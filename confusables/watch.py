"""What is new for a portfolio since the last run, both ways, and the state that remembers.

My names against what was newly registered, and names that are new in my portfolio against all.
What was told is kept as pairs of names, not as dates: a day that comes twice repeats nothing, one
that comes late is told when it comes, and a corpus that has grown is searched again for all.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from confusables.checker import Checker, compare
from confusables.corpus.format import replacing
from confusables.errors import CorpusError
from confusables.model import Level, Says
from confusables.results import because
from confusables.screen import Row, in_order, row_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from confusables.corpus import Corpus

__all__ = ["IN_CORPUS", "REGISTERED", "News", "Pending", "State", "watch"]

VERSION = 1
_MOST = 1000  # collisions of a name that are looked at: a day may bring many of a great brand

REGISTERED, IN_CORPUS = "new-registration", "in-corpus"


@dataclass(frozen=True, slots=True)
class News:
    """A collision that was not told before: its row, the way it was found, and why.

    ``way`` is ``new-registration`` (one of my names against the newly registered ones) or
    ``in-corpus`` (against all that was registered before).
    """

    row: Row
    way: str
    says: Says

    def to_dict(self) -> dict[str, Any]:
        """The row as its JSON has it, and the way."""
        return {**self.row.to_dict(), "way": self.way}

    def kept(self) -> dict[str, Any]:
        """All of it, as the state file has it."""
        values = dict(self.says.values)
        return {**self.to_dict(), "says": {"template": self.says.template, "values": values}}

    @classmethod
    def of_kept(cls, kept: dict[str, Any]) -> News:
        """The news of a state file. Raises KeyError, TypeError or ValueError where it is none."""
        says = Says(str(kept["says"]["template"]), dict(kept["says"]["values"]))
        return cls(Row.from_dict(kept), str(kept["way"]), says)


@dataclass(frozen=True, slots=True)
class Pending:
    """A report that was made and perhaps not delivered: where it was to go, its digest, its news.

    Where it went to a file that holds it, it was delivered.
    """

    output: str | None
    digest: str
    news: tuple[News, ...]

    @classmethod
    def of_kept(cls, kept: dict[str, Any]) -> Pending:
        """The one of a state file. Raises KeyError, TypeError or ValueError where it is none."""
        output = kept["output"]
        if not isinstance(output, str | None):
            raise TypeError(output)
        return cls(output, str(kept["digest"]), tuple(map(News.of_kept, kept["news"])))


@dataclass(slots=True)
class State:
    """What was told of each name of the portfolio, and in which corpora it was looked for."""

    told: dict[str, set[str]] = field(default_factory=dict)
    searched: dict[str, str] = field(default_factory=dict)
    pending: Pending | None = None

    @classmethod
    def load(cls, path: Path) -> State:
        """The state of a file; that of a first run where there is none. Raises CorpusError."""
        try:
            held = json.loads(path.read_bytes())
        except FileNotFoundError:
            return cls()
        except OSError as error:
            raise CorpusError.unreadable(path, error) from error
        except (ValueError, RecursionError):
            raise CorpusError(f"{path}: not the state of a watch") from None
        try:
            version = held["confusables-watch"]
            if version != VERSION:
                raise CorpusError(
                    f"{path}: a state of version {version}, this release reads {VERSION}"
                )
            names, waits = held["names"], held["pending"]
            return cls(
                {name: set(map(str, of["told"])) for name, of in names.items()},
                {name: str(of["searched"]) for name, of in names.items()},
                None if waits is None else Pending.of_kept(waits),
            )
        except (KeyError, TypeError, ValueError, AttributeError):
            raise CorpusError(f"{path}: not the state of a watch") from None

    def save(self, path: Path) -> None:
        """Write the file, whole or not at all. Raises CorpusError."""
        names = {
            name: {"searched": self.searched.get(name, ""), "told": sorted(self.told.get(name, ()))}
            for name in sorted(self.told.keys() | self.searched.keys())
        }
        waits = self.pending and {
            "output": self.pending.output,
            "digest": self.pending.digest,
            "news": [news.kept() for news in self.pending.news],
        }
        held = {"confusables-watch": VERSION, "names": names, "pending": waits}
        with replacing(path) as file:
            file.write(json.dumps(held, ensure_ascii=True, indent=1).encode() + b"\n")

    def keep(self, portfolio: Sequence[str]) -> None:
        """Forget the names that left the portfolio: one that returns is a new one."""
        names = set(map(_key, portfolio))
        self.told = {name: told for name, told in self.told.items() if name in names}
        self.searched = {name: of for name, of in self.searched.items() if name in names}

    def fresh(self, name: str, keys: Sequence[str]) -> list[str]:
        """Those that were not told of a name, which are told with this."""
        known = self.told.setdefault(name, set())
        found = [key for key in keys if key not in known]
        known.update(found)
        return found


def watch(
    portfolio: Sequence[str], day: Corpus | None, corpora: Sequence[Corpus], state: State
) -> Iterator[News]:
    """What is new, in the order of the portfolio: first of the newly registered, then of all.

    ``portfolio`` are usable names; ``day`` holds the newly registered ones (None for none). The
    state is changed as news are taken. Raises CorpusError.
    """
    state.keep(portfolio)
    if day is not None:
        checker = Checker(day, mine=portfolio, limit=_MOST)
        yield from _news(checker, portfolio, REGISTERED, state)
    digest = hashlib.sha256("\n".join(c.digest for c in corpora).encode()).hexdigest()
    unsearched = [name for name in portfolio if state.searched.get(_key(name)) != digest]
    if unsearched:
        checker = Checker(corpora, mine=portfolio, limit=_MOST)
        yield from _news(checker, unsearched, IN_CORPUS, state)
    state.searched.update((_key(name), digest) for name in unsearched)


def _news(checker: Checker, names: Sequence[str], way: str, state: State) -> Iterator[News]:
    for name, found in in_order(checker, names, _found):
        for row, says in found:
            keys = [row.domain or f"“{row.brand}”", *row.also]
            fresh = state.fresh(_key(name), keys)
            if not fresh:
                continue
            if fresh[0] != keys[0]:
                row, says = _judged(row, fresh)
            if row.level != Level.BELOW:
                yield News(replace(row, also=tuple(fresh[1:])), way, says)


def _key(name: str) -> str:
    return name.lower()


def _found(checker: Checker, text: str) -> tuple[str, list[tuple[Row, Says]]]:
    report = checker.check(text)
    return text, [(row_of(text, c), because(c.terms, c.kind)) for c in report.collisions]


def _judged(row: Row, fresh: Sequence[str]) -> tuple[Row, Says]:
    """The row of another registration of the label, the others having been told before."""
    found = compare(row.name, fresh[0])
    judged = replace(
        row,
        level=found.level,
        domain=fresh[0],
        brand=None,
        probability=found.probability,
        bits=found.bits,
        kind=found.kind,
    )
    return judged, because(found.terms, found.kind)

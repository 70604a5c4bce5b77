"""Many names at once: the same checks, on all cores, in order, in memory that does not grow.

``rows`` is the kernel, one name to its rows; the pool of this machine and Spark map the same one.
"""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

from confusables.errors import InvalidName
from confusables.later import Later
from confusables.model import Kind, Level
from confusables.names import says_more
from confusables.workers import cores, forking, in_turn, stopped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from confusables.checker import Checker
    from confusables.report import Report
    from confusables.results import Collision

__all__ = ["Row", "in_order", "one_by_one", "reports", "row_of", "rows", "rows_of"]

T = TypeVar("T")

_BATCH = 16  # names a task: many enough that handing them over costs nothing beside them
_ALONE = 2 * _BATCH  # fewer names are not worth other processes


_CHECKER: ContextVar[Checker] = ContextVar("what this process of a pool works with")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a screening: a collision of a name, or that none was found, or what is wrong.

    ``name`` is as it was given. ``domain`` is None where the source of a collision gives no domain
    (``brand`` is its name then) and where there is no collision. ``also`` are the other domains
    of the label. ``existing`` is the very name where it is registered already, which is no
    collision. ``compared`` is the registrable name, where the name as given says more: the rest was
    left aside. A row with an ``error`` has no level.
    """

    name: str
    level: Level | None = None
    domain: str | None = None
    probability: float | None = None
    bits: float | None = None
    kind: Kind | None = None
    also: tuple[str, ...] = ()
    brand: str | None = None
    error: str | None = None
    existing: str | None = None
    compared: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The row as its JSON has it."""
        if self.error is not None:
            return {"name": self.name, "error": self.error}
        stated = {"existing": self.existing, "compared": self.compared}
        known = {column: domain for column, domain in stated.items() if domain}
        if self.kind is None:
            return {"name": self.name, "level": str(self.level), **known}
        shown = {
            "name": self.name,
            "domain": self.domain,
            "probability": self.probability,
            "bits": self.bits,
            "kind": str(self.kind),
            "level": str(self.level),
            "also": list(self.also),
        }
        brand = {"brand": self.brand} if self.domain is None else {}
        return {**shown, **brand, **known}

    @classmethod
    def from_dict(cls, shown: dict[str, Any]) -> Row:
        """The row that has this JSON. Raises KeyError, TypeError or ValueError where none has."""
        if "error" in shown:
            return cls(str(shown["name"]), error=str(shown["error"]))
        level = Level(shown["level"])
        existing, compared = shown.get("existing"), shown.get("compared")
        if "kind" not in shown:
            return cls(str(shown["name"]), level, existing=existing, compared=compared)
        return cls(
            str(shown["name"]),
            level,
            shown["domain"],
            float(shown["probability"]),
            float(shown["bits"]),
            Kind(shown["kind"]),
            tuple(shown["also"]),
            shown.get("brand"),
            existing=existing,
            compared=compared,
        )


def rows(checker: Checker, text: str) -> tuple[Row, ...]:
    """What a screening says of one name, one row at least; total over texts."""
    try:
        report = checker.check(text)
    except InvalidName as error:
        return (Row(text, error=str(error)),)
    return rows_of(report, text)


def rows_of(report: Report, text: str) -> tuple[Row, ...]:
    """The rows of a report, strongest collision first."""
    held = report.existing
    existing = (held.domain or held.name or report.name.unicode) if held else None
    compared = report.name.ascii if says_more(report.name) else None
    found = [row_of(text, c) for c in report.collisions] or [Row(text, report.level)]
    return tuple(replace(row, existing=existing, compared=compared) for row in found)


def row_of(text: str, found: Collision) -> Row:
    """The row of a collision."""
    return Row(
        text,
        found.level,
        found.domain,
        found.probability,
        found.bits,
        found.kind,
        tuple(other.domain for other in found.also if other.domain),
        None if found.domain else found.name or found.unicode,
    )


def reports(
    checker: Checker,
    names: Iterable[str],
    unusable: Callable[[str, InvalidName], None] | None = None,
    workers: int | None = None,
) -> Iterator[Report]:
    """The reports of many names, in order; see ``Checker.screen``."""
    for text, report in in_order(checker, names, _bare, workers):
        if not isinstance(report, InvalidName):
            yield _whole(checker, text, report)
        elif unusable is None:
            raise report
        else:
            unusable(text, report)


def one_by_one(
    checker: Checker,
    names: Iterable[str],
    unusable: Callable[[str, InvalidName], None] | None = None,
) -> Iterator[Report]:
    """The same for a checker that asks the registries: it waits for them, not for this machine."""
    for text in names:
        try:
            yield checker.check(text)
        except InvalidName as error:
            if unusable is None:
                raise
            unusable(text, error)


def _bare(checker: Checker, text: str) -> tuple[str, Report | InvalidName]:
    """The report without what is made when it is looked at, which does not travel."""
    try:
        found = checker.check(text)
    except InvalidName as error:
        return text, error
    collisions = tuple(replace(c, advice=()) for c in found.collisions)
    return text, replace(found, collisions=collisions, suggestions=(), advice=())


def _whole(checker: Checker, text: str, bare: Report) -> Report:
    """The report with what it may be asked for, which a check in this process then makes."""
    again = Later(lambda: (checker.check(text),))

    def advised(at: int, found: Collision) -> Collision:
        return replace(found, advice=Later(lambda: again[0].collisions[at].advice))

    return replace(
        bare,
        collisions=tuple(advised(at, c) for at, c in enumerate(bare.collisions)),
        suggestions=Later(lambda: again[0].suggestions),
        advice=Later(lambda: again[0].advice),
    )


def in_order(
    checker: Checker,
    names: Iterable[str],
    work: Callable[[Checker, str], T],
    workers: int | None = None,
) -> Iterator[T]:
    """What ``work`` makes of each name, in order, by as many processes as there are cores.

    The processes are forked, so that they share the checker and its corpora as they are. Where
    that cannot be done (no fork, other threads, a single core) or is not worth it (few names), the
    work is done here. Names are taken as they are needed. Raises what ``work`` raises.
    """
    names = iter(names)
    start = list(islice(names, _ALONE))
    workers = workers or cores()
    context = forking(workers) if len(start) == _ALONE else None
    if context is None:
        yield from (work(checker, text) for text in chain(start, names))
        return
    # The first is done here: the tables are then read once, and shared.
    yield work(checker, start.pop(0))
    given = _batches(chain(start, names))
    for found in in_turn(partial(_batch, work), given, context, workers, _CHECKER.set, checker):
        yield from found


def _batches(names: Iterator[str]) -> Iterator[list[str]]:
    while batch := list(islice(names, _BATCH)):
        yield batch


def _batch(work: Callable[[Checker, str], T], names: list[str]) -> list[T]:
    checker = _CHECKER.get()
    return [work(checker, text) for text in names if not stopped()]

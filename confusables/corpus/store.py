"""The rows of an open corpus file: labels, readings, registrations; every bound is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from confusables.corpus import keys
from confusables.corpus.readings import MARK, agrees, decoded
from confusables.corpus.rows import HOLDERS, ITEM
from confusables.errors import ConfusablesError, CorpusDamaged
from confusables.labels import to_ascii, to_unicode
from confusables.later import cached_property
from confusables.model import Registration

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from confusables.corpus.format import SectionFile
    from confusables.model import Reading

__all__ = ["Store"]

_POOLS: Final = ("suffixes", "country_sets", "source_sets", "strings")
_TYPES: Final = {
    **dict.fromkeys(("letters", "pairs", "alias_letters", "alias_pairs"), "u8"),
    **dict.fromkeys(("text_end", "alias_rows", "by_ending", "key_ends", "key_rows"), "u4"),
    **dict.fromkeys(("first", "since", "owners", "names"), "u4"),
    **dict.fromkeys(("suffix", "countries", "sources"), "u2"),
    **dict.fromkeys(("text", "key_checks", "holders", *_POOLS), "u1"),
}
_TRIED: Final = 24  # rows whose readings are made anew to see whether the file's still hold


class Store:
    """Rows by number over the sections of a file. Raises CorpusDamaged for what does not hold."""

    def __init__(self, file: SectionFile) -> None:
        self.file = file
        meta = file.meta
        try:
            self.labels, self.plain = int(meta["labels"]), int(meta["plain"])
            self.names = int(meta["names"])
        except (KeyError, TypeError, ValueError, OverflowError):
            raise CorpusDamaged(f"{file.path}: the header lacks its parts") from None
        if not 0 <= self.plain <= self.labels or self.names < 0:
            raise CorpusDamaged(f"{file.path}: the header's counts do not fit")
        for section, dtype in _TYPES.items():
            if file.dtype(section) not in {None, dtype}:
                raise self.damaged(f"section {section!r} has another type")
        sizes = {
            "letters": 8 * self.labels,
            "pairs": 8 * self.labels,
            "text_end": 4 * self.labels + 4,
            "first": 4 * self.labels + 4,
            "suffix": 2 * self.names,
            "by_ending": 4 * self.plain,
        }
        for section, size in sizes.items():
            if file.length(section) != size:
                raise self.damaged(f"section {section!r} has another length")

    def damaged(self, what: str) -> CorpusDamaged:
        """The error for this file."""
        return CorpusDamaged(f"{self.file.path}: {what}")

    def column(self, name: str) -> NDArray[Any]:
        """A section as an array."""
        return self.file.array(name)

    @cached_property
    def letters(self) -> NDArray[np.uint64]:
        """Letter signatures, one a row."""
        return self.column("letters")

    @cached_property
    def pairs(self) -> NDArray[np.uint64]:
        """Pair signatures, one a row."""
        return self.column("pairs")

    @cached_property
    def by_ending(self) -> NDArray[np.uint32]:
        """The plain rows in order of ``rows.ending`` of their searched form."""
        order = self.column("by_ending")
        if (order >= self.plain).any():
            raise self.damaged("the endings point outside the file")
        return order

    @cached_property
    def aliases(self) -> tuple[NDArray[np.intp], NDArray[np.uint64], NDArray[np.uint64]]:
        """Rows searched by Latin look-alikes, and the signatures of their own letters."""
        rows = self.column("alias_rows").astype(np.intp)
        letters, pairs = self.column("alias_letters"), self.column("alias_pairs")
        if not rows.size == letters.size == pairs.size or (rows >= self.labels).any():
            raise self.damaged("the aliases do not fit")
        return rows, letters, pairs

    @cached_property
    def table(self) -> keys.Table:
        """The key table."""
        ends = self.column("key_ends")
        checks, rows = self.column("key_checks"), self.column("key_rows")
        size = ends.size - 1
        if size < 1 << 6 or size & (size - 1) or size > 1 << 24 or checks.size != rows.size:
            raise self.damaged("the key table does not fit")
        return keys.Table(ends, checks, rows)

    def filed(self, hashes: NDArray[np.uint32]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Which of the hashes (by index) have a row, and the row; see ``keys.lookup``."""
        try:
            which, rows = keys.lookup(self.table, hashes)
        except IndexError as error:
            raise self.damaged(str(error)) from None
        if rows.size and int(rows.max()) >= self.labels:
            raise self.damaged("the keys point outside the file")
        return which, rows

    @cached_property
    def _ends(self) -> NDArray[np.uint32]:
        return self.column("text_end")

    @cached_property
    def _text(self) -> memoryview:
        return memoryview(self.column("text"))  # type: ignore[arg-type]  # an array is a buffer

    def records(self, rows: NDArray[np.intp]) -> list[bytes]:
        """What each row holds: its label as UTF-8 and, behind ``MARK``, its readings."""
        starts, ends = self._ends[rows], self._ends[rows + 1]
        if (starts > ends).any() or (ends > len(self._text)).any():
            raise self.damaged("a row points outside the file")
        text = self._text
        return [
            bytes(text[start:end])
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
        ]

    def record(self, row: int) -> tuple[str, bytes]:
        """A row's label, and its readings as bytes."""
        start, end = int(self._ends[row]), int(self._ends[row + 1])
        if not start <= end <= len(self._text):
            raise self.damaged("a row points outside the file")
        label, _, kept = bytes(self._text[start:end]).partition(MARK)
        try:
            text = label.decode("utf-8")
        except UnicodeDecodeError:
            raise self.damaged(f"row {row} is no text") from None
        if not text or text.startswith("xn--"):
            raise self.damaged(f"row {row} is no label")
        return text, kept

    def readings(self, label: str, kept: bytes) -> tuple[Reading, ...] | None:
        """The readings of a row by its record; None where they are to be made anew."""
        return decoded(label, kept) if self._holds else None

    @cached_property
    def _holds(self) -> bool:
        """Whether the readings in the file are those that this release makes."""
        if not self.labels:
            return True
        places = np.linspace(0, self.labels - 1, min(_TRIED, self.labels)).astype(int).tolist()
        return agrees(self.record(row) for row in places)

    @cached_property
    def pools(self) -> dict[str, list[str]]:
        """The texts that columns point to."""
        pools = {
            pool: bytes(self.column(pool)).decode("utf-8", "replace").split("\n") for pool in _POOLS
        }
        try:
            for suffix in filter(None, pools["suffixes"]):
                for part in suffix.split("."):
                    to_unicode(part)
        except ConfusablesError:
            raise self.damaged("a suffix is none") from None
        countries = {country for one in pools["country_sets"] for country in one.split()}
        if not all(c.isascii() and c.isalpha() for c in countries):
            raise self.damaged("a country is none")
        return pools

    def span(self, row: int) -> range:
        """The numbers of a row's registrations."""
        first = self.column("first")
        start, end = int(first[row]), int(first[row + 1])
        if not start <= end <= self.names:
            raise self.damaged(f"row {row} points outside the file")
        return range(start, end)

    def registrations(self, row: int, label: str) -> tuple[Registration, ...]:
        """What is registered under a row's label, by suffix."""
        try:
            # Looked at here, where a label leaves the file, and not for each that is compared.
            plain = label.isascii() and label.isprintable()
            ascii_label = label if plain else to_ascii(label)
        except ConfusablesError:
            raise self.damaged(f"row {row} is no label") from None
        return tuple(self._registration(ascii_label, at) for at in self.span(row))

    def _registration(self, label: str, at: int) -> Registration:
        suffix = self._pooled("suffixes", "suffix", at)
        owners = self._pooled("strings", "owners", at)
        return Registration(
            f"{label}.{suffix}" if suffix else None,
            self._pooled("strings", "names", at) or None,
            tuple(owner for owner in owners.split(ITEM) if owner),
            tuple(self._pooled("country_sets", "countries", at).split()),
            self._since(at),
            tuple(self._pooled("source_sets", "sources", at).split()),
            self._holder(at),
        )

    def _since(self, at: int) -> str | None:
        if "since" not in self.file:
            return None
        values = self.column("since")
        if at >= values.size:
            raise self.damaged(f"since {at} points outside the file")
        return _date(int(values[at]))

    def _holder(self, at: int) -> str | None:
        if "holders" not in self.file:
            return None
        values = self.column("holders")
        if at >= values.size or int(values[at]) >= len(HOLDERS):
            raise self.damaged(f"holder {at} is not known")
        return HOLDERS[int(values[at])] or None

    def _pooled(self, pool: str, column: str, at: int) -> str:
        if column not in self.file:
            return ""
        values = self.column(column)
        if at >= values.size or int(values[at]) >= len(self.pools[pool]):
            raise self.damaged(f"{column} {at} points outside the file")
        return self.pools[pool][int(values[at])]


def _date(packed: int) -> str | None:
    year, month, day = packed // 10000, packed // 100 % 100, packed % 100
    if not year:
        return None
    return f"{year:04}" + (f"-{month:02}" + (f"-{day:02}" if day else "") if month else "")

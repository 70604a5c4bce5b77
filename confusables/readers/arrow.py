"""Parquet and Arrow files with the columns that tables have: domain, name, country, owner, since.

A cell of several countries or owners may be a list or a text parted by ``|``; dates may be dates.
Needs the extra ``arrow``.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from confusables.errors import ListError, MissingExtra
from confusables.readers.columns import Columns, entry, named
from confusables.readers.text import Entry, Reader

if TYPE_CHECKING:
    import io
    from collections.abc import Callable, Iterator

__all__ = ["ARROW", "PARQUET"]

_PARQUET, _ARROW = b"PAR1", b"ARROW1"
_STREAM = b"\xff\xff\xff\xff"
_ROWS = 1 << 14
# What Arrow raises beside its own, of lengths that cannot be MemoryError.
_DAMAGED = (OSError, KeyError, ValueError, OverflowError, MemoryError)


def _parquet(file: io.BufferedReader) -> tuple[list[str], Iterator[Any]]:
    import pyarrow.parquet as pq

    found = pq.ParquetFile(file)
    wanted = _wanted(found.schema_arrow.names)
    return wanted, found.iter_batches(_ROWS, columns=wanted)


def _ipc(file: io.BufferedReader) -> tuple[list[str], Iterator[Any]]:
    import pyarrow.ipc as ipc

    if file.peek(6)[:6] == _ARROW:
        found = ipc.open_file(file)
        return _wanted(found.schema.names), (
            found.get_batch(at) for at in range(found.num_record_batches)
        )
    stream = ipc.open_stream(file)
    return _wanted(stream.schema.names), iter(stream)


def _wanted(names: list[str]) -> list[str]:
    """The columns that say something; the cells of others are not looked at."""
    return [names[at] for at in sorted(chain.from_iterable(named(names).values()))]


def _reading(
    open_file: Callable[[io.BufferedReader], tuple[list[str], Iterator[Any]]], kind: str
) -> Callable[[io.BufferedReader, str], Iterator[Entry]]:
    def entries(file: io.BufferedReader, path: str) -> Iterator[Entry]:
        """One entry a row; raises ListError for a damaged file or one without a domain column."""
        try:
            import pyarrow as pa
        except ImportError:
            raise MissingExtra(f"a list in {kind}", "arrow") from None
        if not file.seekable():
            raise ListError(f"{kind} inside another packing is not read: unpack it", path=path)
        line = 0
        try:
            names, batches = open_file(file)
            columns = named(names)
            if not columns:
                raise ListError("no column called domain or name", path=path)
            for batch in batches:
                for row in zip(*(_cells(batch.column(name)) for name in names), strict=True):
                    line += 1
                    yield _entry(line, row, columns)
        except (*_DAMAGED, pa.ArrowException) as error:
            what = str(error).split("\n", 1)[0] or "it states lengths beyond all memory"
            raise ListError(f"the {kind} file is damaged: {what}", path=path) from None

    return entries


_UNREADABLE = object()  # a text that is not UTF-8, a date beyond those of Python, a structure


def _cells(column: Any) -> list[Any]:
    """The cells of a column; one that cannot be read does not hide the others. Raises ArrowInvalid
    for a column that points outside its bytes: Arrow itself would read there, and crash."""
    column.view(_untold(column.type)).validate(full=True)
    try:
        found: list[Any] = column.to_pylist()
    except (ValueError, OverflowError):
        found = [_cell(scalar) for scalar in column]
    return found


def _untold(kind: Any) -> Any:
    """A type of a column with bytes in place of texts: of a text that is none its cell tells."""
    import pyarrow as pa

    if pa.types.is_list(kind):
        return pa.list_(_untold(kind.value_type))
    if pa.types.is_large_list(kind):
        return pa.large_list(_untold(kind.value_type))
    bytes_of = {pa.string(): pa.binary(), pa.large_string(): pa.large_binary()}
    return bytes_of.get(kind, kind)


def _cell(scalar: Any) -> Any:
    try:
        return scalar.as_py()
    except (ValueError, OverflowError):
        return _UNREADABLE


def _entry(line: int, row: tuple[Any, ...], columns: Columns) -> Entry:
    cells = [text for cell in row if (text := _text(cell)) is not None]
    if len(cells) < len(row):
        return Entry(line, "", problem="a cell that is no text and no date")
    return entry(line, cells, columns)


def _text(cell: Any) -> str | None:
    """A cell as text, several in it parted by |; None for what is neither a text nor a date."""
    if cell is None:
        return ""
    if isinstance(cell, list):
        texts = [text for item in cell if (text := _text(item)) is not None]
        return "|".join(texts) if len(texts) == len(cell) else None
    if hasattr(cell, "isoformat"):
        return str(cell.isoformat())[:10]
    if isinstance(cell, bytes):
        try:
            return cell.decode("utf-8").strip()
        except UnicodeDecodeError:
            return None
    return str(cell).strip() if isinstance(cell, (str, int, float)) else None


PARQUET = Reader(
    "parquet",
    lambda head: head.startswith(_PARQUET),
    _reading(_parquet, "Parquet"),
    binary=True,
)
ARROW = Reader(
    "arrow",
    lambda head: head.startswith((_ARROW, _STREAM)),
    _reading(_ipc, "Arrow"),
    binary=True,
)

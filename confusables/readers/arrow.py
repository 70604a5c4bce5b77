"""Parquet and Arrow files with the columns that tables have: domain, name, country, owner, since.

A cell of several countries or owners may be a list or a text parted by ``|``; dates may be dates.
Needs the extra ``arrow``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from confusables.errors import ListError, MissingExtra
from confusables.readers.columns import entry, named
from confusables.readers.text import Entry, Reader

if TYPE_CHECKING:
    import io
    from collections.abc import Callable, Iterator

__all__ = ["ARROW", "PARQUET"]

_PARQUET, _ARROW = b"PAR1", b"ARROW1"
_STREAM = b"\xff\xff\xff\xff"
_ROWS = 1 << 14


def _parquet(file: io.BufferedReader) -> tuple[list[str], Iterator[Any]]:
    import pyarrow.parquet as pq

    found = pq.ParquetFile(file)
    names = list(found.schema_arrow.names)
    wanted = [name for name, column in zip(names, named(names), strict=True) if column]
    return wanted, found.iter_batches(_ROWS, columns=wanted)


def _ipc(file: io.BufferedReader) -> tuple[list[str], Iterator[Any]]:
    import pyarrow.ipc as ipc

    if file.peek(6)[:6] == _ARROW:
        found = ipc.open_file(file)
        return list(found.schema.names), (
            found.get_batch(at) for at in range(found.num_record_batches)
        )
    stream = ipc.open_stream(file)
    return list(stream.schema.names), iter(stream)


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
            if not {"domain", "name"} & set(columns):
                raise ListError("no column called domain or name", path=path)
            for batch in batches:
                cells = [_cells(batch.column(name)) for name in names]
                for row in zip(*cells, strict=True):
                    line += 1
                    yield _entry(line, columns, row)
        except (pa.ArrowException, OSError, KeyError, ValueError, OverflowError) as error:
            what = str(error).split("\n", 1)[0]
            raise ListError(f"the {kind} file is damaged: {what}", path=path) from None

    return entries


_UNREADABLE = object()  # a text that is not UTF-8, a date beyond those of Python


def _cells(column: Any) -> list[Any]:
    """The cells of a column; one that cannot be read does not hide the others."""
    try:
        found: list[Any] = column.to_pylist()
    except (ValueError, OverflowError):
        found = [_cell(scalar) for scalar in column]
    return found


def _cell(scalar: Any) -> Any:
    try:
        return scalar.as_py()
    except (ValueError, OverflowError):
        return _UNREADABLE


def _entry(line: int, columns: list[str], row: tuple[Any, ...]) -> Entry:
    if any(cell is _UNREADABLE for column, cell in zip(columns, row, strict=True) if column):
        return Entry(line, "", problem="a cell that is no text and no date")
    cells = {column: _text(cell) for column, cell in zip(columns, row, strict=True) if column}
    return entry(line, cells)


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, (list, tuple)):
        return "|".join(map(_text, cell))
    if hasattr(cell, "isoformat"):
        return str(cell.isoformat())[:10]
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "replace").strip()
    return str(cell).strip()


PARQUET = Reader("parquet", lambda head: head.startswith(_PARQUET), _reading(_parquet, "Parquet"))
ARROW = Reader("arrow", lambda head: head.startswith((_ARROW, _STREAM)), _reading(_ipc, "Arrow"))

"""Rows of a screening in a file: JSON Lines, CSV, Parquet; and what an interrupted one holds.

The file is the state: names are written whole, one after the other, straight to the file, so that
whatever ends a run leaves the names that were done. Parquet has its end at the end: its rows stand
in JSON Lines beside it until the list is done, and are put there again where a list that was done
goes on.
"""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import tempfile
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

from confusables.clean import defuse, whole
from confusables.cli.common import printable, standard_output
from confusables.corpus.format import replacing
from confusables.errors import CorpusError, InputError, MissingExtra
from confusables.files import through
from confusables.screen import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["FORMATS", "Rows", "beside"]

FORMATS = ("jsonl", "csv", "parquet")
_COLUMNS = (
    "name", "level", "domain", "probability", "bits", "kind", "also", "brand", "error", "existing",
    "compared",
)  # fmt: skip
_TEXTS = ("name", "domain", "also", "brand", "error", "existing", "compared")
_LONGEST = 1 << 30  # characters of a cell: a line of a list that is no name is one, however long
_GROUP = 1 << 15  # rows of a group of Parquet


class _Lines:
    """A row a line, as JSON."""

    head = b""
    _start = b'{"name": "'

    def line(self, row: Row) -> bytes:
        """The row's line."""
        shown = replace(row, name=self.name(row.name))
        return json.dumps(shown.to_dict(), ensure_ascii=False).encode() + b"\n"

    def row(self, line: bytes) -> Row:
        """The row of a line; raises KeyError, TypeError or ValueError where it is none."""
        try:
            return Row.from_dict(json.loads(line))
        except RecursionError:
            raise ValueError from None

    def is_torn(self, line: bytes) -> bool:
        """Whether a last line that has no end and is no row may be the beginning of one."""
        try:
            json.loads(line)
        except (ValueError, RecursionError):
            return line.startswith(self._start) or self._start.startswith(line)
        return False

    def name(self, text: str) -> str:
        """A name as its row has it."""
        return whole(text)


class _Table:
    """A row a line, as CSV with a header; ``also`` is parted by |.

    No cell of text is one that a spreadsheet would take for a formula.
    """

    head = (",".join(_COLUMNS) + "\n").encode()

    def line(self, row: Row) -> bytes:
        """The row's line."""
        shown = {**row.to_dict(), "also": "|".join(row.also)}
        shown |= {column: self.name(shown[column]) for column in _TEXTS if shown.get(column)}
        out = io.StringIO()
        csv.DictWriter(out, _COLUMNS, lineterminator="\n").writerow(shown)
        return out.getvalue().encode("utf-8", "backslashreplace")

    def row(self, line: bytes) -> Row:
        """The row of a line; raises KeyError, TypeError or ValueError where it is none."""
        csv.field_size_limit(_LONGEST)
        try:
            cells = next(csv.reader([line.decode()]), [])
        except csv.Error as error:
            raise ValueError from error
        shown: dict[str, Any] = {
            column: cell for column, cell in zip(_COLUMNS, cells, strict=True) if cell
        }
        if "kind" in shown:
            also = str(shown.get("also", ""))
            shown = {"domain": None, **shown, "also": also.split("|") if also else []}
        return Row.from_dict(shown)

    def is_torn(self, _: bytes) -> bool:
        """The same: the header was ours."""
        return True

    def name(self, text: str) -> str:
        """A name as its row has it: one line, whatever it was, and no formula."""
        return defuse(printable(text))


class _Journal(_Lines):
    """A row a line, as JSON, with texts that Parquet can hold."""

    def name(self, text: str) -> str:
        """A name as its row has it: whole characters."""
        return printable(text)


class Rows:
    """Where rows go: standard output (``path`` None) or a file. A context manager.

    Where a run goes on, ``earlier`` is to be read to its end and the rest ``cut`` before the first
    ``write``. Raises CorpusError where the file cannot be written; what was written before stays,
    and is whole.
    """

    def __init__(self, path: Path | None, form: str, *, resume: bool = False) -> None:
        self.path, self._resume = path, resume
        self._parquet = form == "parquet"
        forms: dict[str, type[_Lines | _Table]] = {"csv": _Table, "parquet": _Journal}
        self._form: _Lines | _Table = forms.get(form, _Lines)()
        self._file: BinaryIO | None = None
        self._whole = 0  # bytes of names that are written whole
        self._kept = True  # whether the file is one that can be cut off and gone on with
        if self._parquet:
            _pyarrow()

    @property
    def _place(self) -> Path | None:
        if self.path is None or not self._parquet:
            return self.path
        return beside(self.path)

    def __enter__(self) -> Rows:
        place = self._place
        try:
            if self.path and (straight := through(self.path, buffering=0)):
                self._file, self._kept, self._resume = straight, False, False
                if self._parquet:  # nothing is to be made beside a device
                    straight.close()
                    self._file = tempfile.TemporaryFile(buffering=0)
            elif place is not None:
                if self._resume and self._parquet and not place.exists():
                    self._unpack(place)
                kept = self._resume and place.exists()
                self._file = place.open("r+b" if kept else "w+b", buffering=0)
            if not self._resume:
                self._put(self._form.head)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise self._failed(error) from error
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def _unpack(self, place: Path) -> None:
        """Put the rows of a list that was done beside its Parquet again."""
        if self.path and self.path.exists():
            with replacing(place) as file:
                file.writelines(map(self._form.line, _of_parquet(self.path)))

    def earlier(self) -> Iterator[tuple[list[Row], bool]]:
        """The names that the file holds already, each with its rows, and whether these are all.

        They may not be for the last name: of a collision, more may have been to come.
        """
        if self._file is None or not self._resume:
            return
        self._file.seek(0)
        group: list[Row] = []
        end = 0
        for start, after, row in self._read(self._file):
            if group and (row.kind is None or group[0].kind is None or row.name != group[0].name):
                self._whole = start
                yield group, True
                group = []
            group.append(row)
            end = after
        if group:
            if group[-1].kind is None:
                self._whole = end
            yield group, group[-1].kind is None

    def cut(self) -> None:
        """Nothing is left of the file behind the names that are whole."""
        if self._file is None or not self._resume:
            return
        self._file.truncate(self._whole)
        self._file.seek(self._whole)
        if not self._whole:
            self._put(self._form.head)

    def _read(self, raw: BinaryIO) -> Iterator[tuple[int, int, Row]]:
        """The rows with their first and last byte; a torn last line ends them."""
        with open(raw.fileno(), "rb", closefd=False) as file:
            if (held := file.read(len(self._form.head))) != self._form.head:
                if not self._form.head.startswith(held):
                    raise InputError("not the output of a screening", path=str(self._place))
                return
            at = len(self._form.head)
            for number, line in enumerate(file, 2 if at else 1):
                try:
                    row = self._form.row(line)
                except (KeyError, TypeError, ValueError):
                    if line.endswith(b"\n") or not self._form.is_torn(line):
                        raise InputError(
                            "not a row of a screening", path=str(self._place), line=number
                        ) from None
                    return
                if not line.endswith(b"\n"):
                    return
                yield at, at + len(line), row
                at += len(line)

    def name(self, text: str) -> str:
        """A name as ``earlier`` gives it back."""
        return self._form.name(text)

    def are_same(self, rows: Iterable[Row], others: Iterable[Row]) -> bool:
        """Whether rows stand in the file as others do."""
        return [*map(self._form.line, rows)] == [*map(self._form.line, others)]

    def write(self, rows: Iterable[Row]) -> None:
        """Write the rows of one name, whole or not at all."""
        self._put(b"".join(map(self._form.line, rows)))

    def _put(self, content: bytes) -> None:
        try:
            if self._file is None:
                with standard_output() as out:
                    out.write(content.decode())
                return
            left = memoryview(content)
            while left:
                left = left[self._file.write(left) :]
            self._whole += len(content)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise self._failed(error) from error

    def _failed(self, error: OSError) -> CorpusError:
        """What to raise where writing failed; of a name written in part nothing is left."""
        what = f"cannot be written: {error.strerror or error}"
        if self._file is None or not self._kept:
            return CorpusError(f"{self.path}: {what}")
        with contextlib.suppress(OSError):
            self._file.truncate(self._whole)
        return CorpusError(f"{self.path}: {what}; what was done is kept, --resume goes on with it")

    def close(self) -> None:
        """The end of the list: all rows are on the disk, in their form."""
        if self._file is None:
            return
        try:
            if self._kept:
                os.fsync(self._file.fileno())
        except OSError as error:
            raise self._failed(error) from error
        if self._parquet and self.path and self._place:
            self._file.seek(0)
            with (
                replacing(self.path) as out,
                open(self._file.fileno(), "rb", closefd=False) as file,
            ):
                _to_parquet(map(self._form.row, file), out)
            if self._kept:
                self._place.unlink()


def beside(path: Path) -> Path:
    """Where rows wait to be made a Parquet file."""
    return path.with_name(f"{path.name}.rows")


def _pyarrow() -> Any:
    try:
        import pyarrow as pa
        import pyarrow.parquet
    except ImportError:
        raise MissingExtra("rows in Parquet", "arrow") from None
    return pa


def _to_parquet(rows: Iterator[Row], out: BinaryIO) -> None:
    pa = _pyarrow()
    text, number = pa.string(), pa.float64()
    kinds = {"probability": number, "bits": number, "also": pa.list_(text)}
    schema = pa.schema([(column, kinds.get(column, text)) for column in _COLUMNS])
    with pa.parquet.ParquetWriter(out, schema) as writer:
        while group := list(islice(rows, _GROUP)):
            writer.write_table(pa.Table.from_pylist([row.to_dict() for row in group], schema))


def _of_parquet(path: Path) -> Iterator[Row]:
    pa = _pyarrow()
    try:
        with pa.parquet.ParquetFile(path) as file:
            for batch in file.iter_batches():
                for cells in batch.to_pylist():
                    domain = {"domain": cells["domain"]} if cells["kind"] else {}
                    kept = {name: cell for name, cell in cells.items() if cell is not None}
                    yield Row.from_dict(domain | kept)
    except (pa.ArrowException, OSError, KeyError, TypeError, ValueError, MemoryError) as error:
        if isinstance(error, OSError) and error.errno is not None:  # of the disk; else of Arrow
            raise CorpusError.unreadable(path, error) from error
        raise InputError("not the output of a screening", path=str(path)) from None

"""Parquet ("parquet") and Arrow ("arrow") files."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

import pytest

from confusables import Corpus
from confusables.errors import ListError, MissingExtra

if TYPE_CHECKING:
    from pathlib import Path

pa = pytest.importorskip("pyarrow")

COLUMNS = {
    "Domain": ["panier.fr", "bleu.com", None],
    "country": [["FR", "BE"], ["CA"], []],
    "since": [dt.date(2017, 6, 1), None, None],
    "other": [1, 2, 3],
}


def _write(path: Path, form: str, columns: dict[str, list[object]] = COLUMNS) -> Path:
    import pyarrow.parquet

    table = pa.table(columns)
    if form == "parquet":
        pyarrow.parquet.write_table(table, path)
        return path
    new = pa.ipc.new_file if form == "file" else pa.ipc.new_stream
    with pa.OSFile(str(path), "wb") as sink, new(sink, table.schema) as writer:
        writer.write_table(table)
    return path


@pytest.mark.parametrize("form", ["parquet", "file", "stream"])
def test_named_columns(tmp_path: Path, form: str) -> None:
    corpus = Corpus.load(_write(tmp_path / "list", form))
    assert (corpus.names, corpus.skipped) == (2, 1)
    found = corpus.find("panier")
    assert found is not None
    (row,) = corpus.registrations(found)
    assert (row.domain, row.countries, row.since) == ("panier.fr", ("FR", "BE"), "2017-06-01")


@pytest.mark.parametrize("form", ["parquet", "file", "stream"])
def test_a_missing_column_and_a_damaged_file_are_told(tmp_path: Path, form: str) -> None:
    with pytest.raises(ListError, match="no column called domain or name"):
        Corpus.load(_write(tmp_path / "none", form, {"x": [1]}))
    whole = _write(tmp_path / "whole", form).read_bytes()
    (tmp_path / "half").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ListError, match="damaged"):
        Corpus.load(tmp_path / "half")


def test_without_the_extra_the_install_line_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _write(tmp_path / "list", "parquet")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"domain-confusables\[arrow\]"):
        Corpus.load(path)


@pytest.mark.parametrize("form", ["parquet", "file", "stream"])
def test_a_cell_that_cannot_be_read_is_told_and_the_rest_used(tmp_path: Path, form: str) -> None:
    torn = pa.Array.from_buffers(
        pa.string(), 3,
        [None, pa.py_buffer(b"\0\0\0\0\4\0\0\0\x0a\0\0\0\x0f\0\0\0"),
         pa.py_buffer(b"a\xff.fbbb.frc.com")],
    )  # fmt: skip
    far = pa.array([0, 1, 1 << 40], pa.timestamp("s"))
    corpus = Corpus.load(_write(tmp_path / "list", form, {"domain": torn, "since": far}))
    assert (corpus.names, corpus.skipped) == (1, 2)
    assert [e.partition(":")[2] for e in corpus.examples] == [
        f"{line}: a cell that is no text and no date" for line in (1, 3)
    ]


@pytest.mark.parametrize("form", ["file", "stream"])
@pytest.mark.parametrize("listed", [False, True])
def test_cells_that_point_outside_the_file_are_told(
    tmp_path: Path, form: str, listed: bool
) -> None:
    names = pa.array(["aaa.fr", "bbb.fr", "ccc.fr"])
    cells = pa.ListArray.from_arrays(pa.array([0, 1, 3], pa.int32()), names) if listed else names
    path = _write(tmp_path / "list", form, {"domain": cells})
    offsets = [6, 12, 18]
    whole = path.read_bytes()
    torn = b"".join(at.to_bytes(4, "little") for at in offsets)
    assert whole.count(torn) == 1
    path.write_bytes(whole.replace(torn, torn[:4] + b"\xff\xff\xff\x0a" + torn[8:]))
    with pytest.raises(ListError, match="Arrow file is damaged"):
        Corpus.load(path)


def test_a_column_whose_name_is_no_text(tmp_path: Path) -> None:
    path = _write(tmp_path / "list", "file", {"domain": ["a.fr"], "xyxy": ["b"]})
    path.write_bytes(path.read_bytes().replace(b"xyxy", b"x\xff\xffy"))
    with pytest.raises(ListError, match="Arrow file is damaged"):
        Corpus.load(path)


@pytest.mark.parametrize("form", ["parquet", "file", "stream"])
def test_what_is_no_text_is_told_and_never_made_one(tmp_path: Path, form: str) -> None:
    told = "a cell that is no text and no date"
    columns = {"domain": [b"a\xff.fr", b"b.fr"], "owner": [None, {"a": "x"}]}
    with pytest.raises(ListError, match=told):
        Corpus.load(_write(tmp_path / "list", form, columns))
    with pytest.raises(ListError, match=told):
        Corpus.load(_write(tmp_path / "list", form, {"domain": [{"a": "foo.fr"}]}))
    corpus = Corpus.load(_write(tmp_path / "list", form, {"domain": [b"a\xff.fr", b"b.fr"]}))
    assert (corpus.names, corpus.skipped) == (1, 1)
    assert corpus.examples[0].endswith(f"list:1: {told}")


@pytest.mark.parametrize("form", ["parquet", "file", "stream"])
def test_of_columns_that_say_one_thing_the_first_that_has_a_value_counts(
    tmp_path: Path, form: str
) -> None:
    columns = {"host": ["ns.net", "ns.net"], "domain": ["a.fr", None], "url": [None, "b.fr"]}
    corpus = Corpus.load(_write(tmp_path / "list", form, columns))
    assert (corpus.names, corpus.find("ns")) == (2, None)

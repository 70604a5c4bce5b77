"""Lists read where they are packed, and what is no list at all."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
from typing import TYPE_CHECKING

import pytest

from confusables import Corpus
from confusables.errors import CorpusError, ListError, MissingExtra
from confusables.readers import packed

if TYPE_CHECKING:
    from pathlib import Path

LINES = "".join(f"panier{n * 7919 % 100003}.com\n" for n in range(5000)).encode()


def _zip(content: bytes, *names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names or ("list.txt",):
            archive.writestr(name, content)
    return out.getvalue()


def _zstd(content: bytes) -> bytes:
    zstd = pytest.importorskip("backports.zstd")
    return bytes(zstd.compress(content))


PACKERS = {"gzip": gzip.compress, "xz": lzma.compress, "zip": _zip, "zstd": _zstd}


@pytest.mark.parametrize("kind", PACKERS)
def test_a_packed_list_is_read_in_place(tmp_path: Path, kind: str) -> None:
    (tmp_path / "list").write_bytes(PACKERS[kind](LINES))
    assert Corpus.load(tmp_path / "list").names == 5000
    assert [p.name for p in tmp_path.iterdir()] == ["list"]


def test_gzip_of_several_members(tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(gzip.compress(LINES[:50_000]) + gzip.compress(LINES[50_000:]))
    assert Corpus.load(tmp_path / "list").names == 5000


@pytest.mark.parametrize("kind", PACKERS)
@pytest.mark.parametrize("share", [0.2, 0.5, 0.98])
def test_a_truncated_one_is_told(tmp_path: Path, kind: str, share: float) -> None:
    whole = PACKERS[kind](LINES)
    (tmp_path / "list").write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(ListError, match=r"truncated|damaged"):
        Corpus.load(tmp_path / "list")
    with pytest.raises(ListError):
        Corpus.build(tmp_path / "out", [tmp_path / "list"])
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("kind", PACKERS)
def test_a_flipped_byte_is_told(tmp_path: Path, kind: str) -> None:
    made = bytearray(PACKERS[kind](LINES))
    made[len(made) // 2] ^= 0xFF
    (tmp_path / "list").write_bytes(made)
    with pytest.raises(ListError):
        Corpus.load(tmp_path / "list")


@pytest.mark.parametrize(
    ("content", "match"),
    [(_zip(LINES, "a.txt", "b.csv"), "2 lists"), (_zip(LINES, "a.pdf", "b.doc"), "no list"),
     (b"", "empty"), (b" \n\n", "empty"), (b"\0\1\2", "binary"),
     (bz2.compress(LINES), "bz2, which"),
     (bz2.compress(b""), "bz2, which"), ("a.com\n".encode("utf-32"), "UTF-32"),
     (b"\0\0\xfe\xff" + "a.com\n".encode("utf-32-be"), "UTF-32"),
     ("a.com\n".encode("utf-16"), "UTF-16"), (b"<html>\n<p>x</p>\n</html>", "not a list"),
     (b'{"a": [\n"b",\n"c"]}', "not a list"), (b"%PDF-1.7\n\xff\x00", "binary"),
     ("été.fr\n".encode("latin-1"), "not UTF-8"), (b"x" * 100_000, "not a list")],
)  # fmt: skip
def test_what_is_no_list_is_told(tmp_path: Path, content: bytes, match: str) -> None:
    (tmp_path / "list").write_bytes(content)
    with pytest.raises(ListError, match=match):
        Corpus.load(tmp_path / "list")


def test_an_encrypted_zip_is_told(tmp_path: Path) -> None:
    content = bytearray(_zip(LINES, "a.txt"))
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(mark) + place] |= 1
    (tmp_path / "list").write_bytes(content)
    with pytest.raises(ListError, match="the zip file is encrypted: unpack it"):
        Corpus.load(tmp_path / "list")


def test_an_unknown_format_names_those_there_are(tmp_path: Path) -> None:
    (tmp_path / "list").write_text("a.com\n")
    with pytest.raises(ListError, match="afnic, majestic, crux, table"):
        Corpus.load(tmp_path / "list", format="xml")


def test_a_folder_and_a_file_that_is_not_there_are_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(CorpusError, match="cannot be read"):
            Corpus.load(path)


def test_zstd_without_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str, **_: object) -> None:
        raise ImportError(name)

    monkeypatch.setattr(packed, "__import__", missing, raising=False)
    (tmp_path / "list").write_bytes(b"\x28\xb5\x2f\xfd rest")
    with pytest.raises(MissingExtra, match=r"\[zstd\]"):
        Corpus.load(tmp_path / "list")

"""Zones: of ICANN's data service ("czds"), and ordinary master files ("master")."""

from __future__ import annotations

import gzip
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from confusables import Corpus
from confusables.errors import ListError

if TYPE_CHECKING:
    from pathlib import Path

CZDS = """com.\t900\tin\tsoa\ta.ns.com. h.ns.com. 1 2 3 4 5
com.\t900\tin\tns\ta.ns.com.
example.com.\t172800\tin\tns\tns1.example.net.
example.com.\t172800\tin\tns\tns2.example.net.
example.com.\t86400\tin\tds\t1 8 2 ab
ns1.example.com.\t172800\tin\ta\t192.0.2.1
sub.deep.com.\t172800\tin\tns\tns1.example.net.
xn--bnteau-bvab.com.\t172800\tin\tns\tns1.example.net.
com.\t900\tin\tsoa\ta.ns.com. h.ns.com. 1 2 3 4 5
"""
MASTER = """; a transfer
$TTL 1h
$ORIGIN se.
@ IN SOA a.ns.se. h.ns.se. ( 1 ; serial (of the day
    2 3
    4 5 )
  NS a.ns.se.
first 3600 IN NS ns1.first
      NS ns2
first NS ns3
deep.er NS ns1
quoted TXT "a ; ( b" "c"
Second.SE. IN 300 NS x.
third (
   NS
   x. )
$ORIGIN co.se.
@ NS x.
under NS x.
"""


def _labels(
    tmp_path: Path, content: bytes, name: str = "zone", form: str | None = None
) -> list[str]:
    (tmp_path / name).write_bytes(content)
    corpus = Corpus.load(tmp_path / name, format=form)
    rows = (corpus.registrations(corpus.at(row)) for row in range(len(corpus)))
    return sorted(r.domain for row in rows for r in row if r.domain)


@pytest.mark.parametrize("form", [None, "czds"])
def test_a_czds_zone_gives_the_delegated_names_once(tmp_path: Path, form: str | None) -> None:
    found = _labels(tmp_path, gzip.compress(CZDS.encode()), "com.txt.gz", form)
    assert found == ["example.com", "xn--bnteau-bvab.com"]


@pytest.mark.parametrize("form", [None, "master"])
def test_a_master_file_in_all_its_freedom(tmp_path: Path, form: str | None) -> None:
    found = _labels(tmp_path, MASTER.encode(), form=form)
    assert found == ["co.se", "first.se", "second.se", "third.se"]


def test_a_zone_of_a_second_level(tmp_path: Path) -> None:
    zone = CZDS.replace("com.\t", "co.uk.\t")
    assert _labels(tmp_path, zone.encode()) == ["example.co.uk", "xn--bnteau-bvab.co.uk"]


@pytest.mark.parametrize(
    ("content", "match", "line"),
    [("@ IN SOA a. b. 1 2 3 4 5\n", "no .ORIGIN", 1),
     ("$ORIGIN se.\n@ SOA a b ( 1 2\n x\n", "never closed", 2),
     ("$ORIGIN se.\n$INCLUDE other\n", "INCLUDE", 2),
     ("$ORIGIN se.\nname NS x.\n", "begins with its SOA", 2)],
)  # fmt: skip
def test_what_is_no_whole_zone_is_told(tmp_path: Path, content: str, match: str, line: int) -> None:
    with pytest.raises(ListError, match=match) as told:
        _labels(tmp_path, content.encode())
    assert told.value.line == line


def test_rows_of_rubbish_are_counted(tmp_path: Path) -> None:
    (tmp_path / "z").write_bytes(CZDS.encode() + b"rubbish\n\xff\xfe\n")
    corpus = Corpus.load(tmp_path / "z")
    assert (corpus.names, corpus.skipped) == (2, 2)
    assert "1 parts between tabs, a record has 5" in corpus.examples[0]
    (tmp_path / "m").write_text(MASTER + ") x\n  \nlonely\n")
    corpus = Corpus.load(tmp_path / "m")
    assert (corpus.names, corpus.skipped) == (4, 2)


def test_a_truncated_zone_in_gzip_is_told(tmp_path: Path) -> None:
    whole = "".join(
        f"{sha256(bytes([n % 256, n // 256])).hexdigest()}.com.\t1\tin\tns\tx.\n"
        for n in range(9000)
    )
    packed = gzip.compress((CZDS + whole).encode())
    with pytest.raises(ListError, match="truncated") as told:
        _labels(tmp_path, packed[: len(packed) // 2], "z.gz")
    assert told.value.line is not None
    assert told.value.line > 100


def test_a_plain_zone_cut_in_the_middle_is_told(tmp_path: Path) -> None:
    (tmp_path / "z").write_text("".join(CZDS.splitlines(keepends=True)[:-1]))
    corpus = Corpus.load(tmp_path / "z")
    assert (corpus.names, corpus.skipped) == (2, 1)
    assert corpus.examples[0].endswith("z:8: the zone ends without its SOA record: it is truncated")


@pytest.mark.parametrize("form", ["czds", "master"])
def test_a_public_suffix_in_a_zone_is_nobodys_name(tmp_path: Path, form: str) -> None:
    zone = CZDS.replace("com.", "se.").replace("example.", "pp.")
    (tmp_path / "z").write_text(zone.replace("\t", " ") if form == "master" else zone)
    corpus = Corpus.load(tmp_path / "z", format=form)
    assert (corpus.names, corpus.skipped) == (1, 0)


def test_escapes_are_decoded_or_told(tmp_path: Path) -> None:
    names = r"\050x \P\065nier a\.b c\032d"
    (tmp_path / "m").write_text(MASTER + "".join(f"\n{name}.se. NS x." for name in names.split()))
    corpus = Corpus.load(tmp_path / "m")
    assert (corpus.names, corpus.skipped) == (6, 2)
    assert corpus.find("2x")
    assert corpus.find("panier")
    assert [e.partition(" not a ")[2] for e in corpus.examples] == [
        r"domain: “a\046b.se”", r"domain: “c\032d.se”"
    ]  # fmt: skip

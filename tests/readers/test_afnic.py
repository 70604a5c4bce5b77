"""The names under .fr as AFNIC publishes them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from confusables import Corpus
from confusables.errors import ListError

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    "Nom de domaine;Pays BE;Departement BE;Ville BE;Nom BE;Sous domaine;Type du titulaire;"
    "Pays titulaire;Departement titulaire;Domaine IDN;Date de création;Date de retrait du WHOIS"
)
ROWS = """exemple.fr;FR;75;Paris;Bureau;fr;ORG;FR;75;0;02-03-2014;
vieux.fr;FR;75;Paris;Bureau;fr;ORG;FR;75;0;02-03-2014;01-01-2020
bénéteau.fr;FR;;;"Bureau; deux";fr;PERSON;BE;;1;31-12-1999;
"""


def _built(tmp_path: Path, content: bytes, name: str = "fr.csv") -> Corpus:
    (tmp_path / name).write_bytes(content)
    return Corpus.load(tmp_path / name)


def _row(corpus: Corpus, label: str):
    found = corpus.find(label)
    return corpus.registrations(found)[0] if found else None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1"])
def test_both_encodings_without_the_withdrawn(tmp_path: Path, encoding: str) -> None:
    corpus = _built(tmp_path, f"{HEADER}\n{ROWS}".encode(encoding))
    assert corpus.names == 2
    assert _row(corpus, "vieux") is None
    named = _row(corpus, "bénéteau")
    assert (named.countries, named.since, named.holder) == (("BE",), "1999-12-31", "person")
    assert _row(corpus, "exemple").holder == "organisation"


def test_nothing_that_tells_a_person_is_kept(tmp_path: Path) -> None:
    corpus = _built(tmp_path, f"{HEADER}\n{ROWS}".encode())
    for label in ("bénéteau", "exemple"):
        row = _row(corpus, label)
        assert (row.name, row.owners) == (None, ())


def test_columns_in_another_order_and_an_encoding_that_starts_late(tmp_path: Path) -> None:
    rows = "".join(f"nom{n}.fr;;01-02-2003;FR\n" for n in range(9000))
    content = (
        "Nom de domaine;Date de retrait du WHOIS;Date de création;Pays titulaire\n".encode(
            "latin-1"
        )
        + rows.encode()
        + "été.fr;;01-02-2003;FR\n".encode("latin-1")
    )
    corpus = _built(tmp_path, content)
    assert corpus.names == 9001
    assert _row(corpus, "été").since == "2003-02-01"


def test_the_zip_with_papers_beside_the_list(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("lisez-moi.pdf", b"%PDF")
        archive.writestr("fr.csv", f"{HEADER}\n{ROWS}".encode("iso-8859-1"))
    assert _built(tmp_path, packed.getvalue(), "fr.zip").names == 2


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(ListError, match="Pays titulaire") as told:
        _built(tmp_path, HEADER.replace("Pays titulaire", "Pays").encode() + b"\n")
    assert told.value.line == 1


def test_rows_of_rubbish_are_counted(tmp_path: Path) -> None:
    bad = "a.fr;FR\nb.fr;;;;;fr;ORG;FR;;0;2014/03/02;\n-.fr;;;;;fr;ORG;FR;;0;02-03-2014;\n"
    corpus = _built(tmp_path, f"{HEADER}\n{bad}{ROWS}".encode())
    assert (corpus.names, corpus.skipped) == (2, 3)
    assert "fr.csv:2: 2 columns, the header has 12" in corpus.examples[0]
    assert "DD-MM-YYYY" in corpus.examples[1]

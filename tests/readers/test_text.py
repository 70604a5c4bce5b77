"""Lines of a list, which are held one at a time, and none that is longer than any row."""

from __future__ import annotations

import io

import pytest

from confusables.cli.common import numbered
from confusables.readers import READERS
from confusables.readers.text import LONGEST, held_lines

HEADS = {
    "afnic": b"Nom de domaine;Pays titulaire;Date de cr\xc3\xa9ation;Date de retrait du WHOIS\n",
    "majestic": b"GlobalRank,Domain\n",
    "table": b"domain,name\n",
    "czds": b"ee.\t1\tin\tsoa\ta. b. 1 2 3 4 5\n",
    "master": b"ee. 1 IN SOA a. b. 1 2 3 4 5\n",
}
ROWS = {
    "afnic": b"a.fr;FR;01-02-2003;\n",
    "majestic": b"1,a.com\n",
    "crux": b"https://a.com,1000\n",
    "table": b"a.com,A\n",
    "ranked": b"1,a.com\n",
    "czds": b"a.ee.\t1\tin\tns\tn.a.ee.\n",
    "master": b"a.ee. 1 IN NS n.a.ee.\n",
    "plain": b"a.com\n",
}


def _file(content: bytes) -> io.BufferedReader:
    return io.BufferedReader(io.BytesIO(content))  # type: ignore[arg-type]


@pytest.mark.parametrize("reader", [r for r in READERS if not r.binary], ids=lambda r: r.name)
@pytest.mark.parametrize("end", [b"\n", b""])
def test_a_line_of_any_list_may_be_overlong(reader, end) -> None:
    head = HEADS.get(reader.name, b"")
    row = ROWS[reader.name]
    given = head + b"x" * 200_000 + (end and end + row)
    found = [
        e for e in reader.entries(_file(given), "list") if "truncated" not in (e.problem or "")
    ]
    assert found[0].problem == "a line of more than 65,536 bytes"
    assert found[0].line == 1 + len(head.splitlines())
    assert (found[0].domain, found[0].name) == ("", "")
    assert [(e.line, e.problem) for e in found[1:]] == [(found[0].line + 1, None)] * bool(end)


def test_of_an_overlong_line_little_is_held() -> None:
    file = io.BytesIO(b"a\n" + b"x" * 1_000_000 + b"\nb\n" + b"y" * 1_000_000)
    most = 0

    def readline(size: int) -> bytes:
        nonlocal most
        most = max(most, size)
        return file.readline(size)

    assert list(held_lines(readline, b"\n")) == [b"a\n", None, b"b\n", None]
    assert most == LONGEST + 1


@pytest.mark.parametrize(
    ("text", "overlong"),
    [("x" * (LONGEST - 1) + "\n", False), ("x" * LONGEST + "\n", True), ("x" * LONGEST, False),
     ("\u00e9" * (LONGEST // 2), False), ("\u00e9" * (LONGEST // 2) + "\n", True)],
)  # fmt: skip
def test_the_bytes_of_a_line_count_and_are_the_same_in_text(tmp_path, text, overlong) -> None:
    (tmp_path / "list").write_text(text, "utf-8", newline="")
    with (tmp_path / "list").open(encoding="utf-8") as file:
        (line,) = numbered(file)
    (held,) = held_lines(io.BytesIO(text.encode()).readline, b"\n")
    assert (line.problem is not None) == (held is None) == overlong

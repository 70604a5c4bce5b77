"""``confusables screen``: rows, forms, going on after an interruption, bad input."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time

import devices
import guard
import pytest

LIST = (
    b"lepanierbleu.ca\n\n# no name\nzxqzxq.org\nbad name..\nLEPANIERBLEU.ca\n"
    b"x\xff.com\nwindmil.org\n"
)
NAMES = ["lepanierbleu.ca", "zxqzxq.org", "bad name..", "x\udcff.com", "windmil.org"]


@pytest.fixture
def names(tmp_path) -> str:
    (tmp_path / "names.txt").write_bytes(LIST)
    return "names.txt"


def _rows(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_rows_are_those_of_the_interface(cli, basket, names) -> None:
    done = cli("screen", names, "--corpus", basket)
    assert done.code == 65
    rows = _rows(done.out)
    assert [row["name"] for row in rows] == [*NAMES[:3], "x\\udcff.com", NAMES[4]]
    hit = rows[0]
    assert list(hit) == ["name", "domain", "probability", "bits", "kind", "level", "also"]
    checked = json.loads(
        cli("check", "lepanierbleu.ca", "--corpus", basket, "--format", "json").out
    )["collisions"][0]
    assert {key: hit[key] for key in hit if key not in ("name", "also")} == {
        key: checked[key] for key in hit if key not in ("name", "also")
    }
    assert rows[1] == {"name": "zxqzxq.org", "level": "none-found"}
    assert set(rows[2]) == {"name", "error"}
    assert "names.txt:5: " in done.err
    assert "names.txt:6: LEPANIERBLEU.ca: stands in line 1 already" in done.err
    assert "5 names, 2 to warn of, 0 to review, 1 clear, 2 not usable, 1 duplicate" in done.err


def test_one_is_said_as_one(cli, basket) -> None:
    told = cli("screen", "-", "--corpus", basket, stdin=b"zxqzxq.org\nZxqzxq.org\n").err
    assert ": 1 name, 0 to warn of, 0 to review, 1 clear, 1 duplicate left out" in told
    told = cli("screen", "-", "--corpus", basket, stdin=b"zxqzxq.org\na.com\n").err
    assert ": 2 names, " in told


def test_exit_codes(cli, basket, tmp_path) -> None:
    (tmp_path / "clear.txt").write_text("zxqzxq.org\n")
    assert cli("screen", "clear.txt", "--corpus", basket).code == 0
    assert cli("screen", "-", "--corpus", basket, stdin=b"lepanierbleu.ca\n").code == 1
    assert cli("screen", "-", "--corpus", basket, stdin=b"").code == 0
    assert cli("screen", "no-such.txt").code == 66
    assert cli("screen", "clear.txt", "--corpus", "no-such.corpus").code == 66
    assert cli("screen", "clear.txt", "--resume").code == 2
    assert cli("screen", "clear.txt", "--format", "parquet").code == 2
    assert cli("screen").code == 2


def test_the_best_of_each_name_whatever_their_level(cli, basket) -> None:
    given = ("--corpus", basket, "--min-probability", "0", "--limit", "1")
    rows = _rows(cli("screen", "-", *given, stdin=b"windmill.com\nlandscapes.fr\n").out)
    assert [row["domain"] for row in rows] == ["windmill.org", "landscape.fr"]


def test_csv_and_parquet_have_the_same_rows(cli, basket, names, tmp_path) -> None:
    lines = _rows(cli("screen", names, "--corpus", basket).out)
    table = list(
        csv.DictReader(cli("screen", names, "--corpus", basket, "--format", "csv").out.splitlines())
    )
    assert [row["name"] for row in table] == [*NAMES[:3], "x\\udcff.com", NAMES[4]]
    for shown, row in zip(table, lines, strict=True):
        assert shown["level"] == row.get("level", "")
        assert shown["domain"] == row.get("domain", "")
        assert not shown["probability"] or float(shown["probability"]) == row["probability"]
    pq = pytest.importorskip("pyarrow.parquet")
    done = cli("screen", names, "--corpus", basket, "--format", "parquet", "--output", "o.parquet")
    assert done.code == 65
    for shown, row in zip(pq.read_table("o.parquet").to_pylist(), lines, strict=True):
        assert {key: shown[key] for key in row} == row
    assert sorted(p.name for p in tmp_path.iterdir()) == ["list.txt", "names.txt", "o.parquet"]


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_run_cut_anywhere_goes_on_to_the_same_bytes(cli, basket, names, tmp_path, form) -> None:
    given = ("screen", names, "--corpus", basket, "--format", form, "--output", "o")
    least = ("--min-probability", "0")  # several rows a name
    first = cli(*given, *least)
    whole = (tmp_path / "o").read_bytes()
    for at in [*range(0, len(whole), 23), len(whole) - 1, len(whole)]:
        (tmp_path / "o").write_bytes(whole[:at])
        again = cli(*given, *least, "--resume")
        assert again.code == first.code
        assert (tmp_path / "o").read_bytes() == whole
    (tmp_path / "o").unlink()
    assert cli(*given, *least, "--resume").code == first.code
    assert (tmp_path / "o").read_bytes() == whole


def test_csv_has_no_formulas_and_goes_on_with_what_it_has(cli, tmp_path) -> None:
    hostile = (
        '=HYPERLINK("http://x.example","y")\n@SUM(1)\n+1\n-2+3\nlepanierbleu.ca\n＝A1\n\t=B2\n'
    )
    (tmp_path / "names").write_text(hostile, "utf-8")
    (tmp_path / "list.csv").write_text("name,country\n=panierbleu,FR\n@monpanierbleu,CA\n")
    given = ("screen", "names", "--corpus", "list.csv", "--format", "csv", "--output", "o",
             "--min-probability", "0")  # fmt: skip
    first = cli(*given)
    whole = (tmp_path / "o").read_bytes()
    rows = list(csv.reader(whole.decode().splitlines()))
    assert '\'=HYPERLINK("http://x.example","y")' in {row[0] for row in rows}
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+@＝")]
    for at in range(0, len(whole), 31):
        (tmp_path / "o").write_bytes(whole[:at])
        assert cli(*given, "--resume").code == first.code
        assert (tmp_path / "o").read_bytes() == whole


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_line_of_any_length_is_gone_on_with(cli, basket, tmp_path, form) -> None:
    (tmp_path / "names").write_text(f"{'a' * 140_000}\nmonpanierbleu.ca\n", "utf-8")
    given = ("screen", "names", "--corpus", basket, "--format", form, "--output", "o")
    first = cli(*given)
    whole = (tmp_path / "o").read_bytes()
    assert first.code == 65
    for at in (len(whole) // 2, len(whole)):
        (tmp_path / "o").write_bytes(whole[:at])
        assert cli(*given, "--resume").code == first.code
        assert (tmp_path / "o").read_bytes() == whole


@pytest.mark.parametrize("row", [b"[" * 100_000 + b"\n", b'"' + b"a" * 140_000 + b"\n"])
@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_what_no_screening_wrote_is_told_as_such(cli, basket, names, tmp_path, form, row) -> None:
    given = ("screen", names, "--corpus", basket, "--format", form, "--output", "o")
    cli(*given)
    head = (tmp_path / "o").read_bytes().splitlines(keepends=True)[0] if form == "csv" else b""
    (tmp_path / "o").write_bytes(head + row)
    told = cli(*given, "--resume")
    assert told.code == 65
    assert "not a row of a screening" in told.err


def test_parquet_goes_on_where_a_longer_list_has_more(cli, basket, tmp_path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    listed = tmp_path / "list"
    given = ("screen", "list", "--corpus", basket, "--format", "parquet", "--output", "o.parquet")
    listed.write_text("lepanierbleu.ca\na..b\nzxqvkjwpt.com\nbad\ud800\n", "utf-8", "surrogatepass")
    first = cli(*given)
    assert "done before" not in first.err
    rows = pq.read_table(tmp_path / "o.parquet").to_pylist()
    again = cli(*given, "--resume")
    assert again.code == first.code
    assert "4 done before" in again.err
    assert pq.read_table(tmp_path / "o.parquet").to_pylist() == rows
    with listed.open("a", encoding="utf-8") as file:
        file.write("windmil.org\n")
    assert "4 done before" in cli(*given, "--resume").err
    more = pq.read_table(tmp_path / "o.parquet").to_pylist()
    assert more[: len(rows)] == rows
    assert {row["name"] for row in more[len(rows) :]} == {"windmil.org"}
    assert sorted(p.name for p in tmp_path.iterdir() if p.name[0] == "o") == ["o.parquet"]


def test_parquet_does_not_go_on_with_another_file(cli, basket, names, tmp_path) -> None:
    pytest.importorskip("pyarrow.parquet")
    (tmp_path / "o.parquet").write_bytes(b"PAR1, or so it says")
    given = ("screen", names, "--corpus", basket, "--format", "parquet", "--output", "o.parquet")
    done = cli(*given, "--resume")
    assert (done.code, done.out) == (65, "")
    assert "o.parquet: not the output of a screening" in done.err
    assert (tmp_path / "o.parquet").read_bytes() == b"PAR1, or so it says"


def test_parquet_that_is_damaged_is_told_as_such(cli, basket, names, tmp_path) -> None:
    pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "o.parquet"
    given = ("screen", names, "--corpus", basket, "--format", "parquet", "--output", path.name)
    cli(*given)
    whole = path.read_bytes()
    for at in range(4, len(whole) - 8, 97):
        path.write_bytes(whole[:at] + b"\xff" * 8 + whole[at + 8 :])
        assert "cannot be written" not in cli(*given, "--resume").err


def test_parquet_goes_on_from_the_rows_beside_it(cli, basket, names, tmp_path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    cli("screen", names, "--corpus", basket, "--output", "o")
    (tmp_path / "o.parquet.rows").write_bytes((tmp_path / "o").read_bytes()[:150])
    given = ("screen", names, "--corpus", basket, "--format", "parquet", "--output", "o.parquet")
    assert cli(*given, "--resume").code == 65
    assert pq.read_table(tmp_path / "o.parquet").num_rows == len(NAMES)
    assert not (tmp_path / "o.parquet.rows").exists()


def test_the_output_of_another_list_is_not_gone_on_with(cli, basket, names, tmp_path) -> None:
    hit = b'{"name": "other.org", "domain": "a.b", "probability": 0.5, "bits": 0, "kind": "typing"'
    for form, held in [
        ("jsonl", b'{"name": "other.org", "level": "none-found"}\n{"na'),
        ("jsonl", hit + b', "level": "warn", "also": []}\n'),
        ("jsonl", b"nothing\nof ours\n"),
        ("jsonl", b"my notes\n"),
        ("jsonl", b"my notes"),
        ("jsonl", b'{"name": "my package", "version": 1}'),
        ("jsonl", b'{"name": "my package",\n'),
        ("csv", b"my notes"),
        ("csv", b"name,level\n"),
    ]:
        (tmp_path / "o").write_bytes(held)
        given = ("--corpus", basket, "--format", form, "--output", "o", "--resume")
        done = cli("screen", names, *given)
        assert done.code == 65
        assert done.err.startswith("confusables: error: o:")
        assert (tmp_path / "o").read_bytes() == held


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_a_device_is_written_to(cli, basket, names, tmp_path, form) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow.parquet")
    device = devices.null(tmp_path)
    given = ("screen", names, "--corpus", basket, "--format", form, "--output", str(device))
    for more in ((), ("--resume",)):
        done = cli(*given, *more)
        assert (done.code, done.out) == (65, "")
        assert "5 names" in done.err
    assert device.is_char_device()
    assert not device.with_name(f"{device.name}.rows").exists()


def test_standard_output_has_a_name(run, basket, names, tmp_path) -> None:
    """Where it is a file that others write to, too, nothing of theirs is cut off."""
    given = ("screen", names, "--corpus", basket)
    rows = run(*given, cwd=tmp_path).stdout
    with (tmp_path / "log").open("ab") as log:
        log.write(b"before\n")
        log.flush()
        (tmp_path / "out").symlink_to("/dev/stdout")
        command = [sys.executable, "-m", "confusables", *given, "--output", "out"]
        subprocess.run(command, cwd=tmp_path, stdout=log, stderr=subprocess.DEVNULL,
                       env=guard.child_environment(), check=False)  # fmt: skip
    assert (tmp_path / "log").read_bytes() == b"before\n" + rows


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_is_said(cli, basket, names) -> None:
    done = cli("screen", names, "--corpus", basket, "--output", "/dev/full")
    assert done.code == 66
    assert "/dev/full: cannot be written: No space left" in done.err


def test_a_disk_full_in_the_middle_leaves_whole_names(cli, basket, names, tmp_path) -> None:
    """A limit on the size of files is what stands in for the disk."""
    resource = pytest.importorskip("resource")
    given = ("screen", names, "--corpus", basket, "--output", "o", "--min-probability", "0")
    cli(*given)
    whole = (tmp_path / "o").read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(whole) - 10, hard))
        done = cli(*given)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert done.code == 66
    assert "--resume goes on" in done.err
    kept = (tmp_path / "o").read_bytes()
    assert whole.startswith(kept)
    assert kept.endswith(b"\n")
    cli(*given, "--resume")
    assert (tmp_path / "o").read_bytes() == whole


def test_a_shard_of_another_version_or_damaged_is_said_before_anything_is_written(
    cli, basket, names, tmp_path
) -> None:
    cli("corpus", "build", "a.corpus", basket)
    content = (tmp_path / "a.corpus").read_bytes()
    (tmp_path / "b.corpus").write_bytes(content[:100])
    done = cli("screen", names, "--corpus", "a.corpus", "--corpus", "b.corpus", "--output", "o")
    assert done.code == 66
    assert "b.corpus" in done.err
    assert not (tmp_path / "o").exists()


def test_an_interrupted_run_keeps_what_it_did(tmp_path) -> None:
    (tmp_path / "names.txt").write_text("".join(f"panier{n}bleu.com\n" for n in range(20_000)))
    out = tmp_path / "o"
    child = subprocess.Popen(
        [sys.executable, "-m", "confusables", "screen", "names.txt", "--output", "o"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        env=guard.child_environment(),
    )
    until = time.monotonic() + 60
    while not (out.exists() and out.stat().st_size > 2000) and time.monotonic() < until:
        time.sleep(0.05)
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=60)
    assert child.returncode == 130, err
    assert b"Traceback" not in err
    rows = _rows(out.read_text())
    assert rows[0]["name"] == "panier0bleu.com"


def test_names_may_stand_in_any_list_that_a_reader_knows(cli, basket, tmp_path) -> None:
    (tmp_path / "new.csv").write_text("domain,country\nlepanierbleu.ca,CA\nbroken\nzxqzxq.org,CA\n")
    done = cli("screen", "new.csv", "--corpus", basket)
    assert done.code == 65
    assert "new.csv:3: 1 columns" in done.err
    assert [row["name"] for row in _rows(done.out)] == ["lepanierbleu.ca", "", "zxqzxq.org"]


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_rows_of_other_options_or_corpora_are_not_gone_on_with(
    cli, basket, names, tmp_path, form
) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    (tmp_path / "more.txt").write_text("monpanierbleu.com\nnotrepanierbleu.com\npanierblanc.ca\n")
    given = ("screen", names, "--format", form, "--output", "o")
    assert cli(*given, "--corpus", "more.txt").code == 65
    held = (tmp_path / "o").read_bytes()
    for other in (
        ("--corpus", "more.txt", "--limit", "1"),
        ("--corpus", "more.txt", "--min-probability", "0"),
        ("--corpus", basket),
    ):
        done = cli(*given, *other, "--resume")
        assert (done.code, (tmp_path / "o").read_bytes()) == (65, held)
        assert "o: cannot go on with it: " in done.err
        assert " has other rows now, corpora and options are to be the same" in done.err
        (tmp_path / "o.rows").unlink(missing_ok=True)
    assert cli(*given, "--corpus", "more.txt", "--resume").code == 65
    assert form == "parquet" or (tmp_path / "o").read_bytes() == held


def test_a_name_that_is_registered_itself_is_not_clear(cli, basket, tmp_path) -> None:
    (tmp_path / "new.txt").write_text("Landscape.fr\nzxqzxq.org\nmonpanierbleu.com\n")
    (tmp_path / "more.txt").write_text("landscape.fr\nmonpanierbleu.com\nlepanierbleu.fr\n")
    given = ("screen", "new.txt", "--corpus", "more.txt")
    done = cli(*given)
    rows = _rows(done.out)
    assert rows[:2] == [
        {"name": "Landscape.fr", "level": "none-found", "existing": "landscape.fr"},
        {"name": "zxqzxq.org", "level": "none-found"},
    ]
    assert rows[2]["domain"] == "lepanierbleu.fr"
    assert rows[2]["existing"] == "monpanierbleu.com"
    assert "3 names, 1 to warn of, 0 to review, 1 clear, 2 registered already" in done.err
    table = list(csv.DictReader(cli(*given, "--format", "csv", "--output", "o.csv").out or
                                (tmp_path / "o.csv").read_text().splitlines()))  # fmt: skip
    taken = ["landscape.fr", "", "monpanierbleu.com"]
    assert [row["existing"] for row in table] == taken
    whole = (tmp_path / "o.csv").read_bytes()
    (tmp_path / "o.csv").write_bytes(whole[:150])
    assert cli(*given, "--format", "csv", "--output", "o.csv", "--resume").code == 1
    assert (tmp_path / "o.csv").read_bytes() == whole
    pq = pytest.importorskip("pyarrow.parquet")
    cli(*given, "--format", "parquet", "--output", "o.parquet")
    column = pq.read_table(tmp_path / "o.parquet").column("existing").to_pylist()
    assert column == [name or None for name in taken]


def test_a_row_tells_what_was_compared_of_an_address(cli, tmp_path) -> None:
    (tmp_path / "new.txt").write_text("shop.zxqzxq.org\nwww.zxqzxq.org\nhttps://panierbleu.ca/a\n")
    (tmp_path / "old.txt").write_text("monpanierbleu.com\n")
    given = ("screen", "new.txt", "--corpus", "old.txt")
    rows = _rows(cli(*given).out)
    assert [row.get("compared") for row in rows] == ["zxqzxq.org", None, "panierbleu.ca"]
    cli(*given, "--format", "csv", "--output", "o.csv")
    table = [*csv.DictReader((tmp_path / "o.csv").read_text().splitlines())]
    assert [row["compared"] for row in table] == ["zxqzxq.org", "", "panierbleu.ca"]

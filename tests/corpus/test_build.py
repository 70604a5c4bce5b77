"""Building: rows in runs on the disk, quick hosts, readings, keys, and what can go wrong."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import guard
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from names_made import any_text, domains, labels

from confusables import Corpus
from confusables.corpus import keys, quick, readings, rows, work
from confusables.errors import ConfusablesError, CorpusError
from confusables.names import parse, suffix_rules
from confusables.views import base_form
from confusables.words import read
from confusables.workers import cores

_SUFFIXES = sorted(rule for rule in suffix_rules() if rule.isascii())
_HOSTS = st.builds(
    lambda parts, suffix: ".".join([*parts, suffix.lstrip("*!.")]),
    st.lists(st.from_regex(r"[a-z0-9-]{1,12}", fullmatch=True), max_size=3),
    st.sampled_from(_SUFFIXES),
)


@given(st.one_of(_HOSTS, domains, any_text, _HOSTS.map("https://{}/".format)))
def test_a_quick_host_is_what_parse_gives(text: str) -> None:
    found = quick.host(text)
    if found:
        name = parse(text)
        assert (name.label, name.unicode, name.suffix) == (found.label, found.label, found.suffix)
        assert bool(name.subdomain) == found.below


@pytest.mark.parametrize(
    ("text", "found"),
    [("a-b.co.uk", ("a-b", "co.uk", False)), ("www.example.com/", ("example", "com", False)),
     ("https://www.shop.example.com", ("example", "com", True)), ("a.gouv.qc.ca", None),
     ("gouv.qc.ca", ("gouv", "qc.ca", False)), ("foo.github.io", ("foo", "github.io", False)),
     ("x.city.kawasaki.jp", None), ("www.ck", None),
     ("github.io", None), ("xn--bnteau-bvab.com", None), ("a.test", None), ("brand", None)],
)  # fmt: skip
def test_what_is_read_quickly(text: str, found: tuple[str, str, bool] | None) -> None:
    assert quick.host(text) == found


@given(labels)
def test_readings_come_back_as_they_were(label: str) -> None:
    made = read(label)
    kept = readings.encoded(label, made)
    assert not kept or readings.decoded(label, kept[1:]) == made
    assert readings.decoded(label, b"") is not None


@given(labels, st.binary(max_size=12))
def test_damaged_readings_are_no_error(label: str, kept: bytes) -> None:
    found = readings.decoded(label, kept)
    assert found is None or all("".join(r.words) == "".join(found[0].words) for r in found)


@given(st.lists(st.tuples(st.text(max_size=6), st.integers(0, 50)), max_size=60), st.data())
def test_the_key_table_gives_back_what_was_filed(
    filed: list[tuple[str, int]], data: st.DataObject
) -> None:
    hashes = keys.hashed(key for key, _ in filed).astype(np.uint64) << np.uint64(32)
    entries = hashes | np.array([row for _, row in filed], np.uint64)
    bits = data.draw(st.integers(6, 10))
    buckets, table = keys.packed(entries, bits)
    ends = np.searchsorted(buckets, np.arange((1 << bits) + 1), "left").astype(np.uint32)
    table = table._replace(ends=ends)
    asked = sorted({key for key, _ in filed} | {"another"})
    which, found = keys.lookup(table, keys.hashed(asked))
    pairs = {(asked[w], row) for w, row in zip(which.tolist(), found.tolist(), strict=True)}
    assert pairs >= set(filed)


def test_rows_in_runs_on_the_disk_are_those_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [
        rows.bare_line(f"name{n % 700}", f"name{n % 700}", ("com", "fr", "рф")[n % 3], "list")
        for n in range(2000)
    ]
    whole = list(rows.merged(lines))
    monkeypatch.setattr(rows, "SPILL", 150)
    assert list(rows.merged(reversed(lines), tmp_path)) == whole
    assert not list(tmp_path.iterdir())


def test_plain_forms_stand_before_all_others(tmp_path: Path) -> None:
    names = ["zzz", "aж", "рост", "дом", "bénéteau", "ab", "日本"]
    (tmp_path / "list").write_text("\n".join(f"{n}.com" for n in names), "utf-8")
    corpus = Corpus.build(tmp_path / "c", [tmp_path / "list"])
    bases = [base_form(corpus.at(row).label).isascii() for row in range(len(corpus))]
    assert bases == sorted(bases, reverse=True)


def _list(path: Path, count: int) -> Path:
    path.write_text("".join(f"panier{n:x}bleu{n % 97}.com\n" for n in range(count)))
    return path


def test_one_process_and_many_build_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "_ROWS", 128)
    monkeypatch.setattr(work, "_ALONE", 512)
    source = _list(tmp_path / "list", 2000)
    Corpus.build(tmp_path / "many", [source])
    monkeypatch.setattr(work, "cores", lambda: 1)
    Corpus.build(tmp_path / "one", [source])
    assert (tmp_path / "many").read_bytes() == (tmp_path / "one").read_bytes()


def test_a_day_is_added_to_a_built_corpus(tmp_path: Path) -> None:
    base, day = tmp_path / "base.csv", tmp_path / "day.csv"
    base.write_text("domain,owner,since\npanier.fr,A,2017-06\nbleu.com,B,\nénéo.fr,,\n", "utf-8")
    day.write_text("domain,owner,since\npanier.fr,C,2016\nnouveau.fr,,\n", "utf-8")
    Corpus.build(tmp_path / "base.corpus", [base])
    added = Corpus.build(tmp_path / "new.corpus", [tmp_path / "base.corpus", day])
    whole = Corpus.build(tmp_path / "whole.corpus", [base, day])
    assert added.digest == whole.digest
    assert added.sources == whole.sources


def test_progress_tells_stages_and_ends_at_the_whole(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    source = _list(tmp_path / "list", 6000)
    Corpus.build(tmp_path / "c", [source], progress=lambda *stage: told.append(stage))
    assert [t for t in told if t[0] == "reading"][-1][1:] == (source.stat().st_size,) * 2
    assert [t for t in told if t[0] == "making"][-1] == ("making", 6000, 6000)


_BUILD = """
    import sys
    from confusables import Corpus
    from confusables.corpus import work
    from confusables.errors import CorpusError
    work._ROWS, work._ALONE = 64, 256
    print("began", flush=True)
    try:
        Corpus.build(sys.argv[1], [sys.argv[2]])
    except CorpusError as error:
        print(f"CorpusError: {error}")
"""


def test_an_interrupted_build_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    source = _list(tmp_path / "list", 60_000)
    out = tmp_path / "c.corpus"
    out.write_bytes(b"old")
    child = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(_BUILD), str(out), str(source)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert child.stdout is not None
    child.stdout.readline()
    deadline = time.monotonic() + 30
    while len(list(tmp_path.iterdir())) < 3 and time.monotonic() < deadline:
        time.sleep(0.02)
    child.send_signal(signal.SIGINT)
    child.communicate(timeout=60)
    assert child.returncode != 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["c.corpus", "list"]
    assert out.read_bytes() == b"old"


_COMMAND = """
    import signal, sys
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # who runs the tests may ignore it (nohup)
    from confusables.cli import main
    from confusables.corpus import work
    work._ROWS, work._ALONE = 64, 256
    sys.exit(main(["corpus", "build", *sys.argv[1:]]))
"""


def _children(of: int) -> list[int]:
    found = Path(f"/proc/{of}/task/{of}/children")
    return [int(pid) for pid in found.read_text().split()] if found.exists() else []


def _runs(pid: int) -> bool:
    """Whether a process is there and is not one that nobody has waited for."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGKILL"])
@pytest.mark.skipif(not os.path.exists("/proc/self/task"), reason="needs Linux")
@pytest.mark.skipif(cores() == 1, reason="one core builds alone")
def test_a_build_that_is_ended_leaves_no_process_and_nothing_half_made(
    tmp_path: Path, name: str
) -> None:
    source = _list(tmp_path / "list", 60_000)
    child = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(_COMMAND), str(tmp_path / "c"), str(source)],
        stderr=subprocess.PIPE, text=True, env=guard.child_environment(),
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while not _children(child.pid) and child.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    workers = _children(child.pid)
    child.send_signal(getattr(signal, name))
    _, told = child.communicate(timeout=60)
    assert workers
    while any(map(_runs, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_runs, workers))
    if name != "SIGKILL":  # which nothing can answer
        assert (child.returncode, told) == (130, "confusables: error: interrupted\n")
        assert [p.name for p in tmp_path.iterdir()] == ["list"]


def test_a_full_disk_is_told_and_leaves_the_old_file(tmp_path: Path) -> None:
    source = _list(tmp_path / "list", 3000)
    out = tmp_path / "c.corpus"
    out.write_bytes(b"old")

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (90_000, 90_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    done = subprocess.run(
        [sys.executable, "-B", "-c", textwrap.dedent(_BUILD), str(out), str(source)],
        capture_output=True, text=True, timeout=120, preexec_fn=small, check=False,
    )  # fmt: skip
    assert "CorpusError" in done.stdout, done.stderr
    assert "cannot be written" in done.stdout
    assert sorted(p.name for p in tmp_path.iterdir()) == ["c.corpus", "list"]
    assert out.read_bytes() == b"old"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="cannot be written"):
        Corpus.build(tmp_path / "none" / "c", [_list(tmp_path / "list", 3)])


def test_a_damaged_corpus_among_the_inputs_is_told(tmp_path: Path) -> None:
    Corpus.build(tmp_path / "a", [_list(tmp_path / "list", 50)])
    content = bytearray((tmp_path / "a").read_bytes())
    content[-200] ^= 1
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(ConfusablesError):
        Corpus.build(tmp_path / "b", [tmp_path / "a"])
    assert not (tmp_path / "b").exists()


_BIG = """
    import re, sys
    from pathlib import Path
    from confusables import Corpus
    from confusables.corpus import build, rows, work
    rows.SPILL = 100_000
    work.work.__globals__["keys"].filed = lambda view: {"=:" + view.base}
    source = Path(sys.argv[1]) / "list"
    with source.open("w") as file:
        for n in range(700_000):
            file.write(f"panier{n:x}bleu{n % 97}.com\\n")
    Corpus.build(Path(sys.argv[1]) / "c", [source])
    # The peak of this program alone: ru_maxrss has that of the process it was forked from.
    print(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
"""


@pytest.mark.slow
@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="needs Linux")
def test_memory_grows_by_few_bytes_a_row(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(_BIG), str(tmp_path)],
        capture_output=True, text=True, timeout=900, check=True,
    )  # fmt: skip
    assert int(done.stdout) < 330_000  # kB: as for 100,000 rows, and some 50 bytes a row


def test_a_list_is_built_in_any_thread(tmp_path: Path) -> None:
    source = _list(tmp_path / "list", 50)
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(len(Corpus.load(source))))
    thread.start()
    thread.join()
    assert found == [50]


@pytest.mark.parametrize("kind", [str, Path])
def test_one_path_in_place_of_several_is_told(tmp_path: Path, kind: type) -> None:
    with pytest.raises(ValueError, match=r"inputs are paths in a list: \['list.txt'\]"):
        Corpus.build(tmp_path / "o", kind("list.txt"))
    assert not (tmp_path / "o").exists()

"""Hostile and damaged corpus files: never a wrong answer, never anything but CorpusError."""

from __future__ import annotations

import contextlib
import json
import os
import struct
import subprocess
import sys
import time
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from confusables import Checker, Corpus
from confusables.corpus.format import MAGIC, VERSION
from confusables.errors import CorpusDamaged, CorpusError, CorpusFormatError

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = struct.Struct("<II")
NAMES = ["monpanierbleu.com", "lepanierbleu.ca", "mon-panier-bleu.fr", "bénéteau.fr", "рост.рф",
         "日本.jp", "google.com", "gooogle.com", "ovhcloud.com", "xn--9ca.com"]  # fmt: skip


class _Sound(bytes):
    """The bytes of a sound corpus, shown by their length alone."""

    def __repr__(self) -> str:
        return f"<{len(self)} bytes>"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> _Sound:
    folder = tmp_path_factory.mktemp("sound")
    (folder / "list.csv").write_text(
        "domain,owner,country,since\n" + "".join(f"{n},Owner,FR,2017-06\n" for n in NAMES), "utf-8"
    )
    Corpus.build(folder / "c", [folder / "list.csv"])
    return _Sound((folder / "c").read_bytes())


def _header(content: bytes) -> dict[str, object]:
    length, _ = _HEAD.unpack_from(content, len(MAGIC))
    start = len(MAGIC) + _HEAD.size
    return json.loads(content[start : start + length])


def _with_header(content: bytes, header: object) -> bytes:
    length, _ = _HEAD.unpack_from(content, len(MAGIC))
    raw = json.dumps(header).encode().ljust(length)
    start = len(MAGIC) + _HEAD.size
    return MAGIC + _HEAD.pack(len(raw), zlib.crc32(raw)) + raw + content[start + length :]


def _forged(content: bytes, name: str, at: int, value: bytes) -> bytes:
    """The file with bytes of a section put in place and all checksums made to hold."""
    header = _header(content)
    made = bytearray(content)
    for section in header["sections"]:  # type: ignore[attr-defined]
        if section["name"] == name and section["length"]:
            start, end = section["offset"], section["offset"] + section["length"]
            place = start + at % section["length"]
            stop = min(end, place + len(value))
            made[place:stop] = value[: stop - place]
            section["crc"] = zlib.crc32(bytes(made[start:end]))
    return _with_header(bytes(made), header)


def _used(path: Path) -> None:
    """All that a corpus is asked for."""
    corpus = Corpus.open(path, verify=True)
    checker = Checker([corpus], min_probability=0.0)
    for name in ("monpanierblue.com", "рист.рф", "beneteau.fr", "日中.jp"):
        checker.check(name).to_json()
    for row in range(len(corpus)):
        corpus.registrations(corpus.at(row))
    corpus.find("google")
    assert corpus.suffixes is not None
    assert corpus.countries is not None


_SECTIONS = ["letters", "pairs", "text", "text_end", "first", "suffix", "since", "owners",
             "countries", "sources", "suffixes", "strings", "country_sets", "key_ends",
             "key_checks", "key_rows", "alias_rows", "alias_letters", "alias_pairs"]  # fmt: skip


@settings(max_examples=150)
@given(
    st.sampled_from(_SECTIONS),
    st.integers(0, 4000),
    st.one_of(st.binary(min_size=1, max_size=40), st.sampled_from([b"\xff" * 64, b"\0" * 64])),
)
def test_a_forged_section_whose_checksum_holds_is_told_or_harmless(
    tmp_path_factory: pytest.TempPathFactory, sound: bytes, name: str, at: int, value: bytes
) -> None:
    path = tmp_path_factory.mktemp("forged") / "c"
    path.write_bytes(_forged(sound, name, at, value))
    with contextlib.suppress(CorpusError):
        _used(path)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@settings(max_examples=150)
@given(st.data())
def test_a_forged_header_is_told_or_harmless(
    tmp_path_factory: pytest.TempPathFactory, sound: bytes, data: st.DataObject
) -> None:
    header = _header(sound)
    place: object = header
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))  # type: ignore[arg-type]
        key = data.draw(st.sampled_from(keys))
        inner = place[key]  # type: ignore[index]
        if isinstance(inner, (dict, list)) and inner and data.draw(st.booleans()):
            place = inner
            continue
        place[key] = data.draw(_JSON)  # type: ignore[index]
        break
    path = tmp_path_factory.mktemp("header") / "c"
    with contextlib.suppress(CorpusError):
        path.write_bytes(_with_header(sound, header))
        _used(path)


@pytest.mark.parametrize("name", [*_SECTIONS, "text_end", "by_ending"])
@pytest.mark.parametrize("dtype", ["u1", "u2", "u4", "u8"])
def test_a_section_of_another_type_is_told(tmp_path, sound, name, dtype) -> None:
    header = _header(sound)
    (section,) = [s for s in header["sections"] if s["name"] == name]  # type: ignore[attr-defined]
    if section["dtype"] == dtype:
        return
    section["dtype"] = dtype
    (tmp_path / "c").write_bytes(_with_header(sound, header))
    with pytest.raises(CorpusDamaged, match=r"another type|does not fit"):
        _used(tmp_path / "c")


@pytest.mark.parametrize("name", ["since", "owners", "countries", "sources"])
def test_a_column_that_is_too_short_is_told(tmp_path, sound, name) -> None:
    header = _header(sound)
    (section,) = [s for s in header["sections"] if s["name"] == name]  # type: ignore[attr-defined]
    section["length"] -= 8
    end = section["offset"] + section["length"]
    section["crc"] = zlib.crc32(sound[section["offset"] : end])
    forged = bytearray(_with_header(sound, header))
    forged[end : end + 8] = b"\0" * 8  # nothing stands between sections
    (tmp_path / "c").write_bytes(forged)
    with pytest.raises(CorpusDamaged, match=f"{name} .* points outside the file"):
        _used(tmp_path / "c")


def test_a_row_that_is_not_plain_among_plain_ones_is_told(tmp_path, sound) -> None:
    header = _header(sound)
    (text,) = [s for s in header["sections"] if s["name"] == "text"]  # type: ignore[attr-defined]
    forged = bytes(sound)
    for label in (b"monpanierbleu", b"lepanierbleu", b"mon-panier-bleu", b"google", b"gooogle"):
        at = sound.index(label, text["offset"]) - text["offset"]
        forged = _forged(forged, "text", at, "ж".encode())
    (tmp_path / "c").write_bytes(forged)
    with pytest.raises(CorpusDamaged, match="is not plain"):
        _used(tmp_path / "c")


@pytest.mark.parametrize("lost", ["name", "as_of"])
def test_a_source_that_lacks_its_parts_is_told(tmp_path, sound, lost) -> None:
    header = _header(sound)
    del header["meta"]["sources"][0][lost]  # type: ignore[index]
    (tmp_path / "c").write_bytes(_with_header(sound, header))
    with pytest.raises(CorpusDamaged, match="the header lacks its parts"):
        Corpus.open(tmp_path / "c")


@given(st.integers(0, 3000), st.binary(min_size=1, max_size=20))
def test_bytes_put_in_anywhere_are_told(
    tmp_path_factory: pytest.TempPathFactory, sound: bytes, at: int, value: bytes
) -> None:
    made = bytearray(sound)
    place = at * 37 % len(made)
    if bytes(made[place : place + len(value)]) == value:
        return
    made[place : place + len(value)] = value
    path = tmp_path_factory.mktemp("bytes") / "c"
    path.write_bytes(made)
    try:
        corpus = Corpus.open(path, verify=True)
    except CorpusError:
        return
    raise AssertionError(f"{place} of {len(corpus)}")


def test_another_version_is_told(tmp_path: Path, sound: bytes) -> None:
    (tmp_path / "c").write_bytes(_with_header(sound, _header(sound) | {"version": VERSION + 1}))
    with pytest.raises(CorpusFormatError, match="build it again"):
        Corpus.open(tmp_path / "c")


def test_every_truncation_is_told(tmp_path: Path, sound: bytes) -> None:
    for keep in range(0, len(sound) - 1, 997):
        (tmp_path / "c").write_bytes(sound[:keep])
        with pytest.raises(CorpusError):
            Corpus.open(tmp_path / "c", verify=True)


@pytest.mark.parametrize("more", [b"\0", b"x", b"\0" * 64, b"more" * 1000])
def test_what_is_longer_than_it_says_is_told(tmp_path: Path, sound: bytes, more: bytes) -> None:
    (tmp_path / "c").write_bytes(sound + more)
    with pytest.raises(CorpusDamaged, match="longer than its header says"):
        Corpus.open(tmp_path / "c")


def test_what_stands_between_sections_is_told(tmp_path: Path, sound: bytes) -> None:
    first = min(s["offset"] for s in _header(sound)["sections"])  # type: ignore[attr-defined]
    assert sound[first - 1] == 0
    (tmp_path / "c").write_bytes(sound[: first - 1] + b"x" + sound[first:])
    Corpus.open(tmp_path / "c")
    with pytest.raises(CorpusDamaged, match="between its sections"):
        Corpus.open(tmp_path / "c", verify=True)


def test_a_row_that_points_outside_is_told(tmp_path: Path, sound: bytes) -> None:
    (tmp_path / "c").write_bytes(_forged(sound, "text_end", 4, b"\xff" * 40))
    with pytest.raises(CorpusDamaged, match="outside"):
        Corpus.open(tmp_path / "c").at(1)


def test_a_corpus_replaced_while_open_serves_its_old_rows(tmp_path: Path, sound: bytes) -> None:
    (tmp_path / "c").write_bytes(sound)
    old = Corpus.open(tmp_path / "c")
    (tmp_path / "list").write_text("another.com\n")
    Corpus.build(tmp_path / "c", [tmp_path / "list"])
    assert old.find("google") is not None
    assert Corpus.open(tmp_path / "c").find("google") is None


def test_readings_of_another_release_are_made_anew(
    tmp_path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "c").write_bytes(sound)
    expected = _bits(Corpus.open(tmp_path / "c"))
    monkeypatch.setattr("confusables.corpus.store.agrees", lambda rows: False)
    corpus = Corpus.open(tmp_path / "c")
    assert corpus.readings(corpus.at(0)) is None
    assert _bits(corpus) == expected


def _bits(corpus: Corpus) -> list[tuple[str | None, float]]:
    checker = Checker(corpus, min_probability=0.0)
    return [(c.domain, c.bits) for c in checker.check("monpanierbleu.fr").collisions]


def test_opening_takes_no_longer_for_a_larger_file(tmp_path: Path) -> None:
    corpus = Corpus.shipped()
    path = corpus._file.path
    times = []
    for _ in range(5):
        start = time.perf_counter()
        Corpus.open(path)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.01


@pytest.mark.skipif(not os.path.exists("/proc/self/smaps_rollup"), reason="needs Linux")
def test_processes_share_one_copy(tmp_path: Path) -> None:
    """What a second process adds to memory for the file is no copy of its sections."""
    code = """
import sys
from confusables import Corpus
corpus = Corpus.open(sys.argv[1])
store = corpus._store
total = sum(int(store.column(name).sum()) for name in ("letters", "pairs", "text", "key_rows"))
private = sum(
    int(line.split()[1])
    for block in open("/proc/self/smaps").read().split("VmFlags")
    if sys.argv[1] in block
    for line in block.splitlines()
    # A file just written has dirty pages that are no copies; copies are anonymous.
    if line.startswith(("Anonymous:", "Swap:"))
)
print(private)
"""
    path = Corpus.shipped()._file.path
    done = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, timeout=60, check=True
    )
    assert int(done.stdout) == 0


@pytest.mark.parametrize("sources", [None, 5, "ab", [1], [{"name": "a"}]])
def test_a_corpus_without_its_sources_is_not_built_from(
    sound: bytes, tmp_path: Path, sources: object
) -> None:
    header = _header(sound)
    header["meta"]["sources"] = sources  # type: ignore[index]
    if sources is None:
        del header["meta"]["sources"]  # type: ignore[attr-defined]
    (tmp_path / "c").write_bytes(_with_header(sound, header))
    with pytest.raises(CorpusDamaged, match="the header lacks its parts"):
        Corpus.build(tmp_path / "d", [tmp_path / "c"])


def test_dates_of_sources_that_are_no_texts(sound: bytes, tmp_path: Path) -> None:
    header = _header(sound)
    source = header["meta"]["sources"][0]  # type: ignore[index]
    header["meta"]["sources"] = [source, {**source, "as_of": 5}]  # type: ignore[index]
    (tmp_path / "c").write_bytes(_with_header(sound, header))
    assert len(Corpus.build(tmp_path / "d", [tmp_path / "c"])) == len(NAMES)


@pytest.mark.parametrize(
    "label", [b"mon\x1b[31mer\x07bleu", b"monpanierbl\nu", b"monpanier\x9bleu"]
)
def test_a_label_that_acts_on_a_terminal_does_not_leave_the_file(
    sound: bytes, tmp_path: Path, label: bytes
) -> None:
    header = _header(sound)
    (text,) = (s for s in header["sections"] if s["name"] == "text")  # type: ignore[attr-defined]
    at = sound.index(b"monpanierbleu", text["offset"]) - text["offset"]
    (tmp_path / "c").write_bytes(_forged(sound, "text", at, label))
    corpus = Corpus.open(tmp_path / "c", verify=True)
    with pytest.raises(CorpusDamaged, match=r"is no (label|text)"):
        [corpus.registrations(corpus.at(row)) for row in range(len(corpus))]
    with pytest.raises(CorpusDamaged, match=r"is no (label|text)"):
        Corpus.build(tmp_path / "d", [tmp_path / "c"])


def test_countries_and_sources_that_act_on_a_terminal(sound: bytes, tmp_path: Path) -> None:
    (tmp_path / "c").write_bytes(_forged(sound, "country_sets", 1, b"\x1b["))
    with pytest.raises(CorpusDamaged, match="a country is none"):
        Checker(Corpus.open(tmp_path / "c")).check("monpanierblue.com").to_text()
    header = _header(sound)
    bad = "\x1b]0;x\x07[/bold]"
    header["meta"]["sources"] = [{"name": bad, "as_of": bad}]  # type: ignore[index]
    header["meta"].update(digest=bad, built=bad)  # type: ignore[index,attr-defined]
    (tmp_path / "\x1b[31mc").write_bytes(_with_header(sound, header))
    corpus = Corpus.open(tmp_path / "\x1b[31mc")
    assert corpus.name == "[31mc"
    assert corpus.sources == [{"name": "]0;x[/bold]", "as_of": "]0;x[/bold]"}]
    assert "\x1b" not in corpus.digest + corpus.built
    assert "\x1b" not in Checker(corpus).check("monpanierblue.com").to_text()

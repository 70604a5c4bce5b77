"""The scan against a slow plain reference, and the signatures' promise."""

from __future__ import annotations

import importlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from names_made import SCRIPTS
from rapidfuzz.distance import OSA

from confusables.corpus.scan import budget, scan, survivors
from confusables.corpus.signature import sign

scanning = importlib.import_module("confusables.corpus.scan")
_BITS = st.integers(0, 2**64 - 1)
_NEARBY = st.builds(
    lambda base, flips: base ^ sum({1 << f for f in flips}),
    st.sampled_from([0, 2**64 - 1, 0x5555_5555_5555_5555]),
    st.lists(st.integers(0, 63), max_size=10),
)


def _slow(letters: list[int], own: int, edits: int) -> list[tuple[int, int]]:
    apart = ((row, (value ^ own).bit_count()) for row, value in enumerate(letters))
    return [(row, bits) for row, bits in apart if bits <= 2 * edits]


@given(st.lists(st.one_of(_BITS, _NEARBY), max_size=200), _NEARBY, st.integers(1, 4))
def test_the_scan_finds_what_a_plain_loop_finds(letters: list[int], own: int, edits: int) -> None:
    rows, bits = survivors(np.array(letters, np.uint64), np.uint64(own), edits)
    found = list(zip(rows.tolist(), bits.tolist(), strict=True))
    assert found == _slow(letters, own, edits)


@given(st.lists(st.one_of(_BITS, _NEARBY), max_size=200), _NEARBY)
def test_what_is_compiled_finds_what_numpy_finds(letters: list[int], own: int) -> None:
    native = pytest.importorskip("confusables.corpus.native")
    array, bits = np.array(letters, np.uint64), np.empty(len(letters), np.uint8)
    array.flags.writeable = False  # as a corpus on the disk is
    native.differing(array, np.uint64(own), bits)
    assert bits.tolist() == [(value ^ own).bit_count() for value in letters]


def test_a_large_corpus_is_scanned_by_what_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    native = pytest.importorskip("confusables.corpus.native")
    letters = np.random.default_rng(7).integers(0, 2**63, 300_000, np.uint64) & np.uint64(0xFFFF)
    plain = survivors(letters, np.uint64(0xFF), 2)
    blocks = []

    def told(block: np.ndarray, own: np.uint64, bits: np.ndarray) -> None:
        blocks.append(block.size)
        native.differing(block, own, bits)

    monkeypatch.setattr(scanning, "_LARGE", 200_000)
    monkeypatch.setattr(scanning, "_native", lambda: told)
    rows, bits = survivors(letters, np.uint64(0xFF), 2)
    assert sum(blocks) == letters.size
    assert (rows == plain[0]).all()
    assert (bits == plain[1]).all()


@given(st.lists(_NEARBY, min_size=1, max_size=120), _NEARBY, st.integers(1, 40))
def test_of_many_the_nearest_by_letters_and_pairs_are_kept(
    letters: list[int], own: int, most: int
) -> None:
    array = np.array(letters, np.uint64)
    found = scan(array, array[::-1].copy(), (np.uint64(own), np.uint64(0)), 3, most)
    slow = sorted(
        bits + letters[len(letters) - 1 - row].bit_count() for row, bits in _slow(letters, own, 3)
    )
    assert found.rows.tolist() == sorted(found.rows.tolist())
    assert sorted((found.letters + found.pairs).tolist()) == slow[:most]


def test_chunks_make_no_difference() -> None:
    random = np.random.default_rng(7)
    letters = random.integers(0, 2**63, 100_003, np.uint64) & np.uint64(0xFFFF)
    rows, bits = survivors(letters, np.uint64(0xFF), 2)
    apart = np.bitwise_count(letters ^ np.uint64(0xFF))
    assert rows.tolist() == np.flatnonzero(apart <= 4).tolist()
    assert bits.tolist() == apart[apart <= 4].tolist()


def test_where_very_many_survive_the_nearest_are_among_those_kept() -> None:
    letters = np.full(200_000, 0b1111, np.uint64)
    letters[123_456] = 0
    found = scan(letters, np.zeros_like(letters), (np.uint64(0), np.uint64(0)), 4, 500)
    assert found.rows.size == 500
    assert 123_456 in found.rows


_TEXTS = st.one_of(
    st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=24),
    *(st.text(letters, min_size=1, max_size=14) for letters in SCRIPTS.values()),
)


@given(_TEXTS, st.data())
def test_an_edit_changes_at_most_two_bits(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from(text + "x"))
    made = data.draw(
        st.sampled_from([text[:at] + text[at + 1 :], text[:at] + letter + text[at:],
                         text[:at] + letter + text[at + 1 :],
                         text[:at] + text[at:][:2][::-1] + text[at + 2 :]])
    )  # fmt: skip
    if text.isascii() != made.isascii():
        return
    letters, _ = sign([text, made])
    assert int(letters[0] ^ letters[1]).bit_count() <= 2 * max(1, OSA.distance(text, made))


@given(st.lists(_TEXTS, max_size=12))
def test_a_name_is_signed_alike_alone_and_among_others(texts: list[str]) -> None:
    letters, pairs = sign(texts)
    for at, text in enumerate(texts):
        alone = sign([text])
        assert (letters[at], pairs[at]) == (alone[0][0], alone[1][0])


def test_the_budget_grows_with_the_name() -> None:
    assert [budget(n) for n in (1, 5, 6, 11, 12, 16, 63)] == [1, 1, 2, 2, 3, 4, 4]

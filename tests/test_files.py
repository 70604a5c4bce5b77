"""Files appear whole or not at all."""

from __future__ import annotations

import threading

import pytest

from confusables.files import put, replacing


def test_a_file_takes_the_place_of_the_old_one(tmp_path) -> None:
    path = tmp_path / "kept"
    put(path, b"old")
    assert put(path, b"new") == path
    assert path.read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["kept"]


def test_what_fails_leaves_the_old_one(tmp_path) -> None:
    path = tmp_path / "kept"
    put(path, b"old")

    def interrupted() -> None:
        with replacing(path) as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["kept"]


def test_a_folder_that_is_not_there(tmp_path) -> None:
    with pytest.raises(OSError, match="none"):
        put(tmp_path / "none" / "kept", b"new")


def test_threads_do_not_write_into_one_file(tmp_path) -> None:
    path = tmp_path / "kept"
    contents = [bytes([n]) * 100_000 for n in range(8)]
    threads = [threading.Thread(target=put, args=(path, content)) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_bytes() in contents
    assert [p.name for p in tmp_path.iterdir()] == ["kept"]

"""Files appear whole or not at all."""

from __future__ import annotations

import os
import threading

import devices
import pytest

from confusables.files import is_same, put, replacing, through


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


def test_a_link_stays_and_its_target_is_replaced(tmp_path) -> None:
    (tmp_path / "link").symlink_to("target")
    for content in (b"first", b"second"):
        put(tmp_path / "link", content)
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "target").read_bytes() == content


def test_the_new_file_has_the_mode_of_the_old_one(tmp_path) -> None:
    path = tmp_path / "kept"
    put(path, b"old")
    for mode in (0o600, 0o664):
        path.chmod(mode)
        put(path, b"new")
        assert path.stat().st_mode & 0o777 == mode


def test_a_device_is_written_to_and_stays_one(tmp_path) -> None:
    path = devices.null(tmp_path)
    put(path, b"gone")
    assert path.is_char_device()


def test_a_pipe_is_written_to_and_stays_one(tmp_path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(path.read_bytes()))
    reader.start()
    put(path, b"through")
    reader.join()
    assert read == [b"through"]
    assert path.is_fifo()


def test_what_is_no_device_is_not_written_straight(tmp_path) -> None:
    assert through(tmp_path / "none") is None
    put(tmp_path / "file", b"")
    assert through(tmp_path / "file") is None
    with pytest.raises(IsADirectoryError):
        through(tmp_path)


def test_one_file_by_several_names(tmp_path) -> None:
    one = tmp_path / "one"
    assert is_same(one, tmp_path / "." / "one")  # that is not there yet
    put(one, b"")
    (tmp_path / "hard").hardlink_to(one)
    (tmp_path / "soft").symlink_to("one")
    put(tmp_path / "other", b"")
    assert is_same(one, tmp_path / "hard")
    assert is_same(tmp_path / "soft", one)
    assert not is_same(one, tmp_path / "other")
    assert not is_same(one, tmp_path / "none")
    assert not is_same(os.devnull, os.devnull)

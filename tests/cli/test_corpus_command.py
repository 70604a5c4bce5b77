"""``confusables corpus build`` and ``corpus info``."""

from __future__ import annotations

import pytest

from confusables import Corpus


def test_a_list_is_built_and_told(cli, basket, tmp_path) -> None:
    done = cli("corpus", "build", "out.corpus", basket)
    assert (done.code, done.out) == (0, "")
    assert "3 names" in done.err
    assert Corpus.open(tmp_path / "out.corpus", verify=True).names == 3
    told = cli("corpus", "info", "out.corpus")
    assert told.code == 0
    assert "list.txt" in told.out
    assert Corpus.open(tmp_path / "out.corpus").digest in told.out


def test_nothing_in_a_name_is_markup_or_acts_on_a_terminal(cli, basket, tmp_path) -> None:
    for name in ("[bold]x.txt", "[red]y.txt", "\x1b[31mz.txt"):
        (tmp_path / name).write_bytes((tmp_path / basket).read_bytes())
        done = cli("corpus", "info", name)
        assert (done.code, "\x1b" in done.out) == (0, False)
        assert name.removeprefix("\x1b") in done.out
        report = cli("check", "lepanierbleu.ca", "--corpus", name)
        assert (report.code, "\x1b" in report.out) == (1, False)
        assert name.removeprefix("\x1b") in report.out


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("a-b.com\n", "one name under one label"),
        ("a-b.com\na-b.fr\n", "2 names under one label"),
        ("a-b.com\nb.fr\n", "2 names under 2 labels"),
    ],
)
def test_one_is_said_as_one(cli, tmp_path, rows, told) -> None:
    (tmp_path / "a.txt").write_text(rows)
    assert cli("corpus", "build", "a.corpus", "a.txt").err == (
        f"confusables: built: a.corpus: {told}\n"
    )


def test_info_of_the_shipped_corpus(cli) -> None:
    done = cli("corpus", "info", "shipped")
    assert done.code == 0
    assert f"{Corpus.shipped().names:,}" in done.out


def test_info_checks_the_whole_file(cli, tmp_path) -> None:
    (tmp_path / "a.txt").write_text("a-b.com\n")
    cli("corpus", "build", "a.corpus", "a.txt")
    sound = (tmp_path / "a.corpus").read_bytes()
    for made, told in ((sound + b"more", "longer than"), (sound[:-1] + b"x", "between")):
        (tmp_path / "a.corpus").write_bytes(made)
        done = cli("corpus", "info", "a.corpus")
        assert (done.code, done.out) == (66, "")
        assert told in done.err


def test_bad_rows_are_told_by_file_and_line_and_the_rest_is_built(cli, tmp_path) -> None:
    rows = ["domain,country,since", "ok.com,FR,2017-06", "a..b,FR,2017", "x.com,France,2017"]
    rows += ["y.com,FR,June", "z.com,FR"]
    (tmp_path / "a.csv").write_text("\n".join(rows), "utf-8")
    done = cli("corpus", "build", "out.corpus", "a.csv")
    assert done.code == 65
    for line in (3, 4, 5, 6):
        assert f"a.csv:{line}: " in done.err
    assert Corpus.open(tmp_path / "out.corpus").names == 1


def test_of_very_many_bad_rows_the_first_are_told_and_the_others_counted(cli, tmp_path) -> None:
    (tmp_path / "a.txt").write_text("ok.com\n" + "a..b\n" * 100, "utf-8")
    done = cli("corpus", "build", "out.corpus", "a.txt")
    assert done.code == 65
    assert len(done.err.splitlines()) < 12
    assert "95 more rows" in done.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("corpus", "build"), 2),
        (("corpus", "build", "out.corpus"), 2),
        (("corpus", "build", "out.corpus", "no-such-file"), 66),
        (("corpus", "build", "no/such/folder/out.corpus", "list.txt"), 66),
        (("corpus", "build", "out.corpus", "list.txt", "--format", "tarot"), 2),
        (("corpus", "info", "no-such-file"), 66),
        (("corpus", "info"), 2),
    ],
)
def test_trouble_is_one_clear_line_and_leaves_no_file(
    cli, basket, tmp_path, arguments, code
) -> None:
    done = cli(*arguments)
    assert (done.code, done.out, len(done.err.splitlines())) == (code, "", 1)
    assert [p.name for p in tmp_path.iterdir()] == ["list.txt"]


def test_a_failed_build_leaves_the_old_corpus(cli, basket, tmp_path) -> None:
    assert cli("corpus", "build", "out.corpus", basket).code == 0
    before = (tmp_path / "out.corpus").read_bytes()
    assert cli("corpus", "build", "out.corpus", basket, "no-such-file").code == 66
    assert (tmp_path / "out.corpus").read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["list.txt", "out.corpus"]


def test_rows_that_say_more_than_a_registrable_name_are_told(cli, tmp_path) -> None:
    (tmp_path / "list.txt").write_text("shop.example.com\nwww.gandi.net\na.gouv.qc.ca\n")
    done = cli("corpus", "build", "o.corpus", "list.txt")
    told = "one row says more than a registrable name; that alone was taken"
    assert f"note: o.corpus: {told}" in done.err
    (tmp_path / "list.txt").write_text("shop.example.com\nhttps://gandi.net/x\n")
    done = cli("check", "gandi.fr", "--corpus", "list.txt")
    assert "list.txt: 2 rows say more than a registrable name" in done.err
    assert "registrable name  1" in cli("corpus", "info", "o.corpus").out
    assert "registrable name  0" in cli("corpus", "info", "shipped").out

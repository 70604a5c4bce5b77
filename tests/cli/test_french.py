"""``--lang fr``: reports, warnings and errors in French, on every command."""

from __future__ import annotations

import gzip
import re

import click
import pytest
import terminal

from confusables.cli import COMMANDS


def _leaves(commands):
    for command in commands:
        yield from (
            _leaves(command.commands.values()) if isinstance(command, click.Group) else [command]
        )


@pytest.mark.parametrize("command", list(_leaves(COMMANDS)), ids=lambda c: c.name)
def test_every_command_takes_a_language(command) -> None:
    (option,) = [p for p in command.params if p.name == "lang"]
    assert option.type.choices == ("en", "fr")


def test_a_report_in_french(cli, basket) -> None:
    done = cli("check", "lepanierbleu.ca", "--corpus", basket, "--lang", "fr")
    assert (done.code, done.err) == (1, "")
    assert done.out.startswith("lepanierbleu.ca\u00a0: ALERTE — ")


def test_a_comparison_in_french(cli) -> None:
    done = cli("compare", "gandi.net", "ghandi.net", "--lang", "fr")
    assert "dits à voix haute" in done.out
    assert "avant tout indice" in done.out


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("check", "a..fr"), 65, "erreur\u00a0: une partie vide du nom entre deux points"),
        (("check", "x.com", "--no-such"), 2, "usage\u00a0: option inconnue"),
        (("chek",), 2, "commande inconnue\u00a0: chek\u202f; vouliez-vous dire «\u00a0check"),
        (("check",), 2, "usage\u00a0: argument manquant"),
        (
            ("check", "x.com", "--limit", "0"),
            2,
            "incorrecte pour «\u00a0--limit\u00a0»",
        ),
        (("check", "x.com", "--market", "UK"), 2, "il s’agit sans doute de GB"),
        (("check", "x.com", "--corpus", "none.txt"), 66, "ne peut pas être lu"),
        (("compare", "x.com"), 2, "donnez deux noms"),
        (("notice", "x.com", "x.com"), 65, "un seul et même nom"),
        (
            ("check", "x.com", "--warn-at", "nan"),
            2,
            "«\u00a0nan\u00a0» n’est pas compris entre 0 et 1",
        ),
        (
            ("check", "x.com", "--warn-at", "0.1", "--review-at", "0.5"),
            2,
            "un examen à 0,5, au-dessus d’une alerte à 0,1 (voir confusables check --help)",
        ),
        (
            ("check", "x.com", "--warn-at", "2.0"),
            2,
            "«\u00a0--warn-at\u00a0»\u00a0: «\u00a02.0\u00a0» n’est pas compris entre 0 et 1",
        ),
        (("check", "x.com", "--assume", "x=1"), 2, "ne s’appelle «\u00a0x\u00a0»\u202f;"),
        (("check", "x.com", "--speaker", "x"), 2, "«\u00a0x\u00a0» n’est pas «\u00a0espeak\u00a0»"),
        (
            ("check", '"a,b".com'),
            65,
            '«\u00a0"\u00a0» ne peut pas figurer dans un nom de domaine, au caractère 1\u00a0:'
            ' «\u00a0"a,b".com\u00a0»',
        ),
        (
            ("compare", "“a.com", "b.com"),
            65,
            "«\u00a0“\u00a0» ne peut pas figurer dans un nom de domaine, au caractère 1\u00a0:"
            " «\u00a0“a.com\u00a0»",
        ),
        (("update", "x"), 2, "argument en trop (x) (voir confusables update --help)"),
    ],
)
def test_errors_in_french_are_one_line(cli, arguments, code, told) -> None:
    for language in (("--lang", "fr"), ("--lang=fr",)):
        done = cli(*arguments, *language)
        assert (done.code, done.out, len(done.err.splitlines())) == (code, "", 1)
        assert told in done.err
        assert "\\u" not in done.err


def test_numbers_of_a_corpus_are_those_of_french(cli) -> None:
    told = cli("corpus", "info", "shipped", "--lang", "fr").out
    assert not re.search(r"\d,\d", told)
    assert re.search(r"noms +\d+\u202f\d{3}\n", told)
    assert re.search(r"extensions +\d\u202f\d{3} \(", told)


def test_what_is_said_already_is_not_translated_again(cli, basket) -> None:
    done = cli("corpus", "build", "b.corpus", basket, "--lang", "fr")
    assert done.err == "confusables: construit\u00a0: b.corpus\u00a0: 3 noms sous 3 étiquettes\n"


def test_what_is_no_more_gzip_after_its_beginning_is_told_in_french(cli, basket, tmp_path) -> None:
    packed = gzip.compress((tmp_path / basket).read_bytes())
    (tmp_path / "list.gz").write_bytes(packed + b"no gzip")
    done = cli("check", "x.com", "--corpus", "list.gz", "--lang", "fr")
    assert "le fichier gzip est endommagé" in done.err
    assert "Not a gzipped file" not in done.err


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ("b.com\n", "o.jsonl\u00a0: reprise impossible\u00a0: le fichier parle de"
         " «\u00a0a.com\u00a0» là où"
         " n.txt contient «\u00a0b.com\u00a0»\n"),
        ("", "o.jsonl\u00a0: reprise impossible\u00a0: le fichier parle de"
         " «\u00a0a.com\u00a0» là où"
         " n.txt n’a plus de noms\n"),
    ],
)  # fmt: skip
def test_another_list_to_go_on_with_is_told_in_french(cli, basket, tmp_path, names, told) -> None:
    screening = ("screen", "n.txt", "--corpus", basket, "--output", "o.jsonl", "--lang", "fr")
    (tmp_path / "n.txt").write_text("a.com\n", "utf-8")
    assert cli(*screening).code == 0
    (tmp_path / "n.txt").write_text(names, "utf-8")
    done = cli(*screening, "--resume")
    assert (done.code, done.err) == (65, f"confusables: erreur\u00a0: {told}")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("screen", "list.txt", "--corpus", "list.txt"), ("passage au crible", "par seconde")),
        (("corpus", "build", "b.corpus", "list.txt"), ("lecture des listes", "Mo/s", "lignes/s")),
    ],
)
def test_a_bar_in_french(basket, tmp_path, command, told) -> None:
    env = {"TERM": "xterm", "COLUMNS": "120"}
    code, drawn = terminal.shown(*command, "--lang", "fr", env=env, cwd=tmp_path)
    assert code == 0
    for text in told:
        assert text in drawn
    assert not re.search("screening|a second|reading|making|rows", drawn)


def test_a_truncated_archive_in_french(cli, basket, tmp_path) -> None:
    packed = gzip.compress((tmp_path / basket).read_bytes())
    (tmp_path / "list.gz").write_bytes(packed[:-12])
    done = cli("check", "x.com", "--corpus", "list.gz", "--lang", "fr")
    assert done.err == (
        "confusables: erreur\u00a0: list.gz\u00a0: le fichier gzip s’arrête avant sa fin\u00a0: "
        "il est tronqué\n"
    )

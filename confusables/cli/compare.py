"""``confusables compare``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO

import click

from confusables.clean import whole
from confusables.cli.common import (
    BAD_INPUT,
    ENCODER,
    LANG,
    OUTPUT,
    SPEAKER,
    Outcome,
    aids_of,
    all_usable,
    apart,
    input_file,
    is_given,
    numbered,
    output_file,
    show,
)
from confusables.cli.texts import TEXT
from confusables.errors import InvalidName
from confusables.model import Level

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["compare"]


@click.command(short_help="Say how likely two names are to be taken for one another.")
@click.argument("names", nargs=-1, metavar="[A B]")
@click.option(
    "--pairs",
    type=TEXT,
    metavar="FILE",
    help="Compare each pair of a tab-separated file (- for standard input) and print JSON Lines. "
    "Columns that a header names behind left and right are passed over.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the comparison.",
)
@SPEAKER
@ENCODER
@OUTPUT
@LANG
def compare(
    names: tuple[str, ...],
    pairs: str | None,
    form: str,
    speaker: str | None,
    encoder: str | None,
    output: Path | None,
    lang: str,
) -> int:
    """Say how likely two names A and B are to be taken for one another, and why."""
    from confusables.checker import compare as compare_names
    from confusables.report.data import comparison

    if pairs is None and len(names) != 2:
        raise click.UsageError("give two names, A and B, or --pairs FILE")
    if pairs is not None and names:
        raise click.UsageError("give two names or --pairs, not both")
    if pairs is not None and form == "text" and is_given("form"):
        raise click.UsageError("--pairs prints JSON Lines, --format text is for two names")
    apart(output, pairs)
    aids = aids_of(speaker, encoder)
    if pairs is not None:
        return _compare_pairs(pairs, output, lang, aids)
    if not all_usable(names):
        return BAD_INPUT
    found = compare_names(*names, **aids)
    with Outcome() as outcome, output_file(output) as out:
        outcome.found = found.level == Level.WARN
        if form == "json":
            out.write(json.dumps(comparison(found, lang), ensure_ascii=False, indent=2) + "\n")
        else:
            from confusables.report import text as text_form

            show(text_form.comparison(found, lang), out)
    return outcome.code


def _compare_pairs(pairs: str, output: Path | None, lang: str, aids: dict[str, Any]) -> int:
    from confusables.checker import compare as compare_names
    from confusables.report.data import comparison
    from confusables.report.problems import problem

    with Outcome() as outcome, input_file(pairs) as file, output_file(output) as out:
        for number, a, b, columns, wrong in _pairs(file):
            try:
                if wrong:
                    raise InvalidName(wrong)
                if columns != 2:
                    raise InvalidName(
                        "one column, two names are needed"
                        if columns == 1
                        else f"{columns} columns, two names are needed"
                    )
                result = compare_names(a, b, **aids)
            except InvalidName as error:
                outcome.complaints.add(f"{pairs}:{number}: {error}")
                shown: dict[str, Any] = {
                    "a": whole(a),
                    "b": whole(b),
                    "error": problem(error, lang),
                }
            else:
                outcome.found |= result.level == Level.WARN
                shown = comparison(result, lang)
            out.write(json.dumps(shown, ensure_ascii=False) + "\n")
    return outcome.code


def _pairs(file: TextIO) -> Iterator[tuple[int, str, str, int, str | None]]:
    """Line numbers, the first two columns, how many there are that no header accounts for, and
    what is wrong with the line.

    A header and lines without a column are passed over, and so are empty columns at the end of a
    line and those that the header names behind the two.
    """
    known = 2
    for number, line, wrong in numbered(file):
        cells = line.rstrip("\t ").split("\t")
        head = [cell.strip().lower() for cell in cells]
        if number == 1 and head[:2] in (["left", "right"], ["a", "b"]):
            known = len(cells)
        elif wrong or line.strip(" "):
            a, b = (*cells, "")[:2]
            yield number, a, b, len(cells) if len(cells) > known else min(2, len(cells)), wrong

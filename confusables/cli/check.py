"""``confusables check``."""

from __future__ import annotations

import csv
import datetime as dt
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from confusables.cli.common import (
    BAD_INPUT,
    CORPUS,
    FOUND,
    LANG,
    OK,
    OUTPUT,
    PROBABILITY,
    complain,
    input_file,
    numbered,
    open_corpora,
    output_file,
    show,
)
from confusables.errors import InputError, InvalidName
from confusables.model import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confusables.report import Report

__all__ = ["check"]


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@CORPUS
@click.option(
    "--suffix", "suffixes", metavar="LIST", help="Endings intended for a brand: ca,com,quebec."
)
@click.option(
    "--market", "markets", multiple=True, metavar="CC", help="Country of the launch, such as CA."
)
@click.option(
    "--mine", type=click.Path(dir_okay=False, path_type=Path), help="A list of your own names."
)
@click.option("--owner", metavar="NAME", help="Names held by this owner are your own.")
@click.option(
    "--exceptions",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A CSV of name, reason and date: collisions that you know and accept.",
)
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="Most collisions shown."
)
@click.option(
    "--min-probability", type=PROBABILITY, help="Least probability shown (that of a review)."
)
@click.option("--warn-at", type=PROBABILITY, help="Probability of a warning.")
@click.option("--review-at", type=PROBABILITY, help="Probability of a review.")
@click.option(
    "--fail-on",
    type=click.Choice(["warn", "review"]),
    default="warn",
    show_default=True,
    help="Level from which the exit code is 1.",
)
@click.option("--explain", is_flag=True, help="Show what each piece of evidence is worth, in bits.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "jsonl"]),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@OUTPUT
@LANG
def check(**options: Any) -> int:
    """Find the existing names that people would mistake for each NAME.

    A NAME is a brand ("Le Panier bleu"), a domain or a URL; - reads names from standard input,
    one a line.
    """
    from confusables.checker import Checker
    from confusables.report.data import unusable

    markets = [_country(market) for market in options["markets"]]
    checker = Checker(
        open_corpora(options["corpora"]),
        markets=markets,
        suffixes=[
            s.strip().lower().lstrip(".")
            for s in (options["suffixes"] or "").split(",")
            if s.strip()
        ],
        mine=_own_names(options["mine"]),
        owner=options["owner"],
        accepted=_exceptions(options["exceptions"]),
        limit=options["limit"],
        min_probability=options["min_probability"],
        warn_at=options["warn_at"],
        review_at=options["review_at"],
    )
    form, lang = options["form"], options["lang"]
    several = len(options["names"]) > 1 or options["names"] == ("-",)
    bad = found = False
    objects: list[dict[str, Any]] = []
    with output_file(options["output"]) as out:
        for place, text in _names(options["names"]):
            try:
                report = checker.check(text)
            except InvalidName as error:
                bad = True
                complain(f"{place}{error}")
                shown: Report | dict[str, Any] = unusable(text, str(error))
            else:
                found |= _fails(report.level, options["fail_on"])
                shown = report
            if form == "text":
                if not isinstance(shown, dict):
                    from confusables.report import text as text_form

                    show(text_form.report(shown, lang, explain=options["explain"]), out)
                    if several:
                        out.write("\n")
            else:
                plain = shown if isinstance(shown, dict) else shown.to_dict(lang)
                if form == "jsonl":
                    out.write(json.dumps(plain, ensure_ascii=False) + "\n")
                    out.flush()
                else:
                    objects.append(plain)
        if form == "json":
            whole: Any = objects if several else objects[0] if objects else []
            out.write(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")
    return BAD_INPUT if bad else FOUND if found else OK


def _names(names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each name with the place it comes from, for messages; - stands for standard input."""
    for name in names:
        if name != "-":
            yield "", name
            continue
        for number, line in numbered(sys.stdin):
            if line.strip():
                yield f"-:{number}: ", line


def _own_names(path: Path | None) -> list[str]:
    if path is None:
        return []
    with input_file(str(path)) as file:
        rows = [(n, line.strip()) for n, line in numbered(file)]
    own = [(n, text) for n, text in rows if text and not text.startswith("#")]
    return [_usable(text, path, number) for number, text in own]


def _exceptions(path: Path | None) -> dict[str, str]:
    """The accepted names of a CSV of name, reason, date, with their reasons."""
    found: dict[str, str] = {}
    if path is None:
        return found
    with input_file(str(path)) as file:
        for row in (reader := csv.reader(file)):
            number = reader.line_num
            cells = [cell.strip() for cell in row]
            if number == 1 and cells[:2] == ["name", "reason"]:
                continue
            if len(cells) != 3 or not all(cells):
                raise InputError("not a row of name, reason, date", path=str(path), line=number)
            try:
                dt.date.fromisoformat(cells[2])
            except ValueError:
                raise InputError(f"{cells[2]!r} is no date", path=str(path), line=number) from None
            found[_usable(cells[0], path, number)] = f"{cells[1]} ({cells[2]})"
    return found


def _usable(text: str, path: Path, number: int) -> str:
    from confusables.names import parse

    try:
        parse(text)
    except InvalidName as error:
        raise InputError(str(error), path=str(path), line=number) from None
    return text


def _country(code: str) -> str:
    from confusables.report.countries import country_name

    if country_name(code.upper(), "en") == code.upper():
        raise click.BadParameter(
            f"{code!r} is no country code of ISO 3166, such as CA", param_hint="--market"
        )
    return code.upper()


def _fails(level: Level, fail_on: str) -> bool:
    return level == Level.WARN or (fail_on == "review" and level == Level.REVIEW)

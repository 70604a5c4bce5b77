"""``confusables check``."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any, TextIO

import click

from confusables.cli.common import (
    CORPUS,
    ENCODER,
    LANG,
    SPEAKER,
    Complaints,
    Outcome,
    aids_of,
    apart,
    complain,
    input_file,
    is_given,
    open_corpora,
    output_file,
    problem_of,
    tell_cut,
    to_standard_output,
)
from confusables.cli.figures import LIMIT, PROBABILITY
from confusables.cli.forms import FORMS, Form
from confusables.cli.launch import Candidates, checked, launch_of, launch_options
from confusables.cli.names import listed
from confusables.cli.online import online_of, online_options
from confusables.cli.texts import OUT, READ, TEXT, form_of
from confusables.errors import InvalidName
from confusables.model import Level, Says
from confusables.readers.text import is_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from confusables.checker import Checker
    from confusables.market import Launch

__all__ = ["check"]

_EXCEPTION: tuple[str, ...] = ("name", "reason", "date")


@click.command(short_help="Find the existing names that people would mistake for a new one.")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@CORPUS
@click.option(
    "--suffix", "suffixes", metavar="LIST", help="Endings intended for a brand: ca,com,quebec."
)
@click.option(
    "--market", "markets", multiple=True, metavar="CC", help="Country of the launch, such as CA."
)
@launch_options
@click.option(
    "--mine",
    type=READ,
    metavar="FILE",
    help="A list of your own names, in any form that screen takes.",
)
@click.option("--owner", type=TEXT, metavar="NAME", help="Names held by this owner are your own.")
@click.option(
    "--exceptions",
    type=READ,
    metavar="FILE",
    help="A CSV of name, reason and date: collisions that you know and accept.",
)
@click.option("--limit", type=LIMIT, default=20, show_default=True, help="Most collisions shown.")
@click.option(
    "--min-probability", type=PROBABILITY, help="Least probability shown (that of a review)."
)
@click.option("--warn-at", type=PROBABILITY, help="Probability of a warning.")
@click.option("--review-at", type=PROBABILITY, help="Probability of a review, of every kind.")
@click.option(
    "--fail-on",
    type=click.Choice(["warn", "review"]),
    default="warn",
    show_default=True,
    help="Level from which the exit code is 1.",
)
@SPEAKER
@ENCODER
@online_options
@click.option(
    "--explain",
    is_flag=True,
    help="Show what each piece of evidence is worth, and what the stray visits assume.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@click.option(
    "--output",
    type=OUT,
    callback=to_standard_output,
    help="Write to a file instead; without --format its ending tells the form"
    " (.html, .json, .jsonl, .csv, .md).",
)
@LANG
def check(**options: Any) -> int:
    """Find the existing names that people would mistake for each NAME.

    A NAME is a brand ("Le Panier bleu"), a domain or a URL; - reads names from standard input,
    one a line (empty lines and # comments do not count).
    """
    _form_by_ending(options)
    launch = launch_of(options)
    read = ("-",) if "-" in options["names"] else ()
    apart(options["output"], *read, *options["corpora"], options["mine"], options["exceptions"])
    several = len(options["names"]) > 1 or options["names"] == ("-",)
    with (
        Outcome() as outcome,
        online_of(options) as online,
        output_file(options["output"]) as out,
    ):
        checker = _checker(options, launch, outcome.complaints, online)
        form: Form | Candidates
        if options["choose"]:
            form = Candidates(launch, options["form"], out, options["lang"], options["explain"])
        else:
            form = Form(options["form"], out, options["lang"], several, options["explain"])
        for place, text, wrong in _names(options["names"]):
            try:
                if wrong:
                    raise InvalidName(wrong)
                report = checker.check(text)
            except InvalidName as error:
                from confusables.report.problems import problem

                outcome.complaints.add(f"{place}{error}")
                form.unusable(text, problem(error, options["lang"]))
            else:
                outcome.found |= _fails(report.level, options["fail_on"])
                outcome.incomplete |= options["require_complete"] and report.coverage.unknown > 0
                form.report(report)
        form.close()
    return outcome.code


def _form_by_ending(options: dict[str, Any]) -> None:
    """Where no form was asked for, that of the file to write."""
    if not is_given("form"):
        options["form"] = form_of(options["output"], FORMS) or options["form"]


def _checker(
    options: dict[str, Any], launch: Launch, complaints: Complaints, online: dict[str, Any]
) -> Checker:
    """The checker that the options ask for; raises click.UsageError where they contradict."""
    from confusables.checker import Checker
    from confusables.score import weights
    from confusables.suggest import ending
    from confusables.territories import country_code, language_code

    try:
        weights().thresholds.moved(options["warn_at"], options["review_at"])
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    return Checker(
        open_corpora(options["corpora"], complaints),
        markets=checked(country_code, options["markets"], "--market"),
        languages=checked(language_code, options["languages"], "--market-language"),
        launch=launch,
        suffixes=checked(ending, _endings(options["suffixes"]), "--suffix"),
        mine=_own_names(options["mine"], complaints),
        owner=options["owner"],
        accepted=_exceptions(options["exceptions"], complaints),
        limit=options["limit"],
        min_probability=options["min_probability"],
        warn_at=options["warn_at"],
        review_at=options["review_at"],
        **aids_of(options["speaker"], options["encoder"]),
        **online,
    )


def _endings(given: str | None) -> list[str]:
    """The endings of a list divided by commas; raises BadParameter where there are none in it."""
    endings = [text for part in (given or "").split(",") if (text := part.strip())]
    if given is not None and not endings:
        raise click.BadParameter("an empty text names nothing", param_hint="'--suffix'")
    return endings


def _names(names: tuple[str, ...]) -> Iterator[tuple[str, str, str | None]]:
    """Each name with the place it comes from, for messages, and what is wrong with its line; -
    stands for standard input."""
    for name in names:
        if name != "-":
            yield "", name, None
            continue
        row = None
        for row in listed("-"):
            yield f"-:{row.line}: ", row.text, row.problem
        if row is None:
            complain(Says("standard input has no name, nothing was checked"), "note")


def _own_names(path: Path | None, complaints: Complaints) -> list[str]:
    """The usable names of a list."""
    if path is None:
        return []
    rows = [(row, row.problem or problem_of(row.text)) for row in listed(str(path))]
    complaints.of_file(path, [(row.line, problem) for row, problem in rows if problem])
    return _whole(path, [row.text for row, problem in rows if not problem])


def _exceptions(path: Path | None, complaints: Complaints) -> dict[str, str]:
    """The accepted names of a CSV of name, reason, date, in this order or that of its header, with
    their reasons."""
    found: dict[str, str] = {}
    order = _EXCEPTION
    if path is None:
        return found
    problems: list[tuple[int, str]] = []
    with input_file(str(path)) as file:
        for number, row in _rows(file):
            cells = [cell.strip() for cell in row]
            head = [cell.lower() for cell in cells]
            if number == 1 and sorted(head) == sorted(_EXCEPTION):
                order = tuple(head)
            if not row or (number == 1 and order == tuple(head)):
                continue
            if len(cells) != len(order) or not all(cells):
                problems.append((number, "not a row of name, reason, date"))
                continue
            name, reason, date = (cells[order.index(column)] for column in _EXCEPTION)
            if not is_date(date):
                problems.append((number, f"{date!r} is no date such as 2026-01-31"))
            elif wrong := problem_of(name):
                problems.append((number, wrong))
            else:
                found[name] = f"{reason} ({date})"
    complaints.of_file(path, problems)
    _whole(path, [*found])
    return found


def _whole(path: Path, names: list[str]) -> list[str]:
    """The usable names of a list; it is told where they say more than is taken of them."""
    from confusables.names import parse, says_more

    tell_cut(path, sum(says_more(parse(name)) for name in names))
    return names


def _rows(file: TextIO) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV with the number of their last line; one without a cell where there is too
    much in a cell."""
    reader = csv.reader(file)
    while True:
        try:
            row = next(reader, None)
        except csv.Error:
            row = [""]
        if row is None:
            return
        yield reader.line_num, row


def _fails(level: Level, fail_on: str) -> bool:
    return level == Level.WARN or (fail_on == "review" and level == Level.REVIEW)

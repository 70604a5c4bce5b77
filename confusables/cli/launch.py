"""What ``check`` takes of a launch, and its candidates side by side."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

import click

from confusables.cli.common import show
from confusables.cli.figures import VISITS
from confusables.errors import InvalidLaunch
from confusables.report.sentences import Unusable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TextIO

    from confusables.market import Launch
    from confusables.report import Report

__all__ = ["Candidates", "checked", "launch_of", "launch_options"]

C = TypeVar("C", bound="Callable[..., Any] | click.Command")

_OPTIONS = (
    click.option(
        "--market-language", "languages", multiple=True, metavar="LANG",
        help="Language of the launch, such as fr (those of its countries).",
    ),
    click.option(
        "--launch-visits", "visits", type=VISITS, metavar="N",
        help="Visits expected on the first day: tells how many may go astray.",
    ),
    click.option("--peak", is_flag=True, help="The launch is broadcast: tell the busiest minute."),
    click.option(
        "--neighbour-capacity", "capacity", type=float, metavar="VISITS_PER_MINUTE",
        help="How many the site of an existing name can take.",
    ),
    click.option(
        "--assume", "assumed", multiple=True, metavar="NAME=LOW,MIDDLE,HIGH",
        help="Set an assumption of the stray visits, or NAME=VALUE; see docs/harm.md.",
    ),
    click.option(
        "--choose", is_flag=True,
        help="Take the NAMEs as candidates and rank them, the clearest first.",
    ),
)  # fmt: skip


def launch_options(command: C) -> C:
    """The options that tell of a launch."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def launch_of(options: dict[str, Any]) -> Launch:
    """The launch as the options tell it. Raises BadParameter for what cannot be."""
    from confusables.market import Launch

    if options["choose"] and options["form"] in ("csv", "markdown"):
        raise click.UsageError("--choose has the formats text, json, jsonl and html")
    if options["visits"] is None and (options["peak"] or options["capacity"] is not None):
        raise click.UsageError("--peak and --neighbour-capacity need --launch-visits")
    try:
        return Launch(
            visits=options["visits"],
            peak=options["peak"],
            capacity=options["capacity"],
            assumptions=dict(map(_assumption, options["assumed"])),
        )
    except InvalidLaunch as error:
        raise click.UsageError(str(error)) from None


def _assumption(text: str) -> tuple[str, tuple[float, float, float]]:
    name, sign, stated = text.partition("=")
    try:
        values = [float(part) for part in stated.split(",")]
    except ValueError:
        values = []
    if not sign or len(values) not in (1, 3):
        raise click.BadParameter(
            f"{text!r} is not NAME=LOW,MIDDLE,HIGH or NAME=VALUE", param_hint="'--assume'"
        )
    low, middle, high = values * 3 if len(values) == 1 else values
    return name, (low, middle, high)


def checked(check: Callable[[str], str], codes: Iterable[str], option: str) -> list[str]:
    """The codes of an option, given one by one or divided by commas, each made sound. Raises
    BadParameter for an unknown one."""
    try:
        return [check(code.strip()) for text in codes for code in text.split(",")]
    except InvalidLaunch as error:
        raise click.BadParameter(str(error), param_hint=f"'{option}'") from None


class Candidates:
    """Gathers reports, and writes the candidates in order of preference at the end."""

    def __init__(self, launch: Launch, form: str, out: TextIO, lang: str, explain: bool) -> None:
        self._launch, self._form, self._out, self._lang = launch, form, out, lang
        self._explain = explain
        self._reports: list[Report] = []
        self._unusable: list[Unusable] = []

    def report(self, report: Report) -> None:
        """One candidate."""
        self._reports.append(report)

    def unusable(self, text: str, problem: str) -> None:
        """What stands in the place of a candidate that is no name."""
        self._unusable.append(Unusable(text, problem))

    def close(self) -> None:
        """Rank and write them."""
        from confusables.market import choose
        from confusables.report import choose as shown

        candidates = choose(self._reports, self._launch)
        if not candidates and self._form in ("text", "html"):
            return
        if self._form == "text":
            from confusables.report import text

            show(shown.text(candidates, self._lang), self._out)
            for one in self._unusable:
                self._out.write("\n")
                show(text.unusable(one, self._lang), self._out)
            return
        if self._form == "html":
            from confusables.report.html import page

            reports = [candidate.report for candidate in candidates]
            made = page([*reports, *self._unusable], self._lang, candidates, explain=self._explain)
            self._out.write(made)
            return
        whole = shown.data(candidates, self._unusable, self._lang)
        indent = 2 if self._form == "json" else None
        self._out.write(json.dumps(whole, ensure_ascii=False, indent=indent) + "\n")

"""What ``check`` takes of the registries: whether they are asked, and that who is told is said."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from confusables.cli.bar import bar
from confusables.cli.common import complain
from confusables.cli.figures import Whole
from confusables.model import Says
from confusables.results import MOST_PROBED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from confusables.lookups import Lookup, Told

__all__ = ["online_of", "online_options"]

C = TypeVar("C", bound="Callable[..., Any] | click.Command")

_OPTIONS = (
    click.option(
        "--online", is_flag=True,
        help="Ask the registries who holds the colliding names; says first who is told.",
    ),
    click.option(
        "--probe", type=Whole(1, MOST_PROBED), metavar="N",
        help="Ask about the N likeliest names that people may type, too; needs --online.",
    ),
    click.option(
        "--accept-terms", "accepted_terms", multiple=True, metavar="SUFFIX",
        help="Ask a registry whose terms forbid questions by program, such as nl.",
    ),
    click.option("--no-cache", is_flag=True, help="Neither use nor keep earlier answers."),
    click.option(
        "--require-complete", is_flag=True,
        help="Exit code 69 where something asked about stayed unknown; needs --online.",
    ),
)  # fmt: skip
_NEED = {
    "probe": "--probe",
    "accepted_terms": "--accept-terms",
    "no_cache": "--no-cache",
    "require_complete": "--require-complete",
}
_HOW = {"rdap": "RDAP", "whois": "WHOIS", "dns": "DNS"}


def online_options(command: C) -> C:
    """The options that tell whether and how the registries are asked."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@contextmanager
def online_of(options: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What a checker takes of the registries: nothing without ``--online``.

    Raises UsageError for an option that needs it.
    """
    if not options["online"]:
        for name, option in _NEED.items():
            if options[name]:
                raise click.UsageError(f"{option} needs --online, which asks the registries")
        yield {}
        return
    with _lookup(options) as lookup:
        telling = _Telling(lookup, options["lang"])
        yield {"lookup": lookup, "probe": options["probe"] or 0, "telling": telling}


def _lookup(options: dict[str, Any]) -> Lookup:
    from confusables import lookups

    cache = None if options["no_cache"] else lookups.default_cache_path()
    try:
        return lookups.Lookup(cache=cache, accept_terms=options["accepted_terms"])
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="'--accept-terms'") from None


class _Telling:
    """Says on standard error who is about to be told, and draws a bar meanwhile."""

    def __init__(self, lookup: Lookup, lang: str) -> None:
        self._lookup, self._lang = lookup, lang

    @contextmanager
    def __call__(self, domains: Sequence[str]) -> Iterator[Callable[[int], None]]:
        told = self._lookup.told(domains)
        for host in told:
            complain(_host(host), "asking", self._lang)
        if told:
            random = Says("and, under each ending with a registered name, one random name")
            complain(random, "asking", self._lang)
        else:
            nobody = Says("nobody: no registry can be asked about these names")
            complain(nobody, "asking", self._lang)
        with bar(Says("asking the registries"), len(domains), self._lang) as done:
            yield done


def _host(told: Told) -> Says:
    values = {"host": told.host, "count": f"{told.domains:,}", "how": _HOW[told.how]}
    if told.in_clear:
        return Says(
            "{host}, told of one name at most ({how}, in clear)"
            if told.domains == 1
            else "{host}, told of up to {count} names ({how}, in clear)",
            values,
        )
    return Says(
        "{host}, told of one name at most ({how}, encrypted)"
        if told.domains == 1
        else "{host}, told of up to {count} names ({how}, encrypted)",
        values,
    )

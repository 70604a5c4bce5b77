"""``confusables notice``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from confusables.cli.common import (
    BAD_INPUT,
    CORPUS,
    LANG,
    OUTPUT,
    Outcome,
    all_usable,
    apart,
    complain,
    open_corpora,
    output_file,
)
from confusables.model import Level, Says
from confusables.names import as_written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from confusables.corpus import Corpus
    from confusables.model import Name, Registration

__all__ = ["notice"]


@click.command(short_help="Draft a letter to the holder of an existing name.")
@click.argument("new")
@click.argument("existing")
@CORPUS
@OUTPUT
@LANG
def notice(
    new: str, existing: str, corpora: tuple[str, ...], output: Path | None, lang: str
) -> int:
    """Draft a letter to the holder of EXISTING, and a sentence for your own site NEW.

    Both are drafts for you to change; nothing is sent.
    """
    from confusables.checker import compare
    from confusables.market import notice as draft
    from confusables.names import parse
    from confusables.report.remarks import left_aside

    apart(output, *corpora)
    if not all_usable((new, existing)):
        return BAD_INPUT
    mine, theirs = parse(new), parse(existing)
    aside = [told for name in (mine, theirs) if (told := left_aside(name, lang))]
    found = compare(mine.input, theirs.input)
    if found.same:
        for told in aside:
            complain(told, "note")
        complain(f"{as_written(mine)} and {as_written(theirs)} are one and the same name")
        return BAD_INPUT
    outcome = Outcome()
    opened = open_corpora(corpora, outcome.complaints)
    ours, held = _registered(opened, mine), _registered(opened, theirs)
    _caution(mine, theirs, ours, held, found.level)
    made = draft(
        mine,
        theirs,
        lang,
        ours=ours,
        theirs=held,
        planned=dt.datetime.now(dt.UTC).date(),
        level=found.level,
    )
    with output_file(output) as out:
        out.writelines(f"{told}\n\n" for told in aside)
        out.write(f"{made.letter_title}\n\n{made.letter}\n")
        out.write(f"{made.sentence_title}\n\n{made.sentence}\n")
    return outcome.code


def _caution(
    mine: Name,
    theirs: Name,
    ours: Registration | None,
    held: Registration | None,
    level: Level,
) -> None:
    """Tell what the letter says and what was searched does not bear out."""
    names = {"new": as_written(mine), "existing": as_written(theirs)}
    if held is None:
        complain(
            Says("{existing} is in no list that was searched; see that it exists", names), "note"
        )
    if ours is not None:
        complain(
            Says("{new} is registered already; the letter is for its holder to send", names), "note"
        )
    if level == Level.BELOW:
        told = Says(
            "{new} and {existing} are hardly taken for one another (below review); the letter says"
            " nothing of it and leaves a place for your reason",
            names,
        )
        complain(told, "note")


def _registered(corpora: Sequence[Corpus], name: Name) -> Registration | None:
    """What the corpora hold of a domain; of a brand what they hold under that very name."""
    for corpus in corpora:
        hit = corpus.find(name.unicode)
        for found in corpus.registrations(hit) if hit else ():
            if found.domain == (name.ascii if name.suffix else None):
                return found
    return None

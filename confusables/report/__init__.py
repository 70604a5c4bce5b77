"""The Report of one name, and its forms: text, HTML, Markdown, JSON, tables."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any

from confusables.report import data
from confusables.results import NONE_HIDDEN, Hidden

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from confusables.model import Level, Name, Reading, Registration
    from confusables.results import Advice, Collision, Coverage, Intended, Suggestion
    from confusables.score import Thresholds

__all__ = ["Report"]


@dataclass(frozen=True, slots=True)
class Report:
    """What was found for one name. Collisions stand strongest first.

    ``existing`` is the very domain asked about, where it is registered; ``intended`` are those of
    the endings that a brand is meant to have, each with its registration; ``own`` are names of the
    same owner, ``accepted`` those that the user accepted: neither counts for the level.
    ``advice`` is what to do about the name as a whole. ``hidden`` counts the collisions that were
    found and are not shown; the ``level`` counts them too. ``visits`` are those of the launch,
    where they are given.

    ``to_dict`` is the report as plain data. ``dataclasses.asdict`` is not: it leaves what is made
    when it is looked at (the suggestions) as objects, and knows nothing of the schema.
    """

    name: Name
    markets: tuple[str, ...]
    readings: tuple[Reading, ...]
    level: Level
    existing: Registration | None
    collisions: tuple[Collision, ...]
    own: tuple[Collision, ...]
    accepted: tuple[Collision, ...]
    suggestions: Sequence[Suggestion] = field(hash=False)  # to be made for a hash alone
    coverage: Coverage
    thresholds: Thresholds
    made: data.Made
    advice: Sequence[Advice] = ()
    hidden: Hidden = NONE_HIDDEN
    intended: tuple[Intended, ...] = ()
    visits: int | None = None

    @property
    def taken(self) -> tuple[str, ...]:
        """The intended domains that are registered, and not known to be the user's."""
        return tuple(p.domain for p in self.intended if p.existing and not p.own)

    def is_intended(self, domain: str | None) -> bool:
        """Whether an existing domain is one that the launch is meant to have."""
        return any(place.domain == domain for place in self.intended)

    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """The report as plain data, as its JSON has it; ``lang`` is that of the sentences."""
        return data.report(self, lang)

    def to_json(self, lang: str = "en", *, indent: int | None = 2) -> str:
        """The report as JSON."""
        return json.dumps(self.to_dict(lang), ensure_ascii=False, indent=indent)

    def to_frame(self) -> pd.DataFrame:
        """The collisions as a table, one row each. Raises MissingExtra without pandas."""
        return data.frame(self)

    def to_html(self, lang: str = "en", *, explain: bool = False) -> str:
        """The report as one self-contained HTML page; ``explain`` unfolds what each reason is worth
        and adds what the visits assume.

        Raises MissingExtra without Jinja2.
        """
        from confusables.report.html import page

        return page([self], lang, explain=explain)

    def to_markdown(self, lang: str = "en", *, explain: bool = False) -> str:
        """The report as Markdown; with ``explain`` what reasons are worth and visits assume."""
        from confusables.report.markdown import markdown

        return markdown(self, lang, explain=explain)

    def _repr_html_(self) -> str:
        """The report as a notebook shows it; plain text without Jinja2."""
        from confusables.errors import MissingExtra
        from confusables.report.html import fragment

        try:
            return fragment(self)
        except MissingExtra:
            return f"<pre>{escape(self.to_text())}</pre>"

    def to_text(self, lang: str = "en", *, width: int = 80, explain: bool = False) -> str:
        """The report as plain text."""
        from confusables.report.text import plain

        return plain(self, lang, width=width, explain=explain)

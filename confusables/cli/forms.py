"""The forms in which ``check`` writes its reports."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO

from confusables.cli.common import show
from confusables.errors import InputError
from confusables.report.sentences import Unusable

if TYPE_CHECKING:
    from confusables.report import Report

__all__ = ["FORMS", "Form"]

FORMS = ("text", "json", "jsonl", "csv", "html", "markdown")


class Form:
    """Writes reports in the form that was asked for."""

    def __init__(self, form: str, out: TextIO, lang: str, several: bool, explain: bool) -> None:
        self._form, self._out, self._lang = form, out, lang
        self._several, self._explain = several, explain
        self._objects: list[dict[str, Any]] = []
        self._reports: list[Report | Unusable] = []
        if form == "csv":
            from confusables.report.sheet import write_header

            write_header(out)
        elif form == "html":
            from confusables.report.html import ready

            ready()

    def report(self, report: Report) -> None:
        """One report."""
        if self._form == "text":
            from confusables.report import text

            show(text.report(report, self._lang, explain=self._explain), self._out)
            if self._several:
                self._out.write("\n")
        elif self._form == "html":
            self._reports.append(report)
        elif self._form == "markdown":
            self._out.write(
                report.to_markdown(self._lang, explain=self._explain)
                + ("\n" if self._several else "")
            )
        elif self._form == "csv":
            from confusables.report.sheet import write_report

            write_report(report, self._out, self._lang)
        else:
            self._plain(report.to_dict(self._lang))

    def unusable(self, text: str, problem: str) -> None:
        """What stands in the place of a report that cannot be made: in those for people beside
        others alone, since standard error says it too."""
        if self._form == "html":
            self._reports.append(Unusable(text, problem))
        elif self._form == "text" and self._several:
            from confusables.report import text as text_form

            show(text_form.unusable(Unusable(text, problem), self._lang), self._out)
            self._out.write("\n")
        elif self._form == "markdown" and self._several:
            from confusables.report.markdown import unusable as told

            self._out.write(told(Unusable(text, problem), self._lang) + "\n")
        elif self._form == "csv":
            from confusables.report.sheet import write_unusable

            write_unusable(text, problem, self._out)
        elif self._form in ("json", "jsonl"):
            from confusables.report.data import unusable

            self._plain(unusable(text, problem))

    def close(self) -> None:
        """The end: JSON is one value, HTML one page. Raises InputError where it would be empty."""
        if self._form == "json":
            whole = self._objects if self._several else self._objects[0]
            self._out.write(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")
        elif self._form == "html":
            if all(isinstance(report, Unusable) for report in self._reports):
                raise InputError("no name to make a page of")
            from confusables.report.html import page

            self._out.write(page(self._reports, self._lang, explain=self._explain))

    def _plain(self, value: dict[str, Any]) -> None:
        if self._form == "json":
            self._objects.append(value)
        else:
            self._out.write(json.dumps(value, ensure_ascii=False) + "\n")
            self._out.flush()

"""``shipped.corpus``: the registrations of ``records`` as a corpus file.

The domains are registrable names already, so the label is what stands before the first dot: no
suffix list, which changes from month to month, has a part in the bytes.
"""

from __future__ import annotations

import io

from confusables.corpus.build import Skipped, Source, write
from confusables.corpus.rows import line
from confusables.model import Registration
from confusables.names import brand, from_labels
from confusables.views import base_form
from steps import Inputs, Step
from steps.records import INPUTS, Record, as_of, records

__all__ = ["STEP"]


def _line(record: Record) -> str:
    if record.domain:
        label, _, suffix = record.domain.partition(".")
        shown = from_labels(label, suffix).unicode
    else:
        shown, suffix = brand(record.name).unicode, ""
    stated = Registration(
        None, record.name or None, record.owners, record.countries, record.since, record.sources
    )
    return line(base_form(shown), shown, suffix, stated)


def build(inputs: Inputs) -> bytes:
    dates = as_of(inputs)
    sources = [Source(name, date) for name, date in sorted(dates.items())]
    file = io.BytesIO()
    lines = (_line(record) for record in records(inputs))
    write(file, lines, sources, Skipped(), built=max(dates.values()))
    return file.getvalue()


STEP = Step("shipped.corpus", INPUTS, build)

"""Show and fill the column of a language in the table of meanings.

    python data/column.py xx > rows.tsv    the rows without a word of it, the commonest first
    python data/column.py xx rows.tsv      put the words of such a file into data/concepts.tsv

A row is a number, a cell for the words, and what the first languages say. Write into the cell the
usual word first, others behind commas (`blau,blava`), and leave empty what you have no word for;
what stands behind the cell is not read. The first words that are put in make the column.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

DATA = Path(__file__).resolve().parent
for folder in (DATA.parent, DATA):
    sys.path.insert(0, str(folder))

from steps import lines  # noqa: E402 (needs the path above)
from steps.meanings import meanings  # noqa: E402 (needs the path above)

from confusables import words  # noqa: E402 (needs the path above)
from confusables.files import put  # noqa: E402 (needs the path above)
from confusables.languages import LANGUAGES  # noqa: E402 (needs the path above)

CONCEPTS = DATA / "concepts.tsv"
_SHOWN = 6  # cells of the table beside the empty one

Row = list[str]


def read(content: bytes, code: str) -> list[Row]:
    """The rows of the table, with the column of a language: an empty one where there is none."""
    found = [line.split("\t") for line in lines(content)]
    if code not in found[0]:
        for number, row in enumerate(found):
            if number == 0 or not row[0].startswith("#"):
                row.append("" if number else code)
    return found


def missing(table: list[Row], code: str) -> list[Row]:
    """The rows without a word of the language, those of the commonest English words first."""
    at = table[0].index(code)
    rows = [row for row in table[1:] if not row[0].startswith("#") and not row[at]]
    rows.sort(key=lambda row: words.rarity(row[1].partition(",")[0]))
    shown = [place for place in range(1, len(table[0])) if place != at][:_SHOWN]
    return [[row[0], "", *(row[place] for place in shown)] for row in rows]


def filled(table: list[Row], code: str, given: list[Row]) -> bytes:
    """The table with the words that were given; raises ValueError for what is none of its rows, or
    would take the place of other words, and as ``meanings`` does."""
    at, rows = table[0].index(code), {row[0]: row for row in table[1:]}
    for number, cell, *_ in (row for row in given if len(row) > 1 and row[1].strip()):
        row = rows.get(number)
        if row is None or row[at] not in ("", cell.strip()):
            has = f"{row[at]!r} already" if row else "no such row"
            raise ValueError(f"{number} {cell!r}: {has}")
        row[at] = cell.strip()
    content = "".join("\t".join(row) + "\n" for row in table).encode()
    list(meanings(content))
    return content


def main(arguments: list[str] | None = None) -> None:
    """Print the rows that are missing, or write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("code", choices=[language.code for language in LANGUAGES])
    parser.add_argument("file", type=Path, nargs="?")
    options = parser.parse_args(arguments)
    table = read(CONCEPTS.read_bytes(), options.code)
    if not options.file:
        sys.stdout.writelines("\t".join(row) + "\n" for row in missing(table, options.code))
        return
    given = [line.split("\t") for line in lines(options.file.read_bytes())]
    try:
        put(CONCEPTS, filled(table, options.code, given))
    except ValueError as error:
        parser.error(f"{options.file}: {error}")
    left = len(missing(table, options.code))
    print(f"{CONCEPTS.name}: {left} rows without a word of {options.code}", file=sys.stderr)


if __name__ == "__main__":
    main()

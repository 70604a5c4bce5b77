"""``suffixes.tsv``: where a suffix belongs, and how much it is used.

A line is ``suffix  kind  country  worldwide  languages  shipped``, tab-separated, sorted;
the first line begins with ``#``. Suffixes are A-labels.

- ``kind``: ``country`` (country-code domains, IDN ones included, and what lies under them, co.uk),
  ``place`` (a generic domain of a place: quebec, bzh), ``generic``, or ``restricted`` (not open to
  everybody: gov, and edu.au, gouv.fr, ac.uk under a country).
- ``country``: ISO 3166 alpha-2, empty where there is none; ``EU`` for the European Union. ISO 3166
  codes are their own domains but for uk (GB), ac (SH), eu (EU) and su (RU).
- ``worldwide``: ``yes`` for country-code domains that are used as if they were generic (io, co),
  judged: the ones that search engines do not tie to their country.
- ``languages``: those that the script or the place of the suffix suggests, joined by blanks; empty
  elsewhere (see ``territories.tsv`` for the languages of the country).
- ``shipped``: domains directly below this suffix among the records that ship.

Every top-level domain of the list of April 2025 stands here; of suffixes with two labels those
under a country that hold at least ``LEAST`` shipped domains and look like a category (restricted,
or at most four letters).
"""

from __future__ import annotations

import csv
import io
from collections import Counter

from steps import Inputs, Step, rows
from steps.records import RECORDS, records

OWN = "suffixes.csv"
ROOT = "sources/tld-registry-servers.tsv.gz"
LEAST = 5

_CATEGORY = 4
_CLOSED = (
    "ac bank bd cri ed edu fed gc go gob gop gouv gov govern govt gub gv health iwi k12 lg mi mil "
    "mod nhs nic parliament police re res sch school schools schule"
)
_RESTRICTED = frozenset(_CLOSED.split())
"""Second labels that stand for governments, schools, science, banks and the like."""


def _top(inputs: Inputs) -> dict[str, tuple[str, str, str, str]]:
    """Kind, country, worldwide and languages of every top-level domain."""
    own = {
        row["suffix"]: (row["kind"], row["country"], row["worldwide"], row["languages"])
        for row in csv.DictReader(io.StringIO(inputs[OWN].decode("utf-8"), newline=""))
    }
    known: dict[str, tuple[str, str, str, str]] = {}
    for name, stated, *_ in rows(inputs[ROOT], 8):
        if name in own:
            known[name] = own.pop(name)
        elif stated == "cctld":
            if len(name) != len("xx"):
                raise ValueError(f"{name}: a country code whose country data/{OWN} does not say")
            known[name] = ("country", name.upper(), "", "")
        else:
            known[name] = ("generic", "", "", "")
    if own:
        raise ValueError(f"data/{OWN}: not in the root: {', '.join(sorted(own))}")
    return known


def _build(inputs: Inputs) -> bytes:
    known = _top(inputs)
    shipped = Counter(
        record.domain.partition(".")[2] for record in records(inputs) if record.domain
    )
    for suffix, count in shipped.items():
        second, _, last = suffix.rpartition(".")
        kind, country, _, languages = known.get(last, ("", "", "", ""))
        open_to_all = second not in _RESTRICTED
        category = second and "." not in second and (len(second) <= _CATEGORY or not open_to_all)
        if category and kind == "country" and count >= LEAST:
            kind = "country" if open_to_all else "restricted"
            known[suffix] = (kind, country, "", languages)
    lines = ["#suffix\tkind\tcountry\tworldwide\tlanguages\tshipped"]
    for suffix in sorted(known):
        lines.append("\t".join((suffix, *known[suffix], str(shipped[suffix]))))
    return ("\n".join(lines) + "\n").encode("ascii")


STEP = Step("suffixes.tsv", (ROOT, OWN, *RECORDS), _build)

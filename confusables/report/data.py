"""Reports and comparisons as plain data: the one place that knows the JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from confusables.clean import whole
from confusables.errors import MissingExtra
from confusables.names import shown
from confusables.report import launch
from confusables.report.words import say

if TYPE_CHECKING:
    import pandas as pd

    from confusables.model import Answer, Name, Reading, Registration, Term
    from confusables.report import Report
    from confusables.results import Collision, Comparison, Coverage, Suggestion
    from confusables.score import Thresholds

__all__ = ["SCHEMA", "Made", "comparison", "frame", "report", "unusable"]

SCHEMA = "confusables/1"


class Made(NamedTuple):
    """When and with what a report was made."""

    at: str
    version: str
    weights: str
    unicode: str
    suffix_list: str


def report(found: Report, lang: str) -> dict[str, Any]:
    """The object that ``check --format json`` prints for one name."""
    return {
        "schema": SCHEMA,
        "made": found.made._asdict(),
        "thresholds": _thresholds(found.thresholds),
        "name": _name(found.name, found.markets, found.readings),
        "level": str(found.level),
        "existing": _existing(found.existing) if found.existing else None,
        "intended": [
            {
                "domain": p.domain,
                "existing": _existing(p.existing) if p.existing else None,
                "own": p.own,
            }
            for p in found.intended
        ],
        "collisions": [_collision(c, lang) for c in found.collisions],
        "own": [_collision(c, lang) for c in found.own],
        "accepted": [_collision(c, lang) for c in found.accepted],
        "suggestions": [_suggestion(s, lang) for s in found.suggestions],
        "advice": [launch.advice(a, lang) for a in found.advice],
        "hidden": found.hidden._asdict(),
        "coverage": _coverage(found.coverage, lang),
    }


def comparison(found: Comparison, lang: str = "en") -> dict[str, Any]:
    """The object that ``compare --format json`` prints."""
    return {
        "schema": SCHEMA,
        "a": found.a.input,
        "b": found.b.input,
        "probability": found.probability,
        "prior_bits": found.prior_bits,
        "bits": found.bits,
        "level": str(found.level),
        "kind": str(found.kind),
        "same": found.same,
        "compared": {"a": found.a.ascii, "b": found.b.ascii},
        "terms": [_term(t, lang) for t in found.terms],
    }


def unusable(text: str, problem: str) -> dict[str, Any]:
    """What stands in the place of a name that cannot be used."""
    return {"schema": SCHEMA, "input": whole(text), "error": problem}


def frame(found: Report) -> pd.DataFrame:
    """The collisions of a report as a table."""
    try:
        import pandas as pd
    except ImportError:
        raise MissingExtra("a table of the collisions", "notebook") from None
    columns = [
        "domain",
        "name",
        "level",
        "probability",
        "bits",
        "kind",
        "owners",
        "countries",
        "since",
    ]
    rows = [
        (
            c.domain, c.name, str(c.level), c.probability, c.bits, str(c.kind),
            ", ".join(c.registration.owners), ", ".join(c.registration.countries),
            c.registration.since,
        )
        for c in found.collisions
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _thresholds(at: Thresholds) -> dict[str, Any]:
    """The probabilities of the levels, with an object a kind where they differ."""
    kinds = {str(kind): {"warn": at.warn, "review": review} for kind, review in at.reviews.items()}
    return {"warn": at.warn, "review": at.review, **kinds}


def _name(name: Name, markets: tuple[str, ...], readings: tuple[Reading, ...]) -> dict[str, Any]:
    return {
        "input": name.input,
        "label": name.label,
        "suffix": name.suffix,
        "subdomain": name.subdomain,
        "path": whole(name.path),
        "ascii": name.ascii,
        "unicode": shown(name),
        "markets": list(markets),
        "readings": [
            {"language": r.language, "words": list(r.words), "core": list(r.core)} for r in readings
        ],
    }


def _term(term: Term, lang: str) -> dict[str, Any]:
    return {
        "family": str(term.family),
        "signal": term.signal,
        "level": term.level,
        "bits": term.bits,
        "because": say(term.says, lang),
        "fitted": term.fitted,
        "pairs": term.pairs,
    }


def _registration(found: Registration) -> dict[str, Any]:
    return {
        "owners": list(found.owners),
        "countries": list(found.countries),
        "since": found.since,
        "sources": list(found.sources),
    }


def _existing(found: Registration) -> dict[str, Any]:
    return {"domain": found.domain, "name": found.name, **_registration(found)}


def _collision(found: Collision, lang: str) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "domain": found.domain,
        "name": found.name,
        "unicode": found.unicode,
        "level": str(found.level),
        "probability": found.probability,
        "prior_bits": found.prior_bits,
        "bits": found.bits,
        "kind": str(found.kind),
        "terms": [_term(t, lang) for t in found.terms],
        "registration": _registration(found.registration),
        "also": [
            {
                "domain": other.domain,
                "owners": list(other.owners),
                "countries": list(other.countries),
                "since": other.since,
            }
            for other in found.also
        ],
        "lookup": answer(found.lookup),
        **launch.collision(found, lang),
    }
    if found.why:
        shown["why"] = say(found.why, lang)
    return shown


def _suggestion(found: Suggestion, lang: str) -> dict[str, Any]:
    return {
        "domain": found.domain,
        "probability": found.probability,
        "kind": str(found.kind),
        "because": say(found.says, lang),
        "lookup": answer(found.lookup),
    }


def answer(found: Answer | None) -> dict[str, Any] | None:
    """A registry's answer as plain data."""
    if found is None:
        return None
    return {
        "verdict": str(found.verdict),
        "reason": str(found.reason),
        "source": found.source,
        "at": found.at,
        "registrar": found.registrar,
        "holder": found.holder,
        "created": found.created,
        "expires": found.expires,
        "statuses": list(found.statuses),
        "countries": [{"country": c.country, "says": c.says} for c in found.countries],
    }


def _coverage(found: Coverage, lang: str) -> dict[str, Any]:
    return {
        "corpora": [
            {"name": c.name, "names": c.names, "as_of": c.as_of, "digest": c.digest}
            for c in found.corpora
        ],
        "lookups": {"asked": found.asked, "unknown": found.unknown},
        "not_searched": [say(s, lang) for s in found.not_searched],
    }

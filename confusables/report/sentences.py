"""What a report says, in words and parts that every form of it shows alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from confusables.clean import clean
from confusables.model import Family, Level, Says
from confusables.names import shown, spelled
from confusables.readers import POPULAR, REGISTRIES
from confusables.report.countries import countries, country_name
from confusables.report.remarks import of_endings
from confusables.report.words import join, opened, say, titled
from confusables.territories import place_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from confusables.model import Registration, Term
    from confusables.report import Report
    from confusables.results import Collision, Intended, Searched

__all__ = [
    "Bar",
    "Unusable",
    "also",
    "apart",
    "assumptions",
    "bars",
    "compared_with",
    "existing",
    "further",
    "holder",
    "named",
    "not_checked",
    "of_visits",
    "reasons",
    "reservation",
    "reservations",
    "searched",
    "tone",
    "verdict",
    "who",
]

_REASONS = 3
_WORTH_A_LINE = 1.0  # bits of a reason beside the first
_LISTS = 3
_SHIPPED = "shipped"

_KINDS = (
    (Says("names as their registry lists them"), REGISTRIES),
    (Says("popular names, no complete list of any ending"), POPULAR),
    (Says("lists whose kind is not stated"), None),
)


class Unusable(NamedTuple):
    """A text that is no name, as it was given, and what is wrong with it."""

    text: str
    problem: str


class Bar(NamedTuple):
    """One step of a waterfall: its bits, where it starts and ends (bits), and what it is."""

    bits: float
    start: float
    end: float
    text: str
    judged: str = ""


def named(found: Collision) -> str:
    """An existing name, a domain as in ``heading``, a brand as its owner writes it."""
    return spelled(found.domain) if found.domain else found.called


def not_checked(found: Unusable, lang: str) -> tuple[str, str, str]:
    """What stands in the place of a report that cannot be made: the text, a word as that of a
    verdict, and why, without its full stop."""
    return clean(found.text), say(Says("NOT CHECKED"), lang), found.problem


def verdict(found: Report, lang: str) -> tuple[str, str]:
    """The verdict as a word and a sentence without its full stop."""
    hidden = {Level.WARN: found.hidden.warn, Level.REVIEW: found.hidden.review}
    count = {
        level: sum(c.level == level for c in found.collisions) + n for level, n in hidden.items()
    }
    if found.level == Level.WARN:
        word, sentence = Says("WARNING"), _likely(count[Level.WARN])
    elif found.level == Level.REVIEW:
        word, sentence = Says("TO REVIEW"), _possible(count[Level.REVIEW])
    else:
        word, sentence = _none(found)
    told = say(sentence, lang)
    if found.level == Level.WARN and count[Level.REVIEW]:
        more = Says(
            "and one more to review" if count[Level.REVIEW] == 1 else "and {count} more to review",
            {"count": str(count[Level.REVIEW])},
        )
        told += f", {say(more, lang)}"
    if unseen := sum(hidden.values()):
        values = {"told": told, "count": str(unseen)}
        told = say(Says("{told}; not shown here: {count}", values), lang)
    return say(word, lang), told


def apart(found: Report, lang: str) -> Iterator[tuple[str, tuple[Collision, ...]]]:
    """What stands apart from the collisions, under its titles: what the user holds or accepted."""
    if found.own:
        yield say(Says("Held by the same owner, no collision:"), lang), found.own
    if found.accepted:
        yield say(Says("Known and accepted, no collision:"), lang), found.accepted


def existing(found: Report, lang: str) -> list[str]:
    """That the name itself is registered, by whom, and the same of the addresses that it is meant
    to have, in a line each; empty where nothing is known of either."""
    told = _intended(found.intended, found.markets, lang) if found.intended else []
    told += of_endings(found, lang)
    if found.existing:
        itself = say(Says("The name itself is registered already"), lang)
        told.append(titled(itself, who(found.existing, lang, found.markets), lang) + ".")
    return told


def _intended(places: Sequence[Intended], markets: Sequence[str], lang: str) -> list[str]:
    """The addresses of a launch, and of those that are registered by whom; whose a brand's is no
    list can tell, but that of the user."""
    title = Says("Your intended address" if len(places) == 1 else "Your intended addresses")
    told = [titled(say(title, lang), ", ".join(spelled(p.domain) for p in places), lang) + "."]
    taken = Says("{domain} is registered already")
    for place in places:
        if place.existing:
            held = say(Says(taken.template, {"domain": spelled(place.domain)}), lang)
            known = f" — {say(place.why, lang)}" if place.why else ""
            told.append(titled(held, who(place.existing, lang, markets), lang) + f"{known}.")
    if strange := sum(place.existing is not None and not place.own for place in places):
        whose = Says(
            "Nothing here tells whose that is; if it is yours, list it with --mine."
            if strange == 1
            else "Nothing here tells whose these are; those that are yours, list with --mine."
        )
        told.append(say(whose, lang))
    if unseen := [spelled(place.domain) for place in places if not place.existing]:
        unsaid = Says(
            "No list that was searched holds {domains}, which does not say that nobody does.",
            {"domains": _either(unseen, lang)},
        )
        told.append(say(unsaid, lang))
    return told


def _either(names: Sequence[str], lang: str) -> str:
    """Names of which a list holds none: a, b or c."""
    *most, last = names
    if not most:
        return last
    return say(Says("{names} or {last}", {"names": ", ".join(most), "last": last}), lang)


def _none(found: Report) -> tuple[Says, Says]:
    """The verdict where no collision was found: that nothing was, but for the name itself."""
    if found.existing:
        return (
            Says("REGISTERED ALREADY"),
            Says("no other existing name that people would mistake it for, in what was searched"),
        )
    return (
        Says("NONE FOUND"),
        Says("no existing name that people would mistake it for, in what was searched"),
    )


def tone(found: Report) -> Level:
    """The level in whose colour a verdict stands: one of a name that is registered itself is no
    green light."""
    return Level.REVIEW if found.existing and found.level == Level.NONE_FOUND else found.level


def _likely(count: int) -> Says:
    if count == 1:
        return Says("one existing name that people are likely to mistake it for")
    return Says(
        "{count} existing names that people are likely to mistake it for", {"count": str(count)}
    )


def _possible(count: int) -> Says:
    if count == 1:
        return Says("one existing name that some people may mistake it for")
    return Says("{count} existing names that some people may mistake it for", {"count": str(count)})


def reasons(terms: tuple[Term, ...]) -> list[Term]:
    """The strongest reasons, and that the ending is another; the rest is in the waterfall."""
    shown = [t for at, t in enumerate(terms) if t.bits >= (_WORTH_A_LINE if at else 0.0)]
    shown = [t for t in shown if t.bits > 0]
    if any(t.family != Family.SUFFIX and not _same_letters(t) for t in shown):
        shown = [t for t in shown if not _same_letters(t)]  # the others say why they are
    shown = shown[:_REASONS]
    ending = (t for t in terms if t.family == Family.SUFFIX and t.level != "same")
    return shown + [t for t in ending if t not in shown]


def _same_letters(term: Term) -> bool:
    return (term.signal, term.level) == ("typing", "same-letters")


def who(registration: Registration, lang: str, markets: Collection[str] = ()) -> str:
    """Name, owners, countries (those of the launch first) and date, as far as they are stated."""
    name, owners = registration.name, [o for o in registration.owners if o != registration.name]
    parts = [clean(part) for part in (name, *owners[:2]) if part]
    parts = parts or [say(Says("holder not stated"), lang)]
    parts.append(_where(registration, markets, lang))
    if registration.since:
        parts.append(say(Says("since {date}", {"date": registration.since}), lang))
    else:
        parts.append(say(Says("date not stated"), lang))
    return " · ".join(parts)


def holder(registration: Registration, lang: str, markets: Collection[str] = ()) -> str:
    """The same as a sentence of its own; a name stays as its owner writes it: adidas is no
    Adidas."""
    told = who(registration, lang, markets)
    return told if registration.name or registration.owners else opened(told)


def _where(registration: Registration, markets: Collection[str], lang: str) -> str:
    """The stated countries, else that of the ending, which is no statement of anybody's."""
    if registration.countries:
        return countries(registration.countries, markets, lang)
    suffix = registration.domain.partition(".")[2] if registration.domain else None
    if country := place_of(suffix).country:
        told = Says("{country}, by the ending", {"country": country_name(country, lang)})
        return say(told, lang)
    return say(Says("country not stated"), lang)


def also(found: Collision, most: int, lang: str) -> str:
    """The other registrations of the label, at most so many by name, each with its holder where
    that is another; empty for none."""
    if not found.also:
        return ""
    others = [_other(r, _owner(found.registration)) for r in found.also[:most]]
    if len(found.also) > most:
        others.append(f"+{len(found.also) - most}")
    return titled(say(Says("also"), lang), ", ".join(others), lang)


def _owner(registration: Registration) -> str:
    return clean(next(iter(registration.owners), registration.name or ""))


def _other(registration: Registration, known: str) -> str:
    """A registration beside another one, with its holder where that is not the known one."""
    if not registration.domain:
        return clean(registration.name or "")
    holder = _owner(registration)
    named = holder and holder.casefold() != known.casefold()
    return f"{spelled(registration.domain)} ({holder})" if named else spelled(registration.domain)


def searched(corpus: Searched, lang: str) -> str:
    """A corpus that was searched, as of when, and what kind of lists it was built from."""
    as_of = corpus.as_of or say(Says("an unknown date"), lang)
    told = Says(
        "{names} names in “shipped”, as of {as_of}"
        if corpus.name == _SHIPPED
        else "one name in “{corpus}”, as of {as_of}"
        if corpus.names == 1
        else "{names} names in “{corpus}”, as of {as_of}",
        {"names": f"{corpus.names:,}", "corpus": corpus.name, "as_of": as_of},
    )
    lists = _lists(corpus, lang)
    return titled(say(told, lang), lists, lang) if lists else say(told, lang)


def _lists(corpus: Searched, lang: str) -> str:
    """The lists of a corpus by their kind, as far as it is known."""
    if corpus.name == _SHIPPED:
        shipped = Says(
            "brands that have shops or branches, online services, research organisations and"
            " documented confusions; few other names that are on the web alone"
        )
        return say(shipped, lang)
    told = []
    for says, formats in _KINDS:
        names = [clean(found.name) for found in corpus.lists if _is_of(found.format, formats)]
        more = [f"+{len(names) - _LISTS}"] if len(names) > _LISTS else []
        if names:
            told.append(f"{say(says, lang)} ({', '.join([*names[:_LISTS], *more])})")
    return join(told, lang)


def _is_of(reader: str, formats: frozenset[str] | None) -> bool:
    return reader not in REGISTRIES | POPULAR if formats is None else reader in formats


def reservation(lang: str) -> str:
    """What no report says, in the short form that stands beside "none found"."""
    told = Says(
        "“None found” does not say that nobody holds such a name, and nothing here is legal advice."
    )
    return say(told, lang)


def compared_with(found: Report, collision: Collision) -> str:
    """The new name as its letters stand beside those of an existing one: an address that it is
    meant to have is not another."""
    return collision.unicode if found.is_intended(collision.domain) else shown(found.name)


def reservations(lang: str) -> str:
    """What a report does not say, at its end."""
    told = Says(
        "A probability is a judgement about pairs of names, not a measurement. Nothing here is"
        " legal advice, and “none found” does not say that nobody holds such a name."
    )
    return say(told, lang)


def further(found: Report, lang: str) -> list[str]:
    """What to do where nothing was found, which is no end of the search; empty elsewhere."""
    if found.level != Level.NONE_FOUND:
        return []
    steps = [
        Says(
            "ask the registries about the names that people may type by mistake"
            " (--online --probe 10)"
        ),
        Says(
            "bring more lists: those that registries publish, and your own (corpus build, then"
            " --corpus)"
        ),
        Says(
            "have the registers of trademarks and of companies searched, and look into the app"
            " stores and social networks: no list holds them"
        ),
    ]
    return [say(step, lang) for step in steps[found.coverage.asked > 0 :]]


def of_visits(found: Report, lang: str) -> str:
    """Of what the stray visits are a part; empty where the visits of the launch are not given."""
    if found.visits is None or not (found.collisions or found.advice):
        return ""
    told = Says(
        "Stray visits are estimated, of the {visits} visits given for the first day of the launch.",
        {"visits": f"{found.visits:,}"},
    )
    return say(told, lang)


def assumptions(found: Report, lang: str, *, explain: bool) -> str:
    """The same, and where the assumptions stand."""
    told = of_visits(found, lang)
    if not told:
        return ""
    where = Says(
        "What they assume is told with them."
        if explain
        else "The option --explain shows what they assume."
    )
    return f"{told} {say(where, lang)}"


def bars(prior: float, terms: tuple[Term, ...], total: float, lang: str) -> list[Bar]:
    """The steps of a waterfall: the prior, the terms, and their sum."""
    found = [Bar(prior, 0.0, prior, say(Says("before any evidence"), lang))]
    for term in terms:
        start = found[-1].end
        found.append(
            Bar(term.bits, start, start + term.bits, say(term.says, lang), _fitted(term, lang))
        )
    return [*found, Bar(total, 0.0, total, say(Says("together, in bits"), lang))]


def _fitted(term: Term, lang: str) -> str:
    if term.fitted:
        return say(Says("fitted on {pairs} pairs", {"pairs": str(term.pairs)}), lang)
    return say(Says("judged"), lang)

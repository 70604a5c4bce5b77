"""The pipeline: a text, the corpora, the signals and the score make a Report."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING

import confusables
from confusables.corpus import Question
from confusables.coverage import coverage
from confusables.held import Places, joined, preference, set_apart, under_study
from confusables.judging import judge
from confusables.later import Later
from confusables.market import country_of_suffix, layered
from confusables.model import Kind, Level, Name, Registration
from confusables.names import brand, from_labels, parse, shown
from confusables.online import Online
from confusables.ready import ready
from confusables.report import Report
from confusables.report.data import Made
from confusables.results import Collision, Comparison, hidden_of, level_of
from confusables.score import bits_of, probability, weights
from confusables.settings import (
    corpora_of,
    known_of,
    launch_of,
    limit_of,
    lookup_of,
    probe_of,
    share_of,
    texts_of,
)
from confusables.signals.shorthand import has_sign
from confusables.skeleton import unicode_version
from confusables.suffix_list import suffix_list
from confusables.suggest import MOST, ending, suggestions
from confusables.territories import country_code, language_code
from confusables.views import Aids, View, of_label

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from confusables.corpus import Corpus, Found
    from confusables.errors import InvalidName
    from confusables.lookups import Lookup
    from confusables.market import Launch
    from confusables.model import Encoder, Reading, Says, Speaker
    from confusables.online import Telling
    from confusables.results import Intended

__all__ = ["Checker", "check", "compare"]

_JUDGED, _SPARE = 24, 4  # candidates judged in full: so many at least, and beyond the limit
_DOUBT = 1.0  # bits that a candidate may be worth beyond the guess


def compare(
    a: str, b: str, *, speaker: Speaker | None = None, encoder: Encoder | None = None
) -> Comparison:
    """How likely two names are to be taken for one another, and why.

    Symmetric, and the same number that ``check`` gives, with the same ``speaker`` and ``encoder``
    (see Checker). Raises InvalidName.
    """
    new, old = parse(a), parse(b)
    table = weights()
    if _same(new, old):
        prior = table.prior_bits
        same = Kind.SAME_LABEL
        return Comparison(new, old, probability(prior), prior, prior, Level.BELOW, same, (), True)
    found = judge(*Aids(speaker, encoder).ask((View(new), View(old))))
    level = table.thresholds.level(found.probability, found.kind)
    return Comparison(
        new, old, found.probability, found.prior_bits, found.bits, level, found.kind, found.terms
    )


def check(text: str) -> Report:
    """Check a name against the shipped corpus. Connects to nobody. Raises InvalidName."""
    return Checker().check(text)


def _same(new: Name, old: Name) -> bool:
    return new.label == old.label and new.suffix == old.suffix and not new.parts_otherwise(old)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An existing label with all that the corpora hold of it."""

    label: str
    registrations: tuple[Registration, ...]
    readings: tuple[Reading, ...] | None


class Checker:
    """Corpora and settings for many checks; make it once, share it between threads.

    ``corpora`` are searched together (the shipped one unless given), ``markets`` the countries of
    the launch (ISO 3166 alpha-2; those of the suffix unless given) and ``languages`` its languages
    (ISO 639; those of the countries unless given), ``launch`` what else is known of it,
    ``suffixes`` the endings intended for a brand. ``mine`` are domains of the user, ``owner`` an
    owner's name: what they hold is shown apart. ``accepted`` maps names that the user accepts to
    the reason. ``limit`` is the number of collisions shown, ``min_probability`` the least probable
    one (that of a review unless given); ``warn_at`` and ``review_at`` move the thresholds, the
    latter for every kind. With ``lookup`` the registries
    are asked about the collisions, and about the ``probe`` likeliest suggestions beside them, never
    about the name itself; ``telling`` is given the domains before that. A ``speaker``, such as
    ``languages.espeak.Espeak()``, is asked how names sound beside the rules, of what was found; an
    ``encoder``, such as ``words.encoder.SentenceEncoder()``, what words mean that the table lacks.
    Raises InvalidName for a name in ``mine`` or ``accepted`` that is none, InvalidLaunch for a
    country, a language or an ending that is none, ValueError for thresholds that contradict,
    figures out of range, a text in place of a list, a path in place of a corpus, no corpus, or a
    probe of more than 100 or without ``lookup``; TypeError for anything of another type.
    """

    def __init__(
        self,
        corpora: Corpus | Sequence[Corpus] | None = None,
        *,
        markets: Sequence[str] = (),
        languages: Sequence[str] = (),
        launch: Launch | None = None,
        suffixes: Sequence[str] = (),
        mine: Collection[str] = (),
        owner: str | None = None,
        accepted: Mapping[str, str] | None = None,
        limit: int = 20,
        min_probability: float | None = None,
        warn_at: float | None = None,
        review_at: float | None = None,
        lookup: Lookup | None = None,
        probe: int = 0,
        telling: Telling | None = None,
        speaker: Speaker | None = None,
        encoder: Encoder | None = None,
    ) -> None:
        ready()
        self._corpora = corpora_of(corpora)
        self._markets = _distinct(country_code, texts_of("markets", markets))
        self._languages = _distinct(language_code, texts_of("languages", languages))
        self._suffixes = _distinct(ending, texts_of("suffixes", suffixes))
        self._launch = launch_of(launch)
        self._places = Places(*known_of(mine, owner, accepted))
        self._limit = limit = limit_of(limit)
        least = share_of("min_probability", min_probability)
        self.thresholds = weights().thresholds.moved(
            share_of("warn_at", warn_at), share_of("review_at", review_at)
        )
        self._below = least is not None
        self._least = self.thresholds.least if least is None else least
        lookup = lookup_of(lookup)
        probe = probe_of(probe, online=lookup is not None)
        self._most = max(MOST, probe)
        self._aids = Aids(speaker, encoder)
        self._online = lookup and Online(
            lookup, probe, telling, self._places.known, self._shows, limit
        )

    def check(self, text: str) -> Report:
        """The Report of one name. Raises InvalidName, and CorpusError for a damaged corpus."""
        name = parse(text)
        asked = self.question(name)
        view = asked.view
        endings = (name.suffix,) if name.suffix else self._suffixes
        markets = self._markets or tuple(
            dict.fromkeys(filter(None, map(country_of_suffix, endings)))
        )
        intended = self._intended(name)
        existing, found = self._judged(asked, markets, {place.domain for place in intended})
        shown = {place: self._shown(some) for place, some in found.items()}
        hidden = hidden_of(found["collisions"], shown["collisions"])
        rest = (self._most, self._holds, self._aids)
        report = Report(
            name=name,
            markets=markets,
            readings=view.readings,
            level=level_of(shown["collisions"], hidden),
            existing=existing,
            collisions=shown["collisions"],
            own=shown["own"],
            accepted=shown["accepted"],
            suggestions=Later(lambda: suggestions(view, markets, self._suffixes, judge, *rest)),
            coverage=coverage(name, self._corpora, intended),
            thresholds=self.thresholds,
            made=_made(),
            hidden=hidden,
            intended=intended,
        )  # fmt: skip
        if self._online:
            report = self._informed(self._online, report, view)
        return layered(report, markets, self._languages, self._launch)

    def question(self, name: Name) -> Question:
        """What a name asks of the corpora, with what an encoder says of its words."""
        view = View(name)
        self._aids.ask_meanings([view])
        return Question(view)

    def _intended(self, name: Name) -> tuple[Intended, ...]:
        """The domains that a brand is meant to have; a domain states its ending itself."""
        if name.suffix:
            return ()
        return self._places.intended(name, self._suffixes, self._everywhere)

    def _informed(self, online: Online, report: Report, view: View) -> Report:
        """The report with what the registries say of what it found."""

        def collide(
            label: str, held: list[Registration], known: tuple[Reading, ...] | None
        ) -> Collision:
            return self._collision(view, report.markets, _Candidate(label, (), known), held)

        new = report.existing or under_study(report.name)

        def place(found: Collision) -> tuple[str, Says | None]:
            return self._places.of(new, found.label, found.registration)

        return online.informed(report, collide, place)

    def screen(
        self,
        names: Iterable[str],
        *,
        unusable: Callable[[str, InvalidName], None] | None = None,
        workers: int | None = None,
    ) -> Iterator[Report]:
        """The Reports of many names in order, those of ``check``, by as many processes as cores.

        Names are taken as they are needed, so that there may be millions. ``unusable`` is told of
        a text that is no name; without it InvalidName is raised. In a process with other threads
        the checks are made here, and with a ``lookup``.
        """
        from confusables.screen import one_by_one, reports

        if self._online:
            return one_by_one(self, names, unusable)
        return reports(self, names, unusable, workers)

    def _judged(
        self, asked: Question, markets: Sequence[str], intended: Collection[str]
    ) -> tuple[Registration | None, dict[str, list[Collision]]]:
        """The very name, where it is registered, and by its place what is shown or counted; each of
        the ``intended`` domains that is registered as a collision of its own."""
        view = asked.view
        candidates = self._aided(view, self._candidates(asked))
        same = self._everywhere(view.name.unicode)
        existing = next((r for r in same if _is(r, view.name)), None)
        new = existing or under_study(view.name)
        found: dict[str, list[Collision]] = {"collisions": [], "own": [], "accepted": []}
        for candidate in candidates:
            others = [r for r in candidate.registrations if r != existing]
            for place, held in self._places.parted(new, candidate.label, others).items():
                reasons = {id(r): why for r, why in held}
                for some in set_apart([r for r, _ in held], intended):
                    collision = self._collision(view, markets, candidate, some)
                    if self._shows(collision) or collision.level != Level.BELOW:
                        why = reasons[id(collision.registration)]
                        found[place].append(replace(collision, why=why) if why else collision)
        for group in found.values():
            group.sort(key=lambda c: (-c.probability, c.label, c.domain or ""))
        return existing, found

    def _shown(self, found: Sequence[Collision]) -> tuple[Collision, ...]:
        """The best of what was found, as many as are wanted."""
        return tuple(islice(filter(self._shows, found), self._limit))

    def _holds(self, name: Name) -> tuple[bool, bool]:
        """Whether a domain is known to be registered, and its label a stranger's."""
        found, new = self._everywhere(name.unicode), under_study(name)
        held = name.ascii in self._places.known or any(r.domain == name.ascii for r in found)
        return held, any(self._places.of(new, name.label, r)[0] == "collisions" for r in found)

    def _shows(self, found: Collision) -> bool:
        """Whether a collision is probable enough to be shown."""
        return found.probability >= self._least and (self._below or found.level != Level.BELOW)

    @property
    def judged(self) -> int:
        """How many candidates of a name are judged at most."""
        return max(_JUDGED, self._limit + _SPARE)

    def proposals(self, asked: Question, corpus: Corpus) -> Iterator[Found]:
        """The candidates of a corpus that are worth judging, those with the best guess first."""
        least = bits_of(min(self._least, self.thresholds.least)) - weights().prior_bits - _DOUBT
        hits = islice(corpus.candidates(asked), self.judged)
        return takewhile(lambda hit: hit.guess >= least, hits)

    def _aided(self, view: View, candidates: Iterator[_Candidate]) -> Iterable[_Candidate]:
        """The candidates, about all of which at once the aids have then been asked."""
        if self._aids == Aids():
            return candidates
        listed = list(candidates)
        self._aids.ask([view, *(of_label(c.label) for c in listed)])
        return listed

    def _candidates(self, asked: Question) -> Iterator[_Candidate]:
        """The candidates of all corpora that are worth judging, one a label."""
        found: dict[str, tuple[Corpus, Found]] = {}
        for corpus in self._corpora:
            for hit in self.proposals(asked, corpus):
                known = found.get(hit.label)
                if known is None or known[1].guess < hit.guess:
                    found[hit.label] = corpus, hit
        best = sorted(found.values(), key=lambda pair: (-pair[1].guess, pair[1].label))
        for corpus, hit in best[: self.judged]:
            held = (
                corpus.registrations(hit)
                if len(self._corpora) == 1
                else tuple(self._everywhere(hit.label))
            )
            yield _Candidate(hit.label, held, corpus.readings(hit))

    def _everywhere(self, label: str) -> list[Registration]:
        """What all corpora hold of a label; what two say of one domain is put together."""
        merged: dict[tuple[str | None, str | None], Registration] = {}
        for corpus in self._corpora:
            hit = corpus.find(label)
            for found in corpus.registrations(hit) if hit else ():
                key = (found.domain, None if found.domain else found.name)
                merged[key] = joined(merged[key], found) if key in merged else found
        return list(merged.values())

    def _collision(
        self,
        view: View,
        markets: Sequence[str],
        candidate: _Candidate,
        registrations: list[Registration],
    ) -> Collision:
        plain = from_labels(candidate.label, None)
        by_view = [(_view(plain, r, candidate.readings), r) for r in registrations]
        if candidate.label == view.name.label and not view.name.suffix:
            # Brands of one label may be written as other words: crossenv, cross-env.
            by_view = [
                (View(brand(r.name)) if r.name and not r.domain else v, r) for v, r in by_view
            ]
        old, chosen = (
            min(by_view, key=lambda pair: preference(view, pair[0], pair[1], markets))
            if len(by_view) > 1
            else by_view[0]
        )
        found = judge(view, *self._aids.ask((old,)))
        others = [r for r in registrations if r is not chosen]
        return Collision(
            domain=chosen.domain,
            unicode=shown(old.name),
            label=old.name.label,
            name=chosen.name,
            level=self.thresholds.level(found.probability, found.kind),
            probability=found.probability,
            prior_bits=found.prior_bits,
            bits=found.bits,
            kind=found.kind,
            terms=found.terms,
            registration=chosen,
            also=tuple(sorted(others, key=lambda r: r.domain or "")),
            readings=old.readings,
        )


def _distinct(made: Callable[[str], str], texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(made, texts)))


def _made() -> Made:
    at = dt.datetime.now(dt.UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
    version = confusables.__version__
    return Made(at, version, weights().name, unicode_version(), suffix_list().as_of)


def _is(registration: Registration, name: Name) -> bool:
    """Whether a registration is the very name, a brand without a domain included."""
    if name.suffix or registration.domain:
        return registration.domain == name.ascii
    return registration.name is None or not name.parts_otherwise(brand(registration.name))


def _view(plain: Name, registration: Registration, readings: tuple[Reading, ...] | None) -> View:
    if registration.name and not registration.domain and has_sign(registration.name):
        return View(brand(registration.name))  # the sign is said as a word: Ham & Egg
    suffix = registration.domain.partition(".")[2] if registration.domain else None
    return View(replace(plain, suffix=suffix) if suffix else plain, readings)

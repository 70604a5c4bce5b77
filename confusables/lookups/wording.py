"""The words of a reply: the lines that tell of a limit, a refusal, or that there is no record.

Lines that tell of a limit are looked for first, then those that tell of reserved, blocked and
invalid names, then those that say "no record". One way for all sources: a WHOIS reply is lines,
and so are the texts of an RDAP error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from confusables.clean import clean
from confusables.lookups.answers import a_label, forms
from confusables.lookups.registries import Lines, any_lines
from confusables.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = [
    "Line",
    "absent",
    "contrary",
    "doubtful",
    "is_rule",
    "is_whole",
    "lines",
    "names_another",
    "quoted",
    "refusal",
    "says_more",
    "says_none",
    "spoken",
    "without",
]

_COMMENT = re.compile(r"^\s*[%#]")
_COMMENT_MARKS = re.compile(r"^[\s%#*;>\-=|:]+")
# Words of rules and terms, not of events: a line that has one tells of no limit that was hit.
_RULES = re.compile(
    r"\b(if|might|should|shall|would|in order to|to prevent|reserves? the right|agree|subject to|"
    r"lawful|purposes?|warrant|guarantee|liable|terms of use|copyright|rights reserved|"
    r"high[- ]volume|electronic processes)\b"
)
_CONDITIONAL = re.compile(
    r"\b(if|may(?! not)|might|should|shall|would|can(?! ?not)|could(?! not)|in order to|"
    r"to prevent|reserves? the right|"
    r"agree|subject to|any|lawful|purposes?|warrant|guarantee|liable|terms of use|please note|"
    r"notice|copyright|rights reserved|persons|provided|without)\b"
)
_TERMS = re.compile(
    r"rights reserved|reserves? the right|terms of use|terms (and|&) conditions|by submitting|"
    r"you agree|"
    r"copyright|for information(al)? purposes|unsolicited|for lawful purposes|for more information"
)
_DOUBTFUL = re.compile(
    r"reserv|block|restrict(?!ed rights|ions)|(?<!expressly )prohibit(?!ions)|forbid|premium|"
    r"auction|suspend|quarant|redempt|disput|withdraw|withheld|inactive|unavail|not avail|locked|"
    r"not allow|not permit|exceed(?!ing)|quota|denied|throttl|abus|bann|busy|later|invalid|illegal|"
    r"expired|cancel|pending"
)
_CONTRARY = re.compile(
    r"\b(not|never|neither|free|available|availability(?! of)|unregistered|unassigned|unallocated|"
    r"unused|unknown|eligible|purchase|buy|premium|reserved|withheld|forbidden|deleted|expired|"
    r"(exists?|taken|assigned|delegated)\W+(no|false))\b"
)
_POINT = re.compile(r"^[\s%#]*(?:[-*o•]|\(?\w\))\s+[a-z]")
_MAX_LINES = 600
_MAX_LINE = 300
_STEP = 200
_SHORT_PARAGRAPH = 3
_SHORT_REPLY = 10
_FEW = 4
_SENTENCE = 120
_KINDS = {
    Reason.BLOCKED: "blocked",
    Reason.RESERVED: "reserved",
    Reason.THROTTLED: "throttled",
}
# Hosts that a registry may name of itself in a line about somebody's domain.
_OWN_HOSTS = frozenset({"www", "whois", "rdap", "rdds", "nic", "registry"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line without comment marks, lower case; ``legal`` in a paragraph that is boilerplate.

    ``spoken``: the server's own word about this question, which no "if" and no "may" makes a rule.
    ``part``: a piece of a line that is too long to be matched as a whole. ``paragraph`` is the
    number of its paragraph, ``alone`` whether nothing else stands there.
    """

    text: str
    legal: bool = False
    spoken: bool = False
    part: bool = False
    paragraph: int = 0
    alone: bool = False


def lines(text: str) -> list[Line]:
    """The distinct lines, each knowing whether its paragraph reads as terms of use."""
    raw = text.split("\n")
    raw = raw if len(raw) <= _MAX_LINES else raw[: _MAX_LINES - 100] + raw[-100:]
    bare = [_COMMENT_MARKS.sub("", line).strip() for line in raw]
    found: dict[str, Line] = {}
    start = number = 0
    short = sum(1 for line in bare if line) <= _SHORT_REPLY
    for end in range(len(bare) + 1):
        if end < len(bare) and bare[end]:
            continue
        paragraph = bare[start:end]
        points = sum(1 for line in raw[start:end] if _POINT.match(line))
        legal = points > 1 or bool(_TERMS.search(" ".join(paragraph).casefold()))
        sentences = [line for line in paragraph if len(line) > 30 and ": " not in line[:30]]
        legal = legal or (not short and len(sentences) > _SHORT_PARAGRAPH)
        for line in paragraph:
            for piece in _pieces(line, legal or (not short and len(line) > 120)):
                placed = replace(piece, paragraph=number, alone=len(paragraph) == 1)
                found.setdefault(piece.text, placed)
        number += bool(paragraph)
        start = end + 1
    return list(found.values())


def spoken(texts: Iterable[str]) -> list[Line]:
    """The texts in which a server says why it answers as it does, as lines."""
    return [
        Line(piece.text, spoken=True, part=piece.part)
        for text in texts
        for line in text.split("\n")
        for piece in _pieces(line, legal=False)
    ]


def is_whole(text: str) -> bool:
    """Whether ``lines`` looks at all of the text, and not at its beginning and end only."""
    return text.count("\n") < _MAX_LINES


def is_rule(line: Line) -> bool:
    """Whether a line reads as a rule, not as what is the case."""
    return bool(_CONDITIONAL.search(line.text))


def says_none(known: Lines, line: Line) -> bool:
    """Whether a line says of a name, whichever, that there is no record."""
    return _any((*known.not_found, *any_lines().not_found), (line,))


def _pieces(line: str, legal: bool) -> Iterator[Line]:
    """The line, or what it says in overlapping pieces where it is too long for a pattern."""
    folded = _folded(line)
    if not folded:
        return
    if len(folded) <= _MAX_LINE:
        yield Line(folded, legal)
        return
    legal = legal or bool(_RULES.search(folded))
    for start in range(0, len(folded) - _MAX_LINE + _STEP, _STEP):
        yield Line(folded[start : start + _MAX_LINE], legal, part=True)


def _folded(line: str) -> str:
    return " ".join(line.casefold().split()).rstrip(".! ")


def refusal(known: Lines, said: Sequence[Line], *, full: bool = False) -> Reason | None:
    """The limit, or the peculiar state of the name, that the lines tell of.

    A full record is not overruled by words that may stand in anybody's terms of use.
    """
    if _any(known.throttled, said):
        return Reason.THROTTLED
    stated = [] if full else [line for line in said if not line.legal]
    general = any_lines()
    if _any(general.throttled, (n for n in stated if n.spoken or not _RULES.search(n.text))):
        return Reason.THROTTLED  # also where it stands behind "no match" in one line
    own = {line.text for line in stated if _any(known.not_found, (line,))}
    free = [
        line
        for line in stated
        if line.text not in own and (line.spoken or not _CONDITIONAL.search(line.text))
    ]
    for reason, patterns, common in (
        (Reason.BLOCKED, known.blocked, general.blocked),
        (Reason.RESERVED, known.reserved, general.reserved),
        (Reason.INVALID_NAME, known.invalid, general.invalid),
    ):
        if (not full and _any(patterns, said)) or _any(common, free):
            return reason
    return None


def absent(asked: str, known: Lines, every: Sequence[Line]) -> bool | None:
    """True where a line says that there is no record of the name, False where of another one.

    The registry's own line suffices. A line of common software counts only where no other line of
    the reply has a word that would be out of place beside it.
    """
    for own, patterns in ((True, known.not_found), (False, any_lines().not_found)):
        said = [line for line in every if not line.part and _any(patterns, (line,))]
        if _another_in(asked, patterns, said):
            return False
        if said and (own or not doubtful(every, {line.text for line in said})):
            return True
    return None


def says_more(known: Lines, every: Sequence[Line]) -> bool:
    """Whether lines tell more than "no record" and what is known to come with it.

    A registry that has more to tell does so at that place, in a line of its own next to it, or in
    a short reply; running text further off is what it sends with every reply.
    """
    general = any_lines()
    patterns = (*known.beside, *general.beside)
    said = [line for line in every if _any((*known.not_found, *general.not_found), (line,))]
    around = {line.paragraph for line in said}
    near = {number + step for number in around for step in (-1, 1)}
    ruled = {n.paragraph for n in every if _CONDITIONAL.search(n.text)} - around
    few = len(every) <= _FEW
    return any(
        few
        or line.spoken
        or line.paragraph in around
        or (line.paragraph in near and line.alone and len(line.text) <= _SENTENCE)
        for line in every
        if line not in said
        and not line.legal
        and (line.spoken or not (_CONDITIONAL.search(line.text) or line.paragraph in ruled))
        and (_DOUBTFUL.search(line.text) or not _any(patterns, (line,)))
    )


def contrary(asked: str, text: str) -> bool:
    """Whether a line that is neither comment nor terms has a word that no registration has.

    A status alone is not much evidence: it tells of a registration only where nothing is said
    beside it that could tell of the contrary.
    """
    said = lines("\n".join(line for line in text.split("\n") if not _COMMENT.match(line)))
    about = {n.paragraph for n in said if any(form in n.text for form in forms(asked))}
    ruled = {n.paragraph for n in said if _CONDITIONAL.search(n.text)} - about
    return any(
        _CONTRARY.search(line.text)
        for line in said
        if not (line.legal or line.paragraph in ruled or _CONDITIONAL.search(line.text))
    )


def names_another(asked: str, known: Lines, every: Sequence[Line]) -> bool:
    """Whether lines of which each is about the question name another domain, not this one."""
    return _another_in(asked, (*known.not_found, *any_lines().not_found), every)


def _another_in(asked: str, patterns: Sequence[re.Pattern[str]], said: Sequence[Line]) -> bool:
    """Whether a line names another domain: where a pattern has a name, or at any place."""
    wanted = forms(asked)
    matched = [f for line in said for p in patterns if (f := p.fullmatch(line.text))]
    names = {name for found in matched if (name := found.groupdict().get("name"))}
    return any(name not in wanted and a_label(name) not in wanted for name in names) or any(
        _of_another(asked, line.text) for line in said
    )


def doubtful(every: Iterable[Line], known: Iterable[str] = ()) -> bool:
    """Whether a line that is not known has a word that is out of place beside "no record"."""
    known = frozenset(known)
    return any(
        _DOUBTFUL.search(line.text)
        for line in every
        if not line.legal
        and line.text not in known
        and (line.spoken or not _CONDITIONAL.search(line.text))
    )


def _of_another(asked: str, line: str) -> bool:
    """Whether a line names another domain under the same top level, and not this one."""
    wanted = forms(asked)
    tops = {form.rpartition(".")[2] for form in wanted}
    other = False
    for word in line.split():
        if "." not in word or "/" in word or "@" in word:
            continue
        name = word.strip("\"'“”«»<>()[],:;!?.")
        if name in wanted or a_label(name) in wanted:
            return False
        first, _, rest = name.partition(".")
        if rest and name.rpartition(".")[2] in tops and first not in _OWN_HOSTS:
            other = other or not any(form.endswith(f".{name}") for form in wanted)
    return other


def without(patterns: Sequence[re.Pattern[str]], said: Iterable[Line]) -> list[Line]:
    """The lines that no pattern fits."""
    return [line for line in said if not _any(patterns, (line,))]


def _any(patterns: Iterable[re.Pattern[str]], said: Iterable[Line]) -> bool:
    return any(pattern.fullmatch(line.text) for line in said for pattern in patterns)


def quoted(known: Lines, said: Iterable[Line], reason: Reason) -> str | None:
    """The line that tells of the state, to be shown beside the reason."""
    kind = _KINDS.get(reason, "invalid")
    patterns = (*getattr(known, kind), *getattr(any_lines(), kind))
    line = next((line for line in said if _any(patterns, (line,))), None)
    return clean(line.text, 120) if line else None

"""The common phone alphabet, the rules that reach it, and the distance between two phone strings.

One ASCII letter a phone. Small differences inside one language are left out on purpose (open and
closed e, long and short vowels): names are compared, nobody is taught to speak.

====  =====================  ====  =====================  ====  =====================
p b   pin, bin               m     man                    a     father, patte
t d   ten, den               n     no                     e     pet, été
k g   cat, get               N     sing                   i     see
f v   fan, van               Y     gn in agneau, ñ        o     pot, eau
s z   seal, zeal             l     low                    u     boot, ou
S Z   she, je                r     red, rouge             U     u in rue, ü
c j   church, joy            h     hat                    O     eu in bleu, ö
T     thin                   x     ch in Bach, j in ajo   q     the e of "the"
w y   west, yes                                           A I Q nasals: an, in, on
====  =====================  ====  =====================  ====  =====================

A language's rules are text, ``grapheme phones``, a line each or several with commas between, read
by ``Rules``:

* ``ph f`` — the letters ph sound as f; a ``-`` instead of phones makes them silent;
* ``c/eiy s`` — only before one of e, i, y; ``V`` stands for the vowels, ``K`` for every other
  letter, ``#`` for the end of the word;
* ``V_s/V z`` — only after a vowel (``#`` before ``_`` is the beginning of the word);
* ``ent# A`` — the end of the word may also stand in the grapheme itself.

At each position the longest grapheme wins, then the one with more context, then the first listed.
A letter that no rule names is tried without its accent, and is silent if that fails.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain
from math import inf
from typing import Final

from rapidfuzz.distance import Levenshtein

from confusables.fold import fold
from confusables.languages.romanise import romanise

__all__ = [
    "CONSONANTS",
    "VOWELS",
    "Rules",
    "distance",
    "key",
    "likeness",
    "undouble",
]

VOWELS: Final = frozenset("aeiouUOqAIQ")
CONSONANTS: Final = frozenset("pbtdkgfvszSZcjTmnNYlrhxwy")

# The small letters of Latin, in the blocks that European languages are written in: what a letter
# is, its bare letter tells.
_BARE_OF: Final = {
    letter: fold(letter)[0]
    for letter in map(chr, (*range(0x61, 0x7B), *range(0xDF, 0x250), *range(0x1E00, 0x1F00)))
    if letter.islower()
}
_LETTER_VOWELS: Final = "".join(c for c, bare in _BARE_OF.items() if bare in "aeiouy")
_LETTER_OTHERS: Final = "".join(
    c for c, bare in _BARE_OF.items() if bare.isascii() and bare not in "aeiouy"
)

_Rule = tuple[str, frozenset[str] | None, frozenset[str] | None, str]


class Rules:
    """Spelling to sound for one language; an instance is the ``sound`` of a language.

    ``speech(word)`` takes any text and gives a string over the phone alphabet: pure, total.
    """

    __slots__ = ("_by_letter", "_by_pair")

    def __init__(self, text: str) -> None:
        """Read the rules; raises ValueError, with the line, for one that is none or a second."""
        found: dict[str, list[_Rule]] = {}
        lines = (line.split("//")[0] for line in text.splitlines())
        for line in chain.from_iterable(line.split(",") for line in lines):
            if parts := line.split():
                rule = _parse(parts)
                others = found.setdefault(rule[0][0], [])
                if any(rule[:3] == other[:3] for other in others):
                    raise ValueError(f"a rule of sound that stands twice: {' '.join(parts)!r}")
                others.append(rule)
        for rules in found.values():
            rules.sort(key=lambda r: (-len(r[0]), -((r[1] is not None) + (r[2] is not None))))
        self._by_letter: dict[str, tuple[_Rule, ...]] = {c: tuple(r) for c, r in found.items()}
        self._by_pair: dict[str, tuple[_Rule, ...] | str] = {}

    def __call__(self, word: str) -> str:
        """The sound of a word or a whole label."""
        text = f"#{word if word.isascii() and word.islower() else _spelling(word, self)}#"
        out: list[str] = []
        add, by_pair = out.append, self._by_pair
        at, end = 1, len(text) - 1
        while at < end:
            pair = text[at : at + 2]
            rules = by_pair.get(pair)
            if rules is None:
                rules = by_pair[pair] = self._fitting(pair)
            if isinstance(rules, str):
                add(rules)
                at += 1
                continue
            for grapheme, before, after, phones in rules:
                stop = at + len(grapheme)
                if (
                    (before is None or text[at - 1] in before)
                    and text.startswith(grapheme, at)
                    and (after is None or text[min(stop, end)] in after)
                ):
                    add(phones)
                    at = stop
                    break
            else:
                at += 1
        return undouble("".join(out).replace("ny", "Y").replace("Yy", "Y"))

    def _fitting(self, pair: str) -> tuple[_Rule, ...] | str:
        """The rules of a letter that may hold before another, contexts that are settled left out;
        its phones where the first holds whatever else stands around."""
        found: list[_Rule] = []
        for grapheme, before, after, phones in self._by_letter.get(pair[0], ()):
            if len(grapheme) > 1:
                if grapheme[1] == pair[1]:
                    found.append((grapheme, before, after, phones))
            elif after is None or pair[1] in after:
                found.append((grapheme, before, None, phones))
                if before is None:
                    break
        if found and len(found[0][0]) == 1 and found[0][1] is None:
            return found[0][3]
        return tuple(found)

    def names(self, letter: str) -> bool:
        """Whether a rule begins with the letter."""
        return letter in self._by_letter


def _parse(parts: list[str]) -> _Rule:
    line = f"in the rule of sound {' '.join(parts)!r}"
    if len(parts) != 2:
        raise ValueError(f"{line}: {len(parts)} fields, not a grapheme and its phones")
    left, phones = parts
    if phones != "-" and (strange := set(phones) - VOWELS - CONSONANTS):
        raise ValueError(f"{line}: no phone of the common alphabet: {' '.join(sorted(strange))}")
    before: frozenset[str] | None = None
    after: frozenset[str] | None = None
    if "_" in left:
        context, left = left.split("_", 1)
        before = _letters(context)
    if "/" in left:
        left, context = left.split("/", 1)
        after = _letters(context)
    if not left or left != left.lower():
        raise ValueError(f"{line}: a grapheme is one small letter or more")
    return left, before, after, "" if phones == "-" else phones


@cache
def _letters(context: str) -> frozenset[str]:
    return frozenset(context.replace("V", _LETTER_VOWELS).replace("K", _LETTER_OTHERS))


def _spelling(word: str, rules: Rules) -> str:
    """The word in lower case; letters that the rules do not name without their accents."""
    lower = word.lower()
    foreign = romanise(lower)
    text = lower if foreign is None else foreign
    return "".join(c if rules.names(c) else fold(c) for c in text).replace("#", "")


_DOUBLED: Final = re.compile(r"(.)\1", re.DOTALL)


def undouble(phones: str) -> str:
    """The phones with each run of one and the same made one."""
    if not _DOUBLED.search(phones):
        return phones
    last = ""
    out = []
    for phone in phones:
        if phone != last:
            out.append(phone)
            last = phone
    return "".join(out)


# What a phone is, for the cost of taking one for another: place from the lips (0) to the throat
# (8), manner, voice.
_PLACE: Final = {
    phone: place
    for place, phones in enumerate(("pbm", "wfv", "T", "tdsznl", "rSZcj", "Yy", "kgN", "x", "h"))
    for phone in phones
}
_MANNER: Final = {
    **dict.fromkeys("pbtdkg", "stop"),
    **dict.fromkeys("fvTszSZxh", "fricative"),
    **dict.fromkeys("cj", "affricate"),
    **dict.fromkeys("mnNY", "nasal"),
    **dict.fromkeys("lrwy", "liquid"),
}
_VOICED: Final = frozenset("bdgvzZjmnNYlrwy")
# Height (0 open to 3 closed), backness (0 front to 2 back), rounding, nasality.
_VOWEL: Final = {
    "a": (0, 1, 0, 0),
    "e": (1.5, 0, 0, 0),
    "i": (3, 0, 0, 0),
    "o": (1.5, 2, 1, 0),
    "u": (3, 2, 1, 0),
    "U": (3, 0.5, 1, 0),
    "O": (1.5, 0.5, 1, 0),
    "q": (1, 1, 0, 0),
    "A": (0.5, 1.5, 0, 1),
    "I": (1, 0, 0, 1),
    "Q": (1.5, 2, 1, 1),
}
# Pairs that ears take for one another more than their features tell.
_NEAR: Final = {
    "sz": 0.2, "SZ": 0.25, "cS": 0.3, "Zj": 0.25, "cj": 0.35, "fv": 0.3, "td": 0.35, "pb": 0.4,
    "kg": 0.4, "wv": 0.4, "vb": 0.45, "Ts": 0.4, "Tt": 0.35, "Tf": 0.4, "nN": 0.2, "nY": 0.3,
    "mn": 0.45, "sS": 0.4, "zZ": 0.4, "xh": 0.2, "xk": 0.45, "xS": 0.5, "lr": 0.6, "jy": 0.5,
    "xr": 0.6, "iy": 0.3, "uw": 0.3, "zj": 0.6, "sc": 0.5,
}  # fmt: skip
_GONE: Final = {"h": 0.3, "q": 0.25, "y": 0.4, "w": 0.5, "r": 0.75, "x": 0.8}
_VOWEL_GONE: Final = 0.6


def _cost(a: str, b: str) -> float:
    if a == b:
        return 0.0
    near = _NEAR.get(a + b) or _NEAR.get(b + a)
    if near:
        return near
    if a in _VOWEL and b in _VOWEL:
        x, y = _VOWEL[a], _VOWEL[b]
        if "q" in (a, b):
            return 0.25
        apart = abs(x[0] - y[0]) * 0.15 + abs(x[1] - y[1]) * 0.15 + abs(x[2] - y[2]) * 0.1
        return min(0.6, apart + abs(x[3] - y[3]) * 0.3)
    if a in _MANNER and b in _MANNER:
        apart = 0.3 * (_MANNER[a] != _MANNER[b]) + 0.25 * ((a in _VOICED) != (b in _VOICED))
        return min(1.0, 0.3 + apart + 0.1 * abs(_PLACE[a] - _PLACE[b]))
    return 1.0


_PHONES: Final = sorted(VOWELS | CONSONANTS)
_CHANGE: Final = {a: {b: _cost(a, b) for b in _PHONES} for a in _PHONES}
_DROP: Final = {p: _GONE.get(p, _VOWEL_GONE if p in VOWELS else 1.0) for p in _PHONES}
_WEIGHT: Final = {p: 0.6 if p in VOWELS else _DROP[p] for p in _PHONES}


def distance(a: str, b: str, most: float = inf) -> float:
    """The least cost of turning one phone string into the other: 0 if equal, symmetric.

    Where it is more than ``most`` it may be told as infinite.

    A step costs at most 1: a consonant lost, or taken for an unlike one. Vowels and glides cost
    less, and kin (s and z, e and the e of "the") a fraction. Characters that are no phones are
    taken for unlike consonants.
    """
    if a == b:
        return 0.0
    start, stop = 0, 0
    shorter = min(len(a), len(b))
    while start < shorter and a[start] == b[start]:
        start += 1
    while stop < shorter - start and a[-1 - stop] == b[-1 - stop]:
        stop += 1
    a, b = a[start : len(a) - stop], b[start : len(b) - stop]
    if not a or not b:
        return sum(_DROP.get(p, 1.0) for p in a + b)
    return _dynamic(a, b, most) if a <= b else _dynamic(b, a, most)


def _dynamic(a: str, b: str, most: float) -> float:
    drops = [_DROP.get(p, 1.0) for p in b]
    row = [0.0]
    for drop in drops:
        row.append(row[-1] + drop)
    for x in a:
        gone = _DROP.get(x, 1.0)
        change = _CHANGE.get(x, {})
        left = row[0] + gone
        fresh = [left]
        add = fresh.append
        diagonal = row[0]
        for y, above, drop in zip(b, row[1:], drops, strict=True):
            best = diagonal + (0.0 if x == y else change.get(y, 1.0))
            up = above + gone
            if up < best:
                best = up
            left += drop
            if best < left:
                left = best
            add(left)
            diagonal = above
        if min(fresh) > most:
            return inf
        row = fresh
    return row[-1]


def likeness(a: str, b: str, least: float = 0.0) -> float:
    """How alike two phone strings sound, 0 (nothing in common) to 1 (equal).

    Exact where it is ``least`` or more; below that it may be told as 0.
    """
    if a == b:
        return 1.0
    # Each step between sets of kin costs _APART at least, and no phone weighs more than 1: so the
    # exact answer is seldom needed.
    steps = int(((1.0 - least) * max(len(a), len(b)) + _ROUNDING) / _APART)
    if Levenshtein.distance(_kin(a), _kin(b), score_cutoff=steps) > steps:
        return 0.0
    weight = max(_weigh(a), _weigh(b))
    if weight == 0.0:
        return 0.0
    most = (1.0 - least) * weight + _ROUNDING
    return max(0.0, 1.0 - distance(a, b, most) / weight)


_KIN: Final = (("nNYm", "n"), ("szSZcjTtd", "s"), ("pbfv", "p"), ("kg", "k"))
_KIN_TABLE: Final = str.maketrans(
    {phone: name for phones, name in _KIN for phone in phones}
    | dict.fromkeys(VOWELS | set("hqywrx"), "")
)
_APART: Final = 0.45
_ROUNDING: Final = 1e-9


@lru_cache(maxsize=16384)
def _kin(phones: str) -> str:
    """Consonants by sets whose members sound alike, what is easily lost left out."""
    return phones.translate(_KIN_TABLE)


@lru_cache(maxsize=4096)
def _weigh(phones: str) -> float:
    return sum(_WEIGHT.get(p, 1.0) for p in phones)


_CLASS: Final = str.maketrans(
    {
        **dict.fromkeys("pb", "p"),
        **dict.fromkeys("tdT", "t"),
        **dict.fromkeys("kgx", "k"),
        **dict.fromkeys("fv", "f"),
        **dict.fromkeys("sz", "s"),
        **dict.fromkeys("SZcj", "S"),
        **dict.fromkeys("nNY", "n"),
        **dict.fromkeys("ieyUI", "i"),
        **dict.fromkeys("aqAO", "a"),
        **dict.fromkeys("ouwQ", "u"),
        "h": "",
    }
)
_BARE: Final = str.maketrans("", "", "iau")


@lru_cache(maxsize=65536)
def key(phones: str) -> str:
    """A coarse key that names which sound alike mostly share.

    Consonants by their class (voice does not count, h is dropped), without vowels except a first
    one; a name of fewer than three consonants keeps its vowels in three classes, so that short
    names do not all fall together. Empty for no phones.
    """
    classes = phones.translate(_CLASS)
    bare = undouble(classes.translate(_BARE))
    if len(bare) >= 3:
        return ("a" if classes[0] in "iau" else "") + bare
    return "." + undouble(classes) if classes else ""

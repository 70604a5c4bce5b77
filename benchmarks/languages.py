"""What the languages reach: splitting, meeting of forms, meanings and sounds, speed, load, size.

    python benchmarks/languages.py            on the part of the labelled pairs that tuning may see
    python benchmarks/languages.py --final    on the third that was kept apart
    python benchmarks/languages.py --wordfreq    with the words of wordfreq beside the token table
    python benchmarks/languages.py --encoder     what the extra ``encoder`` makes of words left out

A labelled pair belongs to the final third where the CRC-32 of its right name (the label before the
first point) is a multiple of three. Each list of split names was written down before the splitter
saw it and worked on afterwards. Of a hundred new names nine in ten are right at the first look: 92,
92, 87 and 89 in ``-eighth`` to ``-eleventh``, 91 in ``-twelfth``, 82 in ``-thirteenth`` and
``-fourteenth`` (90 and 89 where a compound that is one word too may be left whole), 88 in
``-fifteenth``, 93 in ``-sixteenth``. 95 were wanted.

wordfreq (``pip install wordfreq``; its data is under CC BY-SA 4.0) is no part of the library: what
it would bring is told in docs/how-it-works.md.

The pairs are judged here by words and sounds alone, without the score: these figures tell what the
languages give to it, not what a check shows.
"""

from __future__ import annotations

import argparse
import csv
import gc
import gzip
import math
import random
import resource
import subprocess
import sys
import time
import zlib
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import idna

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from confusables import words  # noqa: E402 - after the path above
from confusables.corpus.work import GARBAGE  # noqa: E402 - after the path above
from confusables.fold import fold  # noqa: E402 - after the path above
from confusables.languages import LANGUAGES, phones  # noqa: E402 - after the path above
from confusables.signals.sound import NEAR  # noqa: E402 - after the path above
from confusables.tables.vocabulary import vocabulary  # noqa: E402 - after the path above

if TYPE_CHECKING:
    from collections.abc import Callable

LABELLED = ROOT / "data" / "labelled"
TABLES = ("words.bin", "concepts.tsv", "generic.txt")
NAMES = 20_000
SEED = 20261126
ENCODED = 300  # words of each language
DEARER = 6.0  # bits more for a word of wordfreq: the best of 0 to 10
_LOAD = """
import time
start = time.process_time()
from confusables import words
words.read("lepanierbleu"); words.concepts("panier"); words.is_generic("shop")
print(time.process_time() - start)
"""


def label(domain: str) -> str:
    """The label of a domain in Unicode."""
    first = domain.split(".")[0]
    return idna.decode(first) if first.startswith("xn--") else first


def pairs(kind: str, *, final: bool) -> list[tuple[str, str]]:
    """The labelled pairs of a kind, of the final third or of the rest."""
    with (LABELLED / "kinds" / f"{kind}.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    both = [(label(row["left"]), label(row["right"])) for row in rows]
    return [pair for pair in both if (zlib.crc32(pair[1].encode()) % 3 == 0) == final]


def same_core(a: str, b: str) -> bool:
    """A reading of one has the core of a reading of the other, or is the other whole."""
    left, right = words.read(a), words.read(b)
    return (
        any(x.core == y.core for x in left for y in right)
        or any(x.core == (b,) for x in left)
        or any(y.core == (a,) for y in right)
    )


def same_bag(a: str, b: str) -> bool:
    """The cores hold the same words in any order."""
    return any(sorted(x.core) == sorted(y.core) for x in words.read(a) for y in words.read(b))


def same_stems(a: str, b: str) -> bool:
    """The cores, or the whole labels, have the same stems in a language."""
    a_whole, b_whole = a.replace("-", ""), b.replace("-", "")
    for language in LANGUAGES:
        stem = language.stem
        if stem(a_whole) == stem(b_whole):
            return True
        for x in words.read(a):
            for y in words.read(b):
                if [*map(stem, x.core)] == [*map(stem, y.core)]:
                    return True
    return False


def same_meaning(a: str, b: str) -> bool:
    """Each word of one core shares a concept with a word of the other, and the other way round."""
    for x in words.read(a):
        for y in words.read(b):
            mine = [set(words.concepts(word)) for word in x.core]
            theirs = [set(words.concepts(word)) for word in y.core]
            if (
                len(mine) == len(theirs)
                and all(any(m & t for t in theirs) for m in mine)
                and all(any(m & t for m in mine) for t in theirs)
            ):
                return True
    return False


def likeness(a: str, b: str) -> float:
    """The best likeness of sound over the languages."""
    a, b = a.replace("-", ""), b.replace("-", "")
    return max(phones.likeness(s.sound(a), s.sound(b)) for s in LANGUAGES)


def same_sound(a: str, b: str) -> bool:
    """Alike enough for the sound signal."""
    return likeness(a, b) >= NEAR


def same_key(a: str, b: str) -> bool:
    """A sound key in common, so that one is found by the other."""
    a, b = a.replace("-", ""), b.replace("-", "")
    return any(phones.key(s.sound(a)) == phones.key(s.sound(b)) for s in LANGUAGES)


TESTS: tuple[tuple[str, str, Callable[[str, str], bool]], ...] = (
    ("determiner", "same core", same_core),
    ("word_order", "same words", same_bag),
    ("inflection", "same stems", same_stems),
    ("translation", "same concepts", same_meaning),
    ("sound_alike", f"likeness of {NEAR} or more", same_sound),
    ("sound_alike", "a sound key in common", same_key),
    ("negative_near", "same core (should be few)", same_core),
    ("negative_near", "same stems (should be few)", same_stems),
    ("negative_near", f"likeness of {NEAR} or more (should be few)", same_sound),
)


def splitting(name: str) -> None:
    """How many of a list of real names are split as their readers read them."""
    rows = [
        line.split("\t")
        for line in (LABELLED / name).read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    wrong = []
    for domain, code, readings in rows:
        found = " ".join(words.read(label(domain))[0].words)
        if found not in readings.split("|"):
            wrong.append(f"{domain} ({code}): {found}, not {readings}")
    french = sum(code == "fr" for _, code, _ in rows)
    print(f"{name}: {len(rows) - len(wrong)} of {len(rows)} right ({french} French)")
    for line in wrong:
        print(f"    {line}")


def widen(size: str) -> None:
    """Put the words of wordfreq that the token table lacks beside it, in this process alone."""
    began, before = time.process_time(), _memory()
    import wordfreq

    table = vocabulary()
    found: dict[str, list[float]] = {}  # a word's share where it is most frequent, its languages
    for bit, code in enumerate(table.codes):
        shares: dict[str, float] = defaultdict(float)
        for spelled, share in wordfreq.get_frequency_dict(code, wordlist=size).items():
            word = fold(spelled)
            if len(word) > 2 and word.isascii() and word.isalpha() and table.find(word) is None:
                shares[word] += share
        for word, share in shares.items():
            most, mask = found.get(word, (0.0, 0))
            found[word] = [max(most, share), mask | 1 << bit]
    parts: dict[str, dict[str, int]] = defaultdict(dict)
    for row, word in enumerate(found, len(table.bits)):
        parts[word[:3]][word] = row
    for prefix, rows in parts.items():
        table._parts[prefix] = table.part(prefix) | rows  # noqa: SLF001 - words that the table has not
    bits = (min(255, round(4 * (DEARER - math.log2(share)))) for share, _ in found.values())
    table.bits += bytes(bits)
    table.masks += bytes(int(mask) for _, mask in found.values())
    took, more = time.process_time() - began, _memory() - before
    print(f"wordfreq ({size}): {len(found):,} more words in {took:.2f} s and {more:.0f} MB")


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def speed() -> None:
    """Names a second of one core through reading, and through sounds and keys in all languages."""
    with gzip.open(ROOT / "data" / "sources" / "ror-organisations.tsv.gz", "rt") as file:
        rows = [line.split(".")[0] for line in file][1:]
    names = list(dict.fromkeys(rows))[:NAMES]
    words.read("warm")
    gc.freeze()  # garbage is looked for as seldom as where a corpus is built
    gc.set_threshold(GARBAGE)
    start = time.process_time()
    for name in names:
        words.read(name)
    read = time.process_time()
    for name in names:
        for language in LANGUAGES:
            phones.key(language.sound(name))
    end = time.process_time()
    print(f"readings and cores: {len(names) / (read - start):,.0f} names a second")
    print(f"sounds and keys, all languages: {len(names) / (end - read):,.0f} names a second")
    print(f"all of it: {len(names) / (end - start):,.0f} names a second (5,000 wanted)")


def loading() -> None:
    """Seconds from nothing to a first answer of each table, the best of five processes."""
    command = [sys.executable, "-c", _LOAD]
    runs = [subprocess.run(command, cwd=ROOT, check=True, capture_output=True) for _ in range(5)]  # noqa: S603 - ours
    took = min(float(run.stdout) for run in runs)
    sizes = [(ROOT / "confusables" / "tables" / name).read_bytes() for name in TABLES]
    packed = sum(len(zlib.compress(content, 9)) for content in sizes)
    print(f"tables loaded and imports done in {took:.3f} s of one core (0.15 wanted)")
    print(
        f"tables: {sum(map(len, sizes)) / 1e6:.2f} MB, {packed / 1e6:.2f} in the wheel (3 wanted)"
    )


def encoder() -> None:
    """Words of the concept table, each left out of its concept in turn: how many get a concept,
    and how many of these their own."""
    from confusables.words.encoder import NEAR, SentenceEncoder, centres, typical

    began = time.perf_counter()
    asked = SentenceEncoder()
    asked.concepts(["panier"])
    print(f"encoder: ready in {time.perf_counter() - began:.1f} s")
    table = words.by_concept()
    ids = list(table)
    drawn: dict[str, list[tuple[int, str]]] = {}
    draw = random.Random(SEED)
    for language in LANGUAGES:
        own = [(c, w) for c, said in table.items() for w in said.get(language.code, ())]
        drawn[language.code] = draw.sample(own, ENCODED)
    listed = sorted({w for said in table.values() for some in said.values() for w in some})
    vectors = dict(zip(listed, asked.vectors(listed), strict=True))
    placed = centres(map(typical, table.values()), vectors)
    for code, some in drawn.items():
        given = right = 0
        for concept, word in some:
            near = placed @ vectors[word]
            rest = {c: [w for w in said if w != word] for c, said in table[concept].items()}
            at = ids.index(concept)
            near[at] = centres([typical(rest)], vectors)[0] @ vectors[word]
            given += near.max() >= NEAR
            right += near.max() >= NEAR and near.argmax() == at
        print(f"encoder, {code}: {given / ENCODED:.2f} of {ENCODED} words left out get a "
              f"concept, {right / max(1, given):.2f} of these their own")  # fmt: skip


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description="What the languages reach.")
    parser.add_argument("--final", action="store_true", help="on the third that was kept apart")
    parser.add_argument(
        "--wordfreq", nargs="?", const="small", choices=("small", "best"), help="its lists, beside"
    )
    parser.add_argument("--encoder", action="store_true", help="the extra of that name, beside")
    options = parser.parse_args()
    if options.wordfreq:
        widen(options.wordfreq)
    for name in sorted(path.name for path in LABELLED.glob("splits*.tsv")):
        splitting(name)
    for kind, what, test in TESTS:
        found = pairs(kind, final=options.final)
        share = sum(test(a, b) for a, b in found) / len(found)
        print(f"{kind}: {what}: {share:.3f} of {len(found)}")
    if options.encoder:
        encoder()
    speed()
    loading()


if __name__ == "__main__":
    main()

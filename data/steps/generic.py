"""The generic words: commercial affixes that carry no distinction.

Chosen by hand from the counts of ``affixes-mined`` (how often a label without the affix is a
registered label too); ``data/words/generic.txt`` is the result, and this step checks it.
"""

from __future__ import annotations

from collections import Counter

from steps import Inputs, Step, lines


def build(inputs: Inputs) -> bytes:
    """The bytes of the table: one word a line, sorted."""
    counted: Counter[str] = Counter()
    for line in lines(inputs["words/generic.txt"]):
        counted.update(line.partition("#")[0].split())
    words = [*counted]
    wrong = sorted(w for w in words if not (w.isascii() and w.isalnum() and w == w.lower()))
    if wrong:
        raise ValueError(f"not folded: {', '.join(wrong)}")
    if repeated := sorted(word for word, count in counted.items() if count > 1):
        raise ValueError(f"words/generic.txt: stand twice: {', '.join(repeated)}")
    return "".join(f"{word}\n" for word in sorted(words)).encode("ascii")


STEP = Step("generic.txt", ("words/generic.txt",), build)

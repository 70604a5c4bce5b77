"""What languages share beside sounds: rules of endings, and numerals made of others."""

from __future__ import annotations

import pytest

from confusables.languages.numerals import composed
from confusables.languages.stems import Stemmer


@pytest.mark.parametrize("line", ["oes ao", "oes ao one", "oes ao 1 2", "oes"])
def test_a_rule_of_endings_that_is_none_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="number of letters before it") as caught:
        Stemmer(f"ss ss 1\n{line}")
    assert repr(line) in str(caught.value)


def test_numbers_say_of_which_the_word_is_missing() -> None:
    own = {str(n): (f"w{n}",) for n in (*range(1, 10), *range(20, 100, 10))}
    made = composed(own, lambda ten, unit, number: (f"{ten}{unit}", str(number)))
    assert made["42"] == ("w40w2", "42")
    del own["3"], own["70"]
    with pytest.raises(ValueError, match="no word for 3, 70, of which"):
        composed(own, lambda ten, unit, _: (ten + unit,))


def test_endings_that_cross_are_told_of_agreeing_words() -> None:
    stem = Stemmer("er - 3\ne - 3", crossing="e:er", agreeing=lambda word: word.startswith("nett"))
    assert stem("fliege") == stem("flieger")
    assert stem.cross("fliege", "flieger")
    assert stem.cross("flieger", "fliege")
    assert not stem.cross("nette", "netter")
    assert not stem.cross("fliege", "flieg")
    assert Stemmer("e - 3", crossing=":e").cross("list", "liste")
    assert not Stemmer("e - 3", crossing=":e").cross("listen", "liste")
    assert not Stemmer("e - 3").cross("fliege", "flieger")

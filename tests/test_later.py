"""What is made when it is first looked at, and once."""

from __future__ import annotations

import pickle

from confusables.later import Later, cached_property, kept
from confusables.names import parse
from confusables.signals import SIGNALS
from confusables.views import View


class Thing:
    def __init__(self) -> None:
        self.made: list[str] = []

    @cached_property
    def part(self) -> int:
        """A part."""
        self.made.append("part")
        return 7


@kept
def first(thing: Thing) -> None:
    thing.made.append("first")


@kept
def second(thing: Thing) -> tuple[int, ...]:
    thing.made.append("second")
    return (thing.part,)


def test_a_sequence_is_made_once_and_equals_a_tuple() -> None:
    calls: list[int] = []

    def make() -> list[int]:
        calls.append(1)
        return [1, 2, 3]

    later = Later(make)
    assert calls == []
    assert later == (1, 2, 3)
    assert (later[0], later[1:], len(later), hash(later)) == (1, (2, 3), 3, hash((1, 2, 3)))
    assert pickle.loads(pickle.dumps(later)) == (1, 2, 3)  # noqa: S301 - our own bytes
    assert calls == [1]


def test_a_part_and_what_functions_make_are_made_once_for_each_object() -> None:
    one, other = Thing(), Thing()
    for _ in range(2):
        assert (one.part, first(one), second(one)) == (7, None, (7,))
    assert second(other) == (7,)
    assert one.made == ["part", "first", "second"]
    assert other.made == ["second", "part"]


def test_what_signals_keep_of_a_name_is_that_of_its_label_under_every_ending() -> None:
    """``View.under`` hands on all that was made: none of it may depend on the ending."""
    for name, other in (
        ("dasmühlenfest.de", "co.uk"),
        ("get-b1uefern.app", "fr"),
        ("4saisons.ca", "de"),
    ):
        view, old = View(parse(name)), View(parse("muehlenfest.de"))
        for signal in SIGNALS:
            signal.compare(view, old)
            list(signal.keys(view))
        fresh = View(parse(f"{view.name.label}.{other}"))
        for signal in SIGNALS:
            signal.compare(fresh, old)
            list(signal.keys(fresh))
        handed_on, made = vars(view.under(other)), vars(fresh)
        shared = [form for form in handed_on if "." in form and form in made]
        assert shared
        for form in shared:
            assert handed_on[form] == made[form], form

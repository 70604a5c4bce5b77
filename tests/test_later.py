"""What is made when it is first looked at, and once."""

from __future__ import annotations

import pickle
import sys
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from confusables.later import Later, cached_property, kept
from confusables.names import parse
from confusables.signals import SIGNALS
from confusables.views import View

if TYPE_CHECKING:
    from confusables.model import Name


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


class Watched(View):
    """A View that keeps which of its parts were looked at, and those of its name."""

    def __init__(self, name: Name) -> None:
        self.seen: set[str] = set()
        super().__init__(name)

    def __getattribute__(self, part: str) -> Any:
        found = super().__getattribute__(part)
        if part == "name":
            return _WatchedName(found, super().__getattribute__("seen"))
        if not part.startswith("__"):
            super().__getattribute__("seen").add(part)
        return found


class _WatchedName:
    def __init__(self, name: Name, seen: set[str]) -> None:
        self._name, self._seen = name, seen

    def __getattr__(self, part: str) -> Any:
        self._seen.add(f"name.{part}")
        return getattr(self._name, part)


NAMES = [
    "dasmühlenfest.de", "get-b1uefern.app", "4saisons.ca", "ichbindabei.de", "Ham & Egg",
    "photohonden.nl", "account-amazcn-upgrade.com", "яндекс.com", "nousaimonslocal.fr",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_what_is_kept_follows_from_the_label_and_what_an_encoder_said_before(name: str) -> None:
    """Not from the ending, which changes, or from what a speaker says of a name later on."""
    view = View(parse(name))
    for signal in SIGNALS:
        signal.compare(view, View(parse("muehlenfest.de")))
        list(signal.keys(view))
    places = [form for form in vars(view) if form.startswith("confusables.")]
    assert places
    for place in places:
        module, _, function = place.rpartition(".")
        watched = Watched(parse(name))
        getattr(import_module(module), function)(watched)
        changing = {"own", "tongue", "voiced", "voice", "encoder", "met", "name.suffix"}
        if not place.endswith("translation.meanings"):
            changing.add("meant")
        assert watched.seen
        assert watched.seen.isdisjoint(changing), place


def test_a_name_goes_under_another_ending_while_another_thread_makes_its_parts() -> None:
    view = View(parse("panierbleu.fr"))

    def make() -> None:
        for number in range(20_000):
            vars(view)[f"part{number}"] = number

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        other = Thread(target=make)
        other.start()
        while other.is_alive():
            assert view.under("com").name.suffix == "com"
        other.join()
    finally:
        sys.setswitchinterval(before)

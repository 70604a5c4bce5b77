"""Names without the generic words at their ends."""

from __future__ import annotations

import pytest

from confusables.names import parse
from confusables.stripped import odd, stripped
from confusables.views import View


def _stripped(name: str) -> dict[str, str]:
    return {found.rest: found.affix for found in stripped(View(parse(name)))}


@pytest.mark.parametrize(
    ("name", "rest", "affix"),
    [
        ("brontiqshop.com", "brontiq", "shop"),
        ("getbrontiqapp.com", "brontiq", "get … app"),
        ("mybrontiqapp.com", "brontiq", "my … app"),
        ("lepaingrisboutique.fr", "paingris", "le … boutique"),
        ("brontiqaccountlogin.com", "brontiq", "account login"),
    ],
)
def test_one_word_or_two(name: str, rest: str, affix: str) -> None:
    assert _stripped(name)[rest] == affix


@pytest.mark.parametrize("name", ["mystery.com", "cooperate.com", "shop.com", "brontiq.com"])
def test_a_word_of_a_dictionary_is_none(name: str) -> None:
    assert _stripped(name) == {}


def test_an_odd_part_between_words() -> None:
    assert [found.rest for found in odd(View(parse("account-amazcn-upgrade.com")))] == ["amazcn"]

"""Statuses, to EPP's names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confusables.lookups.statuses import statuses


@pytest.mark.parametrize(
    ("stated", "read"),
    [
        (
            "clientTransferProhibited https://icann.org/epp#clientTransferProhibited",
            ("clientTransferProhibited",),
        ),
        ("clientDeleteProhibited (https://www.icann.org/epp#x)", ("clientDeleteProhibited",)),
        ("CLIENT DELETE PROHIBITED", ("clientDeleteProhibited",)),
        ("client delete prohibited", ("clientDeleteProhibited",)),
        ("server_hold", ("serverHold",)),
        ("RENEWPERIOD", ("renewPeriod",)),
        ("active", ("ok",)),
        ("ok - Normal state.", ("ok",)),
        ("pendingDelete / redemptionPeriod", ("pendingDelete", "redemptionPeriod")),
        ("REGISTERED, DELEGATED, VERIFIED", ("REGISTERED", "DELEGATED", "VERIFIED")),
        ("Connected (2031/03/31)", ("Connected",)),
        ("", ()),
        ("Pa\x1bid \u202eup", ("Paid up",)),
    ],
)
def test_forms(stated, read) -> None:
    assert statuses([stated]) == read


def test_each_once_and_not_too_many() -> None:
    assert statuses(["ok", "OK", "active"]) == ("ok",)
    assert len(statuses(f"state {i}" for i in range(1000))) == 30


@given(st.lists(st.text(max_size=60), max_size=5))
def test_total(stated) -> None:
    assert all(status.isprintable() for status in statuses(stated))

"""The tree of errors: each tells the same in the process that handed out the work."""

from __future__ import annotations

import pickle

import pytest

from confusables import errors
from confusables.errors import ConfusablesError

MADE = (
    errors.InvalidName("no ending", where="abc", position=3),
    errors.InvalidLaunch("'XX' is no country code"),
    errors.MissingExtra("rows in Parquet", "arrow"),
    errors.MissingProgram("espeak-ng", "espeak-ng"),
    errors.SpeakerError("espeak-ng took too long"),
    errors.InputError("not a row", path="names.txt", line=3),
    errors.TablesError("weights: no row"),
    errors.CorpusFormatError("no corpus"),
    errors.CorpusDamaged("a checksum does not hold"),
    errors.ListError("empty", path="names.txt"),
)


@pytest.mark.parametrize("error", MADE, ids=lambda error: type(error).__name__)
def test_an_error_is_the_same_in_another_process(error: ConfusablesError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


def test_every_error_is_made_here() -> None:
    roots = {ConfusablesError, errors.CorpusError}
    offered = {getattr(errors, name) for name in errors.__all__}
    assert {type(error) for error in MADE} == offered - roots


def test_an_error_of_a_file_says_where() -> None:
    for kind in (errors.InputError, errors.ListError):
        assert str(kind("empty")) == "empty"
        assert str(kind("empty", path="a.txt")) == "a.txt: empty"
        assert str(kind("no name", path="a.txt", line=3)) == "a.txt:3: no name"
    assert issubclass(errors.ListError, errors.CorpusError)
    assert not issubclass(errors.InputError, errors.CorpusError)

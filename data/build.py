"""Rebuild the shipped tables from pinned inputs: the only road from data/ to confusables/tables/.

    python data/build.py                 write every table
    python data/build.py --only NAME     write one table (and say which names there are)
    python data/build.py --check         write nothing; exit 1 where a table is not what it would be

Each input under ``data/sources/`` must be listed in ``data/sources.toml`` and have the digest
stated there. A new table is one file in ``data/steps/`` and one line in ``STEPS`` below.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

DATA = Path(__file__).resolve().parent
ROOT = DATA.parent
TABLES = ROOT / "confusables" / "tables"

for folder in (ROOT, DATA):  # so that steps can use the library, and this script its steps
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

from steps import (  # noqa: E402 (needs the path above)
    Step,
    affixes,
    concepts,
    corpus,
    generic,
    keyboards,
    localnames,
    owners,
    public_suffixes,
    rdap,
    registries,
    scripts,
    skeleton,
    suffixes,
    territories,
    words,
)

from confusables.files import put  # noqa: E402 - after the path above

Pins = Mapping[str, Mapping[str, str]]

STEPS: tuple[Step, ...] = (
    public_suffixes.STEP,
    owners.STEP,
    words.STEP,
    concepts.STEP,
    generic.STEP,
    affixes.STEP,
    skeleton.STEP,
    scripts.STEP,
    keyboards.STEP,
    territories.STEP,
    localnames.STEP,
    suffixes.STEP,
    corpus.STEP,
    rdap.STEP,
    registries.WHOIS,
    registries.COUNTRIES,
)
"""Every table, in the order of building; a step may use the result of an earlier one."""


class BuildError(Exception):
    """An input is missing, not pinned or not what was pinned, or a table cannot be built."""


def sources() -> Pins:
    """What ``sources.toml`` says of each file in ``data/sources/``, by file name."""
    with (DATA / "sources.toml").open("rb") as file:
        stated: dict[str, dict[str, str]] = tomllib.load(file)
    return stated


def read_input(path: str, pins: Pins, made: Mapping[str, bytes]) -> bytes:
    """The bytes of one input; those of others' works only with the digest that was pinned."""
    folder, _, name = path.partition("/")
    if folder == "tables":
        if name in made:
            return made[name]
        return _file(TABLES / name, path)
    content = _file(DATA / path, path)
    if folder != "sources":
        return content
    if name not in pins:
        raise BuildError(f"data/{path}: not listed in data/sources.toml")
    found = hashlib.sha256(content).hexdigest()
    if found != pins[name].get("sha256"):
        raise BuildError(
            f"data/{path}: sha256 is {found}, but data/sources.toml pins {pins[name].get('sha256')}"
        )
    return content


def _file(path: Path, shown: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BuildError(f"data/{shown}: {error.strerror}") from error


def build(step: Step, pins: Pins, made: Mapping[str, bytes]) -> bytes:
    """The bytes of one table."""
    inputs = {path: read_input(path, pins, made) for path in step.inputs}
    try:
        return step.build(inputs)
    except (ValueError, LookupError, UnicodeError) as error:
        raise BuildError(f"{step.name}: {type(error).__name__}: {error}") from error


def drift(name: str, table: bytes, folder: Path) -> str | None:
    """How the table on disk differs from the one just built; None where it does not."""
    path = folder / name
    if not path.exists():
        return f"confusables/tables/{name}: missing; run python data/build.py --only {name}"
    found = path.read_bytes()
    if found == table:
        return None
    at = next((i for i, (a, b) in enumerate(zip(found, table, strict=False)) if a != b), None)
    at = min(len(found), len(table)) if at is None else at
    return (
        f"confusables/tables/{name}: differs from its sources at byte {at} "
        f"(line {found[:at].count(10) + 1}; {len(found)} bytes on disk, {len(table)} built); "
        f"run python data/build.py --only {name}"
    )


def run(steps: Iterable[Step], *, check: bool, only: str | None = None) -> int:
    """Build the steps; write them, or compare them with what is on disk. The exit code."""
    pins, made, faults = sources(), {}, 0
    for step in steps:
        if only not in (None, step.name):
            continue
        table = made[step.name] = build(step, pins, made)
        if not check:
            put(TABLES / step.name, table)
            print(f"{step.name}: {len(table)} bytes")
        elif difference := drift(step.name, table, TABLES):
            faults += 1
            print(difference, file=sys.stderr)
    if check and not faults:
        print(f"{len(made)} tables are what their sources make of them")
    return 1 if faults else 0


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line and build."""
    parser = argparse.ArgumentParser(description="Rebuild the shipped tables from pinned inputs.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail on drift")
    parser.add_argument("--only", metavar="NAME", choices=[step.name for step in STEPS])
    options = parser.parse_args(arguments)
    try:
        return run(STEPS, check=options.check, only=options.only)
    except BuildError as error:
        print(f"data/build.py: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    raise SystemExit(main())

"""The corpus of 1.4 million names: Tranco's and CrUX's million, without any labelled name."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from confusables.corpus import Corpus


def popular() -> list[str]:
    """The hosts of the two lists as they come with the package ``pymispwarninglists``."""
    import pymispwarninglists

    lists = Path(pymispwarninglists.__file__).parent / "data" / "misp-warninglists" / "lists"
    hosts: list[str] = []
    for name in ("tranco", "google-chrome-crux-1million"):
        hosts += json.loads((lists / name / "list.json").read_bytes())["list"]
    return hosts


def built(path: Path) -> Path:
    """The corpus of the two lists, built where it is not there yet (some minutes)."""
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        hosts = Path(folder) / "tranco-crux.txt"
        hosts.write_text("\n".join(popular()) + "\n", encoding="utf-8")
        corpus = Corpus.build(path, [hosts])
    took = time.perf_counter() - start
    print(f"built {corpus.names:,} names in {took:.0f} s", file=sys.stderr)
    return path

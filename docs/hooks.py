"""Pages of the site that are made of the code: one a signal, from the docstring of its module."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from confusables.score import weights
from confusables.signals import SIGNALS

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from confusables.score import Weight

__all__ = ["on_files"]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages of the signals."""
    rows = ["# Signals", "", "What is compared between two names, one page a kind.", ""]
    rows += ["| signal | family | in short |", "|---|---|---|"]
    for signal in SIGNALS:
        told = (import_module(signal.compare.__module__).__doc__ or "").strip()
        page = _page(signal.name, signal.family, told)
        files.append(File.generated(config, f"signals/{signal.name}.md", content=page))
        short = told.split("\n\n")[0].replace("\n", " ").replace("|", "\\|")
        rows.append(f"| [{signal.name}]({signal.name}.md) | {signal.family} | {short} |")
    text = "\n".join(rows) + "\n"
    files.append(File.generated(config, "signals/index.md", content=text))
    return files


def _page(name: str, family: str, told: str) -> str:
    table = [
        f"# {name}", "", told, "", f"Family: {family}. Only the strongest term of a family counts.",
        "", "| step | bits | where from |", "|---|---:|---|",
    ]  # fmt: skip
    for (_, signal, step), weight in sorted(weights().steps.items()):
        if signal == name:
            table.append(f"| {step} | {weight.bits:+.2f} | {_origin(weight)} |")
    return "\n".join(table) + "\n"


def _origin(weight: Weight) -> str:
    return f"fitted on {weight.pairs} pairs" if weight.fitted else "judged"

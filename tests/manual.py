"""The command-line page of the manual, as the commands themselves tell it.

python tests/manual.py     write docs/cli.md anew
"""

from __future__ import annotations

from pathlib import Path

import click

from confusables.cli import COMMANDS, cli

__all__ = ["DOCS", "PAGE", "page"]

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE = DOCS / "cli.md"


def page() -> str:
    """The help of every command, 80 columns wide."""
    parts = ["# Command line", "", *_block("confusables", cli)]
    for command in sorted(COMMANDS, key=lambda c: c.name or ""):
        leaves = command.commands.values() if isinstance(command, click.Group) else [command]
        for leaf in leaves:
            name = f"{command.name} {leaf.name}" if leaf is not command else command.name
            parts += ["", f"## {name}", "", *_block(f"confusables {name}", leaf)]
    return "\n".join(parts) + "\n"


def _block(path: str, command: click.Command) -> list[str]:
    context = click.Context(
        command, info_name=path, terminal_width=80, max_content_width=80,
        help_option_names=["-h", "--help"],
    )  # fmt: skip
    return ["```text", command.get_help(context).rstrip(), "```"]


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")

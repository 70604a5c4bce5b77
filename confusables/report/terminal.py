"""What a terminal or a pipe gets: rich's output, with no-break spaces that do not break."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from confusables.model import Level

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from rich.console import ConsoleOptions, RenderableType

__all__ = ["STYLE", "Fitting", "rendered", "shown_on"]

STYLE = {
    Level.WARN: "bold red",
    Level.REVIEW: "bold yellow",
    Level.BELOW: "dim",
    Level.NONE_FOUND: "bold",
}

# Rich breaks lines at any white space, so that each no-break space is another character meanwhile.
_HELD = {"\u00a0": "\ue0a0", "\u202f": "\ue0a1"}
_HOLD = str.maketrans(_HELD)
_FREE = str.maketrans({held: space for space, held in _HELD.items()})


class Fitting:
    """What is shown in full where there are so many columns, and in a narrower form elsewhere."""

    def __init__(self, full: RenderableType, narrow: RenderableType, least: int) -> None:
        self.forms = (full, narrow)
        self._least = least

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        """The form that fits, as rich asks for it."""
        full, narrow = self.forms
        yield full if options.max_width >= self._least else narrow


def rendered(content: RenderableType, *, width: int) -> str:
    """What rich would print, as text without colour."""
    file = io.StringIO()
    console = Console(
        file=file,
        width=width,
        color_system=None,
        force_terminal=False,
        force_jupyter=False,  # which would show the text instead of giving it
        legacy_windows=False,
    )
    console.print(_holding(content))
    lines = file.getvalue().translate(_FREE).splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def shown_on(out: TextIO, content: RenderableType) -> None:
    """Print on a terminal, in colour unless it has none or NO_COLOR is set."""
    console = Console(soft_wrap=False, highlight=False)
    if console.no_color:  # bold and dim are colours too
        console = Console(soft_wrap=False, highlight=False, color_system=None)
    with console.capture() as captured:
        console.print(_holding(content))
    out.write(captured.get().translate(_FREE))


def _holding(content: RenderableType) -> RenderableType:
    """The content with its no-break spaces held together; texts are changed in place."""
    if isinstance(content, Text):
        content.plain = content.plain.translate(_HOLD)
    elif isinstance(content, Group):
        for part in content.renderables:
            _holding(part)
    elif isinstance(content, Padding):
        _holding(content.renderable)
    elif isinstance(content, Fitting):
        for form in content.forms:
            _holding(form)
    elif isinstance(content, Table):
        for column in content.columns:
            for cell in column.cells:
                _holding(cell)
    return content

"""The program ``confusables``, and ``python -m confusables``."""

from __future__ import annotations

import sys

__all__ = ["main"]

_INTERRUPTED = 130  # as cli.common has it, which may not have been read yet


def main() -> int:
    """Run the command line; an interrupt while its modules are read is one too."""
    try:
        from confusables.cli import main as run

        return run()
    except KeyboardInterrupt:
        sys.stderr.write("confusables: error: interrupted\n")
        return _INTERRUPTED


if __name__ == "__main__":
    raise SystemExit(main())

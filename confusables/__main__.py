"""``python -m confusables``."""

from confusables.cli import main

if __name__ == "__main__":
    raise SystemExit(main())

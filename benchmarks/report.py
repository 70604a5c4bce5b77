"""How large the HTML of fifty collisions is, and how long it takes to render.

python benchmarks/report.py
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from many import many_collisions

MOST_BYTES, MOST_SECONDS = 500_000, 1.0


def main() -> int:
    """Print both figures; exit 1 where one is above its limit."""
    with tempfile.TemporaryDirectory() as folder:
        found = many_collisions(Path(folder))
    seconds = []
    for _ in range(5):
        began = time.perf_counter()
        page = found.to_html("fr")
        seconds.append(time.perf_counter() - began)
    size = len(page.encode())
    print(f"collisions: {len(found.collisions)}")
    print(f"HTML: {size:,} bytes (at most {MOST_BYTES:,})")
    first, usual = seconds[0], statistics.median(seconds)
    print(f"rendered in {first:.3f} s the first time, {usual:.3f} s later (at most 1 s)")
    return int(size >= MOST_BYTES or max(seconds) >= MOST_SECONDS)


if __name__ == "__main__":
    raise SystemExit(main())

"""Find the existing registrations that people would mistake for a new name."""

from __future__ import annotations

__version__ = "0.1.0"

"""Puts the guard of the tests into a child process: its folder stands on PYTHONPATH."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import guard

guard.install()
sys.path.pop(0)

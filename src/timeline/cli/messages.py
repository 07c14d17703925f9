"""What goes to standard error."""

from __future__ import annotations

import sys

from timeline.formats.terminal import printable

__all__ = ["BAD_INPUT", "fail"]

BAD_INPUT = 1
"""The exit status."""


def fail(message: str) -> int:
    """Tell what is wrong, without letting it drive the terminal; give the exit status."""
    sys.stderr.write(f"timeline: {printable(message)}\n")
    return BAD_INPUT

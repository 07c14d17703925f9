"""The numbers that models compute in."""

from __future__ import annotations

import enum

__all__ = ["Precision"]


class Precision(enum.Enum):
    """In which numbers models compute."""

    FLOAT = "float"
    INT8 = "int8"

"""Deprecated name of `timeline.calculus.recurring`, kept for one version."""

from __future__ import annotations

import warnings

from timeline.calculus import recurring

__all__ = recurring.__all__


def __getattr__(name: str) -> object:
    if name not in recurring.__all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    message = f"{__name__} is now {recurring.__name__}; import {name} from there"
    warnings.warn(message, DeprecationWarning, stacklevel=2)
    return getattr(recurring, name)

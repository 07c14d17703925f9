"""The state of torch that the models compute in."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import torch

from timeline.syntax.threads import single_thread

__all__ = ["computing"]


@contextlib.contextmanager
def computing() -> Iterator[None]:
    """Compute as the models expect, whatever the caller has set.

    No gradients, no autocast, 32-bit floats, one thread.
    """
    default = torch.get_default_dtype()
    with torch.inference_mode(), torch.autocast("cpu", enabled=False), single_thread():
        if default is torch.float32:
            yield
            return
        torch.set_default_dtype(torch.float32)
        try:
            yield
        finally:
            torch.set_default_dtype(default)

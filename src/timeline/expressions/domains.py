"""Text domains, which decide the direction of a bare weekday or month where no verb does."""

from __future__ import annotations

__all__ = ["DOMAINS"]

DOMAINS = ("news", "narrative", "colloquial")

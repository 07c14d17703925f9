"""The kinds of text that are told apart where no verb tells how a bare weekday or month looks."""

from __future__ import annotations

__all__ = ["DOMAINS"]

DOMAINS = ("news", "narrative", "colloquial")

"""Hints about the kind of text, where it is known; by default the text itself tells."""

from __future__ import annotations

__all__ = ["AUTO", "DOMAINS"]

AUTO = "auto"
DOMAINS = (AUTO, "news", "narrative", "colloquial")

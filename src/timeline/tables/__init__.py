"""Timelines as rows of a few flat tables, for datasets, Arrow, pandas and Polars."""

from __future__ import annotations

"""Timelines as rows of a few flat tables: the form of datasets, of Arrow, pandas and Polars."""

from __future__ import annotations

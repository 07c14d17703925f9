"""`timeline extract`: events in the order in which they happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.cli.articles import add_timelines, write_timelines
from timeline.cli.options import extractor_of
from timeline.formats.registry import Content

if TYPE_CHECKING:
    import argparse

__all__ = ["add_options", "run"]


def add_options(command: argparse.ArgumentParser) -> None:
    """Add its options."""
    command.description = "Write the events in the order in which they happened."
    add_timelines(command, Content.EVENTS)


def run(options: argparse.Namespace) -> int:
    """Write the timelines; give the exit status."""
    return write_timelines(options, extractor_of(options).extract_many, Content.EVENTS)

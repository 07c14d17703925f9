"""`timeline tag`: temporal expressions in the order of the text."""

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
    command.description = "Write the temporal expressions in the order of the text."
    add_timelines(command, Content.TIMES)


def run(options: argparse.Namespace) -> int:
    """Write the timelines; give the exit status."""
    return write_timelines(options, extractor_of(options).tag_many, Content.TIMES)

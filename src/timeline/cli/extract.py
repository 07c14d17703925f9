"""`timeline extract`: events in the order in which they happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.cli.articles import EPILOG, write_timelines
from timeline.cli.options import (
    add_columns,
    add_format,
    add_language,
    add_path,
    add_published,
    add_reading,
    add_syntax,
    extractor_of,
)
from timeline.formats.registry import Content

if TYPE_CHECKING:
    import argparse

__all__ = ["add_options", "run"]


def add_options(command: argparse.ArgumentParser) -> None:
    """Add its options."""
    command.description = "Write the events in the order in which they happened."
    command.epilog = EPILOG
    add_path(command)
    add_published(command)
    add_format(command, Content.EVENTS)
    add_columns(command)
    add_language(command)
    add_syntax(command)
    add_reading(command)


def run(options: argparse.Namespace) -> int:
    """Write the timelines; give the exit status."""
    return write_timelines(options, extractor_of(options).extract_many, Content.EVENTS)

"""`timeline parse`: sentences, words and dependency trees."""

from __future__ import annotations

import itertools
import sys
from typing import TYPE_CHECKING

from timeline import syntax
from timeline.cli.articles import Articles
from timeline.cli.options import add_columns, add_format, add_path, add_syntax
from timeline.formats.registry import Content, writer_of

if TYPE_CHECKING:
    import argparse

__all__ = ["add_options", "run"]


def add_options(command: argparse.ArgumentParser) -> None:
    """Add its options."""
    command.description = (
        "Write the sentences, words and dependency trees of raw text. PATH is read as by `timeline extract`."
    )
    add_path(command)
    add_format(command, Content.TREES, default="conllu")
    add_columns(command)
    add_syntax(command)


def run(options: argparse.Namespace) -> int:
    """Write the trees; give the exit status."""
    articles = Articles(options)
    read, kept = itertools.tee(articles)
    analyses = syntax.load(options.syntax).parse_many(article.text for article in read)
    writer_of(options.format, Content.TREES)(zip(kept, analyses, strict=True), sys.stdout)
    return articles.status

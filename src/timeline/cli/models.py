"""`timeline models`: syntax models that there are, and fetching them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from timeline.formats.terminal import printable
from timeline.syntax import installation

if TYPE_CHECKING:
    import argparse

__all__ = ["add_options", "run"]


def add_options(command: argparse.ArgumentParser) -> None:
    """Add its actions."""
    command.description = "Syntax models: which there are, and fetching Stanza's own."
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("list", help="show the models and whether they are installed", allow_abbrev=False)
    fetching = actions.add_parser("fetch", help="fetch a Stanza package over the network", allow_abbrev=False)
    fetching.add_argument("name", metavar="NAME", help="stanza:default, stanza:default_fast, …")


def run(options: argparse.Namespace) -> int:
    """List or fetch; give the exit status."""
    if options.action == "list":
        for name, state in installation.listing():
            sys.stdout.write(f"{printable(name):24}{printable(state)}\n")
        return 0
    sys.stdout.write(f"{printable(installation.fetch(options.name))}\n")
    return 0

"""The `timeline` command: data on stdout, errors on stderr.

Exit status: 0 done, 1 bad input (or a missing model), 2 bad usage, 130 interrupted.
"""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Mapping, Sequence
from typing import IO, NoReturn, Protocol, cast

from attrs import frozen

from timeline.cli.messages import BAD_INPUT, fail
from timeline.errors import TimelineError
from timeline.formats.terminal import printable
from timeline.version import __version__

__all__ = ["COMMANDS", "main"]

_INTERRUPTED = 130


class Command(Protocol):
    """What the module of a command has; it imports at its top what it needs, since it is loaded when it is called."""

    def add_options(self, command: argparse.ArgumentParser) -> None:
        """Add its options and its description to its parser."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it; give the exit status."""


@frozen
class Row:
    """One command."""

    module: str
    summary: str

    def load(self) -> Command:
        """Import its module."""
        return cast("Command", importlib.import_module(self.module))


COMMANDS: Mapping[str, Row] = {
    "extract": Row("timeline.cli.extract", "events in the order in which they happened"),
    "tag": Row("timeline.cli.tag", "temporal expressions in the order of the text"),
    "build": Row("timeline.cli.build", "build a dataset of events out of many articles"),
    "parse": Row("timeline.cli.parse", "sentences, words and dependency trees of raw text"),
    "models": Row("timeline.cli.models", "syntax models: which there are, and fetching Stanza's own"),
    "evaluate": Row("timeline.cli.evaluate", "measure against annotated documents, as TempEval-3 does"),
}
"""All commands, in the order of the help."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give the exit status. Bad usage raises `SystemExit(2)`, as argparse does."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    name = next((each for each in given if not each.startswith("-")), "")
    command = COMMANDS[name].load() if name in COMMANDS else None
    options = _parser(name, command).parse_args(given)
    assert command is not None  # argparse has refused all else
    _prepare(sys.stdout)
    try:
        status = command.run(options)
        sys.stdout.flush()
    except TimelineError as error:
        return fail(str(error))
    except BrokenPipeError:  # the reader has seen enough; keep the interpreter from flushing into the closed pipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BAD_INPUT
    except OSError as error:
        return fail(f"{error.filename or vars(options).get('path', name)}: {error.strerror or error}")
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


class _Parser(argparse.ArgumentParser):
    """One whose errors quote what was given without giving it to the terminal."""

    def error(self, message: str) -> NoReturn:
        super().error(printable(message))


def _parser(chosen: str, command: Command | None) -> argparse.ArgumentParser:
    """Make the parser of all commands, with the options of the one that was chosen."""
    parser = _Parser(prog="timeline", description="Read the times and the events of news articles.", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"timeline {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, row in COMMANDS.items():
        added = commands.add_parser(name, help=row.summary, allow_abbrev=False)
        if name == chosen and command is not None:
            command.add_options(added)
    return parser


def _prepare(stream: IO[str]) -> None:
    """Write UTF-8 to files and pipes; to a terminal, escape what it cannot show."""
    if isinstance(stream, io.TextIOWrapper):
        if stream.isatty():
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")

"""The command `python -m timeline.training`."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from timeline.errors import TimelineError

__all__ = ["main"]

_BAD_INPUT = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return the exit status. Bad usage raises `SystemExit(2)`, as in argparse."""
    options = _parser().parse_args(arguments)
    # as the recipe was timed; must be set before torch is loaded
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        from timeline.training.commands import COMMANDS

        return COMMANDS[options.command](options)
    except (TimelineError, OSError) as error:
        sys.stderr.write(f"timeline.training: {error}\n")
        return _BAD_INPUT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m timeline.training", description="Make and measure the bundled models.", allow_abbrev=False
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    syntax = commands.add_parser("syntax", help="train the syntax models and pack them", allow_abbrev=False)
    _add_treebanks(syntax)
    syntax.add_argument(
        "--vectors", type=Path, required=True, metavar="WHEEL", help="wheel of a spaCy model with vectors"
    )
    syntax.add_argument(
        "--output", type=Path, required=True, metavar="DIR", help="working folder; resumes an earlier run"
    )
    syntax.add_argument("--seed", type=int, default=1, help="seed of random choices (default: 1)")
    syntax.add_argument("--version", default="0.3", help="version of the models (default: 0.3)")
    syntax.add_argument(
        "--released",
        type=dt.date.fromisoformat,
        required=True,
        metavar="DATE",
        help="date on the model card",
    )
    syntax.add_argument(
        "--scale",
        type=float,
        default=1.0,
        metavar="FACTOR",
        help="multiple of the training time of the bundled models (default: 1)",
    )
    syntax.add_argument(
        "--processes",
        type=int,
        default=1,
        choices=(1, 2),
        help="2: train two parts in parallel, with the same weights as result",
    )
    measure = commands.add_parser("measure", help="measure a model by genre, from raw text", allow_abbrev=False)
    _add_treebanks(measure)
    measure.add_argument("--model", default="bundled", help="name of a model, or the folder of one (default: bundled)")
    measure.add_argument("--split", default="test", choices=("train", "dev", "test"), help="default: test")
    placing = commands.add_parser(
        "placing", help="fit the models that place and order events, and measure them", allow_abbrev=False
    )
    placing.add_argument("corpora", type=Path, help="directory with timeml, tbdense, eventtime and matres")
    placing.add_argument("--output", type=Path, required=True, metavar="FILE", help="the weights to write: en.json.gz")
    placing.add_argument("--cache", type=Path, required=True, metavar="DIR", help="where to keep parses")
    placing.add_argument("--part", choices=("dev", "all"), default="dev", help="documents to train on (default: dev)")
    placing.add_argument("--version", default="events-en-1", help="name of the models (default: events-en-1)")
    placing.add_argument("--day", type=float, default=0.7, help="least probability of a single day (default: 0.7)")
    placing.add_argument(
        "--any", type=float, default=0.12, help="least probability to override the rules (default: 0.12)"
    )
    _add_rules(commands)
    readings = commands.add_parser(
        "readings", help="fit the weights with which bare dates are read, and measure them", allow_abbrev=False
    )
    readings.add_argument("corpora", type=Path, nargs="+", metavar="DIR", help="directories with TimeML files")
    readings.add_argument("--part", choices=("dev", "all"), default="dev", help="documents to fit on (default: dev)")
    readings.add_argument(
        "--recorded", type=Path, metavar="FILE", help="values read before, which are to stay: JSON lines of texts"
    )
    readings.add_argument("--output", type=Path, required=True, metavar="FILE", help="the weights: readings.json")
    page = commands.add_parser("page", help="write the page of event rules", allow_abbrev=False)
    page.add_argument("--output", type=Path, required=True, metavar="FILE", help="docs/event-rules.md")
    return parser


def _add_rules(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    rules = commands.add_parser(
        "rules", help="measure the precision of placing rules, and write their page", allow_abbrev=False
    )
    rules.add_argument("corpora", type=Path, help="directory with timeml, tbdense, eventtime, matres and wikinews")
    rules.add_argument("--cache", type=Path, required=True, metavar="DIR", help="where to keep parses")
    rules.add_argument("--part", choices=("dev", "all"), default="dev", help="documents to measure on (default: dev)")
    rules.add_argument(
        "--output", type=Path, required=True, metavar="FILE", help="the shares to write: confidences.json"
    )


def _add_treebanks(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--treebanks",
        type=Path,
        required=True,
        metavar="DIR",
        help="folder with *-train, *-dev and *-test.conllu, plain or .xz",
    )


if __name__ == "__main__":
    sys.exit(main())

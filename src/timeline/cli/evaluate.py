"""`timeline evaluate`: the library against annotated documents."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from timeline.cli.messages import BAD_INPUT, fail
from timeline.cli.options import count
from timeline.evaluation.corpus import evaluate_directory
from timeline.evaluation.placing import evaluate_placing
from timeline.evaluation.report import render, render_placing
from timeline.evaluation.split import Part
from timeline.formats.table import terminal_width

if TYPE_CHECKING:
    import argparse

__all__ = ["add_options", "run"]

_LISTED = 20


def add_options(command: argparse.ArgumentParser) -> None:
    """Add its options."""
    command.description = "Measure against annotated documents, as TempEval-3 does."
    command.add_argument("path", metavar="GOLD_DIR", help="directory with TimeML files (*.tml), at any depth")
    command.add_argument(
        "--part",
        choices=[part.value for part in Part],
        default=Part.ALL.value,
        help="which documents: a fifth, chosen by the names of the files, is held out (default: all)",
    )
    command.add_argument("--events", action="store_true", help="measure events too (needs syntax: slower)")
    command.add_argument(
        "--placing", action="store_true", help="measure instead when events happened: their relation to the publication"
    )
    command.add_argument("--given", action="store_true", help="with --placing: place the annotated events")
    command.add_argument("--event-times", metavar="FILE", help="with --placing: event times, a file of EventTime")
    command.add_argument(
        "--pairs", nargs="+", default=(), metavar="FILE", help="with --placing: the order of pairs, files of MATRES"
    )
    command.add_argument(
        "--errors",
        nargs="?",
        const=_LISTED,
        default=0,
        type=count,
        metavar="N",
        help=f"list N mistakes of each kind ({_LISTED})",
    )
    command.add_argument("--json", action="store_true", help="write JSON")


def run(options: argparse.Namespace) -> int:
    """Measure; give the exit status."""
    if options.placing:
        return _run_placing(options)
    result = evaluate_directory(options.path, part=Part(options.part), events=options.events, errors=options.errors)
    if options.json:
        sys.stdout.write(json.dumps(result.to_dict(), indent=2) + "\n")
    else:
        sys.stdout.write(render(result, terminal_width()))
    sys.stdout.flush()
    for name in result.undated:
        fail(f"{name}: no publication date that can be read; measured without one")
    for problem in result.problems:
        fail(f"{problem}; what is annotated in it counts as missed")
    return BAD_INPUT if result.problems else 0


def _run_placing(options: argparse.Namespace) -> int:
    part = Part(options.part)
    result = evaluate_placing(
        options.path, part=part, given=options.given, event_times=options.event_times, pairs=options.pairs
    )
    shown = render_placing(result, part.value, terminal_width())
    sys.stdout.write(json.dumps(result.to_dict(), indent=2) + "\n" if options.json else shown)
    return 0

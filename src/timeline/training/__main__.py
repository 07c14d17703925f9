"""The command `python -m timeline.training`."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from attrs import evolve

from timeline.errors import TimelineError

__all__ = ["main"]

_BAD_INPUT = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give the exit status. Bad usage raises `SystemExit(2)`, as argparse does."""
    options = _parser().parse_args(arguments)
    # as the recipe was timed; it must stand before torch is loaded
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        if options.command == "placing":
            return _fit_placing(options)
        return _make(options) if options.command == "syntax" else _measure(options)
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
    syntax.add_argument("--output", type=Path, required=True, metavar="DIR", help="where to work; goes on where it was")
    syntax.add_argument("--seed", type=int, default=1, help="what random choices start from (default: 1)")
    syntax.add_argument("--version", default="0.3", help="version of the models (default: 0.3)")
    syntax.add_argument(
        "--released",
        type=dt.date.fromisoformat,
        required=True,
        metavar="DATE",
        help="day that the model card names",
    )
    syntax.add_argument(
        "--scale",
        type=float,
        default=1.0,
        metavar="FACTOR",
        help="train so many times as long as for the bundled models (default: 1)",
    )
    syntax.add_argument(
        "--processes", type=int, default=1, choices=(1, 2), help="2: train two parts at a time, to the same weights"
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
    placing.add_argument("--part", choices=("dev", "all"), default="dev", help="documents to learn from (default: dev)")
    placing.add_argument("--version", default="events-en-1", help="name of the models (default: events-en-1)")
    placing.add_argument("--day", type=float, default=0.7, help="least belief for a single day (default: 0.7)")
    placing.add_argument("--any", type=float, default=0.12, help="least belief to win over the rules (default: 0.12)")
    return parser


def _add_treebanks(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--treebanks",
        type=Path,
        required=True,
        metavar="DIR",
        help="folder with *-train, *-dev and *-test.conllu, plain or .xz",
    )


def _make(options: argparse.Namespace) -> int:
    from timeline.syntax.bundle import locate  # noqa: PLC0415 - `--help` stays fast
    from timeline.training.packing import Release  # noqa: PLC0415 - as above
    from timeline.training.stages import to_stderr  # noqa: PLC0415 - as above
    from timeline.training.syntax_models import Plan, make  # noqa: PLC0415 - as above

    plan = Plan(
        treebanks=options.treebanks,
        vectors=options.vectors,
        output=options.output,
        release=Release("en-small", options.version, "en", locate("bundled").stanza),
        released=options.released,
        seed=options.seed,
        processes=options.processes,
    )
    plan = evolve(plan, recipe=plan.recipe.scaled(options.scale))
    sys.stdout.write(f"{make(plan, to_stderr)}\n")
    return 0


def _fit_placing(options: argparse.Namespace) -> int:
    from timeline.evaluation.report import render_placing  # noqa: PLC0415 - `--help` stays fast
    from timeline.training.placing import fit  # noqa: PLC0415 - as above

    thresholds = {"day": options.day, "any": options.any}
    scores, packed = fit(options.corpora, options.cache, options.part, options.version, thresholds)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_bytes(packed)
    sys.stdout.write(render_placing(scores, f"{options.part}, in folds", 100))
    return 0


def _measure(options: argparse.Namespace) -> int:
    from timeline.training.accuracy import measure, table  # noqa: PLC0415 - `--help` stays fast

    report = measure(options.model, options.treebanks, options.split)
    sys.stdout.write(
        f"{report.model}\n\n{table(report.rows)}\n{report.words_a_second:,.0f} words/s of processor time\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

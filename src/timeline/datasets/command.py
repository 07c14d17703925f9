"""`timeline build`: the command line of `build_dataset`."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from timeline.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extractor import Extractor
    from timeline.workers.limits import Limits

__all__ = ["add_build", "add_columns", "build", "columns_of"]

_SUMMARY = "build a dataset of events out of many articles"
_EPILOG = """\
SOURCE is a file, or a directory of files, of JSON lines, CSV, Parquet, Arrow, text, HTML or WARC, also as .gz, .zst,
.bz2 or .xz. Run the same command again to go on where a run was ended. Exit status 0 also where articles failed, but 1
where all did, or where a source or a part of one could not be read: the report and the table of failures tell.
"""
_MEGABYTE = 2**20


def add_build(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the command to the parser, and give it."""
    command = commands.add_parser(
        "build", help=_SUMMARY, description=f"{_SUMMARY.capitalize()}.", epilog=_EPILOG, allow_abbrev=False
    )
    command.add_argument("sources", metavar="SOURCE", nargs="+", help="file or directory of articles")
    command.add_argument("--output", metavar="DIR", required=True, help="directory of the dataset")
    command.add_argument("--times-only", action="store_true", help="no events: fast, and loads no model")
    command.add_argument("--workers", metavar="N", type=_positive, help="worker processes (default: one a core)")
    command.add_argument("--format", choices=("parquet", "jsonl"), default="parquet", help="of the files (parquet)")
    command.add_argument("--no-text", action="store_true", help="leave the texts out of the dataset")
    add_columns(command)
    command.add_argument(
        "--dates",
        metavar="WHERE",
        default="record,page,text",
        help="where publication dates are looked for, in order (default: record,page,text)",
    )
    command.add_argument("--seconds", metavar="S", type=_positive, default=120, help="time for an article (120)")
    command.add_argument(
        "--characters", metavar="N", type=_positive, default=1_000_000, help="longest article (1000000)"
    )
    command.add_argument("--memory", metavar="MB", type=_positive, default=4096, help="for each worker (4096)")
    command.add_argument(
        "--start", metavar="S", type=_positive, default=600, help="time for a worker to load its models (600)"
    )
    command.add_argument("--shard", metavar="N", type=_positive, default=2_000, help="articles in a shard (2000)")
    command.add_argument("--json", action="store_true", help="write the closing report as JSON")
    return command


def add_columns(command: argparse.ArgumentParser) -> None:
    """Add the option that says which columns hold what."""
    command.add_argument(
        "--column",
        metavar="FIELD=NAME",
        action="append",
        default=[],
        type=_pair,
        help="the column that holds text, html, published, retrieved, id, title, url or language",
    )


def build(options: argparse.Namespace, extractor: Extractor) -> int:
    """Build; write the closing report to standard output, and progress to standard error if that is a terminal."""
    import json  # noqa: PLC0415 - `timeline --help` stays fast
    from pathlib import Path  # noqa: PLC0415 - as above

    from timeline.datasets import build as building  # noqa: PLC0415 - as above
    from timeline.datasets.plan import ShardSize  # noqa: PLC0415 - as above
    from timeline.datasets.progress import ProgressLine  # noqa: PLC0415 - as above
    from timeline.datasets.settings import Settings  # noqa: PLC0415 - as above
    from timeline.sources.columns import Columns  # noqa: PLC0415 - as above
    from timeline.sources.files import source_files  # noqa: PLC0415 - as above
    from timeline.sources.to_article import Reader  # noqa: PLC0415 - as above
    from timeline.tables.encoding import Form  # noqa: PLC0415 - as above

    settings = Settings(
        extractor,
        events=not options.times_only,
        reader=Reader(Columns.of(columns_of(options.column)), tuple(filter(None, options.dates.split(",")))),
        form=Form(options.format),
        keeps_text=not options.no_text,
        limits=_limits(options),
        shard=ShardSize(options.shard),
    )
    files = source_files(options.sources, Path(options.output))
    line = ProgressLine(files, sys.stderr) if sys.stderr.isatty() else None
    try:
        report = building.build(
            settings, files, Path(options.output), options.workers or building.default_workers(), line
        )
    finally:
        if line is not None:
            line.close()
    sys.stdout.write(json.dumps(report.to_dict()) + "\n" if options.json else report.render())
    return int(not report.is_sound)


def columns_of(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Give what the options say; raise `InputError` where they contradict each other."""
    for name, column in pairs:
        if (other := dict(pairs)[name]) != column:
            message = f"--column says of {name} both {column!r} and {other!r}"
            raise InputError(message)
    return dict(pairs)


def _limits(options: argparse.Namespace) -> Limits:
    from timeline.workers.limits import Limits  # noqa: PLC0415 - as above

    return Limits(float(options.seconds), options.characters, options.memory * _MEGABYTE, float(options.start))


def _positive(value: str) -> int:
    if not (value.isascii() and value.isdecimal() and len(value) < 12 and int(value) > 0):  # noqa: PLR2004 - as sense
        message = f"not a number above 0: {value!r}"
        raise argparse.ArgumentTypeError(message)
    return int(value)


def _pair(value: str) -> tuple[str, str]:
    from timeline.sources.columns import Columns  # noqa: PLC0415 - as above

    name, equals, column = value.partition("=")
    try:
        Columns.of({name: column})
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    if not (equals and column):
        message = f"not FIELD=NAME: {value!r}"
        raise argparse.ArgumentTypeError(message)
    return name, column

"""`timeline build`: the command line of `build_dataset`."""

from __future__ import annotations

import errno
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.cli.messages import fail
from timeline.cli.options import (
    add_columns,
    add_language,
    add_reading,
    add_syntax,
    columns_of,
    extractor_of,
    positive,
)
from timeline.datasets import build as building
from timeline.datasets.plan import ShardSize
from timeline.datasets.progress import ProgressLine
from timeline.datasets.settings import Settings
from timeline.sources.files import source_files
from timeline.sources.to_article import DATES
from timeline.tables.encoding import Form
from timeline.workers.limits import Limits

if TYPE_CHECKING:
    import argparse

__all__ = ["add_options", "run"]

_EPILOG = """\
SOURCE is a file, or a directory of files, of JSON lines, CSV, Parquet, Arrow, text, HTML or WARC, also as .gz, .zst,
.bz2 or .xz. Run the same command again to go on where a run was ended. Exit status 0 also where articles failed, but 1
where all did, or where a source or a part of one could not be read: the report and the table of failures tell.
"""
_MEGABYTE = 2**20
_LIMITS = Limits()
_SHARD = ShardSize()
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def add_options(command: argparse.ArgumentParser) -> None:
    """Add its options."""
    command.description, command.epilog = "Build a dataset of events out of many articles.", _EPILOG
    command.add_argument("sources", metavar="SOURCE", nargs="+", help="file or directory of articles")
    command.add_argument("--output", metavar="DIR", required=True, help="directory of the dataset")
    command.add_argument("--times-only", action="store_true", help="no events: fast, and loads no model")
    command.add_argument("--workers", metavar="N", type=positive, help="worker processes (default: one a core)")
    command.add_argument(
        "--format",
        choices=[form.value for form in Form],
        default=Form.PARQUET.value,
        help=f"of the files ({Form.PARQUET.value})",
    )
    command.add_argument("--no-text", action="store_true", help="leave the texts out of the dataset")
    add_columns(command)
    command.add_argument(
        "--dates",
        metavar="WHERE",
        default=",".join(DATES),
        help=f"where publication dates are looked for, in order (default: {','.join(DATES)})",
    )
    _add_limits(command)
    command.add_argument(
        "--shard",
        metavar="N",
        type=positive,
        default=_SHARD.records,
        help=f"articles in a shard ({_SHARD.records})",
    )
    command.add_argument("--json", action="store_true", help="write the closing report as JSON")
    add_language(command)
    add_syntax(command)
    add_reading(command)


def _add_limits(command: argparse.ArgumentParser) -> None:
    assert _LIMITS.memory is not None
    for name, unit, told in (
        ("seconds", "S", f"time for an article ({_LIMITS.seconds:.0f})"),
        ("characters", "N", f"longest article ({_LIMITS.characters})"),
        ("memory", "MB", f"for each worker ({_LIMITS.memory // _MEGABYTE})"),
        ("start", "S", f"time for a worker to load its models ({_LIMITS.start:.0f})"),
    ):
        command.add_argument(f"--{name}", metavar=unit, type=positive, help=told)


def run(options: argparse.Namespace) -> int:
    """Build, and tell how to go on where that is ended; give the exit status."""
    try:
        return _build(options)
    except KeyboardInterrupt:
        fail(f"interrupted; run the same command again to go on with {options.output}")
        raise
    except OSError as error:
        if error.errno not in _FULL:
            raise
        place = error.filename or options.output
        return fail(f"{place}: {error.strerror}; make room, and run the same command again to go on")


def _build(options: argparse.Namespace) -> int:
    """Build; write the closing report to standard output, and progress to standard error if that is a terminal."""
    settings = Settings.of(
        extractor_of(options),
        events=not options.times_only,
        columns=columns_of(options.column),
        dates=tuple(filter(None, options.dates.split(","))),
        form=options.format,
        text=not options.no_text,
        limits=_limits(options),
        shard_records=options.shard,
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


def _limits(options: argparse.Namespace) -> Limits:
    said = {
        "seconds": options.seconds and float(options.seconds),
        "characters": options.characters,
        "memory": options.memory and options.memory * _MEGABYTE,
        "start": options.start and float(options.start),
    }
    return evolve(_LIMITS, **{name: limit for name, limit in said.items() if limit is not None})

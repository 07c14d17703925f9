"""The `timeline` command: data on stdout, errors on stderr.

Exit status: 0 done, 1 bad input (or a missing model), 2 bad usage, 130 interrupted.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import io
import itertools
import json
import os
import shutil
import sys
from collections.abc import Generator, Iterator, Sequence
from typing import IO, TYPE_CHECKING, NoReturn

from timeline.datasets.command import add_build, add_columns, columns_of
from timeline.errors import PublicationDateError, TimelineError
from timeline.expressions.domains import DOMAINS
from timeline.languages.locale import HEMISPHERES, Locale
from timeline.version import __version__

if TYPE_CHECKING:
    from timeline.calculus.instants import Instant
    from timeline.documents import Article
    from timeline.extractor import Extractor
    from timeline.failures import Failure
    from timeline.timelines import Timeline

__all__ = ["main"]

_BAD_INPUT = 1
_INTERRUPTED = 130
_DEFAULT_WIDTH = 100

_EPILOG = """\
PATH holds articles in any form that `timeline build` reads: plain text, a JSON article {"text", "published", "id",
"title", "url"}, JSON lines, CSV, Parquet, Arrow, an HTML page, WARC; "-" is standard input, with text, JSON, JSON lines
or a page. --published wins over a date in the file. Without --format, a terminal gets a table and a pipe gets JSON
lines. What cannot be read is told on standard error, the rest goes on, and the exit status is 1.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give the exit status. Bad usage raises `SystemExit(2)`, as argparse does."""
    options = _parser().parse_args(arguments)
    _prepare(sys.stdout)
    try:
        status = _COMMANDS.get(options.command, _write)(options)
        sys.stdout.flush()
    except TimelineError as error:
        return _fail(str(error))
    except BrokenPipeError:  # the reader has seen enough; keep the interpreter from flushing into the closed pipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BAD_INPUT
    except OSError as error:
        return _fail(f"{error.filename or vars(options).get('path', options.command)}: {error.strerror or error}")
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


class _Parser(argparse.ArgumentParser):
    """One whose errors quote what was given without giving it to the terminal."""

    def error(self, message: str) -> NoReturn:
        from timeline.formats.terminal import printable  # noqa: PLC0415 - `timeline --help` stays fast

        super().error(printable(message))


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = _Parser(
        prog="timeline", description="Read the times and the events of news articles.", allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"timeline {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, summary, formats in (
        ("extract", "events in the order in which they happened", ("table", "jsonl", "json")),
        ("tag", "temporal expressions in the order of the text", ("table", "jsonl", "timeml")),
    ):
        command = commands.add_parser(
            name, help=summary, description=f"Write the {summary}.", epilog=_EPILOG, allow_abbrev=False
        )
        command.add_argument("path", metavar="PATH", help='file to read, or "-" for standard input')
        command.add_argument(
            "--published",
            metavar="DATE",
            type=_date,
            help="when the article was published, e.g. 2022-07-22 or '22 July 2022'",
        )
        command.add_argument("--format", choices=formats, help="what to write")
        add_columns(command)
        _add_reading(command)
    _add_reading(add_build(commands))
    _add_parse(commands)
    _add_models(commands)
    _add_evaluate(commands)
    return parser


def _add_reading(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group("how the text is to be read")
    group.add_argument(
        "--domain",
        choices=DOMAINS,
        default="news",
        help="where no verb tells, a bare weekday or month lies back (news), ahead (colloquial) or "
        "after the time last spoken of (narrative)",
    )
    group.add_argument("--day-first", action="store_true", help="read 03/04/2022 as 3 April")
    group.add_argument("--hemisphere", choices=HEMISPHERES, default="north", help="where summer is (north)")
    group.add_argument("--fiscal-year-start", type=_month, metavar="MONTH", help="month 1-12 that begins a fiscal year")
    group.add_argument(
        "--fiscal-year-named",
        choices=("begin", "end"),
        default="end",
        help="the calendar year that gives a fiscal year its number: the one in which it ends (default) or begins",
    )
    group.add_argument("--school-year-start", type=_month, metavar="MONTH", help="month 1-12 that begins a school year")


def _month(value: str) -> int:
    number = _count(value)
    if not 1 <= number <= 12:  # noqa: PLR2004 - months
        message = f"not a month from 1 to 12: {value!r}"
        raise argparse.ArgumentTypeError(message)
    return number


def _add_parse(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    summary = "sentences, words and dependency trees of raw text"
    command = commands.add_parser(
        "parse",
        help=summary,
        description=f"Write the {summary}. PATH is read as by `timeline extract`.",
        allow_abbrev=False,
    )
    command.add_argument("path", metavar="PATH", help='file to read, or "-" for standard input')
    command.add_argument(
        "--format", choices=("conllu", "json"), default="conllu", help="CoNLL-U (default), or a JSON object an article"
    )
    add_columns(command)
    command.add_argument("--syntax", default="bundled", metavar="MODEL", help="the syntax model (bundled)")


def _add_models(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    summary = "syntax models: which there are, and fetching Stanza's own"
    command = commands.add_parser("models", help=summary, description=f"{summary.capitalize()}.", allow_abbrev=False)
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("list", help="show the models and whether they are installed", allow_abbrev=False)
    fetching = actions.add_parser("fetch", help="fetch a Stanza package over the network", allow_abbrev=False)
    fetching.add_argument("name", metavar="NAME", help="stanza:default, stanza:default_fast, …")


def _add_evaluate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    summary = "measure against annotated documents, as TempEval-3 does"
    command = commands.add_parser("evaluate", help=summary, description=f"{summary.capitalize()}.", allow_abbrev=False)
    command.add_argument("path", metavar="GOLD_DIR", help="directory with TimeML files (*.tml), at any depth")
    command.add_argument(
        "--part",
        choices=("all", "dev", "held-out"),
        default="all",
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
        "--errors", nargs="?", const=20, default=0, type=_count, metavar="N", help="list N mistakes of each kind (20)"
    )
    command.add_argument("--json", action="store_true", help="write JSON")


def _count(value: str) -> int:
    if not (value.isascii() and value.isdecimal() and len(value) < 10):  # noqa: PLR2004 - as many digits as sense
        message = f"not a number: {value!r}"
        raise argparse.ArgumentTypeError(message)
    return int(value)


def _date(value: str) -> Instant | None:
    from timeline.publication import parse_publication  # noqa: PLC0415 - `timeline --help` stays fast

    try:
        return parse_publication(value)
    except PublicationDateError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _evaluate(options: argparse.Namespace) -> int:
    from timeline.evaluation.corpus import evaluate_directory  # noqa: PLC0415 - `timeline --help` stays fast
    from timeline.evaluation.report import render  # noqa: PLC0415 - as above
    from timeline.evaluation.split import Part  # noqa: PLC0415 - as above

    if options.placing:
        return _evaluate_placing(options)
    result = evaluate_directory(options.path, part=Part(options.part), events=options.events, errors=options.errors)
    if options.json:
        sys.stdout.write(json.dumps(result.to_dict(), indent=2) + "\n")
    else:
        sys.stdout.write(render(result, shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns))
    sys.stdout.flush()
    for name in result.undated:
        _fail(f"{name}: no publication date that can be read; measured without one")
    for problem in result.problems:
        _fail(f"{problem}; what is annotated in it counts as missed")
    return _BAD_INPUT if result.problems else 0


def _evaluate_placing(options: argparse.Namespace) -> int:
    from timeline.evaluation.placing import evaluate_placing  # noqa: PLC0415 - `timeline --help` stays fast
    from timeline.evaluation.report import render_placing  # noqa: PLC0415 - as above
    from timeline.evaluation.split import Part  # noqa: PLC0415 - as above

    part, width = Part(options.part), shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns
    result = evaluate_placing(
        options.path, part=part, given=options.given, event_times=options.event_times, pairs=options.pairs
    )
    sys.stdout.write(
        json.dumps(result.to_dict(), indent=2) + "\n" if options.json else render_placing(result, part.value, width)
    )
    return 0


def _build(options: argparse.Namespace) -> int:
    from timeline.datasets.command import build  # noqa: PLC0415 - beside the others

    try:
        return build(options, _extractor(options))
    except KeyboardInterrupt:
        _fail(f"interrupted; run the same command again to go on with {options.output}")
        raise
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise
        return _fail(
            f"{error.filename or options.output}: {error.strerror}; make room, and run the same command again to go on"
        )


def _parse(options: argparse.Namespace) -> int:
    from timeline import syntax  # noqa: PLC0415 - `timeline --help` stays fast
    from timeline.formats.conllu import to_conllu, to_json  # noqa: PLC0415 - as above

    failed: list[Failure] = []
    articles, kept = itertools.tee(_articles(options, failed))
    analyses = syntax.load(options.syntax).parse_many(article.text for article in articles)
    for article, analysis in zip(kept, analyses, strict=True):
        as_json = options.format == "json"
        sys.stdout.write(
            to_json(analysis, name=article.id) + "\n" if as_json else to_conllu(article.text, analysis, name=article.id)
        )
    return _BAD_INPUT if failed else 0


def _models(options: argparse.Namespace) -> int:
    from timeline.formats.terminal import printable  # noqa: PLC0415 - `timeline --help` stays fast
    from timeline.syntax import installation  # noqa: PLC0415 - as above

    if options.action == "list":
        for name, state in installation.listing():
            sys.stdout.write(f"{printable(name):24}{printable(state)}\n")
        return 0
    sys.stdout.write(f"{printable(installation.fetch(options.name))}\n")
    return 0


def _write(options: argparse.Namespace) -> int:
    form = options.format or ("table" if sys.stdout.isatty() else "jsonl")
    width = shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns
    failed: list[Failure] = []
    with contextlib.closing(_timelines(options, failed)) as timelines:
        if form == "json":
            _write_json(timelines)
            return _BAD_INPUT if failed else 0
        for number, timeline in enumerate(timelines):
            if number and form == "table":
                sys.stdout.write("\n")
            sys.stdout.write(_render(timeline, options.command, form, width))
    return _BAD_INPUT if failed else 0


def _render(timeline: Timeline, command: str, form: str, width: int) -> str:
    if form == "jsonl":
        return timeline.to_json() + "\n"
    if form == "timeml":
        from timeline.formats.timeml import to_timeml  # noqa: PLC0415 - `timeline --help` stays fast

        return to_timeml(timeline)
    from timeline.formats.table import event_table, expression_table  # noqa: PLC0415 - as above

    return event_table(timeline, width) if command == "extract" else expression_table(timeline, width)


def _write_json(timelines: Iterator[Timeline]) -> None:
    """Write one indented object; several articles make an array."""
    first, second = next(timelines, None), next(timelines, None)
    if first is None:
        return
    if second is None:
        sys.stdout.write(first.to_json(indent=2) + "\n")
        return
    sys.stdout.write(f"[\n{first.to_json(indent=2)},\n{second.to_json(indent=2)}")
    for timeline in timelines:
        sys.stdout.write(f",\n{timeline.to_json(indent=2)}")
    sys.stdout.write("\n]\n")


def _timelines(options: argparse.Namespace, failed: list[Failure]) -> Generator[Timeline, None, None]:
    """Give what can be read; what cannot is told, and put to the failures."""
    from timeline.failures import Failure  # noqa: PLC0415 - `timeline --help` stays fast
    from timeline.workers.limits import Limits  # noqa: PLC0415 - as above

    extractor = _extractor(options)
    read = extractor.tag_many if options.command == "tag" else extractor.extract_many
    for each in read(_articles(options, failed), on_error="yield", limits=Limits(characters=None)):
        if isinstance(each, Failure):
            failed.append(each)
            _fail(f"{options.path}: {each}")
        else:
            yield each


def _extractor(options: argparse.Namespace) -> Extractor:
    from timeline.extractor import Extractor  # noqa: PLC0415 - `timeline --help` stays fast

    locale = Locale(
        day_first=options.day_first,
        hemisphere=options.hemisphere,
        fiscal_year_start=options.fiscal_year_start,
        fiscal_year_named=options.fiscal_year_named,
        school_year_start=options.school_year_start,
    )
    return Extractor(domain=options.domain, locale=locale)


def _articles(options: argparse.Namespace, failed: list[Failure]) -> Iterator[Article]:
    """Give the articles of the path, as `timeline build` reads them; what is none is told, and put to the failures."""
    from attrs import evolve  # noqa: PLC0415 - `timeline --help` stays fast

    from timeline.datasets.columns import Columns  # noqa: PLC0415 - as above
    from timeline.datasets.reading import Reader  # noqa: PLC0415 - as above
    from timeline.datasets.sources import read_file, read_input  # noqa: PLC0415 - as above
    from timeline.failures import Failure  # noqa: PLC0415 - as above

    reader = Reader(Columns.of(columns_of(options.column)))
    published = vars(options).get("published")
    is_input = options.path == "-"
    found = read_input(sys.stdin.buffer, "standard input", reader) if is_input else read_file(options.path, reader)
    for each in found:
        if isinstance(each, Failure):
            failed.append(each)
            _fail(each.message)
        else:
            yield each.article if published is None else evolve(each.article, published=published)


def _prepare(stream: IO[str]) -> None:
    """Write UTF-8 to files and pipes; to a terminal, escape what it cannot show."""
    if isinstance(stream, io.TextIOWrapper):
        if stream.isatty():
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _fail(message: str) -> int:
    from timeline.formats.terminal import printable  # noqa: PLC0415 - `timeline --help` stays fast

    sys.stderr.write(f"timeline: {printable(message)}\n")
    return _BAD_INPUT


_COMMANDS = {"build": _build, "evaluate": _evaluate, "models": _models, "parse": _parse}

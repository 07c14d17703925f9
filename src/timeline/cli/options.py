"""Options that several commands share, and what they say."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from timeline import languages
from timeline.errors import InputError, PublicationDateError, UnknownLanguageError
from timeline.expressions.domains import DOMAINS
from timeline.extractor import Extractor
from timeline.formats import registry
from timeline.languages.locale import HEMISPHERES, Locale
from timeline.publication import parse_publication
from timeline.sources.columns import Columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.calculus.instants import Instant

__all__ = [
    "add_columns",
    "add_format",
    "add_language",
    "add_path",
    "add_published",
    "add_reading",
    "add_syntax",
    "columns_of",
    "count",
    "extractor_of",
    "positive",
]

_DEFAULT = Extractor()
_MONTHS = 12
_MOST_DIGITS = 11
"""As many as make sense."""


def add_path(command: argparse.ArgumentParser) -> None:
    """Add the file to read."""
    command.add_argument("path", metavar="PATH", help='file to read, or "-" for standard input')


def add_published(command: argparse.ArgumentParser) -> None:
    """Add the publication date that wins over that of an article."""
    command.add_argument(
        "--published",
        metavar="DATE",
        type=_date,
        help="when the article was published, e.g. 2022-07-22 or '22 July 2022'",
    )


def add_format(command: argparse.ArgumentParser, content: registry.Content, default: str | None = None) -> None:
    """Add the choice of the formats that there are for what the command writes."""
    told = "what to write" if default is None else f"what to write ({default})"
    command.add_argument("--format", choices=registry.names_for(content), default=default, help=told)


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


def add_syntax(command: argparse.ArgumentParser) -> None:
    """Add the choice of the syntax model."""
    command.add_argument(
        "--syntax",
        default=_DEFAULT.syntax,
        metavar="MODEL",
        help=f"the syntax model, as `timeline models list` names it ({_DEFAULT.syntax})",
    )


def add_language(command: argparse.ArgumentParser) -> None:
    """Add the language that articles are read in."""
    command.add_argument(
        "--language",
        metavar="CODE",
        type=_language,
        default=_DEFAULT.language,
        help=f"the language that articles are in; one that says it is in another is refused ({_DEFAULT.language})",
    )


def add_reading(command: argparse.ArgumentParser) -> None:
    """Add what settles how dates are to be read."""
    group, locale = command.add_argument_group("how the text is to be read"), _DEFAULT.locale
    group.add_argument(
        "--domain",
        choices=DOMAINS,
        default=_DEFAULT.domain,
        help="a hint about the kind of text: bare dates are those about the publication (news), to come where no verb "
        "tells (colloquial), or of the time last spoken of (narrative); by default the text itself tells (auto)",
    )
    group.add_argument("--day-first", action="store_true", default=locale.day_first, help="read 03/04/2022 as 3 April")
    group.add_argument(
        "--hemisphere", choices=HEMISPHERES, default=locale.hemisphere, help=f"where summer is ({locale.hemisphere})"
    )
    group.add_argument("--fiscal-year-start", type=_month, metavar="MONTH", help="month 1-12 that begins a fiscal year")
    group.add_argument(
        "--fiscal-year-named",
        choices=("begin", "end"),
        default=locale.fiscal_year_named,
        help="the calendar year that gives a fiscal year its number: the one in which it ends (default) or begins",
    )
    group.add_argument("--school-year-start", type=_month, metavar="MONTH", help="month 1-12 that begins a school year")


def extractor_of(options: argparse.Namespace) -> Extractor:
    """Make the extractor that the options describe."""
    locale = Locale(
        day_first=options.day_first,
        hemisphere=options.hemisphere,
        fiscal_year_start=options.fiscal_year_start,
        fiscal_year_named=options.fiscal_year_named,
        school_year_start=options.school_year_start,
    )
    syntax = vars(options).get("syntax", _DEFAULT.syntax)
    return Extractor(language=options.language, syntax=syntax, domain=options.domain, locale=locale)


def columns_of(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Give what `--column` says; raise `InputError` where it contradicts itself."""
    for name, column in pairs:
        if (other := dict(pairs)[name]) != column:
            message = f"--column says of {name} both {column!r} and {other!r}"
            raise InputError(message)
    return dict(pairs)


def count(value: str) -> int:
    """Read a whole number."""
    if not (value.isascii() and value.isdecimal() and len(value) <= _MOST_DIGITS):
        message = f"not a number: {value!r}"
        raise argparse.ArgumentTypeError(message)
    return int(value)


def positive(value: str) -> int:
    """Read a whole number above 0."""
    if not (value.isascii() and value.isdecimal() and len(value) <= _MOST_DIGITS and int(value) > 0):
        message = f"not a number above 0: {value!r}"
        raise argparse.ArgumentTypeError(message)
    return int(value)


def _month(value: str) -> int:
    number = count(value)
    if not 1 <= number <= _MONTHS:
        message = f"not a month from 1 to 12: {value!r}"
        raise argparse.ArgumentTypeError(message)
    return number


def _date(value: str) -> Instant | None:
    try:
        return parse_publication(value)
    except PublicationDateError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _language(value: str) -> str:
    try:
        return languages.code_of(value)
    except UnknownLanguageError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _pair(value: str) -> tuple[str, str]:
    name, equals, column = value.partition("=")
    try:
        Columns.of({name: column})
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    if not (equals and column):
        message = f"not FIELD=NAME: {value!r}"
        raise argparse.ArgumentTypeError(message)
    return name, column

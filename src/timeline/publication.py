"""When an article was published, read from whatever the caller has: the one module that knows dateparser.

Nothing here reads the clock: a value that means another day tomorrow ("yesterday", "Friday") is refused.
"""

from __future__ import annotations

import datetime as dt
import re

from timeline.calculus.instants import Instant
from timeline.errors import NotationError, PublicationDateError

__all__ = ["parse_publication"]

_ACCEPTED = (
    "accepted are None, a date, a datetime, an Instant, ISO 8601 ('2022-07-22', '2022-07-22T10:30+09:00', "
    "'-0043-03-15') and complete dates with the month in words ('22 July 2022', 'July 22, 2022 10:30', "
    "'22 juillet 2022', 'Fri, 22 Jul 2022 10:30:00 +0900')"
)
_LONGEST = 100  # no date is longer; keeps a whole article given by mistake from the slow readers
_ISO_LIKE = re.compile(r"\d{4}(?:-?\d\d-?\d\d|-?W\d\d-?\d)(?:[Tt ][\d:.,]+ ?(?:[Zz]|[+-][\d:]+)?)?")
_NUMERIC = re.compile(r"(\d{1,4})([/.\- ])(\d{1,2})\2(\d{1,4})(?=$|[T ,])[T ,]*(.*)", re.DOTALL)
_FULL_YEAR = re.compile(r"\d{4}")
_MONTHS = 12


def parse_publication(value: str | dt.date | dt.datetime | Instant | None) -> Instant | None:
    """Read a publication date; None stays None.

    The offset of a datetime is kept where there is one, never guessed. Dates of numbers only are read where just
    one reading is possible: `22/07/2022` is, `03/04/2022` is not.

    Raises `PublicationDateError` for anything that is not one certain day.

    >>> parse_publication("22 July 2022")
    Instant.parse('2022-07-22')
    >>> parse_publication("2022-07-22T10:30:00+09:00")
    Instant.parse('2022-07-22T10:30+09:00')
    """
    if value is None or isinstance(value, Instant):
        return value
    if isinstance(value, dt.date):
        return _from_calendar(value)
    if isinstance(value, str):
        return _from_text(value)
    raise _refusal(value, f"is of type {type(value).__name__}")


def _from_calendar(value: dt.date) -> Instant:
    try:
        return Instant.from_datetime(value)
    except (TypeError, ValueError) as error:  # pandas.NaT passes for a datetime, but is no day
        raise _refusal(value, "is not a day") from error


def _from_text(value: str) -> Instant:
    text = value.strip()
    if not text or len(text) > _LONGEST:
        raise _refusal(value, "is empty" if not text else "is too long")
    try:
        return Instant.parse(text)
    except NotationError as error:
        reason = str(error)
    if _ISO_LIKE.fullmatch(text):
        try:
            return Instant.from_datetime(dt.datetime.fromisoformat(text.upper()))
        except ValueError as error:
            raise _refusal(value, "is no such day or time") from error
    if reason.startswith("no such"):
        raise _refusal(value, "is no such day or time")
    if numeric := _NUMERIC.fullmatch(text):
        return _from_numbers(value, numeric)
    instant = _from_words(text)
    if instant is None:
        raise _refusal(value, "is not one certain day")
    return instant


def _from_numbers(value: str, match: re.Match[str]) -> Instant:
    first, _, second, third, clock = match.groups()
    if len(first) == 4:  # noqa: PLR2004 - digits of a year
        year, month, day = int(first), int(second), int(third)
    elif len(third) == 4:  # noqa: PLR2004 - digits of a year
        year, month, day = int(third), int(first), int(second)
        if month > _MONTHS or month == day:
            month, day = day, month
        elif day <= _MONTHS:
            raise _refusal(value, "can be read day first or month first: write it in ISO 8601")
    else:
        raise _refusal(value, "has no year of four digits: write it in ISO 8601")
    iso = f"{year:04}-{month:02}-{day:02}" + (f"T{clock}" if clock else "")
    if clock:
        if not _ISO_LIKE.fullmatch(iso):
            raise _refusal(value, "does not end in a time of day")
        return _from_text(iso)
    try:
        return Instant.parse(iso)
    except NotationError as error:
        raise _refusal(value, "is no such day") from error


def _from_words(text: str) -> Instant | None:
    if not _FULL_YEAR.search(text):  # "22 July 22" leaves the century open
        return None
    from dateparser.date import DateDataParser  # noqa: PLC0415 - slow to import, and seldom needed

    settings = {
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],  # no relative dates, no timestamps
        "STRICT_PARSING": True,
    }
    readings = set()
    for base in (dt.datetime(1987, 10, 29, 13, 14, 15), dt.datetime(2001, 2, 3, 4, 5, 6)):  # noqa: DTZ001 - any two
        parser = DateDataParser(try_previous_locales=False, settings={**settings, "RELATIVE_BASE": base})
        readings.add(parser.get_date_data(text).date_obj)
    reading = readings.pop()
    # A reading that moves with the base leans on "now".
    return None if readings or reading is None else Instant.from_datetime(reading)


def _refusal(value: object, reason: str) -> PublicationDateError:
    shown = repr(value)
    shown = shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "…"
    return PublicationDateError(f"published {shown} {reason}; {_ACCEPTED}")

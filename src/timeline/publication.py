"""Publication dates in the caller's many forms; the only module that uses dateparser.

The clock is never read: a value that means another day tomorrow ("yesterday", "Friday") is refused.
"""

from __future__ import annotations

import datetime as dt
import re

from attrs import field, frozen

from timeline.calculus.instants import Instant
from timeline.errors import NotationError, PublicationDateError
from timeline.validation import shown

__all__ = ["ShortDateWords", "parse_publication", "resolve_publication"]

_ACCEPTED = (
    "accepted are None, a date, a datetime, an Instant, ISO 8601 ('2022-07-22', '2022-07-22T10:30+09:00', "
    "'-0043-03-15') and complete dates with the month in words ('22 July 2022', 'July 22, 2022 10:30', "
    "'22 juillet 2022', 'Fri, 22 Jul 2022 10:30:00 +0900')"
)
_LONGEST = 100  # no date is longer; an article passed by mistake never reaches the slow parsers
_ISO_LIKE = re.compile(r"\d{4}(?:-?\d\d-?\d\d|-?W\d\d-?\d)(?:[Tt ][\d:.,]+ ?(?:[Zz]|[+-][\d:]+)?)?")
_NUMERIC = re.compile(r"(\d{1,4})([/.\- ])(\d{1,2})\2(\d{1,4})(?=$|[T ,])[T ,]*(.*)", re.DOTALL)
_FULL_YEAR = re.compile(r"\d{4}")
_MONTHS = 12
_YEAR_DIGITS = 4
_ANY_TWO = (dt.datetime.fromisoformat("1987-10-29T13:14:15"), dt.datetime.fromisoformat("2001-02-03T04:05:06"))
"""Moments from which a date is read twice: one that moves with them is relative."""
_LONGEST_BACK = dt.timedelta(days=180)  # a date without its year means a recent day


@frozen
class ShortDateWords:
    """The words that a language has for dates that are counted from the day of the retrieval."""

    code: str
    """The language's code."""
    weekdays: tuple[str, ...] = field(repr=False)
    """How the names of the weekdays begin, Monday first, in small letters."""
    clock_units: re.Pattern[str] = field(repr=False)
    """Finds what needs the hour of the retrieval: "5 hours", "now"."""
    counting_back: frozenset[str] = field(repr=False)
    """Words, in small letters, after an amount of time before the retrieval: ago."""


def parse_publication(value: str | dt.date | dt.datetime | Instant | None) -> Instant | None:
    """Parse a publication date; None stays None.

    The offset of a datetime is kept if there is one, never guessed. Numeric dates are accepted only if unambiguous:
    `22/07/2022` is, `03/04/2022` is not.

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
    except (TypeError, ValueError) as error:  # pandas.NaT is an instance of datetime, but no day
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
    if len(first) == _YEAR_DIGITS:
        year, month, day = int(first), int(second), int(third)
    elif len(third) == _YEAR_DIGITS:
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
    from dateparser.date import DateDataParser

    settings = {
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],  # no relative dates, no timestamps
        "STRICT_PARSING": True,
    }
    readings = set()
    for base in _ANY_TWO:
        parser = DateDataParser(try_previous_locales=False, settings={**settings, "RELATIVE_BASE": base})
        readings.add(parser.get_date_data(text).date_obj)
    reading = readings.pop()
    # A result that moves with the base is relative to "now".
    return None if readings or reading is None else Instant.from_datetime(reading)


def resolve_publication(said: str, retrieved: Instant, words: ShortDateWords) -> Instant:
    """Resolve an abbreviated date of a page ("July 22", "yesterday", "Friday") against the time the page was fetched.

    It is the last such day up to the retrieval, and no more than half a year before it; a day of the month may also be
    the day after, as it may have started in the page's time zone. A weekday given with a day of the month must agree
    with it. `words` are those of the page's language. Raises `PublicationDateError` for anything that is not one
    certain day.

    >>> from timeline.languages.en.datelines import DATELINES
    >>> fetched = Instant.of(2022, 8, 5)
    >>> [str(resolve_publication(said, fetched, DATELINES.short_words)) for said in ("July 22", "YESTERDAY")]
    ['2022-07-22', '2022-08-04']
    """
    text = " ".join(said.split())
    if not text or len(text) > _LONGEST:
        raise _refusal(said, "is empty" if not text else "is too long")
    if _FULL_YEAR.search(text):
        return _from_text(text)
    from dateparser.date import DateDataParser

    now = dt.datetime.combine(dt.date(*retrieved.date), dt.time(retrieved.hour, retrieved.minute))  # on the wall
    counts_back = not words.counting_back.isdisjoint(text.lower().split())
    base = now + dt.timedelta(days=1) if any(map(str.isdigit, text)) and not counts_back else now
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": True}
    data = DateDataParser(languages=[words.code], settings=settings).get_date_data(text)
    if data.date_obj is None or data.period not in {"day", "time"} or not now - _LONGEST_BACK < data.date_obj <= base:
        raise _refusal(said, f"is not one certain day before {retrieved}")
    if words.clock_units.search(text) and retrieved.second == 0:  # the time of day is unknown
        raise _refusal(said, f"needs the hour of the retrieval, {retrieved}")
    named = next((index for index, name in enumerate(words.weekdays) if re.search(rf"\b{name}", text.lower())), None)
    if named is not None and (data.date_obj.weekday() != named or (base is now and now.weekday() == named)):
        raise _refusal(said, f"names another weekday than {data.date_obj.date()}, or one of two")
    return Instant.from_datetime(data.date_obj.date())


def _refusal(value: object, reason: str) -> PublicationDateError:
    return PublicationDateError(f"published {shown(value, _LONGEST)} {reason}; {_ACCEPTED}")

"""What differs from country to country within a language: the order of dates, the seasons, fiscal and school years."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from timeline.validation import check_choice, check_type, refuse

__all__ = ["HEMISPHERES", "Locale"]

HEMISPHERES = ("north", "south")
_NAMED = ("begin", "end")
_MONTHS = range(1, 13)


@frozen
class Locale:
    """How to read what a country decides: dates in numbers, seasons, fiscal and school years.

    The defaults are those of United States news and of TimeML: months come first, seasons are northern, and a fiscal or
    school year is taken as the calendar year of its number. Raises InputError for a value that is none of those named.

    >>> import timeline
    >>> [found.value for found in timeline.find_times("It closed on 03/04/2022.", locale=Locale(day_first=True))]
    ['2022-04-03']
    """

    day_first: bool = field(default=False, kw_only=True)
    """Whether 03/04/2022 is 3 April; the other reading is among the alternatives either way."""
    hemisphere: str = field(default="north", kw_only=True)
    """`north`, where summer is June to August, or `south`, where it is December to February."""
    fiscal_year_start: int | None = field(default=None, kw_only=True)
    """The month, 1 to 12, with which a fiscal year begins; None takes it as the calendar year of its number."""
    fiscal_year_named: str = field(default="end", kw_only=True)
    """Whether a fiscal year bears the number of the calendar year in which it ends (`end`) or begins (`begin`)."""
    school_year_start: int | None = field(default=None, kw_only=True)
    """The month, 1 to 12, with which a school year begins; None takes it as the calendar years of its number."""

    def __attrs_post_init__(self) -> None:
        check_type("day_first", self.day_first, bool)
        check_choice("hemisphere", self.hemisphere, HEMISPHERES)
        check_choice("fiscal_year_named", self.fiscal_year_named, _NAMED)
        for name in ("fiscal_year_start", "school_year_start"):
            month = getattr(self, name)
            if month is not None and (type(month) is not int or month not in _MONTHS):
                refuse(name, "a month from 1 to 12", month)

    @property
    def southern(self) -> bool:
        """Whether seasons are those of the southern hemisphere."""
        return self.hemisphere == "south"

    def to_dict(self) -> Mapping[str, Any]:
        """Give the JSON form."""
        return {
            "day_first": self.day_first,
            "hemisphere": self.hemisphere,
            "fiscal_year_start": self.fiscal_year_start,
            "fiscal_year_named": self.fiscal_year_named,
            "school_year_start": self.school_year_start,
        }

"""Years that need not begin with January: fiscal years and school years, and their quarters and halves."""

from __future__ import annotations

from attrs import frozen

from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant  # noqa: TC001 - annotations resolve at run time
from timeline.calculus.intervals import Interval
from timeline.calculus.notation import LAST_YEAR
from timeline.calculus.recurring import Repeating

__all__ = ["FiscalPart", "FiscalYear", "SchoolYear"]


@frozen
class FiscalYear(Repeating):
    """A year of accounts from the first of a month on, numbered for the calendar year in which it ends or begins.

    >>> FiscalYear(10).within(Instant.of(2022)).edtf
    '2021-10/2022-09'
    """

    start: int
    named_by_end: bool = True
    frame = Granularity.YEAR
    granularity = Granularity.YEAR

    @property
    def template(self) -> str:
        return "FYXXXX"

    def timex(self, found: Interval) -> str | None:
        year = self.number(found)
        return f"FY{year:04}" if 0 < year <= LAST_YEAR else None

    def number(self, found: Interval) -> int:
        """Give the calendar year for which one is named."""
        begin = found.begin.earliest
        assert begin is not None  # occurrences have known ends
        return begin.shift(-self._months, Granularity.MONTH).year

    def within(self, frame: Instant) -> Interval:
        begin = frame.shift(self._months, Granularity.MONTH)
        return Interval.exact(begin, begin.shift(1, Granularity.YEAR), Granularity.YEAR)

    @property
    def _months(self) -> int:
        """How many months after the January of the year of its number it begins."""
        return self.start - 13 if self.named_by_end and self.start > 1 else self.start - 1


@frozen
class FiscalPart(Repeating):
    """A quarter, 1 to 4, or a half, 1 or 2, of every fiscal year.

    >>> FiscalPart(1, FiscalYear(4)).timex(FiscalPart(1, FiscalYear(4)).within(Instant.of(2022)))
    'FY2022-Q1'
    """

    number: int
    year: FiscalYear
    granularity: Granularity = Granularity.QUARTER
    frame = Granularity.YEAR

    @property
    def template(self) -> str:
        return f"FYXXXX-{self._letter}{self.number}"

    def timex(self, found: Interval) -> str | None:
        begin = found.begin.earliest
        assert begin is not None  # as above
        first = begin.shift(1 - self.number, self.granularity)
        whole = Interval.exact(first, first.shift(1, Granularity.YEAR), Granularity.YEAR)
        year = self.year.timex(whole)
        return None if year is None else f"{year}-{self._letter}{self.number}"

    def within(self, frame: Instant) -> Interval:
        year = self.year.within(frame).begin.earliest
        assert year is not None  # as above
        begin = year.shift(self.number - 1, self.granularity)
        return Interval.exact(begin, begin.shift(1, self.granularity), self.granularity)

    @property
    def _letter(self) -> str:
        return "Q" if self.granularity is Granularity.QUARTER else "H"


@frozen
class SchoolYear(Repeating):
    """A year of school or of sports, named for both calendar years that it touches.

    >>> SchoolYear(9).timex(SchoolYear(9).within(Instant.of(2021)))
    '2021/2022'
    """

    start: int
    frame = Granularity.YEAR
    granularity = Granularity.YEAR

    @property
    def template(self) -> str:
        return "XXXX"

    def timex(self, found: Interval) -> str | None:
        begin = found.begin.earliest
        assert begin is not None  # as above
        last = begin.year if self.start == 1 else begin.year + 1
        if not (begin.year > 0 and last <= LAST_YEAR):
            return None
        return f"{begin.year:04}" if self.start == 1 else f"{begin.year:04}/{last:04}"

    def within(self, frame: Instant) -> Interval:
        begin = frame.shift(self.start - 1, Granularity.MONTH)
        return Interval.exact(begin, begin.shift(1, Granularity.YEAR), Granularity.YEAR)

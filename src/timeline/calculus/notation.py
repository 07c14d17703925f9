"""Times in the notations of others: TIMEX3 values (TimeML) and EDTF (ISO 8601-2), both ways."""

from __future__ import annotations

from timeline.calculus.edtf import format_edtf, parse_edtf
from timeline.calculus.timex import LAST_YEAR, PARTS_OF_DAY, format_timex, parse_timex, part_of_day

__all__ = ["LAST_YEAR", "PARTS_OF_DAY", "format_edtf", "format_timex", "parse_edtf", "parse_timex", "part_of_day"]

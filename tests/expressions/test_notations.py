"""Whatever `find_times` gives can be read back: each value as TIMEX3, each interval as EDTF and as JSON.

Over the examples of all rules, read for a country and on a day drawn from far BCE to far beyond the year 9999.
"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import Extractor, Instant, Interval, Locale, TemporalExpression, Timeline, find_times, languages
from timeline.calculus.notation import parse_edtf, parse_timex

EXAMPLES = sorted(
    {example for level in languages.get("en").levels for rule in level.rules for example in rule.examples}
)
LOCALES = (
    Locale(),
    Locale(day_first=True, hemisphere="south", fiscal_year_start=10, school_year_start=9),
    Locale(hemisphere="south", fiscal_year_start=4, fiscal_year_named="begin", school_year_start=1),
)
EDGES = (-99_999, -10_000, -9_999, -1_000, -100, -43, -1, 0, 1, 9, 99, 999, 2022, 9_998, 9_999, 10_000, 99_999)
"""Years next to which values and notations change their form."""
DAYS = st.builds(
    Instant.of,
    st.sampled_from(EDGES) | st.integers(-99_999, 99_999),
    st.integers(1, 12),
    st.sampled_from([1, 28]),
    st.sampled_from([0, 0, 10, 23]),
    st.sampled_from([0, 30]),
    st.sampled_from([0, 0, 15]),
    st.sampled_from([None, None, 0, 540, -690]),
)


def check(found: TemporalExpression) -> None:
    for value, interval in [(found.value, found.interval), *((one.value, one.interval) for one in found.alternatives)]:
        parse_timex(value)
        if interval is not None:
            parse_edtf(interval.edtf)
            assert Interval.from_dict(interval.to_dict()) == interval


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=12), DAYS, st.sampled_from(LOCALES))
def test_what_is_found_can_be_read_back(examples: list[str], published: Instant, locale: Locale) -> None:
    for example in examples:
        for found in find_times(example, published, locale=locale):
            check(found)
    tagged = Extractor(locale=locale, domain="narrative").tag(". ".join(examples), published)
    for found in tagged.expressions:
        check(found)
    assert Timeline.from_json(tagged.to_json()) == tagged


def test_every_example_can_be_read_back_on_either_side_of_each_edge() -> None:
    """Years with digits of other numbers, and none at all: what no draw may leave out."""
    for published in (None, *(Instant.of(year, 12, 31) for year in (-9_999, 0, 9_999))):
        for example in EXAMPLES:
            for found in find_times(example, published, locale=LOCALES[1]):
                check(found)


def test_long_ago_is_told_in_plain_digits() -> None:
    (found,) = find_times("9,999,999,999,999 million years ago", "2022-07-22")
    assert found.value == "MA9999999999999"

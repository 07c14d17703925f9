"""Numbers that no calendar has, in any phrase of the grammar: nothing raises, nothing senseless comes out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import find_times, languages
from timeline.calculus.notation import parse_timex
from timeline.expressions.scanner import tokens_by

ENGLISH = languages.get("en")
tokens = tokens_by(ENGLISH.dotted)
PUBLISHED = "2020-06-15"
_SHAPES = (
    "0 00 000 0000 0.0 0½ 0th 00th 0s 00s 1st 12 13 23 24 25 28 29 30 31 32 59 60 61 99 100 365 366 367 13th 31st 32nd"
    " 53rd 54th 100th 366th 10000th 99999th 1000 2199 2200 9999 10000 99999 99999999999999999999 99999999999999999999th"
    " 1,000,000,000,000 0.5 1.5 0.00000001 24:00 24:60 25:00 10:60 99:99 0am 13pm 25am 0:00am 23:59:60 2022-00-00"
    " 2022-13-01 2022-02-29 2022-02-30 2022-W00 2022-W54 2022-W53-9 2022-000 2022-366 0000-01-01 9999-12-31 9999-W53-7"
    " 0/0 13/13/2022 31/2/2022 2/29/2023 30/2 0-0 0-5 10-0 2199-2200 0Q 5Q Q0 Q5 FY00 FY0000 FY9999 AD0 CE0000 2500GMT"
    " 0May May0 Feb30 32May 31Jun2022 2020.0.0 2020.1.0 2020-0-0 31-2020 0,2020 1/2020 13-2020 2020/0 0/0-0/0"
    " 00/00-00/00/2020 31/31/2020-1/1/2020 2020-02-30/2020-03-03 2020-02-02/2020-13-03"
    " 2022-07-22T10:30:00.999Z 2022-07-22T10:30+9999 2022-07-22T25:61 2022-07-22T10:30:61Z 2022-07-22T10:30+99:99"
    " 23:00-24:00 0+1"
)
NUMBERS = (*_SHAPES.split(), "9" * 40, "9" * 41, "9" * 38 + "th", "zero", "hundred million billion", "hundredth")
_BRACKETS = re.compile(r"[\[\]]")
_NAMED = re.compile(r"(?<![<|\w])[a-z']+(?![\w:>])")
RULES = [rule for level in ENGLISH.levels for rule in level.rules]
EXAMPLES = sorted({_BRACKETS.sub("", text) for rule in RULES for text in rule.examples})
WORDS = sorted({*ENGLISH.vocabulary, *(word for rule in RULES for word in _NAMED.findall(rule.pattern))})
SENSELESS = re.compile(r"(?:INTERVAL|COUNT|BYMONTH|BYMONTHDAY|BYWEEKNO|BYSETPOS)=-?0*(?:;|$)")
find_times("in May", PUBLISHED)  # the first call makes the grammar, which no example is to wait for


def check(text: str, published: str | None = PUBLISHED) -> None:
    for found in find_times(text, published):
        assert text[found.start : found.end] == found.text
        for value in found.value.split("/"):
            if value != ".." and not value.startswith("XX"):  # a template names no time
                parse_timex(value)
        assert SENSELESS.search(found.rrule or "") is None, found
        if found.interval is not None:
            assert isinstance(found.interval.edtf, str)


@pytest.mark.parametrize("ordinal", ["0th", "00th", "000th"])
@pytest.mark.parametrize(
    "phrase",
    [
        "On the {} of January",
        "the {} day of May",
        "May the {}",
        "the {} of July 2020",
        "the {} week",
        "the {} week of May",
        "the {} Monday in May",
        "the {} quarter of 2019",
        "the {} century BC",
        "the {} millennium",
        "every {} Friday",
        "the {} day of every month",
        "from May 3 to the {}",
        "Friday the {}",
    ],
)
def test_there_is_no_zeroth(phrase: str, ordinal: str) -> None:
    text = phrase.format(ordinal)
    check(text)
    assert not any(ordinal in found.text for found in find_times(text, PUBLISHED))


@pytest.mark.parametrize("number", NUMBERS)
def test_each_number_in_plain_phrases(number: str) -> None:
    for phrase in (
        "{}",
        "in {}",
        "{} AD",
        "AD {}",
        "{} BC",
        "May {}",
        "{} May",
        "May {}, {}",
        "{} years ago",
        "{} o'clock",
    ):
        check(phrase.replace("{}", number))


@pytest.mark.parametrize("published", ["2024-02-29T23:59:59+14:00", "2024-03-01T00:30+14:00", "2024-12-31T20:00-11:00"])
@pytest.mark.parametrize("phrase", ["in the last {} {}", "over the past {} {}", "in the next {} {}"])
def test_stretches_of_no_length_where_the_publication_has_an_offset(phrase: str, published: str) -> None:
    for unit in ("hours", "days", "weeks", "months", "quarters", "years", "decades", "centuries"):
        for number in ("0", "zero", "0.0", "1"):
            check(phrase.format(number, unit), published)


def test_ages_are_written_without_exponent() -> None:
    (found,) = find_times("5,000,000 million years ago", PUBLISHED)
    assert found.value == "MA5000000"


@st.composite
def _disturbed(draw: st.DrawFn) -> str:
    """Give an example of a rule, some of its numbers or words replaced by numbers."""
    pieces = tokens(draw(st.sampled_from(EXAMPLES)))
    places = [place for place, piece in enumerate(pieces) if piece[0].isalnum()]
    digits = [place for place in places if pieces[place][0].isdigit()]
    for place in draw(st.lists(st.sampled_from(digits or places), min_size=1, max_size=3)):
        pieces[place] = draw(st.sampled_from(NUMBERS))
    return "".join(pieces)


PUBLICATIONS = st.sampled_from(
    [PUBLISHED, None, "0001-01-01", "9999-12-31", "-0043-03-15", "2020-12-31T23:59-12:00", "2024-02-29T23:59:59+14:00"]
)
SHUFFLED = st.lists(
    st.sampled_from(WORDS) | st.sampled_from(NUMBERS) | st.sampled_from(list(",.;:-–()'’/")), max_size=16
)


@settings(max_examples=400)
@given(_disturbed(), PUBLICATIONS)
def test_examples_with_other_numbers(text: str, published: str | None) -> None:
    check(text, published)


@settings(max_examples=400)
@given(SHUFFLED.map(" ".join), PUBLICATIONS)
def test_words_of_the_grammar_in_any_order(text: str, published: str | None) -> None:
    check(text, published)

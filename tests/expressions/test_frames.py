"""What a text has said of the time of a bare date, for one offset after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.expressions.domains import DOMAINS
from timeline.expressions.frames import Frames, Said, Source
from timeline.layout import mask, part_lines
from timeline.layout.outline import Outline

PUBLISHED = "1995-03-01"
PIECES = st.sampled_from(
    [
        "In May",
        "on April 6",
        "on Feb. 29",
        "on Monday",
        "since 1990",
        "May 4, 1990",
        "June 2, 1992",
        "in 1990",
        "last year",
        "a year earlier",
        "from May to June",
        "the 14th",
        "it rose",
        "will fall",
        ". It",
        ", ",
        ": ",
        "(",
        ")",
        "“",
        "”",
        '"',
        "\n",
        "\r\n",
        "\n\n",
        "\u2028",
        "\u2029",
        "- ",
        "  * ",
        "## ",
        "<h2>",
        "</h2>",
        "<li>",
        "1. ",
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map(" ".join)
PUBLISHED_AT = st.sampled_from([None, PUBLISHED, "2020-02-29", "2021-12-31T23:59:59+14:00", "0001-01-01", "9999-12-31"])


def said(text: str, words: str, year: int, *, number: int = 0, is_told: bool = True, is_bound: bool = False) -> Said:
    start = text.index(words)
    interval = Interval.unit(Instant.of(year), Granularity.YEAR)
    return Said(start, start + len(words), interval, number, is_told, is_bound)


def sources(text: str, words: str, before: Sequence[Said] = (), ahead: Sequence[Said] = ()) -> list[tuple[Source, int]]:
    frames = Frames(Outline(part_lines(mask(text)), text))
    for each in before:
        if not frames.tell(each):
            frames.note(each)
    start = text.index(words)
    found = frames.evidence(start, start + len(words), ahead)
    return [
        (each.source, each.said.interval.begin.earliest.year) for each in found if each.said.interval.begin.earliest
    ]


def value(text: str, words: str, published: str | None = PUBLISHED) -> str:
    return next(each.value for each in timeline.find_times(text, published) if each.text == words)


def test_a_time_is_said_before_in_its_sentence_its_paragraph_or_the_text() -> None:
    for text, source in {
        "It rose in 1990 and fell in May.": Source.BEFORE,
        "It rose in 1990. It fell in May.": Source.PARAGRAPH,
        "It rose in 1990.\n\nIt fell in May.": Source.STORY,
        "It rose in 1990, in May.": Source.BESIDE,
    }.items():
        assert sources(text, "May", [said(text, "1990", 1990)]) == [(source, 1990)]


def test_a_time_is_said_after_or_next() -> None:
    for text, source in {
        "It fell in May and rose in 1990.": Source.AFTER,
        "It fell in May. It rose in 1990.": Source.NEXT,
        "It fell in May, 1990.": Source.BESIDE,
    }.items():
        assert sources(text, "May", ahead=[said(text, "1990", 1990)]) == [(source, 1990)]


def test_two_times_named_with_their_year_are_evidence() -> None:
    text = "In 1988 it rose.\n\nIn 1989 it rose.\n\nIn 1990 it rose.\n\nIt fell in May."
    before = [said(text, str(year), year) for year in (1988, 1989, 1990)]
    assert sources(text, "May", before) == [(Source.STORY, 1990), (Source.EARLIER, 1989)]
    untold = [*before[:2], before[2]._replace(is_told=False)]
    assert sources(text, "May", untold) == [(Source.STORY, 1990), (Source.YEAR, 1989), (Source.EARLIER, 1988)]


def test_what_stands_in_closed_brackets_is_not_seen() -> None:
    text = "It (once built in 1990) fell in May.\n\nIt rose in June."
    before = [said(text, "1990", 1990)]
    assert not sources(text, "May", before)
    assert sources(text, "June", before) == [(Source.STORY, 1990)]
    inside = "It fell (in 1990 [or so], as in May)."
    assert sources(inside, "May", [said(inside, "1990", 1990)]) == [(Source.BEFORE, 1990)]
    ahead = "It fell in May (built in 1990)."
    assert not sources(ahead, "May", ahead=[said(ahead, "1990", 1990)])


def test_brackets_and_quotations_may_cross() -> None:
    text = "“He (in 1990 said” it in May) and June."
    before = [said(text, "1990", 1990)]
    assert not sources(text, "May", before)
    assert not sources(text, "June", before)
    assert sources(text, "said", before) == [(Source.BESIDE, 1990)]


def test_a_bound_ahead_is_no_evidence() -> None:
    text = "It fell in May, and not since 1990."
    assert not sources(text, "May", ahead=[said(text, "1990", 1990, is_bound=True)])


def test_headings_hold_for_their_section_and_heads_for_their_line() -> None:
    text = "# 1990\n\nIt fell in May.\n\n# Other\n\nIt rose in June."
    before = [said(text, "1990", 1990)]
    assert sources(text, "May", before) == [(Source.HEADING, 1990)]
    assert not sources(text, "June", before)
    items = "- 1990: it fell\n  in May\n- it rose in June"
    assert sources(items, "May", [said(items, "1990", 1990)]) == [(Source.HEAD, 1990)]


def test_deep_lists_give_the_innermost_frames() -> None:
    text = "".join(f"{' ' * depth}- {1900 + depth}: it rose\n\n" for depth in range(60)) + f"{' ' * 60}- in May"
    found = sources(text, "May", [said(text, str(1900 + depth), 1900 + depth) for depth in range(60)])
    assert found[0] == (Source.HEAD, 1959)
    assert sum(source is Source.HEAD for source, _ in found) < 10


def test_an_indentation_beyond_reason_is_still_that_of_an_item() -> None:
    assert value(
        f"{' ' * 2000}- 1990: it rose\n{' ' * 2001}- it fell in May\n\nNo list.\n\nIt rose in June.", "May"
    ) == ("1990-05")


def test_an_entry_dates_its_block_and_none_after_the_next() -> None:
    text = "May 4, 1990\n\nIt rose on Monday.\n\nJune 22, 1991\n\nIt fell today."
    found = {each.text: each for each in timeline.find_times(text, PUBLISHED)}
    assert found["Monday"].anchor == "expression 0"
    assert found["today"].value == "1991-06-22"


@given(st.integers(1700, 1990), st.sampled_from(["()", "[]", "“”", '""']), st.booleans())
def test_a_bracket_or_quotation_does_not_leak_its_year(year: int, signs: str, is_before: bool) -> None:
    apart = f"{signs[0]}once built by a man of {year}{signs[1]}"
    text = f"The hall {apart} fell in May." if is_before else f"The hall fell in May {apart}."
    assert value(text, "May") == value("The hall fell in May.", "May")


@settings(max_examples=150)
@given(TEXTS, PUBLISHED_AT, st.sampled_from(DOMAINS))
def test_what_is_found_is_sound_and_is_found_again(text: str, published: str | None, domain: str) -> None:
    found = timeline.find_times(text, published, domain=domain)
    end = 0
    for each in found:
        assert end <= each.start < each.end
        end = each.end
        assert text[each.start : each.end] == each.text
        assert 0 <= each.confidence <= 1
        assert all(other.value != each.value for other in each.alternatives)
        assert all(0 <= other.confidence <= each.confidence for other in each.alternatives)
    assert timeline.find_times(text, published, domain=domain) == found


@settings(max_examples=30)
@given(st.lists(st.tuples(TEXTS, PUBLISHED_AT), max_size=5))
def test_the_order_of_texts_does_not_matter(texts: list[tuple[str, str | None]]) -> None:
    there = [timeline.find_times(text, published) for text, published in texts]
    back = [timeline.find_times(text, published) for text, published in reversed(texts)]
    assert there == back[::-1]
    extractor = timeline.Extractor()
    many = extractor.tag_many([timeline.Article(text, published) for text, published in texts])
    assert [list(each.expressions) for each in many] == there


def test_equal_instants_of_two_offsets_are_two_publications() -> None:
    text = "It fell on Monday."
    east, west = "2022-07-18T03:00+09:00", "2022-07-17T18:00+00:00"
    first = [timeline.find_times(text, each)[0].value for each in (east, west)]
    again = [timeline.find_times(text, each)[0].value for each in (west, east)]
    assert first == again[::-1]
    assert first[0] == "2022-07-18"
    assert first[1] == "2022-07-11"


SENTENCES = st.lists(
    st.sampled_from(
        [
            "It opened on May 4, {0}.",
            "It closed in June.",
            "It rose on April 6.",
            "Work began on Monday.",
            "Nothing happened since {1}.",
            "It fell last year.",
            "In {1} it was sold, in May.",
            "It will end on October 3.",
            "It rose from May to July {0}.",
        ]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)


@settings(max_examples=60)
@given(SENTENCES, st.integers(1930, 1999), st.integers(1930, 1999))
def test_28_years_later_all_is_28_years_later(text: str, one: int, other: int) -> None:
    earlier = timeline.find_times(text.format(one, other), "1990-03-07")
    later = timeline.find_times(text.format(one + 28, other + 28), "2018-03-07")
    years = [re.sub(r"\d{4}", lambda match: str(int(match[0]) + 28), each.value) for each in earlier]
    assert [each.value for each in later] == years
    assert [each.confidence for each in later] == [each.confidence for each in earlier]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["It rose on May 4, 1990.", "It fell in 1988.", "Up since June 1987."]), min_size=1))
@pytest.mark.parametrize(
    ("open_", "close"), [("- ", "\n"), ("# ", "\n\n"), ("<p>", "</p>"), ("<li>", "</li>\n"), ("> ", "\n")]
)
def test_what_is_around_leaves_full_dates_alone(open_: str, close: str, sentences: list[str]) -> None:
    plain = timeline.find_times(" ".join(sentences), PUBLISHED)
    marked = timeline.find_times("".join(f"{open_}{each}{close}" for each in sentences), PUBLISHED)
    assert [(each.text, each.value) for each in marked] == [(each.text, each.value) for each in plain]

"""Whatever comes in: no crash, true offsets, nothing lost, nothing guessed."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline import Article, ArticleError, PublicationDateError, Timeline

TEXTS = {
    "empty": "",
    "blank": " \t\r\n\u00a0\u2028\u200b",
    "nul": "It failed\0 in May 2019.\0\0 It\0failed on Friday.",
    "emoji": "👩‍🚀🚀 flew in May 2019 🎉 and will fly next month 🇯🇵🇯🇵",
    "right to left": "\u202bהם נסעו\u202c in May 2019\u200f, they said on \u200eFriday\u200e.",
    "crlf": "It failed in\r\nMay 2019.\r\n\r\nIt will open\rnext month.\r\n",
    "lone surrogates": "It \ud800failed in May 2019\udfff and \udc00reopened on Friday\ud83d.",
    "combining": "It faile\u0301d in May\u0301 2019" + "\u0301" * 500,
    "no spaces": "x" * 5_000 + "2019",
    "digits": "1234567890" * 500 + " 2019 " + "9" * 400,
    "year of many digits": "in " + "9" * 5_000 + " and in 99999-99-99T99:99",
    "punctuation": ".,;:!?-–—“”‘’()[]{}<>/\\|" * 200,
    "markup": "<p>It <b>failed</b> in [May 2019](#)&nbsp;<!-- on Friday --></p>" + "<" * 300,
    "one quote": '"It failed in May 2019, she said. ' * 20,
    "controls": "".join(map(chr, range(32))) + "It failed on Friday." + "\x7f\x80\x9f",
    "astral": "\U0001d7d0\U0001d7ce\U0001d7cf\U0001d7d7 It failed in May 2019 \U0010ffff\ufffe\uffff",
    "other digits": "It failed in ٢٠١٩ and in ２０１９ and in ²⁰¹⁹.",
}
PUBLISHED = {
    "missing": None,
    "year 1": "0001-01-01",
    "year 9999": dt.date.max,
    "zone": dt.datetime(2024, 3, 15, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=-11, minutes=-30))),
    "bce": "-0043-03-15",
    "plain": "2024-03-15",
}
EDGES = (
    "It failed last year, a century ago, two days ago, in the past 50 years and on Friday; "
    "it opens next month, in ten days, by 2030 and in the coming decades."
)


def offsets_are_true(result: Timeline) -> bool:
    text = result.article.text
    spans = [found.span for found in result.expressions]
    spans += [found.signal for found in result.expressions if found.signal is not None]
    spans += [event.trigger for event in result]
    return all(text[span.start : span.end] == span.text for span in spans) and all(
        text[one.start : one.end] == one.text for event in result for one in event.participants
    )


@pytest.mark.parametrize("published", PUBLISHED.values(), ids=PUBLISHED)
@pytest.mark.parametrize("text", [*TEXTS.values(), EDGES], ids=[*TEXTS, "edges"])
def test_tag(text: str, published: str | dt.date | None) -> None:
    result = timeline.Extractor().tag(text, published)
    assert result.article.text == text
    assert offsets_are_true(result)
    assert Timeline.from_json(result.to_json()) == result


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_extract(text: str) -> None:
    result = timeline.extract(text, "2024-03-15")
    assert result.article.text == text
    assert offsets_are_true(result)
    assert Timeline.from_json(result.to_json()) == result


@pytest.mark.parametrize("published", PUBLISHED.values(), ids=PUBLISHED)
def test_extract_at_the_calendar_s_edges(published: str | dt.date | None) -> None:
    result = timeline.extract(EDGES, published)
    assert len(result) > 0
    assert offsets_are_true(result)
    assert Timeline.from_json(result.to_json()) == result


@pytest.mark.parametrize("name", ["nul", "emoji", "right to left", "crlf", "lone surrogates", "one quote", "controls"])
def test_what_surrounds_an_expression_does_not_hide_it(name: str) -> None:
    values = {found.value for found in timeline.find_times(TEXTS[name], "2024-03-15")}
    assert values & {"2019-05", "2024-03-15"}


def test_nothing_gives_nothing() -> None:
    assert timeline.find_times("") == []
    result = timeline.extract("")
    assert (result.expressions, result.events) == ((), ())


def test_without_a_date_nothing_is_guessed() -> None:
    found = {one.text: one for one in timeline.find_times("It failed last year and in May.")}
    assert found["May"].value == "XXXX-05"
    assert found["last year"].interval is None
    assert "X" in found["last year"].value or found["last year"].value == "PAST_REF"


@pytest.mark.parametrize("published", ["soon", "2024-02-30", "yesterday", "", 20240315, 1.5, b"2024-03-15", True])
def test_malformed_dates_are_refused(published: object) -> None:
    with pytest.raises(PublicationDateError, match="accepted are") as caught:
        timeline.find_times("on Friday", published)  # type: ignore[arg-type]
    assert repr(published) in str(caught.value)
    with pytest.raises(PublicationDateError):
        timeline.extract("on Friday", published)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [None, b"on Friday", bytearray(b"x"), 3, ["on Friday"], object()])
def test_what_is_no_text_is_refused(text: object) -> None:
    with pytest.raises(ArticleError):
        timeline.find_times(text)  # type: ignore[arg-type]
    with pytest.raises(ArticleError):
        timeline.extract(text)  # type: ignore[arg-type]


def test_an_offset_is_kept() -> None:
    published = dt.datetime(2024, 3, 15, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=9)))
    article = timeline.Extractor().tag("It failed today.", published).article
    assert article.published is not None
    assert article.published.isoformat() == "2024-03-15T23:30+09:00"


def test_ten_megabytes_of_news() -> None:
    """Find times in 10 MB; the last expression is as true as the first."""
    paragraph = (
        "The council approved the plan on Friday, after a debate that showed how far apart its members stand. Some of "
        "them may march on to the court; others would sooner settle with the builders, if the price is right.\n"
    )
    text = paragraph * (10_000_000 // len(paragraph))
    found = timeline.find_times(text, "2024-03-15")
    assert len(found) == text.count("\n")
    assert all(text[one.start : one.end] == one.text == "Friday" for one in found)


@pytest.mark.parametrize(
    "unit",
    ["x", "1", "in ", "May ", "(", "2019-", "\n", "the past ", "\ud800", "1,000 ", "<a ", "[a](", "first "],
)
def test_long_runs_take_no_more_than_linear_time(unit: str) -> None:
    """Find times in a megabyte of one repeated piece: anything quadratic would not come back."""
    text = unit * (1_000_000 // len(unit))
    assert offsets_are_true(timeline.Extractor().tag(text, "2024-03-15"))


@pytest.mark.parametrize(
    ("unit", "size"), [("\n", 10_000_000), (" ", 10_000_000), ("\0", 1_000_000), ("x", 100_000), ("- ", 5_000)]
)
def test_extract_takes_long_texts_that_are_no_prose(unit: str, size: int) -> None:
    """Extract from what holds one sentence; ten megabytes of prose would take half an hour (see docs/benchmarks.md)."""
    text = unit * (size // len(unit)) + "\n\nIt failed in May 2019."
    result = timeline.extract(text, "2024-03-15")
    assert offsets_are_true(result)
    assert [found.value for found in result.expressions] == ["2019-05"]
    assert "fail" in {event.lemma for event in result}


PIECES = [
    *"aZ09 .,-'\"\n\r\t\0()[]<>&/:",
    *"\ud800\udfff\u200f\u202e\u0301\u2019\U0001f680東",
    *[" May ", " Friday", " 2019", " last", " next ", " two ", " years ago", "since ", "1990s", " the ", " failed"],
]


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.sampled_from(list(PUBLISHED.values())))
def test_tag_takes_anything(text: str, published: str | dt.date | None) -> None:
    result = timeline.Extractor().tag(Article(text, published))
    assert offsets_are_true(result)
    assert [found.start for found in result.expressions] == sorted(found.start for found in result.expressions)


def test_extract_takes_shuffled_pieces() -> None:
    chance = random.Random(7)
    extractor = timeline.Extractor()
    for _ in range(20):
        text = "".join(chance.choice(PIECES) for _ in range(80))
        assert offsets_are_true(extractor.extract(text, "2024-03-15"))

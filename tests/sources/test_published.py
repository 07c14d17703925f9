from __future__ import annotations

import pytest

from timeline import Instant, PublicationDateError
from timeline.languages.en.datelines import DATELINES
from timeline.publication import resolve_publication
from timeline.sources.published import date_of_text

RETRIEVED = Instant.parse("2022-07-25T10:30Z")  # a Monday
WORDS = DATELINES.short_words
assert WORDS is not None


def dated(text: str, retrieved: Instant | None) -> tuple[str, str] | None:
    dating = date_of_text(text, retrieved=retrieved)
    return None if dating is None else (dating.source, str(dating.published))


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("Published: 22 July 2022", "dateline"),
        ("Friday, July 22, 2022", "dateline"),
        ("By Ines Moreau | July 22, 2022 10:30", "byline"),
        ("Updated July 23, 2022\n\nPublished July 22, 2022", "dateline"),
        ("TOKYO, July 22, 2022 (Wire) -- The ferry sank.", "wire"),
        ("OSLO, Norway, 22 July 2022 – The ferry sank.", "wire"),
        ("Published:&nbsp;22&nbsp;July 2022", "dateline"),
        ("OSLO, 22 July 2022 &ndash; The ferry sank.", "wire"),
    ],
)
def test_complete_dates(head: str, source: str) -> None:
    text = f"Quay reopens\n\n{head}\n\nThe quay of Kestrel Bay has reopened after the storm.\n"
    assert dated(text, None) == (source, "2022-07-22")
    assert dated(text, RETRIEVED) == (source, "2022-07-22")
    assert dated(text.replace("\n\n", "\n"), None) == (source, "2022-07-22")


@pytest.mark.parametrize(
    ("head", "source", "day"),
    [
        ("Tokyo, July 22 – The ferry sank.", "wire", "2022-07-22"),
        ("TOKYO, July 22 (Wire) -- The ferry sank.", "wire", "2022-07-22"),
        ("Friday, July 22", "dateline", "2022-07-22"),
        ("YESTERDAY", "dateline", "2022-07-24"),
        ("By Ines Moreau, YESTERDAY", "byline", "2022-07-24"),
        ("3 hours ago", "dateline", "2022-07-25"),
    ],
)
def test_short_dates_need_the_retrieval(head: str, source: str, day: str) -> None:
    text = f"Quay reopens\n\n{head}\n\nThe quay of Kestrel Bay has reopened after the storm.\n"
    assert dated(text, None) is None
    assert dated(text, RETRIEVED) == (f"{source}, retrieved", day)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The quay reopened on July 22, 2022.",
        "Last updated 23 July 2022\n\nThe quay has reopened.",
        "Friday, July 21\n\nThe quay has reopened.",
        "Monday\n\nThe quay has reopened.",
        "December 3\n\nThe quay has reopened.",
        "03/04/2022\n\nThe quay has reopened.",
    ],
)
def test_what_gives_no_date(text: str) -> None:
    assert dated(text, RETRIEVED) is None


@pytest.mark.parametrize("words", ["", "x" * 200, "last week", "July", "December 3", "Friday, July 21", "Monday"])
def test_what_is_no_certain_day(words: str) -> None:
    with pytest.raises(PublicationDateError):
        resolve_publication(words, RETRIEVED, WORDS)


def test_the_hour_of_the_retrieval_counts_hours() -> None:
    assert str(resolve_publication("12 hours ago", RETRIEVED, WORDS)) == "2022-07-24"
    with pytest.raises(PublicationDateError, match="needs the hour"):
        resolve_publication("12 hours ago", Instant.of(2022, 7, 25), WORDS)


def test_a_day_may_have_begun_where_the_page_was_made() -> None:
    assert str(resolve_publication("July 26", RETRIEVED, WORDS)) == "2022-07-26"
    with pytest.raises(PublicationDateError):
        resolve_publication("July 27", RETRIEVED, WORDS)


def test_complete_words_need_no_retrieval() -> None:
    assert str(resolve_publication("22 July 2019", RETRIEVED, WORDS)) == "2019-07-22"

"""An article whose paragraphs are apart by single line breaks gives what it gives with blank lines."""

from __future__ import annotations

import pytest

import timeline

LINES = (
    "Dam fails in north",
    "Minister promises inquiry",
    "By Jane Doe",
    "3 May 2019",
    "A dam failed on Sunday, killing at least 12 people, officials said.",
    "Story continues below",
    "The council met on Friday. It isn’t to vote before Wednesday’s review.",
)


def told(text: str) -> list[tuple[str, str, str, str | None]]:
    result = timeline.extract(text, "2019-05-06")
    return [
        (event.trigger.text, event.summary, event.polarity, event.when.edtf if event.when else None)
        for event in result.events
    ]


@pytest.mark.parametrize("sign", ["\n", "\r\n", " \n"])
def test_single_line_breaks(sign: str) -> None:
    expected = told("\n\n".join(LINES))
    assert ("failed", "A dam failed", "POS", "2019-05-05") in expected
    assert not any("Story" in summary for _, summary, _, _ in expected)
    assert told(sign.join(LINES)) == expected


@pytest.mark.parametrize("apostrophe", ["&rsquo;", "&#8217;"])
def test_references_show_in_no_summary(apostrophe: str) -> None:
    assert told("\n".join(LINES).replace("’", apostrophe)) == told("\n".join(LINES))

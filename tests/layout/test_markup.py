from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.layout import mask, shown


def plain(text: str) -> str:
    """Give the masked text with white space collapsed and invisible filling left out."""
    masked = mask(text)
    assert len(masked) == len(text)
    return " ".join(shown(masked).text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a [narrow win](#) on Sunday", "a narrow win on Sunday"),
        ("a [win](https://x.example/a_(b)?c=2019-05-03 'x'", "a [win](Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 'x'"),
        ("see [the report](https://x.example/a_(b)) now", "see the report now"),
        ('see [the report](/a "Report of May") now', "see the report now"),
        ("![Flooded street](street.jpg) Rain", "Flooded street Rain"),
        ("[![Logo](logo.png)](/home) Rain", "Logo Rain"),
        ("as [told here][3]", "as told here"),
        ("## Storm *hits* the __coast__", "Storm hits the coast"),
        ("**Rain** fell; `code` ran", "Rain fell; code ran"),
        ("<p>Rain <b>fell</b>.</p>", "Rain fell ."),
        ('<a href="/2019/05/03" class=x>Rain</a> fell', "Rain fell"),
        ("Rain<br/>fell <amp-img src=a></amp-img>", "Rain fell"),
        ("<!-- hidden 2019 --> Rain", "Rain"),
        ("<script>var May = 3 < 4;</script> Rain <STYLE a=b>p {}</STYLE>", "Rain"),
        ("Kessler &amp; Sons", "Kessler & Sons"),
        ("AT&amp;T", "AT&T"),
        ("10&nbsp;May &#8211; 12&#x2009;May", "10 May – 12 May"),
        ("Oslo&#8217;s mayor", "Oslo’s mayor"),
        ("&quot;Never,&quot; she said", '"Never," she said'),
        ("caf&eacute;s", "cafés"),
        ("see www.example.org/2019/may.", "see Xxxxxxxxxxxxxxxxxxxxxxxx."),
        ("(https://example.org/a_(b))", "(X" + "x" * 24 + ")"),
        ("write to press.office+may@example.co.uk!", "write to X" + "x" * 29 + "!"),
        ("Rain\x00fell\x1b on\u200e Monday\ufeff", "Rain fell on Monday"),
        ("zero\u200bwidth", "zero width"),
    ],
)
def test_masks(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a < b and c > d, 3<4",
        "the <b then c> case",
        "AT&T, R&D; Q&A;",
        "he said [sic] that [the] robotics [former CEO] (#1)",
        "snake_case_name and x_y, 5 * 3 * 2, f***ing, 2*3*4",
        "#1 song, C# and #blessed",
        "* first\n* second",
        "_ period _ and _",
        "``It was,'' he said. ``Yes,'' she said.",
        "`grave error",
        "rose 5% @ 3 p.m., @handle",
        "line one\r\nline two\n\n\tthree\u2028four",
        "mil\u00aditary 👩\u200d🚒 שלום",
        "half \ud83d pair",
        "www is short; http too",
    ],
)
def test_leaves_prose_alone(text: str) -> None:
    assert mask(text) == text


def test_offsets_stay() -> None:
    text = "Nato's [landslide win](#) &amp; <b>more</b>"
    masked = mask(text)
    for word in ("Nato's", "landslide win", "more"):
        assert masked.index(word) == text.index(word)


def test_block_elements_leave_line_breaks() -> None:
    assert mask("<p>One</p><p>Two<br>Three</p>").split() == ["One", "Two", "Three"]
    assert "\n\n" in mask("One</p><p>Two")
    assert "\n" not in mask("One<b>Two</b>")


def test_unclosed_script_is_left() -> None:
    assert mask("a <script b") == "a <script b"
    assert plain("<!-- a --> b <!-- c") == "b <!-- c"


@given(st.text(alphabet="[]()<>!&;#*_`@:/.wah \n\"'-=\x00\u200b\u2060é", max_size=80) | st.text())
def test_keeps_the_length_and_never_fails(text: str) -> None:
    assert len(mask(text)) == len(text)


@pytest.mark.parametrize(
    "piece", ["[", "<", "(", "*", "_", "`", "#", "&", "@", "a@", "[a](", "<a ", "<!--", "<script", "a.", "_a ", "<a ="]
)
def test_hostile_input_takes_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))  # would take minutes if the time were quadratic
    assert len(mask(text)) == len(text)


@given(st.text("aé\u00ad\u2060\u200d\ufeff \n", max_size=40) | st.text())
def test_what_is_shown_stands_where_it_stood(text: str) -> None:
    found = shown(text)
    for start in range(len(found.text)):
        for end in range(start + 1, len(found.text) + 1):
            left, right = found.place(start, end)
            assert shown(text[left:right]).text == found.text[start:end]
            assert text[left] == found.text[start]
            assert text[right - 1] == found.text[end - 1]

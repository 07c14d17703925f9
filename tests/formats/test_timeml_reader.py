from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import Article, ArticleError, Kind, Span, TemporalExpression, Timeline
from timeline.events.event import Event
from timeline.formats.timeml import EventMention, Timex, read_timeml, to_timeml
from timeline.timelines import Provenance

if TYPE_CHECKING:
    from pathlib import Path

MADE_BY_HAND = """\
<?xml version="1.0" ?>
<TimeML>
<DOCID>ferry-7</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-03-15" functionInDocument="CREATION_TIME">March 15, 2024</TIMEX3></DCT>
<TITLE>The ferry &amp; its
  timetable</TITLE>
<TEXT>The ferry <EVENT eid="e1" class="OCCURRENCE">stopped</EVENT> in <TIMEX3 tid="t1" type="DATE" value="2019-05"
 mod="END" temporalFunction="true">late May 2019</TIMEX3>.</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST" aspect="NONE" polarity="POS" pos="VERB"/>
<MAKEINSTANCE eventID="e1" eiid="ei2" tense="FUTURE" aspect="NONE" polarity="NEG" pos="VERB"/>
</TimeML>
"""


def text_of(inside: str, before: str = "") -> str:
    return f"{before}<TimeML><TEXT>{inside}</TEXT></TimeML>"


def test_the_document() -> None:
    document = read_timeml(MADE_BY_HAND)
    assert document.text == "The ferry stopped in late May 2019."
    assert (document.id, document.title, document.dct) == ("ferry-7", "The ferry & its timetable", "2024-03-15")
    assert document.published is not None
    assert document.published.isoformat() == "2024-03-15"
    assert document.timexes == (Timex("late May 2019", 21, 34, "DATE", "2019-05", mod="END", id="t1"),)
    made = EventMention("stopped", 10, 17, "OCCURRENCE", "PAST", "NONE", "POS", None, "VERB", "e1", ("ei1", "ei2"))
    assert document.events == (made,)  # the first MAKEINSTANCE speaks for it


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "ferry.tml"
    path.write_text(MADE_BY_HAND)
    assert read_timeml(path) == read_timeml(MADE_BY_HAND) == read_timeml(MADE_BY_HAND.encode())


def test_what_we_write_is_read_back(made_by_hand: Timeline) -> None:
    document = read_timeml(to_timeml(made_by_hand))
    assert document.text == made_by_hand.article.text
    assert document.published == made_by_hand.article.published
    assert [(one.start, one.end, one.kind, one.value, one.mod) for one in document.timexes] == [
        (one.start, one.end, one.kind.value, one.value, one.mod) for one in made_by_hand.expressions
    ]
    assert sorted((one.start, one.text, one.event_class, one.tense) for one in document.events) == sorted(
        (one.trigger.start, one.trigger.text, one.event_class, one.tense) for one in made_by_hand.events
    )


def test_entities_and_cdata_are_characters() -> None:
    inside = 'R&amp;D &lt; <![CDATA[<b>&amp;</b>]]> <TIMEX3 type="DATE" value="2019">&#50;019</TIMEX3>'
    document = read_timeml(text_of(inside))
    assert document.text == "R&D < <b>&amp;</b> 2019"
    assert (document.timexes[0].start, document.timexes[0].text) == (19, "2019")


def test_comments_and_instructions_are_not_text() -> None:
    document = read_timeml(text_of('in <TIMEX3 value="2019-05">M<!-- no -->a<?no?>y</TIMEX3>'))
    assert (document.text, document.timexes[0].text) == ("in May", "May")


def test_nested_elements() -> None:
    inside = 'a <EVENT eid="e1" class="STATE">four-<TIMEX3 type="DURATION" value="P4D">day</TIMEX3> <s>row</s></EVENT>'
    document = read_timeml(text_of(inside))
    assert document.text == "a four-day row"
    assert [(one.start, one.end) for one in document.events] == [(2, 14)]
    assert [(one.start, one.end) for one in document.timexes] == [(7, 10)]


def test_white_space_at_the_edges_is_not_part_of_it_and_empty_elements_mark_nothing() -> None:
    document = read_timeml(text_of('in<TIMEX3 value="2019">\n 2019 </TIMEX3><TIMEX3 value="P1D"/><TIMEX3> </TIMEX3>'))
    assert [(one.text, one.start, one.end) for one in document.timexes] == [("2019", 4, 8)]
    assert document.text == "in\n 2019  "


def test_attributes_that_are_missing_or_empty() -> None:
    document = read_timeml(text_of('<TIMEX3 value="">now</TIMEX3> <EVENT>is</EVENT>'))
    assert document.timexes == (Timex("now", 0, 3, None, None),)
    assert document.events == (EventMention("is", 4, 6, None),)


def test_an_empty_text() -> None:
    document = read_timeml("<TimeML><TEXT/></TimeML>")
    assert (document.text, document.timexes, document.events, document.published) == ("", (), (), None)


def test_only_the_first_text_element_counts() -> None:
    document = read_timeml("<TimeML><TEXT>a<TEXT>b</TEXT>c</TEXT><TEXT>d <TIMEX3>now</TIMEX3></TEXT></TimeML>")
    assert (document.text, document.timexes) == ("abc", ())


def test_marks_outside_the_text_are_not_in_it() -> None:
    document = read_timeml("<TimeML><TITLE>In <TIMEX3>May</TIMEX3></TITLE><TEXT>x</TEXT></TimeML>")
    assert (document.title, document.timexes) == ("In May", ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_byte_order_marks(encoding: str) -> None:
    assert read_timeml(text_of("Café").encode(encoding)).text == "Café"


def test_a_str_with_a_byte_order_mark_or_a_declared_encoding() -> None:
    assert read_timeml("\ufeff" + text_of("Café")).text == "Café"
    declared = text_of("Café", '<?xml version="1.0" encoding="ISO-8859-1"?>')
    assert read_timeml(declared).text == read_timeml(declared.encode("latin-1")).text == "Café"


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ("1998-02-27", "1998-02-27"),
        ("1998-02-27T08:09:00", "1998-02-27T08:09:00"),
        ("1998-02-27TMO", "1998-02-27"),
        ("19980227", "1998-02-27"),
    ],
)
def test_creation_times(value: str, published: str) -> None:
    inside = f'<TIMEX3 functionInDocument="CREATION_TIME" value="{value}">x</TIMEX3>'
    instant = read_timeml(text_of(inside)).published
    assert instant is not None
    assert instant == Article("", published).published


@pytest.mark.parametrize("value", ["1998", "1998-02", "1998-02-30", "XXXX-02-27", "", "soon"])
def test_creation_times_that_are_no_day(value: str) -> None:
    assert read_timeml(f'<T><DCT><TIMEX3 value="{value}">x</TIMEX3></DCT><TEXT>x</TEXT></T>').published is None


BILLION = '<!DOCTYPE T [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("", "not well-formed XML"),
        ("It rained on Friday.", "not well-formed XML"),
        (b"\x89PNG\r\n\x1a\n\0", "not well-formed XML"),
        ("<TimeML><TEXT>it rained</TimeML>", "not well-formed XML"),
        (text_of("R&D"), "not well-formed XML"),
        (text_of("&nbsp;"), "not well-formed XML"),
        (text_of("\ud800"), "not well-formed XML"),
        (text_of("x", '<?xml version="1.0" encoding="no-such"?>').encode(), "not well-formed XML"),
        (text_of("x", '<?xml version="1.0" encoding="shift_jis"?>').encode(), "not well-formed XML"),
        ("<TimeML><BODY>it rained</BODY></TimeML>", "no TEXT element"),
        (text_of("&b;", BILLION), "declares the entity 'a'"),
        (text_of("&x;", '<!DOCTYPE T [<!ENTITY x SYSTEM "file:///etc/hostname">]>'), "declares the entity 'x'"),
        (text_of("x", '<!DOCTYPE T [<!ENTITY % x SYSTEM "file:///etc/hostname"> %x;]>'), "declares the entity 'x'"),
        (text_of("&nbsp;", '<!DOCTYPE T SYSTEM "http://localhost:9/x.dtd">'), "uses the entity 'nbsp'"),
    ],
)
def test_what_is_refused(source: str | bytes, told: str) -> None:
    with pytest.raises(ArticleError, match=told):
        read_timeml(source)


def test_an_external_type_definition_is_not_fetched() -> None:
    assert read_timeml(text_of("x", '<!DOCTYPE TimeML SYSTEM "http://localhost:9/x.dtd">')).text == "x"


def test_errors_name_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.tml"
    path.write_text("no")
    with pytest.raises(ArticleError, match=r"a\.tml: not well-formed XML"):
        read_timeml(path)
    with pytest.raises(FileNotFoundError):
        read_timeml(tmp_path / "b.tml")


def test_any_depth_of_nesting() -> None:
    depth = 50_000
    document = read_timeml(text_of("<EVENT>" * depth + "x" + "</EVENT>" * depth))
    assert len(document.events) == depth


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_any_text_comes_back(text: str) -> None:
    spans = [Span.of(text, 0, len(text))] if text.strip() == text and text else []
    found = tuple(TemporalExpression(one.text, one.start, one.end, Kind.DATE, "2019") for one in spans)
    written = to_timeml(Timeline(Article(text), found, (), Provenance("0")))
    document = read_timeml(written)
    assert len(document.text) == len(text)
    assert [(one.start, one.end) for one in document.timexes] == [(one.start, one.end) for one in spans]


@given(st.binary(max_size=60) | st.text(max_size=60))
def test_anything_is_read_or_refused(source: bytes | str) -> None:
    with pytest.raises(ArticleError):
        read_timeml(source)


def test_an_event_can_be_read_from_a_timeline() -> None:
    event = Event("e", Span.of("It failed.", 3, 9), "fail", "It failed", "OCCURRENCE", tense="PAST", polarity="NEG")
    written = to_timeml(Timeline(Article("It failed."), (), (event,), Provenance("0")))
    assert [(one.text, one.tense, one.polarity) for one in read_timeml(written).events] == [("failed", "PAST", "NEG")]

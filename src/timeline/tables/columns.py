"""The columns of each table and their meaning: the schema of datasets, version 1.

Within a version, columns are only added. `docs/datasets.md` is generated from this module.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

__all__ = ["NESTED", "SCHEMA_VERSION", "TABLES", "Column"]

SCHEMA_VERSION = 1


@frozen
class Column:
    """A column: its name, the type of its values, and their meaning. Values may be null unless stated otherwise."""

    name: str
    kind: str
    """string, int32, int64, float64, bool, date32, or list<…> of int32 or of one of `NESTED`."""
    meaning: str


_POSITION = Column("position", "int64", "place of the article in the sources, from 0: what joins the tables")
_ARTICLE = Column("article", "string", "id of the article, as its source gives it; not necessarily unique")
_PLACE = (
    Column("source", "string", "name of the file the article comes from"),
    Column("place", "string", "where in the file: line 3, row 3, byte 300"),
)
_WHEN = (
    Column("begin_earliest", "string", "first instant at which it can begin, ISO 8601; null: open or unknown"),
    Column("begin_latest", "string", "instant by which it has begun"),
    Column("end_earliest", "string", "first instant at which it can have ended"),
    Column("end_latest", "string", "instant by which it has ended; intervals are half-open"),
    Column("granularity", "string", "finest unit that was said: second … millennium"),
    Column("edtf", "string", "the same as one string, ISO 8601-2"),
    Column("first_day", "date32", "day of begin_earliest, for filters and joins; null outside the years 1 to 9999"),
    Column("last_day", "date32", "last day it can touch"),
)

NESTED: Mapping[str, tuple[Column, ...]] = {
    "PARTICIPANT": (
        Column("role", "string", "agent, theme, recipient, place, instrument, content, attribute or topic"),
        Column("text", "string", "the words"),
        Column("start", "int32", "offset in code points"),
        Column("end", "int32", "offset in code points"),
        Column("head", "string", "the word that heads them"),
    ),
    "ALTERNATIVE": (
        Column("value", "string", "TIMEX3 value; of a range, those of its ends"),
        Column("edtf", "string", "its interval"),
        Column("confidence", "float64", "0 to 1"),
    ),
    "END": (
        Column("text", "string", "the words"),
        Column("start", "int32", "offset in code points"),
        Column("end", "int32", "offset in code points"),
        Column("kind", "string", "DATE, TIME or DURATION"),
        Column("value", "string", "TIMEX3 value"),
        Column("mod", "string", "TIMEX3 modifier"),
    ),
}
"""The columns of what lists hold, by the name in their kind: list<END>."""

TABLES: Mapping[str, tuple[Column, ...]] = {
    "articles": (
        _POSITION,
        Column("id", "string", _ARTICLE.meaning),
        Column("published", "string", "publication time, ISO 8601"),
        Column(
            "published_by", "string", "how that is known: record, page: …, dateline, byline or wire, and `retrieved`"
        ),
        Column("published_said", "string", "the words or the value it was read from"),
        Column("published_precision", "string", "day, or second where a time of day is known"),
        Column("title", "string", ""),
        Column("url", "string", ""),
        Column("language", "string", "ISO 639-1"),
        Column("text", "string", "the text; null where the dataset was built without texts"),
        *_PLACE,
        Column("words", "int32", "words of the text, as white space parts them"),
        Column("expressions", "int32", "rows in expressions"),
        Column("events", "int32", "rows in events"),
        Column("library", "string", "version of the library"),
        Column("syntax_model", "string", "name and version; null where only times were looked for"),
        Column("event_model", "string", "name and version; null as above"),
    ),
    "expressions": (
        _POSITION,
        _ARTICLE,
        Column("number", "int32", "place among the article's expressions, from 0"),
        Column("text", "string", "the words"),
        Column("start", "int32", "offset in code points of the article's text"),
        Column("end", "int32", "offset in code points; text[start:end] is the words"),
        Column("kind", "string", "DATE, TIME, DURATION or SET"),
        Column("value", "string", "TIMEX3 value; of a range, those of its ends: 2019-05/2019-07"),
        Column("mod", "string", "TIMEX3 modifier"),
        Column("quant", "string", "TIMEX3 quantifier"),
        Column("freq", "string", "TIMEX3 frequency"),
        Column("signal", "string", "the word that relates it to an event: since, until, by …"),
        Column("signal_start", "int32", "offset in code points"),
        Column("signal_end", "int32", "offset in code points"),
        *_WHEN,
        Column("rrule", "string", "RFC 5545 recurrence of a SET"),
        Column("anchor", "string", "what it leans on: publication, expression N, event or none"),
        Column("rule", "string", "the rule that read it"),
        Column("confidence", "float64", "0 to 1"),
        Column("alternatives", "list<ALTERNATIVE>", "other readings"),
        Column("ends", "list<END>", "the two expressions that a range goes from and to; else empty"),
    ),
    "events": (
        _POSITION,
        _ARTICLE,
        Column("number", "int32", "place among the article's events in the order in which they happened, from 0"),
        Column("id", "string", "stable: made from the article's id and the place of the trigger"),
        Column("trigger", "string", "the word that tells of it"),
        Column("trigger_start", "int32", "offset in code points"),
        Column("trigger_end", "int32", "offset in code points"),
        Column("lemma", "string", ""),
        Column("summary", "string", "the clause, readable alone"),
        Column("event_class", "string", "TimeML class"),
        Column("tense", "string", "TimeML tense"),
        Column("aspect", "string", "TimeML aspect"),
        Column("polarity", "string", "POS or NEG"),
        Column("modality", "string", "the modal as written"),
        Column("factuality", "string", "actual, planned, possible, denied or reported"),
        Column("participants", "list<PARTICIPANT>", "who and what takes part"),
        *_WHEN,
        Column("several_days", "bool", "whether it goes on for more than a day, where known"),
        Column("relation_to_publication", "string", "before, overlap or after"),
        Column("rrule", "string", "RFC 5545 recurrence"),
        Column("rank", "int32", "place in the article's partial order; equal ranks are not ordered"),
        Column("expressions", "list<int32>", "numbers of the article's expressions that place it"),
        Column("placed_by", "string", "explicit, inherited, reported, tense or event"),
        Column("rule", "string", "the event rule that placed it"),
        Column("confidence", "float64", "0 to 1"),
        Column("sentence", "int32", "number of the sentence, from 0"),
    ),
    "failures": (
        _POSITION,
        Column("id", "string", _ARTICLE.meaning),
        *_PLACE,
        Column("stage", "string", "read, size, times, extract or worker"),
        Column("error", "string", "name of the error"),
        Column("message", "string", "what it says"),
    ),
}
"""The tables by name. Each article is a row in `articles` or in `failures`."""

"""TimeML 1.2.1: expressions and events as tags in the text, written here and read by `read_timeml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from timeline.expressions.joined import timex3s
from timeline.formats.terminal import escaped
from timeline.formats.timeml_reader import EventMention, TimeLink, TimemlDocument, Timex, read_timeml

if TYPE_CHECKING:
    from timeline.calculus.instants import Instant
    from timeline.events.event import Event
    from timeline.expressions.expression import TemporalExpression
    from timeline.timelines import Timeline

__all__ = ["EventMention", "TimeLink", "TimemlDocument", "Timex", "read_timeml", "to_timeml", "write_timeml"]

# Not allowed in XML 1.0 even as references: controls, surrogates and two noncharacters.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A parser would turn a bare carriage return into a line feed.
_REFERENCES = {"\r": "&#13;"}
_HEADER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
)


def write_timeml(timelines: Iterable[Timeline], stream: IO[str]) -> None:
    """Write a document for each timeline, one after another."""
    for timeline in timelines:
        stream.write(to_timeml(timeline))


def to_timeml(timeline: Timeline) -> str:
    """Write a timeline as a TimeML document, to be encoded in UTF-8.

    `t0` is the publication time, `tN` the expression of index N-1 as `timex3s` gives them (a range is two), `eN` and
    `eiN` the event of place N in the order of the timeline. Tags do not nest: of two that overlap, the one that begins
    later is left out of the text (of two that begin together, the shorter).
    Characters that XML cannot hold become U+FFFD, one for one, so that offsets into the text stay true.
    """
    article = timeline.article
    parts = [_HEADER, f"\n<DOCID>{_content(article.id or 'document')}</DOCID>\n", f"\n{_creation(article.published)}\n"]
    if article.title is not None:
        parts.append(f"\n<TITLE>{_content(article.title)}</TITLE>\n")
    events = list(enumerate(timeline.events, start=1))
    tags = [(one.start, one.end, _timex(number, one)) for number, one in enumerate(timex3s(timeline.expressions), 1)]
    tags += [(event.trigger.start, event.trigger.end, _event(number, event)) for number, event in events]
    inline, tagged = _tag(article.text, tags)
    parts.append(f"\n<TEXT>{inline}</TEXT>\n\n")
    parts.extend(_instance(number, event) for number, event in events if _event(number, event) in tagged)
    return "".join([*parts, "\n</TimeML>\n"])


def _tag(text: str, tags: list[tuple[int, int, str]]) -> tuple[str, set[str]]:
    parts, used, done = [], set(), 0
    for start, end, opening in sorted(tags, key=lambda tag: (tag[0], -tag[1])):
        if start >= done and end > start:
            parts += [_content(text[done:start]), opening, _content(text[start:end]), _closing(opening)]
            used.add(opening)
            done = end
    return "".join([*parts, _content(text[done:])]), used


def _closing(opening: str) -> str:
    return f"</{opening[1 : opening.index(' ')]}>"


def _timex(number: int, found: TemporalExpression) -> str:
    anchor = _anchor(found.anchor)
    attributes = {
        "tid": f"t{number}",
        "type": found.kind.value,
        "value": found.value,
        "mod": found.mod,
        "quant": found.quant,
        "freq": found.freq,
        "temporalFunction": "false" if anchor is None else "true",
        "anchorTimeID": anchor,
        "functionInDocument": "NONE",
    }
    return f"<TIMEX3 {' '.join(_attributes(attributes))}>"


def _anchor(anchor: str) -> str | None:
    if anchor == "publication":
        return "t0"
    kind, _, index = anchor.partition(" ")
    return f"t{int(index) + 1}" if kind == "expression" and index.isdecimal() else None


def _creation(published: Instant | None) -> str:
    if published is None:
        return ""
    value = published.isoformat()
    return (
        f'<DCT><TIMEX3 tid="t0" type="{"TIME" if "T" in value else "DATE"}" value="{value}" '
        f'temporalFunction="false" functionInDocument="CREATION_TIME">{value}</TIMEX3></DCT>'
    )


def _event(number: int, event: Event) -> str:
    return f"<EVENT {' '.join(_attributes({'eid': f'e{number}', 'class': event.event_class}))}>"


def _instance(number: int, event: Event) -> str:
    attributes = {
        "eventID": f"e{number}",
        "eiid": f"ei{number}",
        "pos": "OTHER" if event.tense == "NONE" else "VERB",  # only what is finite is surely a verb
        "tense": event.tense,
        "aspect": event.aspect,
        "polarity": event.polarity,
        "modality": event.modality,
    }
    return f"<MAKEINSTANCE {' '.join(_attributes(attributes))}/>\n"


def _attributes(attributes: dict[str, str | None]) -> Iterator[str]:
    for name, value in attributes.items():
        if value is not None:
            clean = _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", value)
            yield f"{name}={escaped(quoteattr(clean), _reference)}"


def _content(text: str) -> str:
    return escaped(escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text), _REFERENCES), _reference)


def _reference(character: str) -> str:
    """Write what would move a terminal's cursor, or reorder its line, so that a parser reads it as it was."""
    return f"&#{ord(character)};"

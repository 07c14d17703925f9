"""Every example of every rule means the same in the characters of the web, and in capitals."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import find_times, languages, timex3s

ENGLISH = languages.get("en")
PUBLISHED = "2022-07-22"
EXAMPLES = [
    re.sub(r"[\[\]]", "", example)
    for level in ENGLISH.levels
    for rule in level.rules
    for example in rule.examples
    if not rule.id.startswith(("title.", "figure."))  # told by their capitals: "THE SUNDAY TIMES" may be a day
    if not rule.id.endswith("glued-to-circa")  # told by its small letter: C1900 is the number of a part
]
_INSIDE = re.compile(r"(?<=[A-Za-z]{2})(?=[a-z]{2})")
_FULL_WIDTH = str.maketrans("0123456789:/", "０１２３４５６７８９：／")


def _instead(plain: str, *others: str) -> dict[str, Callable[[str], str]]:
    return {f"{plain!r} as {other!a}": lambda text, other=other: text.replace(plain, other) for other in others}  # type: ignore[misc]


WAYS: dict[str, Callable[[str], str]] = {
    **_instead("'", "’", "&#39;", "&#x27;", "&apos;", "&rsquo;", "&#8217;", "\u02bc", "\u2032", "\uff07"),
    **_instead("-", "\u2010", "\u2011", "\u2212", "\ufe63", "\uff0d", "&#8209;", "&#x2011;", "&hyphen;", "&minus;"),
    **_instead("–", "&ndash;", "&#8211;", "&#x2013;", "\u2012", "&#8210;"),
    **_instead(" ", "\u00a0", "\u2009", "\u202f", "&nbsp;", "&#160;", "&nbsp", "&thinsp;"),
    **_instead(" ", " \u2060", "\ufeff ", " \u200e", " \u200b", "\u200d "),
    "soft hyphens": lambda text: _INSIDE.sub("\u00ad", text),
    "soft hyphens, by reference": lambda text: _INSIDE.sub("&shy;", text),
    "non-joiners": lambda text: _INSIDE.sub("\u200c", text),
    "word joiners": lambda text: _INSIDE.sub("\u2060", text),
    "full-width figures": lambda text: text.translate(_FULL_WIDTH),
    "capitals": str.upper,
}


@pytest.mark.parametrize("way", WAYS)
def test_examples_mean_the_same(way: str) -> None:
    changed = 0
    for example in EXAMPLES:
        text = WAYS[way](example)
        changed += text != example
        found = timex3s(find_times(text, PUBLISHED))
        plain = timex3s(find_times(example, PUBLISHED))
        assert [each.value for each in found] == [each.value for each in plain], text
        if len(text) == len(example):
            assert [(each.start, each.end) for each in found] == [(each.start, each.end) for each in plain], text
        for each in found:
            assert text[each.start : each.end] == each.text
            assert each.signal is None or text[each.signal.start : each.signal.end] == each.signal.text
    assert changed > 5, "no example holds what is to be changed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They would appeal Wednesday&#39;s ruling.", [("Wednesday", "2022-07-20")]),
        ("They would appeal Wednesday&#39s ruling.", [("Wednesday", "2022-07-20")]),
        ("It runs 10&ndash;12 May.", [("10&ndash;12 May", "2022-05-10/2022-05-12")]),
        ("It took twenty‑four hours.", [("twenty‑four hours", "PT24H")]),
        ("Filed 2022‑07‑22.", [("2022‑07‑22", "2022-07-22")]),
        ("It appears bi‑weekly.", [("bi‑weekly", "P2W")]),
        ("It fell on Wed\u00adnes\u00adday.", [("Wed\u00adnes\u00adday", "2022-07-20")]),
        ("PAY WITHIN 48 HOURS", [("48 HOURS", "PT48H")]),
        ("The sign read: PAY WITHIN 48 HOURS, or go.", [("48 HOURS", "PT48H")]),
        ("TALKS WILL RESUME ON MONDAY", [("MONDAY", "2022-07-25")]),
        ("TALKS RESUMED ON MONDAY", [("MONDAY", "2022-07-18")]),
        ("I SAT IN THE SUN", []),
        ("WE WILL MARCH ON", []),
        ("R&D spending, AT&T and Q&A", []),
        ("At 10&nbsp;a.m.&nbsp;on 3&nbspMay", [("10&nbsp;a.m.&nbsp;on 3&nbspMay", "2022-05-03T10:00")]),
    ],
)
def test_characters(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.text, each.value) for each in find_times(text, PUBLISHED)] == expected


REFERRED = [
    "10-12 May",
    "10–12 May",
    "9 a.m.",
    "9 a.m. on 3 May",
    "May 10, 2020",
    "10/05/2020",
    "2020-05-10",
    "at 9:30",
]


@given(st.data())
def test_references_mean_their_characters_whatever_stands_beside_them(data: st.DataObject) -> None:
    plain = data.draw(st.sampled_from(REFERRED))
    form = data.draw(st.sampled_from(["&#{};", "&#x{:x};"]))
    referred = data.draw(
        st.sets(st.sampled_from([i for i, sign in enumerate(plain) if not sign.isspace()]), max_size=4)
    )
    pieces = [form.format(ord(sign)) if i in referred else sign for i, sign in enumerate(plain)]
    text = f"It fell {''.join(pieces)} (so they said)."
    expected = find_times(f"It fell {plain} (so they said).", PUBLISHED)
    found = find_times(text, PUBLISHED)
    assert [(each.value, html.unescape(each.text)) for each in found] == [(each.value, each.text) for each in expected]
    assert all(text[each.start : each.end] == each.text for each in found)


@pytest.mark.parametrize("text", ["12 Ma&#121;", "12 M&#97;y", "1&#48;&ndash;12 May", "9 &#97;.m.", "Monda&#121;"])
def test_references_are_whole_in_spans(text: str) -> None:
    for after in (". It fell.", " it fell.", ""):
        sentence = f"It fell on {text}{after}"
        found = find_times(sentence, PUBLISHED)
        assert sentence[found[0].start : found[-1].end] == text

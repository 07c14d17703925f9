"""Line breaks that end a paragraph without a blank line: all of them, or those that do not wrap a sentence.

Feeds and page readers have one paragraph per line; mail, wire copy and plain-text files wrap their lines at some 70
columns. A paragraph break is replaced by a paragraph separator (U+2029), which all readers of paragraphs recognise.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["part_lines"]

PARAGRAPH = "\u2029"
_BREAKS = "\n", "\r", "\u2028"
_LONGEST_WRAPPED = 120
"""Code points; text with longer lines is not wrapped."""
_WRAPPED = 5
"""In wrapped text, at least one line in so many continues in lower case."""
_ALPHABETS = (*range(0x0590), *range(0x1E00, 0x2000))
"""The code points of Latin, Greek, Cyrillic and Armenian, whose sentences begin with capitals."""


def _small_letters() -> str:
    """Return the small letters of those alphabets as the inside of a character class, in ranges."""
    ranges: list[tuple[int, int]] = []
    for place in _ALPHABETS:
        if unicodedata.category(chr(place)) == "Ll":
            follows = bool(ranges) and ranges[-1][1] + 1 == place
            ranges[-1:] = [(ranges[-1][0], place)] if follows else [*ranges[-1:], (place, place)]
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


_SMALL = _small_letters()
_FINAL = tuple(".!?…:")
_CLOSING = "\"'”’»)] \t\r"
_GAPS = {sign: re.compile(rf"{sign}(?=[ \t\r]*{sign})") for sign in _BREAKS}
_GOING_ON = {sign: re.compile(rf"{sign}(?=[ \t]*[{_SMALL}])") for sign in _BREAKS}
_PARTING = {sign: re.compile(rf"{sign}(?<=[^{sign}]{sign})(?=[ \t]*[^\s{_SMALL}])") for sign in _BREAKS}


def part_lines(text: str) -> str:
    r"""Replace each line break that ends a paragraph with a paragraph separator; offsets stay.

    A line that continues in lower case belongs to the one above. Any other is a separate paragraph, except in wrapped
    text: there a break is deliberate only if the first word below it would have fitted.

    >>> part_lines("Dam fails\nA dam has failed, officials said.\nIt was built in 1970.").count("\u2029")
    2
    >>> "\u2029" in part_lines("The council of the town met\non Friday, and the members of\nParliament for it left.")
    False
    """
    sign = next((each for each in _BREAKS if each in text), None)
    if sign is None or _PARTING[sign].search(text) is None:
        return text
    if _GOING_ON[sign].search(text) is None:
        return _PARTING[sign].sub(PARAGRAPH, text)
    whole = _is_wrapped(text, sign)
    parts, begin = [], 0
    for end in [*(match.end() for match in _GAPS[sign].finditer(text)), len(text)]:
        parts.append(_part(text[begin:end], sign, wrapped=whole))
        begin = end
    return "".join(parts)


def _is_wrapped(text: str, sign: str) -> bool:
    going_on = len(_GOING_ON[sign].findall(text))
    return going_on > 0 and going_on * _WRAPPED >= going_on + len(_PARTING[sign].findall(text))


def _part(stretch: str, sign: str, *, wrapped: bool) -> str:
    """Split the lines of a span without blank lines; `wrapped` is whether the whole text is wrapped."""
    pattern = _PARTING[sign]
    if pattern.search(stretch) is None:
        return stretch
    width = max(map(len, stretch.split(sign)))
    if width > _LONGEST_WRAPPED or not (wrapped or _is_wrapped(stretch, sign)):
        return pattern.sub(PARAGRAPH, stretch)

    def part(match: re.Match[str]) -> str:
        place = match.start()
        above = stretch[stretch.rfind(sign, 0, place) + 1 : place].rstrip()
        word = stretch[place + 1 : place + 1 + width].split(None, 1)[0]
        fitting = len(above) + 1 + len(word)
        ended = above.rstrip(_CLOSING).endswith(_FINAL)
        return PARAGRAPH if fitting <= width and (ended or len(above) * 3 < width * 2) else sign

    return pattern.sub(part, stretch)
